package coffeebreak.bot.mentoring;

import coffeebreak.bot.chat.Person;
import java.util.List;

/// One mentee at one table.
///
/// @param id         opaque, never used again
/// @param table      the table's id: one mentor in one break
/// @param affinity   0 to 1
/// @param reasons    the terms that made the affinity, most telling first; empty when there are none
public record Seat(String id, Person mentee, String table, double affinity, List<String> reasons, State state) {

    public Seat {
        reasons = List.copyOf(reasons);
    }

    /// What has become of a seat. Declined, cancelled and withdrawn seats stay in the plan, so that nobody is offered
    /// the same
    /// table again.
    public enum State {
        OFFERED,
        CONFIRMED,
        DECLINED,
        CANCELLED,
        /// Taken back by the bot, since the tables had to be changed.
        MOVED;

        /// Whether somebody is expected at the table.
        public boolean taken() {
            return switch (this) {
                case OFFERED, CONFIRMED -> true;
                case DECLINED, CANCELLED, MOVED -> false;
            };
        }
    }

    public Seat as(State next) {
        return new Seat(id, mentee, table, affinity, reasons, next);
    }
}
