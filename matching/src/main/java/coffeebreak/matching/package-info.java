/// Who sits where, as pure functions over records. Start at [SeatMatcher#match(SeatProblem)]: a [SeatProblem] goes
/// in, a [Seating] comes out; the same problem with the same seed gives the same seating whatever the order of its
/// rows.
@NullMarked
package coffeebreak.matching;

import org.jspecify.annotations.NullMarked;
