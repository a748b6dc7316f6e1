package coffeebreak.bot.files;

import coffeebreak.bot.programme.PersonName;
import coffeebreak.bot.programme.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How tables write who is on stage: `Ana Souza (USP); Bo Li (KTH & Ericsson)`, `Chair: Cy Young`, `Souza, Ana`, `TBA`.
///
/// @param guess how the cell was taken, where it can be taken otherwise; empty elsewhere
record SpeakerWords(List<Speaker> speakers, String guess) {

    private static final Pattern NOBODY = Pattern.compile(
            "(?i)|-+|–|—|n\\.? ?[na]\\.?|n/a|none|t\\.?b\\.?[acd]\\.?|to be (?:announced|confirmed|determined)|\\?+|various|all|everyone|everybody");
    private static final Pattern LABEL = Pattern.compile(
            "(?i)(session chairs?|chairs?|chaired by|moderators?|moderated by|moderation|panel+ists?|speakers?|presenters?|presented by|invited speakers?|keynote speakers?|by|with)\\s*(?::|(?<=by)\\s)\\s*(.*)");
    private static final Pattern BRACKETS = Pattern.compile("(.*?)\\s*[(\\[]([^()\\[\\]]*)[)\\]]\\s*(.*)");
    private static final Pattern NAME = Pattern.compile(
            "(?:(?:Prof|Dr)\\.? )*\\p{Lu}[\\p{L}.'’-]*(?: (?:(?:de|da|do|dos|del|della|di|van|von|der|den|la|le|bin|al|el|y|e) )*\\p{Lu}[\\p{L}.'’-]*){1,4}");
    private static final Pattern SOMEBODY = Pattern.compile("(" + NAME.pattern() + ")\\s*\\([^()]*\\p{Lu}[^()]*\\)");
    /// What stands behind a name and a comma and is no given name: "USP", "New York University".
    private static final Pattern HOUSE = Pattern.compile(
            "\\p{Lu}{2,8}(?:[ &/-].*)?|(?i:.*\\b(?:univ|inst|college|school|labs?\\b|laborator|research|academ|polytech|politec|hochschule|ecole|école|centre|center|corp|inc\\b).*)|Google.*|Meta|Microsoft.*|Apple|Anthropic|OpenAI|DeepMind|Mila");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_CELL = 4_000;
    private static final Pattern TITLES =
            Pattern.compile("(?i)^(?:(?:prof(?:essor|\\.)?|dr\\.?|mr\\.?|mrs\\.?|ms\\.?|mx\\.?)\\s+)+(?=\\p{L})");

    /// @param role null where the kind of session decides
    record Speaker(
            String name,
            List<String> affiliations,
            @Nullable Role role) {
        Speaker {
            affiliations = List.copyOf(affiliations);
        }
    }

    /// Whether words are a name with where they come from, as in "Lenka Zdeborová (EPFL)", and nothing else.
    static boolean isSurelySomebody(String words) {
        var somebody = SOMEBODY.matcher(words.strip());
        return words.length() <= LONGEST_NAME
                && somebody.matches()
                && KindWords.in(somebody.group(1)).isEmpty();
    }

    /// Whether words could be a name and hardly anything else: "Lenka Zdeborová".
    static boolean isPerhapsSomebody(String words) {
        return isSurelySomebody(words)
                || words.length() <= LONGEST_NAME
                        && NAME.matcher(words.strip()).matches()
                        && KindWords.in(words).isEmpty();
    }

    /// Whether words say themselves who is on stage: "Chair: Cy Young".
    static boolean isLabelled(String words) {
        return words.length() <= 10 * LONGEST_NAME
                && LABEL.matcher(words.strip()).matches();
    }

