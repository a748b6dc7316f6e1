package coffeebreak.deploy;

import static java.util.Map.entry;

import coffeebreak.deploy.WorkspaceClient.Button;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import redis.embedded.RedisServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Two organizers, two bots, one Redis, one workspace that hands each press to either of the bots, and ten mentees:
/// again and again both organizers publish within the same second. Each time the event is fresh.
final class Race implements AutoCloseable {

    private static final List<String> ORGANIZERS = List.of("UORGA", "UKENJI");
    private static final String CHANNEL = "C0GENERAL";
    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");
    private static final int MENTORS = 2;
    private static final int MENTEES = 10;

    private static final String QUICKER_START = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    /// What an event keeps when everything else of it is forgotten: who signed up, and the secret behind ids.
    private static final List<String> KEPT = List.of("profiles", "vectors", "notice-key");

    private final RandomGenerator random;
    private final RedisServer server;
    private final UnifiedJedis redis;
    private final RunningJar workspace;
    private final WorkspaceClient client;
    private final List<RunningJar> bots;
    private final List<String> mentees;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private Race(
            RandomGenerator random,
            RedisServer server,
            UnifiedJedis redis,
            RunningJar workspace,
            WorkspaceClient client,
            List<RunningJar> bots,
            List<String> mentees) {
        this.random = random;
        this.server = server;
        this.redis = redis;
        this.workspace = workspace;
        this.client = client;
        this.bots = bots;
        this.mentees = mentees;
    }

    /// How one time went.
    ///
    /// @param milliseconds between the two presses
    /// @param winners      how many published, as the audit trail has it
    /// @param answer       how the other was refused
    /// @param rounds       how many rounds the plan knows
    /// @param missing      mentees who were told nothing
    /// @param twice        messages to mentees beyond one for each
    record Outcome(int milliseconds, int winners, Answer answer, int rounds, int missing, int twice) {}

    /// What whoever comes second reads: "… is publishing since 10:02", or that round 3 was published at 10:02 and by
    /// whom.
    enum Answer {
        IS_PUBLISHING,
        HAS_PUBLISHED,
        SOMETHING_ELSE
    }

