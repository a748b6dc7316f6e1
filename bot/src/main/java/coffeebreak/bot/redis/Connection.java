package coffeebreak.bot.redis;

import coffeebreak.bot.chat.StoreUnavailable;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisClusterOperationException;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.util.Pool;

/// The one way to Redis: whatever goes wrong on it is a [StoreUnavailable], nothing is tried twice, and while
/// it is silent nobody waits for it.
final class Connection implements AutoCloseable {

    private final Supplier<UnifiedJedis> opening;
    private final Silence silence;
    private final Object lock = new Object();
    private volatile @Nullable UnifiedJedis opened;

    /// @param opening makes the client, which asks sentinels and clusters at once who is there; asked again until it
    /// succeeds
    Connection(Supplier<UnifiedJedis> opening) {
        this(opening, new Silence(System::nanoTime));
    }

    private Connection(Supplier<UnifiedJedis> opening, Silence silence) {
        this.opening = opening;
        this.silence = silence;
    }

    /// Does not connect yet.
    static Connection to(RedisAddress address, RedisClients clients) {
        var silence = new Silence(System::nanoTime);
        return new Connection(() -> clients.open(address, silence::isSuspected), silence);
    }

    /// @param doing what is being done, for the error: "saving a profile"
    <T extends @Nullable Object> T ask(String doing, Function<UnifiedJedis, T> question) {
        var turn = silence.begin();
        if (turn == Silence.Turn.LEAVE) {
            throw new StoreUnavailable(doing, new JedisConnectionException("it has not answered for a while"));
        }
        var answered = false;
        try {
            var answer = question.apply(client());
            answered = true;
            return answer;
        } catch (JedisException failure) {
            answered = !isOfTheConnection(failure);
            if (!answered || isOfAnotherServer(failure)) {
                forgetConnections();
            }
            throw new StoreUnavailable(doing, failure);
        } finally {
            silence.end(turn, answered);
        }
    }

    private UnifiedJedis client() {
        var before = opened;
        if (before != null) {
            return before;
        }
        synchronized (lock) {
            var meanwhile = opened;
            if (meanwhile == null) {
                meanwhile = opening.get();
                opened = meanwhile;
            }
            return meanwhile;
        }
    }

    private static boolean isOfTheConnection(JedisException failure) {
        return failure instanceof JedisConnectionException || failure instanceof JedisClusterOperationException;
    }

    /// A server that only reads is a master no more: another one is behind the same address, or the sentinels know it.
    private static boolean isOfAnotherServer(JedisException failure) {
        return String.valueOf(failure.getMessage()).startsWith("READONLY");
    }

    /// The idle ones go to the same server: without this each of them would fail once more.
    private void forgetConnections() {
        var client = opened;
        if (client != null) {
            RedisClients.pools(client).forEach(Pool::clear);
        }
    }

    @Nullable
    Object run(String doing, Script script, List<String> keys, List<String> arguments) {
        return this.<@Nullable Object>ask(doing, redis -> script.run(redis, keys, arguments));
    }

    @Override
    public void close() {
        synchronized (lock) {
            var client = opened;
            if (client != null) {
                client.close();
            }
        }
    }
}
