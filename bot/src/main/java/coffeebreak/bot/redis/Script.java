package coffeebreak.bot.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/// An atomic step, written in Lua and called by its digest; a server that does not know it yet gets the text.
final class Script {

    private final String text;
    private final String digest;

    private Script(String text) {
        this.text = text;
        digest = HexFormat.of().formatHex(Keys.digest("SHA-1", text));
    }

    static Script named(String name) {
        return new Script(resource(name));
    }

    /// A script that uses the functions of `outbox.lua`.
    static Script onOutbox(String name) {
        return new Script(resource("outbox") + resource(name));
    }

    /// A script that uses the functions of `inbox.lua`.
    static Script onInbox(String name) {
        return new Script(resource("inbox") + resource(name));
    }

    private static String resource(String name) {
        try (var in = Script.class.getResourceAsStream("/redis/" + name + ".lua")) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks redis/" + name + ".lua");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("redis/" + name + ".lua", unreadable);
        }
    }

    @Nullable
    Object run(UnifiedJedis redis, List<String> keys, List<String> arguments) {
        try {
            return redis.evalsha(digest, keys, arguments);
        } catch (JedisNoScriptException unknown) {
            // Not a blind retry: the server said that it has done nothing.
            return redis.eval(text, keys, arguments);
        }
    }
}
