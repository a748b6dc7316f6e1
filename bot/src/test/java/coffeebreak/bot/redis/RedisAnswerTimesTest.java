package coffeebreak.bot.redis;

import coffeebreak.bot.mentoring.AnswerTimesContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealRedis.Extension.class)
class RedisAnswerTimesTest extends AnswerTimesContract {

    RedisAnswerTimesTest(RealRedis redis) {
        super(redis.store().answerTimes());
    }
}
