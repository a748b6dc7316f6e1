package coffeebreak.bot.mentoring;

import coffeebreak.bot.chat.Person;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One mentee at one table.
///
/// @param id       opaque, never used again
/// @param table    the table's id: one mentor in one break
/// @param affinity 0 to 1
/// @param reasons  the terms that made the affinity, most telling first; empty when there are none
/// @param given    when it was given; null for a seat that was stored before this was kept
/// @param until    how long an offer to somebody in line stands or stood; null for every other seat
/// @param late     how many minutes late the mentee says they come; 0 for in time
public record Seat(
        String id,
        Person mentee,
        String table,
        double affinity,
        List<String> reasons,
        State state,
        @Nullable Instant given,
        @Nullable Instant until,
        int late) {

    public Seat {
        reasons = List.copyOf(reasons);
    }

    /// A seat of a published round: it is the mentee's, whether they answer or not.
    public static Seat given(
            String id, Person mentee, String table, double affinity, List<String> reasons, @Nullable Instant given) {
        return new Seat(id, mentee, table, affinity, reasons, State.OFFERED, given, null, 0);
    }

    /// What has become of a seat. Those that nobody holds any more stay in the plan, so that nobody is offered the same
    /// table again.
    public enum State {
        /// Given by a round, and kept also when it is never answered.
        OFFERED,
        /// Free, and kept for the first in line until they answer or the time is up.
        HELD,
        CONFIRMED,
        /// The mentee said that they are at the table.
        HERE,
        DECLINED,
        /// Given back with the sign-up.
        CANCELLED,
        /// Taken back by the bot, since the tables had to be changed.
        MOVED,
        /// Given up for another seat.
        TRADED,
        /// Held for somebody who did not answer in time.
        EXPIRED,
        /// Nobody sat there when the break had begun.
        MISSED,
        /// The organizers took the round back that gave it: as if it had never been given.
        UNDONE;

        /// Whether nobody else can have it.
        public boolean taken() {
            return switch (this) {
                case OFFERED, HELD, CONFIRMED, HERE -> true;
                case DECLINED, CANCELLED, MOVED, TRADED, EXPIRED, MISSED, UNDONE -> false;
            };
        }

        /// Whether somebody is expected at the table.
        public boolean expected() {
            return taken() && this != HELD;
        }
    }

    public Seat as(State next) {
        return new Seat(id, mentee, table, affinity, reasons, next, given, next == State.EXPIRED ? until : null, late);
    }

    Seat heldUntil(Instant end) {
        return new Seat(id, mentee, table, affinity, reasons, State.HELD, given, end, late);
    }

    /// An offer that was taken.
    Seat taken(Instant now) {
        return new Seat(id, mentee, table, affinity, reasons, State.CONFIRMED, now, null, late);
    }

    Seat late(int minutes) {
        return new Seat(id, mentee, table, affinity, reasons, state, given, until, minutes);
    }

    /// The same with nobody's name on it.
    Seat of(Person nobody) {
        return new Seat(id, nobody, table, affinity, List.of(), state, given, until, late);
    }
}
