package coffeebreak.bot.cli;

import coffeebreak.bot.Bot;
import coffeebreak.bot.BotApplication;
import coffeebreak.bot.BotSettings;
import coffeebreak.bot.Day;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.files.YamlProgramme;
import coffeebreak.bot.files.YamlRoster;
import coffeebreak.bot.mentoring.SeatingPlan;
import coffeebreak.bot.notices.CourierSettings;
import coffeebreak.bot.redis.EmbeddedRedis;
import coffeebreak.bot.redis.RedisStore;
import coffeebreak.bot.slack.BareBolt;
import coffeebreak.workspace.JournalCall;
import coffeebreak.workspace.PageClient;
import coffeebreak.workspace.Workspace;
import coffeebreak.workspace.WorkspaceLimits;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// How long it takes from a click on the page to the changed screen, with 700 people signed up and a round published,
/// and how much of that a bare app needs that only acknowledges and posts: page, workspace, Socket Mode, Bolt, Web API.
///
/// A click is sent to the page's own address; the screen has changed when the workspace has taken the call that changes
/// it. One click at a time. No rate limits, which would measure Slack's patience and not the bot.
final class Latency {

    private static final int SIGNED_UP = 700;
    private static final int WARM_UP = 10;
    private static final int TIMES = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Instant START = Instant.parse("2026-04-26T11:40:00Z");

    private final Workspace workspace;
    private final PageClient page;

    private Latency(Workspace workspace) {
        this.workspace = workspace;
        this.page = new PageClient(workspace.address());
    }

    public static void main(String[] arguments) throws Exception {
        var programme = YamlProgramme.builtIn().at(LocalDate.parse("2026-04-26"), ZoneId.of("America/Sao_Paulo"));
        var roster = ManySignUps.in(YamlRoster.demo(programme, START), SIGNED_UP);
        var folder = Files.createTempDirectory("latency");
        var clock = LocalWorkspace.clock(InstantSource.system(), START, programme);
        var furnished = LocalWorkspace.settings(programme, roster).withLimits(WorkspaceLimits.withoutRates());
        double bare;
        try (var alone = new Workspace(furnished, clock)) {
            var address = alone.start();
            try (var _ = new BareBolt(address + "/api/", LocalWorkspace.BOT_TOKEN, LocalWorkspace.APP_TOKEN)) {
                bare = new Latency(alone).bare();
            }
        }
        try (var redis = EmbeddedRedis.start(folder, true);
                var workspace = new Workspace(furnished, clock)) {
            var address = workspace.start();
            var settings = BotSettings.from(Map.of(
                            "COFFEEBREAK_EVENT_DATE",
                            "2026-04-26",
                            "COFFEEBREAK_EVENT_ZONE",
                            "America/Sao_Paulo",
                            "COFFEEBREAK_ORGANIZERS",
                            "UORGA",
                            "SLACK_BOT_TOKEN",
                            LocalWorkspace.BOT_TOKEN,
                            "SLACK_APP_TOKEN",
                            LocalWorkspace.APP_TOKEN,
                            "SLACK_API_URL",
                            address + "/api/",
                            "REDIS_URL",
                            redis.address().toString(),
                            "PORT",
                            "0"))
                    .onLoopback();
            var bot = BotApplication.start(
                    settings,
                    new Day(programme, roster, List.of()),
                    clock::now,
                    CourierSettings.settlingIn(Duration.ofSeconds(6)).atPace(100, Duration.ofMillis(10)),
                    new Random(1));
            try (bot) {
                new Latency(workspace).day(bot.bot(), bare);
            }
        }
        System.exit(0);
    }

    private double bare() {
        var ana = "UANA";
        PageClient.until(() -> workspace.calls(0), calls -> !calls.isEmpty());
        PageClient.until(
                () -> page.state().path("bots").get(0),
                bot -> bot.path("connected").asBoolean());
        writes(ana, "hello");
        var direct = page.directMessage(ana);
        PageClient.until(() -> page.messages(ana, direct).size(), size -> size > 1);
        var button = button(ana, direct, BareBolt.BUTTON);
        System.out.printf(
                "%-34s %6s %9s %9s %7s%n",
                "from the click to the changed screen", "times", "p50 ms", "p99 ms", "ratio");
        var took = IntStream.range(0, WARM_UP + TIMES)
                .mapToDouble(_ -> timed(() -> act(ana, button), posted(direct)))
                .toArray();
        return report("a bare Bolt handler", took, 0);
    }

