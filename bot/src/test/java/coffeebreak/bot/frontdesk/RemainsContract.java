package coffeebreak.bot.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/// What everybody does who keeps the numbers.
public abstract class RemainsContract {

    private static final Remains.Report FIRST =
            new Remains.Report(Instant.parse("2026-05-27T20:00:00Z"), 300, 84, 120, 70, 5, 60, 4.25, 900, 3, 2);

    private final Remains remains;

    /// @param remains of an event that is not over
    protected RemainsContract(Remains remains) {
        this.remains = remains;
    }

    @Test
    void theFirstReportStaysAndSoDoesTheCount() {
        assertThat(remains.report()).isEmpty();
        remains.countForgotten();
        remains.countForgotten();

        remains.clear(FIRST);
        remains.clear(new Remains.Report(Instant.EPOCH, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));

        assertThat(remains.report()).contains(FIRST);
        assertThat(remains.forgotten()).isEqualTo(2);
    }
}
