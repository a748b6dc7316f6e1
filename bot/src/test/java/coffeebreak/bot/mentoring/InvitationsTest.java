package coffeebreak.bot.mentoring;

import static coffeebreak.bot.mentoring.Scene.AFTERNOON;
import static coffeebreak.bot.mentoring.Scene.BOTH;
import static coffeebreak.bot.mentoring.Scene.MORNING;
import static coffeebreak.bot.mentoring.Scene.ORGANIZER;
import static coffeebreak.bot.mentoring.Scene.mentor;
import static coffeebreak.bot.mentoring.Scene.person;
import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Aloud;
import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.programme.Delay;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How mentors are asked, what they answer, and who reads of it.
class InvitationsTest {

    private static final Person JULIA = person("kempe");

    private final Scene scene = new Scene()
            .offering(
                    mentor("kempe", 4, BOTH, "NYU", "scaling laws"),
                    mentor("cohen", 2, Set.of(MORNING), "Flatiron Institute", "loss landscapes"));

    @BeforeEach
    void juliaHasNotAgreedYet() {
        scene.invited.add("kempe");
        scene.clock.advance(Duration.ofDays(-3));
    }

    /// Scenario 25.
    @Test
    void aMentorReadsTheirRoleEachBreakTheSeatsAndWhatWaitsOnStage() {
        scene.invitations.look();

        assertThat(readBy(JULIA))
                .singleElement()
                .asString()
                .contains("You are an invited speaker and panelist at Sci4DL")
                .contains("Coffee Break 1, 10:30 to 11:00")
                .contains("Coffee Break 2, 15:00 to 15:30")
                .contains("Hard stop 15:25: your panel discussion starts at 15:30.")
                .contains("At your table: 4 people at most.")
                .contains("[I'll host] [Not this one]")
                .contains("[Fewer seats] [More seats]")
                .contains("Please answer by Sunday 26 April, 18:00 at the venue.");
        assertThat(readBy(person("cohen"))).isEmpty();
    }

    @Test
    void nobodyIsInvitedTwiceHoweverOftenAndWhereverItIsLooked() {
        scene.invitations.look();
        scene.invitations.look();
        afterARestart().look();

        assertThat(readBy(JULIA)).hasSize(1);
    }

    /// Scenario 32.
    @Test
    void onlyTheBreaksThatWereAcceptedHoldATable() {
        scene.invitations.look();
        assertThat(breaksOf("kempe")).isEmpty();

        says(new ChatIntent.HostBreak(AFTERNOON, true));
        assertThat(breaksOf("kempe")).containsExactly(AFTERNOON);
        assertThat(readBy(JULIA))
                .singleElement()
                .asString()
                .contains("You host a table.")
                .containsOnlyOnce("[I'll host]");

        says(new ChatIntent.HostBreak(MORNING, false));
        assertThat(breaksOf("kempe")).containsExactly(AFTERNOON);
        assertThat(readBy(JULIA))
                .singleElement()
                .asString()
                .contains("You host a table in Coffee Break 2")
                .contains("You don't host a table.")
                .contains("[Change my answer]")
                .doesNotContain("[I'll host]");
    }

    /// Scenario 45.
    @Test
    void whenTheDayRunsLateTheInvitationTellsTheNewTimes() {
        scene.invitations.look();
        says(new ChatIntent.HostBreak("both", true));
        var late = new Delay(0, LocalTime.of(14, 30), Duration.ofMinutes(15), scene.clock.instant());

        scene.programme = scene.programme.delayed(late).inVersion(2);
        scene.invitations.look();
        afterARestart().look();

        assertThat(readBy(JULIA))
                .singleElement()
                .asString()
                .contains("15:15 to 15:45")
                .doesNotContain("15:00 to 15:30");
    }

    @Test
    void aSentenceSaysTheSame() {
        assertThat(says(new ChatIntent.HostBreak("both", true)))
                .contains("You host a table in Coffee Break 1 and Coffee Break 2");
        assertThat(says(new ChatIntent.HostBreak("the afternoon", false)))
                .contains("You host a table in Coffee Break 1");
        assertThat(says(new ChatIntent.OfferSeats(3))).contains("At your table: 3 people at most.");
        assertThat(says(new ChatIntent.OfferSeats(0))).contains("I can't host");
        assertThat(says(new ChatIntent.HostBreak("Tuesday", true))).contains("I don't know which break you mean");
        assertThat(scene.lineup.inForce().byId("kempe").orElseThrow().seats()).isEqualTo(3);
    }

