package coffeebreak.bot.signup;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What is left of a sentence while it is read piece by piece. Where something was taken out stands a bar, over which
/// no later piece reaches.
final class Rest {

    static final char BAR = '|';

    private String words;

    Rest(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    boolean has(Pattern pattern) {
        return pattern.matcher(words).find();
    }

    /// Takes out the first place where the pattern matches.
    Optional<MatchResult> take(Pattern pattern) {
        var matcher = pattern.matcher(words);
        if (!matcher.find()) {
            return Optional.empty();
        }
        var found = matcher.toMatchResult();
        take(found.start(), found.end());
        return Optional.of(found);
    }

    void take(int start, int end) {
        words = words.substring(0, start) + " " + BAR + " " + words.substring(end);
    }

    void takeAll(Pattern pattern) {
        words = pattern.matcher(words).replaceAll(" \\" + BAR + " ");
    }
}
