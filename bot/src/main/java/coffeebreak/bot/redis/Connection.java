package coffeebreak.bot.redis;

import coffeebreak.bot.chat.StoreUnavailable;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

/// The one way to Redis: whatever goes wrong on it is a [StoreUnavailable], and nothing is tried twice.
final class Connection implements AutoCloseable {

    private final UnifiedJedis redis;

    Connection(UnifiedJedis redis) {
        this.redis = redis;
    }

    /// @param doing what is being done, for the error: "saving a profile"
    <T extends @Nullable Object> T ask(String doing, Function<UnifiedJedis, T> question) {
        try {
            return question.apply(redis);
        } catch (JedisException failure) {
            if (failure instanceof JedisConnectionException && redis instanceof RedisClient pooled) {
                // The idle connections go to the same server: without this each of them would fail once more.
                pooled.getPool().clear();
            }
            throw new StoreUnavailable(doing, failure);
        }
    }

    @Nullable
    Object run(String doing, Script script, List<String> keys, List<String> arguments) {
        return this.<@Nullable Object>ask(doing, redis -> script.run(redis, keys, arguments));
    }

    boolean answers() {
        try {
            return redis.ping().equals("PONG");
        } catch (JedisException silent) {
            return false;
        }
    }

    @Override
    public void close() {
        redis.close();
    }
}
