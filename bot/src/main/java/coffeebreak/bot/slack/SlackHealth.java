package coffeebreak.bot.slack;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Whether the bot and Slack hear each other. In socket mode: Slack has said hello on an open connection. In HTTP
/// mode: Slack answers our calls.
public final class SlackHealth {

    private final InstantSource clock;
    private final AtomicReference<Status> status;

    SlackHealth(InstantSource clock) {
        this.clock = clock;
        this.status = new AtomicReference<>(new Status(false, clock.instant(), "not connected yet"));
    }

    /// @param since     when it became so
    /// @param lastError what went wrong last, in words without names or secrets; null if nothing has
    public record Status(
            boolean connected, Instant since, @Nullable String lastError) {}

    public Status now() {
        return status.get();
    }

    void connected() {
        status.updateAndGet(
                before -> before.connected() ? before : new Status(true, clock.instant(), before.lastError()));
    }

    void lost(String reason) {
        status.updateAndGet(before -> before.connected()
                ? new Status(false, clock.instant(), reason)
                : new Status(false, before.since(), reason));
    }
}
