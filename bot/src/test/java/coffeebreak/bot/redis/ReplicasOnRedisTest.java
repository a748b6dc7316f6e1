package coffeebreak.bot.redis;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.encoding.Json;
import coffeebreak.bot.frontdesk.Arrival;
import coffeebreak.bot.frontdesk.Place;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Three processes, killed again and again, and a Slack that delivers up to four times. `-Dinbox.events=10000` makes it
/// long, `-Dinbox.seed=` another one; the figures are printed.
@ExtendWith(RealRedis.Extension.class)
class ReplicasOnRedisTest {

    private static final int EVENTS = Integer.getInteger("inbox.events", 600);
    private static final int KILLS = Integer.getInteger("inbox.kills", Math.max(3, EVENTS / 250));
    private static final long SEED = Long.getLong("inbox.seed", 20261127L);
    private static final int PEOPLE = Integer.getInteger("inbox.people", 20);
    private static final int REPLICAS = 3;

    private final RealRedis redis;
    private final Json json = new Json();
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger deliveries = new AtomicInteger();

    ReplicasOnRedisTest(RealRedis redis) {
        this.redis = redis;
    }

    @Test
    void eachEventIsWorkedOnceAndEachPersonsInOrderWhileReplicasAreKilled() throws Exception {
        var event = "replicas-" + SEED;
        var random = new Random(SEED);
        var replicas = new AtomicReferenceArray<Replica>(REPLICAS);
        for (var number = 0; number < REPLICAS; number++) {
            replicas.set(number, new Replica(event));
        }
        var acknowledged = new AtomicInteger();
        try (var slack = Executors.newVirtualThreadPerTaskExecutor()) {
            var people = new ArrayList<Future<?>>();
            for (var person = 0; person < PEOPLE; person++) {
                var who = new Person("U" + person);
                var count = EVENTS / PEOPLE + (person < EVENTS % PEOPLE ? 1 : 0);
                var chance = new Random(random.nextLong());
                people.add(slack.submit(() -> live(who, count, chance, replicas, acknowledged)));
            }
            for (var kill = 1; kill <= KILLS; kill++) {
                var at = EVENTS * kill / (KILLS + 1);
                while (acknowledged.get() < at) {
                    TimeUnit.MILLISECONDS.sleep(20);
                }
                killOne(replicas, random, event);
            }
            for (var life : people) {
                life.get();
            }
            awaitNothingLeft(event);
        } finally {
            for (var number = 0; number < REPLICAS; number++) {
                replicas.get(number).kill();
            }
        }

        var raw = redis.raw();
        var changed = raw.lrange(event + ":changed", 0, -1);
        var begun = raw.llen(event + ":begun");
        var said = raw.lrange(event + ":said", 0, -1);
        IO.println(
                "inbox: seed %d, %d events of %d people, %d deliveries to %d processes, %d killed; changed %d, missing %d, twice %d, out of order %d; begun again %d, replies said %d, said twice %d, from memory %d, given up %d"
                        .formatted(
                                SEED,
                                EVENTS,
                                PEOPLE,
                                deliveries.get(),
                                REPLICAS,
                                KILLS,
                                changed.size(),
                                EVENTS - Set.copyOf(changed).size(),
                                changed.size() - Set.copyOf(changed).size(),
                                outOfOrder(changed),
                                begun - changed.size(),
                                said.size(),
                                said.size() - Set.copyOf(said).size(),
                                raw.llen(event + ":unkept"),
                                raw.llen(event + ":given-up")));
        assertThat(changed).doesNotHaveDuplicates().hasSize(EVENTS);
        assertThat(outOfOrder(changed)).isZero();
        assertThat(said).doesNotHaveDuplicates();
        assertThat(said.size()).as("a kill takes with it what is being said").isGreaterThan(EVENTS - 50 * KILLS);
        assertThat(begun)
                .as("a kill has something begun again, or it would show nothing")
                .isGreaterThan(EVENTS);
        assertThat(raw.llen(event + ":unkept")).isZero();
        assertThat(raw.llen(event + ":given-up")).isZero();
    }

    private void killOne(AtomicReferenceArray<Replica> replicas, Random random, String event)
            throws InterruptedException {
        var doomed = random.nextInt(REPLICAS);
        replicas.get(doomed).killAtWork();
        replicas.set(doomed, new Replica(event));
    }

