package coffeebreak.index;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;

/// The judged cases: who should come first for whom.
///
/// @param mentors texts by id
/// @param cases what somebody wrote and who should come first
record Judged(Map<String, List<Text>> mentors, List<Case> cases) {
    record Case(List<Text> wrote, Set<String> first, String hard) {}

    /// How many cases have somebody in the first place who belongs there, and what missed.
    record Solved(int right, int of, List<String> missed) {}

    static Judged read() throws IOException {
        var mentors = new LinkedHashMap<String, List<Text>>();
        var cases = new ArrayList<Case>();
        try (InputStream file = Objects.requireNonNull(Judged.class.getResourceAsStream("judged.tsv"))) {
            for (var line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                var fields = line.split("\t");
                switch (fields[0]) {
                    case "mentor" -> mentors.put(fields[1], texts(fields[2]));
                    case "case" ->
                        cases.add(new Case(List.of(Text.words(fields[1])), Set.of(fields[2].split(",")), fields[3]));
                    case "many" -> cases.add(new Case(texts(fields[3]), Set.of(fields[1]), fields[2]));
                    default -> {}
                }
            }
        }
        return new Judged(mentors, cases);
    }

    private static List<Text> texts(String listed) {
        return Arrays.stream(listed.split("\\|")).map(Text::topic).toList();
    }

    /// Solves the cases with a weight of meaning against words other than the committed one.
    Solved solved(Embedder embedder, double weight, IntUnaryOperator pooling) {
        try (var index = new TopicIndex(embedder)) {
            fill(index);
            var shelf = new Shelf(Background.committed(new Words()), Statistics.COMMITTED);
            return index.readingReader(reader -> {
                var missed = new ArrayList<String>();
                for (int i = 0; i < cases.size(); i++) {
                    var ones = shelf.texts(reader, "case" + i);
                    String first = "";
                    double most = Double.NEGATIVE_INFINITY;
                    for (var mentor : mentors.keySet()) {
                        double score = mixed(ones, shelf.texts(reader, mentor), weight, pooling);
                        if (score > most) {
                            most = score;
                            first = mentor;
                        }
                    }
                    if (!cases.get(i).first.contains(first)) {
                        missed.add(describe(i, first));
                    }
                }
                return new Solved(cases.size() - missed.size(), cases.size(), missed);
            });
        }
    }

    /// Solves the cases as the index ships.
    Solved solved(Embedder embedder) {
        try (var index = new TopicIndex(embedder)) {
            fill(index);
            var missed = new ArrayList<String>();
            for (int i = 0; i < cases.size(); i++) {
                var id = "case" + i;
                var first = mentors.keySet().stream()
                        .max(Comparator.comparingDouble(
                                mentor -> index.affinity(id, mentor).score()))
                        .orElseThrow();
                if (!cases.get(i).first.contains(first)) {
                    missed.add(describe(i, first));
                }
            }
            return new Solved(cases.size() - missed.size(), cases.size(), missed);
        }
    }

    /// Solves the cases by searching for what was written.
    Solved solvedBySearch(Embedder embedder) {
        try (var index = new TopicIndex(embedder)) {
            fill(index);
            var missed = new ArrayList<String>();
            for (int i = 0; i < cases.size(); i++) {
                var wrote = cases.get(i).wrote.stream().map(Text::whole).collect(Collectors.joining(". "));
                var found = index.search(wrote, Set.of("mentor"), 1);
                var first = found.isEmpty() ? "nobody" : found.getFirst().id();
                if (!cases.get(i).first.contains(first)) {
                    missed.add(describe(i, first));
                }
            }
            return new Solved(cases.size() - missed.size(), cases.size(), missed);
        }
    }

    /// Fits how likely a pair is one that was judged to belong together, by its standardized score.
    String calibration(Embedder embedder) {
        try (var index = new TopicIndex(embedder)) {
            fill(index);
            var scores = new ArrayList<double[]>();
            for (int i = 0; i < cases.size(); i++) {
                for (var mentor : mentors.keySet()) {
                    double shown = index.scores(List.of("case" + i), List.of(mentor))[0][0];
                    scores.add(new double[] {
                        Scoring.HALF - Scoring.TURN * Math.log(1 / shown - 1),
                        cases.get(i).first.contains(mentor) ? 1 : 0
                    });
                }
            }
            double half = 1;
            double turn = 1;
            for (int step = 0; step < 20_000; step++) {
                double up = 0;
                double by = 0;
                for (var score : scores) {
                    double likely = 1 / (1 + Math.exp(-(score[0] - half) / turn));
                    up += (likely - score[1]) / turn;
                    by += (likely - score[1]) * (score[0] - half) / (turn * turn);
                }
                half += 0.001 * up;
                turn = Math.max(0.05, turn + 0.001 * by);
            }
            return "half at %.2f, turn %.2f".formatted(half, turn);
        }
    }

    private void fill(TopicIndex index) {
        mentors.forEach((id, texts) -> index.put(new Entry(id, "mentor", id, texts, 1)));
        for (int i = 0; i < cases.size(); i++) {
            index.put(new Entry("case" + i, "person", "case" + i, cases.get(i).wrote, 1));
        }
    }

    private String describe(int i, String first) {
        var each = cases.get(i);
        return "%s -> %s, not %s (%s)".formatted(each.wrote.getFirst().whole(), first, each.first, each.hard);
    }

    private static double mixed(
            List<StoredText> ones, List<StoredText> others, double weight, IntUnaryOperator pooling) {
        return ones.stream()
                .flatMap(one -> others.stream()
                        .map(other -> Scoring.best(List.of(one), List.of(other)).getFirst()))
                .mapToDouble(pair -> -weight * (pair.cosine() - Scoring.COSINE_MEAN) / Scoring.COSINE_SPREAD
                        - (1 - weight) * (pair.words() - Scoring.WORDS_MEAN) / Scoring.WORDS_SPREAD)
                .sorted()
                .limit(pooling.applyAsInt(ones.size() * others.size()))
                .map(value -> -value)
                .average()
                .orElse(0);
    }
}
