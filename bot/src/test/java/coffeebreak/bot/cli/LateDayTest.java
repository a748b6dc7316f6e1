package coffeebreak.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LateDayTest {

    /// Scenario 45, with everybody seated; [LateDay#main] measures the same at Slack's pace.
    @Test
    void everybodySeatedIsToldOnceAndNothingTellsAnOldTimeAnyMore(@TempDir Path folder) {
        var outcome = LateDay.run(folder, LocalDay.QUICK, false);

        System.out.println(outcome.report());
        assertThat(outcome.seated()).isEqualTo(84);
        assertThat(outcome.mentors()).isEqualTo(7);
        assertThat(outcome.told().keySet()).as("times that anybody was told").containsExactly(1L);
        assertThat(outcome.stale()).isEmpty();
        assertThat(outcome.answered()).isLessThan(Duration.ofSeconds(10));
    }
}
