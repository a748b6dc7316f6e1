package coffeebreak.bot.redis;

import java.time.Duration;
import java.util.UUID;
import redis.clients.jedis.params.SetParams;

/// That a process serves the event, for whoever would export or import it: that must not happen meanwhile.
///
/// Both sides write first and look then: a bot its mark, and whether the event is being moved; whoever moves it theirs,
/// and whether a bot is there. So at least one of two who begin at once sees the other.
public final class Presence {

    /// A process that was killed counts as there for so long.
    static final Duration FORGOTTEN = Duration.ofSeconds(30);

    private final Connection redis;
    private final Keys keys;
    private final String process = UUID.randomUUID().toString();
    private volatile boolean there;

    Presence(Connection redis, Keys keys) {
        this.redis = redis;
        this.keys = keys;
    }

    /// Says that this process is there from now on.
    ///
    /// @return whether it may serve: false while somebody exports or imports the event
    public boolean begin() {
        there = true;
        renew();
        if (redis.ask("looking whether the event is being moved", jedis -> jedis.exists(keys.moving()))) {
            end();
            return false;
        }
        return true;
    }

    /// Says so again; to be called more often than it is forgotten.
    public void renew() {
        if (there) {
            redis.ask(
                    "saying that the event is served",
                    jedis -> jedis.set(
                            keys.serving(process), "", SetParams.setParams().px(FORGOTTEN.toMillis())));
        }
    }

    public void end() {
        there = false;
        redis.ask("saying that the event is not served any more", jedis -> jedis.del(keys.serving(process)));
    }
}
