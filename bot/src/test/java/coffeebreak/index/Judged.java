package coffeebreak.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/// The judged cases: who or which paper should come first for whom.
///
/// @param candidates by kind and id, what each is about
/// @param cases what somebody wrote and who should come first
record Judged(Map<String, Map<String, List<Text>>> candidates, List<Case> cases) {
    /// @param among the kind looked among
    record Case(String among, List<Text> wrote, Set<String> first, String hard) {}

    /// How the cases came out.
    ///
    /// @param right how many have somebody in the first place who belongs there
    /// @param reciprocalRank the mean of one over the place of the first who belongs there
    /// @param byHardness how many are right of each kind of difficulty
    record Solved(int right, int of, double reciprocalRank, Map<String, Integer> byHardness, List<String> missed) {
        @Override
        public String toString() {
            return "%d of %d (%.2f)".formatted(right, of, reciprocalRank);
        }
    }

    /// Orders the candidates of a case, best first. Who is left out comes last.
    @FunctionalInterface
    interface Ranking {
        List<String> of(int number, Case each) throws IOException;
    }

    /// The set whose cases were in view when pooling and background were chosen.
    static Judged first() {
        return read("judged.tsv");
    }

    /// The set nothing but the calibration was chosen on.
    static Judged second() {
        return read("judged-second.tsv");
    }

