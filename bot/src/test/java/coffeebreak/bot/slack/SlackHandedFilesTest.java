package coffeebreak.bot.slack;

import static coffeebreak.bot.slack.ScriptedSlack.error;
import static coffeebreak.bot.slack.ScriptedSlack.hangUp;
import static coffeebreak.bot.slack.ScriptedSlack.json;
import static coffeebreak.bot.slack.ScriptedSlack.status;
import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.HandedFiles.Answer;
import com.slack.api.Slack;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files are asked for by id, and the token goes nowhere but to Slack.
class SlackHandedFilesTest {

    private final ScriptedSlack workspace = new ScriptedSlack();
    private final SlackSettings settings = SlackMessengerTest.settings(workspace.api());
    private final Slack slack = SlackClients.slack(settings, Duration.ofSeconds(10));
    private final SlackHandedFiles files =
            new SlackHandedFiles(slack.getHttpClient(), slack.methods("xoxb-test"), "xoxb-test", settings.api());

    @AfterEach
    void stop() throws Exception {
        slack.close();
        workspace.close();
    }

    private Answer fetch(String url, String more) {
        workspace.answers("files.info", json("""
                {"ok":true,"file":{"id":"F0123456","name":"day.csv","url_private_download":"%s"%s}}""".formatted(url, more)));
        return files.fetch("F0123456");
    }

    private String here(String path) {
        return settings.api().resolve(path).toString();
    }

    @Test
    void aFileIsReadWhereSlackSaysItLies() {
        workspace.answers("day.csv", status(200, "Start,Title", Map.of()));

        var answer = (Answer.Content) fetch(here("day.csv"), ",\"size\":11");

        assertThat(answer.name()).isEqualTo("day.csv");
        assertThat(answer.bytes()).asString().isEqualTo("Start,Title");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.invalid/day.csv",
                "https://files.slack.com.evil.invalid/day.csv",
                "https://evilfiles.slack.com@evil.invalid/x",
                "http://files.slack.com/day.csv",
                "https://files.slack.com:8443/day.csv",
                "http://127.0.0.1:1/day.csv",
                "file:///etc/passwd"
            })
    void theTokenGoesToNobodyElse(String url) {
        assertThat(fetch(url, "")).isInstanceOf(Answer.Missing.class);
    }

    @Test
    void noRedirectIsFollowed() {
        workspace.answers("day.csv", status(302, "", Map.of("Location", here("secret"))));

        assertThat(fetch(here("day.csv"), "")).isInstanceOf(Answer.Unreached.class);
        assertThat(workspace.calls("secret")).isEmpty();
    }

    @Test
    void whatIsTooLargeIsNotFetched() {
        assertThat(fetch(here("day.csv"), ",\"size\":5000001")).isEqualTo(new Answer.TooLarge("day.csv"));
        assertThat(workspace.calls("day.csv")).isEmpty();
    }

    @Test
    void aSizeThatIsNotToldIsFoundOutWhileReading() {
        workspace.answers("day.csv", status(200, "x".repeat(5_000_001), Map.of()));

        assertThat(fetch(here("day.csv"), "")).isEqualTo(new Answer.TooLarge("day.csv"));
    }

    @Test
    void whatSlackDoesNotGiveIsToldApart() {
        workspace.answers(
                "files.info", error("file_not_found"), error("file_deleted"), error("missing_scope"), hangUp());

        assertThat(files.fetch("F0123456")).isInstanceOf(Answer.Missing.class);
        assertThat(files.fetch("F0123456")).isInstanceOf(Answer.Missing.class);
        assertThat(files.fetch("F0123456"))
                .isEqualTo(new Answer.NotAllowed("the app has no scope files:read; add it and install the app again"));
        assertThat(files.fetch("F0123456")).isInstanceOf(Answer.Unreached.class);
    }

    @Test
    void onlyLinksOfSlackNameAFile() {
        assertThat(files.idIn("https://sci4dl.slack.com/files/U0ANA/F0123456/day.csv"))
                .contains("F0123456");
        assertThat(files.idIn("<https://sci4dl.slack.com/files/U0ANA/F0123456/day.csv|day>"))
                .contains("F0123456");
        assertThat(files.idIn("F0123456789")).contains("F0123456789");
        assertThat(files.idIn("https://evil.invalid/files/U0ANA/F0123456/day.csv"))
                .isEmpty();
        assertThat(files.idIn("https://slack.com.evil.invalid/files/U0ANA/F0123456/x"))
                .isEmpty();
        assertThat(files.idIn("programme")).isEmpty();
    }
}
