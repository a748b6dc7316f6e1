package coffeebreak.matching;

import java.util.Optional;

/// What a seat competed with.
///
/// @param seat the seat explained
/// @param alternative where its mentee would sit otherwise, with as many seats and everybody's claims as before;
///     empty when there is no such seat
public record Explanation(Seat seat, Optional<Alternative> alternative) {
    /// The best other seat.
    ///
    /// @param seat the seat the mentee would have instead
    /// @param cost what the whole would lose: total affinity less the price of the moves, 0 or more
    public record Alternative(Seat seat, double cost) {}
}
