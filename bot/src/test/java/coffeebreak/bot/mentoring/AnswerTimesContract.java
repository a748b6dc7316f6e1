package coffeebreak.bot.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What every keeper of how long answers took does.
public abstract class AnswerTimesContract {

    private final AnswerTimes times;

    /// @param times with nothing in them
    protected AnswerTimesContract(AnswerTimes times) {
        this.times = times;
    }

    @Test
    void whatWasNotedComesBackAndWithASeatsFirstAnswerOnly() {
        assertThat(times.all()).isEmpty();

        times.note("seat-1", Duration.ofMillis(90_500));
        times.note("seat-2", Duration.ofSeconds(3));
        times.note("seat-1", Duration.ofHours(2));

        assertThat(times.all()).containsExactlyInAnyOrder(Duration.ofMillis(90_500), Duration.ofSeconds(3));
    }
}
