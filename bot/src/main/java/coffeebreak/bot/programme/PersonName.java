package coffeebreak.bot.programme;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A person's name as somebody wrote it, to be compared with how somebody else wrote it: "Zdeborova, L." may be
/// "Lenka Zdeborová", "Lucia Zdeborová" is not.
///
/// @param words given names before family names, without accents, case, titles and punctuation; may be empty
public record PersonName(List<String> words) {

    private static final Set<String> TITLES =
            Set.of("dr", "prof", "professor", "mr", "mrs", "ms", "mx", "phd", "msc", "md", "jr", "sr", "ii", "iii");

    public PersonName {
        words = List.copyOf(words);
    }

    /// How two names are to each other.
    public enum Likeness {
        /// The same words, but for accents, case, hyphens and "Family, Given".
        SAME,
        /// The same where one has an initial, lacks a middle name or has the words in another order: perhaps one
        /// person.
        POSSIBLE,
        DIFFERENT
    }

    /// Reads "Lenka Zdeborová", "Zdeborová, Lenka", "Dr. L. Zdeborova", "LENKA ZDEBOROVA".
    public static PersonName of(String written) {
        var comma = written.indexOf(',');
        var family = comma < 0 ? Stream.<String>empty() : words(written.substring(0, comma)).stream();
        var rest = words(written.substring(comma + 1)).stream();
        return new PersonName(Stream.concat(rest, family).toList());
    }

    /// As it is said: "Zdeborová, Lenka" becomes "Lenka Zdeborová". More than one comma is left alone.
    public static String spoken(String written) {
        var comma = written.indexOf(',');
        return comma > 0 && comma == written.lastIndexOf(',')
                ? (written.substring(comma + 1).strip() + " "
                                + written.substring(0, comma).strip())
                        .strip()
                : written;
    }

    private static List<String> words(String written) {
        return Arrays.stream(Spelled.folded(written).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty() && !TITLES.contains(word))
                .toList();
    }

    public Likeness to(PersonName other) {
        if (words.isEmpty() || other.words.isEmpty()) {
            return Likeness.DIFFERENT;
        }
        if (String.join("", words).equals(String.join("", other.words))) {
            return Likeness.SAME;
        }
        return sameInAnotherOrder(other) || differsInGivenNames(other) ? Likeness.POSSIBLE : Likeness.DIFFERENT;
    }

    private boolean sameInAnotherOrder(PersonName other) {
        return words.size() > 1
                && words.size() == other.words.size()
                && new HashSet<>(words).equals(new HashSet<>(other.words));
    }

    /// One family name; the given names fit one by one, and only middle names may be missing.
    private boolean differsInGivenNames(PersonName other) {
        if (words.size() < 2
                || other.words.size() < 2
                || !words.getLast().equals(other.words.getLast())
                || !fits(words.getFirst(), other.words.getFirst())) {
            return false;
        }
        var longer = words.size() >= other.words.size() ? words : other.words;
        var middle = longer.subList(1, longer.size() - 1).iterator();
        var shorter = longer == words ? other.words : words;
        for (var word : shorter.subList(1, shorter.size() - 1)) {
            var found = false;
            while (!found && middle.hasNext()) {
                found = fits(word, middle.next());
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    /// Equal, or one is the other's initial.
    private static boolean fits(String one, String other) {
        return one.equals(other)
                || one.length() == 1 && other.startsWith(one)
                || other.length() == 1 && one.startsWith(other);
    }
}
