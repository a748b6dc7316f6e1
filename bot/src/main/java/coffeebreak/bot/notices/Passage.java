package coffeebreak.bot.notices;

import java.time.Duration;

/// How time passes for a process that waits: never jumps, unlike the clock that is handed in, which a rehearsal may
/// set or run faster.
public interface Passage {

    /// Nanoseconds since some moment.
    long nanoseconds();

    /// Waits for so long, or less.
    void rest(Duration time) throws InterruptedException;

    /// The time of this machine.
    static Passage real() {
        return new Passage() {
            @Override
            public long nanoseconds() {
                return System.nanoTime();
            }

            @Override
            public void rest(Duration time) throws InterruptedException {
                Thread.sleep(time);
            }
        };
    }
}
