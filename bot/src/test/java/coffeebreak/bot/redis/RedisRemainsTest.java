package coffeebreak.bot.redis;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.frontdesk.Remains;
import coffeebreak.bot.frontdesk.RemainsContract;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealRedis.Extension.class)
class RedisRemainsTest extends RemainsContract {

    private final RealRedis redis;

    RedisRemainsTest(RealRedis redis) {
        super(redis.store().remains());
        this.redis = redis;
    }

    @Test
    void everythingElseOfTheEventIsDeletedAndNothingOfAnother() {
        var over = redis.store();
        var other = redis.store();
        for (var store : new RedisStore[] {over, other}) {
            store.contacts().mute(new Person("U0ANA"), true);
            store.noticeIds().of("any");
        }

        over.remains().clear(new Remains.Report(Instant.EPOCH, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0));

        assertThat(over.contacts().noted().muted()).isEmpty();
        assertThat(other.contacts().noted().muted()).containsExactly(new Person("U0ANA"));
    }
}
