package coffeebreak.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// One answer, whoever comes first.
class StoppableTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final List<String> delivered = new ArrayList<>();
    private final Stoppable work =
            new Stoppable("match", new PrintStream(said, true, StandardCharsets.UTF_8), () -> delivered.add("hush"));

    @Test
    void whoStopsGetsTheLastThatWasFoundAndNothingMore() {
        work.best(() -> delivered.add("first"));
        work.best(() -> delivered.add("second"));
        work.stop();
        work.done(() -> delivered.add("answer"));

        assertThat(delivered).containsExactly("hush", "second");
        assertThat(said()).isEqualTo("match: stopped; the best so far is written.");
    }

    @Test
    void whoStopsTooLateChangesNothing() {
        work.best(() -> delivered.add("first"));
        work.done(() -> delivered.add("answer"));
        work.stop();

        assertThat(delivered).containsExactly("answer");
        assertThat(said()).isEmpty();
    }

    @Test
    void whoStopsBeforeAnythingWasFoundIsToldSo() {
        work.stop();

        assertThat(delivered).containsExactly("hush");
        assertThat(said()).isEqualTo("match: stopped before there was anything to write; nothing is written.");
    }

    @Test
    void whatCannotBeWrittenIsSaid() {
        work.best(() -> {
            throw new CannotRun("no space left");
        });
        work.stop();

        assertThat(said()).isEqualTo("match: stopped; nothing is written: no space left");
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8).strip();
    }
}