    static Race start(Path folder, long seed) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        SmallRoster roster = SmallRoster.written(folder.resolve("roster.yaml"), MENTORS, MENTEES);
        int port = RunningJar.freePort();
        RedisServer server = RedisServer.newRedisServer()
                .port(port)
                .bind("127.0.0.1")
                .setting("dir " + folder)
                .setting("appendonly yes")
                .setting("maxmemory-policy noeviction")
                .build();
        server.start();
        List<RunningJar> started = new ArrayList<>();
        try {
            RunningJar workspace = RunningJar.start(
                    Map.of("JAVA_TOOL_OPTIONS", QUICKER_START),
                    "workspace",
                    "--port",
                    Integer.toString(RunningJar.freePort()));
            started.add(workspace);
            String address =
                    workspace.awaitSaid("workspace is at (http://\\S+)").group(1);
            WorkspaceClient client = new WorkspaceClient(address);
            Map<String, String> environment = Map.ofEntries(
                    entry("JAVA_TOOL_OPTIONS", QUICKER_START),
                    entry("SLACK_BOT_TOKEN", WorkspaceClient.BOT_TOKEN),
                    entry("SLACK_APP_TOKEN", "xapp-local-workspace-app"),
                    entry("SLACK_API_URL", address + "/api/"),
                    entry("REDIS_URL", "redis://127.0.0.1:" + port),
                    entry("COFFEEBREAK_ORGANIZERS", String.join(",", ORGANIZERS)),
                    entry("COFFEEBREAK_ROSTER", "file:" + roster.file()),
                    entry("COFFEEBREAK_QUIET_HOURS", "off"),
                    // so that there is one notice for each mentee
                    entry("COFFEEBREAK_GROUP_MESSAGES", "off"),
                    entry(
                            "COFFEEBREAK_EVENT_DATE",
                            LocalDate.now(ZONE).plusDays(1).toString()),
                    entry("COFFEEBREAK_EVENT_ZONE", ZONE.getId()),
                    entry("PORT", "0"));
            List<RunningJar> bots = new ArrayList<>();
            for (int number = 0; number < 2; number++) {
                RunningJar bot = RunningJar.start(environment, "serve", "--settle", "2");
                started.add(bot);
                bots.add(bot);
                bot.awaitSaid("connected to Slack");
            }
            return new Race(
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed),
                    server,
                    RedisClient.create("127.0.0.1", port),
                    workspace,
                    client,
                    bots,
                    roster.mentees());
        } catch (IOException | InterruptedException | RuntimeException | AssertionError failure) {
            started.forEach(RunningJar::close);
            server.stop();
            throw failure;
        }
    }

    /// A fresh event, a preview, two presses within the same second, and what came of it.
    Outcome run() throws IOException, InterruptedException, ExecutionException {
        forgetTheEvent();
        long since = client.get("journal?since=0&method=none").path("next").asLong();
        Map<String, Button> buttons = new HashMap<>();
        boolean samePreview = random.nextBoolean();
        for (String organizer : ORGANIZERS) {
            String command = samePreview && !buttons.isEmpty() ? "publish" : "preview";
            int before = messages(organizer).size();
            client.post(
                    "people/" + organizer + "/commands",
                    Map.of("channel", CHANNEL, "text", "/coffee-admin " + command));
            Await.until(
                    () -> organizer + " sees the button; the bots said:\n" + said(),
                    () -> button(organizer, before).isPresent());
            buttons.put(organizer, button(organizer, before).orElseThrow());
        }
        int milliseconds = random.nextBoolean() ? random.nextInt(30) : random.nextInt(1_000);
        List<String> order = random.nextBoolean() ? ORGANIZERS : ORGANIZERS.reversed();
        List<Callable<Void>> presses = new ArrayList<>();
        for (int place = 0; place < order.size(); place++) {
            String organizer = order.get(place);
            Button button = Objects.requireNonNull(buttons.get(organizer));
            int wait = place * milliseconds;
            presses.add(() -> {
                TimeUnit.MILLISECONDS.sleep(wait);
                client.press(organizer, button);
                return null;
            });
        }
        for (var press : threads.invokeAll(presses)) {
            press.get();
        }
        return outcome(since, milliseconds);
    }

    private Outcome outcome(long since, int milliseconds) throws IOException, InterruptedException {
        Await.until(
                () -> "both have an answer and nothing is on its way; the bots said:\n" + said(),
                () -> outcomes().size() == ORGANIZERS.size() && isQuiet());
        List<String> outcomes = outcomes();
        Map<String, Integer> owed = new HashMap<>();
        mentees.forEach(mentee -> owed.put(mentee, Math.max(1, seats(mentee))));
        Tally tally = Tally.of(
                WorkspaceClient.list(client.get("journal?since=" + since).path("calls")), owed);
        return new Outcome(
                milliseconds,
                (int) outcomes.stream()
                        .filter(each -> each.startsWith("published round"))
                        .count(),
                answer(outcomes),
                rounds(),
                tally.missing(),
                tally.twice());
    }

    private static Answer answer(List<String> outcomes) {
        if (outcomes.contains("refused: underway")) {
            return Answer.IS_PUBLISHING;
        }
        return outcomes.stream()
                        .anyMatch(
                                each -> each.equals("refused: already published") || each.startsWith("refused: stale"))
                ? Answer.HAS_PUBLISHED
                : Answer.SOMETHING_ELSE;
    }

    /// What came of each press, as the audit trail has it.
    private List<String> outcomes() {
        return redis.xrange(key("audit"), "-", "+").stream()
                .map(entry -> JsonMapper.shared()
                        .readTree(Objects.requireNonNull(entry.getFields().get("entry"))))
                .filter(entry -> entry.path("act").asString("").startsWith("publish round"))
                .map(entry -> entry.path("outcome").asString(""))
                .toList();
    }

    private boolean isQuiet() {
        Map<String, String> counts = redis.hgetAll(key("outbox:counts"));
        return counts.containsKey("planned")
                && counts.getOrDefault("waiting", "0").equals("0")
                && counts.getOrDefault("under-way", "0").equals("0");
    }

    /// How many rounds stand in the plan.
    private int rounds() {
        return plan().path("rounds").size();
    }

    /// How many seats somebody has: whoever asked for a second one can have two, and is told of each.
    private int seats(String mentee) {
        return (int) WorkspaceClient.list(plan().path("seats")).stream()
                .filter(seat -> seat.path("mentee").path("id").asString("").equals(mentee))
                .count();
    }

    private JsonNode plan() {
        return JsonMapper.shared().readTree(Objects.requireNonNull(redis.hget(key("plan"), "plan")));
    }

    private String key(String name) {
        return prefix() + name;
    }

    private String prefix() {
        return redis.keys("cb:*}:profiles").iterator().next().replaceFirst("profiles$", "");
    }

    private void forgetTheEvent() {
        String prefix = prefix();
        redis.keys(prefix + "*").stream()
                .filter(key -> !KEPT.contains(key.substring(prefix.length())))
                .forEach(redis::del);
    }

    private String said() {
        StringBuilder all = new StringBuilder();
        bots.forEach(bot -> all.append(bot.said()));
        return all.toString();
    }

    private List<JsonNode> messages(String organizer) throws IOException, InterruptedException {
        return client.messages(organizer, CHANNEL);
    }

    /// The button Publish among the messages after so many.
    private Optional<Button> button(String organizer, int before) throws IOException, InterruptedException {
        return Button.labelled(
                "Publish", CHANNEL, messages(organizer).stream().skip(before).toList());
    }

    @Override
    public void close() {
        threads.close();
        bots.forEach(RunningJar::close);
        workspace.close();
        redis.close();
        try {
            server.stop();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