    private static Judged read(String name) {
        var candidates = new LinkedHashMap<String, Map<String, List<Text>>>();
        var cases = new ArrayList<Case>();
        try (InputStream file = Objects.requireNonNull(Judged.class.getResourceAsStream(name), name)) {
            for (var line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                var fields = line.split("\t");
                switch (fields[0]) {
                    case "mentor", "paper", "person" ->
                        candidates
                                .computeIfAbsent(fields[0], _ -> new LinkedHashMap<>())
                                .put(fields[1], texts(fields[2]));
                    case "case" ->
                        cases.add(
                                fields.length == 4
                                        ? new Case("mentor", List.of(Text.words(fields[1])), set(fields[2]), fields[3])
                                        : new Case(fields[1], texts(fields[2]), set(fields[3]), fields[4]));
                    case "many" -> cases.add(new Case("mentor", texts(fields[3]), set(fields[1]), fields[2]));
                    default -> {}
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
        return new Judged(candidates, cases);
    }

    private static Set<String> set(String listed) {
        return Set.of(listed.split(","));
    }

    private static List<Text> texts(String listed) {
        return Arrays.stream(listed.split("\\|")).map(Judged::text).toList();
    }

    private static Text text(String written) {
        int middle = written.indexOf(" :: ");
        if (middle >= 0) {
            return Text.paper(written.substring(0, middle), written.substring(middle + 4));
        }
        return written.startsWith("~") ? Text.words(written.substring(1)) : Text.topic(written);
    }

    /// The same cases with other texts for the candidates.
    Judged with(UnaryOperator<Text> change) {
        var changed = new LinkedHashMap<String, Map<String, List<Text>>>();
        candidates.forEach((kind, ofKind) -> {
            var others = new LinkedHashMap<String, List<Text>>();
            ofKind.forEach(
                    (id, texts) -> others.put(id, texts.stream().map(change).toList()));
            changed.put(kind, others);
        });
        return new Judged(changed, cases);
    }

    /// Only the cases that look among one kind.
    Judged among(String kind) {
        return new Judged(
                candidates,
                cases.stream().filter(each -> each.among.equals(kind)).toList());
    }

    Set<String> candidatesOf(Case each) {
        return candidates.getOrDefault(each.among, Map.of()).keySet();
    }

    static String id(int number) {
        return "case:" + number;
    }

    static String id(Case each, String candidate) {
        return each.among + ":" + candidate;
    }

    void fill(TopicIndex index) {
        var entries = new ArrayList<Entry>();
        candidates.forEach((kind, ofKind) ->
                ofKind.forEach((id, texts) -> entries.add(new Entry(kind + ":" + id, kind, id, texts, 1))));
        for (int number = 0; number < cases.size(); number++) {
            entries.add(new Entry(id(number), "case", "", cases.get(number).wrote, 1));
        }
        index.putAll(entries);
    }

    Solved solved(Ranking ranking) {
        var missed = new ArrayList<String>();
        var byHardness = new TreeMap<String, Integer>();
        double reciprocal = 0;
        try {
            for (int number = 0; number < cases.size(); number++) {
                var each = cases.get(number);
                var order = ranking.of(number, each);
                int place = IntStream.range(0, order.size())
                        .filter(i -> each.first.contains(order.get(i)))
                        .findFirst()
                        .orElse(candidatesOf(each).size() - 1);
                reciprocal += 1.0 / (place + 1);
                byHardness.merge(each.hard, place == 0 ? 1 : 0, Integer::sum);
                if (place > 0) {
                    missed.add("%s -> %s, not %s (%s)"
                            .formatted(
                                    each.wrote.getFirst().whole(),
                                    order.isEmpty() ? "nobody" : order.getFirst(),
                                    each.first,
                                    each.hard));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Solved(cases.size() - missed.size(), cases.size(), reciprocal / cases.size(), byHardness, missed);
    }

    /// Solves the cases as the index ships.
    Solved solved(Embedder embedder) {
        try (var index = new TopicIndex(embedder)) {
            fill(index);
            return solved((number, each) -> {
                var ids = List.copyOf(candidatesOf(each));
                var scores = index.scores(
                                List.of(id(number)),
                                ids.stream()
                                        .map(candidate -> id(each, candidate))
                                        .toList())[0];
                return order(ids, scores);
            });
        }
    }

    /// Solves the cases with another weight of meaning against words, 0 to 1, and another number of pairs.
    Solved solved(TopicIndex filled, double weight, IntUnaryOperator pooling) {
        var words = new Words();
        var shelf = new Shelf(words, Background.committed(words), Statistics.COMMITTED);
        return filled.readingReader(reader -> solved((number, each) -> {
            var ones = shelf.texts(reader, id(number));
            var ids = List.copyOf(candidatesOf(each));
            var scores = new double[ids.size()];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = pooled(ones, shelf.texts(reader, id(each, ids.get(i))), weight, pooling);
            }
            return order(ids, scores);
        }));
    }

    /// Solves the cases by searching for what was written.
    Solved solvedBySearch(Embedder embedder) {
        try (var index = new TopicIndex(embedder)) {
            fill(index);
            return solved((_, each) -> index.search(whole(each.wrote), Set.of(each.among), 50).stream()
                    .map(hit -> hit.id().substring(each.among.length() + 1))
                    .toList());
        }
    }

    /// Solves the cases as Lucene does by itself: one document for each candidate, BM25, English stems, any word.
    Solved solvedByBm25() {
        var words = new Words();
        try (var directory = new ByteBuffersDirectory();
                var writer = new IndexWriter(directory, new IndexWriterConfig(words.stems()))) {
            for (var ofKind : candidates.entrySet()) {
                for (var candidate : ofKind.getValue().entrySet()) {
                    var document = new Document();
                    document.add(new org.apache.lucene.document.StringField("kind", ofKind.getKey(), Field.Store.NO));
                    document.add(new org.apache.lucene.document.StoredField("id", candidate.getKey()));
                    document.add(new TextField("text", whole(candidate.getValue()), Field.Store.NO));
                    writer.addDocument(document);
                }
            }
            try (var reader = DirectoryReader.open(writer)) {
                var searcher = new IndexSearcher(reader);
                return solved((_, each) -> {
                    var query = new BooleanQuery.Builder()
                            .add(new TermQuery(new Term("kind", each.among)), BooleanClause.Occur.FILTER);
                    for (var stem : words.distinct(words.stems(), whole(each.wrote))) {
                        query.add(new TermQuery(new Term("text", stem)), BooleanClause.Occur.SHOULD);
                    }
                    var order = new ArrayList<String>();
                    for (var hit :
                            searcher.search(query.setMinimumNumberShouldMatch(1).build(), 50).scoreDocs) {
                        order.add(searcher.storedFields().document(hit.doc).get("id"));
                    }
                    return order;
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Of each pair of a case and a candidate the score before calibration, and whether they belong together.
    List<Judgement> judgements(TopicIndex filled) {
        var words = new Words();
        var shelf = new Shelf(words, Background.committed(words), Statistics.COMMITTED);
        return filled.readingReader(reader -> {
            var judgements = new ArrayList<Judgement>();
            for (int number = 0; number < cases.size(); number++) {
                var each = cases.get(number);
                var ones = shelf.texts(reader, id(number));
                for (var candidate : candidatesOf(each)) {
                    judgements.add(new Judgement(
                            pooled(ones, shelf.texts(reader, id(each, candidate)), Scoring.MEANING, Scoring::counted),
                            each.first.contains(candidate)));
                }
            }
            return judgements;
        });
    }

    record Judgement(double standardized, boolean relevant) {}

    private static String whole(List<Text> texts) {
        return String.join(". ", texts.stream().map(Text::whole).toList());
    }

    private static List<String> order(List<String> ids, double[] scores) {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -scores[i]))
                .map(ids::get)
                .toList();
    }

    private static double pooled(
            List<StoredText> ones, List<StoredText> others, double weight, IntUnaryOperator pooling) {
        return ones.stream()
                .flatMap(one -> others.stream().map(other -> Scoring.compare(one, other, weight)))
                .mapToDouble(pair -> -pair.score())
                .sorted()
                .limit(pooling.applyAsInt(ones.size() * others.size()))
                .average()
                .stream()
                .map(value -> -value)
                .findFirst()
                .orElse(0);
    }
}
