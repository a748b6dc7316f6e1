package coffeebreak.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.workspace.blocks.BlockKit;
import coffeebreak.workspace.blocks.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every golden screen against Slack's limits, as the local workspace knows them.
class GoldenFilesTest {

    private final JsonMapper json = new JsonMapper();

    static Stream<Path> goldenFiles() throws IOException {
        return Golden.files();
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void aGoldenScreenIsOneSlackTakes(Path file) {
        assertThat(problems(json.readTree(file))).isEmpty();
    }

    @Test
    void aButtonOf76CharactersIsFound() {
        var blocks = json.readTree("""
                [{"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"%s"}}]}]""".formatted("x".repeat(76)));
        assertThat(problems(blocks)).extracting(Problem::pointer).containsExactly("/blocks/0/elements/0/text/text");
    }

    private static List<Problem> problems(JsonNode screen) {
        return screen.isArray() ? BlockKit.message(screen) : BlockKit.view(screen);
    }
}
