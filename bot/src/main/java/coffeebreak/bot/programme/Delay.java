package coffeebreak.bot.programme;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;

/// The day runs late: what had not begun when it was said and begins at `from` or after it begins so much later, and
/// what was on at that time lasts so much longer.
///
/// @param day  0 for the programme's first day
/// @param from a time on the venue's clock, as the programme stood when it was said
/// @param by   in whole minutes, more than none
/// @param said when an organizer said so
public record Delay(int day, LocalTime from, Duration by, Instant said) {

    public Delay {
        if (by.isNegative() || by.isZero() || by.getSeconds() % 60 != 0) {
            throw new IllegalArgumentException("a delay takes whole minutes, not " + by);
        }
    }

    /// "15 minutes late from 14:30"
    public String inWords() {
        var minutes = by.toMinutes();
        return minutes + (minutes == 1 ? " minute" : " minutes") + " late from " + from;
    }
}
