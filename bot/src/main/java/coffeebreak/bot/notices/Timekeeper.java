package coffeebreak.bot.notices;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks about once a second what the time has brought: a reminder that is due, an offer that ran out.
///
/// Nothing is set to a time beforehand. Each duty works out from the programme, the clock and what is stored what is
/// due now, so a delay of the day, a restart or a clock that is set need no re-timing; and since it owes what it owes
/// under ids that are the same for the same decision, any number of processes may look at once.
public final class Timekeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Timekeeper.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration UNTIL_LOOKED = Duration.ofSeconds(10);

    private final List<Duty> duties;
    private final Passage passage;
    private final Executor executor;
    private final Semaphore looking = new Semaphore(1);
    private volatile boolean open = true;

    /// @param executor runs one task until this is closed
    public Timekeeper(List<Duty> duties, Passage passage, Executor executor) {
        this.duties = List.copyOf(duties);
        this.passage = passage;
        this.executor = executor;
    }

    /// Something that is done when its time has come.
    @FunctionalInterface
    public interface Duty {
        /// Does what is due now; doing it again does no harm. May throw [coffeebreak.bot.chat.StoreUnavailable], and is
        /// then asked again.
        void look();
    }

    /// Begins to look; returns at once.
    public void start() {
        executor.execute(() -> {
            try {
                while (open) {
                    looking.acquire();
                    try {
                        look();
                    } finally {
                        looking.release();
                    }
                    passage.rest(PAUSE);
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /// Looks once at every duty; one that fails keeps no other from being looked at.
    void look() {
        for (var duty : duties) {
            try {
                if (open) {
                    duty.look();
                }
            } catch (RuntimeException trouble) {
                LOG.warn("A duty could not be done and is tried again: {}", trouble.toString());
            }
        }
    }

    /// Begins no further duty, and waits until the one under way has ended: what it works with is closed next.
    @Override
    public void close() {
        open = false;
        try {
            if (looking.tryAcquire(UNTIL_LOOKED.toSeconds(), TimeUnit.SECONDS)) {
                looking.release();
            } else {
                LOG.warn("A duty is still under way after {}", UNTIL_LOOKED);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
