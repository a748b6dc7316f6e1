package coffeebreak.bot.redis;

import coffeebreak.bot.importing.ImportsContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealRedis.Extension.class)
class RedisImportsTest extends ImportsContract {

    RedisImportsTest(RealRedis redis) {
        super(redis.store().imports());
    }
}
