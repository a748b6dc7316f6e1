package coffeebreak.bot.files;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Guesses what somebody meant to type.
final class Spelling {

    private Spelling() {}

    /// The closest of the choices, where one is close enough to be worth proposing.
    static Optional<String> closest(String typed, Collection<String> choices) {
        return choices.stream()
                .min(Comparator.comparingInt(choice -> distance(typed, choice)))
                .filter(choice -> distance(typed, choice) <= Math.max(2, typed.length() / 3));
    }

    /// " Did you mean x?", or what there is to choose from.
    static String hint(String typed, Collection<String> choices) {
        return closest(typed, choices)
                .map(choice -> " Did you mean \"" + choice + "\"?")
                .orElseGet(() -> choices.isEmpty() ? "" : " There is: " + String.join(", ", choices) + ".");
    }

    private static int distance(String one, String other) {
        var previous = new int[other.length() + 1];
        for (var column = 0; column <= other.length(); column++) {
            previous[column] = column;
        }
        for (var row = 1; row <= one.length(); row++) {
            var current = new int[other.length() + 1];
            current[0] = row;
            for (var column = 1; column <= other.length(); column++) {
                var change = previous[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(change, Math.min(previous[column], current[column - 1]) + 1);
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
