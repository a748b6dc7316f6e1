package coffeebreak.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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

    @Test
    void aPromiseThatIsBrokenOnPurposeFailsTheVerdict(@TempDir Path folder) throws Exception {
        var status = rehearse(
                "--people", "8", "--break-promise", "late_card,told_twice,old_time", "--report", folder.toString());

        assertThat(status).isOne();
        assertThat(said.toString())
                .contains("Every mentor with a table had one card half an hour before the break: broken")
                .contains("only")
                .contains("Nobody was told anything twice: broken 1 of")
                .contains("After the delay nothing told an old time")
                .contains("time Slack takes to edit them all: broken");
        assertThat(report(folder).path("kept").asBoolean()).isFalse();
    }

    private int rehearse(String... options) {
        var arguments = new String[options.length + 1];
        arguments[0] = "rehearse";
        System.arraycopy(options, 0, arguments, 1, options.length);
        return Coffeebreak.commands()
                .setOut(new PrintWriter(said))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments);
    }

    private static JsonNode report(Path folder) throws Exception {
        return new JsonMapper().readTree(Files.readString(folder.resolve("report.json")));
    }
}
