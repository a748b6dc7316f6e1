package coffeebreak.bot.redis;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.answers.Allowance.Limits;
import coffeebreak.bot.answers.AllowanceContract;
import coffeebreak.bot.chat.Person;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealRedis.Extension.class)
class RedisAllowanceTest extends AllowanceContract {

    private final RealRedis redis;

    RedisAllowanceTest(RealRedis redis) {
        super(limits -> redis.store().allowance(limits));
        this.redis = redis;
    }

    @Test
    void theCountersEndByThemselvesAndNameNobody() {
        var keys = new Keys("T1", "allowance");
        var connection = new Connection(redis::raw);
        assertThat(new RedisAllowance(connection, keys, new Limits(9, 9, 9)).take(new Person("U0ANA")))
                .isTrue();
        var kept = redis.raw().keys("cb:{T1:allowance}:*");
        assertThat(kept).hasSize(3).noneMatch(key -> key.contains("U0ANA"));
        assertThat(redis.raw().ttl(keys.allowanceOfMinute(new Person("U0ANA"))))
                .isBetween(50L, Duration.ofMinutes(1).toSeconds());
        assertThat(redis.raw().ttl(keys.allowanceOfDay(new Person("U0ANA"))))
                .isBetween(86_000L, Duration.ofDays(1).toSeconds());
        assertThat(redis.raw().ttl(keys.allowanceOfAll()))
                .isBetween(86_000L, Duration.ofDays(1).toSeconds());
    }
}
