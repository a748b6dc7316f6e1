package coffeebreak.bot.redis;

import coffeebreak.bot.organizing.OpenQuestionsContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealRedis.Extension.class)
class RedisOpenQuestionsTest extends OpenQuestionsContract {

    RedisOpenQuestionsTest(RealRedis redis) {
        super(redis.store().openQuestions());
    }
}
