package coffeebreak.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonParser;
import com.slack.api.util.json.GsonFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// A screen as it goes over the wire, kept beside the tests: a change of it is read as a diff. Rewritten by
/// `-Dgolden.rewrite=true`.
final class Golden {

    private static final Path FOLDER = Path.of("src/main/resources/screens");

    private Golden() {}

    static String json(Object slackModel) {
        var wire = GsonFactory.createSnakeCase().toJson(slackModel);
        return new GsonBuilder()
                        .setPrettyPrinting()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(JsonParser.parseString(wire))
                + "\n";
    }

    /// All there are, in the order of their names.
    static Stream<Path> files() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.sorted().toList().stream();
        }
    }

    static void assertMatches(String name, Object slackModel) {
        var file = FOLDER.resolve(name + ".json");
        var actual = json(slackModel);
        try {
            if (Boolean.getBoolean("golden.rewrite")) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, actual);
            }
            assertThat(actual).isEqualTo(Files.readString(file));
        } catch (IOException missing) {
            throw new UncheckedIOException(
                    "no golden file %s: run the test with -Dgolden.rewrite=true and review what it wrote"
                            .formatted(file),
                    missing);
        }
    }
}
