package coffeebreak.bot.notices;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that only moves when a test says so; safe to share between threads.
public final class SettableClock implements InstantSource {

    private Instant now = Instant.parse("2026-04-26T12:00:00Z");

    @Override
    public synchronized Instant instant() {
        return now;
    }

    public synchronized void advance(Duration step) {
        now = now.plus(step);
    }
}
