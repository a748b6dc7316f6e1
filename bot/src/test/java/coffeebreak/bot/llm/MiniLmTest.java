package coffeebreak.bot.llm;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.index.Embedder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MiniLmTest extends EmbedderContract {
    private final MiniLm model = new MiniLm();
    private final Embedder embedder = new Meanings(MiniLm.NAME, () -> model);

    @AfterAll
    void close() {
        model.close();
    }

    @Override
    Embedder embedder() {
        return embedder;
    }

    @Test
    void differentWordsForTheSameThingAreCloserThanTheSameWordForAnotherThing() {
        var vectors = embedder.embed(List.of(
                "sudden generalization long after overfitting",
                "grokking: delayed generalization in neural networks",
                "long queues after the lunch break"));

        assertThat(cosine(vectors[0], vectors[1])).isGreaterThan(cosine(vectors[0], vectors[2]));
    }

    @Test
    void theEndOfALongTextIsReadToo() {
        var beginning = "We study how the learning rate shapes the sharpness of the minimum that is found. ".repeat(30);
        var vectors = embedder.embed(List.of(
                beginning,
                beginning + "Protein folding and drug discovery with graph networks. ".repeat(30),
                "protein folding and drug discovery"));

        assertThat(cosine(vectors[1], vectors[2])).isGreaterThan(cosine(vectors[0], vectors[2]) + 0.2);
    }

    @Test
    void aTextOf256TokensIsOneWindow() {
        assertThat(MiniLm.windows(tokens(254), words(254)))
                .singleElement()
                .satisfies(window -> assertThat(window).hasSize(256));
    }

    @Test
    void aLongerTextIsCutIntoFairWindowsThatLoseNothing() {
        var windows = MiniLm.windows(tokens(600), words(600));

        assertThat(windows).extracting(window -> window.length).containsExactly(202, 202, 202);
        assertThat(windows.stream().flatMapToLong(window -> Arrays.stream(window, 1, window.length - 1)))
                .containsExactlyElementsOf(LongStream.range(1000, 1600).boxed().toList());
    }

    @Test
    void noWordIsCutInTwo() {
        var wordOfTwo = LongStream.range(0, 300).map(i -> (i + 1) / 2).toArray();

        var windows = MiniLm.windows(tokens(300), wordOfTwo);

        assertThat(windows).extracting(window -> window.length - 2).containsExactly(149, 151);
    }

    @Test
    void evenAWordLongerThanAWindowIsReadToItsEnd() {
        assertThat(MiniLm.windows(tokens(600), new long[600]).stream().mapToInt(window -> window.length - 2))
                .containsExactly(200, 200, 200);
    }

    private static long[] tokens(int count) {
        return LongStream.range(1000, 1000 + count).toArray();
    }

    private static long[] words(int count) {
        return LongStream.range(0, count).toArray();
    }
}
