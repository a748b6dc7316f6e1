package coffeebreak.bot.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import coffeebreak.index.Embedder;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What the index relies on, whoever embeds: the model in the jar and the stand-in for tests.
abstract class EmbedderContract {
    abstract Embedder embedder();

    @Test
    void everyVectorHasUnitLengthAndTheSameNumberOfValues() {
        var vectors = embedder().embed(List.of("loss landscapes", "a", "?!", "the edge of stability ".repeat(300)));

        assertThat(vectors).hasNumberOfRows(4);
        for (var vector : vectors) {
            assertThat(vector).hasSameSizeAs(vectors[0]);
            assertThat(cosine(vector, vector)).isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void theSameTextHasTheSameVectorInWhateverCompany() {
        var alone = embedder().embed(List.of("loss landscapes"))[0];
        var inCompany =
                embedder().embed(List.of("diffusion models of a much longer description", "loss landscapes", "x"))[1];

        assertThat(inCompany).containsExactly(alone);
    }

    @Test
    void severalThreadsGetTheVectorsOneThreadGets() throws InterruptedException, ExecutionException {
        var texts = IntStream.range(0, 20)
                .mapToObj("training dynamics, part %d"::formatted)
                .toList();
        var expected = embedder().embed(texts);

        try (var threads = Executors.newFixedThreadPool(4)) {
            var answers = texts.stream()
                    .map(text -> threads.submit(() -> embedder().embed(List.of(text))[0]))
                    .toList();
            for (int i = 0; i < expected.length; i++) {
                assertThat(answers.get(i).get()).containsExactly(expected[i]);
            }
        }
    }

    @Test
    void relatedTextsAreCloserThanUnrelatedOnes() {
        var vectors = embedder()
                .embed(List.of(
                        "the geometry of loss landscapes in deep networks",
                        "loss landscapes and their geometry",
                        "vegetarian restaurants near the venue"));

        assertThat(cosine(vectors[0], vectors[1])).isGreaterThan(cosine(vectors[0], vectors[2]) + 0.3);
    }

    static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
