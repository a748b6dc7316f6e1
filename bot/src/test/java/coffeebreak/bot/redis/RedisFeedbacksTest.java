package coffeebreak.bot.redis;

import coffeebreak.bot.feedback.FeedbacksContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealRedis.Extension.class)
class RedisFeedbacksTest extends FeedbacksContract {

    RedisFeedbacksTest(RealRedis redis) {
        super(redis.store().feedbacks());
    }
}
