package coffeebreak.index;

import coffeebreak.bot.llm.Meanings;
import coffeebreak.bot.llm.MiniLmVariants;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
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
import org.apache.lucene.store.Directory;

/// Prints the figures on the index's page. Run it on an otherwise quiet machine with `mvn -pl bot -am -Pfigures`,
/// or with `-Dfigures="restart search"` for some of them. What people write is drawn from the lines of the demo's
/// roster.
final class Figures {
    private final SplittableRandom chance = new SplittableRandom(7);
    private final Words words = new Words();
    private final Embedder embedder = Meanings.miniLm();
    private final Roster roster = Roster.ofTheDemo();
    private final List<String> lines =
            roster.people.stream().flatMap(List::stream).distinct().toList();
    private final List<String> abstracts = linesOf(Background.class, "abstracts.txt").stream()
            .filter(line -> !line.startsWith("#"))
            .toList();

    private Figures() throws IOException {}

    static void main(String[] arguments) throws IOException {
        var figures = new Figures();
        var all = List.of("restart", "embedding", "pairs", "search", "ablation");
        for (var each : arguments.length == 0 ? all : List.of(arguments)) {
            System.out.println(each + ":");
            switch (each) {
                case "restart" -> figures.restart();
                case "embedding" -> figures.embedding();
                case "pairs" -> figures.pairs();
                case "search" -> figures.search();
                case "ablation" -> new Ablation().print();
                default -> System.out.println("there is " + all);
            }
        }
    }

    /// In a process that has done nothing yet: people and mentors come back with their vectors and are scored.
    private void restart() {
        var processors = ManagementFactory.getThreadMXBean();
        var people = people(700);
        var mentors = mentors();
        var remembered = remembered(people, vectorsAtRandom());
        remembered.putAll(remembered(mentors, vectorsAtRandom()));
        Function<String, byte[]> memory = id -> remembered.getOrDefault(id, new byte[0]);
        for (int turn = 1; turn <= 2; turn++) {
            long start = System.nanoTime();
            long busy = processors.getCurrentThreadCpuTime();
            try (var index = new TopicIndex(embedder)) {
                index.putAll(people, memory);
                index.putAll(mentors, memory);
                double put = since(start);
                index.scores(ids(people), ids(mentors));
                say(
                        "700 people with %d texts and 7 mentors put in with remembered vectors: %.0f ms, and 700 x 7"
                                + " scored: %.0f ms, of which this thread worked %.0f ms (turn %d)",
                        people.stream().mapToInt(each -> each.texts().size()).sum(),
                        put,
                        since(start),
                        (processors.getCurrentThreadCpuTime() - busy) / 1e6,
                        turn);
            }
        }
    }

    private void embedding() {
        long start = System.nanoTime();
        embedder.embed(List.of("loading the model"));
        say("model loaded and first line embedded: %.0f ms", since(start));
        for (int turn = 1; turn <= 2; turn++) {
            start = System.nanoTime();
            embedder.embed(lines);
            say("%d lines of some 12 words: %.0f a second", lines.size(), 1000 * lines.size() / since(start));
        }
        var longer = IntStream.range(0, 100)
                .mapToObj(i -> abstracts.get(i % abstracts.size()) + " " + lines.get(i % lines.size()))
                .toList();
        start = System.nanoTime();
        embedder.embed(longer);
        say("%d abstracts of some 140 tokens: %.0f a second", longer.size(), 1000 * longer.size() / since(start));
        start = System.nanoTime();
        for (var each : longer) {
            embedder.embed(List.of(each));
        }
        say("one abstract alone: %.1f ms", since(start) / longer.size());
        start = System.nanoTime();
        for (var each : lines) {
            embedder.embed(List.of(each));
        }
        say("one line alone: %.1f ms", since(start) / lines.size());
        if (MiniLmVariants.has(MiniLmVariants.FULL_PRECISION)) {
            var full = MiniLmVariants.inPieces(MiniLmVariants.FULL_PRECISION, 256, 128);
            full.embed(lines);
            start = System.nanoTime();
            full.embed(longer);
            say("the same abstracts at full precision: %.0f a second", 1000 * longer.size() / since(start));
        }
        var people = people(700);
        start = System.nanoTime();
        try (var index = new TopicIndex(embedder)) {
            index.putAll(people);
            say("700 people with 5 new texts each put in: %.1f s", since(start) / 1000);
        }
    }

