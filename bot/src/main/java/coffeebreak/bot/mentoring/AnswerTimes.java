package coffeebreak.bot.mentoring;

import java.time.Duration;
import java.util.List;

/// How long it took until seats were answered: numbers, without who. Every method throws
/// [coffeebreak.bot.chat.StoreUnavailable] when the store cannot be reached.
public interface AnswerTimes {

    /// Notes it once for each seat; what was noted first stays.
    ///
    /// @param seat the seat's id
    void note(String seat, Duration took);

    /// All that was noted, in no order, to the millisecond.
    List<Duration> all();
}
