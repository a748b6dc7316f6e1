package coffeebreak.bot.cli;

import coffeebreak.bot.BotApplication;
import coffeebreak.bot.BotSettings;
import coffeebreak.bot.Day;
import coffeebreak.bot.DaySettings;
import coffeebreak.bot.notices.CourierSettings;
import coffeebreak.bot.notices.Passage;
import coffeebreak.bot.rehearsal.StagedRehearsals;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Runs the bot against Slack, or whatever speaks like it.
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description =
                "Run the bot against Slack. Settings come from the environment; deploy/.env.example lists them all.")
final class Serve implements Callable<Integer> {

    @Option(
            names = "--settle",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description =
                    "How long after a lost answer Slack is asked whether a message arrived (default: ${DEFAULT-VALUE}).")
    private int settle = 30;

    @Option(
            names = "--pace",
            paramLabel = "PER_SECOND",
            description = "How many messages leave in a second, where it is not Slack's pace (4) that counts.")
    private @Nullable Integer pace;

    @Override
    public Integer call() throws InterruptedException {
        var settings = BotSettings.from(System.getenv());
        var clock = clock(settings.day());
        var day = Day.read(settings.day(), clock.instant());
        BotApplication.awaitLastingRedis(settings, day, Passage.real());
        BotApplication.start(
                settings,
                day,
                clock,
                courier(),
                new SecureRandom(),
                Passage.real(),
                new StagedRehearsals(LocalWorkspace::settings, day, new SecureRandom()));
        return 0;
    }

    private CourierSettings courier() {
        var slack = CourierSettings.settlingIn(Duration.ofSeconds(settle));
        return pace == null ? slack : slack.atPace(pace, Duration.ofSeconds(4).dividedBy(pace));
    }

    /// The system's clock, or one that started at another instant and runs as fast.
    private static InstantSource clock(DaySettings settings) {
        var system = InstantSource.system();
        return settings.now()
                .map(start -> {
                    System.getLogger(Serve.class.getName())
                            .log(
                                    Level.WARNING,
                                    "COFFEEBREAK_NOW is set: the clock starts at {0}, not at the real time",
                                    start);
                    var ahead = Duration.between(system.instant(), start);
                    return (InstantSource) () -> system.instant().plus(ahead);
                })
                .orElse(system);
    }
}
