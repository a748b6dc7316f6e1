package coffeebreak.bot.answers;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.files.YamlProgramme;
import coffeebreak.bot.programme.CalledOff;
import coffeebreak.bot.programme.DayChanges;
import coffeebreak.bot.programme.Kind;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.Saying;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// At 14:20 organizers said that Matthieu Wyart's talk of 14:30 is cancelled, and that a quiz takes its place; and what
/// the file does not say of the wifi, the dinner and the panel.
class ChangedDayTest {

    private static final Instant AT_14_20 = Instant.parse("2026-04-26T17:20:00Z");
    private static final Programme FILE =
            YamlProgramme.builtIn().at(LocalDate.of(2026, 4, 26), ZoneId.of("America/Sao_Paulo"));
    private static final Programme DAY = DayChanges.NONE
            .with(new CalledOff(
                    FILE.session("s10").orElseThrow(),
                    AT_14_20,
                    new CalledOff.Instead(
                            "instead-1", "Quiz on minima", Kind.usual("session").orElseThrow(), null, null),
                    null))
            .with(new Saying(
                    "wifi", "The network is SCI4DL, the password minima26", List.of("wifi"), null, AT_14_20, ""))
            .with(new Saying("dinner", "At 19:00 in the Churrascaria Leblon", List.of("dinner"), null, AT_14_20, ""))
            .with(new Saying("room of s12", "Room 201", List.of(), "s12", AT_14_20, ""))
            .with(new Saying(
                    "question-1",
                    "No, the bus leaves from the main gate.",
                    List.of("is there a shuttle bus to the venue"),
                    null,
                    AT_14_20,
                    "Marta"))
            .applied(FILE);

    private static Answer ask(String question, Conversation before) {
        return new Answers(() -> DAY, () -> Instant.parse("2026-04-26T17:25:00Z"), Nearness.none())
                .answer(question, Asker.somewhere(), before);
    }

    private static String ask(String question) {
        return ask(question, Conversation.none()).text();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "when is invited talk 5?",
                "when does Matthieu Wyart give his talk?",
                "who gives invited talk 5",
                "when does the talk by wyart end?",
                "where is invited talk 5?",
                "what comes after invited talk 5?",
                "quand parle Matthieu Wyart ?",
            })
    void whoAsksAboutWhatIsCancelledIsToldSoAndWhatStandsInItsPlace(String question) {
        assertThat(ask(question))
                .contains("Invited talk 5 (Matthieu Wyart, 14:30) is cancelled, as the organizers said at 14:20.")
                .contains("In its place: Quiz on minima, 14:30 to 15:00.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            what's next?                       | Quiz on minima
            what is at 14:30?                  | Quiz on minima
            what comes before the second coffee break? | Quiz on minima
            when is the quiz on minima?        | 14:30
            """)
    void whatIsAskedByTheTimeIsWhatStandsThere(String question, String expected) {
        assertThat(ask(question)).contains(expected);
    }

    @Test
    void aQuestionThatGoesOnFromOneAboutSomethingCancelledIsUnderstood() {
        var first = ask("when is invited talk 5?", Conversation.none());

        assertThat(ask("how long is it?", first.after()).text()).contains("is cancelled");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"when does Julia Kempe speak?", "when is the panel?", "when is lunch?", "who is Jeremy Cohen?"})
    void nothingElseSpeaksOfIt(String question) {
        assertThat(ask(question)).doesNotContain("cancelled").doesNotContain("Quiz");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            wifi password?             | As of 14:20, by the organizers: The network is SCI4DL
            what's the wifi?           | SCI4DL
            is there wifi              | SCI4DL
            where is the dinner?       | Churrascaria Leblon
            when is dinner?            | 19:00
            where is the panel?        | Room 201
            is there a shuttle bus to the venue? | Marta, 14:20: No, the bus leaves from the main gate.
            shuttle bus to the venue?  | Marta, 14:20
            """)
    void whatOrganizersSaidIsAnswered(String question, String expected) {
        assertThat(ask(question)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"who are the organizers?", "what is the page limit?", "when is the deadline?"})
    void whatOrganizersSaidAnswersNothingElse(String question) {
        assertThat(ask(question)).doesNotContain("As of").doesNotContain("Marta, 14:20");
    }
}