    static SpeakerWords read(String cell) {
        if (cell.length() > LONGEST_CELL) {
            return new SpeakerWords(
                    List.of(),
                    "a cell of more than %,d characters is not taken for names; shorten it.".formatted(LONGEST_CELL));
        }
        var speakers = new ArrayList<Speaker>();
        var guess = "";
        Role role = null;
        for (var piece : outsideBrackets(cell, ";|\n")) {
            var label = LABEL.matcher(piece);
            if (label.matches()) {
                role = role(label.group(1));
                piece = label.group(2);
            }
            var several = severalNames(piece);
            if (several.size() > 1) {
                guess = "\"%s\" is taken for %d people; separate people by semicolons."
                        .formatted(piece, several.size());
            } else if (housed(piece)) {
                guess = "\"%s\" is taken for %s of %s."
                        .formatted(
                                piece,
                                speaker(piece, role).name(),
                                String.join(" & ", speaker(piece, role).affiliations()));
            } else if (piece.matches("[^,(\\[]+,[^,]+")
                    && !NOBODY.matcher(piece).matches()) {
                guess = "\"%s\" is taken for %s."
                        .formatted(piece, speaker(piece, role).name());
            }
            if (several.stream()
                    .anyMatch(one ->
                            one.replaceAll("[(\\[][^()\\[\\]]*[)\\]]", "").matches(".*[()\\[\\]].*"))) {
                guess = "\"%s\" has a bracket without its other half; close it.".formatted(piece);
            }
            for (var one : several) {
                if (!NOBODY.matcher(one).matches()) {
                    speakers.add(speaker(one, role));
                }
            }
        }
        return new SpeakerWords(List.copyOf(speakers), guess);
    }

    /// "Souza, Ana" is one, "Ana Souza, Bo Li" are two, and so are "Ana Souza and Bo Li".
    private static List<String> severalNames(String piece) {
        var pieces = outsideBrackets(piece, ",|&|\\band\\b");
        var withoutBrackets = pieces.stream()
                .map(each -> each.replaceAll("[(\\[][^)\\]]*[)\\]]", "").strip())
                .toList();
        return pieces.size() > 1 && !housed(piece) && withoutBrackets.stream().allMatch(name -> name.contains(" "))
                ? pieces
                : List.of(piece);
    }

    /// "Ana Souza, USP": a name and a house, in place of "Souza, Ana".
    static boolean housed(String words) {
        var comma = words.indexOf(',');
        return comma > 0
                && words.length() <= LONGEST_NAME
                && NAME.matcher(words.substring(0, comma).strip()).matches()
                && HOUSE.matcher(words.substring(comma + 1).strip()).matches();
    }

    private static Speaker speaker(String written, @Nullable Role role) {
        var affiliations = new ArrayList<String>();
        var name = written;
        if (housed(written)) {
            name = written.substring(0, written.indexOf(','));
            affiliations.addAll(
                    Columns.split(written.substring(written.indexOf(',') + 1), "\\s*(?:;|/|&|\\band\\b)\\s*"));
        }
        for (var brackets = BRACKETS.matcher(name); brackets.matches(); brackets = BRACKETS.matcher(name)) {
            name = (brackets.group(1) + " " + brackets.group(3)).strip();
            var inside = brackets.group(2).strip();
            if (inside.matches("(?i)chair|moderator|panel+ist|speaker|remote|online|virtual")) {
                role = role(inside) == null ? role : role(inside);
            } else {
                affiliations.addAll(Columns.split(inside, "\\s*(?:;|/|&|\\band\\b)\\s*"));
            }
        }
        name = PersonName.spoken(name.replaceAll("[*†‡]", "").strip());
        return new Speaker(TITLES.matcher(name).replaceFirst("").strip(), affiliations, role);
    }

    private static @Nullable Role role(String label) {
        var words = label.toLowerCase(Locale.ROOT);
        if (words.contains("chair")) {
            return Role.CHAIR;
        }
        if (words.contains("moderat")) {
            return Role.MODERATOR;
        }
        if (words.contains("panel")) {
            return Role.PANELIST;
        }
        return words.contains("keynote")
                ? Role.KEYNOTE_SPEAKER
                : words.contains("invited") ? Role.INVITED_SPEAKER : null;
    }

    private static List<String> outsideBrackets(String cell, String separators) {
        return Columns.split(cell, "(?:" + separators + ")(?![^(\\[]*[)\\]])");
    }
}
