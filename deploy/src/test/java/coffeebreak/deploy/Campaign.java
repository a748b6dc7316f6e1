package coffeebreak.deploy;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import redis.embedded.RedisServer;
import tools.jackson.databind.JsonNode;

/// One round that is published and told while the bot is killed: a Redis, a workspace and a bot, each a process of its
/// own, and a small part of the demo's people.
final class Campaign implements AutoCloseable {

    private static final String ORGANIZER = "UORGA";
    private static final String CHANNEL = "C0GENERAL";
    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");
    /// They have fewer seats than there are mentees, so that every table fills.
    private static final int MENTORS = 2;
    private static final int MENTEES = 28;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /// A bot is started far more often here than it lives long.
    private static final String QUICKER_START = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    /// When the bot is killed.
    private enum Moment {
        /// At any moment between two notices, or within one.
        ANY,
        /// The message stands, the reply is on its way: the bot cannot know.
        REPLY_ON_ITS_WAY,
        /// While it looks whether the message that it left in doubt stands.
        LOOKING,
        /// The very moment a message is seen to stand.
        COMMITTED
    }

    private final RandomGenerator random;
    private final RedisServer redis;
    private final RunningJar workspace;
    private final WorkspaceClient client;
    private final Map<String, String> environment;
    private final Map<String, Integer> owed;
    private RunningJar bot;

    private Campaign(
            RandomGenerator random,
            RedisServer redis,
            RunningJar workspace,
            WorkspaceClient client,
            Map<String, String> environment,
            Map<String, Integer> owed)
            throws IOException {
        this.random = random;
        this.redis = redis;
        this.workspace = workspace;
        this.client = client;
        this.environment = environment;
        this.owed = owed;
        this.bot = startBot();
    }

    /// @param folder for the Redis and the roster
    /// @param seed   of the moments at which the bot is killed
    static Campaign start(Path folder, long seed) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        SmallRoster roster = SmallRoster.written(folder.resolve("roster.yaml"), MENTORS, MENTEES);

