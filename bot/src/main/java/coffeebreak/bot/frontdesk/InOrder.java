package coffeebreak.bot.frontdesk;

import coffeebreak.bot.chat.Person;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Does what concerns one person in the order in which it is asked for, and what concerns others meanwhile.
public final class InOrder {

    private final Executor workers;
    private final Map<Person, CompletableFuture<Void>> last = new ConcurrentHashMap<>();

    /// @param workers runs each task on a thread of its own, as virtual threads do
    public InOrder(Executor workers) {
        this.workers = workers;
    }

    /// @return is completed when the work is done, with what it threw where it threw something; what comes after it
    ///     is done either way
    public CompletableFuture<Void> run(Person person, Runnable work) {
        var outcome = new CompletableFuture<Void>();
        var mine = last.compute(
                person,
                (_, before) -> (before == null ? CompletableFuture.<Void>completedFuture(null) : before)
                        .thenRunAsync(() -> attempt(work, outcome), workers));
        mine.whenComplete((_, _) -> last.remove(person, mine));
        return outcome;
    }

    private static void attempt(Runnable work, CompletableFuture<Void> outcome) {
        try {
            work.run();
            outcome.complete(null);
        } catch (RuntimeException broken) {
            outcome.completeExceptionally(broken);
        }
    }

    /// Waits until everything that was asked for is done, at most so long.
    ///
    /// @return false when that was not long enough
    public boolean drain(Duration patience) {
        try {
            CompletableFuture.allOf(last.values().toArray(CompletableFuture<?>[]::new))
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        } catch (TimeoutException | ExecutionException notDone) {
            return false;
        }
    }
}
