package coffeebreak.bot.mentoring;

import java.util.List;

/// How much people have to say to the mentors they sit with, against the same people at the same tables by chance and
/// at best. All affinities are from 0 to 1, by what people say of themselves now.
///
/// @param seats    the affinity of each seat that counts, in no order
/// @param byChance the same of each seat of all seatings drawn at random, by the same rules
/// @param drawn    how many seatings were drawn
/// @param optimum  the mean of the best seating without the history: nobody sits anywhere yet, nobody was with a mentor
///                 before
public record Compared(List<Double> seats, List<Double> byChance, int drawn, double optimum) {

    public Compared {
        seats = List.copyOf(seats);
        byChance = List.copyOf(byChance);
    }

    /// The mean of the seats that count.
    public double mean() {
        return mean(seats);
    }

    /// The mean of what chance gives.
    public double chance() {
        return mean(byChance);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(value -> value).average().orElse(0);
    }
}
