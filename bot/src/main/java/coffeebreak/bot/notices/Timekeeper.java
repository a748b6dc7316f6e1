package coffeebreak.bot.notices;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
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

    private final List<Duty> duties;
    private final Passage passage;
    private final Executor executor;
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
                    look();
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

    @Override
    public void close() {
        open = false;
    }
}
