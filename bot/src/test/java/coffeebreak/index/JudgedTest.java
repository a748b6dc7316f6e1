package coffeebreak.index;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.llm.Meanings;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Who should come first for whom, with the real model, on cases that were judged before anything was scored on
/// them.
class JudgedTest {
    private final Judged first = Judged.first();
    private final Judged second = Judged.second();
    private final Embedder embedder = Meanings.miniLm();

    @Test
    void thereAreAtLeastFortyCasesInEachSetAndEachCanBeSolved() {
        for (var judged : List.of(first, second)) {
            assertThat(judged.cases()).hasSizeGreaterThan(40);
            for (var each : judged.cases()) {
                assertThat(judged.candidatesOf(each)).hasSizeGreaterThan(10).containsAll(each.first());
            }
        }
    }

    /// 32 of 48 and 45 of 56 when this was written; a little room is for processors that round differently.
    @Test
    void meaningAndWordsTogetherFindTheRightOneInMostCases() {
        assertThat(first.solved(embedder).right()).isGreaterThanOrEqualTo(30);
        assertThat(second.solved(embedder).right()).isGreaterThanOrEqualTo(43);
    }

    @Test
    void meaningAndWordsTogetherFindMoreThanEitherAlone() {
        for (var judged : List.of(first, second)) {
            try (var index = new TopicIndex(embedder)) {
                judged.fill(index);
                int mix = judged.solved(embedder).right();

                assertThat(mix)
                        .isGreaterThan(judged.solved(index, 0, Scoring::counted).right())
                        .isGreaterThan(judged.solvedByBm25().right())
                        .isGreaterThanOrEqualTo(
                                judged.solved(index, 1, Scoring::counted).right());
            }
        }
    }

    @Test
    void thePlainCasesOfTheFirstSetAreAllSolved() {
        assertThat(first.solved(embedder).missed()).noneMatch(missed -> missed.endsWith("(plain)"));
    }

    @Test
    void anAffinityOfThisModelHasReasonsAPersonWouldSay() {
        try (var index = new TopicIndex(embedder)) {
            index.put(new Entry(
                    "ana",
                    "participant",
                    "Ana",
                    List.of(
                            Text.topic("in-context learning in transformers"),
                            Text.topic("loss landscapes"),
                            Text.words("I'm a 2nd-year PhD and look at the Edge of Stability in small transformers"),
                            Text.words("Which sharpness should one measure when the optimizer is adaptive?")),
                    1));
            index.put(new Entry(
                    "jeremy",
                    "mentor",
                    "Jeremy Cohen",
                    List.of(
                            Text.topic("edge of stability and the sharpness of the loss"),
                            Text.topic("training dynamics of adaptive optimizers such as Adam"),
                            Text.topic("learning rates, curvature and loss landscapes")),
                    1));
            index.put(new Entry(
                    "richard",
                    "mentor",
                    "Richard Baraniuk",
                    List.of(Text.topic("machine learning for education"), Text.topic("splines")),
                    1));

            var affinity = index.affinity("ana", "jeremy");

            assertThat(affinity.basis()).isEqualTo(Affinity.Basis.MEANING_AND_WORDS);
            assertThat(affinity.because()).isEqualTo("loss landscapes, adaptive optimizers");
            assertThat(affinity.score())
                    .isGreaterThan(0.5)
                    .isGreaterThan(index.affinity("ana", "richard").score() + 0.3);
        }
    }
}
