package coffeebreak.index;

import coffeebreak.index.Background.Rarity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
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
    private final Words words;
    private final Background background;
    private final Statistics statistics;
    private final Map<IndexReader.CacheKey, Kept> read = new ConcurrentHashMap<>();

    Shelf(Words words, Background background, Statistics statistics) {
        this.words = words;
        this.background = background;
        this.statistics = statistics;
    }

    /// What was read of a segment, by the place of a text's first document.
    private record Kept(Map<Integer, StoredText> texts, Map<Integer, Said> said) {}

    /// How rare a stem is, as all scores on this reader have it.
    private Rarity rarity(IndexReader reader) throws IOException {
        return switch (statistics) {
            case COMMITTED -> background.alone();
            case COMMITTED_AND_HELD -> background.with(reader);
        };
    }

    /// The texts of an entry in their order; empty when it has none or is not there.
    List<StoredText> texts(IndexReader reader, String id) throws IOException {
        var texts = new ArrayList<StoredText>();
        for (var leaf : reader.leaves()) {
            var documents = documents(leaf, id);
            for (int from = 0, to; from < documents.size(); from = to) {
                to = from + 1;
                while (to < documents.size() && isFurtherPiece(leaf, documents.get(to))) {
                    to++;
                }
                if (ordinal(leaf, documents.get(from)) != Fields.NAME_ORDINAL) {
                    texts.add(text(reader, leaf, documents.subList(from, to)));
                }
            }
        }
        return texts;
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

    static boolean isFurtherPiece(LeafReaderContext leaf, int doc) throws IOException {
        var numbers = leaf.reader().getNumericDocValues(Fields.PIECE);
        return numbers != null && numbers.advanceExact(doc) && numbers.longValue() > 0;
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

    static int ordinal(LeafReaderContext leaf, int doc) throws IOException {
        return (int) number(leaf, Fields.ORDINAL, doc);
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

    /// @param pieces the documents of one text, one for each piece
    private StoredText text(IndexReader reader, LeafReaderContext leaf, List<Integer> pieces) throws IOException {
        int doc = leaf.docBase + pieces.getFirst();
        int place = place(leaf, pieces.getFirst());
        var kept = keptOf(reader, leaf).texts;
        var text = kept.get(place);
        if (text == null) {
            text = load(rarity(reader), leaf.reader(), pieces);
            kept.put(place, text);
        }
        return text.at(doc);
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

    private static StoredText load(Rarity rarity, LeafReader reader, List<Integer> pieces) throws IOException {
        int doc = pieces.getFirst();
        var stems = reader.termVectors().get(doc, Fields.STEMS);
        var counts = new HashMap<String, Long>();
        if (stems != null) {
            var each = stems.iterator();
            for (BytesRef stem = each.next(); stem != null; stem = each.next()) {
                counts.put(stem.utf8ToString(), each.totalTermFreq());
            }
        }
        var vectors = new ArrayList<float[]>();
        for (int piece : pieces) {
            var vector = vector(reader, piece);
            if (vector != null) {
                vectors.add(vector);
            }
        }
        return weighted(rarity, doc, vectors, counts);
    }

    /// A text that is not in the index, to be compared with those that are.
    StoredText unstored(IndexReader reader, int doc, Text text, List<float[]> vectors) throws IOException {
        var counts = words.tokens(text.whole()).stream()
                .filter(token -> !token.small())
                .collect(Collectors.groupingBy(Words.Token::stem, Collectors.counting()));
        return weighted(rarity(reader), doc, vectors, counts);
    }

    private static StoredText weighted(Rarity rarity, int doc, List<float[]> vectors, Map<String, Long> counts) {
        var weighted = new ArrayList<Weighted>();
        counts.forEach((stem, count) ->
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
