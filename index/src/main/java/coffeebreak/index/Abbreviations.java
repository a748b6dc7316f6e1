package coffeebreak.index;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What people type in short when they look for something.
///
/// @param known the longest first, so that "mech interp" is read before "interp"
record Abbreviations(List<Abbreviation> known) {
    record Abbreviation(String words, Pattern inText, String meaning) {
        static Abbreviation of(String line) {
            int middle = line.indexOf('=');
            if (middle < 0) {
                throw new IllegalArgumentException(
                        "abbreviations.txt: \"%s\" has no =; write short = long".formatted(line));
            }
            var words = line.substring(0, middle).strip();
            var written = Pattern.quote(words.toLowerCase(Locale.ROOT)).replace(" ", "\\E[\\s-]+\\Q");
            return new Abbreviation(
                    words,
                    Pattern.compile("(?<![\\p{L}\\p{N}])" + written + "s?(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE),
                    line.substring(middle + 1).strip());
        }
    }

    /// Those in the jar.
    static Abbreviations committed() {
        return new Abbreviations(Background.linesOf("abbreviations.txt")
                .map(Abbreviation::of)
                .sorted(Comparator.comparingInt((Abbreviation each) -> each.words.length())
                        .reversed())
                .toList());
    }

    /// A query with its abbreviations spelled out; as it is where it has none.
    String spelledOut(String query) {
        var spelled = query;
        for (var each : known) {
            spelled = each.inText.matcher(spelled).replaceAll(Matcher.quoteReplacement(each.meaning));
        }
        return spelled;
    }
}
