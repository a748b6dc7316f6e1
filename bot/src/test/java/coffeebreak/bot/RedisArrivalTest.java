package coffeebreak.bot;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.StoreUnavailable;
import coffeebreak.bot.notices.Passage;
import coffeebreak.bot.redis.ServerCheck;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedisArrivalTest {

    private Duration rested = Duration.ZERO;

    private final Passage passage = new Passage() {
        @Override
        public long nanoseconds() {
            return rested.toNanos();
        }

        @Override
        public void rest(Duration time) {
            rested = rested.plus(time);
        }
    };

    @Test
    void aRedisThatComesLateIsWaitedForAndThenLookedAt() throws InterruptedException {
        var found = new ServerCheck(List.of(), List.of("a warning"));
        var answers = new ArrayDeque<>(List.of("gone", "gone", "there"));

        var check = new RedisArrival(
                        () -> {
                            if (answers.removeFirst().equals("gone")) {
                                throw new StoreUnavailable("looking", new IllegalStateException("refused"));
                            }
                            return found;
                        },
                        passage)
                .await();

        assertThat(check).isEqualTo(found);
        assertThat(rested).isEqualTo(Duration.ofSeconds(2));
    }
}
