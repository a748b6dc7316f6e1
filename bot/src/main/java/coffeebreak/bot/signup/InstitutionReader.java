package coffeebreak.bot.signup;

import coffeebreak.bot.programme.Institutions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds where somebody works or studies: what stands behind "at", a name the programme knows, or a name that calls
/// itself a university.
final class InstitutionReader {

    private static final int LONGEST = 80;
    private static final String NO_LETTER_BEFORE = "(?<![\\p{L}\\p{N}-])";
    private static final String NO_LETTER_BEHIND = "(?![\\p{L}\\p{N}-])";
    private static final String CAPITALISED =
            "(?!(?i:i|i'm|phd|ph|msc|masters?|bachelors?|postdoc|student|my|and|poster|break)\\b)"
                    + "\\p{Lu}[\\p{L}\\p{N}'&-]*(?:\\.\\p{L}+)*(?:\\.(?=\\s+of\\b))?";
    private static final String NAME =
            CAPITALISED + "(?:\\s+(?:(?:of|de|des|für|for|and|at|the|la|&)\\s+){0,2}" + CAPITALISED + ")*";
    private static final Pattern AT_NAME = Pattern.compile("(?:(?i:\\bat)\\s|@)\\s*(?:the\\s+)?(" + NAME + ")");
    private static final Pattern FROM_NAME = Pattern.compile("\\b(?i:from|of|in)\\s+(?:the\\s+)?(" + NAME + ")");
    private static final Pattern UNIVERSITY = Pattern.compile(NO_LETTER_BEFORE + "(?=[^,.;|]*?"
            + "(?i:universi|institut|college|polytech|école|ecole|school of|academy))(" + NAME + ")");
    private static final Pattern CALLS_ITSELF_SO =
            Pattern.compile("universi|institut|college|polytech|école|ecole|school|academy", Pattern.CASE_INSENSITIVE);

    private final List<String> spellings;
    private final Optional<Known> known;

    private record Known(Pattern behindAt, Pattern behindFrom, Pattern anywhere, Pattern alone) {}

    InstitutionReader(Institutions institutions) {
        spellings = institutions.aliases().entrySet().stream()
                .flatMap(entry -> Stream.concat(Stream.of(entry.getKey()), entry.getValue().stream()))
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        known = spellings.isEmpty() ? Optional.empty() : Optional.of(patterns(spellings));
    }

    private static Known patterns(List<String> spellings) {
        var any =
                "(" + spellings.stream().map(Pattern::quote).collect(Collectors.joining("|")) + ")" + NO_LETTER_BEHIND;
        var ignoringCase = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        return new Known(
                Pattern.compile("(?:\\bat\\s|@)\\s*(?:the\\s+)?" + any, ignoringCase),
                Pattern.compile("\\b(?:from|of)\\s+(?:the\\s+)?" + any, ignoringCase),
                Pattern.compile(NO_LETTER_BEFORE + any),
                Pattern.compile("(?:^|[,;|])\\s*" + any + "\\s*(?=$|[,;.|])", ignoringCase));
    }

    /// Takes the institution out of what is left; empty when none is found.
    Optional<String> take(Rest rest) {
        return longest(rest, known.map(Known::behindAt), Optional.of(AT_NAME))
                .or(() -> longest(rest, known.map(Known::behindFrom), Optional.empty()))
                .or(() -> longest(rest, known.map(Known::anywhere), Optional.empty()))
                .or(() -> longest(rest, known.map(Known::alone), Optional.empty()))
                .or(() -> university(rest))
                .or(() -> longest(rest, Optional.of(FROM_NAME), Optional.empty()));
    }

    private Optional<String> longest(Rest rest, Optional<Pattern> one, Optional<Pattern> other) {
        var found = new ArrayList<java.util.regex.MatchResult>();
        Stream.of(one, other).flatMap(Optional::stream).forEach(pattern -> {
            var matcher = pattern.matcher(rest.words());
            if (matcher.find()) {
                found.add(matcher.toMatchResult());
            }
        });
        return found.stream()
                .filter(match -> match.group(1).length() <= LONGEST)
                .max(Comparator.comparingInt(match -> match.group(1).length()))
                .map(match -> {
                    rest.take(match.start(), match.end());
                    return spelled(match.group(1));
                });
    }

    private Optional<String> university(Rest rest) {
        var matcher = UNIVERSITY.matcher(rest.words());
        while (matcher.find()) {
            if (CALLS_ITSELF_SO.matcher(matcher.group(1)).find()) {
                var name = matcher.group(1);
                rest.take(matcher.start(), matcher.end());
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    /// As typed, but "epfl" as the programme spells it.
    private String spelled(String typed) {
        return Character.isUpperCase(typed.charAt(0))
                ? typed
                : spellings.stream()
                        .filter(spelling -> spelling.equalsIgnoreCase(typed))
                        .findFirst()
                        .orElse(typed);
    }
}
