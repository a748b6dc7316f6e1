package coffeebreak.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// How common a word is in the field at large, counted in committed lines and not in what happens to
/// be in the index: otherwise everybody's scores would move with every sign-up.
final class Background {
    private final int lines;
    private final Map<String, Integer> linesWith;

    private Background(int lines, Map<String, Integer> linesWith) {
        this.lines = lines;
        this.linesWith = linesWith;
    }

    /// Counts the committed lines.
    static Background committed(Words words) {
        try (InputStream file = Objects.requireNonNull(
                Background.class.getResourceAsStream("background.txt"), "background.txt is not in the jar")) {
            var counts = new HashMap<String, Integer>();
            var lines = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
            for (var line : lines) {
                for (var stem : words.distinct(words.stems(), line)) {
                    counts.merge(stem, 1, Integer::sum);
                }
            }
            return new Background(lines.size(), Map.copyOf(counts));
        } catch (IOException e) {
            throw new UncheckedIOException("background.txt cannot be read from the jar", e);
        }
    }

    /// The weight of a stem: about 2 for what everybody says, about 6 for what the lines do not have.
    double rarity(String stem) {
        return 1 + Math.log((lines + 1.0) / (linesWith.getOrDefault(stem, 0) + 1.0));
    }
}
