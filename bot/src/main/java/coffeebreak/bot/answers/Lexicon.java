package coffeebreak.bot.answers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The words of questions that are the same for every workshop, read from the resources.
final class Lexicon {

    private final Map<String, Concept> conceptByPhrase = new HashMap<>();
    private final Set<String> words = new HashSet<>();
    private final Set<String> stop = new HashSet<>();
    private final Set<String> english = new HashSet<>();
    private final int longest;

    Lexicon() {
        var most = 1;
        for (var line : lines("lexicon.txt")) {
            var colon = line.indexOf(':');
            var concept = Concept.valueOf(line.substring(0, colon).strip().toUpperCase(Locale.ROOT));
            for (var phrase : line.substring(colon + 1).split(",")) {
                var key = phrase.strip();
                if (key.isEmpty()) {
                    continue;
                }
                conceptByPhrase.putIfAbsent(key, concept);
                words.addAll(List.of(key.split(" ")));
                if (concept == Concept.STOP) {
                    stop.addAll(List.of(key.split(" ")));
                }
                most = Math.max(most, key.split(" ").length);
            }
        }
        longest = most;
        english.addAll(lines("english-words.txt"));
    }

    Map<String, Concept> phrases() {
        return conceptByPhrase;
    }

    int longest() {
        return longest;
    }

    /// Every word of the phrases.
    Set<String> words() {
        return words;
    }

    /// Whether a word carries no content of its own.
    boolean stop(String word) {
        return stop.contains(word);
    }

    /// Whether it is a common English word, and so no misspelled name.
    boolean english(String word) {
        return english.contains(word) || words.contains(word);
    }

    static List<String> lines(String resource) {
        try (var stream = Lexicon.class.getResourceAsStream("/answers/" + resource)) {
            if (stream == null) {
                throw new IllegalStateException("the word list " + resource + " is missing from the jar");
            }
            var lines = new ArrayList<String>();
            for (var line : new String(stream.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    lines.add(line.strip());
                }
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
