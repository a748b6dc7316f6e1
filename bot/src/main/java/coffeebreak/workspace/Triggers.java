package coffeebreak.workspace;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// Hands out `trigger_id`s: each is good once, for three real seconds, for the person it was made for.
final class Triggers {
    private final Duration lifetime;
    private final LongSupplier nanoTime;
    private final Ids ids;
    private final Map<String, Trigger> all = new HashMap<>();

    private record Trigger(String user, long made, boolean used) {}

    Triggers(Duration lifetime, LongSupplier nanoTime, Ids ids) {
        this.lifetime = lifetime;
        this.nanoTime = nanoTime;
        this.ids = ids;
    }

    synchronized String make(String user) {
        long now = nanoTime.getAsLong();
        all.values()
                .removeIf(trigger -> now - trigger.made > Duration.ofMinutes(10).toNanos());
        var id = ids.secret();
        all.put(id, new Trigger(user, now, false));
        return id;
    }

    /// Uses the trigger up and says whose it is.
    synchronized String exchange(String id) {
        var trigger = all.get(id);
        if (trigger == null) {
            throw new SlackError("invalid_trigger_id");
        }
        if (trigger.used) {
            throw new SlackError("exchanged_trigger_id");
        }
        if (nanoTime.getAsLong() - trigger.made > lifetime.toNanos()) {
            throw new SlackError("expired_trigger_id");
        }
        all.put(id, new Trigger(trigger.user, trigger.made, true));
        return trigger.user;
    }
}
