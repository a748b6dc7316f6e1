package coffeebreak.bot.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class BellTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final Bell bell = new Bell();

    @Test
    void whoRestsIsWokenWhenItRings() throws Exception {
        var rest = CompletableFuture.runAsync(() -> rest(LONG));
        assertThat(rest).isNotDone();
        bell.ring();
        rest.get(5, TimeUnit.SECONDS);
    }

    @Test
    void aRingThatNobodyHeardEndsTheNextRestAndOnlyThat() {
        bell.ring();
        bell.ring();
        rest(LONG);

        var began = bell.nanoseconds();
        rest(Duration.ofMillis(50));
        assertThat(Duration.ofNanos(bell.nanoseconds() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(50));
    }

    private void rest(Duration time) {
        try {
            bell.rest(time);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
