package coffeebreak.bot.redis;

import coffeebreak.bot.organizing.AnnouncementsContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealRedis.Extension.class)
class RedisAnnouncementsTest extends AnnouncementsContract {

    RedisAnnouncementsTest(RealRedis redis) {
        super(redis.store().announcements());
    }
}
