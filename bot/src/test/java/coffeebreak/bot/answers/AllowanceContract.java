package coffeebreak.bot.answers;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.answers.Allowance.Limits;
import coffeebreak.bot.chat.Person;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every allowance does.
public abstract class AllowanceContract {

    private static final Person ANA = new Person("U0ANA");
    private static final Person BO = new Person("U0BO");

    private final Function<Limits, Allowance> fresh;

    /// @param fresh makes one of which nothing is used yet
    protected AllowanceContract(Function<Limits, Allowance> fresh) {
        this.fresh = fresh;
    }

    @Test
    void aPersonHasSoManyInAMinute() {
        var allowance = fresh.apply(new Limits(2, 9, 9));
        assertThat(allowance.take(ANA)).isTrue();
        assertThat(allowance.take(ANA)).isTrue();
        assertThat(allowance.take(ANA)).isFalse();
        assertThat(allowance.take(BO)).isTrue();
    }

    @Test
    void aPersonHasSoManyInADay() {
        var allowance = fresh.apply(new Limits(9, 1, 9));
        assertThat(allowance.take(ANA)).isTrue();
        assertThat(allowance.take(ANA)).isFalse();
        assertThat(allowance.take(BO)).isTrue();
    }

    @Test
    void allTogetherHaveSoManyInADay() {
        var allowance = fresh.apply(new Limits(9, 9, 2));
        assertThat(allowance.take(ANA)).isTrue();
        assertThat(allowance.take(BO)).isTrue();
        assertThat(allowance.take(new Person("U0CY"))).isFalse();
    }

    @Test
    void whatIsRefusedCostsNobodyAnything() {
        var allowance = fresh.apply(new Limits(1, 9, 2));
        assertThat(allowance.take(ANA)).isTrue();
        assertThat(allowance.take(ANA)).isFalse();
        assertThat(allowance.take(ANA)).isFalse();
        assertThat(allowance.take(BO)).isTrue();
    }

    @Test
    void noneMeansNone() {
        assertThat(fresh.apply(new Limits(9, 0, 9)).take(ANA)).isFalse();
        assertThat(fresh.apply(new Limits(9, 9, 0)).take(ANA)).isFalse();
    }

    @Test
    void manyAtOnceGetNoMoreThanThereIs() throws Exception {
        var allowance = fresh.apply(new Limits(99, 99, 7));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asking = IntStream.range(0, 30)
                    .<Callable<Boolean>>mapToObj(number -> () -> allowance.take(new Person("U" + number)))
                    .toList();
            var given = 0;
            for (var outcome : threads.invokeAll(asking)) {
                given += outcome.get() ? 1 : 0;
            }
            assertThat(given).isEqualTo(7);
        }
    }
}
