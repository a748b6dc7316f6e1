package coffeebreak.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.rehearsal.Report;
import coffeebreak.bot.rehearsal.Report.Breach;
import coffeebreak.bot.rehearsal.Report.Promise;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The whole day, played by the command.
class RehearseTest {

    private final StringWriter said = new StringWriter();

    @Test
    void aDayWithThirtyPeopleKeepsEveryPromiseAndIsReported(@TempDir Path folder) throws Exception {
        var status = rehearse("--people", "30", "--report", folder.toString());

        assertThat(said.toString()).contains("Every promise was kept");
        assertThat(status).isZero();
        var report = report(folder);
        assertThat(report.path("promises"))
                .allSatisfy(promise -> assertThat(promise.path("checked").asInt())
                        .as(promise.path("name").asString())
                        .isPositive());
        assertThat(report.path("events").toString())
                .contains("is published")
                .contains("the bot is killed with")
                .contains("Invited talk 4 is cancelled, and an open discussion takes its place")
                .contains("15 minutes late from 14:30")
                .contains("ten minutes before the break");
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("Every promise was kept")
                .doesNotContain("<script")
                .doesNotContain("src=")
                .doesNotContain("href=");
    }

    /// That the verdict finds each is shown by PromisesTest.
    @Test
    void aBrokenPromiseIsToldWithThePersonAndTheMessageAndFailsTheCommand(@TempDir Path folder) {
        var promise = new Promise(
                "Nobody was told anything twice",
                40,
                List.of(new Breach("Sun 08:32:00", "Ana Souza", "again: You sit with Julia Kempe")));
        var status = Rehearse.say(reportOf(promise), folder.resolve("report.html"), new PrintWriter(said));

        assertThat(status).isOne();
        assertThat(said.toString())
                .contains("1 of 1 promises broken, once.")
                .contains("Nobody was told anything twice: broken 1 of 40 times")
                .contains("Sun 08:32:00  Ana Souza: again: You sit with Julia Kempe");
    }

    private static Report reportOf(Promise promise) {
        return new Report(
                promise.kept(),
                "Sci4DL",
                "2026-04-26",
                8,
                1,
                List.of(promise),
                List.of(),
                new Report.Figures(8, 84, 8, 0, 0, 0, 0, 0, 0),
                List.of(),
                List.of(),
                new Report.Affinity(0, 0, 0, 0, List.of(), List.of()),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                new Report.Measured(0, 0, 0, 0));
    }

    private int rehearse(String... options) {
        var arguments = new String[options.length + 1];
        arguments[0] = "rehearse";
        System.arraycopy(options, 0, arguments, 1, options.length);
        return Coffeebreak.commands().setOut(new PrintWriter(said)).execute(arguments);
    }

    private static JsonNode report(Path folder) throws Exception {
        return new JsonMapper().readTree(Files.readString(folder.resolve("report.json")));
    }
}
