package coffeebreak.bot.observing;

import coffeebreak.bot.chat.StoreUnavailable;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What is asked for by many at once, read once a second at most.
public final class Recent<T> {

    private static final Duration KEPT = Duration.ofSeconds(1);

    private final Supplier<T> source;
    private final LongSupplier nanoseconds;
    private @Nullable T value;
    private long readAt;
    private boolean read;

    /// @param source      may throw [StoreUnavailable]
    /// @param nanoseconds of a clock that only goes forward
    public Recent(Supplier<T> source, LongSupplier nanoseconds) {
        this.source = source;
        this.nanoseconds = nanoseconds;
    }

    /// Null while the store is away.
    public synchronized @Nullable T get() {
        var now = nanoseconds.getAsLong();
        if (!read || now - readAt > KEPT.toNanos()) {
            read = true;
            readAt = now;
            try {
                value = source.get();
            } catch (StoreUnavailable gone) {
                value = null;
            }
        }
        return value;
    }
}
