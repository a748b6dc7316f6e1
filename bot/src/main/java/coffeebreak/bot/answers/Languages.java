package coffeebreak.bot.answers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Turns the common questions of some other languages into English ones, phrase by phrase.
final class Languages {

    private static final int LONGEST_PHRASE = 5;

    private final List<Map<String, String>> spaced = new ArrayList<>();
    private final Map<String, String> chinese;
    private final Lexicon lexicon;

    Languages(Lexicon lexicon) {
        this.lexicon = lexicon;
        for (var language : List.of("fr", "es", "pt", "de")) {
            spaced.add(table(language));
        }
        chinese = table("zh");
    }

    private static Map<String, String> table(String language) {
        var table = new HashMap<String, String>();
        for (var line : Lexicon.lines("words-" + language + ".txt")) {
            var parts = line.split("=", 2);
            table.put(parts[0].strip(), parts[1].strip());
        }
        return table;
    }

    /// The same words in English; as they are when they look English already.
    ///
    /// @param named whether a word belongs to the programme
    List<Word> english(List<Word> words, Predicate<String> named) {
        if (words.stream().anyMatch(word -> word.text().codePoints().anyMatch(Languages::han))) {
            return fromChinese(words);
        }
        var best = words;
        var bestKnown = words.stream()
                .filter(word -> lexicon.english(word.text()) || named.test(word.text()))
                .count();
        for (var table : spaced) {
            var translated = new ArrayList<Word>();
            var known = translate(words, table, named, translated);
            if (known > bestKnown) {
                best = translated;
                bestKnown = known;
            }
        }
        return best;
    }

    private static long translate(
            List<Word> words, Map<String, String> table, Predicate<String> named, List<Word> translated) {
        var known = 0L;
        for (var from = 0; from < words.size(); ) {
            var taken = 0;
            for (var length = Math.min(LONGEST_PHRASE, words.size() - from); length > 0 && taken == 0; length--) {
                var phrase = new ArrayList<String>();
                words.subList(from, from + length).forEach(word -> phrase.add(word.text()));
                var english = table.get(String.join(" ", phrase));
                if (english != null) {
                    taken = length;
                    known += length;
                    for (var word : english.split(" ")) {
                        translated.add(words.get(from).as(word));
                    }
                }
            }
            if (taken == 0) {
                var word = words.get(from);
                known += named.test(word.text()) || word.number() ? 1 : 0;
                translated.add(word);
                taken = 1;
            }
            from += taken;
        }
        return known;
    }

    private static boolean han(int codePoint) {
        return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
    }

    private List<Word> fromChinese(List<Word> words) {
        var translated = new ArrayList<Word>();
        for (var word : words) {
            if (!han(word.text().codePointAt(0))) {
                translated.add(word);
                continue;
            }
            var text = word.text();
            for (var from = 0; from < text.length(); ) {
                var length = Math.min(LONGEST_PHRASE, text.length() - from);
                while (length > 1 && !chinese.containsKey(text.substring(from, from + length))) {
                    length--;
                }
                var piece = text.substring(from, from + length);
                for (var english : chinese.getOrDefault(piece, piece).split(" ")) {
                    if (!english.isEmpty()) {
                        translated.add(new Word(english, piece, false));
                    }
                }
                from += length;
            }
        }
        return translated;
    }
}
