package coffeebreak.bot.organizing;

import static coffeebreak.bot.organizing.Office.OLGA;
import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.ChatIntent.CancelPart;
import coffeebreak.bot.chat.ChatIntent.ReplacePart;
import coffeebreak.bot.chat.ChatIntent.RestorePart;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.mentoring.Scene;
import coffeebreak.bot.signup.Stage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// At 14:00 on the day; Matthieu Wyart, who speaks at 14:30, has signed up under his name.
class ProgrammeDeskTest {

    private final Scene scene = new Scene();
    private final Office office = new Office(scene);
    private Person wyart;

    @BeforeEach
    void itIsTwo() {
        scene.itIs("14:00");
        wyart = scene.signUp("Matthieu Wyart", Stage.FACULTY, "", Set.of(), false)
                .person();
    }

    private List<String> told(Person who) {
        return scene.outbox.waitingFor(who).stream()
                .map(waiting -> waiting.message().summary())
                .toList();
    }

    @Test
    void cancellingShowsFirstWhatFollowsAndChangesNothing() {
        assertThat(office.types("cancel invited talk 5")).isEqualTo("""
                # Cancel Invited talk 5?
                - Invited talk 5, 14:30 to 15:00, Matthieu Wyart
                - Nothing takes its place.
                - Told at once, by one message each: Matthieu Wyart, as far as they are in the chat.
                Answers, Homes, search and calendar files follow at once. Participants get no message; "/coffee-admin announce" is there for that.
                [Cancel it]""");
        assertThat(office.live.get().session("s10")).isPresent();
        assertThat(told(wyart)).isEmpty();
    }

    @Test
    void oncePressedItIsCancelledAndWhoIsOnStageIsToldOnce() {
        office.presses(OLGA, new CancelPart("s10"));

        assertThat(office.live.get().session("s10")).isEmpty();
        assertThat(told(wyart))
                .containsExactly(
                        "Invited talk 5 is cancelled. The organizers cancelled it, and you are on stage in it. Nothing takes "
                                + "its place.");
        assertThat(office.presses(OLGA, new CancelPart("s10"))).startsWith("Invited talk 5 is cancelled already.");
        assertThat(office.types("cancel")).contains("- Invited talk 5, 14:30 to 15:00, Matthieu Wyart");
        assertThat(office.audit.latest(3))
                .extracting(AuditTrail.Entry::act, AuditTrail.Entry::outcome)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("cancel s10", "cancelled, revision 1"),
                        org.assertj.core.groups.Tuple.tuple("cancel s10", "refused: cancelled already"));
    }

    @Test
    void whatIsCancelledCanBeGivenSomethingInItsPlace() {
        office.presses(OLGA, new CancelPart("s10"));

        assertThat(office.types("replace invited talk 5 with Open discussion by Ada Byron until 15:10"))
                .startsWith("# Replace Invited talk 5 with Open discussion?")
                .contains("- In its place: Open discussion, 14:30 to 15:10, Ada Byron")
                .contains("- It reaches into Coffee Break (15:00)");
        office.presses(OLGA, new ReplacePart("s10", "Open discussion", "Ada Byron", "15:10"));

        assertThat(office.live.get().sessions())
                .filteredOn(session -> session.title().equals("Open discussion"))
                .singleElement()
                .satisfies(session -> {
                    assertThat(session.start()).isEqualTo("14:30");
                    assertThat(session.end()).isEqualTo("15:10");
                    assertThat(session.kind().id()).isEqualTo("discussion");
                });
        assertThat(told(wyart)).hasSize(1);
        assertThat(office.types("replace invited talk 5 with A quiz"))
                .startsWith("Invited talk 5 is cancelled already");
    }

    @Test
    void takenBackItIsAsItWasAndWhoIsOnStageIsTold() {
        office.presses(OLGA, new ReplacePart("s10", "A quiz", "", ""));

        assertThat(office.types("restore invited talk 5"))
                .startsWith("# Let Invited talk 5 take place after all?")
                .contains("What stood in its place goes: A quiz");
        office.presses(OLGA, new RestorePart("s10"));

        assertThat(office.live.get().sessions()).isEqualTo(scene.programme.sessions());
        assertThat(told(wyart)).hasSize(2).last().asString().startsWith("Invited talk 5 takes place after all");
        assertThat(office.types("restore invited talk 5")).startsWith("Invited talk 5 is not cancelled");
    }

    @Test
    void whatTakesThePlaceOfSomethingIsMovedByADelay() {
        office.presses(OLGA, new ReplacePart("s10", "A quiz", "", "14:50"));
        office.presses(OLGA, new coffeebreak.bot.chat.ChatIntent.SetDelay(15, "14:30", 0, 0));

        assertThat(office.live.get().sessions())
                .filteredOn(session -> session.title().equals("A quiz"))
                .singleElement()
                .satisfies(session -> {
                    assertThat(session.start()).isEqualTo("14:45");
                    assertThat(session.end()).isEqualTo("15:05");
                });
    }

    @Test
    void aBreakForMentoringIsNotCancelled() {
        assertThat(office.types("cancel the second coffee break"))
                .startsWith(
                        "Coffee Break 2 is a break for mentoring: 0 people have a seat in it, and 0 tables stand there.");
        assertThat(office.types("replace 15:00 with A quiz")).startsWith("Coffee Break 2 is a break for mentoring");
    }

    @Test
    void whatCannotBeIsSaidWithTheWayOut() {
        assertThat(office.types("cancel the unicorn parade")).startsWith("I find no part of the programme by");
        assertThat(office.types("cancel invited talk 1"))
                .isEqualTo("Invited talk 1 is over, so it cannot be cancelled any more.");
        assertThat(office.types("replace invited talk 5")).startsWith("I don't understand \"invited talk 5\"");
        assertThat(office.types("replace invited talk 5 with A quiz until 14:10"))
                .isEqualTo(
                        "Invited talk 5 begins at 14:30, so what takes its place cannot last until 14:10. Give a later "
                                + "time.");
        assertThat(office.types("replace invited talk 5 with " + "x".repeat(151)))
                .contains("this one has 151");
        assertThat(office.types("restore")).startsWith("Say which part of the programme");
    }

    @Test
    void whereSeveralCouldBeMeantThereIsAButtonForEach() {
        assertThat(office.types("cancel poster session"))
                .startsWith("# Which one do you mean?")
                .contains("[11:30 Poster Session 1]");
    }

    @Test
    void nobodyIsToldOfWhatIsOver() {
        office.presses(OLGA, new CancelPart("s10"));
        var before = scene.outbox.waitingFor(wyart).size();

        scene.itIs("16:00");
        office.presses(OLGA, new RestorePart("s10"));

        assertThat(scene.outbox.waitingFor(wyart)).hasSize(before);
    }
}