        int redisPort = RunningJar.freePort();
        RedisServer redis = RedisServer.newRedisServer()
                .port(redisPort)
                .bind("127.0.0.1")
                .setting("dir " + folder)
                .setting("appendonly yes")
                .setting("maxmemory-policy noeviction")
                .build();
        redis.start();
        try {
            RunningJar workspace = RunningJar.start(
                    Map.of("JAVA_TOOL_OPTIONS", QUICKER_START),
                    "workspace",
                    "--port",
                    Integer.toString(RunningJar.freePort()));
            try {
                String address =
                        workspace.awaitSaid("workspace is at (http://\\S+)").group(1);
                Map<String, String> environment = Map.ofEntries(
                        entry("JAVA_TOOL_OPTIONS", QUICKER_START),
                        entry("SLACK_BOT_TOKEN", WorkspaceClient.BOT_TOKEN),
                        entry("SLACK_APP_TOKEN", "xapp-local-workspace-app"),
                        entry("SLACK_API_URL", address + "/api/"),
                        entry("REDIS_URL", "redis://127.0.0.1:" + redisPort),
                        entry("COFFEEBREAK_ORGANIZERS", ORGANIZER),
                        entry("COFFEEBREAK_ROSTER", "file:" + roster.file()),
                        // it is night for somebody whenever this runs
                        entry("COFFEEBREAK_QUIET_HOURS", "off"),
                        entry(
                                "COFFEEBREAK_EVENT_DATE",
                                LocalDate.now(ZONE).plusDays(1).toString()),
                        entry("COFFEEBREAK_EVENT_ZONE", ZONE.getId()),
                        entry("PORT", "0"));
                return new Campaign(
                        RandomGeneratorFactory.of("L64X128MixRandom").create(seed),
                        redis,
                        workspace,
                        new WorkspaceClient(address),
                        environment,
                        owed(roster));
            } catch (IOException | RuntimeException | AssertionError failure) {
                workspace.close();
                throw failure;
            }
        } catch (IOException | RuntimeException | AssertionError failure) {
            redis.stop();
            throw failure;
        }
    }

    /// A seat or a place in the line for each mentee; mentors get their cards only when a break is near.
    private static Map<String, Integer> owed(SmallRoster roster) {
        Map<String, Integer> owed = new HashMap<>();
        roster.mentees().forEach(mentee -> owed.put(mentee, 1));
        return owed;
    }

    private RunningJar startBot() throws IOException {
        return RunningJar.start(environment, "serve", "--settle", "2");
    }

    /// From now on so many of the replies to `chat.postMessage` are lost after the message was taken.
    void loseReplies(double share, long seed) throws IOException, InterruptedException {
        client.post(
                "misbehave",
                Map.of(
                        "rate",
                        Map.of("method", "chat.postMessage", "fault", "drop_reply", "share", share, "seed", seed)));
    }

    /// An organizer previews and publishes.
    void publish() throws IOException, InterruptedException {
        awaitConnected();
        command("/coffee-admin preview");
        Await.until(() -> "the preview is shown; the bot said:\n" + bot.said(), () -> shown("Preview of round"));
        for (JsonNode message : messages()) {
            for (JsonNode block : message.path("blocks")) {
                for (JsonNode button : block.path("elements")) {
                    if (button.path("text").path("text").asString("").equals("Publish")) {
                        press(message, block, button);
                        return;
                    }
                }
            }
        }
        throw new AssertionError("the preview has no button Publish: " + messages());
    }

    private void press(JsonNode message, JsonNode block, JsonNode button) throws IOException, InterruptedException {
        client.post(
                "people/" + ORGANIZER + "/actions",
                Map.of(
                        "container",
                                Map.of(
                                        "type",
                                        "message",
                                        "channel",
                                        CHANNEL,
                                        "ts",
                                        message.path("ts").asString()),
                        "block_id", block.path("block_id").asString(),
                        "action_id", button.path("action_id").asString()));
    }

    /// Kills the bot and starts it again, so often, while notices are owed.
    ///
    /// @return how often it was killed: less when everything was out before
    int kill(int times) throws IOException, InterruptedException {
        int done = 0;
        while (done < times) {
            int room = total() - out() - (times - done);
            if (room < 1) {
                return done;
            }
            int further = 1 + random.nextInt(Math.max(1, 2 * room / (times - done + 1)));
            await(Moment.values()[done % Moment.values().length], out() + further);
            bot.kill();
            boolean owing = out() < total();
            bot = startBot();
            if (owing) {
                done++;
            }
        }
        return done;
    }

    private void await(Moment moment, int notices) throws IOException, InterruptedException {
        long since = client.get("journal?since=0&method=none").path("next").asLong();
        switch (moment) {
            case ANY -> {
                watch(() -> out() >= notices);
                TimeUnit.MILLISECONDS.sleep(random.nextInt(400));
            }
            case REPLY_ON_ITS_WAY -> {
                watch(() -> out() >= notices - 1);
                client.post(
                        "misbehave",
                        Map.of(
                                "method",
                                "chat.postMessage",
                                "next",
                                List.of(Map.of("fault", "delay_reply", "millis", 500))));
                watch(() -> calls(since).stream()
                                .anyMatch(
                                        call -> call.path("fault").asString("").equals("delay_reply"))
                        || out() >= total());
            }
            case LOOKING ->
                watch(() -> calls(since).stream()
                                .anyMatch(call -> call.path("method").asString().equals("conversations.history"))
                        || out() >= total());
            case COMMITTED -> watch(() -> out() >= notices);
        }
    }

    /// Waits without a pause worth mentioning: a bot answers its store within milliseconds.
    private void watch(Condition condition) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        "waited %s for the bot to get on; it said:%n%s".formatted(PATIENCE, bot.said()));
            }
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    private interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    /// Waits until the bot says that nothing is on its way any more, and nothing was given up.
    void awaitAllTold() throws IOException, InterruptedException {
        watch(() -> out() >= total());
        awaitConnected();
        String finished = " delivered, 0 on their way, 0 could not be delivered";
        Await.until(() -> "everybody was told; the bot said:\n" + bot.said() + "\nand showed:\n" + lastShown(), () -> {
            int before = messages().size();
            command("/coffee-admin status");
            Await.until("the status is shown", () -> messages().size() > before);
            return messages().getLast().toString().contains(finished);
        });
    }

    Tally tally() throws IOException, InterruptedException {
        return Tally.of(calls(0), owed);
    }

    /// How often the bot asked for the messages of a conversation.
    int looks() throws IOException, InterruptedException {
        return client.calls("conversations.history").size();
    }

    private int total() {
        return owed.values().stream().mapToInt(Integer::intValue).sum();
    }

    private int out() throws IOException, InterruptedException {
        return tally().notices();
    }

    private List<JsonNode> calls(long since) throws IOException, InterruptedException {
        return WorkspaceClient.list(client.get("journal?since=" + since).path("calls"));
    }

    private void awaitConnected() throws InterruptedException {
        Await.until(
                () -> "the bot is connected; it said:\n" + bot.said(),
                () -> client.get("state").path("bots").path(0).path("connected").asBoolean());
    }

    private void command(String words) throws IOException, InterruptedException {
        client.post("people/" + ORGANIZER + "/commands", Map.of("channel", CHANNEL, "text", words));
    }

    private List<JsonNode> messages() throws IOException, InterruptedException {
        return WorkspaceClient.list(client.get("people/%s/channels/%s".formatted(ORGANIZER, CHANNEL))
                .path("messages"));
    }

    private String lastShown() {
        try {
            return messages().getLast().toString();
        } catch (IOException failure) {
            return "nothing that can be read: " + failure;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "nothing in time";
        }
    }

    private boolean shown(String words) throws IOException, InterruptedException {
        return messages().toString().contains(words);
    }

    @Override
    public void close() {
        bot.close();
        workspace.close();
        try {
            redis.stop();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
