package coffeebreak.bot.llm;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.llm.MiniLm.Window;
import coffeebreak.index.Embedder;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
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
    void whatALongTextSaysInItsLastSentenceIsFoundInItsLastPiece() {
        var text = "We study how the learning rate shapes the sharpness of the minimum that is found. ".repeat(40)
                + "Last, we fold proteins and discover drugs with graph networks.";
        var question = embedder.embed(List.of("protein folding and drug discovery"))[0];

        var pieces = embedder.pieces(text);
        var vectors = embedder.embed(pieces);

        assertThat(pieces).hasSizeGreaterThan(2).last().asString().endsWith("with graph networks.");
        assertThat(cosine(vectors[vectors.length - 1], question)).isGreaterThan(cosine(vectors[0], question) + 0.2);
    }

    @Test
    void piecesOverlapLeaveNothingOutAndFit() {
        var words = IntStream.range(0, 700).mapToObj(i -> "word" + i).toList();

        var pieces = model.pieces(String.join(" ", words));

        assertThat(pieces).allSatisfy(piece -> assertThat(model.pieces(piece)).containsExactly(piece));
        assertThat(pieces.stream().flatMap(piece -> Stream.of(piece.split(" "))).distinct())
                .containsExactlyElementsOf(words);
        assertThat(pieces.stream().flatMap(piece -> Stream.of(piece.split(" "))))
                .hasSizeGreaterThan(words.size());
    }

    @Test
    void piecesAreCutRightBehindSignsOutsideTheBasicPlane() {
        var pieces = model.pieces("𝒳𝒴 networks " + "of 𝒵 and others ".repeat(200) + "end.");

        assertThat(pieces).first().asString().startsWith("𝒳𝒴 networks of");
        assertThat(pieces).last().asString().endsWith("others end.");
        assertThat(pieces)
                .allSatisfy(piece -> assertThat(piece).matches("(𝒳𝒴|of|𝒵|and|others) .* (of|𝒵|and|others|end.)"));
    }

    @Test
    void aTextThatFitsIsOneWindow() {
        assertThat(MiniLm.windows(words(254), 254, 126)).containsExactly(new Window(0, 254));
    }

    @Test
    void aLongerTextIsCutIntoFairWindowsThatOverlap() {
        assertThat(MiniLm.windows(words(300), 254, 126))
                .containsExactly(new Window(0, 122), new Window(90, 212), new Window(180, 300));
    }

    @Test
    void noWordIsCutInTwo() {
        var wordOfTwo = LongStream.range(0, 300).map(i -> (i + 1) / 2).toArray();

        assertThat(MiniLm.windows(wordOfTwo, 254, 254)).containsExactly(new Window(0, 165), new Window(135, 300));
    }

    @Test
    void evenAWordLongerThanAWindowIsReadToItsEnd() {
        assertThat(MiniLm.windows(new long[600], 254, 254))
                .containsExactly(new Window(0, 206), new Window(206, 396), new Window(396, 600));
    }

    private static long[] words(int count) {
        return LongStream.range(0, count).toArray();
    }
}
