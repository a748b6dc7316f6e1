package coffeebreak.bot.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Person;
import java.util.EnumMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every count of what people want does.
public abstract class LimitsContract {

    private static final Person ANA = new Person("U0ANA");
    private static final Person BO = new Person("U0BO");

    private final Limits limits;

    /// @param limits of which nothing is taken yet
    protected LimitsContract(Limits limits) {
        this.limits = limits;
    }

    @Test
    void beyondTheLimitTheFirstIsToldApart() {
        for (var taken = 0; taken < Limits.Of.FILES.inMinute(); taken++) {
            assertThat(limits.take(ANA, Limits.Of.FILES)).isEqualTo(Limits.Taken.WITHIN);
        }
        assertThat(limits.take(ANA, Limits.Of.FILES)).isEqualTo(Limits.Taken.FIRST_BEYOND);
        assertThat(limits.take(ANA, Limits.Of.FILES)).isEqualTo(Limits.Taken.BEYOND);
        assertThat(limits.take(ANA, Limits.Of.QUESTIONS)).isEqualTo(Limits.Taken.WITHIN);
        assertThat(limits.take(BO, Limits.Of.FILES)).isEqualTo(Limits.Taken.WITHIN);
    }

    @Test
    void ofManyAtOnceNoMoreThanTheLimitAreWithinAndOneIsToldApart() throws Exception {
        var counts = new EnumMap<Limits.Taken, Integer>(Limits.Taken.class);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var wishes = IntStream.range(0, 30)
                    .<Callable<Limits.Taken>>mapToObj(_ -> () -> limits.take(ANA, Limits.Of.QUESTIONS))
                    .toList();
            for (var outcome : threads.invokeAll(wishes)) {
                counts.merge(outcome.get(), 1, Integer::sum);
            }
        }
        assertThat(counts)
                .containsEntry(Limits.Taken.WITHIN, 20)
                .containsEntry(Limits.Taken.FIRST_BEYOND, 1)
                .containsEntry(Limits.Taken.BEYOND, 9);
    }

    @Test
    void ofWhoIsForgottenNothingIsCounted() {
        for (var taken = 0; taken <= Limits.Of.FILES.inMinute(); taken++) {
            limits.take(ANA, Limits.Of.FILES);
        }
        limits.forget(ANA);
        assertThat(limits.take(ANA, Limits.Of.FILES)).isEqualTo(Limits.Taken.WITHIN);
    }
}
