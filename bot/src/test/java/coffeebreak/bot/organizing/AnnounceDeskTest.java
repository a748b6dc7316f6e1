package coffeebreak.bot.organizing;

import static coffeebreak.bot.organizing.Office.OLGA;
import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Aloud;
import coffeebreak.bot.chat.ChatIntent.Announce;
import coffeebreak.bot.chat.ChatIntent.CorrectAnnouncement;
import coffeebreak.bot.chat.ChatIntent.OrganizerForm;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.mentoring.Scene;
import coffeebreak.bot.signup.Stage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Three people have signed up, and Jeremy Cohen is a mentor.
class AnnounceDeskTest {

    private final Scene scene =
            new Scene().offering(Scene.mentor("cohen", 1, Scene.BOTH, "Flatiron Institute", "loss landscapes"));
    private final Office office = new Office(scene);
    private Person ana;
    private Person bo;

    @BeforeEach
    void itIsTwo() {
        scene.itIs("14:00");
        ana = scene.signUp("Ana", Stage.PHD1, "", Scene.BOTH, false).person();
        bo = scene.signUp("Bo", Stage.PHD1, "", Scene.BOTH, false).person();
    }

    private List<String> told(Person who) {
        return scene.outbox.waitingFor(who).stream()
                .map(waiting -> Aloud.read(Reply.say(waiting.message())))
                .filter(words -> words.contains("From the organizers"))
                .toList();
    }

    @Test
    void itIsShownFirstWithHowManyGetItAndHowLongThatTakes() {
        assertThat(office.types("announce Lunch is in the garden to signed up")).isEqualTo("""
                # Announce this to 2 recipients?
                Lunch is in the garden
                - To: signed up
                - Nobody of them has to be waked.
                - It takes about 1 second at the chat's pace.
                [Send it]""");
        assertThat(told(ana)).isEmpty();
    }

    @Test
    void onePressSendsItToEachOnce() {
        office.types("announce Lunch is in the garden to signed up");

        assertThat(office.presses(OLGA, new Announce(1))).startsWith("# Announcement 1 is on its way");
        assertThat(office.presses(OLGA, new Announce(1))).startsWith("Announcement 1 was sent already");
        office.announcing.look();

        assertThat(told(ana)).containsExactly("# From the organizers\nLunch is in the garden");
        assertThat(told(bo)).hasSize(1);
        assertThat(scene.outbox.waitingFor(OLGA))
                .as("one message that says how far it is")
                .hasSize(1);
        assertThat(office.audit.latest(2).getLast().outcome()).isEqualTo("sent announcement 1 to 2");
        assertThat(office.audit.latest(9)).noneMatch(entry -> entry.toString().contains("garden"));
    }

    @Test
    void whoSleepsGetsItInTheMorningUnlessItIsUrgent() {
        scene.itIs("23:00");

        assertThat(office.types("announce The door is shut to signed up"))
                .contains("2 of them sleep now and get it in the morning");
        assertThat(office.types("announce The door is shut to signed up urgent"))
                .contains("To: signed up, urgent")
                .contains("Nobody of them has to be waked.");
    }

    @Test
    void whoAskedForQuietGetsOnlyWhatIsUrgent() {
        office.contacts.mute(bo, true);

        assertThat(office.types("announce Lunch to signed up"))
                .startsWith("# Announce this to 1 recipient?")
                .contains("1 more do not get it");
        assertThat(office.types("announce Fire to signed up urgent")).startsWith("# Announce this to 2 recipients?");
    }

    @Test
    void whatIsCorrectedIsToldRightAlsoToWhoHasNotReadIt() {
        office.types("announce Lunch is in the garden to signed up");
        office.presses(OLGA, new Announce(1));

        assertThat(office.types("announce correct 1 Lunch is in the foyer"))
                .startsWith("# Correct announcement 1 for 2?")
                .contains("It would say: Lunch is in the foyer");
        assertThat(told(ana)).containsExactly("# From the organizers\nLunch is in the garden");
        office.presses(OLGA, new CorrectAnnouncement(1));

        assertThat(told(ana)).containsExactly("# From the organizers\nLunch is in the foyer");
    }

    @Test
    void whatIsStoppedReachesNobodyElse() {
        office.types("announce Lunch is in the garden to signed up");
        office.presses(OLGA, new Announce(1));

        assertThat(office.types("announce stop 1"))
                .isEqualTo("Announcement 1 is stopped: 0 have it, 2 do not get it any more.");
        office.announcing.look();

        assertThat(told(ana)).isEmpty();
        assertThat(told(bo)).isEmpty();
    }

    @Test
    void everyAudienceCanBeNamed() {
        for (var to : List.of(
                "everybody", "signed up", "mentors", "those in coffee break 1", "#C0GENERAL", "<#C0GENERAL|general>")) {
            assertThat(office.types("announce We begin to " + to)).as(to).startsWith("# Announce this to ");
        }
        assertThat(office.types("announce Go to the beach")).startsWith("I don't see whom that is for.");
        assertThat(office.types("announce Go to the beach to everybody")).contains("Go to the beach\n");
    }

    @Test
    void aFormDoesTheSame() {
        assertThat(office.presses(
                        OLGA,
                        new OrganizerForm(
                                "organizer-announcement",
                                Map.of(
                                        "words",
                                        List.of("Lunch"),
                                        "to",
                                        List.of("signed up"),
                                        "urgent",
                                        List.of("urgent")))))
                .contains("To: signed up, urgent");
    }

    @Test
    void whoIsForgottenIsOnNoList() {
        office.types("announce Lunch to signed up");
        office.presses(OLGA, new Announce(1));

        office.announcing.forget(ana);

        assertThat(office.announcements.all()).noneMatch(each -> each.people().contains(ana));
    }

    @Test
    void whatCannotBeIsSaidWithTheWayOut() {
        assertThat(office.types("announce")).startsWith("# Nothing was announced yet");
        assertThat(office.types("announce stop 7")).startsWith("There is no announcement 7 that could be stopped.");
        assertThat(office.types("announce correct 7 Hello")).startsWith("There is no announcement 7");
        assertThat(office.types("announce correct 7")).startsWith("Say what is right instead");
        assertThat(office.types("announce " + "x".repeat(1501) + " to signed up"))
                .contains("this one has 1501");
        assertThat(office.presses(OLGA, new Announce(9))).startsWith("There is no announcement 9");
        assertThat(Set.of(office.types("announce Hello to seated")))
                .anyMatch(words -> words.startsWith("Nobody is \"seated\""));
    }
}
