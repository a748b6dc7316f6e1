package coffeebreak.deploy;

import static java.util.Map.entry;

import coffeebreak.deploy.WorkspaceClient.Button;
import coffeebreak.workspace.SteerableClock;
import coffeebreak.workspace.Workspace;
import coffeebreak.workspace.WorkspaceApp;
import coffeebreak.workspace.WorkspaceChannel;
import coffeebreak.workspace.WorkspaceCommand;
import coffeebreak.workspace.WorkspaceLimits;
import coffeebreak.workspace.WorkspacePerson;
import coffeebreak.workspace.WorkspaceSettings;
import coffeebreak.workspace.WorkspaceTeam;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import tools.jackson.databind.json.JsonMapper;

/// Bots as they ship, each a process of its own, on one Redis that is a process as well, and a workspace that
/// misbehaves: an organizer announces one thing after the other to everybody, and meanwhile bots and the Redis are
/// killed and started again, and bots stand still.
final class FaultRun implements AutoCloseable {

    private static final String ORGANIZER = "UORGA";
    private static final String CHANNEL = "C0GENERAL";
    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");
    private static final String SAID = "From the organizers: ";

    /// So many announcements are sent ahead of what people have got.
    private static final int AHEAD = 3;

    private static final Duration PATIENCE = Duration.ofMinutes(6);

    /// A bot is started far more often here than it lives long.
    private static final String QUICKER_START = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    private final FaultPlan plan;
    private final Random random;
    private final OwnRedis server;
    private final UnifiedJedis redis;
    private final Workspace workspace;
    private final WorkspaceClient client;
    private final Map<String, String> environment;
    private final List<String> people;
    private final List<Bot> bots = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Seen seen;
    private final AtomicInteger acted = new AtomicInteger();
    private int botKills;
    private int redisKills;
    private int freezes;

    private FaultRun(
            FaultPlan plan,
            OwnRedis server,
            Workspace workspace,
            Map<String, String> environment,
            List<String> people) {
        this.plan = plan;
        this.random = new Random(plan.seed());
        this.server = server;
        this.redis = RedisClient.create("127.0.0.1", server.port());
        this.workspace = workspace;
        this.client = new WorkspaceClient(workspace.address());
        this.environment = environment;
        this.people = people;
        this.seen = new Seen(workspace::calls, SAID);
    }

    private enum Act {
        KILL_BOT,
        KILL_REDIS,
        FREEZE_BOT
    }

    /// When a bot is killed.
    private enum Moment {
        /// At any moment between two notices, or within one.
        ANY,
        /// A message stands, the reply is on its way: the bot cannot know.
        REPLY_ON_ITS_WAY,
        /// While somebody looks whether a message that was left in doubt stands.
        LOOKING,
        /// The very moment a message is seen to stand.
        COMMITTED
    }

    private static final class Bot {
        private volatile RunningJar process;
        private volatile boolean frozen;

        Bot(RunningJar process) {
            this.process = process;
        }

        boolean isAtWork() {
            return !frozen && process.isAlive() && process.said().contains("connected to Slack");
        }
    }

    /// What came of a plan.
    ///
    /// @param repaired messages that repeated another and were taken away again
    /// @param faults   how many messages met each of the chat's faults
    /// @param looks    how often a conversation was looked into
    /// @param seconds  from the first announcement until nothing was owed
    record Outcome(
            String name,
            long seed,
            int bots,
            int notices,
            int botKills,
            int redisKills,
            int freezes,
            int missing,
            int twice,
            int outOfOrder,
            int repaired,
            Map<String, Integer> faults,
            int looks,
            double seconds) {

        private static final String HEAD =
                "run                     seed  bots  notices  kills  redis  freezes  missing  twice  order  repaired"
                        + "  looks  seconds  faults of the chat";

        static String table(List<Outcome> outcomes) {
            return Stream.concat(
                            Stream.of(HEAD),
                            outcomes.stream()
                                    .map(each ->
                                            "%-20s  %6d  %4d  %7d  %5d  %5d  %7d  %7d  %5d  %5d  %8d  %5d  %7.0f  %s"
                                                    .formatted(
                                                            each.name,
                                                            each.seed,
                                                            each.bots,
                                                            each.notices,
                                                            each.botKills,
                                                            each.redisKills,
                                                            each.freezes,
                                                            each.missing,
                                                            each.twice,
                                                            each.outOfOrder,
                                                            each.repaired,
                                                            each.looks,
                                                            each.seconds,
                                                            each.faults)))
                    .collect(java.util.stream.Collectors.joining("\n"));
        }
    }

