package coffeebreak.bot.redis;

import coffeebreak.bot.mentoring.HostsContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealRedis.Extension.class)
class RedisHostsTest extends HostsContract {

    RedisHostsTest(RealRedis redis) {
        super(redis.store().hosts());
    }
}
