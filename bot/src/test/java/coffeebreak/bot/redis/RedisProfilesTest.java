package coffeebreak.bot.redis;

import coffeebreak.bot.signup.ProfilesContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealRedis.Extension.class)
class RedisProfilesTest extends ProfilesContract {

    RedisProfilesTest(RealRedis redis) {
        super(redis.store().profiles());
    }
}