    /// Starts everything, and waits until a bot is at work.
    ///
    /// @param folder for the Redis and the roster, made where it is missing
    static FaultRun start(FaultPlan plan, Path folder) throws IOException, InterruptedException {
        List<String> people = IntStream.rangeClosed(1, plan.people())
                .mapToObj("UP%04d"::formatted)
                .toList();
        Path roster = Files.createDirectories(folder).resolve("roster.yaml");
        Files.writeString(roster, roster(people));
        OwnRedis server = OwnRedis.start(folder);
        Workspace workspace = new Workspace(settings(people), SteerableClock.ofToday(ZONE));
        workspace.start();
        Map<String, String> environment = Map.ofEntries(
                entry("JAVA_TOOL_OPTIONS", QUICKER_START),
                entry("SLACK_BOT_TOKEN", WorkspaceClient.BOT_TOKEN),
                entry("SLACK_APP_TOKEN", "xapp-local-workspace-app"),
                entry("SLACK_API_URL", workspace.address() + "/api/"),
                entry("REDIS_URL", "redis://127.0.0.1:" + server.port()),
                entry("COFFEEBREAK_ORGANIZERS", ORGANIZER),
                entry("COFFEEBREAK_ROSTER", "file:" + roster),
                // it is night for somebody whenever this runs
                entry("COFFEEBREAK_QUIET_HOURS", "off"),
                entry("COFFEEBREAK_EVENT_DATE", LocalDate.now(ZONE).plusDays(3).toString()),
                entry("COFFEEBREAK_EVENT_ZONE", ZONE.getId()),
                entry("PORT", "0"));
        FaultRun run = new FaultRun(plan, server, workspace, environment, people);
        try {
            // The first takes the people over from the roster, alone.
            run.bots.add(new Bot(run.startBot()));
            run.await("the first bot is at work", () -> run.bots.getFirst().isAtWork());
            while (run.bots.size() < plan.bots()) {
                run.bots.add(new Bot(run.startBot()));
            }
            return run;
        } catch (IOException | InterruptedException | RuntimeException | AssertionError failure) {
            run.close();
            throw failure;
        }
    }

    private static String roster(List<String> people) {
        StringBuilder all = new StringBuilder("""
                mentors:
                  - {id: cohen, slack: UHOST, name: A Host, zone: America/Sao_Paulo, institutions: [Here], breaks: [1, 2],
                     seats: 6, answered: yes, topics: ["training dynamics"]}
                people:
                """);
        people.forEach(person -> all.append("""
                  - {slack: %s, name: Person %s, zone: America/Sao_Paulo, signedUp: true, stage: phd1, institution: There,
                     topics: [training-dynamics], interests: "Training dynamics.", breaks: [1, 2], question: "Why?",
                     secondSeat: false, consents: {card: true, name: true, find: true, peers: true}}
                """.formatted(person, person)));
        return all.toString();
    }

    private static WorkspaceSettings settings(List<String> people) {
        List<WorkspacePerson> everybody = new ArrayList<>();
        everybody.add(person(ORGANIZER, WorkspacePerson.Kind.ORGANIZER));
        everybody.add(person("UHOST", WorkspacePerson.Kind.MENTOR));
        people.forEach(id -> everybody.add(person(id, WorkspacePerson.Kind.PARTICIPANT)));
        return WorkspaceSettings.example()
                .withTeam(
                        new WorkspaceTeam("T0COFFEE", "Workshop", "coffeebreak"),
                        new WorkspaceApp("A0COFFEE", "B0COFFEE", "U0COFFEE", "Coffeebreak"))
                .withPeople(everybody)
                .withChannels(List.of(new WorkspaceChannel(CHANNEL, "general", List.of())))
                .withCommands(
                        List.of(new WorkspaceCommand("/coffee", "", ""), new WorkspaceCommand("/coffee-admin", "", "")))
                .withTokens(WorkspaceClient.BOT_TOKEN, "xapp-local-workspace-app", "local-workspace-signing-secret")
                .withPort(0)
                .withLimits(WorkspaceLimits.withoutRates());
    }

