package coffeebreak.bot.slack;

import static coffeebreak.bot.slack.ScriptedSlack.error;
import static coffeebreak.bot.slack.ScriptedSlack.hangUp;
import static coffeebreak.bot.slack.ScriptedSlack.json;
import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.signup.Directory;
import com.slack.api.Slack;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackDirectoryTest {

    private static final Person ANA = new Person("U0ANA");

    private Instant now = Instant.parse("2026-04-26T12:00:00Z");
    private final ScriptedSlack workspace = new ScriptedSlack();
    private final Slack slack =
            SlackClients.slack(SlackMessengerTest.settings(workspace.api()), Duration.ofSeconds(10));
    private final SlackDirectory directory = new SlackDirectory(slack.methods("xoxb-test"), () -> now);

    @AfterEach
    void stop() throws Exception {
        slack.close();
        workspace.close();
    }

    @Test
    void aPersonIsKnownByTheNameAndZoneTheyChose() {
        workspace.answers(
                "users.info",
                user(
                        "\"tz\":\"Europe/Zurich\",\"profile\":{\"display_name\":\"Ana &amp; co\\u202E\",\"real_name\":\"Ana Souza\"}"));
        assertThat(directory.find(ANA)).contains(new Directory.Entry("Ana & co", ZoneId.of("Europe/Zurich"), true));
    }

    @Test
    void whoChoseNothingHasTheirRealNameAndUtc() {
        workspace.answers(
                "users.info",
                user("\"tz\":\"Mars/Olympus\",\"profile\":{\"display_name\":\"\",\"real_name\":\"Ana Souza\"}"));
        assertThat(directory.find(ANA)).contains(new Directory.Entry("Ana Souza", ZoneOffset.UTC, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"is_bot", "deleted", "is_restricted", "is_ultra_restricted", "is_stranger", "is_workflow_bot"})
    void whoIsNoFullMemberIsNoMember(String mark) {
        workspace.answers("users.info", user("\"" + mark + "\":true"));
        assertThat(directory.find(ANA).orElseThrow().member()).isFalse();
    }

    @Test
    void aNameHasAtMostEightyCharacters() {
        workspace.answers("users.info", user("\"profile\":{\"display_name\":\"" + "å".repeat(200) + "\"}"));
        assertThat(directory.find(ANA).orElseThrow().name()).hasSize(80);
    }

    @Test
    void whatIsKnownIsAskedAgainAfterSomeMinutes() {
        workspace.answers("users.info", user("\"name\":\"ana\""), user("\"deleted\":true"));
        directory.find(ANA);
        now = now.plus(SlackDirectory.FRESH).minusSeconds(1);
        assertThat(directory.find(ANA).orElseThrow().member()).isTrue();
        assertThat(workspace.calls("users.info")).hasSize(1);
        now = now.plus(Duration.ofSeconds(1));
        assertThat(directory.find(ANA).orElseThrow().member()).isFalse();
    }

    @Test
    void nobodyIsKnownWhileSlackCannotBeAsked() {
        workspace.answers(
                "users.info", hangUp(), error("user_not_found"), json("{\"ok\":true}"), user("\"name\":\"ana\""));
        assertThat(directory.find(ANA)).isEmpty();
        assertThat(directory.find(ANA)).isEmpty();
        assertThat(directory.find(ANA)).isEmpty();
        assertThat(directory.find(ANA)).as("a failure is not remembered").isPresent();
    }

    private static ScriptedSlack.Answer user(String fields) {
        return json("{\"ok\":true,\"user\":{\"id\":\"U0ANA\"," + fields + "}}");
    }
}
