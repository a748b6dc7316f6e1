package coffeebreak.bot.redis;

import coffeebreak.bot.notices.OutboxContract;
import java.time.Duration;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealRedis.Extension.class)
class RedisOutboxTest extends OutboxContract {

    private final RealRedis redis;

    RedisOutboxTest(RealRedis redis) {
        super(redis.store().outbox());
        this.redis = redis;
    }

    @Override
    protected void pass(Duration time) {
        redis.pass(time);
    }
}