    private static WorkspacePerson person(String id, WorkspacePerson.Kind kind) {
        return new WorkspacePerson(id, "Person " + id, "", kind, "", ZONE, true);
    }

    private RunningJar startBot() throws IOException {
        String[] arguments = {
            "serve", "--settle", Integer.toString(plan.settle()), "--pace", Integer.toString(plan.pace())
        };
        return plan.inFront() == null
                ? RunningJar.start(environment, arguments)
                : RunningJar.startBehind(plan.inFront(), environment, arguments);
    }

    /// Announces everything while everything goes wrong, waits until nothing is owed, and counts.
    Outcome run() throws Exception {
        misbehave();
        threads.submit(() -> {
            supervise();
            return null;
        });
        long began = System.nanoTime();
        Future<?> announcing = threads.submit(() -> {
            for (int number = 1; number <= plan.announcements(); number++) {
                awaitTurn(number);
                announce(number);
            }
            return null;
        });
        List<Act> acts = acts();
        for (int at = 0; at < acts.size(); at++) {
            // Each in a stretch of its own, and the last while notices are still owed.
            int told = (int) (plan.notices() * 0.92 * (at + random.nextDouble()) / acts.size());
            await("%d notices are out".formatted(told), () -> seen.told() >= told);
            act(acts.get(at));
            acted.incrementAndGet();
        }
        announcing.get();
        await("nothing is owed", this::isQuiet);
        double seconds = (System.nanoTime() - began) / 1e9;
        return outcome(seconds);
    }

    /// Announces one thing and kills the only bot as soon as so many have it; another takes its place.
    ///
    /// @return how many had it when the bot was dead
    int killAfter(int told) throws Exception {
        announce(1);
        await("%d have it".formatted(told), () -> seen.told() >= told);
        bots.getFirst().process.kill();
        botKills++;
        int had = seen.told();
        bots.getFirst().process = startBot();
        await("nothing is owed", this::isQuiet);
        return had;
    }

    /// Counts, once whoever stood still has moved again, and what was taken late has appeared.
    Outcome outcome(double seconds) throws InterruptedException {
        await("nobody stands still", () -> bots.stream().noneMatch(bot -> bot.frozen));
        TimeUnit.MILLISECONDS.sleep(Math.round(1500.0 * plan.settle()));
        await("nothing is owed", this::isQuiet);
        Seen.Counts counts = seen.counts(
                people,
                IntStream.rangeClosed(1, plan.announcements())
                        .mapToObj(number -> SAID + words(number))
                        .toList());
        return new Outcome(
                plan.name(),
                plan.seed(),
                plan.bots(),
                plan.notices(),
                botKills,
                redisKills,
                freezes,
                counts.missing(),
                counts.twice(),
                counts.outOfOrder(),
                seen.deleted(),
                seen.faults(),
                seen.looks(),
                seconds);
    }

    private void misbehave() throws IOException, InterruptedException {
        if (plan.historyLag() > 0) {
            client.post("misbehave", Map.of("historyLagMillis", Math.round(1000 * plan.historyLag())));
        }
        if (plan.chatFaults()) {
            share(0.02, "drop_reply", 0, 1);
            share(0.005, "fatal_error", 0, 2);
            share(0.005, "fatal_error_lost", 0, 3);
            // A call takes a third of the settling time at most: the bot has given up when the message appears.
            share(0.01, "delay", plan.settle() * 600L, 4);
            share(0.02, "ratelimited", 0, 5);
        }
    }

