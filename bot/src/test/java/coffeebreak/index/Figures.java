package coffeebreak.index;

import coffeebreak.bot.llm.Meanings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Prints the figures on the index's page. Run by hand, on an otherwise quiet machine; its one
/// argument is the demo's roster, whose lines of interests are a sample of what people write.
final class Figures {
    private Figures() {}

    static void main(String[] arguments) throws IOException {
        var embedder = Meanings.miniLm();
        var roster = Roster.read(Path.of(arguments[0]));
        speed(embedder, roster);
        spread(embedder, roster);
        var judged = Judged.read();
        System.out.println("judged, search by words alone: "
                + judged.solvedBySearch(_ -> {
                    throw new IllegalStateException("no model");
                }));
        System.out.println("judged, search: " + judged.solvedBySearch(embedder));
        Map<String, IntUnaryOperator> poolings = Map.of(
                "best",
                _ -> 1,
                "best three",
                pairs -> Math.min(3, pairs),
                "mean",
                pairs -> pairs,
                "best half",
                pairs -> Math.clamp((pairs + 1) / 2, 1, 3),
                "ours",
                Scoring::counted);
        poolings.forEach((name, pooling) -> {
            for (var meaning : new double[] {0, 0.5, 0.6, 0.7, 0.8, 0.9, 1}) {
                var solved = judged.solved(embedder, meaning, pooling);
                System.out.printf(
                        "judged, %s, weight of meaning %.1f: %d of %d%n", name, meaning, solved.right(), solved.of());
            }
        });
        judged.solved(embedder).missed().forEach(System.out::println);
        System.out.println(judged.calibration(embedder));
    }

