package coffeebreak.bot.redis;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.frontdesk.Limits;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// What a person did in this minute, in counters that end with it.
final class RedisLimits implements Limits {

    private static final String MINUTE = Long.toString(Duration.ofMinutes(1).toSeconds());

    private final Connection redis;
    private final Keys keys;
    private final Script count = Script.named("limit-count");

    RedisLimits(Connection redis, Keys keys) {
        this.redis = redis;
        this.keys = keys;
    }

    @Override
    public Taken take(Person who, Of what) {
        var counted = redis.run("counting what somebody wants", count, List.of(keys.limit(what, who)), List.of(MINUTE));
        var done = counted instanceof Long times ? times : 0;
        return done <= what.inMinute() ? Taken.WITHIN : done == what.inMinute() + 1 ? Taken.FIRST_BEYOND : Taken.BEYOND;
    }

    @Override
    public void forget(Person who) {
        redis.ask(
                "forgetting what somebody wanted",
                jedis -> jedis.del(Arrays.stream(Of.values())
                        .map(what -> keys.limit(what, who))
                        .toArray(String[]::new)));
    }
}
