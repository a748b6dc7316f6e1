package coffeebreak.bot.cli;

import coffeebreak.bot.redis.Moving;
import java.io.IOException;
import java.nio.file.Path;
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

    private final StoredEvent stored;

    ExportEvent() {
        this(System.getenv());
    }

    ExportEvent(Map<String, String> environment) {
        stored = new StoredEvent(environment);
    }

    @Override
    public Integer call() throws IOException {
        return stored.move(this::export, "Exported %s: %,d keys.%n");
    }

    private int export(Moving moving) throws IOException {
        return file.equals("-") ? moving.export(System.out) : moving.export(Path.of(file));
    }
}
