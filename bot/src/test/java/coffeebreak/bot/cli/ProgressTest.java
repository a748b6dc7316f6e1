package coffeebreak.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// What somebody who waits is told.
class ProgressTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private long now;

    @Test
    void nothingIsSaidInTheFirstSecond() {
        var progress = progress(false);
        progress.step("reading");
        tick(progress, 0.9);

        assertThat(said()).isEmpty();
    }

    @Test
    void elsewhereThanOnATerminalEachNewStepIsALineAndSoAreTenSeconds() {
        var progress = progress(false);
        progress.step("reading");
        tick(progress, 1);
        tick(progress, 2);
        progress.step("solving");
        tick(progress, 3);
        tick(progress, 12);
        tick(progress, 13);

        assertThat(said()).isEqualTo("""
                match: reading (1 s)
                match: solving (3 s)
                match: solving (13 s)
                """);
    }

    @Test
    void howMuchIsDoneIsNoNewStep() {
        var progress = progress(false);
        progress.step("scoring", 1, 2_000);
        tick(progress, 1);
        progress.step("scoring", 700, 2_000);
        tick(progress, 2);
        progress.step("scoring", 1_500, 2_000);
        tick(progress, 11);

        assertThat(said()).isEqualTo("""
                match: scoring, 1 of 2,000 (1 s)
                match: scoring, 1,500 of 2,000 (11 s)
                """);
    }

    @Test
    void onATerminalOneLineIsWrittenOverAndTakenAwayAtTheEnd() {
        var progress = progress(true);
        progress.step("reading");
        tick(progress, 1);
        tick(progress, 2);
        progress.close();
        tick(progress, 3);

        assertThat(said()).isEqualTo("\r\u001b[Kmatch: reading (1 s)\r\u001b[Kmatch: reading (2 s)\r\u001b[K");
    }

    private Progress progress(boolean terminal) {
        return new Progress("match", new PrintStream(said, true, StandardCharsets.UTF_8), terminal, () -> now);
    }

    private void tick(Progress progress, double seconds) {
        now = (long) (seconds * TimeUnit.SECONDS.toNanos(1));
        progress.tick();
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
