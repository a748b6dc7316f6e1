package coffeebreak.bot.answers;

import java.util.Optional;
import java.util.Set;

/// Mends misspelled words.
final class Typos {

    private static final int SHORT = 5;

    private Typos() {}

    /// The known word that was probably meant: one slip away, two for words of six letters and more. Where two are
    /// equally close, a name wins among longer words and any other word among those of up to four letters, then the
    /// one of the same length.
    static Optional<String> closest(String typed, Set<String> known, Set<String> names) {
        var allowed = typed.length() <= SHORT ? 1 : 2;
        String best = null;
        var bestScore = Integer.MAX_VALUE;
        for (var word : known) {
            if (Math.abs(word.length() - typed.length()) > allowed || word.length() < 3) {
                continue;
            }
            var distance = distance(typed, word, allowed);
            if (distance > allowed || distance > 0 && word.length() <= 3 && word.charAt(0) != typed.charAt(0)) {
                continue;
            }
            if (distance == 2 && word.charAt(0) != typed.charAt(0)) {
                continue;
            }
            var score = distance * 8
                    + (word.charAt(0) == typed.charAt(0) ? 0 : 4)
                    + (names.contains(word) == typed.length() > 4 ? 0 : 2)
                    + (word.length() >= typed.length() ? 0 : 1);
            if (score < bestScore) {
                best = word;
                bestScore = score;
            }
        }
        return Optional.ofNullable(best);
    }

    /// Slips between two words: letters dropped, added, changed, or swapped with their neighbour.
    static int distance(String one, String other, int most) {
        var beforeLast = new int[other.length() + 1];
        var last = new int[other.length() + 1];
        for (var column = 0; column <= other.length(); column++) {
            last[column] = column;
        }
        for (var row = 1; row <= one.length(); row++) {
            var current = new int[other.length() + 1];
            current[0] = row;
            var least = row;
            for (var column = 1; column <= other.length(); column++) {
                var same = one.charAt(row - 1) == other.charAt(column - 1);
                var value =
                        Math.min(last[column - 1] + (same ? 0 : 1), Math.min(last[column], current[column - 1]) + 1);
                if (row > 1
                        && column > 1
                        && one.charAt(row - 1) == other.charAt(column - 2)
                        && one.charAt(row - 2) == other.charAt(column - 1)) {
                    value = Math.min(value, beforeLast[column - 2] + 1);
                }
                current[column] = value;
                least = Math.min(least, value);
            }
            if (least > most) {
                return most + 1;
            }
            beforeLast = last;
            last = current;
        }
        return last[other.length()];
    }
}
