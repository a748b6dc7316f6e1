package coffeebreak.workspace;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Hands out `response_url`s: five uses in half an hour of real time.
final class ResponseUrls {
    private final WorkspaceLimits limits;
    private final LongSupplier nanoTime;
    private final Ids ids;
    private final Supplier<String> base;
    private final Map<String, Place> all = new HashMap<>();

    /// Where an answer goes: a person in a channel, and the message it may replace.
    record Answer(String channel, String user, @Nullable String messageTs) {}

    private record Place(Answer answer, long made, int used) {}

    ResponseUrls(WorkspaceLimits limits, LongSupplier nanoTime, Ids ids, Supplier<String> base) {
        this.limits = limits;
        this.nanoTime = nanoTime;
        this.ids = ids;
        this.base = base;
    }

    synchronized String make(String channel, String user, @Nullable String messageTs) {
        long now = nanoTime.getAsLong();
        all.values()
                .removeIf(place -> now - place.made
                        > limits.responseUrl().plus(Duration.ofMinutes(5)).toNanos());
        var id = ids.uuid();
        all.put(id, new Place(new Answer(channel, user, messageTs), now, 0));
        return base.get() + "/hooks/response/" + id;
    }

    synchronized Optional<Answer> find(String id) {
        return Optional.ofNullable(all.get(id)).map(Place::answer);
    }

    /// Uses the address once; otherwise says why not, in Slack's words.
    synchronized Optional<String> use(String id) {
        var place = all.get(id);
        if (place == null
                || nanoTime.getAsLong() - place.made > limits.responseUrl().toNanos()) {
            return Optional.of("expired_url");
        }
        if (place.used >= limits.responseUrlUses()) {
            return Optional.of("used_url");
        }
        all.put(id, new Place(place.answer, place.made, place.used + 1));
        return Optional.empty();
    }
}
