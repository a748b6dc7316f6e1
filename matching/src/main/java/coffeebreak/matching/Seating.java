package coffeebreak.matching;

import java.util.List;
import java.util.OptionalDouble;

/// The answer: every mentee has a seat or is unseated with a reason.
///
/// @param seats sorted by mentee, then table
/// @param unseated whoever has no seat at all, sorted by mentee
/// @param total affinity of all seats
/// @param minimum the lowest total of a seated mentee; empty when nobody is seated
/// @param proven whether no seating comes before this one in the whole order of objectives
/// @param bound no seating with as many seated in each tier (and the same floor, where there is one) has a larger
///     total affinity less the price of its moves
/// @param moves current seats that are not kept
/// @param report the round in figures
public record Seating(
        List<Seat> seats,
        List<Unseated> unseated,
        double total,
        OptionalDouble minimum,
        boolean proven,
        double bound,
        int moves,
        SeatReport report) {
    public Seating {
        seats = List.copyOf(seats);
        unseated = List.copyOf(unseated);
    }
}
