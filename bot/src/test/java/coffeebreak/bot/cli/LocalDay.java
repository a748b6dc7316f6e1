package coffeebreak.bot.cli;

import coffeebreak.bot.Bot;
import coffeebreak.bot.BotApplication;
import coffeebreak.bot.BotSettings;
import coffeebreak.bot.Day;
import coffeebreak.bot.RunningBot;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.files.YamlProgramme;
import coffeebreak.bot.files.YamlRoster;
import coffeebreak.bot.files.YamlRoster.Member;
import coffeebreak.bot.files.YamlRoster.Roster;
import coffeebreak.bot.notices.CourierSettings;
import coffeebreak.bot.notices.Passage;
import coffeebreak.bot.redis.EmbeddedRedis;
import coffeebreak.bot.rehearsal.StagedRehearsals;
import coffeebreak.workspace.JournalCall;
import coffeebreak.workspace.PageClient;
import coffeebreak.workspace.Workspace;
import coffeebreak.workspace.WorkspaceClock;
import coffeebreak.workspace.WorkspaceLimits;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The whole thing in one process, over the real wire: local workspace, real Redis, the bot as Spring assembles it.
final class LocalDay implements AutoCloseable {

    static final Instant START = Instant.parse("2026-04-26T11:40:00Z");
    static final CourierSettings QUICK =
            CourierSettings.settlingIn(Duration.ofSeconds(2)).atPace(50, Duration.ofMillis(100));

    final WorkspaceClock clock;
    private final Path folder;
    private final Workspace workspace;
    private final Supplier<RunningBot> starting;
    private final Map<String, String> variables;
    private RunningBot bot;
    private EmbeddedRedis redis;

    /// A day on which all mentors have agreed beforehand. Hours pass in seconds on it, so Slack's limits a minute are
    /// off.
    LocalDay(Path folder) {
        this(folder, Set.of(), Map.of());
    }

    /// @param invited ids of the mentors the bot has to ask
    /// @param more    settings beside the usual ones
    LocalDay(Path folder, Set<String> invited, Map<String, String> more) {
        this(folder, invited, more, UnaryOperator.identity(), QUICK, false);
    }

    /// A day for which nobody has signed up yet.
    static LocalDay withoutSignUps(Path folder) {
        return withoutSignUps(folder, Map.of());
    }

    /// The same with settings beside the usual ones.
    static LocalDay withoutSignUps(Path folder, Map<String, String> more) {
        return new LocalDay(
                folder,
                Set.of(),
                more,
                roster -> new Roster(roster.mentors(), roster.people(), List.of(), roster.emails(), roster.agreed()),
                QUICK,
                false);
    }

    /// The same with one person more.
    static LocalDay withoutSignUps(Path folder, Member more) {
        return new LocalDay(
                folder,
                Set.of(),
                Map.of(),
                roster -> new Roster(
                        roster.mentors(),
                        Stream.concat(roster.people().stream(), Stream.of(more)).toList(),
                        List.of(),
                        roster.emails(),
                        roster.agreed()),
                QUICK,
                false);
    }

    /// A day on which messages leave at another pace.
    ///
    /// @param rates whether Slack's limits hold
    static LocalDay atPace(Path folder, CourierSettings courier, boolean rates) {
        return new LocalDay(folder, Set.of(), Map.of(), UnaryOperator.identity(), courier, rates);
    }

    /// The day of a whole workshop, at Slack's pace and limits.
    static LocalDay crowded(Path folder, int signedUp) {
        return new LocalDay(
                folder, Set.of(), Map.of(), roster -> ManySignUps.in(roster, signedUp), CourierSettings.SLACK, true);
    }