    private record Roster(List<List<String>> people, List<List<String>> mentors) {
        static Roster read(Path file) throws IOException {
            var people = new ArrayList<List<String>>();
            var mentors = new ArrayList<List<String>>();
            boolean inMentors = true;
            List<String> now = new ArrayList<>();
            for (var line : Files.readAllLines(file)) {
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

    private static void speed(Embedder embedder, Roster roster) {
        embedder.embed(List.of("loading the model"));
        var lines = roster.people.stream().flatMap(List::stream).distinct().toList();
        embedder.embed(lines);
        long start = System.nanoTime();
        embedder.embed(lines);
        System.out.printf("%d short texts: %.2f ms each%n", lines.size(), since(start) / lines.size());
        var summary = String.join(" ", lines.subList(0, 12));
        start = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            embedder.embed(List.of(summary));
        }
        System.out.printf("a text of %d characters: %.2f ms%n", summary.length(), since(start) / 20);

        var chance = new SplittableRandom(7);
        var people = IntStream.range(0, 700)
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
        var mentors = IntStream.range(0, 7)
                .mapToObj(i -> new Entry(
                        "m" + i,
                        "mentor",
                        "Mentor " + i,
                        roster.mentors.get(i).stream().map(Text::topic).toList(),
                        1))
                .toList();
        try (var index = new TopicIndex(embedder);
                var restarted = new TopicIndex(embedder)) {
            start = System.nanoTime();
            index.putAll(people);
            index.putAll(mentors);
            System.out.printf("700 people, 3500 new texts, and 7 mentors put in: %.0f ms%n", since(start));
            var remembered =
                    people.stream().map(each -> index.vectors(each.id())).toList();
            start = System.nanoTime();
            restarted.putAll(people, id -> remembered.get(Integer.parseInt(id.substring(1))));
            System.out.printf("700 people put in with their vectors: %.0f ms%n", since(start));
            start = System.nanoTime();
            restarted.putAll(mentors);
            System.out.printf("7 mentors embedded: %.0f ms%n", since(start));
            var ids = people.stream().map(Entry::id).toList();
            var others = mentors.stream().map(Entry::id).toList();
            for (int turn = 0; turn < 3; turn++) {
                start = System.nanoTime();
                restarted.scores(ids, others);
                System.out.printf("700 x 7 scores, turn %d: %.1f ms%n", turn, since(start));
            }
            start = System.nanoTime();
            for (var id : ids) {
                restarted.affinity(id, "m0").because();
            }
            System.out.printf("an affinity with reasons: %.3f ms%n", since(start) / ids.size());
            for (int turn = 0; turn < 2; turn++) {
                start = System.nanoTime();
                restarted.scores(ids, ids);
                System.out.printf("700 x 700 scores, turn %d: %.0f ms%n", turn, since(start));
            }
            var times = new double[400];
            for (int i = 0; i < times.length; i++) {
                start = System.nanoTime();
                restarted.search(lines.get(i % lines.size()), Set.of(), 10);
                times[i] = since(start);
            }
            Arrays.sort(times, 100, 400);
            System.out.printf("search with embedding: p50 %.1f ms, p99 %.1f ms%n", times[250], times[396]);
            start = System.nanoTime();
            restarted.forget("p1");
            System.out.printf("forget: %.0f ms%n", since(start));
        }
    }

    /// How the values of the best pairs are spread over all people of the roster and its mentors.
    private static void spread(Embedder embedder, Roster roster) {
        try (var index = new TopicIndex(embedder)) {
            for (int i = 0; i < roster.people.size(); i++) {
                index.put(entry("p" + i, roster.people.get(i)));
            }
            for (int i = 0; i < roster.mentors.size(); i++) {
                index.put(entry("m" + i, roster.mentors.get(i)));
            }
            var cosines = new ArrayList<Double>();
            var words = new ArrayList<Double>();
            var scores = new ArrayList<Double>();
            var shelf = new Shelf(Background.committed(new Words()), Statistics.COMMITTED);
            index.readingReader(reader -> {
                for (int person = 0; person < roster.people.size(); person++) {
                    for (int mentor = 0; mentor < roster.mentors.size(); mentor++) {
                        var ones = shelf.texts(reader, "p" + person);
                        var others = shelf.texts(reader, "m" + mentor);
                        cosines.add(best(ones, others, true));
                        words.add(best(ones, others, false));
                        scores.add(Scoring.score(ones, others));
                    }
                }
                return 0;
            });
            System.out.println("best three cosines: " + quartiles(cosines));
            System.out.println("best three word cosines: " + quartiles(words));
            System.out.println("scores: " + quartiles(scores));
            for (int person = 0; person < 40; person++) {
                var all = new ArrayList<String>();
                for (int mentor = 0; mentor < roster.mentors.size(); mentor++) {
                    var affinity = index.affinity("p" + person, "m" + mentor);
                    all.add("%.2f m%d (%s)".formatted(affinity.score(), mentor, affinity.because()));
                }
                all.sort(java.util.Comparator.reverseOrder());
                System.out.println(roster.people.get(person) + "\n    " + String.join("\n    ", all.subList(0, 2))
                        + "\n    … " + all.getLast());
            }
        }
    }

    private static double best(List<StoredText> ones, List<StoredText> others, boolean meaning) {
        return ones.stream()
                .flatMap(one -> others.stream().map(other -> new StoredText[] {one, other}))
                .map(pair -> Scoring.best(List.of(pair[0]), List.of(pair[1])).getFirst())
                .mapToDouble(pair -> meaning ? pair.cosine() : pair.words())
                .map(value -> -value)
                .sorted()
                .limit(3)
                .map(value -> -value)
                .average()
                .orElse(0);
    }

    private static Entry entry(String id, List<String> texts) {
        return new Entry(
                id,
                "person",
                id,
                texts.stream()
                        .map(text -> text.length() < 40 ? Text.topic(text) : Text.words(text))
                        .toList(),
                1);
    }

    private static String quartiles(List<Double> values) {
        var sorted = values.stream().mapToDouble(value -> value).sorted().toArray();
        double mean = Arrays.stream(sorted).average().orElse(0);
        double spread = Math.sqrt(Arrays.stream(sorted)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0));
        return "mean %.3f, standard deviation %.3f; ".formatted(mean, spread)
                + IntStream.of(0, 5, 25, 50, 75, 95, 100)
                        .mapToObj(percent -> "p%d %.2f".formatted(percent, sorted[(sorted.length - 1) * percent / 100]))
                        .collect(Collectors.joining(", "));
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e6;
    }
}
