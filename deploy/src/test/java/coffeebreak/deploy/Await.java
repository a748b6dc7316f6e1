package coffeebreak.deploy;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Waits for what other processes do. A busy machine makes it longer, never wrong.
final class Await {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private Await() {}

    /// Looks again and again until the condition holds; what it throws meanwhile counts as not yet.
    ///
    /// @param what completes the sentence "waited 90 s until …"
    /// @throws AssertionError when it never does
    static void until(Supplier<String> what, Callable<Boolean> condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Exception last = null;
        while (System.nanoTime() < end) {
            try {
                if (condition.call()) {
                    return;
                }
                last = null;
            } catch (InterruptedException interrupted) {
                throw interrupted;
            } catch (Exception notYet) {
                last = notYet;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw failure(what, last);
    }

    static void until(String what, Callable<Boolean> condition) throws InterruptedException {
        until(() -> what, condition);
    }

    private static AssertionError failure(Supplier<String> what, @Nullable Exception last) {
        return new AssertionError("waited %d s until %s".formatted(PATIENCE.toSeconds(), what.get()), last);
    }
}
