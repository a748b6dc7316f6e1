package coffeebreak.bot;

import coffeebreak.bot.chat.StoreUnavailable;
import coffeebreak.bot.notices.Passage;
import coffeebreak.bot.redis.ServerCheck;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.Supplier;

/// Waits at the start for a Redis that is not there yet: machines start in any order.
final class RedisArrival {

    private static final System.Logger LOG = System.getLogger(RedisArrival.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int TRIES_BETWEEN_SENTENCES = 15;

    private final Supplier<ServerCheck> look;
    private final Passage passage;

    /// @param look may throw [StoreUnavailable], and is then asked again
    RedisArrival(Supplier<ServerCheck> look, Passage passage) {
        this.look = look;
        this.passage = passage;
    }

    /// Says at once, and now and then, what it waits for.
    ServerCheck await() throws InterruptedException {
        for (var tries = 0; ; tries++) {
            try {
                return look.get();
            } catch (StoreUnavailable gone) {
                if (tries % TRIES_BETWEEN_SENTENCES == 0) {
                    LOG.log(
                            Level.WARNING,
                            "Redis does not answer: start it, or stop me and correct REDIS_URL. I keep trying ({0})",
                            reason(gone));
                }
            }
            passage.rest(PAUSE);
        }
    }

    private static String reason(StoreUnavailable gone) {
        var cause = gone.getCause();
        return cause == null ? "" : String.valueOf(cause.getMessage());
    }
}
