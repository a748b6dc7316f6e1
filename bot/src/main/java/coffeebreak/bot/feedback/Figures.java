package coffeebreak.bot.feedback;

import java.util.List;
import java.util.Objects;

/// What people said after the breaks, in numbers.
///
/// @param met    how many said that they met, and `missed` that they did not
/// @param rated  how many said how useful it was
/// @param useful their mean, 1 to 5; 0 where nobody said so
public record Figures(long met, long missed, long rated, double useful) {

    public static Figures of(List<Feedback> said) {
        var rated = said.stream()
                .mapToInt(Feedback::useful)
                .filter(points -> points > 0)
                .summaryStatistics();
        return new Figures(count(said, true), count(said, false), rated.getCount(), rated.getAverage());
    }

    private static long count(List<Feedback> said, boolean met) {
        return said.stream().filter(each -> Objects.equals(each.met(), met)).count();
    }
}