    private void day(Bot bot, double bare) {
        var mentoring = bot.mentoring();
        var store = bot.store();
        PageClient.until(
                () -> page.state().path("bots").get(0),
                app -> app.path("connected").asBoolean());
        mentoring.preview();
        mentoring.publish(new Person("UORGA"), 0);
        quiet(store);
        var plan = mentoring.plan();
        var seats = plan.seats();
        System.out.printf(
                "%d signed up, %d seats given, %d tables of peers, a plan of %d kB%n",
                store.profiles().all().size(), seats.size(), plan.peers().all().size(), size(plan) / 1024);
        var seated = seats.stream().map(seat -> seat.mentee().id()).distinct().toList();
        report(
                "Why this table?",
                each(store, repeated(seated, TIMES), user -> pressing(user, "Why this table?")),
                bare);
        report("a question", each(store, repeated(seated, TIMES), user -> writing(user, "when is lunch?")), bare);
        report("my seat", each(store, repeated(seated, TIMES), user -> writing(user, "my seat")), bare);
        report("Home", each(store, repeated(seated, TIMES), this::opening), bare);
        var half = seated.size() / 2;
        report("I'll be there", each(store, seated.subList(0, half), user -> editing(user, "I'll be there")), bare);
        report(
                "Can't come, somebody moves up",
                each(store, seated.subList(half, seated.size()), user -> editing(user, "Can't come")),
                bare);
    }

    private static int size(SeatingPlan plan) {
        return new coffeebreak.bot.encoding.Json().write(plan).length();
    }

    private static List<String> repeated(List<String> users, int times) {
        return IntStream.range(0, times + WARM_UP)
                .mapToObj(i -> users.get(i % users.size()))
                .toList();
    }

    /// What is clicked, and how the call is known that changes the screen.
    private record Click(Runnable done, Predicate<JournalCall> changes) {}

    private double[] each(RedisStore store, List<String> users, java.util.function.Function<String, Click> click) {
        return users.stream()
                .mapToDouble(user -> {
                    quiet(store);
                    var what = click.apply(user);
                    return timed(what.done(), what.changes());
                })
                .toArray();
    }

    private Click pressing(String user, String label) {
        var direct = page.directMessage(user);
        var button = button(user, direct, label);
        return new Click(() -> act(user, button), posted(direct));
    }

    private Click editing(String user, String label) {
        var direct = page.directMessage(user);
        var button = button(user, direct, label);
        return new Click(
                () -> act(user, button),
                call -> call.method().equals("chat.update") && channel(call).equals(direct));
    }

    private Click writing(String user, String words) {
        return new Click(() -> writes(user, words), posted(page.directMessage(user)));
    }

    private Click opening(String user) {
        return new Click(
                () -> page.post("people/" + user + "/home", "{}"),
                call -> call.method().equals("views.publish")
                        && call.arguments().path("user_id").asString().equals(user));
    }

    private static Predicate<JournalCall> posted(String direct) {
        return call -> call.method().equals("chat.postMessage")
                && call.response().path("channel").asString().equals(direct);
    }

    private static String channel(JournalCall call) {
        return call.arguments().path("channel").asString();
    }

    private double timed(Runnable click, Predicate<JournalCall> changes) {
        long known = workspace.calls(0).size();
        var began = Instant.now();
        click.run();
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var changed = workspace.calls(known).stream().filter(changes).findFirst();
            if (changed.isPresent()) {
                LockSupport.parkNanos(Duration.ofMillis(30).toNanos());
                return Duration.between(began, changed.get().realAt()).toNanos() / 1e6;
            }
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
        throw new AssertionError("no screen changed within " + PATIENCE);
    }

    /// @return the median
    private static double report(String what, double[] took, double bare) {
        var counted = took.length > 2 * WARM_UP ? Arrays.copyOfRange(took, WARM_UP, took.length) : took.clone();
        Arrays.sort(counted);
        var median = counted[counted.length / 2];
        var worst = counted[Math.min(counted.length - 1, (int) Math.ceil(counted.length * 0.99) - 1)];
        System.out.printf(
                "%-34s %6d %9.1f %9.1f %7s%n",
                what, counted.length, median, worst, bare == 0 ? "" : "%.1f".formatted(median / bare));
        return median;
    }

    private void quiet(RedisStore store) {
        var end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (System.nanoTime() < end) {
            var counts = store.outbox().counts();
            if (counts.waiting() + counts.underWay() == 0) {
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        throw new AssertionError("notices are still on their way");
    }

    private void writes(String user, String words) {
        page.post("people/" + user + "/messages", """
                {"to":"U0COFFEE","text":"%s"}""".formatted(words));
    }

    private void act(String user, String button) {
        page.post("people/" + user + "/actions", button);
    }

    /// What the page sends for the button in the latest message that has it.
    private String button(String user, String direct, String label) {
        for (JsonNode message :
                page.messages(user, direct).valueStream().toList().reversed()) {
            for (var block : message.path("blocks")) {
                for (var element : block.path("elements")) {
                    if (element.path("text").path("text").asString("").equals(label)) {
                        return """
                                {"container":{"type":"message","channel":"%s","ts":"%s"},"block_id":"%s","action_id":"%s","value":null}""".formatted(
                                        direct,
                                        message.path("ts").asString(),
                                        block.path("block_id").asString(),
                                        element.path("action_id").asString());
                    }
                }
            }
        }
        throw new AssertionError("%s has no button \"%s\"".formatted(user, label));
    }
}
