package coffeebreak.bot.cli;

import coffeebreak.bot.BotApplication;
import coffeebreak.bot.BotSettings;
import coffeebreak.bot.Day;
import coffeebreak.bot.DaySettings;
import coffeebreak.bot.files.YamlRoster;
import coffeebreak.bot.files.YamlRoster.Member;
import coffeebreak.bot.notices.CourierSettings;
import coffeebreak.bot.notices.Passage;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.redis.EmbeddedRedis;
import coffeebreak.bot.rehearsal.StagedRehearsals;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Everything on this machine: the bot, a local workspace with its page, a real Redis, invented people.
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Run the bot in a local Slack workspace with invented people: nothing to install or configure.")
final class Demo implements Callable<Integer> {

    private static final String EXAMPLE_DATE = "2026-04-26";
    private static final String EXAMPLE_ZONE = "America/Sao_Paulo";
    private static final Duration BEFORE_IT_STARTS = Duration.ofMinutes(20);
    private static final Duration UNTIL_CONNECTED = Duration.ofSeconds(10);
    private static final Duration SETTLE = Duration.ofSeconds(6);

    @Option(
            names = "--port",
            defaultValue = "8090",
            description = "The page's port on loopback (default: ${DEFAULT-VALUE}).")
    private int port = 8090;

    @Option(names = "--fresh", description = "Start with an empty Redis: forget what earlier demos stored.")
    private boolean fresh;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Where the embedded Redis keeps its data (default: .coffeebreak/demo in your home folder).")
    private @Nullable Path data;

    @Override
    public Integer call() throws InterruptedException {
        var environment = new HashMap<>(System.getenv());
        setUnlessSet(environment, "COFFEEBREAK_EVENT_DATE", EXAMPLE_DATE);
        setUnlessSet(environment, "COFFEEBREAK_EVENT_ZONE", EXAMPLE_ZONE);
        setUnlessSet(environment, "COFFEEBREAK_MENTORS_DEADLINE", environment.get("COFFEEBREAK_EVENT_DATE") + "T10:00");
        setUnlessSet(environment, "PORT", "0");
        setUnlessSet(environment, "SLACK_BOT_TOKEN", LocalWorkspace.BOT_TOKEN);
        setUnlessSet(environment, "SLACK_APP_TOKEN", LocalWorkspace.APP_TOKEN);
        environment.put("COFFEEBREAK_SLACK_MODE", "socket");

        var settings = DaySettings.from(environment);
        var programme = Day.programme(settings);
        var start = settings.now().orElseGet(() -> morning(programme));
        var roster = settings.roster()
                .map(location -> YamlRoster.at(location, programme, start))
                .orElseGet(() -> YamlRoster.demo(programme, start));
        setUnlessSet(environment, "COFFEEBREAK_ORGANIZERS", organizers(roster));

        var redis = blank(environment, "REDIS_URL")
                ? Optional.of(EmbeddedRedis.start(folder(), fresh))
                : Optional.<EmbeddedRedis>empty();
        redis.ifPresent(ours -> environment.put("REDIS_URL", ours.address().toString()));
        var clock = LocalWorkspace.clock(InstantSource.system(), start, programme);
        var workspace = LocalWorkspace.of(port, programme, roster, null, notices(programme), clock);
        Runnable stop = () -> {
            workspace.close();
            redis.ifPresent(EmbeddedRedis::close);
        };
        var stopEarly = new Thread(stop);
        Runtime.getRuntime().addShutdownHook(stopEarly);
        var address = Listening.start(workspace, port);
        environment.put("SLACK_API_URL", address + "/api/");
        var day = new Day(programme, roster, Day.papers(settings));
        var running = BotApplication.start(
                BotSettings.from(environment).onLoopback(),
                day,
                clock::now,
                CourierSettings.settlingIn(SETTLE),
                new SecureRandom(),
                Passage.real(),
                new StagedRehearsals(LocalWorkspace::settings, day, new SecureRandom()));
        running.awaitConnected(UNTIL_CONNECTED);
        // From here on the bot stops first: it finishes what is under way while both still answer.
        SpringApplication.getShutdownHandlers().add(stop);
        Runtime.getRuntime().removeShutdownHook(stopEarly);
        say(address, redis.filter(EmbeddedRedis::wasFound).isPresent());
        return Listening.untilStopped();
    }

    private static Instant morning(Programme programme) {
        return programme
                .startOf(programme.sessions().getFirst())
                .map(first -> first.minus(BEFORE_IT_STARTS))
                .orElseGet(Instant::now);
    }

    private static String organizers(YamlRoster.Roster roster) {
        return roster.people().stream()
                .filter(member -> member.kind() == Member.Kind.ORGANIZER)
                .map(member -> member.person().id())
                .collect(Collectors.joining(","));
    }

    private Path folder() {
        return data != null ? data : Path.of(System.getProperty("user.home"), ".coffeebreak", "demo");
    }

    private static List<String> notices(Programme programme) {
        return List.of(
                "Every participant and organizer here is invented, and the mentors' topics are examples.",
                "Date and zone are examples: " + programme.date() + ", " + programme.venueZone() + ".");
    }

    private static void say(String address, boolean again) {
        System.out.printf(
                "%n  Coffeebreak is ready: open %s in a browser.%n  Be somebody on the left, open the app Coffeebreak and say hi.%n"
                        + "%s  Stop with Ctrl-C.%n%n",
                address,
                again
                        ? "  This goes on with what the last demo stored; --fresh starts with nothing.%n".formatted()
                        : "");
    }

    private static boolean blank(Map<String, String> environment, String name) {
        return environment.getOrDefault(name, "").isBlank();
    }

    private static void setUnlessSet(Map<String, String> environment, String name, String value) {
        if (blank(environment, name)) {
            environment.put(name, value);
        }
    }
}
