package coffeebreak.bot.redis;

import coffeebreak.bot.frontdesk.Repeats;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// What has come in during the last day, by digests.
final class RedisRepeats implements Repeats {

    /// Longer than the last retry of the chat, five minutes after the event.
    private static final Duration LIFETIME = Duration.ofDays(1);

    private final Connection redis;
    private final Keys keys;
    private final Script seen = Script.named("seen");

    RedisRepeats(Connection redis, Keys keys) {
        this.redis = redis;
        this.keys = keys;
    }

    @Override
    public boolean isFirst(Set<String> ids) {
        return Objects.equals(
                1L,
                redis.run(
                        "checking for a repeat",
                        seen,
                        ids.stream().map(keys::seen).toList(),
                        List.of(Long.toString(LIFETIME.toSeconds()))));
    }
}
