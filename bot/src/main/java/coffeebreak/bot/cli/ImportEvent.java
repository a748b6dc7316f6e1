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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Puts one event back from a file.
@Command(
        name = "import-event",
        mixinStandardHelpOptions = true,
        description = {
            "Put what export-event wrote into the Redis of the settings, all of it or nothing.",
            "The settings are those of serve, from the environment. Start the bot afterwards, and none on the Redis it came from."
        })
final class ImportEvent implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "What export-event wrote, or - for the standard input.")
    private String file = "";

    @Option(names = "--replace", description = "Delete what this Redis holds of the event already.")
    private boolean replace;

    private final Map<String, String> environment;

    ImportEvent() {
        this(System.getenv());
    }

    ImportEvent(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Integer call() throws IOException {
        var settings = BotSettings.from(environment);
        var programme = Day.programme(settings.day());
        try (var store = BotApplication.storeOf(settings, programme)) {
            var count = take(store.moving(InstantSource.system()));
            System.err.printf("Imported %s: %,d keys. Start the bot now.%n", programme.shortName(), count);
        }
        return 0;
    }

    private int take(Moving moving) throws IOException {
        return file.equals("-") ? moving.take(System.in, replace) : moving.take(Path.of(file), replace);
    }
}
