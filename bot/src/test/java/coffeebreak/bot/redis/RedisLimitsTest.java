package coffeebreak.bot.redis;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.frontdesk.Limits;
import coffeebreak.bot.frontdesk.LimitsContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealRedis.Extension.class)
class RedisLimitsTest extends LimitsContract {

    private final RealRedis redis;

    RedisLimitsTest(RealRedis redis) {
        super(redis.store().limits());
        this.redis = redis;
    }

    @Test
    void everyCountEndsByItself() {
        redis.store().limits().take(new Person("U0ANA"), Limits.Of.LOOKS);

        var jedis = redis.raw();
        assertThat(jedis.keys("*limit:*"))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(jedis.ttl(key)).isBetween(1L, 60L));
    }
}
