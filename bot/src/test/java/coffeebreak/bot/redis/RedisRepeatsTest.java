package coffeebreak.bot.redis;

import coffeebreak.bot.frontdesk.RepeatsContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealRedis.Extension.class)
class RedisRepeatsTest extends RepeatsContract {

    RedisRepeatsTest(RealRedis redis) {
        super(redis.store().repeats());
    }
}
