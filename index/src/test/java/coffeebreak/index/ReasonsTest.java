package coffeebreak.index;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.index.Affinity.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Loss landscapes of transformers      | the geometry of the loss landscape          | loss landscape
            edge of stability                    | I look at the Edge of Stability with Adam   | edge of stability
            does the optimizer have to adapt     | adaptive optimizers such as Adam            | adaptive optimizers
            in-context learning, generalization  | how in-context learning appears             | in-context learning
            deep networks and grokking           | grokking in deep networks                   | grokking
            interpretability                     | Interpretability of protein models          | Interpretability
            """)
    void theReasonIsWhatBothSayInOnePiece(String one, String other, String reason) {
        assertThat(reasons(Text.topic(one), Text.words(other)).getFirst().words())
                .isEqualToIgnoringCase(reason);
    }

    @Test
    void whatEverybodySaysIsNoReason() {
        assertThat(reasons(Text.words("training deep neural networks"), Text.words("deep networks and training them")))
                .extracting(Reason::kind)
                .doesNotContain(Reason.Kind.SHARED);
    }

    @Test
    void wordsFarApartInOneTextAreNoPhraseOfIt() {
        assertThat(reasons(
                        Text.topic("sparse memory"),
                        Text.words("sparse rewards when robots explore a maze of rooms, and later also a memory")))
                .extracting(Reason::words)
                .doesNotContain("sparse memory");
    }

    @Test
    void wordsAcrossACommaAreTwoReasons() {
        assertThat(reasons(Text.topic("grokking, sparsity"), Text.words("grokking, sparsity")))
                .extracting(Reason::words)
                .containsExactlyInAnyOrder("grokking", "sparsity");
    }

    @Test
    void whatMeetsOnlyInMeaningIsShownFromBothSides() {
        Embedder alike = texts -> texts.stream().map(_ -> new float[] {1, 0}).toArray(float[][]::new);

        assertThat(reasons(alike, Text.topic("delayed generalization"), Text.paper("Grokking", "Modular arithmetic.")))
                .singleElement()
                .satisfies(reason -> {
                    assertThat(reason.kind()).isEqualTo(Reason.Kind.RELATED);
                    assertThat(reason.words()).isEqualTo("delayed generalization meets Grokking");
                    assertThat(reason.share()).isEqualTo(1);
                });
    }

    @Test
    void aLongTitleIsQuoted() {
        Embedder alike = texts -> texts.stream().map(_ -> new float[] {1, 0}).toArray(float[][]::new);

        assertThat(reasons(
                                alike,
                                Text.topic("sparsity"),
                                Text.paper("A very long title that nobody would say in passing", "Nothing."))
                        .getFirst()
                        .words())
                .isEqualTo("sparsity meets “A very long title that nobody would say in passing”");
    }

    @Test
    void thereAreNeverMoreThanThreeReasonsAndNoneTwice() {
        var topics = "grokking, sparsity, wavelets, superposition, loss landscapes";

        var reasons = reasons(Text.words(topics), Text.words(topics));

        assertThat(reasons).hasSize(3).extracting(Reason::words).doesNotHaveDuplicates();
    }

    private static List<Reason> reasons(Text one, Text other) {
        return reasons(Embedder.hashing(64), one, other);
    }

    private static List<Reason> reasons(Embedder embedder, Text one, Text other) {
        try (var index = new TopicIndex(embedder)) {
            index.put(new Entry("a", "person", "A", List.of(one), 1));
            index.put(new Entry("b", "person", "B", List.of(other), 1));
            return index.affinity("a", "b").reasons();
        }
    }
}
