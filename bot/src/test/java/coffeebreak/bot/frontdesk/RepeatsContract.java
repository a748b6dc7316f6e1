package coffeebreak.bot.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every memory of repeats does.
public abstract class RepeatsContract {

    private final Repeats repeats;

    /// @param repeats that remember nothing yet
    protected RepeatsContract(Repeats repeats) {
        this.repeats = repeats;
    }

    @Test
    void aRepeatIsKnownByAnyOfItsIds() {
        assertThat(repeats.isFirst(Set.of("event 1", "message 1"))).isTrue();
        assertThat(repeats.isFirst(Set.of("event 1", "message 1"))).isFalse();
        assertThat(repeats.isFirst(Set.of("event 2", "message 1"))).isFalse();
        assertThat(repeats.isFirst(Set.of("event 2"))).isFalse();
        assertThat(repeats.isFirst(Set.of("event 3", "message 2"))).isTrue();
    }

    @Test
    void ofManyAtOnceExactlyOneIsFirst() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var arrivals = IntStream.range(0, 20)
                    .<Callable<Boolean>>mapToObj(number -> () -> repeats.isFirst(Set.of("event " + number, "message")))
                    .toList();
            var first = 0;
            for (var outcome : threads.invokeAll(arrivals)) {
                first += outcome.get() ? 1 : 0;
            }
            assertThat(first).isEqualTo(1);
        }
    }
}
