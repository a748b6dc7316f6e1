package coffeebreak.bot.notices;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.StoreUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class TimekeeperTest {

    private final List<String> looked = new ArrayList<>();

    @Test
    void aDutyThatFailsKeepsNoOtherFromBeingLookedAtAndIsAskedAgain() {
        var keeper = keeper(
                () -> {
                    looked.add("first");
                    throw new StoreUnavailable("looking", new IllegalStateException("gone"));
                },
                () -> looked.add("second"));

        keeper.look();
        keeper.look();

        assertThat(looked).containsExactly("first", "second", "first", "second");
    }

    @Test
    void itLooksUntilItIsClosed() {
        var rests = new ArrayList<Duration>();
        var duties = new ArrayList<Timekeeper.Duty>();
        duties.add(() -> looked.add("look"));
        var keeper = new ArrayList<Timekeeper>();
        keeper.add(new Timekeeper(
                duties,
                new Passage() {
                    @Override
                    public long nanoseconds() {
                        return 0;
                    }

                    @Override
                    public void rest(Duration time) {
                        rests.add(time);
                        if (rests.size() == 3) {
                            keeper.getFirst().close();
                        }
                    }
                },
                Runnable::run));

        keeper.getFirst().start();

        assertThat(looked).hasSize(3);
        assertThat(rests).containsOnly(Duration.ofSeconds(1));
    }

    /// What it works with is closed after it.
    @Test
    void closedItWaitsForTheDutyUnderWayAndBeginsNoOther() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var closing = new CountDownLatch(1);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var keeper = new Timekeeper(
                    List.of(
                            () -> {
                                begun.countDown();
                                awaits(closing);
                                looked.add("first");
                            },
                            () -> looked.add("second")),
                    Passage.real(),
                    executor);
            keeper.start();
            begun.await();
            executor.execute(() -> {
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
                closing.countDown();
            });

            keeper.close();

            assertThat(looked).containsExactly("first");
        }
    }

    private static void awaits(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Timekeeper keeper(Timekeeper.Duty... duties) {
        return new Timekeeper(List.of(duties), Passage.real(), Runnable::run);
    }
}