    /// Without an inbox: each delivery is worked where and when it comes in.
    @Test
    void withoutAnInboxEventsAreWorkedTwice() throws Exception {
        var ledger = new DoomedReception.Ledger(redis.raw(), "control", () -> {});
        try (var slack = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var number = 0; number < 50; number++) {
                for (var delivery = 0; delivery < 1 + number % 4; delivery++) {
                    var arrival = arrival(new Person("U" + number % 5), number, delivery);
                    slack.execute(() -> ledger.say(arrival, ledger.work(arrival, false)));
                }
            }
        }
        var said = redis.raw().lrange("control:said", 0, -1);
        assertThat(said.size() - Set.copyOf(said).size()).isPositive();
        assertThat(outOfOrder(redis.raw().lrange("control:changed", 0, -1))).isPositive();
    }

    /// What one person does: the next message is written when the last one was taken.
    private Void live(
            Person who, int count, Random chance, AtomicReferenceArray<Replica> replicas, AtomicInteger acknowledged)
            throws Exception {
        var late = new ArrayList<Arrival>();
        for (var number = 0; number < count; number++) {
            var times = 1 + chance.nextInt(4);
            var atOnce = new ArrayList<CompletableFuture<Void>>();
            for (var time = 0; time < times; time++) {
                var arrival = arrival(who, number, time);
                if (time > 0 && chance.nextInt(3) == 0) {
                    late.add(arrival);
                } else {
                    atOnce.add(deliver(arrival, replicas.get(chance.nextInt(REPLICAS))));
                }
            }
            while (!isTaken(atOnce)) {
                TimeUnit.MILLISECONDS.sleep(20);
                atOnce.add(deliver(arrival(who, number, times), replicas.get(chance.nextInt(REPLICAS))));
            }
            acknowledged.incrementAndGet();
            if (!late.isEmpty() && chance.nextBoolean()) {
                var _ = deliver(late.removeLast(), replicas.get(chance.nextInt(REPLICAS)));
            }
        }
        for (var repeated : late) {
            var _ = deliver(repeated, replicas.get(chance.nextInt(REPLICAS)));
        }
        return null;
    }

    /// A repeat can have an event's id of its own; the message is the same.
    private static Arrival arrival(Person who, int number, int delivery) {
        var written = Arrival.written("D-" + who.id(), Integer.toString(number));
        return new Arrival(
                Set.of("event:" + who.id() + "-" + number + (delivery % 2 == 0 ? "" : "-" + delivery), written),
                who,
                new Place(Place.Kind.DIRECT, "D-" + who.id(), Integer.toString(number), null, null, null),
                new Arrival.Input.Words(Integer.toString(number)));
    }

    private CompletableFuture<Void> deliver(Arrival arrival, Replica replica) {
        deliveries.incrementAndGet();
        return replica.deliver(arrival);
    }

    /// Waits until one is acknowledged, or all have failed: those of a killed process do.
    private static boolean isTaken(List<CompletableFuture<Void>> deliveries)
            throws InterruptedException, ExecutionException {
        var taken = new CompletableFuture<Boolean>();
        deliveries.forEach(each -> each.thenRun(() -> taken.complete(true)));
        CompletableFuture.allOf(deliveries.toArray(CompletableFuture<?>[]::new))
                .whenComplete((_, _) ->
                        taken.complete(deliveries.stream().anyMatch(each -> !each.isCompletedExceptionally())));
        return taken.get();
    }

    private void awaitNothingLeft(String event) throws InterruptedException {
        var raw = redis.raw();
        while (raw.zcard("cb:{T1:" + event + "}:inbox:held") > 0) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static int outOfOrder(List<String> changed) {
        Map<String, Integer> latest = new HashMap<>();
        var wrong = 0;
        for (var each : changed) {
            var parts = each.split(" ");
            var number = Integer.parseInt(parts[1]);
            var before = latest.put(parts[0], number);
            wrong += before != null && before > number ? 1 : 0;
        }
        return wrong;
    }

    /// A process, and what it has not acknowledged yet.
    private final class Replica {

        private final Process process;
        private final Map<String, CompletableFuture<Void>> waiting = new ConcurrentHashMap<>();
        private final Semaphore changes = new Semaphore(0);
        private volatile boolean dead;

        Replica(String event) {
            try {
                process = new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-Xshare:auto",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                DoomedReception.class.getName(),
                                redis.address().toString(),
                                event,
                                event)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            var lines = process.inputReader();
            try {
                if (!"receiving".equals(lines.readLine())) {
                    throw new AssertionError("a process of a replica did not start");
                }
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            Thread.ofVirtual().start(() -> read(lines));
        }

        private void read(BufferedReader lines) {
            try (lines) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.equals(DoomedReception.CHANGED)) {
                        changes.release();
                    }
                    var acknowledged = waiting.remove(line);
                    if (acknowledged != null) {
                        acknowledged.complete(null);
                    }
                }
            } catch (IOException killed) {
                // As below.
            }
            dead = true;
            waiting.values().forEach(each -> each.completeExceptionally(new IOException("killed")));
        }

        CompletableFuture<Void> deliver(Arrival arrival) {
            var number = Integer.toString(numbers.incrementAndGet());
            var acknowledged = new CompletableFuture<Void>();
            waiting.put(number, acknowledged);
            try {
                synchronized (process) {
                    var writer = process.outputWriter();
                    writer.write(number + " " + json.write(arrival) + "\n");
                    writer.flush();
                }
            } catch (IOException killed) {
                acknowledged.completeExceptionally(killed);
            }
            if (dead) {
                acknowledged.completeExceptionally(new IOException("killed"));
            }
            return acknowledged;
        }

        /// When it has just changed something, or where nothing comes in any more.
        void killAtWork() throws InterruptedException {
            changes.drainPermits();
            var _ = changes.tryAcquire(2, TimeUnit.SECONDS);
            kill();
        }

        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }
    }
}
