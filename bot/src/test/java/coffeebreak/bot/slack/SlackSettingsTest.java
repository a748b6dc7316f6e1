package coffeebreak.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coffeebreak.bot.slack.SlackSettings.Mode;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackSettingsTest {

    /// What is missing or wrong, and the words that say what to do about it.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "''      | xapp-a | s  | SOCKET | https://slack.com/api/ | SLACK_BOT_TOKEN is not set    | copy the Bot User OAuth Token",
                "xapp-a  | xapp-a | s  | SOCKET | https://slack.com/api/ | SLACK_BOT_TOKEN holds an app  | belongs into SLACK_APP_TOKEN",
                "xoxb-b  | ''     | s  | SOCKET | https://slack.com/api/ | SLACK_APP_TOKEN is not set    | COFFEEBREAK_SLACK_MODE=http",
                "xoxb-b  | xoxb-b | s  | SOCKET | https://slack.com/api/ | SLACK_APP_TOKEN holds a bot   | belongs into SLACK_BOT_TOKEN",
                "xoxb-b  | xapp-a | ' '| HTTP   | https://slack.com/api/ | SLACK_SIGNING_SECRET is not   | copy the Signing Secret",
                "xoxb-b  | xapp-a | s  | SOCKET | https://slack.com/api  | SLACK_API_URL is              | must end in /api/",
                "xoxb-b  | xapp-a | s  | SOCKET | slack.com/api/         | SLACK_API_URL is              | write an address such as",
                "xoxb-b  | xapp-a | s  | SOCKET | ftp://slack.com/api/   | SLACK_API_URL is              | write an address such as",
            })
    void whatCannotWorkIsRefusedWithASentenceThatSaysWhatToDo(
            String bot, String app, String secret, Mode mode, URI api, String problem, String remedy) {
        assertThatThrownBy(() -> new SlackSettings(bot, app, secret, mode, api))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(problem)
                .hasMessageContaining(remedy);
    }

    @Test
    void eachModeNeedsOnlyItsOwnSecret() {
        assertThat(new SlackSettings("xoxb-b", "xapp-a", "", Mode.SOCKET, SlackSettings.SLACK).mode())
                .isEqualTo(Mode.SOCKET);
        assertThat(new SlackSettings("xoxb-b", "", "s", Mode.HTTP, URI.create("http://127.0.0.1:1/api/")).mode())
                .isEqualTo(Mode.HTTP);
    }

    @Test
    void settingsAreShownWithoutTheirSecrets() {
        assertThat(new SlackSettings("xoxb-b", "xapp-a", "geheim", Mode.SOCKET, SlackSettings.SLACK))
                .hasToString("Slack at https://slack.com/api/ in socket mode");
    }

    @Test
    void socketIsTheModeWhenNothingIsSaid() {
        assertThat(Mode.of("")).isEqualTo(Mode.SOCKET);
        assertThat(Mode.of(" HTTP ")).isEqualTo(Mode.HTTP);
        assertThatThrownBy(() -> Mode.of("carrier pigeon")).hasMessageContaining("write socket or http");
    }
}
