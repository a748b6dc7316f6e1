package coffeebreak.bot.redis;

import coffeebreak.bot.organizing.AppointedContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealRedis.Extension.class)
class RedisAppointedTest extends AppointedContract {

    RedisAppointedTest(RealRedis redis) {
        super(redis.store().appointed());
    }
}
