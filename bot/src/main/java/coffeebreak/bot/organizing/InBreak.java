package coffeebreak.bot.organizing;

import coffeebreak.bot.programme.BreakWording;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.Session;
import coffeebreak.bot.signup.BreakReader;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A name and what is said of the break behind it, if anything: "Kempe in break 2", "Kempe afternoon".
///
/// @param when empty for nothing
record InBreak(String what, String when) {

    private static final Pattern IN = Pattern.compile("(?i)(?<what>.+?)\\s+(?:in|at|during)\\s+(?<when>.+)");
    private static final Pattern LAST = Pattern.compile("(?<what>.+)\\s+(?<when>\\S+)");

    static InBreak of(String words, Programme day) {
        var in = IN.matcher(words);
        if (in.matches()) {
            return new InBreak(in.group("what"), in.group("when"));
        }
        var last = LAST.matcher(words);
        return last.matches() && !breaks(last.group("when"), day).isEmpty()
                ? new InBreak(last.group("what"), last.group("when"))
                : new InBreak(words, "");
    }

    /// The same of somebody else.
    String with(String other) {
        return when.isEmpty() ? other : other + " in " + when;
    }

    /// The ids of the breaks that words mean.
    static List<String> breaks(String words, Programme day) {
        var all = day.breaks();
        var meant = new BreakReader(all).meant(words);
        return all.stream()
                .map(Session::id)
                .filter(id -> id.equals(words) || meant.contains(id))
                .toList();
    }

    /// "Coffee Break 1 (10:30), Coffee Break 2 (15:00)", to choose from.
    static String all(Programme day) {
        var wording = new BreakWording(day);
        return day.breaks().stream()
                .map(each -> wording.name(each) + " (" + each.start() + ")")
                .collect(Collectors.joining(", "));
    }
}
