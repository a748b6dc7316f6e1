package coffeebreak.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The commands on files, without a process: what they write, and how they end.
class FilesCommandsTest {

    @TempDir
    Path folder = Path.of("set by JUnit");

    @Test
    void aProblemGivesAnAnswer() throws IOException {
        problem("\"capacity\":1");

        assertThat(run("match", "--problem", file("problem.json"), "--out", file("result.json")))
                .isEqualTo("0 ");

        assertThat(Files.readString(folder.resolve("result.json"))).startsWith("""
                {
                  "seats": [
                    {"mentee": "m1", "table": "t1", "affinity": 0.83}
                  ],
                """);
    }

    @Test
    void theSeedCanBeGivenOnTheCommandLine() throws IOException {
        problem("\"capacity\":1");

        run("match", "--problem", file("problem.json"), "--out", file("result.json"), "--seed", "77");

        assertThat(Files.readString(folder.resolve("result.json"))).contains("\"seed\": 77,");
    }

    @Test
    void nobodySeatedIsAnAnswerAndNotAFailure() throws IOException {
        problem("\"capacity\":0");

        assertThat(run("match", "--problem", file("problem.json"), "--out", file("result.json")))
                .isEqualTo("0 ");

        assertThat(Files.readString(folder.resolve("result.json"))).contains("\"minimum\": null");
    }

    @Test
    void aProblemThatIsWrongIsRefusedAndNothingIsWritten() throws IOException {
        problem("\"capacity\":-1");

        assertThat(run("match", "--problem", file("problem.json"), "--out", file("result.json")))
                .isEqualTo("1 " + file("problem.json")
                        + ":2: \"capacity\" of table t1 must be a whole number of 0 or more, not -1.");

        assertThat(folder.resolve("result.json")).doesNotExist();
    }

    @Test
    void aProblemThatCannotHoldTogetherIsRefusedByName() throws IOException {
        problem("\"capacity\":3,\"minimum\":3");
        var text = Files.readString(folder.resolve("problem.json"));
        Files.writeString(folder.resolve("problem.json"), text.replace("}]}", "}],\"locked\":[[\"m1\",\"t1\"]]}"));

        assertThat(run("match", "--problem", file("problem.json"), "--out", file("result.json")))
                .startsWith("1 " + file("problem.json") + ": The locked seats, the tables' minimums");

        assertThat(folder.resolve("result.json")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "match",
                "pair",
                "match --problem",
                "match --problem p.json --seed one",
                "match --problem p.json --time-limit 0s",
                "match --problem p.json --time-limit soon",
                "match --problem p.json --unknown",
                "match p.json"
            })
    void wrongUsageEndsWithTwo(String arguments) {
        assertThat(run(arguments.split(" "))).startsWith("2 ");
    }

    private void problem(String table) throws IOException {
        Files.writeString(folder.resolve("problem.json"), """
                {"affinity":"scores.csv","mentees":[{"id":"m1"},{"id":"m2"}],
                 "tables":[{"id":"t1","mentor":"kempe",%s}]}
                """.formatted(table));
        Files.writeString(folder.resolve("scores.csv"), "mentee,mentor,score\nm1,kempe,0.83\nm2,kempe,0.5\n");
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    /// The exit status and what was said on standard error.
    private static String run(String... arguments) {
        var before = System.err;
        var said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            int status = Coffeebreak.run(arguments);
            // On a busy machine a second passes, and then there is progress.
            return status + " "
                    + said.toString(StandardCharsets.UTF_8)
                            .replaceAll("match: .* \\(\\d+ s\\)\n", "")
                            .strip();
        } finally {
            System.setErr(before);
        }
    }
}
