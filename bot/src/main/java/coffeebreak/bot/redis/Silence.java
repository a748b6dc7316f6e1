package coffeebreak.bot.redis;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Whether Redis is silent, seen from the questions themselves: then nobody waits for it any more but one at a time,
/// whose answer ends the silence.
///
/// A frozen server takes connections and answers nothing. Without this every question of everybody would wait as long
/// as a connection may, and pile up.
final class Silence {

    /// Nothing asked of it takes nearly as long.
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /// As long as a connection waits, or a little less. The asker counts as under way too, and may be slow itself.
    private static final Duration NEARLY_TIMED_OUT = Duration.ofMillis(1_900);

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);

    private final LongSupplier nanoseconds;
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicLong heard = new AtomicLong();
    private final AtomicLong tried = new AtomicLong();
    private final AtomicReference<@Nullable Thread> trying = new AtomicReference<>();
    private volatile boolean silent;

    /// @param nanoseconds of a clock that only goes forward
    Silence(LongSupplier nanoseconds) {
        this.nanoseconds = nanoseconds;
    }

    /// How a question may be asked.
    enum Turn {
        /// Like any other.
        ASK,
        /// To find out whether the silence is over.
        TRY,
        /// Not now: it would only wait.
        LEAVE
    }

    /// Whoever may ask calls [#end] afterwards, in the same thread and whatever happens.
    Turn begin() {
        var now = nanoseconds.getAsLong();
        if (silent) {
            if (now - tried.get() < BETWEEN_TRIES.toNanos() || !trying.compareAndSet(null, Thread.currentThread())) {
                return Turn.LEAVE;
            }
            underWay.getAndIncrement();
            return Turn.TRY;
        }
        if (underWay.get() > 0 && now - heard.get() > PATIENCE.toNanos()) {
            return Turn.LEAVE;
        }
        if (underWay.getAndIncrement() == 0) {
            heard.set(now);
        }
        return Turn.ASK;
    }

    /// Whether a new connection would only wait like all others; asked by the thread that would.
    boolean isSuspected() {
        return silent
                ? trying.get() != Thread.currentThread()
                : underWay.get() > 0 && nanoseconds.getAsLong() - heard.get() > NEARLY_TIMED_OUT.toNanos();
    }

    /// @param turn     as [#begin] gave it, but not `LEAVE`
    /// @param answered whether the server said anything at all, be it a refusal
    void end(Turn turn, boolean answered) {
        var now = nanoseconds.getAsLong();
        silent = !answered;
        underWay.getAndDecrement();
        if (answered) {
            heard.set(now);
        }
        if (!answered) {
            tried.set(now);
        }
        if (turn == Turn.TRY) {
            trying.set(null);
        }
    }
}
