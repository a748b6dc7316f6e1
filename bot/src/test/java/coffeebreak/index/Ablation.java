package coffeebreak.index;

import coffeebreak.bot.llm.MiniLmVariants;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import java.util.stream.DoubleStream;

/// Prints the tables on the index's page that say what each choice is worth, and the calibration. Run it with
/// `mvn -pl bot -am -Pfigures -Dfigures=ablation`.
final class Ablation {
    private static final double[] WEIGHTS = {0, 0.5, 0.6, 0.7, 0.8, 0.9, 1};

    private final Judged first = Judged.first();
    private final Judged second = Judged.second();
    private final Judged buried = buried();

    Ablation() throws IOException {}

    void print() {
        var shipped = MiniLmVariants.inPieces(MiniLmVariants.QUANTIZED, 256, 128);
        sides(shipped);
        poolings(shipped);
        windows();
        models();
        calibration(shipped);
    }

    /// The papers of the second set, each behind two abstracts about other things, so that what counts stands at the
    /// end of some 400 tokens.
    private Judged buried() throws IOException {
        List<String> others;
        try (InputStream file = Objects.requireNonNull(Background.class.getResourceAsStream("abstracts.txt"))) {
            others = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
        var turn = new int[1];
        return second.among("paper").with(text -> {
            int at = turn[0]++;
            return Text.words(
                    others.get(at % others.size()) + " " + others.get((at + 7) % others.size()) + " " + text.whole());
        });
    }

    private void sides(Embedder embedder) {
        title("Each side alone and the mix", "first set", "second set", "papers", "people");
        row("BM25 (plain Lucene, one document each)", Judged::solvedByBm25);
        row("TF-IDF alone", embedder, 0, Scoring::counted);
        row("MiniLM alone", embedder, 1, Scoring::counted);
        row("the mix, as shipped", judged -> judged.solved(embedder));
        row(
                "search, words only",
                judged -> judged.solvedBySearch(_ -> {
                    throw new IllegalStateException("no model");
                }));
        row("search, as shipped", judged -> judged.solvedBySearch(embedder));
        for (var judged : List.of(first, second)) {
            System.out.println();
            System.out.println(
                    "by what is hard, as shipped: " + judged.solved(embedder).byHardness());
            System.out.println(
                    "by what is hard, BM25:       " + judged.solvedByBm25().byHardness());
            judged.solved(embedder).missed().forEach(missed -> System.out.println("missed: " + missed));
        }
    }

    private void row(String name, java.util.function.Function<Judged, Judged.Solved> solving) {
        System.out.printf(
                "| %s | %s | %s | %d | %d |%n",
                name,
                solving.apply(first),
                solving.apply(second),
                solving.apply(second.among("paper")).right(),
                solving.apply(second.among("person")).right());
    }

    private void row(String name, Embedder embedder, double weight, IntUnaryOperator pooling) {
        row(name, judged -> {
            try (var index = new TopicIndex(embedder)) {
                judged.fill(index);
                return judged.solved(index, weight, pooling);
            }
        });
    }

    private void poolings(Embedder embedder) {
        Map<String, IntUnaryOperator> poolings = new LinkedHashMap<>();
        poolings.put("best pair", _ -> 1);
        poolings.put("best three", pairs -> Math.min(3, pairs));
        poolings.put("mean of all", pairs -> pairs);
        poolings.put("best third, at most three (ours)", Scoring::counted);
        for (var judged : List.of(first, second)) {
            title(
                    "Pooling by weight of meaning, " + (judged == first ? "first" : "second") + " set",
                    DoubleStream.of(WEIGHTS).mapToObj(Double::toString).toArray(String[]::new));
            try (var index = new TopicIndex(embedder)) {
                judged.fill(index);
                poolings.forEach((name, pooling) -> {
                    var cells = new ArrayList<String>();
                    for (double weight : WEIGHTS) {
                        cells.add(judged.solved(index, weight, pooling).toString());
                    }
                    System.out.println("| " + name + " | " + String.join(" | ", cells) + " |");
                });
            }
        }
    }

    private void windows() {
        title("Window", "first set", "second set", "papers behind two others, mix", "the same, MiniLM alone");
        var files = MiniLmVariants.QUANTIZED;
        for (int window : new int[] {128, 256}) {
            windowRow("cut at " + window, MiniLmVariants.cut(files, window));
            windowRow("average of windows of " + window, MiniLmVariants.averaged(files, window));
            windowRow("pieces of " + window, MiniLmVariants.inPieces(files, window, window));
        }
        windowRow("256, or pieces of 128 (ours)", MiniLmVariants.inPieces(files, 256, 128));
    }

    private void windowRow(String name, Embedder embedder) {
        try (var index = new TopicIndex(embedder)) {
            buried.fill(index);
            System.out.printf(
                    "| %s | %s | %s | %s | %s |%n",
                    name,
                    first.solved(embedder),
                    second.solved(embedder),
                    buried.solved(embedder),
                    buried.solved(index, 1, Scoring::counted));
        }
    }

    private void models() {
        title(
                "Model",
                "first set",
                "second set",
                "first, MiniLM alone",
                "second, MiniLM alone",
                "ms a line",
                "ms an abstract");
        for (var files : List.of(MiniLmVariants.QUANTIZED, MiniLmVariants.FULL_PRECISION)) {
            if (!MiniLmVariants.has(files)) {
                System.out.println("(" + files + " is not in the class path)");
                continue;
            }
            var embedder = MiniLmVariants.inPieces(files, 256, 128);
            try (var ones = new TopicIndex(embedder);
                    var others = new TopicIndex(embedder)) {
                first.fill(ones);
                second.fill(others);
                System.out.printf(
                        "| %s | %s | %s | %s | %s | %.1f | %.1f |%n",
                        files,
                        first.solved(embedder),
                        second.solved(embedder),
                        first.solved(ones, 1, Scoring::counted),
                        second.solved(others, 1, Scoring::counted),
                        milliseconds(
                                embedder,
                                first.cases().stream()
                                        .flatMap(each -> each.wrote().stream())
                                        .map(Text::whole)
                                        .toList()),
                        milliseconds(
                                embedder,
                                second.candidates().getOrDefault("paper", Map.of()).values().stream()
                                        .flatMap(List::stream)
                                        .map(Text::whole)
                                        .toList()));
            }
        }
    }

    private static double milliseconds(Embedder embedder, List<String> texts) {
        embedder.embed(texts);
        long start = System.nanoTime();
        for (int i = 0; i < 5; i++) {
            embedder.embed(texts);
        }
        return (System.nanoTime() - start) / 1e6 / 5 / texts.size();
    }

    /// Fits how likely a pair is one that was judged to belong together, by its standardized score.
    private void calibration(Embedder embedder) {
        var all = new ArrayList<Judged.Judgement>();
        for (var judged : List.of(first, second)) {
            try (var index = new TopicIndex(embedder)) {
                judged.fill(index);
                var judgements = judged.judgements(index);
                System.out.println();
                System.out.println((judged == first ? "first" : "second") + " set: " + fit(judgements)
                        + "; judged to belong together of those shown as " + reliability(judgements));
                all.addAll(judgements);
            }
        }
        System.out.println("both: " + fit(all) + "; " + reliability(all));
    }

    private static String fit(List<Judged.Judgement> judgements) {
        double half = 1;
        double turn = 1;
        for (int step = 0; step < 20_000; step++) {
            double up = 0;
            double by = 0;
            for (var each : judgements) {
                double likely = 1 / (1 + Math.exp(-(each.standardized() - half) / turn));
                double over = likely - (each.relevant() ? 1 : 0);
                up += over / turn;
                by += over * (each.standardized() - half) / (turn * turn);
            }
            half += 0.001 * up;
            turn = Math.max(0.05, turn + 0.001 * by);
        }
        return "half at %.2f, turn %.2f".formatted(half, turn);
    }

    private static String reliability(List<Judged.Judgement> judgements) {
        var bins = new ArrayList<String>();
        for (int bin = 0; bin < 5; bin++) {
            double from = bin / 5.0;
            var shown = judgements.stream()
                    .filter(each -> {
                        double score = Scoring.calibrated(each.standardized());
                        return score >= from && score < from + 0.2;
                    })
                    .toList();
            bins.add("%.1f to %.1f: %d of %d"
                    .formatted(
                            from,
                            from + 0.2,
                            shown.stream().filter(Judged.Judgement::relevant).count(),
                            shown.size()));
        }
        return String.join(", ", bins);
    }

    private static void title(String first, String... others) {
        System.out.println();
        System.out.println("| " + first + " | " + String.join(" | ", others) + " |");
        System.out.println("|---".repeat(others.length + 1) + "|");
    }
}
