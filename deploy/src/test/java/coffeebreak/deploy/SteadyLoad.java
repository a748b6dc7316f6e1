package coffeebreak.deploy;

import static java.util.Map.entry;

import coffeebreak.workspace.JournalDelivery;
import coffeebreak.workspace.SteerableClock;
import coffeebreak.workspace.Workspace;
import coffeebreak.workspace.WorkspaceCommand;
import coffeebreak.workspace.WorkspaceLimits;
import coffeebreak.workspace.WorkspacePerson;
import coffeebreak.workspace.WorkspaceSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.RedisClient;
import redis.embedded.RedisServer;
import tools.jackson.databind.json.JsonMapper;

/// Many people ask things of two bots on one slow Redis for a while: how fast Slack gets its acknowledgements, whether
/// everybody is answered once, and whether anything grows.
///
/// `mvn -pl deploy -am -Pload -DskipTests verify`, with `load.options` for `-Dload.minutes`, `-Dload.perSecond`,
/// `-Dload.bots`, `-Dload.redisDelay` (milliseconds), `-Dload.flood` (messages that one person more sends in a second),
/// `-Dload.image` (the root `deploy/image` laid out, in place of the jar) and `-Dload.seed`. The figures are printed
/// and stand in `target/faults/load.json`.
final class SteadyLoad {

    private static final Duration LENGTH = Duration.ofMinutes(Integer.getInteger("load.minutes", 10));
    private static final int PER_SECOND = Integer.getInteger("load.perSecond", 50);
    private static final int BOTS = Integer.getInteger("load.bots", 2);
    private static final Duration REDIS_DELAY = Duration.ofMillis(Integer.getInteger("load.redisDelay", 20));
    private static final int FLOOD = Integer.getInteger("load.flood", 0);
    private static final @Nullable String IMAGE = System.getProperty("load.image");
    private static final long SEED = Long.getLong("load.seed", 2026);
    private static final int PEOPLE = 700;
    private static final int WARM_UP = 1_000;
    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");
    private static final Path FIGURES = Shipped.file("target/faults/load.json");

    private static final List<String> QUESTIONS = List.of(
            "when is lunch?",
            "what's next?",
            "my seat",
            "where is the first coffee break?",
            "who speaks at 14:00?",
            "when do posters begin?");

    /// Nobody of those whose acknowledgements are counted.
    private static final String FLOODER = user(PEOPLE);

    private final Workspace workspace;
    private final WorkspaceClient page;
    private final List<RunningJar> bots;
    private final int redis;
    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    private final Map<String, String> conversations = new HashMap<>();
    private final AtomicInteger failed = new AtomicInteger();
    private int calledBefore;
    private int deliveredBefore;

    private SteadyLoad(Workspace workspace, List<RunningJar> bots, int redis) {
        this.workspace = workspace;
        this.page = new WorkspaceClient(workspace.address());
        this.bots = bots;
        this.redis = redis;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("steady-load");
        int redis = RunningJar.freePort();
        RedisServer server = RedisServer.newRedisServer()
                .port(redis)
                .bind("127.0.0.1")
                .setting("dir " + folder)
                .setting("appendonly yes")
                .setting("maxmemory-policy noeviction")
                .build();
        server.start();
        List<RunningJar> bots = new ArrayList<>();
        try (SlowLine line = SlowLine.to(redis, REDIS_DELAY);
                Workspace workspace = new Workspace(furnished(), SteerableClock.ofToday(ZONE))) {
            Map<String, String> environment = environment(workspace.start(), line.port());
            SteadyLoad load = new SteadyLoad(workspace, bots, redis);
            load.warmUp(environment);
            for (int number = 0; number < BOTS; number++) {
                RunningJar bot = started(environment);
                bots.add(bot);
                bot.awaitSaid("connected to Slack");
            }
            load.run();
        } finally {
            bots.forEach(RunningJar::close);
            server.stop();
        }
        System.exit(0);
    }

    private static RunningJar started(Map<String, String> environment) throws IOException {
        return IMAGE == null
                ? RunningJar.start(environment, "serve")
                : RunningJar.startOfImage(Path.of(IMAGE).toAbsolutePath(), environment, "serve");
    }

    private static WorkspaceSettings furnished() {
        WorkspaceSettings example = WorkspaceSettings.example();
        return example.withPort(0)
                .withTokens(WorkspaceClient.BOT_TOKEN, "xapp-local-workspace-app", "not used over a socket")
                .withLimits(WorkspaceLimits.withoutRates())
                .withCommands(List.of(new WorkspaceCommand("/coffee", "[a question]", "Ask about the day")))
                .withPeople(IntStream.rangeClosed(0, PEOPLE)
                        .mapToObj(number -> new WorkspacePerson(
                                user(number),
                                "Person " + number,
                                "",
                                WorkspacePerson.Kind.PARTICIPANT,
                                "Everybody",
                                ZONE,
                                true))
                        .toList());
    }

