package coffeebreak.bot.answers;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.files.YamlProgramme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the page of the answers shows is what the answers do.
class AlgebraPageTest {

    private static final Path PAGE = Path.of("src/main/java/coffeebreak/bot/answers/README.md");

    /// One row of the page's table.
    record Example(String question, String query, String answer) {}

    static List<Example> examples() throws IOException {
        try (Stream<String> lines = Files.lines(PAGE)) {
            return lines.dropWhile(line -> !line.startsWith("| question | query |"))
                    .skip(2)
                    .takeWhile(line -> line.startsWith("|"))
                    .map(line -> Arrays.stream(line.split("(?<!\\\\)\\|"))
                            .map(cell ->
                                    cell.replace("\\|", "|").replace("`", "").strip())
                            .toList())
                    .map(cells -> new Example(cells.get(1), cells.get(2), cells.get(3)))
                    .toList();
        }
    }

    @Test
    void thePageHasTenExamples() throws IOException {
        assertThat(examples()).hasSize(10);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleIsReadAndAnsweredAsThePageSays(Example example) {
        var programme = YamlProgramme.builtIn();
        var answer = new Answers(() -> programme, () -> Instant.EPOCH, Nearness.none())
                .answer(example.question(), Asker.somewhere(), Conversation.none());

        assertThat(answer.query()).isEqualTo(example.query());
        assertThat(answer.text()).contains(example.answer());
    }

    @Test
    void whatNobodySaidHasNoQuery() {
        var programme = YamlProgramme.builtIn();
        var answer = new Answers(() -> programme, () -> Instant.EPOCH, Nearness.none())
                .answer("wifi password?", Asker.somewhere(), Conversation.none());

        assertThat(answer.query()).isEmpty();
        assertThat(answer.outcome()).isEqualTo(Answer.Outcome.UNKNOWN);
    }
}
