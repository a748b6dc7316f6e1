package coffeebreak.bot.signup;

import coffeebreak.bot.programme.Session;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds which coffee breaks somebody can make: "only the morning break", "both breaks", "not the second one".
public final class BreakReader {

    private static final String WHICH =
            "(?:first|1st|second|2nd|third|3rd|morning|afternoon|both|all|either|any" + "|\\d{1,2}[:.]\\d\\d)";
    private static final String AND = "(?:\\s+(?:and|or|of|&)\\s+|\\s*[+/&]\\s*|\\s+)(?:the\\s+)?";
    private static final String NUMBER = "(?:[1-9]|one|two|three)(?!\\d)";
    private static final String LEAD =
            "(?<lead>(?:\\b(?:i|i'm|im|am|is|it|can|can't|cannot|cant|could|couldn't|won't|will"
                    + "|do|don't|only|just|but|and|not|except|prefer|preferably|make|makes|come|be|have|free|available|there|in|at"
                    + "|for|to|on|the|during|join|time|attend|please|works?)\\b[\\s,]*)*)";
    private static final Pattern PHRASE = Pattern.compile(
            LEAD + "(?<which>" + WHICH + "(?:" + AND + WHICH + ")*" + "\\s+(?:of\\s+)?(?:the\\s+)?(?:coffee\\s+)?"
                    + "(?:breaks?|coffees?|slots?|ones?\\b)(?!\\s+(?:up|down|of))"
                    + "|\\b(?:coffee\\s+)?breaks?\\s+(?:number\\s+)?" + NUMBER + "(?:" + AND + NUMBER + ")*"
                    + "|(?<=\\b(?:only|just|prefer|free|available|not)\\s)(?:in\\s+)?(?:the\\s+)?(?:morning|afternoon)\\b"
                    + "|(?<=\\b(?:in|for)\\sthe\\s)(?:morning|afternoon)\\s+only)"
                    + "(?:\\s+(?:only|please|works?|are fine|is fine|fine|both work))*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern GREETING =
            Pattern.compile("\\bgood (?:morning|afternoon|evening)\\b[,!.]?", Pattern.CASE_INSENSITIVE);
    private static final Pattern NEGATION =
            Pattern.compile("\\b(?:not|can't|cannot|cant|couldn't|won't|don't|except)\\b", Pattern.CASE_INSENSITIVE);
    private static final List<String> ORDINALS =
            List.of("first|1st|one|1", "second|2nd|two|2", "third|3rd|three|3", "4", "5", "6");

    private final List<Session> breaks;

    public BreakReader(List<Session> breaks) {
        this.breaks = breaks;
    }

    /// The ids of the breaks that words of somebody who wants to sit elsewhere mean: "the afternoon", "break 2",
    /// "15:00".
    public Set<String> meant(String words) {
        return named(words.toLowerCase(Locale.ROOT));
    }

    /// Takes what is said about breaks out of what is left; empty when nothing is said.
    Optional<Set<String>> take(Rest rest) {
        rest.takeAll(GREETING);
        var meant = new LinkedHashSet<String>();
        var excluded = new HashSet<String>();
        for (var found = rest.take(PHRASE); found.isPresent(); found = rest.take(PHRASE)) {
            var negated = NEGATION.matcher(found.get().group("lead")).find();
            (negated ? excluded : meant).addAll(named(found.get().group("which").toLowerCase(Locale.ROOT)));
        }
        if (meant.isEmpty() && !excluded.isEmpty()) {
            breaks.forEach(each -> meant.add(each.id()));
        }
        meant.removeAll(excluded);
        return meant.isEmpty() ? Optional.empty() : Optional.of(meant);
    }

    private Set<String> named(String words) {
        var ids = new LinkedHashSet<String>();
        var all = words.matches("(?s).*\\b(?:both|all|either|any)\\b.*");
        for (var index = 0; index < breaks.size(); index++) {
            var each = breaks.get(index);
            var ordinal = ORDINALS.get(Math.min(index, ORDINALS.size() - 1));
            var half = each.start().getHour() < 12 ? "morning" : "afternoon";
            var time = each.start().toString().replace(":", "[:.]");
            // The "one" of "the morning one" counts nothing.
            var counted = words.replaceFirst("\\s+ones?$", "");
            if (all || counted.matches("(?s).*\\b(?:" + ordinal + "|" + half + "|" + time + ")\\b.*")) {
                ids.add(each.id());
            }
        }
        return ids;
    }
}
