package coffeebreak.bot.cli;

import coffeebreak.bot.redis.Moving;
import java.io.IOException;
import java.nio.file.Path;
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

    private final StoredEvent stored;

    ImportEvent() {
        this(System.getenv());
    }

    ImportEvent(Map<String, String> environment) {
        stored = new StoredEvent(environment);
    }

    @Override
    public Integer call() throws IOException {
        return stored.move(this::take, "Imported %s: %,d keys. Start the bot now.%n");
    }

    private int take(Moving moving) throws IOException {
        return file.equals("-") ? moving.take(System.in, replace) : moving.take(Path.of(file), replace);
    }
}
