package coffeebreak.matching;

import java.time.Duration;

/// What is left of the time that all integer programmes of one question may take together, by the solver's own watch.
final class TimeLeft {
    private long millis;

    TimeLeft(Duration limit) {
        millis = limit.toMillis();
    }

    long millis() {
        return Math.max(0, millis);
    }

    void spend(long spent) {
        millis -= spent;
    }
}
