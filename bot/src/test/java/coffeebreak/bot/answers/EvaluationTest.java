package coffeebreak.bot.answers;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.answers.Evaluation.Judged;
import coffeebreak.bot.answers.EvaluationQuestion.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What may not get worse. `mvn -pl bot -am -Peval` prints the table and every answer that is not right.
class EvaluationTest {

    private final List<Judged> judged = new Evaluation().judged();

    @Test
    void hardlyAnyAnswerIsWrong() {
        assertThat(Evaluation.wrong(judged)).isLessThanOrEqualTo(Evaluation.MOST_WRONG);
    }

    @Test
    void mostAnswersAreRight() {
        assertThat(Evaluation.share(judged, Verdict.RIGHT)).isGreaterThanOrEqualTo(0.85);
    }
}
