package coffeebreak.bot.organizing;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Person;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every keeper of questions to the organizers does.
public abstract class OpenQuestionsContract {

    private static final Person ANA = new Person("U-ana");
    private static final Instant NOW = Instant.parse("2026-04-26T17:40:00Z");

    private final OpenQuestions questions;

    /// @param questions with nothing in them
    protected OpenQuestionsContract(OpenQuestions questions) {
        this.questions = questions;
    }

    private static OpenQuestion question(int number) {
        return OpenQuestion.first(number, new OpenQuestion.Asked(ANA, "Is there a bus? 🚌", NOW, true));
    }

    @Test
    void whatWasAskedAndAnsweredComesBackAsItWas() {
        var asked = question(2);
        var answered = asked.answered(new OpenQuestion.Given("Yes.", new Person("U-olga"), "Olga", NOW));

        assertThat(questions.replace(asked)).isTrue();
        assertThat(questions.replace(answered)).isTrue();
        assertThat(questions.replace(question(1))).isTrue();

        assertThat(questions.all()).containsExactly(question(1), answered);
    }

    @Test
    void whoeverReadAnOlderVersionReplacesNothing() {
        assertThat(questions.replace(question(1))).isTrue();

        assertThat(questions.replace(question(1))).isFalse();
    }

    @Test
    void ofManyNewOnesOfOneNumberOneIsKept() {
        var kept = IntStream.range(0, 20)
                .parallel()
                .filter(_ -> questions.replace(question(1)))
                .count();

        assertThat(kept).isEqualTo(1);
    }

    @Test
    void whatWasAskedInVainIsKeptPerPersonAndCanGo() {
        questions.keepAskedInVain(ANA, Map.of("a", "Is there a bus?"));

        assertThat(questions.askedInVain(ANA)).isEqualTo(Map.of("a", "Is there a bus?"));
        assertThat(questions.askedInVain(new Person("U-bo"))).isEmpty();

        questions.keepAskedInVain(ANA, Map.of());

        assertThat(questions.askedInVain(ANA)).isEmpty();
    }
}