    private void pairs() {
        var people = people(700);
        var mentors = mentors();
        var model = vectorsOfTheModel();
        var remembered = remembered(people, model);
        remembered.putAll(remembered(mentors, model));
        try (var index = new TopicIndex(embedder)) {
            index.putAll(people, id -> remembered.getOrDefault(id, new byte[0]));
            index.putAll(mentors, id -> remembered.getOrDefault(id, new byte[0]));
            var ids = ids(people);
            for (int turn = 1; turn <= 3; turn++) {
                long start = System.nanoTime();
                index.scores(ids, ids(mentors));
                say("700 x 7 scores: %.1f ms (turn %d)", since(start), turn);
            }
            for (int turn = 1; turn <= 3; turn++) {
                long start = System.nanoTime();
                index.scores(ids, ids);
                say("700 x 700 scores: %.0f ms (turn %d)", since(start), turn);
            }
            long start = System.nanoTime();
            index.neighbours(ids, 20);
            say("20 neighbours for each of 700: %.0f ms", since(start));
            start = System.nanoTime();
            for (var id : ids) {
                index.affinity(id, mentors.getFirst().id()).because();
            }
            say("an affinity with reasons: %.3f ms", since(start) / ids.size());
            var before = size(index);
            start = System.nanoTime();
            index.forget(ids.getFirst());
            say("forget one of them: %.0f ms", since(start));
            say("index of 700 people and 7 mentors: %.1f MB, of it vectors %.1f MB", before, vectorSize(index));
        }
        crowd(5_000, true);
        crowd(10_000, false);
    }

    private void crowd(int size, boolean compare) {
        var people = people(size);
        var remembered = remembered(people, vectorsOfTheModel());
        try (var index = new TopicIndex(embedder)) {
            long start = System.nanoTime();
            index.putAll(people, id -> remembered.getOrDefault(id, new byte[0]));
            say("%d people put in with remembered vectors: %.1f s", size, since(start) / 1000);
            var ids = ids(people);
            start = System.nanoTime();
            var sparse = index.neighbours(ids, 10, 0);
            say("10 neighbours each by vector search: %.1f s", since(start) / 1000);
            if (compare) {
                start = System.nanoTime();
                var exact = index.neighbours(ids, 10, size);
                say("10 neighbours each of all pairs: %.1f s", since(start) / 1000);
                long kept = 0;
                double lost = 0;
                for (int i = 0; i < size; i++) {
                    kept += sparse.get(i).stream()
                            .filter(exact.get(i)::contains)
                            .count();
                    lost += exact.get(i).stream().mapToDouble(Neighbour::score).sum()
                            - sparse.get(i).stream()
                                    .mapToDouble(Neighbour::score)
                                    .sum();
                }
                say(
                        "vector search finds %.1f %% of them, and what it finds instead scores %.4f less on average",
                        100.0 * kept / (10.0 * size), lost / (10.0 * size));
            }
        }
    }

