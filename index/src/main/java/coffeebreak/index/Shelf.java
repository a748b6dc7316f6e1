package coffeebreak.index;

import coffeebreak.index.Background.Rarity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Reads the texts of an entry out of the index: their vectors and weighted terms.
///
/// What was read is kept for as long as its segment lives and let go with it, so it can never
/// outlive what the index holds: a segment does not change, and a forgotten entry's is rewritten.
final class Shelf {
    private static final Set<String> WRITTEN = Set.of(Fields.TITLE, Fields.BODY);

    private final Words words;
    private final Background background;
    private final Statistics statistics;
    private final Map<IndexReader.CacheKey, Kept> read = new ConcurrentHashMap<>();

    Shelf(Words words, Background background, Statistics statistics) {
        this.words = words;
        this.background = background;
        this.statistics = statistics;
    }

    /// What was read of a segment.
    ///
    /// @param entries by the place of an entry's first document
    /// @param said by the place of a text's first document
    private record Kept(Map<Integer, OfEntry> entries, Map<Integer, Said> said) {}

    /// The texts of an entry.
    ///
    /// @param docBase where its segment began in the reader
    private record OfEntry(int docBase, List<StoredText> texts) {
        OfEntry at(int newBase) {
            return new OfEntry(
                    newBase,
                    texts.stream()
                            .map(text -> text.at(text.doc() - docBase + newBase))
                            .toList());
        }
    }

    /// How rare a stem is, as all scores on this reader have it.
    private Rarity rarity(IndexReader reader) throws IOException {
        return switch (statistics) {
            case COMMITTED -> background.alone();
            case COMMITTED_AND_HELD -> background.with(reader);
        };
    }

    /// The texts of an entry in their order; empty when it has none or is not there.
    List<StoredText> texts(IndexReader reader, String id) throws IOException {
        for (var leaf : reader.leaves()) {
            var documents = documents(leaf, id);
            if (!documents.isEmpty()) {
                return texts(reader, leaf, documents);
            }
        }
        return List.of();
    }

    /// The texts of many entries, read by as many threads as there are cores.
    List<List<StoredText>> texts(IndexReader reader, List<String> ids) {
        return ids.parallelStream()
                .map(id -> {
                    try {
                        return texts(reader, id);
                    } catch (IOException e) {
                        throw new UncheckedIOException("the index in memory could not be read", e);
                    }
                })
                .toList();
    }

    /// The texts among an entry's documents: of each the documents of its pieces.
    static List<List<Integer>> pieces(LeafReader reader, List<Integer> documents) throws IOException {
        var texts = new ArrayList<List<Integer>>();
        var numbers = reader.getNumericDocValues(Fields.PIECE);
        for (int doc : documents) {
            // The document of the name is no piece.
            if (numbers != null && numbers.advanceExact(doc)) {
                if (numbers.longValue() == 0) {
                    texts.add(new ArrayList<>());
                }
                texts.getLast().add(doc);
            }
        }
        return texts;
    }

