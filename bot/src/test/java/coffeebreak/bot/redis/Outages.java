package coffeebreak.bot.redis;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.StoreUnavailable;
import coffeebreak.bot.encoding.Json;
import coffeebreak.bot.signup.Profile;
import coffeebreak.bot.signup.Profiles;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// What an outage of Redis costs: people sign up without pause while it comes and goes, and at the end everything that
/// was acknowledged has to be there.
public final class Outages implements AutoCloseable {

    private static final int WRITERS = 4;
    private static final int PAUSE_MILLISECONDS = 5;
    private static final int LOOK_MILLISECONDS = 20;

    private final RedisStore store;
    private final BooleanSupplier isReady;
    private final UnaryOperator<Profile> next;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Person, Long> acknowledged = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong longestWait = new AtomicLong();
    private volatile boolean open = true;

    /// @param event   under which is written
    /// @param first   a profile in its first version
    /// @param next    a profile in the version after
    /// @param isReady what the bot, or whoever stands for it, says of itself
    public Outages(
            String address,
            String event,
            Function<Person, Profile> first,
            UnaryOperator<Profile> next,
            BooleanSupplier isReady) {
        this.store = RedisStore.at(URI.create(address), "T1", event, new Json());
        this.next = next;
        this.isReady = isReady;
        for (var writer = 0; writer < WRITERS; writer++) {
            var person = new Person("U0WRITER" + writer);
            executor.execute(() -> write(store.profiles(), first.apply(person)));
        }
    }

    /// The same with the store's own word for being ready.
    public static BooleanSupplier readinessOf(RedisStore store) {
        return store::takes;
    }

    /// Does something and undoes it; may throw.
    @FunctionalInterface
    public interface Step {
        void run() throws Exception;
    }

    /// One outage as it was.
    ///
    /// @param toNotReady    seconds from the outage until the bot was not ready any more
    /// @param toReady       seconds until it was ready again from the repair, or the outage when servers repair it
    /// @param changes       acknowledged in all
    /// @param refused       changes that were refused
    /// @param lost          changes that were acknowledged and are not there
    /// @param longestWait   seconds until somebody who wanted a change was told yes or no
    public record Outcome(
            String name, double toNotReady, double toReady, long changes, long refused, long lost, double longestWait) {

        public static final String HEAD = "%-32s %12s %10s %9s %8s %5s %13s"
                .formatted("outage", "to not ready", "and back", "changes", "refused", "lost", "longest wait");

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%-32s %10.2f s %8.2f s %9d %8d %5d %11.2f s",
                    name,
                    toNotReady,
                    toReady,
                    changes,
                    refused,
                    lost,
                    longestWait);
        }

        public Map<String, Object> inJson() {
            return new TreeMap<>(Map.of(
                    "outage", name,
                    "secondsToNotReady", toNotReady,
                    "secondsToReadyAgain", toReady,
                    "changesAcknowledged", changes,
                    "changesRefused", refused,
                    "acknowledgedChangesLost", lost,
                    "longestWaitSeconds", longestWait));
        }
    }

    /// @param outage     makes Redis unavailable
    /// @param whileGone  runs when the bot is not ready
    /// @param repair     ends it; nothing where the servers end it themselves
    public Outcome play(String name, Step outage, Step whileGone, Step repair, boolean repairsItself) throws Exception {
        await(isReady);
        Thread.sleep(500);
        var began = System.nanoTime();
        outage.run();
        await(() -> !isReady.getAsBoolean());
        var gone = System.nanoTime();
        whileGone.run();
        var repaired = repairsItself ? began : System.nanoTime();
        repair.run();
        await(isReady);
        var back = System.nanoTime();
        Thread.sleep(500);
        open = false;
        executor.shutdown();
        executor.awaitTermination(30, TimeUnit.SECONDS);
        return new Outcome(
                name,
                (gone - began) / 1e9,
                (back - repaired) / 1e9,
                changes.get(),
                refused.get(),
                lost(),
                longestWait.get() / 1e9);
    }

    private long lost() {
        return acknowledged.entrySet().stream()
                .mapToLong(entry -> Math.max(
                        0,
                        entry.getValue()
                                - store.profiles()
                                        .find(entry.getKey())
                                        .map(Profile::version)
                                        .orElse(0L)))
                .sum();
    }

    private static void await(BooleanSupplier sign) throws InterruptedException {
        var until = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (!sign.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("neither ready nor not ready after two minutes");
            }
            Thread.sleep(LOOK_MILLISECONDS);
        }
    }

    /// A change that was refused may have happened: what is there is read before the next one.
    private void write(Profiles profiles, Profile first) {
        var profile = first;
        var known = true;
        while (open) {
            var began = System.nanoTime();
            try {
                if (!known) {
                    var there = profiles.find(first.person());
                    profile = there.isPresent() ? next.apply(there.get()) : first;
                    known = true;
                }
                if (profiles.save(profile)) {
                    acknowledged.put(profile.person(), profile.version());
                    changes.incrementAndGet();
                    profile = next.apply(profile);
                } else {
                    known = false;
                }
            } catch (StoreUnavailable gone) {
                refused.incrementAndGet();
                known = false;
            }
            longestWait.accumulateAndGet(System.nanoTime() - began, Math::max);
            try {
                Thread.sleep(PAUSE_MILLISECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public void close() {
        open = false;
        executor.shutdownNow();
        store.close();
    }
}
