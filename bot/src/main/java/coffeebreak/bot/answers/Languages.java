package coffeebreak.bot.answers;

import coffeebreak.bot.chat.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Turns the common questions of some other languages into English ones, phrase by phrase, and tells which language a
/// question is in.
final class Languages {

    private static final int LONGEST_PHRASE = 6;

    /// Letters that English does without.
    private static final Map<Language, Pattern> LETTERS = Map.of(
            Language.FRENCH, Pattern.compile("[àâæçéèêëîïôœùûü]"),
            Language.SPANISH, Pattern.compile("[áéíñóúü¿¡]"),
            Language.PORTUGUESE, Pattern.compile("[ãâáàçéêíóôõú]"),
            Language.GERMAN, Pattern.compile("[äöüß]"));

    private static final Pattern NONE = Pattern.compile("(?!)");

    private static final Set<Language> SPACED =
            Set.of(Language.FRENCH, Language.SPANISH, Language.PORTUGUESE, Language.GERMAN);

    private final List<Table> spaced;
    private final Map<String, String> chinese;
    private final Lexicon lexicon;

    /// The words of one language in English.
    private record Table(Language language, Map<String, String> english) {
        static Table of(Language language) {
            var english = new HashMap<String, String>();
            for (var line : Lexicon.lines("words-" + language.code() + ".txt")) {
                var parts = line.split("=", 2);
                english.put(parts[0].strip(), parts[1].strip());
            }
            return new Table(language, english);
        }
    }

    /// A question read as one of a language.
    ///
    /// @param known how many of its words that language has
    private record Reading(Language language, List<Word> english, long known) {}

    Languages(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.spaced = Stream.of(Language.values())
                .filter(SPACED::contains)
                .map(Table::of)
                .toList();
        this.chinese = Table.of(Language.CHINESE).english();
    }

    /// The same words in English; as they are when they look English already.
    ///
    /// @param named whether a word belongs to the programme
    List<Word> english(List<Word> words, Predicate<String> named) {
        if (words.stream().anyMatch(word -> word.text().codePoints().anyMatch(Languages::han))) {
            return fromChinese(words);
        }
        var known = english(words.stream(), named);
        return readings(words, named).stream()
                .filter(reading -> reading.known() > known)
                .reduce((best, other) -> other.known() > best.known() ? other : best)
                .map(reading -> verbFirst(reading.english()))
                .orElse(words);
    }

    private static final Set<String> ASKING = Set.of("when", "where", "who", "what", "which", "how");

    /// A question that could be a statement becomes one that could not: "the lunch is it at 12:30".
    private static List<Word> verbFirst(List<Word> english) {
        if (english.stream().anyMatch(word -> ASKING.contains(word.text()))) {
            return english;
        }
        for (var at = 1; at < english.size(); at++) {
            if (Set.of("is", "are").contains(english.get(at).text())) {
                var turned = new ArrayList<>(english);
                turned.addFirst(turned.remove(at));
                return turned;
            }
        }
        return english;
    }

    /// The language a question is in; empty where that is not clear, as of a name or a title alone.
    ///
    /// @param typed with its accents and marks
    Optional<Language> of(String typed, List<Word> words, Predicate<String> named) {
        var unnamed = words.stream().filter(word -> !named.test(word.text())).toList();
        var english = english(unnamed.stream(), named);
        if (unnamed.stream().anyMatch(word -> word.text().codePoints().anyMatch(Languages::han))) {
            return Optional.of(english > 1 ? Language.ENGLISH : Language.CHINESE);
        }
        var best = new ArrayList<Language>();
        var most = english(words.stream(), named);
        for (var reading : readings(words, named)) {
            var known = reading.known() + letters(typed, unnamed, reading.language());
            if (known > most) {
                best.clear();
                most = known;
            }
            if (known == most && reading.known() > words.size() - unnamed.size()) {
                best.add(reading.language());
            }
        }
        if (best.size() == 1 && most > english(words.stream(), named)) {
            return Optional.of(best.getFirst());
        }
        return best.isEmpty() && english > 0 ? Optional.of(Language.ENGLISH) : Optional.empty();
    }

    /// How many of a language's own letters and marks a question has, but in names.
    private static long letters(String typed, List<Word> words, Language language) {
        var letters = LETTERS.getOrDefault(language, NONE);
        return Stream.concat(
                        typed.chars().filter(mark -> mark == '¿' || mark == '¡').boxed(),
                        words.stream()
                                .flatMap(word -> word.surface()
                                        .toLowerCase(Locale.ROOT)
                                        .chars()
                                        .boxed()))
                .map(Character::toString)
                .filter(letter -> letters.matcher(letter).matches())
                .distinct()
                .count();
    }

    private long english(Stream<Word> words, Predicate<String> named) {
        return words.filter(word -> lexicon.english(word.text()) || named.test(word.text()))
                .count();
    }

    private List<Reading> readings(List<Word> words, Predicate<String> named) {
        return spaced.stream()
                .map(table -> {
                    var english = new ArrayList<Word>();
                    var known = translate(words, table.english(), named, english);
                    return new Reading(table.language(), english, known);
                })
                .toList();
    }

    private static long translate(
            List<Word> words, Map<String, String> table, Predicate<String> named, List<Word> translated) {
        var known = 0L;
        for (var from = 0; from < words.size(); ) {
            var taken = 0;
            for (var length = Math.min(LONGEST_PHRASE, words.size() - from); length > 0 && taken == 0; length--) {
                var phrase = new ArrayList<String>();
                words.subList(from, from + length).forEach(word -> phrase.add(word.text()));
                var key = String.join(" ", phrase);
                // "E" opens a Portuguese sentence with "and"; later on it is an "is" without its accent.
                var opening =
                        from == 0 && !words.getFirst().surface().equalsIgnoreCase("é") ? table.get("^" + key) : null;
                var english = opening == null ? table.get(key) : opening;
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

    /// Words that stand behind what they mean in Chinese and before it in English.
    private static final Set<String> BEHIND = Set.of("after", "before");

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
                        translated.add(
                                BEHIND.contains(english) ? 0 : translated.size(), new Word(english, piece, false));
                    }
                }
                from += length;
            }
        }
        return verbFirst(translated);
    }
}