    /// The documents of an entry that are not deleted, in the order they were put in.
    static List<Integer> documents(LeafReaderContext leaf, String id) throws IOException {
        var documents = new ArrayList<Integer>();
        var postings = leaf.reader().postings(new Term(Fields.ID, id), PostingsEnum.NONE);
        if (postings != null) {
            var live = leaf.reader().getLiveDocs();
            for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
                if (live == null || live.get(doc)) {
                    documents.add(doc);
                }
            }
        }
        return documents;
    }

    static long number(LeafReaderContext leaf, String field, int doc) throws IOException {
        var numbers = leaf.reader().getNumericDocValues(field);
        if (numbers == null || !numbers.advanceExact(doc)) {
            throw new IllegalStateException("document %d has no %s".formatted(doc, field));
        }
        return numbers.longValue();
    }

    static float @Nullable [] vector(LeafReader reader, int doc) throws IOException {
        FloatVectorValues vectors = reader.getFloatVectorValues(Fields.VECTOR);
        if (vectors == null) {
            return null;
        }
        var place = vectors.iterator();
        return place.advance(doc) == doc ? vectors.vectorValue(place.index()).clone() : null;
    }

    /// How many segments something is kept of.
    int segmentsRead() {
        return read.size();
    }

    private List<StoredText> texts(IndexReader reader, LeafReaderContext leaf, List<Integer> documents)
            throws IOException {
        int place = place(leaf, documents.getFirst());
        var kept = keptOf(reader, leaf).entries;
        var texts = kept.get(place);
        if (texts == null || texts.docBase != leaf.docBase) {
            texts = texts == null ? load(reader, leaf, documents) : texts.at(leaf.docBase);
            kept.put(place, texts);
        }
        return texts.texts;
    }

    /// A text as reasons read it.
    ///
    /// @param doc its first document's place in the reader
    Said said(IndexReader reader, int doc) throws IOException {
        var leaf = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
        int place = place(leaf, doc - leaf.docBase);
        var kept = keptOf(reader, leaf).said;
        var said = kept.get(place);
        if (said == null) {
            said = said(reader, text(leaf.reader().storedFields().document(doc - leaf.docBase)));
            kept.put(place, said);
        }
        return said;
    }

    /// The same of a text that is not in the index.
    Said said(IndexReader reader, Text text) throws IOException {
        return new Said(text, words, rarity(reader));
    }

    static Text text(Document stored) {
        return new Text(stored.get(Fields.TITLE), stored.get(Fields.BODY));
    }

    /// A segment keeps its numbers while the place of its first one in the reader may change.
    private int place(LeafReaderContext leaf, int doc) {
        return switch (statistics) {
            case COMMITTED -> doc;
            case COMMITTED_AND_HELD -> leaf.docBase + doc;
        };
    }

    /// Weights that depend on all that is held are kept for no longer than the reader that holds it.
    private Kept keptOf(IndexReader reader, LeafReaderContext leaf) {
        var cache = switch (statistics) {
            case COMMITTED -> leaf.reader().getCoreCacheHelper();
            case COMMITTED_AND_HELD -> reader.getReaderCacheHelper();
        };
        var kept = read.get(cache.getKey());
        if (kept == null) {
            kept = new Kept(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
            var earlier = read.putIfAbsent(cache.getKey(), kept);
            if (earlier == null) {
                cache.addClosedListener(read::remove);
            } else {
                kept = earlier;
            }
        }
        return kept;
    }

    private OfEntry load(IndexReader reader, LeafReaderContext leaf, List<Integer> documents) throws IOException {
        var rarity = rarity(reader);
        var stored = leaf.reader().storedFields();
        var values = leaf.reader().getFloatVectorValues(Fields.VECTOR);
        var place = values == null ? null : values.iterator();
        var texts = new ArrayList<StoredText>();
        for (var pieces : pieces(leaf.reader(), documents)) {
            var vectors = new ArrayList<float[]>();
            for (int doc : pieces) {
                if (values == null || place == null) {
                    continue;
                }
                if (place.docID() < doc) {
                    place.advance(doc);
                }
                if (place.docID() == doc) {
                    vectors.add(values.vectorValue(place.index()).clone());
                }
            }
            int doc = pieces.getFirst();
            texts.add(weighted(rarity, leaf.docBase + doc, text(stored.document(doc, WRITTEN)), vectors));
        }
        return new OfEntry(leaf.docBase, List.copyOf(texts));
    }

    /// A text that is not in the index, to be compared with those that are.
    StoredText unstored(IndexReader reader, int doc, Text text, List<float[]> vectors) throws IOException {
        return weighted(rarity(reader), doc, text, vectors);
    }

    private StoredText weighted(Rarity rarity, int doc, Text text, List<float[]> vectors) {
        var weighted = new ArrayList<Weighted>();
        words.counts(text.whole())
                .forEach((stem, count) ->
                        weighted.add(new Weighted(hash(new BytesRef(stem)), (1 + Math.log(count)) * rarity.of(stem))));
        weighted.sort(Comparator.comparingLong(Weighted::term));
        double length = Math.sqrt(
                weighted.stream().mapToDouble(each -> each.weight * each.weight).sum());
        var terms = new long[weighted.size()];
        var weights = new float[weighted.size()];
        for (int i = 0; i < terms.length; i++) {
            terms[i] = weighted.get(i).term;
            weights[i] = (float) (weighted.get(i).weight / length);
        }
        return new StoredText(doc, vectors.toArray(float[][]::new), terms, weights, Scoring.Usual.place(terms.length));
    }

    /// FNV-1a over the stem's bytes.
    static long hash(BytesRef stem) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < stem.length; i++) {
            hash = (hash ^ stem.bytes[stem.offset + i]) * 0x100000001b3L;
        }
        return hash;
    }

    private record Weighted(long term, double weight) {}
}
