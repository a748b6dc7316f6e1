package coffeebreak.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everybody is told exactly once and in order, though bots are killed, stand still, and lose their Redis while they
/// tell them. The short form; [FaultFigures] is the long one.
final class FaultsIT {

    @TempDir
    Path folder = Path.of("set by JUnit");

    /// Scenario 64.
    @Test
    void killedAfterFortyOneOfEightyFourMessagesTheBotSendsTheOthersOnceItIsBack() throws Exception {
        FaultPlan plan = new FaultPlan("41 of 84", FaultFigures.SEED, 1, 84, 1, 0, 0, 0, 2, 20, false, 0, null);
        try (FaultRun run = FaultRun.start(plan, folder)) {
            int told = run.killAfter(41);
            assertThat(told).isBetween(41, 83);
            FaultFigures.assertOnceAndInOrder(run.outcome(0));
        }
    }

    @Test
    void everybodyIsToldOnceAndInOrderThoughEverythingFailsOnce() throws Exception {
        FaultFigures.assertOnceAndInOrder(FaultFigures.run(
                new FaultPlan("short", FaultFigures.SEED, 2, 40, 10, 1, 1, 1, 3, 40, true, 0, null), folder));
    }
}
