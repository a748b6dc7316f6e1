package coffeebreak.bot.redis;

import coffeebreak.bot.encoding.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import redis.clients.jedis.UnifiedJedis;

/// One real redis-server for all tests of a run; every store is for an event of its own, so tests share nothing.
public final class RealRedis implements AutoCloseable {

    private final Path folder;
    private final EmbeddedRedis server;
    private final UnifiedJedis client;
    private final AtomicInteger events = new AtomicInteger();

    private RealRedis() {
        try {
            folder = Files.createTempDirectory("coffeebreak-redis");
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
        server = EmbeddedRedis.start(folder, false);
        client = RedisStore.client(server.address());
    }

    /// A store with nothing in it.
    public RedisStore store() {
        return store("event-" + events.incrementAndGet());
    }

    /// A store for an event that others may share.
    RedisStore store(String event) {
        return RedisStore.at(server.address(), "T1", event, new Json());
    }

    URI address() {
        return server.address();
    }

    /// Past every client, for looking at what is really there.
    UnifiedJedis raw() {
        return client;
    }

    /// Waits until so much time has passed by the server's clock, to the millisecond.
    void pass(Duration time) {
        var until = serverTime() + time.toMillis() + 1;
        while (serverTime() < until) {
            Thread.onSpinWait();
        }
    }

    private long serverTime() {
        var time = (java.util.List<?>) client.eval("return redis.call('TIME')");
        return Long.parseLong((String) time.get(0)) * 1000 + Long.parseLong((String) time.get(1)) / 1000;
    }

    @Override
    public void close() throws IOException {
        client.close();
        server.close();
        delete(folder);
    }

    static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /// Hands the server to tests that name it in their constructor.
    public static final class Extension implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == RealRedis.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
            return test.getRoot()
                    .getStore(ExtensionContext.Namespace.create(RealRedis.class))
                    .computeIfAbsent(RealRedis.class, _ -> new RealRedis(), RealRedis.class);
        }
    }
}
