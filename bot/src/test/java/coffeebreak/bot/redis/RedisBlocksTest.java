package coffeebreak.bot.redis;

import coffeebreak.bot.signup.BlocksContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealRedis.Extension.class)
class RedisBlocksTest extends BlocksContract {

    RedisBlocksTest(RealRedis redis) {
        super(redis.store().blocks());
    }
}
