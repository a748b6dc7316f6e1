package coffeebreak.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.StoredFieldsFormat;
import org.apache.lucene.codecs.compressing.CompressionMode;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene90.compressing.Lucene90CompressingStoredFieldsFormat;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/// Who and what belongs together, and why: entries in, search and affinities out.
///
/// Lives in memory and is a projection: what it is given is kept elsewhere, and put in again after a
/// restart, with the [vectors][#vectors] of last time if nothing is to be embedded again. A change is
/// visible to the next call. Safe for use by several threads; changes happen one after the other,
/// queries never wait for them.
public final class TopicIndex implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(TopicIndex.class.getName());

    /// How many texts are embedded before others who want to change something get their turn.
    private static final int BATCH = 32;

    /// Up to here every candidate is scored exactly; beyond, vector search proposes the candidates.
    private static final int EXACT_UP_TO = 5_000;

    private static final int CANDIDATES = 500;

    private static final byte[] NOTHING = {};

    /// Lucene's own, but without a graph in segments below some 9,000 texts (below 1,000 times the logarithm
    /// of their number): looking at all of them is exact and quick, and building the graph is most of the
    /// time a restart takes.
    private static final KnnVectorsFormat VECTORS = new Lucene99HnswVectorsFormat(16, 100, 1, null, 1_000);

    /// Lucene's own, but in small blocks: texts are read for scores one entry here and one there, and each time their
    /// whole block is unpacked.
    private static final StoredFieldsFormat STORED_FIELDS =
            new Lucene90CompressingStoredFieldsFormat("SmallBlocks", CompressionMode.FAST, 1 << 10, 8, 10);

    private final Embedder embedder;
    private final Words words = new Words();
    private final Shelf shelf;
    private final Search search = new Search(words);
    private final Directory directory = new ByteBuffersDirectory();
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final ReentrantLock changing = new ReentrantLock(true);
    private volatile @Nullable Throwable embedderFault;

    /// An empty index in which no score depends on who else is there.
    ///
    /// @param embedder gives texts their vectors
    public TopicIndex(Embedder embedder) {
        this(embedder, Statistics.COMMITTED);
    }

    /// An empty index.
    ///
    /// @param embedder gives texts their vectors
    /// @param statistics where it is counted how much a word tells
    public TopicIndex(Embedder embedder, Statistics statistics) {
        this.embedder = embedder;
        shelf = new Shelf(words, Background.committed(words), statistics);
        try {
            // A forget rewrites every segment with something deleted in it, however little that is, and
            // finds no merge under way, since merges happen in the thread that changes something.
            var merges = new TieredMergePolicy().setForceMergeDeletesPctAllowed(0);
            // Fewer files are of no use in memory.
            merges.setNoCFSRatio(0);
            var config = new IndexWriterConfig(words.forFields())
                    .setUseCompoundFile(false)
                    .setMergePolicy(merges)
                    .setMergeScheduler(new SerialMergeScheduler())
                    .setCodec(codec());
            writer = new IndexWriter(directory, config);
            searchers = new SearcherManager(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException("the index could not be opened in memory", e);
        }
    }

    private static Codec codec() {
        var ours = new Lucene104Codec() {
            @Override
            public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                return VECTORS;
            }
        };
        return new FilterCodec(ours.getName(), ours) {
            @Override
            public StoredFieldsFormat storedFieldsFormat() {
                return STORED_FIELDS;
            }
        };
    }

    /// Adds an entry, or replaces the one of the same id unless that is newer.
    public void put(Entry entry) {
        putAll(List.of(entry));
    }

    /// Adds many entries; the embedder is asked for several texts at a time.
    public void putAll(Collection<Entry> entries) {
        putAll(entries, _ -> NOTHING);
    }

    /// Adds many entries whose vectors were remembered from an earlier index, so that only texts that
    /// changed since are embedded.
    ///
    /// @param remembered by an entry's id what [#vectors] gave; empty or other bytes are ignored
    public void putAll(Collection<Entry> entries, Function<String, byte[]> remembered) {
        var batch = new ArrayList<Entry>();
        var vectors = new HashMap<String, float[]>();
        int unknown = 0;
        for (var entry : entries) {
            var known = Vectors.read(remembered.apply(entry.id()));
            batch.add(entry);
            vectors.putAll(known);
            unknown += Math.max(0, entry.texts().size() - known.size());
            if (unknown >= BATCH) {
                putBatch(batch, vectors);
                batch.clear();
                vectors.clear();
                unknown = 0;
            }
        }
        putBatch(batch, vectors);
    }

    private void putBatch(List<Entry> batch, Map<String, float[]> remembered) {
        if (!batch.isEmpty()) {
            change(() -> add(batch, remembered));
        }
    }

    /// Removes an entry for good: when this returns, neither its words nor its stored texts nor its
    /// vectors are left in any segment. Does nothing when there is no such entry.
    public void forget(String id) {
        change(() -> {
            writer.deleteDocuments(new Term(Fields.ID, id));
            writer.forceMergeDeletes(true);
        });
    }

    /// The vectors of an entry as bytes to be kept beside it, for [#putAll(Collection, Function)] after a restart.
    public byte[] vectors(String id) {
        return reading(searcher -> {
            var vectors = new LinkedHashMap<String, float[]>();
            for (var leaf : searcher.getIndexReader().leaves()) {
                for (int doc : Shelf.documents(leaf, id)) {
                    var vector = Shelf.vector(leaf.reader(), doc);
                    var digest = leaf.reader().storedFields().document(doc).get(Fields.DIGEST);
                    if (vector != null && digest != null) {
                        vectors.put(digest, vector);
                    }
                }
            }
            return Vectors.write(vectors);
        });
    }

    /// Finds entries by words and by meaning, both rankings fused. Forgives a typo, a plural, a missing accent, and
    /// knows common abbreviations.
    ///
    /// @param query what somebody looks for, in their words
    /// @param kinds the kinds looked for; empty for all
    /// @param limit at most so many
    /// @return best first; each entry once
    public List<Hit> search(String query, Set<String> kinds, int limit) {
        if (query.isBlank() || limit <= 0) {
            return List.of();
        }
        var meaning = embed(List.of(search.spelledOut(query)));
        return reading(
                searcher -> search.find(searcher, query, meaning.isEmpty() ? null : meaning.getFirst(), kinds, limit));
    }

    /// A text cut into what [#search] would find for a query and what stands between: to be shown with the former in
    /// bold.
    ///
    /// @return in order; all of them together are the text
    public List<Stretch> matches(String query, String text) {
        return search.stretches(query, text);
    }

    /// How much two entries have to say to each other, and why. The same from both sides. An id that
    /// is not here has said nothing yet.
    public Affinity affinity(String one, String other) {
        return reading(searcher -> affinity(searcher, one, other));
    }

    /// The scores of [#affinity] without the reasons, for all pairs at once and on one state of the index.
    ///
    /// @return one row for each of `ones`, in it one score for each of `others`
    public double[][] scores(List<String> ones, List<String> others) {
        return reading(searcher -> {
            var reader = searcher.getIndexReader();
            boolean mirrored = ones.equals(others);
            var columns = shelf.texts(reader, others);
            var texts = mirrored ? columns : shelf.texts(reader, ones);
            var scores = new double[ones.size()][others.size()];
            IntStream.range(0, scores.length).parallel().forEach(row -> {
                for (int column = mirrored ? row : 0; column < columns.size(); column++) {
                    double score = Scoring.score(texts.get(row), columns.get(column));
                    scores[row][column] = score;
                    if (mirrored) {
                        scores[column][row] = score;
                    }
                }
            });
            return scores;
        });
    }

    /// For each of many entries those of them it has most to say to: whom to seat with whom. A pair has the same
    /// score in both lists, that of [#affinity]. Who has said nothing has no neighbours and is nobody's: they are
    /// as near to one as to another.
    ///
    /// Exact up to 5,000 entries: every pair is scored. Of more, those pairs are scored in which a text of one is
    /// among the nearest to a text of the other by Lucene's vector search; while the embedder is away, every pair.
    ///
    /// @param most how many neighbours each may have
    /// @return for each of the ids, in their order, its neighbours, best first
    public List<List<Neighbour>> neighbours(List<String> ids, int most) {
        return neighbours(ids, most, EXACT_UP_TO);
    }

    /// For tests, which have fewer people.
    List<List<Neighbour>> neighbours(List<String> ids, int most, int exactUpTo) {
        return reading(searcher -> {
            var neighbours = new Neighbours(searcher.getIndexReader(), shelf, ids);
            return ids.size() <= exactUpTo || embedderFault != null
                    ? neighbours.exact(most)
                    : neighbours.sparse(most, Math.max(100, 8 * most));
        });
    }

    /// The entries with the highest affinity to one: "what should I see?", "who is like me?".
    ///
    /// Exact among up to 5,000 entries of these kinds, beyond that among the 500 nearest by meaning.
    ///
    /// @param id whose affinities; never in the answer itself. Empty answer when it has said nothing
    /// @param kinds the kinds looked for; empty for all
    public List<Hit> closest(String id, Set<String> kinds, int limit) {
        return reading(
                searcher -> closest(searcher, shelf.texts(searcher.getIndexReader(), id), List.of(), id, kinds, limit));
    }

    /// The entries with the highest affinity to texts that are in no entry: "which of our topics is this about?".
    ///
    /// @param texts blank ones count as nothing
    /// @param kinds the kinds looked for; empty for all
    public List<Hit> closest(List<Text> texts, Set<String> kinds, int limit) {
        var said = texts.stream().filter(text -> !text.isBlank()).toList();
        if (said.isEmpty()) {
            return List.of();
        }
        var pieces = pieces(said);
        var vectors = vectorsFor(pieces.values(), Map.of());
        return reading(searcher -> {
            var reader = searcher.getIndexReader();
            var unstored = new ArrayList<StoredText>();
            var spoken = new ArrayList<Said>();
            for (var text : said) {
                var known = pieces.getOrDefault(text, List.of()).stream()
                        .flatMap(piece -> Stream.ofNullable(vectors.get(piece.digest())))
                        .toList();
                unstored.add(shelf.unstored(reader, -1 - unstored.size(), text, known));
                spoken.add(shelf.said(reader, text));
            }
            return closest(searcher, unstored, spoken, "", kinds, limit);
        });
    }

    private List<Hit> closest(
            IndexSearcher searcher,
            List<StoredText> texts,
            List<Said> unstored,
            String self,
            Set<String> kinds,
            int limit)
            throws IOException {
        if (texts.isEmpty() || limit <= 0) {
            return List.of();
        }
        var candidates = search.named(searcher, kinds, EXACT_UP_TO + 1);
        if (candidates.size() > EXACT_UP_TO) {
            candidates = search.nearest(searcher, texts, kinds, CANDIDATES);
        }
        var ranked = new ArrayList<Hit>();
        for (var candidate : candidates) {
            var others = shelf.texts(searcher.getIndexReader(), candidate.id());
            if (!candidate.id().equals(self) && !others.isEmpty()) {
                ranked.add(
                        new Hit(candidate.id(), candidate.kind(), candidate.name(), "", Scoring.score(texts, others)));
            }
        }
        ranked.sort(Comparator.comparingDouble(Hit::score).reversed().thenComparing(Hit::id));
        var closest = new ArrayList<Hit>();
        for (var hit : ranked.subList(0, Math.min(limit, ranked.size()))) {
            var why = unstored.isEmpty()
                    ? affinity(searcher, self, hit.id())
                    : affinity(searcher, texts, unstored, shelf.texts(searcher.getIndexReader(), hit.id()));
            closest.add(new Hit(hit.id(), hit.kind(), hit.name(), why.because(), hit.score()));
        }
        return List.copyOf(closest);
    }

    /// How the index fares. Asks the embedder nothing.
    public Health health() {
        return reading(searcher -> {
            int entries = searcher.count(new TermQuery(new Term(Fields.NAMED, Fields.YES)));
            int waiting = searcher.count(withoutVector());
            var fault = embedderFault;
            return new Health(
                    fault == null,
                    entries,
                    waiting,
                    fault == null
                            ? "%d entries, found by words and by meaning".formatted(entries)
                            : "%d entries, found by words alone, since the embedding model failed: %s"
                                    .formatted(entries, fault));
        });
    }

    @Override
    public void close() {
        try {
            searchers.close();
            writer.close();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the index could not be closed", e);
        }
    }

    /// For tests that look through every segment.
    Directory directory() {
        return directory;
    }

    /// For tests that look through every segment.
    <T> T readingReader(Reading<IndexReader, T> reading) {
        return reading(searcher -> reading.of(searcher.getIndexReader()));
    }

    int segmentsRead() {
        return shelf.segmentsRead();
    }

    private Affinity affinity(IndexSearcher searcher, String one, String other) throws IOException {
        // Always seen from the same side, so that both hear the same.
        var first = one.compareTo(other) <= 0 ? one : other;
        var second = first.equals(one) ? other : one;
        return affinity(
                searcher,
                shelf.texts(searcher.getIndexReader(), first),
                List.of(),
                shelf.texts(searcher.getIndexReader(), second));
    }

    private Affinity affinity(
            IndexSearcher searcher, List<StoredText> ones, List<Said> unstored, List<StoredText> others)
            throws IOException {
        var best = Scoring.best(ones, others);
        if (best.isEmpty()) {
            return new Affinity(Scoring.NEUTRAL, Affinity.Basis.NOTHING_SAID, List.of());
        }
        var spoken = new ArrayList<Reasons.Spoken>();
        for (var pair : best) {
            spoken.add(new Reasons.Spoken(
                    pair,
                    said(searcher, pair.one().doc(), unstored),
                    said(searcher, pair.other().doc(), unstored)));
        }
        var basis = best.stream().anyMatch(Scoring.Pair::byMeaning)
                ? Affinity.Basis.MEANING_AND_WORDS
                : Affinity.Basis.WORDS;
        return new Affinity(Scoring.score(ones, others), basis, Reasons.of(spoken));
    }

    /// Texts that are in no entry have negative places.
    private Said said(IndexSearcher searcher, int doc, List<Said> unstored) throws IOException {
        return doc < 0 ? unstored.get(-1 - doc) : shelf.said(searcher.getIndexReader(), doc);
    }

    private void add(List<Entry> entries, Map<String, float[]> remembered) throws IOException {
        var newest = reading(searcher -> newerThanHeld(searcher, entries));
        var failedBefore = embedderFault != null;
        write(newest, remembered);
        if (failedBefore && embedderFault == null) {
            repair();
        }
    }

    private void write(Collection<Entry> entries, Map<String, float[]> remembered) throws IOException {
        var pieces =
                pieces(entries.stream().flatMap(entry -> entry.texts().stream()).toList());
        var vectors = vectorsFor(pieces.values(), remembered);
        try {
            entries.parallelStream().forEach(entry -> write(entry, pieces, vectors));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void write(Entry entry, Map<Text, List<Piece>> pieces, Map<String, float[]> vectors) {
        var documents = new ArrayList<Document>();
        documents.add(Fields.name(entry));
        for (var text : entry.texts()) {
            documents.addAll(documents(entry, text, pieces.getOrDefault(text, List.of()), vectors));
        }
        try {
            writer.updateDocuments(new Term(Fields.ID, entry.id()), documents);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Document> documents(Entry entry, Text text, List<Piece> pieces, Map<String, float[]> vectors) {
        var documents = new ArrayList<Document>();
        for (int number = 0; number < pieces.size(); number++) {
            var piece = pieces.get(number);
            var vector = vectors.get(piece.digest());
            if (number == 0) {
                documents.add(Fields.text(entry, text, piece, vector));
            } else if (vector != null) {
                documents.add(Fields.furtherPiece(entry, number, piece, vector));
            }
        }
        return documents;
    }

    /// What the embedder reads each text in; the whole text while it is away.
    private Map<Text, List<Piece>> pieces(Collection<Text> texts) {
        var pieces = new LinkedHashMap<Text, List<Piece>>();
        for (var text : texts) {
            pieces.computeIfAbsent(
                    text,
                    _ -> piecesOf(text.whole()).stream()
                            .map(words -> new Piece(words, Vectors.digest(embedder.model(), words)))
                            .toList());
        }
        return pieces;
    }

    private List<String> piecesOf(String text) {
        try {
            return embedder.pieces(text);
        } catch (RuntimeException | LinkageError e) {
            failed(e);
            return List.of(text);
        }
    }

    /// Of several entries with one id the newest, and only if it is not older than what is held.
    private static List<Entry> newerThanHeld(IndexSearcher searcher, List<Entry> entries) throws IOException {
        var newest = new LinkedHashMap<String, Entry>();
        for (var entry : entries) {
            newest.merge(entry.id(), entry, (one, other) -> other.version() >= one.version() ? other : one);
        }
        for (var leaf : searcher.getIndexReader().leaves()) {
            for (var entry : List.copyOf(newest.values())) {
                var held = Shelf.documents(leaf, entry.id());
                if (!held.isEmpty() && Shelf.number(leaf, Fields.VERSION, held.getFirst()) > entry.version()) {
                    newest.remove(entry.id());
                }
            }
        }
        return List.copyOf(newest.values());
    }

    /// By digest: what was remembered, what the index already holds for the same words, and only for the rest the
    /// embedder.
    private Map<String, float[]> vectorsFor(Collection<List<Piece>> texts, Map<String, float[]> remembered) {
        var wanted = new LinkedHashMap<String, String>();
        texts.forEach(pieces -> pieces.forEach(piece -> wanted.put(piece.digest(), piece.words())));
        var vectors = new HashMap<String, float[]>();
        for (var digest : wanted.keySet()) {
            var vector = remembered.get(digest);
            if (vector != null) {
                vectors.put(digest, vector);
            }
        }
        vectors.putAll(held(missing(wanted, vectors)));
        var missing = missing(wanted, vectors);
        if (!missing.isEmpty()) {
            var made = embed(missing.stream()
                    .map(digest -> wanted.getOrDefault(digest, ""))
                    .toList());
            for (int i = 0; i < made.size(); i++) {
                if (VectorUtil.dotProduct(made.get(i), made.get(i)) > 0) {
                    vectors.put(missing.get(i), made.get(i));
                }
            }
        }
        return vectors;
    }

    private static List<String> missing(Map<String, String> wanted, Map<String, float[]> vectors) {
        return wanted.keySet().stream()
                .filter(digest -> !vectors.containsKey(digest))
                .toList();
    }

    private Map<String, float[]> held(Collection<String> digests) {
        return reading(searcher -> {
            var held = new HashMap<String, float[]>();
            for (var leaf : searcher.getIndexReader().leaves()) {
                var terms = leaf.reader().terms(Fields.DIGEST);
                if (terms == null) {
                    continue;
                }
                var each = terms.iterator();
                for (var digest : digests) {
                    if (!held.containsKey(digest) && each.seekExact(new BytesRef(digest))) {
                        var postings = each.postings(null);
                        for (int doc = postings.nextDoc();
                                doc != DocIdSetIterator.NO_MORE_DOCS && !held.containsKey(digest);
                                doc = postings.nextDoc()) {
                            var vector = Shelf.vector(leaf.reader(), doc);
                            if (vector != null) {
                                held.put(digest, vector);
                            }
                        }
                    }
                }
            }
            return held;
        });
    }

    /// Unit vectors for texts; an empty list when the embedder is away.
    private List<float[]> embed(List<String> texts) {
        try {
            var made = embedder.embed(texts);
            if (made.length != texts.size()) {
                throw new IllegalStateException(
                        "the embedder gave %d vectors for %d texts".formatted(made.length, texts.size()));
            }
            var vectors = new ArrayList<float[]>(made.length);
            for (var vector : made) {
                vectors.add(VectorUtil.l2normalize(vector.clone(), false));
            }
            embedderFault = null;
            return vectors;
        } catch (RuntimeException | LinkageError e) {
            failed(e);
            return List.of();
        }
    }

    private void failed(Throwable fault) {
        if (embedderFault == null) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    () -> "the embedding model failed, the index goes on with words alone: " + fault);
        }
        embedderFault = fault;
    }

    /// Gives the texts that were put in while the embedder was away their vectors.
    private void repair() throws IOException {
        writer.flush();
        searchers.maybeRefreshBlocking();
        var entries = reading(this::entriesWithoutVector);
        for (int from = 0; from < entries.size() && embedderFault == null; from += BATCH) {
            var some = entries.subList(from, Math.min(from + BATCH, entries.size()));
            write(some, Map.of());
        }
    }

    private List<Entry> entriesWithoutVector(IndexSearcher searcher) throws IOException {
        var ids = new LinkedHashSet<String>();
        for (var found : searcher.search(
                        withoutVector(), Math.max(1, searcher.getIndexReader().maxDoc()))
                .scoreDocs) {
            ids.add(searcher.storedFields().document(found.doc).get(Fields.ID));
        }
        var entries = new ArrayList<Entry>();
        for (var id : ids) {
            for (var leaf : searcher.getIndexReader().leaves()) {
                var documents = Shelf.documents(leaf, id);
                if (!documents.isEmpty()) {
                    var stored = leaf.reader().storedFields();
                    var texts = new ArrayList<Text>();
                    for (var pieces : Shelf.pieces(leaf.reader(), documents)) {
                        texts.add(Shelf.text(stored.document(pieces.getFirst())));
                    }
                    var name = stored.document(documents.getFirst());
                    entries.add(new Entry(
                            id,
                            name.get(Fields.KIND),
                            name.get(Fields.NAME),
                            texts,
                            Shelf.number(leaf, Fields.VERSION, documents.getFirst())));
                }
            }
        }
        return entries;
    }

    private static BooleanQuery withoutVector() {
        return new BooleanQuery.Builder()
                .add(new FieldExistsQuery(Fields.PIECE), BooleanClause.Occur.FILTER)
                .add(new FieldExistsQuery(Fields.VECTOR), BooleanClause.Occur.MUST_NOT)
                .build();
    }

    private void change(Change change) {
        changing.lock();
        try {
            change.make();
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw new UncheckedIOException("the index in memory could not be changed", e);
        } finally {
            changing.unlock();
        }
    }

    private <T> T reading(Reading<IndexSearcher, T> reading) {
        try {
            var searcher = searchers.acquire();
            try {
                return reading.of(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the index in memory could not be read", e);
        }
    }

    private interface Change {
        void make() throws IOException;
    }

    /// A function of something that reads.
    interface Reading<S, T> {
        T of(S source) throws IOException;
    }
}