    private void search() throws IOException {
        for (int size : new int[] {850, 100_000}) {
            var documents = IntStream.range(0, size)
                    .mapToObj(i -> new Entry(
                            "d" + i,
                            i % 5 == 0 ? "talk" : "paper",
                            "Document " + i,
                            List.of(Text.paper(sentence(), sentence() + " " + sentence() + " " + i)),
                            1))
                    .toList();
            var model = vectorsOfTheModel();
            try (var index = new TopicIndex(embedder);
                    var directory = new ByteBuffersDirectory();
                    var writer = new IndexWriter(directory, new IndexWriterConfig(words.stems()))) {
                long start = System.nanoTime();
                for (int from = 0; from < size; from += 1_000) {
                    var some = documents.subList(from, Math.min(size, from + 1_000));
                    var remembered = remembered(some, model);
                    index.putAll(some, id -> remembered.getOrDefault(id, new byte[0]));
                }
                say("%d documents put in with remembered vectors: %.1f s", size, since(start) / 1000);
                for (var each : documents) {
                    var document = new Document();
                    document.add(new StoredField("id", each.id()));
                    document.add(new TextField("text", each.texts().getFirst().whole(), Field.Store.YES));
                    writer.addDocument(document);
                }
                try (var reader = DirectoryReader.open(writer)) {
                    var plain = new IndexSearcher(reader);
                    say("index: %.1f MB, plain Lucene's %.1f MB", size(index), size(directory));
                    var queries = IntStream.range(0, 1_000)
                            .mapToObj(i -> query(lines.get(i % lines.size())))
                            .toList();
                    var bm25 = times(queries, query -> bm25(plain, query));
                    var ours = times(
                            queries, query -> index.search(query, Set.of(), 10).size());
                    var embedding = times(queries, query -> embedder.embed(List.of(query)).length);
                    say("plain BM25 at %d: %s", size, quantiles(bm25));
                    say("search at %d, embedding of the query included: %s", size, quantiles(ours));
                    say("of that embedding the query: %s", quantiles(embedding));
                    say("ratio to plain BM25, embedding included, at the median: %.0f", ours[500] / bm25[500]);
                }
            }
        }
    }

    /// Three words somebody looks for.
    private String query(String line) {
        var tokens = line.split(" ");
        int from = chance.nextInt(Math.max(1, tokens.length - 2));
        return String.join(" ", Arrays.asList(tokens).subList(from, Math.min(tokens.length, from + 3)));
    }

