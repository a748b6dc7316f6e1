package coffeebreak.bot.notices;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Time of this machine for a courier that need not wait for its next look when something is owed in its own process: a
/// click then changes the screen at once. What is owed by another process is found at the next look, as ever.
public final class Bell implements Passage {

    private final Semaphore rung = new Semaphore(0);

    /// Ends the rest of whoever rests, or the next rest where nobody does. Never waits.
    public void ring() {
        if (rung.availablePermits() == 0) {
            rung.release();
        }
    }

    @Override
    public long nanoseconds() {
        return System.nanoTime();
    }

    @Override
    public void rest(Duration time) throws InterruptedException {
        if (rung.tryAcquire(time.toNanos(), TimeUnit.NANOSECONDS)) {
            rung.drainPermits();
        }
    }
}
