package coffeebreak.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Forgetting is looked at from below: through every segment and every byte, and first with somebody
/// there to be found, so that looking in the wrong place would show.
class ForgettingTest {
    private static final String TELLTALE = "zyzzogeton";

    private final Embedder embedder = Embedder.hashing(64);
    private final TopicIndex index = new TopicIndex(embedder);
    private final Text confession = Text.words("I secretly study the " + TELLTALE + " leafhopper");
    private final float[] vector = embedder.embed(List.of(confession.whole()))[0];

    @BeforeEach
    void aRoomFullOfPeople() {
        IntStream.range(0, 60)
                .mapToObj(i -> new Entry(
                        "p" + i, "participant", "Person " + i, List.of(Text.words("training dynamics " + i)), 1))
                .forEach(index::put);
        index.put(new Entry("ana", "participant", "Ana " + TELLTALE + "ova", List.of(confession), 1));
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void nothingOfAForgottenPersonIsLeftInAnySegment() {
        assertThat(traces()).isEqualTo(new Traces(true, true, true, true));

        index.forget("ana");

        assertThat(traces()).isEqualTo(new Traces(false, false, false, false));
        assertThat(index.<Boolean>readingReader(IndexReader::hasDeletions)).isFalse();
    }

    @Test
    void theFurtherPiecesOfALongTextAreForgottenToo() {
        Embedder inTwo = new Embedder() {
            @Override
            public float[][] embed(List<String> texts) {
                return embedder.embed(texts);
            }

            @Override
            public List<String> pieces(String text) {
                return text.contains(TELLTALE) ? List.of("an innocent beginning", confession.whole()) : List.of(text);
            }
        };
        try (var reads = new TopicIndex(inTwo)) {
            reads.put(new Entry("bo", "participant", "Bo", List.of(Text.words("training dynamics")), 1));
            reads.put(new Entry("ana", "participant", "Ana", List.of(confession), 1));
            assertThat(traces(reads)).isEqualTo(new Traces(true, true, true, true));

            reads.forget("ana");

            assertThat(traces(reads)).isEqualTo(new Traces(false, false, false, false));
        }
    }

    @Test
    void noQueryFindsAForgottenPerson() {
        assertThat(index.search(TELLTALE, Set.of(), 100)).extracting(Hit::id).contains("ana");
        assertThat(index.closest("p1", Set.of(), 100)).extracting(Hit::id).contains("ana");
        assertThat(index.neighbours(List.of("p1", "ana"), 1).getFirst()).isNotEmpty();

        index.forget("ana");

        assertThat(index.neighbours(List.of("p1", "ana"), 1).getFirst()).isEmpty();

        assertThat(index.search(TELLTALE, Set.of(), 100)).extracting(Hit::id).doesNotContain("ana");
        assertThat(index.search(confession.whole(), Set.of(), 100))
                .extracting(Hit::id)
                .doesNotContain("ana");
        assertThat(index.closest("p1", Set.of(), 100)).extracting(Hit::id).doesNotContain("ana");
        assertThat(index.affinity("ana", "p1").basis()).isEqualTo(Affinity.Basis.NOTHING_SAID);
        assertThat(index.health().entries()).isEqualTo(60);
    }

    @Test
    void anEarlierVersionOfAForgottenPersonIsGoneToo() {
        index.put(new Entry("ana", "participant", "Ana", List.of(Text.words("loss landscapes")), 2));

        index.forget("ana");

        assertThat(traces()).isEqualTo(new Traces(false, false, false, false));
    }

    @Test
    void whatWasReadForScoresAndReasonsIsLetGoWithTheSegment() {
        index.scores(List.of("ana"), List.of("p1", "p2"));
        index.affinity("ana", "p1");
        assertThat(index.segmentsRead()).isPositive();

        index.forget("ana");
        IntStream.range(0, 60).forEach(i -> index.forget("p" + i));

        assertThat(index.segmentsRead()).isZero();
    }

    @Test
    void othersStayAsTheyWere() {
        var before = index.affinity("p1", "p2");

        index.forget("ana");

        assertThat(index.affinity("p1", "p2")).isEqualTo(before);
    }

    @Test
    void whoSaidTheSameKeepsTheirOwn() {
        index.put(new Entry("bo", "participant", "Bo", List.of(confession), 1));

        index.forget("ana");

        assertThat(index.search(TELLTALE, Set.of(), 5)).extracting(Hit::id).containsExactly("bo");
    }

    private record Traces(boolean terms, boolean storedFields, boolean vectors, boolean bytes) {}

    private Traces traces() {
        return traces(index);
    }

    private Traces traces(TopicIndex index) {
        return index.readingReader(reader -> {
            boolean terms = false;
            boolean stored = false;
            boolean vectors = false;
            for (var leaf : reader.leaves()) {
                terms |= hasTerm(leaf);
                stored |= hasStored(leaf);
                vectors |= hasVector(leaf);
            }
            return new Traces(terms, stored, vectors, hasBytes(index));
        });
    }

    private static boolean hasTerm(LeafReaderContext leaf) throws IOException {
        for (var field : leaf.reader().getFieldInfos()) {
            var terms = leaf.reader().terms(field.name);
            if (terms != null) {
                var each = terms.iterator();
                for (BytesRef term = each.next(); term != null; term = each.next()) {
                    if (term.utf8ToString().contains(TELLTALE)
                            || term.utf8ToString().equals("ana")) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /// Deleted documents included.
    private static boolean hasStored(LeafReaderContext leaf) throws IOException {
        for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
            if (leaf.reader().storedFields().document(doc).toString().contains(TELLTALE)) {
                return true;
            }
        }
        return false;
    }

    /// Deleted documents included.
    private boolean hasVector(LeafReaderContext leaf) throws IOException {
        var values = leaf.reader().getFloatVectorValues(Fields.VECTOR);
        if (values != null) {
            for (int place = 0; place < values.size(); place++) {
                double cosine = 0;
                for (int i = 0; i < vector.length; i++) {
                    cosine += values.vectorValue(place)[i] * vector[i];
                }
                if (cosine > 0.999) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean hasBytes(TopicIndex index) throws IOException {
        var directory = index.directory();
        for (var name : directory.listAll()) {
            try (var file = directory.openInput(name, IOContext.DEFAULT)) {
                var bytes = new byte[(int) file.length()];
                file.readBytes(bytes, 0, bytes.length);
                // Latin-1 keeps every byte, and the telltale is ASCII.
                if (new String(bytes, StandardCharsets.ISO_8859_1).contains(TELLTALE)) {
                    return true;
                }
            }
        }
        return Arrays.stream(directory.listAll()).anyMatch(name -> name.contains(TELLTALE));
    }
}
