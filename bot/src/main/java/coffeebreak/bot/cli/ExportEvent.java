package coffeebreak.bot.cli;

import coffeebreak.bot.BotApplication;
import coffeebreak.bot.BotSettings;
import coffeebreak.bot.Day;
import coffeebreak.bot.redis.Moving;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Writes everything of one event to one file.
@Command(
        name = "export-event",
        mixinStandardHelpOptions = true,
        description = {
            "Write everything that Redis keeps of the event to one file, for import-event on another Redis or on the day this one is lost.",
            "The settings are those of serve, from the environment. Stop the bot first: while one serves the event nothing is written."
        },
        footer = {
            "",
            "The file holds what people wrote and where they sit: only its owner may read it. Keep it as safe as the Redis, and delete"
                    + " it when the event's data has to go."
        })
final class ExportEvent implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "A file that is not there yet, or - for the standard output.")
    private String file = "";

    private final Map<String, String> environment;

    ExportEvent() {
        this(System.getenv());
    }

    ExportEvent(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Integer call() throws IOException {
        var settings = BotSettings.from(environment);
        var programme = Day.programme(settings.day());
        try (var store = BotApplication.storeOf(settings, programme)) {
            var count = export(store.moving(InstantSource.system()));
            System.err.printf("Exported %s: %,d keys.%n", programme.shortName(), count);
        }
        return 0;
    }

    private int export(Moving moving) throws IOException {
        return file.equals("-") ? moving.export(System.out) : moving.export(Path.of(file));
    }
}