    private int bm25(IndexSearcher searcher, String words) {
        try {
            var query = new BooleanQuery.Builder();
            for (var stem : this.words.distinct(this.words.stems(), words)) {
                query.add(new TermQuery(new Term("text", stem)), BooleanClause.Occur.SHOULD);
            }
            int found = 0;
            for (var each : searcher.search(query.build(), 10).scoreDocs) {
                found += searcher.storedFields().document(each.doc).get("id").isEmpty() ? 0 : 1;
            }
            return found;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Asking {
        int ask(String query);
    }

    /// In ascending order, after a turn that does not count.
    private static double[] times(List<String> queries, Asking asking) {
        queries.subList(0, 300).forEach(asking::ask);
        return queries.stream()
                .mapToDouble(query -> {
                    long start = System.nanoTime();
                    asking.ask(query);
                    return since(start);
                })
                .sorted()
                .toArray();
    }

    private static String quantiles(double[] sorted) {
        return "p50 %.2f ms, p99 %.2f ms".formatted(sorted[sorted.length / 2], sorted[sorted.length * 99 / 100]);
    }

    /// Some twelve words, each line differently.
    private String sentence() {
        var one = lines.get(chance.nextInt(lines.size())).split(" ");
        var other = abstracts.get(chance.nextInt(abstracts.size())).split(" ");
        int from = chance.nextInt(other.length - 8);
        return String.join(" ", one) + " "
                + String.join(" ", Arrays.asList(other).subList(from, from + 8));
    }

    private List<Entry> people(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> new Entry(
                        "p" + i,
                        "participant",
                        "Person " + i,
                        IntStream.range(0, 5)
                                .mapToObj(_ -> Text.words(
                                        lines.get(chance.nextInt(lines.size())) + " " + chance.nextInt(100_000)))
                                .toList(),
                        1))
                .toList();
    }

    private List<Entry> mentors() {
        return IntStream.range(0, 7)
                .mapToObj(i -> new Entry(
                        "m" + i,
                        "mentor",
                        "Mentor " + i,
                        roster.mentors.get(i).stream().map(Text::topic).toList(),
                        1))
                .toList();
    }

    private static List<String> ids(List<Entry> entries) {
        return entries.stream().map(Entry::id).toList();
    }

    private interface VectorOf {
        float[] text(String text);
    }

    private VectorOf vectorsAtRandom() {
        return _ -> nudged(new float[384], 1);
    }

    /// The vectors of the model for the lines texts are drawn from, each text's a little off.
    private VectorOf vectorsOfTheModel() {
        var known = new HashMap<String, float[]>();
        var made = embedder.embed(lines);
        for (int i = 0; i < made.length; i++) {
            known.put(lines.get(i), made[i]);
        }
        var all = List.copyOf(known.values());
        return text ->
                nudged(known.getOrDefault(text.replaceAll(" [0-9]+$", ""), all.get(chance.nextInt(all.size()))), 0.02);
    }

    private float[] nudged(float[] vector, double by) {
        var nudged = vector.clone();
        double squares = 0;
        for (int i = 0; i < nudged.length; i++) {
            nudged[i] += (float) (by * chance.nextGaussian());
            squares += nudged[i] * nudged[i];
        }
        for (int i = 0; i < nudged.length; i++) {
            nudged[i] /= (float) Math.sqrt(squares);
        }
        return nudged;
    }

    private Map<String, byte[]> remembered(List<Entry> entries, VectorOf vectorOf) {
        var remembered = new HashMap<String, byte[]>();
        for (var entry : entries) {
            var vectors = new HashMap<String, float[]>();
            for (var text : entry.texts()) {
                vectors.put(Vectors.digest(embedder.model(), text.whole()), vectorOf.text(text.whole()));
            }
            remembered.put(entry.id(), Vectors.write(vectors));
        }
        return remembered;
    }

    private static double size(TopicIndex index) {
        return index.<Double>readingReader(_ -> size(index.directory()));
    }

    /// In MB.
    private static double size(Directory directory) throws IOException {
        long bytes = 0;
        for (var name : directory.listAll()) {
            bytes += directory.fileLength(name);
        }
        return bytes / 1e6;
    }

    private static double vectorSize(TopicIndex index) {
        return index.<Double>readingReader(reader -> {
            long bytes = 0;
            for (var leaf : reader.leaves()) {
                var vectors = leaf.reader().getFloatVectorValues(Fields.VECTOR);
                bytes += vectors == null ? 0 : (long) vectors.size() * vectors.dimension() * Float.BYTES;
            }
            return bytes / 1e6;
        });
    }

    private static List<String> linesOf(Class<?> beside, String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private record Roster(List<List<String>> people, List<List<String>> mentors) {
        static Roster ofTheDemo() throws IOException {
            var people = new ArrayList<List<String>>();
            var mentors = new ArrayList<List<String>>();
            boolean inMentors = true;
            List<String> now = new ArrayList<>();
            for (var line : linesOf(Figures.class, "/demo-roster.yaml")) {
                var words = line.strip();
                if (line.startsWith("people:")) {
                    inMentors = false;
                } else if (line.startsWith("  - ")) {
                    now = new ArrayList<>();
                    (inMentors ? mentors : people).add(now);
                } else if (inMentors && words.startsWith("- \"")) {
                    now.add(words.substring(3, words.length() - 1));
                } else if (words.startsWith("interests: \"") || words.startsWith("question: \"")) {
                    now.add(words.substring(words.indexOf('"') + 1, words.length() - 1));
                } else if (words.startsWith("topics: [")) {
                    Arrays.stream(words.substring(9, words.length() - 1).split(", "))
                            .map(topic -> topic.replace('-', ' '))
                            .forEach(now::add);
                }
            }
            people.forEach(texts -> texts.removeIf(String::isBlank));
            people.removeIf(List::isEmpty);
            return new Roster(people, mentors);
        }
    }

    private static void say(String what, Object... figures) {
        System.out.println("  " + what.formatted(figures));
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e6;
    }
}
