package coffeebreak.bot.redis;

import coffeebreak.bot.signup.DraftsContract;
import java.time.Duration;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealRedis.Extension.class)
class RedisDraftsTest extends DraftsContract {

    private final RealRedis redis;

    RedisDraftsTest(RealRedis redis) {
        super(redis.store().drafts(LIFETIME));
        this.redis = redis;
    }

    @Override
    protected void pass(Duration time) {
        redis.pass(time);
    }
}
