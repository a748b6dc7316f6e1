package coffeebreak.workspace;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Token buckets per method, per channel and for the whole workspace, on real time.
final class RateLimiter {
    private final WorkspaceLimits limits;
    private final LongSupplier nanoTime;
    private final Map<String, Bucket> buckets = new HashMap<>();

    RateLimiter(WorkspaceLimits limits, LongSupplier nanoTime) {
        this.limits = limits;
        this.nanoTime = nanoTime;
    }

    /// Takes a place for a call of a method of this tier; otherwise how long to wait for one.
    synchronized Optional<Duration> method(String method, Tier tier) {
        int perMinute = switch (tier) {
            case ONE -> limits.tier1();
            case TWO -> limits.tier2();
            case THREE -> limits.tier3();
            case FOUR -> limits.tier4();
            case SPECIAL -> 600;
            case POST -> limits.postsPerMinute();
        };
        return take(method, perMinute, perMinute / 60.0);
    }

    /// Takes a place for one more message in this channel.
    synchronized Optional<Duration> post(String channel) {
        return take("post " + channel, limits.postBurst(), limits.postsPerSecond());
    }

    private Optional<Duration> take(String key, double capacity, double perSecond) {
        if (!limits.enforced()) {
            return Optional.empty();
        }
        long now = nanoTime.getAsLong();
        var bucket = buckets.computeIfAbsent(key, _ -> new Bucket(capacity, now));
        bucket.tokens = Math.min(capacity, bucket.tokens + (now - bucket.at) / 1e9 * perSecond);
        bucket.at = now;
        if (bucket.tokens >= 1) {
            bucket.tokens -= 1;
            return Optional.empty();
        }
        return Optional.of(Duration.ofNanos((long) Math.ceil((1 - bucket.tokens) / perSecond * 1e9)));
    }

    /// Slack's tiers; `POST` is `chat.postMessage`, which has rules of its own.
    enum Tier {
        ONE,
        TWO,
        THREE,
        FOUR,
        SPECIAL,
        POST
    }

    private static final class Bucket {
        private double tokens;
        private long at;

        Bucket(double tokens, long at) {
            this.tokens = tokens;
            this.at = at;
        }
    }
}
