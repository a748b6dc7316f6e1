package coffeebreak.bot.redis;

import static coffeebreak.bot.redis.Silence.Turn.ASK;
import static coffeebreak.bot.redis.Silence.Turn.LEAVE;
import static coffeebreak.bot.redis.Silence.Turn.TRY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SilenceTest {

    private long now = -Duration.ofHours(1).toNanos();
    private final Silence silence = new Silence(() -> now);

    @Test
    void asLongAsAnswersComeEverybodyAsks() {
        for (var question = 0; question < 3; question++) {
            assertThat(silence.begin()).isEqualTo(ASK);
            pass(Duration.ofMillis(900));
            silence.end(ASK, true);
        }
    }

    @Test
    void whenNothingWasAnsweredForASecondNobodyElseWaits() {
        assertThat(silence.begin()).isEqualTo(ASK);
        pass(Duration.ofMillis(900));
        assertThat(silence.begin()).isEqualTo(ASK);

        pass(Duration.ofMillis(200));

        assertThat(silence.begin()).isEqualTo(LEAVE);
        silence.end(ASK, true);
        assertThat(silence.begin()).isEqualTo(ASK);
    }

    @Test
    void oneAtATimeTriesWhetherTheSilenceIsOver() {
        silence.begin();
        silence.end(ASK, false);
        assertThat(silence.begin()).isEqualTo(LEAVE);

        pass(Duration.ofMillis(20));
        assertThat(silence.begin()).isEqualTo(TRY);
        assertThat(silence.begin()).isEqualTo(LEAVE);
        silence.end(TRY, false);
        assertThat(silence.begin()).isEqualTo(LEAVE);

        pass(Duration.ofMillis(20));
        assertThat(silence.begin()).isEqualTo(TRY);
        silence.end(TRY, true);

        assertThat(silence.begin()).isEqualTo(ASK);
        assertThat(silence.begin()).isEqualTo(ASK);
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
