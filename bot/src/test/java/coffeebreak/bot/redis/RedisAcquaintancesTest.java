package coffeebreak.bot.redis;

import coffeebreak.bot.signup.AcquaintancesContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealRedis.Extension.class)
class RedisAcquaintancesTest extends AcquaintancesContract {

    RedisAcquaintancesTest(RealRedis redis) {
        super(redis.store().acquaintances());
    }
}
