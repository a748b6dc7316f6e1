package coffeebreak.bot.observing;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.answers.Answer;
import coffeebreak.bot.chat.StoreUnavailable;
import coffeebreak.bot.notices.Outbox;
import coffeebreak.bot.notices.Way;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AtomicLong nanoseconds = new AtomicLong();
    private final Figures figures = new Figures(registry, nanoseconds::get);
    private int asked;

    private double gauge(String name, String... tags) {
        return registry.get(name).tags(tags).gauge().value();
    }

    private Stock.Levels levels() {
        asked++;
        return new Stock.Levels(
                new Outbox.Counts(5, 2, 100, 3),
                1,
                Map.of(Way.POST, Duration.ofSeconds(90), Way.EDIT, Duration.ZERO),
                new Outbox.Waits(80, 15, 4, 1),
                7,
                Duration.ofMillis(2_500),
                2);
    }

    @Test
    void whatWaitsIsShownByStateAndWay() {
        figures.shows(new Recent<>(this::levels, nanoseconds::get));

        assertThat(gauge("coffeebreak.notices", "state", "waiting")).isEqualTo(5);
        assertThat(gauge("coffeebreak.notices", "state", "in-doubt")).isEqualTo(1);
        assertThat(gauge("coffeebreak.notices", "state", "refused")).isEqualTo(3);
        assertThat(gauge("coffeebreak.notices.overdue", "way", "post")).isEqualTo(90);
        assertThat(gauge("coffeebreak.notices.overdue", "way", "group")).isZero();
        assertThat(gauge("coffeebreak.notices.waited", "within", "longer")).isEqualTo(1);
        assertThat(gauge("coffeebreak.inbox.size")).isEqualTo(7);
        assertThat(gauge("coffeebreak.inbox.age")).isEqualTo(2.5);
        assertThat(gauge("coffeebreak.inbox.dead")).isEqualTo(2);
        assertThat(gauge("coffeebreak.redis.up")).isEqualTo(1);
    }

    @Test
    void oneLookAtAllFiguresAsksTheStoreOnceAndTheNextOneAnew() {
        figures.shows(new Recent<>(this::levels, nanoseconds::get));
        registry.getMeters().stream()
                .filter(Gauge.class::isInstance)
                .map(Gauge.class::cast)
                .forEach(Gauge::value);
        assertThat(asked).isEqualTo(1);

        nanoseconds.addAndGet(Duration.ofSeconds(5).toNanos());
        gauge("coffeebreak.inbox.size");
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void whatCannotBeReadIsNoNumberAndTheStoreIsDown() {
        figures.shows(new Recent<Stock.Levels>(
                () -> {
                    throw new StoreUnavailable("counting", new IllegalStateException());
                },
                nanoseconds::get));

        assertThat(gauge("coffeebreak.redis.up")).isZero();
        assertThat(gauge("coffeebreak.inbox.size")).isNaN();
        assertThat(gauge("coffeebreak.notices.overdue", "way", "post")).isNaN();
    }

    @Test
    void whatDidNotHappenYetIsZeroAndNotMissing() {
        for (var outcome : Answer.Outcome.values()) {
            assertThat(registry.get("coffeebreak.answers")
                            .tag("outcome", Figures.name(outcome))
                            .counter()
                            .count())
                    .isZero();
        }
        assertThat(registry.get("coffeebreak.slack.calls")
                        .tags("method", "chat.postMessage", "outcome", "limited")
                        .timer()
                        .count())
                .isZero();
    }

    @Test
    void agesGrowUntilSomebodyLooked() {
        nanoseconds.addAndGet(Duration.ofSeconds(40).toNanos());
        assertThat(gauge("coffeebreak.duties.age")).isEqualTo(40);
        assertThat(gauge("coffeebreak.index.age")).isEqualTo(40);

        figures.dutiesLooked();
        assertThat(gauge("coffeebreak.duties.age")).isZero();
        assertThat(gauge("coffeebreak.index.age")).isEqualTo(40);
    }
}
