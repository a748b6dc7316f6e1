package coffeebreak.bot.redis;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.params.SetParams;

/// The event's secret behind the ids of notices: drawn by whoever asks first, the same for everybody after.
final class NoticeKey implements Supplier<byte[]> {

    private final Connection redis;
    private final Keys keys;
    private volatile byte @Nullable [] known;

    NoticeKey(Connection redis, Keys keys) {
        this.redis = redis;
        this.keys = keys;
    }

    @Override
    public byte[] get() {
        var key = known;
        if (key == null) {
            key = Base64.getDecoder().decode(stored());
            known = key;
        }
        return key;
    }

    private String stored() {
        var fresh = new byte[32];
        new SecureRandom().nextBytes(fresh);
        return redis.ask("reading the key of notices", jedis -> {
            jedis.set(
                    keys.noticeKey(),
                    Base64.getEncoder().encodeToString(fresh),
                    SetParams.setParams().nx());
            return Objects.requireNonNull(jedis.get(keys.noticeKey()));
        });
    }
}
