package coffeebreak.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coffeebreak.bot.files.BadFile;
import coffeebreak.index.Embedder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class AffinityOfFilesTest {
    @TempDir
    private Path folder = Path.of("");

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();
    private Embedder embedder = Embedder.hashing(64);
    private Path people = Path.of("");
    private Path topics = Path.of("");
    private Path scores = Path.of("");

    @BeforeEach
    void files() throws IOException {
        people = write("people.jsonl", """
                {"id":"ana","interests":"loss landscapes and the edge of stability"}
                {"id":"bo","papers":[{"title":"Model collapse","abstract":"Training on synthetic data."},{"title":"Filtering"}]}

                {"id":"cy"}
                """);
        topics = write("topics.jsonl", """
                {"id":"t1","title":"Edge of stability","abstract":"Sharpness of the loss hovers."}
                {"id":"t2","title":"Model collapse on synthetic data"}
                """);
        scores = folder.resolve("scores.csv");
    }

    @Test
    void everyPairHasARowInTheOrderOfTheFiles() throws IOException {
        run("--out", scores.toString());

        var rows = Files.readAllLines(scores);
        assertThat(rows.getFirst()).isEqualTo("person,topic,score");
        assertThat(rows.stream().skip(1).map(row -> row.replaceFirst(",[01]\\.[0-9]{6}$", "")))
                .containsExactly("ana,t1", "ana,t2", "bo,t1", "bo,t2", "cy,t1", "cy,t2");
        assertThat(score(rows, "ana,t1")).isGreaterThan(score(rows, "ana,t2"));
        assertThat(score(rows, "bo,t2")).isGreaterThan(score(rows, "bo,t1"));
        assertThat(score(rows, "cy,t1")).isEqualTo(score(rows, "cy,t2"));
        assertThat(output.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void reasonsAreAColumnOfTheirOwn() throws IOException {
        run("--out", scores.toString(), "--reasons");

        assertThat(Files.readAllLines(scores))
                .startsWith("person,topic,score,reasons")
                .anyMatch(row -> row.startsWith("ana,t1,") && row.endsWith(",edge of stability"))
                .anyMatch(row -> row.startsWith("cy,t1,") && row.endsWith(",no interests given yet"));
    }

    @Test
    void withoutAPlaceTheScoresGoToStandardOutputAndNothingElseDoes() {
        run();

        assertThat(output.toString(StandardCharsets.UTF_8).lines())
                .hasSize(7)
                .allMatch(row -> row.matches("person,topic,score|[a-z]+,t[12],[01]\\.[0-9]{6}"));
    }

    @Test
    void anIdWithCommaAndQuotesStaysOneCell() throws IOException {
        people = write("people.jsonl", "{\"id\":\"Ana, \\\"A\\\"\",\"interests\":\"stability\"}");

        run("--out", scores.toString());

        assertThat(Files.readAllLines(scores).get(1)).startsWith("\"Ana, \"\"A\"\"\",t1,0.");
    }

    @Test
    void aPersonAndATopicMayHaveTheSameId() throws IOException {
        people = write("people.jsonl", "{\"id\":\"t1\",\"interests\":\"stability\"}");

        run("--out", scores.toString());

        assertThat(Files.readAllLines(scores)).hasSize(3);
    }

    @Test
    void aNumberIsAnIdTooAndMarksOfTheEncodingAndOfOtherSystemsAreReadOver() throws IOException {
        people = write("people.jsonl", "\uFEFF{\"id\":7,\"interests\":\"stability\"}\r\n{\"id\":8}\r\n");

        run("--out", scores.toString());

        assertThat(Files.readAllLines(scores)).hasSize(5).anyMatch(row -> row.startsWith("8,t2,"));
    }

    @Test
    void whatIsNotKnownIsMentionedAndTheRestScored() throws IOException {
        people = write("people.jsonl", "{\"id\":\"ana\",\"homepage\":\"…\",\"interests\":\"stability\"}");

        run("--out", scores.toString());

        assertThat(messages.toString(StandardCharsets.UTF_8))
                .contains("people.jsonl:1: the field \"homepage\" is not known here and was not read.");
        assertThat(Files.readAllLines(scores)).hasSize(3);
    }

    @Test
    void withoutAModelWordsCarryOnAndThatIsSaid() throws IOException {
        embedder = _ -> {
            throw new UnsatisfiedLinkError("no onnxruntime");
        };

        run("--out", scores.toString());

        var rows = Files.readAllLines(scores);
        assertThat(score(rows, "ana,t1")).isGreaterThan(score(rows, "ana,t2"));
        assertThat(messages.toString(StandardCharsets.UTF_8)).contains("words alone", "no onnxruntime");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"interests\":\"x\"} | people.jsonl:1: there is no id; add \"id\": \"…\", different on each line.",
                "{\"id\":\"\"} | people.jsonl:1: there is no id; add \"id\": \"…\", different on each line.",
                "{\"id\":[1]} | people.jsonl:1: the id is no text; write it in quotes.",
                "{\"id\":\"a\"}~{\"id\":\"a\"} | people.jsonl:2: the id \"a\" stands in line 1 already; give each line an id of its own.",
                "{\"id\":\"a\",\"intrests\":\"x\"} | people.jsonl:1: the field \"intrests\" is not known here; write \"interests\".",
                "{\"id\":\"a\",\"papers\":[{\"titel\":\"x\"}]} | people.jsonl:1: the field \"titel\" is not known here; write \"title\".",
                "{\"id\":\"a\",\"papers\":\"x\"} | people.jsonl:1: \"papers\" is no list; write \"papers\": [{…}, {…}].",
                "{\"id\":\"a\",\"interests\":[]} | people.jsonl:1: \"interests\" is no text; write it in quotes.",
                "[1] | people.jsonl:1: this is no JSON object; write a line such as",
                "{\"id\":\"a\"}~{\"id\": | people.jsonl:2: this is no JSON",
                "{\"id\":\"a\"} {\"id\":\"b\"} | people.jsonl:1: this is no JSON",
                "~ | people.jsonl: there is nothing in it; write one object a line, such as"
            })
    void aFileThatCannotBeUsedIsAnsweredWithPlaceAndFixAndNothingIsWritten(String content, String answer)
            throws IOException {
        people = write("people.jsonl", content.replace('~', '\n'));

        assertThatThrownBy(() -> run("--out", scores.toString()))
                .isInstanceOf(BadFile.class)
                .message()
                .startsWith(folder + "/" + answer)
                .doesNotContain("\n");
        assertThat(scores).doesNotExist();
        assertThat(output.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void whatStoodThereStaysWhenTheScoresCannotBeMade() throws IOException {
        Files.writeString(scores, "from last time");
        topics = write("topics.jsonl", "{");

        assertThatThrownBy(() -> run("--out", scores.toString())).isInstanceOf(BadFile.class);

        assertThat(scores).hasContent("from last time");
    }

    @Test
    void aPlaceThatIsNotThereIsNamed() {
        assertThatThrownBy(
                        () -> run("--out", folder.resolve("nowhere/scores.csv").toString()))
                .isInstanceOf(BadFile.class)
                .hasMessageEndingWith("scores.csv: there is no such folder to write to; make it first.");
    }

    @Test
    void nothingIsLeftBesideTheScores() throws IOException {
        run("--out", scores.toString());

        try (var left = Files.list(folder)) {
            assertThat(left.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("people.jsonl", "topics.jsonl", "scores.csv");
        }
    }

    @Test
    void theJarKnowsTheCommand() {
        assertThat(Coffeebreak.run("affinity", "--people", folder + "/none.jsonl", "--topics", topics.toString()))
                .isEqualTo(CommandLine.ExitCode.SOFTWARE);
        assertThat(Coffeebreak.run("affinity")).isEqualTo(CommandLine.ExitCode.USAGE);
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private void run(String... more) {
        var command = new AffinityOfFiles(print(output), print(messages), embedder);
        var arguments =
                new java.util.ArrayList<>(List.of("--people", people.toString(), "--topics", topics.toString()));
        arguments.addAll(Arrays.asList(more));
        new CommandLine(command).parseArgs(arguments.toArray(String[]::new));
        assertThat(command.call()).isZero();
    }

    private static PrintStream print(ByteArrayOutputStream into) {
        return new PrintStream(into, true, StandardCharsets.UTF_8);
    }

    private static double score(List<String> rows, String pair) {
        return rows.stream()
                .filter(row -> row.startsWith(pair + ","))
                .map(row -> row.substring(pair.length() + 1))
                .mapToDouble(Double::parseDouble)
                .findFirst()
                .orElseThrow();
    }
}
