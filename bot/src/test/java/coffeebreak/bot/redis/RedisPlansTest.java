package coffeebreak.bot.redis;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.mentoring.PlansContract;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealRedis.Extension.class)
class RedisPlansTest extends PlansContract {

    private final RealRedis redis;

    RedisPlansTest(RealRedis redis) {
        var store = redis.store();
        super(store.plans(), store.outbox());
        this.redis = redis;
    }

    @Test
    void whatAnotherProcessHasWrittenIsSeenAtOnce() {
        var event = "event-of-two";
        var here = redis.store(event).plans();
        var there = redis.store(event).plans();
        here.replace(plan(1, 7), List.of());
        assertThat(there.current()).isEqualTo(plan(1, 7));

        here.replace(plan(2, 8), List.of());

        assertThat(there.current()).isEqualTo(plan(2, 8));
    }
}
