package coffeebreak.bot.observing;

import coffeebreak.bot.notices.Outbox;
import coffeebreak.bot.notices.Way;
import java.time.Duration;
import java.util.Map;

/// How much is stored that waits for something. The same for every process on one store.
@FunctionalInterface
public interface Stock {

    /// @throws coffeebreak.bot.chat.StoreUnavailable when the store cannot be reached
    Levels now();

    /// @param notices     in which state they are; those in doubt count as under way as well
    /// @param inDoubt     notices of which it is not known whether they arrived
    /// @param overdue     how long the first that is due waits to leave each way; zero where none is due
    /// @param waited      how long those that left had waited
    /// @param arrivals    what people sent and nobody has worked to its end
    /// @param oldest      how long the first of these has been there; zero where there is none
    /// @param deadLetters what was given up, and organizers have not decided about
    record Levels(
            Outbox.Counts notices,
            long inDoubt,
            Map<Way, Duration> overdue,
            Outbox.Waits waited,
            long arrivals,
            Duration oldest,
            long deadLetters) {
        public Levels {
            overdue = Map.copyOf(overdue);
        }
    }
}