    private void share(double share, String fault, long millis, int seed) throws IOException, InterruptedException {
        client.post(
                "misbehave",
                Map.of(
                        "rate",
                        Map.of(
                                "method",
                                "chat.postMessage",
                                "fault",
                                fault,
                                "share",
                                share,
                                "millis",
                                millis,
                                "seed",
                                plan.seed() * 10 + seed)));
    }

    private List<Act> acts() {
        List<Act> acts = new ArrayList<>();
        acts.addAll(Collections.nCopies(plan.botKills(), Act.KILL_BOT));
        acts.addAll(Collections.nCopies(plan.redisKills(), Act.KILL_REDIS));
        acts.addAll(Collections.nCopies(plan.freezes(), Act.FREEZE_BOT));
        Collections.shuffle(acts, random);
        return acts;
    }

    private void act(Act act) throws IOException, InterruptedException {
        switch (act) {
            case KILL_BOT -> killBot();
            case KILL_REDIS -> {
                TimeUnit.MILLISECONDS.sleep(random.nextInt(200));
                server.kill();
                redisKills++;
                TimeUnit.MILLISECONDS.sleep(random.nextInt(1500));
                server.restart();
            }
            case FREEZE_BOT -> freezeBot();
        }
    }

    private void killBot() throws IOException, InterruptedException {
        Bot bot = anyAtWork();
        await(Moment.values()[random.nextInt(Moment.values().length)]);
        synchronized (bot) {
            bot.process.kill();
            bot.process = startBot();
        }
        botKills++;
    }

    private void freezeBot() throws IOException, InterruptedException {
        Bot bot = anyAtWork();
        TimeUnit.MILLISECONDS.sleep(random.nextInt(200));
        bot.frozen = true;
        bot.process.freeze();
        freezes++;
        long millis = Math.round(1000 * plan.lease() * (1.1 + 0.4 * random.nextDouble()));
        threads.submit(() -> {
            TimeUnit.MILLISECONDS.sleep(millis);
            bot.process.thaw();
            bot.frozen = false;
            return null;
        });
    }

