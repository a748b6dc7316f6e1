package coffeebreak.bot.slack;

import coffeebreak.bot.chat.Person;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands over what has been acknowledged: what one person sent in the order they sent it, everybody else's
/// meanwhile.
final class Handover {

    private static final Logger log = LoggerFactory.getLogger(Handover.class);

    private final Executor workers;
    private final Map<Person, CompletableFuture<Void>> last = new ConcurrentHashMap<>();

    Handover(Executor workers) {
        this.workers = workers;
    }

    void inOrder(Person person, Runnable work) {
        var mine = last.compute(
                person,
                (_, before) -> (before == null ? CompletableFuture.<Void>completedFuture(null) : before)
                        .thenRunAsync(() -> guarded(work), workers));
        mine.whenComplete((_, _) -> last.remove(person, mine));
    }

    /// Waits until everything that was handed over is worked, at most so long.
    void drain(Duration patience) {
        try {
            CompletableFuture.allOf(last.values().toArray(CompletableFuture<?>[]::new))
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooLong) {
            log.warn("what came in is still being worked after {}", patience);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException guardedAgainst) {
            log.error("what came in was not worked", guardedAgainst);
        }
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException broken) {
            log.error("what came in was not worked", broken);
        }
    }
}