    private static String user(int number) {
        return "U%04d".formatted(number);
    }

    private static Map<String, String> environment(String address, int redis) {
        return Map.ofEntries(
                entry("SLACK_BOT_TOKEN", WorkspaceClient.BOT_TOKEN),
                entry("SLACK_APP_TOKEN", "xapp-local-workspace-app"),
                entry("SLACK_API_URL", address + "/api/"),
                entry("REDIS_URL", "redis://127.0.0.1:" + redis),
                entry("COFFEEBREAK_ORGANIZERS", user(0)),
                entry("COFFEEBREAK_EVENT_DATE", LocalDate.now(ZONE).plusDays(1).toString()),
                entry("COFFEEBREAK_EVENT_ZONE", ZONE.getId()),
                entry("PORT", "0"));
    }

    /// What a bot and the store use at a moment.
    ///
    /// @param minute     after the beginning
    /// @param heap       bytes that live in each bot after a full collection
    /// @param open       files and sockets each bot has open
    /// @param keys       of the store
    /// @param immortal   keys without an end
    record Use(double minute, List<Long> heap, List<Long> open, long keys, long immortal) {}

    /// The workspace that measures is a young process too: another bot, gone before the first one counts, lets it hurry
    /// by then. Those that count have just been started.
    private void warmUp(Map<String, String> environment) throws Exception {
        for (int number = 0; number <= PEOPLE; number++) {
            conversations.put(user(number), page.directChannel(user(number)));
        }
        try (RunningJar bot = started(environment);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            bot.awaitSaid("connected to Slack");
            for (int number = 0; number < WARM_UP; number++) {
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1) / PER_SECOND);
                Deed deed = deed();
                threads.execute(() -> does(deed));
            }
            Await.until("the other bot has answered", () -> answered() >= WARM_UP - failed.get() || isQuiet());
        }
        calledBefore = workspace.calls(0).size();
        deliveredBefore = workspace.deliveries(0).size();
        failed.set(0);
    }

    private void run() throws Exception {
        System.out.printf(
                "%d events a second for %s on %d bots (%s), Redis %d ms slower, %d people, one more who floods with %d a second, seed %d%n",
                PER_SECOND,
                LENGTH,
                BOTS,
                IMAGE == null ? "the jar" : "the image",
                REDIS_DELAY.toMillis(),
                PEOPLE,
                FLOOD,
                SEED);
        List<Use> uses = new ArrayList<>();
        long began = System.nanoTime();
        long events = LENGTH.toSeconds() * PER_SECOND;
        long measured = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                RedisClient store = RedisClient.create("127.0.0.1", redis)) {
            for (long number = 0; number < events; number++) {
                long due = began + TimeUnit.SECONDS.toNanos(number) / PER_SECOND;
                LockSupport.parkNanos(due - System.nanoTime());
                Deed deed = deed();
                threads.execute(() -> does(deed));
                for (long more = number * FLOOD / PER_SECOND; more < (number + 1) * FLOOD / PER_SECOND; more++) {
                    threads.execute(() -> does(says(FLOODER, "when is lunch?")));
                }
                if (number / (60L * PER_SECOND) > measured) {
                    measured = number / (60L * PER_SECOND);
                    if (measured == 1 || measured % 3 == 0) {
                        uses.add(use(began, store));
                    }
                }
            }
            Await.until("everything is answered", () -> answered() >= events - failed.get() || isQuiet());
            uses.add(use(began, store));
        }
        report(events, uses);
    }

    private record Deed(String path, Map<String, ?> body) {}

    /// Seven of ten ask in their conversation, two type a command, one looks at the Home.
    private Deed deed() {
        String user = user(random.nextInt(PEOPLE));
        String words = QUESTIONS.get(random.nextInt(QUESTIONS.size()));
        return switch (random.nextInt(10)) {
            case 0 -> new Deed("people/" + user + "/home", Map.of());
            case 1, 2 ->
                new Deed("people/" + user + "/commands", Map.of("channel", "C0GENERAL", "text", "/coffee " + words));
            default -> says(user, words);
        };
    }

    private Deed says(String user, String words) {
        return new Deed("people/" + user + "/messages", Map.of("channel", conversations.get(user), "text", words));
    }

    private void does(Deed deed) {
        try {
            page.post(deed.path(), deed.body());
        } catch (IOException | AssertionError broken) {
            failed.incrementAndGet();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private long answered() {
        return workspace.calls(0).stream()
                .skip(calledBefore)
                .filter(call -> List.of("chat.postMessage", "views.publish", "response_url")
                        .contains(call.method()))
                .count();
    }

    private boolean isQuiet() throws InterruptedException {
        int before = workspace.calls(0).size();
        TimeUnit.SECONDS.sleep(10);
        return workspace.calls(0).size() == before;
    }

    private Use use(long began, RedisClient store) throws IOException, InterruptedException {
        List<Long> heap = new ArrayList<>();
        List<Long> open = new ArrayList<>();
        for (RunningJar bot : bots) {
            heap.add(livingBytes(bot.pid()));
            try (Stream<Path> files = Files.list(Path.of("/proc/%d/fd".formatted(bot.pid())))) {
                open.add(files.count());
            }
        }
        String keyspace = store.info("keyspace");
        long keys = number(keyspace, "keys=");
        return new Use(
                Math.round((System.nanoTime() - began) / 6e9) / 10.0,
                heap,
                open,
                keys,
                keys - number(keyspace, "expires="));
    }

    private static long number(String info, String name) {
        int at = info.indexOf(name);
        return at < 0 ? 0 : Long.parseLong(info.substring(at + name.length()).split("[^0-9]")[0]);
    }

    /// The class histogram is taken after a full collection; its last line is the sum.
    private static long livingBytes(long pid) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(pid),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor();
        return said.lines()
                .filter(line -> line.startsWith("Total"))
                .map(line -> Long.parseLong(line.strip().split("\\s+")[2]))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no histogram: " + said));
    }

    private void report(long events, List<Use> uses) throws IOException {
        List<JournalDelivery> deliveries = workspace.deliveries(0).stream()
                .skip(deliveredBefore)
                .filter(delivery -> !delivery.user().equals(FLOODER))
                .toList();
        long[] acknowledged = deliveries.stream()
                .filter(JournalDelivery::acked)
                .mapToLong(JournalDelivery::millis)
                .sorted()
                .toArray();
        long repeated =
                deliveries.stream().filter(delivery -> delivery.attempt() > 0).count();
        long late = deliveries.stream()
                .filter(delivery -> !delivery.acked() || delivery.millis() > 3_000)
                .count();
        Map<String, Object> figures = Map.ofEntries(
                entry("seed", SEED),
                entry("bots", BOTS),
                entry("form", IMAGE == null ? "jar" : "image"),
                entry("redisDelayMilliseconds", REDIS_DELAY.toMillis()),
                entry("perSecond", PER_SECOND),
                entry("floodPerSecond", FLOOD),
                entry("minutes", LENGTH.toMinutes()),
                entry("events", events),
                entry("notTaken", failed.get()),
                entry("answers", answered()),
                entry("deliveries", deliveries.size()),
                entry("repeated", repeated),
                entry("lateOrNever", late),
                entry("acknowledgedP50", at(acknowledged, 0.5)),
                entry("acknowledgedP99", at(acknowledged, 0.99)),
                entry("acknowledgedP999", at(acknowledged, 0.999)),
                entry("acknowledgedMax", at(acknowledged, 1)),
                entry("uses", uses));
        Files.createDirectories(FIGURES.getParent());
        Files.writeString(
                FIGURES, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(figures));
        System.out.printf(
                "%d events (%d not taken by the page), %d deliveries (%d repeats), %d answers%n",
                events, failed.get(), deliveries.size(), repeated, answered());
        deliveries.stream()
                .filter(delivery -> !delivery.acked() || delivery.millis() > 3_000)
                .collect(Collectors.groupingBy(
                        delivery -> Duration.between(deliveries.getFirst().at(), delivery.at())
                                .toSeconds(),
                        TreeMap::new,
                        Collectors.counting()))
                .forEach((second, count) -> System.out.printf("late or never in second %d: %d%n", second, count));
        System.out.printf(
                "acknowledged: p50 %d ms, p99 %d ms, p99.9 %d ms, max %d ms; later than 3 s or never: %d%n",
                at(acknowledged, 0.5), at(acknowledged, 0.99), at(acknowledged, 0.999), at(acknowledged, 1), late);
        for (Use use : uses) {
            System.out.printf(
                    "minute %4.1f: heap after a collection %s MB, open files %s, %d keys, %d without an end%n",
                    use.minute(),
                    use.heap().stream()
                            .map(bytes -> "%.1f".formatted(bytes / 1e6))
                            .toList(),
                    use.open(),
                    use.keys(),
                    use.immortal());
        }
    }

    private static long at(long[] sorted, double share) {
        return sorted.length == 0
                ? 0
                : sorted[(int) Math.min(sorted.length - 1L, Math.ceil(share * sorted.length) - 1)];
    }
}
