package coffeebreak.bot.redis;

import coffeebreak.bot.notices.ContactsContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealRedis.Extension.class)
class RedisContactsTest extends ContactsContract {

    RedisContactsTest(RealRedis redis) {
        super(redis.store().contacts());
    }
}