    private LocalDay(
            Path folder,
            Set<String> invited,
            Map<String, String> more,
            UnaryOperator<Roster> people,
            CourierSettings courier,
            boolean rates) {
        this.folder = folder;
        this.redis = EmbeddedRedis.start(folder, true);
        this.variables = new HashMap<>(Map.of(
                "COFFEEBREAK_EVENT_DATE", "2026-04-26",
                "COFFEEBREAK_EVENT_ZONE", "America/Sao_Paulo",
                "COFFEEBREAK_ORGANIZERS", "UORGA",
                "SLACK_BOT_TOKEN", LocalWorkspace.BOT_TOKEN,
                "SLACK_APP_TOKEN", LocalWorkspace.APP_TOKEN,
                "REDIS_URL", redis.address().toString(),
                "PORT", "0"));
        variables.putAll(more);
        var settings = BotSettings.from(variables);
        var programme = YamlProgramme.builtIn()
                .at(settings.day().date().orElseThrow(), settings.day().zone().orElseThrow());
        var roster = people.apply(agreed(YamlRoster.demo(programme, START), invited));
        this.clock = LocalWorkspace.clock(InstantSource.system(), START, programme);
        var furnished = LocalWorkspace.settings(programme, roster).withPort(0);
        this.workspace = new Workspace(rates ? furnished : furnished.withLimits(WorkspaceLimits.withoutRates()), clock);
        var address = workspace.start();
        var day = new Day(programme, roster, List.of());
        variables.put("SLACK_API_URL", address + "/api/");
        this.starting = () -> BotApplication.start(
                BotSettings.from(variables).onLoopback(),
                day,
                clock::now,
                courier,
                new Random(1),
                Passage.real(),
                new StagedRehearsals(LocalWorkspace::settings, day, new Random(1)));
        this.bot = started();
    }

    private RunningBot started() {
        var started = starting.get();
        Visitor.await("Slack reaches the bot", () -> started.bot().isConnected() ? Boolean.TRUE : null);
        return started;
    }

    private static Roster agreed(Roster roster, Set<String> invited) {
        var agreed = roster.mentors().stream()
                .map(mentor -> mentor.id())
                .filter(id -> !invited.contains(id))
                .collect(Collectors.toSet());
        return new Roster(roster.mentors(), roster.people(), roster.profiles(), roster.emails(), agreed);
    }

    Visitor person(String id) {
        return new Visitor(workspace.address(), new Person(id));
    }

    /// What the bot asked of Slack so far.
    List<JournalCall> calls() {
        return workspace.calls(0);
    }

    /// The same from the n-th on.
    List<JournalCall> calls(long first) {
        return workspace.calls(first);
    }

    /// The bot's parts, to be asked past Slack.
    Bot parts() {
        return bot.bot();
    }

    /// Whether the bot says of itself that it is well.
    boolean isHealthy() {
        var address = "http://127.0.0.1:%d/actuator/health".formatted(managementPort());
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                                    HttpRequest.newBuilder(URI.create(address)).build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException unheard) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Where Slack reaches the bot in HTTP mode.
    int port() {
        return bot.port();
    }

    /// Where the bot says how it is.
    int managementPort() {
        return bot.managementPort();
    }

    /// Has the workspace answer every call of a method with an error from now on.
    void slackRefuses(String method, String error) {
        new PageClient(workspace.address()).post("misbehave", """
                {"rate":{"method":"%s","fault":"refuse","error":"%s","share":1}}""".formatted(method, error));
    }

    /// Where everything is kept, to be looked at past the bot.
    URI redis() {
        return redis.address();
    }

    /// What the bot is told from outside, for the commands beside it.
    Map<String, String> settings() {
        return Map.copyOf(variables);
    }

    void botStops() {
        bot.close();
    }

    /// A new process, as far as one can tell from outside.
    void botStarts() {
        bot = started();
    }

    void redisGoes() {
        redis.close();
    }

    void redisComesBack() {
        redis = EmbeddedRedis.start(folder, false);
    }

    /// Waits until no notice has been on its way for a while.
    void untilQuiet() {
        untilQuiet(Duration.ofMinutes(5));
    }

    void untilQuiet(Duration patience) {
        var store = parts().store();
        var end = Instant.now().plus(patience);
        var still = 0;
        while (still < 3) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("notices are still on their way");
            }
            var counts = store.outbox().counts();
            still = counts.waiting() + counts.underWay() == 0 ? still + 1 : 0;
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        }
    }

    @Override
    public void close() {
        bot.close();
        workspace.close();
        redis.close();
    }
}
