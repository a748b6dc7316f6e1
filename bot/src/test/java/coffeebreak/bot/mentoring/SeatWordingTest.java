package coffeebreak.bot.mentoring;

import static coffeebreak.bot.mentoring.Scene.AFTERNOON;
import static coffeebreak.bot.mentoring.Scene.BOTH;
import static coffeebreak.bot.mentoring.Scene.MORNING;
import static coffeebreak.bot.mentoring.Scene.VENUE;
import static coffeebreak.bot.mentoring.Scene.mentor;
import static coffeebreak.bot.mentoring.Scene.person;
import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Aloud;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.files.YamlProgramme;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.signup.Consent;
import coffeebreak.bot.signup.Profile;
import coffeebreak.bot.signup.Stage;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeatWordingTest {

    private static final MentorTable COHEN = new MentorTable("cohen@s04", "cohen", MORNING, 6);
    private static final MentorTable KEMPE = new MentorTable("kempe@s11", "kempe", AFTERNOON, 6);
    private static final Seat SEAT =
            Seat.given("s1", person("ana"), COHEN.id(), 0.634, List.of("loss landscapes", "edge of stability"), null);

    private final Programme programme = YamlProgramme.builtIn().at(Scene.DAY, VENUE);
    private final SeatWording wording = new SeatWording(
            programme,
            new Mentors(List.of(
                    mentor("cohen", 6, BOTH, "Flatiron Institute", "edge of stability", "adaptive optimizers"),
                    mentor("kempe", 6, BOTH, "NYU"))));

    @Test
    void aMenteeReadsWithWhomWhenAndWhy() {
        assertThat(Aloud.read(wording.seat(SEAT, COHEN, List.of(), VENUE))).isEqualTo("""
                        # You sit with Jeremy Cohen
                        Coffee Break 1, 10:30 to 11:00. The place is not known yet; the organizers will tell you.
                        Why this table: you both care about loss landscapes and edge of stability.
                        [I'll be there] [Can't come] [Why this table?] [Add to calendar]""");
        assertThat(wording.seat(SEAT, COHEN, List.of(), VENUE).summary())
                .isEqualTo("You sit with Jeremy Cohen: Coffee Break 1, 10:30 to 11:00.");
    }

    @Test
    void whoseClockStandsElsewhereReadsBothTimes() {
        assertThat(Aloud.read(wording.seat(SEAT, COHEN, List.of(), ZoneId.of("Europe/Zurich"))))
                .contains("\nCoffee Break 1, 10:30 to 11:00 at the venue (15:30 for you). The place");
    }

    @Test
    void whoConfirmedIsThankedAndCanStillGiveTheSeatUp() {
        assertThat(Aloud.read(wording.seat(SEAT.as(Seat.State.CONFIRMED), COHEN, List.of(), VENUE)))
                .isEqualTo("""
                        # You sit with Jeremy Cohen
                        Coffee Break 1, 10:30 to 11:00. The place is not known yet; the organizers will tell you.
                        Why this table: you both care about loss landscapes and edge of stability.
                        (You said: I'll be there. Thank you!)
                        [Can't come] [Why this table?] [Add to calendar]""");
    }

    @Test
    void aSeatThatIsGoneSaysSoAndHasNoButtons() {
        assertThat(Aloud.read(wording.seat(SEAT.as(Seat.State.DECLINED), COHEN, List.of(), VENUE)))
                .isEqualTo("You said you can't come. Your seat with Jeremy Cohen (Coffee Break 1, 10:30 to 11:00) goes "
                        + "to the next person in line.");
        assertThat(Aloud.read(wording.seat(SEAT.as(Seat.State.CANCELLED), COHEN, List.of(), VENUE)))
                .startsWith("You withdrew. Your seat");
    }

    @Test
    void theReasonSaysWhatIsSharedWhatIsRelatedOrThatThereIsNone() {
        assertThat(why("sharpness")).isEqualTo("Why this table: you both care about sharpness.");
        assertThat(why("SAM meets flat minima")).isEqualTo("Why this table: SAM meets flat minima.");
        assertThat(why("Adam", "SAM meets flat minima", "curvature"))
                .isEqualTo("Why this table: you both care about Adam and curvature; SAM meets flat minima.");
        assertThat(why())
                .isEqualTo("Why this table: I found no topic you both name, so find out together what you share.");
    }

    private String why(String... reasons) {
        var seat = Seat.given("s1", person("ana"), COHEN.id(), 0.5, List.of(reasons), null);
        return wording.explanation(seat, COHEN, List.of()).summary();
    }

    @Test
    void theExplanationNamesOnlyTablematesWhoAgreed() {
        var open = profile("bo", EnumSet.of(Consent.TABLEMATES), "");
        var hidden = profile("cy", EnumSet.complementOf(EnumSet.of(Consent.TABLEMATES)), "");

        assertThat(Aloud.read(wording.explanation(SEAT, COHEN, List.of(open, hidden))))
                .isEqualTo("""
                        Why this table: you both care about loss landscapes and edge of stability.
                        Seats go to as many early-stage participants as possible first, and then so that all \
                        participants and their mentors together have the most to say to each other. For you and Jeremy \
                        Cohen I reckon 63 out of 100.
                        Jeremy Cohen talks about: edge of stability, adaptive optimizers
                        With you at the table: bo Example and 1 more participant
                        [I know Jeremy Cohen already]""");
        assertThat(Aloud.read(wording.explanation(SEAT, COHEN, List.of(hidden, hidden))))
                .contains("With you at the table: 2 participants");
        assertThat(Aloud.read(wording.explanation(SEAT, COHEN, List.of())))
                .contains("With you at the table: nobody else yet");
    }

    @Test
    void whoWaitsReadsTheirPlaceAndNoPromise() {
        assertThat(Aloud.read(wording.waiting(Map.of(AFTERNOON, 3, MORNING, 12), true)))
                .isEqualTo("""
                        # No mentor's seat for you yet
                        Every seat you could have is taken. When somebody can't come, the first in line moves up; if \
                        that is you, I write to you at once. I cannot promise you a seat.
                        - You are number 12 in line for Coffee Break 1 (10:30)
                        - You are number 3 in line for Coffee Break 2 (15:00)
                        (You agreed to a table with peers, but nobody is free for one yet. If that changes, I write to \
                        you.)
                        [Edit my sign-up] [Withdraw]""");
    }

    @Test
    void forWhomThereIsNoTableReadsWhatToDo() {
        assertThat(Aloud.read(wording.noTable(false))).isEqualTo("""
                        # No mentor's seat for you yet
                        In the breaks you can make there is no table for you: mentors of your own institution do not \
                        count. If you could make another break, edit your sign-up.
                        (Would you like to sit with other participants instead? Say so in your sign-up.)
                        [Edit my sign-up] [Withdraw]""");
    }

    @Test
    void aMentorReadsWhoComesAndWhatTheyAsk() {
        var open = profile("bo", EnumSet.of(Consent.CARD), "How do you pick problems?");

        assertThat(card(COHEN, Optional.of(open))).isEqualTo("""
                        # Your table in Coffee Break 1: 1 person
                        Coffee Break 1, 10:30 to 11:00. The place is not known yet; the organizers will tell you.
                        ---
                        bo Example, PhD student, 2nd year, EPFL
                        Topics: empirical studies of loss landscapes
                        In their words: Why is SAM good?
                        You share: loss landscapes, edge of stability
                        Asks: How do you pick problems?
                        (I keep this message up to date; there will be no second one for this break.)""");
    }

    @Test
    void whoKeepsTheirCardToThemselvesStillAsks() {
        var hidden = profile("bo", EnumSet.complementOf(EnumSet.of(Consent.CARD)), "How do you pick problems?");

        assertThat(card(COHEN, Optional.of(hidden))).isEqualTo("""
                        # Your table in Coffee Break 1: 1 person
                        Coffee Break 1, 10:30 to 11:00. The place is not known yet; the organizers will tell you.
                        ---
                        A participant who keeps their name to themselves
                        Asks: How do you pick problems?
                        (I keep this message up to date; there will be no second one for this break.)""");
    }

    @Test
    void whoWasForgottenIsAParticipant() {
        assertThat(card(COHEN, Optional.empty())).contains("\n---\nA participant\n(I keep");
    }

    @Test
    void aMentorOnTheNextPanelReadsWhenToStop() {
        assertThat(card(KEMPE, Optional.empty()))
                .contains("\nCoffee Break 2, 15:00 to 15:30. The place is not known yet; the organizers will tell you. "
                        + "Hard stop 15:25: your panel discussion starts at 15:30.\n");
    }

    @Test
    void anEmptyTableSaysSo() {
        var card = wording.card(COHEN, List.of(), _ -> Optional.empty(), VENUE);

        assertThat(Aloud.read(card)).isEqualTo("""
                        # Your table in Coffee Break 1: nobody yet
                        Coffee Break 1, 10:30 to 11:00. The place is not known yet; the organizers will tell you.
                        Nobody has a seat at your table at the moment. If that changes, this message changes with it.
                        (I keep this message up to date; there will be no second one for this break.)""");
    }

    @Test
    void longWordsAreShortenedBetweenCharacters() {
        var wordy = new Profile(
                person("bo"),
                "Bo",
                VENUE,
                Stage.PHD1,
                "",
                List.of(),
                "🌄".repeat(400),
                BOTH,
                "",
                false,
                Set.of(Consent.CARD),
                true,
                false,
                Instant.EPOCH,
                1);

        assertThat(card(COHEN, Optional.of(wordy))).contains("In their words: " + "🌄".repeat(299) + "…\n");
    }

    private String card(MentorTable table, Optional<Profile> profile) {
        Message card = wording.card(table, List.of(SEAT), _ -> profile, VENUE);
        return Aloud.read(card);
    }

    private static Profile profile(String name, Set<Consent> consents, String question) {
        return new Profile(
                person(name),
                name + " Example",
                VENUE,
                Stage.PHD2,
                "EPFL",
                List.of("loss-landscapes"),
                "Why is SAM good?",
                BOTH,
                question,
                false,
                consents,
                true,
                false,
                Instant.EPOCH,
                1);
    }
}