    /// As whatever runs it in earnest does: a bot ends when it finds no Redis at its start.
    private void supervise() throws IOException, InterruptedException {
        while (true) {
            for (Bot bot : bots) {
                synchronized (bot) {
                    if (!bot.process.isAlive()) {
                        bot.process = startBot();
                    }
                }
            }
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private Bot anyAtWork() throws InterruptedException {
        await("a bot is at work", () -> bots.stream().anyMatch(Bot::isAtWork));
        List<Bot> atWork = bots.stream().filter(Bot::isAtWork).toList();
        return atWork.get(random.nextInt(atWork.size()));
    }

    /// Not for long: whoever is waited for may be dead.
    private void await(Moment moment) throws IOException, InterruptedException {
        long since = seen.next();
        switch (moment) {
            case ANY -> TimeUnit.MILLISECONDS.sleep(random.nextInt(400));
            case REPLY_ON_ITS_WAY -> {
                client.post(
                        "misbehave",
                        Map.of(
                                "method",
                                "chat.postMessage",
                                "next",
                                Collections.nCopies(bots.size(), Map.of("fault", "delay_reply", "millis", 500))));
                watch(since, "chat.postMessage", "delay_reply");
            }
            case LOOKING -> watch(since, "conversations.history", null);
            case COMMITTED -> watch(since, "chat.postMessage", null);
        }
    }

    /// Waits without a pause worth mentioning: a bot answers its store within milliseconds.
    private void watch(long since, String method, @Nullable String fault) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(3);
        while (System.nanoTime() < end
                && workspace.calls(since).stream()
                        .noneMatch(call ->
                                call.method().equals(method) && (fault == null || fault.equals(call.fault())))) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    private static String words(int number) {
        return "Notice %04d".formatted(number);
    }

    /// Neither far ahead of what people have got, nor of what goes wrong.
    private void awaitTurn(int number) throws InterruptedException {
        int issued = number - 1;
        int acts = plan.botKills() + plan.redisKills() + plan.freezes();
        await(
                "announcement %d may follow".formatted(number),
                () -> issued * plan.people() - seen.told() < AHEAD * plan.people()
                        && acted.get() >= acts * (issued - AHEAD) / plan.announcements());
    }

    /// An organizer writes it and presses the button, again where the bot that heard of it has died; until it is owed.
    private void announce(int number) throws InterruptedException {
        String command =
                "/coffee-admin announce " + words(number) + " to signed up" + (number % 5 == 0 ? " urgent" : "");
        long end = System.nanoTime() + PATIENCE.toNanos();
        Optional<Button> button = Optional.empty();
        while (System.nanoTime() < end) {
            try {
                if (button.isEmpty()) {
                    client.post("people/" + ORGANIZER + "/commands", Map.of("channel", CHANNEL, "text", command));
                    soon(() -> button(number).isPresent());
                    button = button(number);
                } else {
                    client.press(ORGANIZER, button.get());
                    if (soon(() -> isOwed(number))) {
                        return;
                    }
                }
            } catch (IOException | RuntimeException | AssertionError notNow) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
        throw new AssertionError("announcement %d was not sent in %s; %s; the bots said:%n%s"
                .formatted(number, PATIENCE, whatIsKnownOf(number), said()));
    }

    private Optional<Button> button(int number) throws IOException, InterruptedException {
        return Button.labelled(
                "Send it",
                CHANNEL,
                client.messages(ORGANIZER, CHANNEL).stream()
                        .filter(message -> message.toString().contains(words(number)))
                        .toList());
    }

    /// Whether an announcement is sent and its notices are planned: the next may not be planned before.
    private boolean isOwed(int number) {
        return redis.hvals(key("announcements")).stream()
                .map(value -> JsonMapper.shared().readTree(value.substring(value.indexOf(' ') + 1)))
                .anyMatch(each -> each.path("words").asString("").equals(words(number))
                        && !each.path("people").isEmpty()
                        && each.path("shown").asInt(0) != 0);
    }

    /// Where it got stuck.
    private String whatIsKnownOf(int number) {
        try {
            return "the last deliveries were %s, the organizer was last told %s, in the store stand %s, held are %s and %s"
                    .formatted(
                            last(workspace.deliveries(0)),
                            last(client.messages(ORGANIZER, CHANNEL)),
                            redis.hget(key("announcements"), Integer.toString(number)),
                            redis.zrangeWithScores(key("inbox:held"), 0, -1),
                            redis.hgetAll(key("inbox:tries")));
        } catch (IOException | RuntimeException | AssertionError unknown) {
            return "why is not known: " + unknown;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "stopped";
        }
    }

    private static List<?> last(List<?> all) {
        return all.subList(Math.max(0, all.size() - 6), all.size());
    }

    private boolean isQuiet() {
        Map<String, String> counts = redis.hgetAll(key("outbox:counts"));
        return counts.getOrDefault("waiting", "0").equals("0")
                && counts.getOrDefault("under-way", "0").equals("0");
    }

    private String key(String name) {
        return redis.keys("cb:*}:profiles").iterator().next().replaceFirst("profiles$", name);
    }

    private String said() {
        StringBuilder all = new StringBuilder();
        bots.forEach(bot -> all.append(bot.process.said()));
        return all.toString();
    }

    /// @return whether it came about within some seconds
    private static boolean soon(Callable<Boolean> condition) throws InterruptedException {
        return within(Duration.ofSeconds(8), condition);
    }

    private void await(String what, Callable<Boolean> condition) throws InterruptedException {
        if (!within(PATIENCE, condition)) {
            throw new AssertionError("waited %s until %s; the bots said:%n%s".formatted(PATIENCE, what, said()));
        }
    }

    /// What it throws meanwhile counts as not yet: the Redis may be dead.
    private static boolean within(Duration time, Callable<Boolean> condition) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            try {
                if (condition.call()) {
                    return true;
                }
            } catch (InterruptedException stopped) {
                throw stopped;
            } catch (Exception | AssertionError notYet) {
                // Asked again.
            }
            TimeUnit.MILLISECONDS.sleep(40);
        }
        return false;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            threads.awaitTermination(10, TimeUnit.SECONDS);
            for (Bot bot : bots) {
                bot.process.kill();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        redis.close();
        workspace.close();
        server.close();
    }
}
