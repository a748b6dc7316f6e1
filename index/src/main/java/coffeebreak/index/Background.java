package coffeebreak.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/// How common a word is in the field at large, counted in committed lines and in the sentences of committed abstracts.
final class Background {
    private final int lines;
    private final Map<String, Integer> linesWith;

    private Background(int lines, Map<String, Integer> linesWith) {
        this.lines = lines;
        this.linesWith = linesWith;
    }

    /// Counts the committed lines.
    static Background committed(Words words) {
        var lines = Stream.concat(
                        linesOf("background.txt"),
                        linesOf("abstracts.txt").flatMap(line -> Stream.of(line.split("(?<=[.:?]) "))))
                .toList();
        var counts = new HashMap<String, Integer>();
        for (var line : lines) {
            for (var stem : words.distinct(words.stems(), line)) {
                counts.merge(stem, 1, Integer::sum);
            }
        }
        return new Background(lines.size(), Map.copyOf(counts));
    }

    /// The lines of a file in the jar, comments and empty ones left out.
    static Stream<String> linesOf(String name) {
        try (InputStream file =
                Objects.requireNonNull(Background.class.getResourceAsStream(name), () -> name + " is not in the jar")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read from the jar", e);
        }
    }

    /// How rare stems are in the committed lines.
    Rarity alone() {
        return stem -> rarity(lines, linesWith.getOrDefault(stem, 0));
    }

    /// How rare stems are in the committed lines and in what an index holds.
    Rarity with(IndexReader index) throws IOException {
        int held = index.getDocCount(Fields.STEMS);
        return stem -> {
            try {
                return rarity(
                        lines + held, linesWith.getOrDefault(stem, 0) + index.docFreq(new Term(Fields.STEMS, stem)));
            } catch (IOException e) {
                throw new UncheckedIOException("the index in memory could not be read", e);
            }
        };
    }

    private static double rarity(int documents, int with) {
        return 1 + Math.log((documents + 1.0) / (with + 1.0));
    }

    /// The weight of a stem: about 2 for what everybody says, about 7 for what the committed lines do not have.
    @FunctionalInterface
    interface Rarity {
        double of(String stem);
    }
}
