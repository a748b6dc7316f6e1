package coffeebreak.index;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// How common a word is in the field at large, from a committed table, not from who happens to have
/// joined: otherwise everybody's scores would move with every sign-up.
final class Background {
    private final int documents;
    private final Map<String, Integer> documentsWith;

    private Background(int documents, Map<String, Integer> documentsWith) {
        this.documents = documents;
        this.documentsWith = documentsWith;
    }

    /// The committed table: its first line is the number of documents, each further one a stem and in how many it
    /// occurs.
    static Background committed() {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(
                        Background.class.getResourceAsStream("background.tsv"), "background.tsv is not in the jar"),
                StandardCharsets.UTF_8))) {
            var counts = new HashMap<String, Integer>();
            int documents = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("#")) {
                    continue;
                }
                var fields = line.split("\t", -1);
                if (fields.length == 1) {
                    documents = Integer.parseInt(fields[0]);
                } else {
                    counts.put(fields[0], Integer.valueOf(fields[1]));
                }
            }
            return new Background(documents, Map.copyOf(counts));
        } catch (IOException e) {
            throw new UncheckedIOException("background.tsv cannot be read from the jar", e);
        }
    }

    /// The weight of a stem: about 1 for what everybody says, and up to about 9 for what the table has never seen.
    double rarity(String stem) {
        return 1 + Math.log((documents + 1.0) / (documentsWith.getOrDefault(stem, 0) + 1.0));
    }
}
