package coffeebreak.bot.redis;

import coffeebreak.bot.mentoring.PlansContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealRedis.Extension.class)
class RedisPlansTest extends PlansContract {

    RedisPlansTest(RealRedis redis) {
        var store = redis.store();
        super(store.plans(), store.outbox());
    }
}