    @Test
    void whatAnAnswerChangesCanBeChangedAgain() {
        says(new ChatIntent.HostBreak("both", true));

        assertThat(says(new ChatIntent.ShowHosting()))
                .contains("[I can't host]")
                .contains("[More seats]");
        says(new ChatIntent.HostBreak(MORNING, false));
        assertThat(says(new ChatIntent.ShowHosting()))
                .contains("[I can't host]")
                .contains("[I'll host]");
    }

    /// Scenario 26.
    @Test
    void whoIsSilentAtTheDeadlineIsOnTheOrganizersListAndAtNoTable() {
        scene.invitations.look();
        scene.invitations.look();
        assertThat(readBy(ORGANIZER)).isEmpty();

        scene.clock.advance(Duration.ofDays(3));
        scene.invitations.look();
        afterARestart().look();

        assertThat(readBy(ORGANIZER))
                .singleElement()
                .asString()
                .contains("1 mentor has not answered, and holds no table.")
                .contains("Julia Kempe")
                .contains("[Confirm Julia Kempe]")
                .doesNotContain("Jeremy Cohen");
        scene.signUp("Ana");
        scene.publish();
        assertThat(scene.seats()).containsExactly("ana@cohen/s04");
    }

    @Test
    void whoAnsweredForOneBreakIsNotListedAsHoldingNoTable() {
        says(new ChatIntent.HostBreak(AFTERNOON, true));
        scene.clock.advance(Duration.ofDays(3));

        scene.invitations.look();

        assertThat(readBy(ORGANIZER))
                .singleElement()
                .asString()
                .contains("1 mentor has answered for some of their breaks only.")
                .contains("Coffee Break 1: has not answered")
                .contains("Coffee Break 2: hosts")
                .doesNotContain("no table");
    }

    @Test
    void theOverviewCountsTheSeatsGiven() {
        scene.signUp("Ana");
        scene.publish();

        assertThat(Aloud.read(scene.hosting.overview())).contains("Coffee Break 1: hosts, 1 of ");
    }

    @Test
    void anOrganizerConfirmsByHandWhatWasNotAnswered() {
        says(new ChatIntent.HostBreak(MORNING, false));

        assertThat(scene.hosting.confirmByHand("kempe")).contains("Julia Kempe");
        assertThat(scene.hosting.confirmByHand("nobody")).isEmpty();

        assertThat(breaksOf("kempe")).containsExactly(AFTERNOON);
    }

    @Test
    void aMentorIsRemindedOnceAndOnlyWhileSomethingIsOpen() {
        scene.invitations.look();
        assertThat(scene.invitations.remind("kempe")).contains("Julia Kempe");
        scene.invitations.remind("kempe");
        assertThat(readBy(JULIA)).hasSize(2);

        says(new ChatIntent.HostBreak("both", false));
        assertThat(scene.invitations.remind("kempe")).isEmpty();
        assertThat(scene.invitations.remind("cohen")).isEmpty();
    }

    @Test
    void organizersReadWhoAnsweredWhat() {
        says(new ChatIntent.HostBreak(AFTERNOON, true));

        assertThat(Aloud.read(scene.hosting.overview()))
                .contains("1 of 2 mentors have answered, 1 for some of their breaks only; they offer 6 seats.")
                .contains("Coffee Break 1: has not answered")
                .contains("Coffee Break 2: hosts. Hard stop 15:25: their panel discussion starts at 15:30")
                .contains("[Confirm Julia Kempe] [Remind once]");
    }

    @Test
    void nobodyIsInvitedOnceTheBreaksAreOver() {
        scene.clock.advance(Duration.ofDays(3));
        scene.itIs("15:30");

        scene.invitations.look();

        assertThat(readBy(JULIA)).isEmpty();
        assertThat(readBy(ORGANIZER)).isEmpty();
    }

    @Test
    void whoeverIsNoMentorSaysNothingAboutTables() {
        assertThat(scene.hosting.hear(person("ana"), new ChatIntent.OfferSeats(3)))
                .isEmpty();
        assertThat(scene.hosts.all()).isEmpty();
    }

    private Invitations afterARestart() {
        return new Invitations(
                () -> scene.programme,
                scene.lineup,
                scene.outbox,
                scene.ids,
                HostSettings.STANDARD,
                () -> Set.of(ORGANIZER),
                scene.clock);
    }

    private String says(ChatIntent.OfMentor said) {
        return Aloud.read(scene.hosting.hear(JULIA, said).orElseThrow());
    }

    private Set<String> breaksOf(String mentor) {
        return scene.lineup.inForce().byId(mentor).orElseThrow().breaks();
    }

    /// The messages somebody would see now, edits taken in.
    private List<String> readBy(Person who) {
        return scene.outbox.waiting().stream()
                .filter(notice -> notice.to().equals(who))
                .map(Notice::content)
                .map(content -> Aloud.read(content.message()))
                .toList();
    }
}
