package coffeebreak.bot.redis;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.mentoring.ForbidsContract;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealRedis.Extension.class)
class RedisForbidsTest extends ForbidsContract {

    private final RedisStore store;

    RedisForbidsTest(RealRedis redis) {
        super(redis.store().forbids());
        this.store = redis.store();
    }

    @Test
    void whatParticipantsSayIsNoneOfIt() {
        store.blocks().change(new Person("U-ana"), List.of(new Person("U-bo")), List.of());
        store.forbids().forbid(List.of(new Person("U-cy")), List.of(new Person("U-di")));

        assertThat(store.forbids().pairs()).hasSize(1);
        assertThat(store.blocks().said().lines()).containsExactly("U-ana U-bo");
    }
}
