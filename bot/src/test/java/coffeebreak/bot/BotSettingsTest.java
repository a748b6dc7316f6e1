package coffeebreak.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coffeebreak.bot.llm.LanguageModelSettings.Protocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BotSettingsTest {

    private static final String KEY = "sk-a-key-nobody-may-see";

    private static BotSettings with(String... namesAndValues) {
        var variables = new HashMap<>(Map.of(
                "SLACK_BOT_TOKEN", "xoxb-1", "SLACK_APP_TOKEN", "xapp-1", "REDIS_URL", "redis://localhost:6379"));
        for (var index = 0; index < namesAndValues.length; index += 2) {
            variables.put(namesAndValues[index], namesAndValues[index + 1]);
        }
        return BotSettings.from(variables);
    }

    @Test
    void thereIsNoLanguageModelUnlessOneIsAskedFor() {
        assertThat(with().model()).isEmpty();
        assertThat(with("COFFEEBREAK_LLM", "none", "COFFEEBREAK_LLM_KEY", KEY).model())
                .isEmpty();
    }

    @Test
    void aLanguageModelHasANameAndAKeyThatIsNotShown() {
        var settings =
                with("COFFEEBREAK_LLM", "anthropic", "COFFEEBREAK_LLM_MODEL", "small", "COFFEEBREAK_LLM_KEY", KEY);
        assertThat(settings.model()).hasValueSatisfying(model -> {
            assertThat(model.protocol()).isEqualTo(Protocol.ANTHROPIC);
            assertThat(model.key()).isEqualTo(KEY);
            assertThat(model.limits().personInDay()).isEqualTo(100);
            assertThat(model.limits().allInDay()).isEqualTo(2_000);
        });
        assertThat(settings.toString()).doesNotContain(KEY);
    }

    @Test
    void aSecretCanStandInAFile(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("token"), "xoxb-of-a-file\n");
        var variables = Map.of(
                "SLACK_BOT_TOKEN_FILE", file.toString(), "SLACK_APP_TOKEN", "xapp-1", "REDIS_URL", "redis://localhost");

        assertThat(BotSettings.from(variables).slack().botToken()).isEqualTo("xoxb-of-a-file");
        assertThat(with("SLACK_BOT_TOKEN_FILE", file.toString()).slack().botToken())
                .as("what is set itself counts")
                .isEqualTo("xoxb-1");
        assertThatThrownBy(() -> BotSettings.from(
                        Map.of("SLACK_BOT_TOKEN_FILE", folder.resolve("none").toString(), "SLACK_APP_TOKEN", "xapp-1")))
                .isInstanceOf(UnusableSettings.class)
                .hasMessageContaining("SLACK_BOT_TOKEN_FILE");
    }

    @Test
    void healthIsToldBesideThePortAndOnThisMachineAlone() {
        assertThat(with("PORT", "9000").management()).isEqualTo(new BotSettings.Management("127.0.0.1", 9001));
        assertThat(with("PORT", "0").management().port()).isZero();
        assertThat(with("COFFEEBREAK_MANAGEMENT_PORT", "7000", "COFFEEBREAK_MANAGEMENT_ADDRESS", "10.0.0.1")
                        .management())
                .isEqualTo(new BotSettings.Management("10.0.0.1", 7000));
    }

    @Test
    void noSecretIsShown() {
        assertThat(with("REDIS_URL", "redis://bot:s3cret@localhost", "SLACK_SIGNING_SECRET", "s3cret2")
                        .toString())
                .doesNotContain("s3cret", "xoxb-1", "xapp-1");
    }

    @Test
    void aServerOfOnesOwnNeedsNoKey() {
        assertThat(with(
                                "COFFEEBREAK_LLM",
                                "openai",
                                "COFFEEBREAK_LLM_MODEL",
                                "small",
                                "COFFEEBREAK_LLM_URL",
                                "http://localhost:11434/v1")
                        .model())
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            COFFEEBREAK_LLM            | clippy             | write openai, anthropic or none
            COFFEEBREAK_LLM_MODEL      | ''                 | COFFEEBREAK_LLM_MODEL is not set
            COFFEEBREAK_LLM_URL        | localhost          | COFFEEBREAK_LLM_URL is no address
            COFFEEBREAK_LLM_URL        | http://a b/        | COFFEEBREAK_LLM_URL is no address
            COFFEEBREAK_LLM_PER_PERSON | many               | COFFEEBREAK_LLM_PER_PERSON is "many"
            COFFEEBREAK_LLM_PER_DAY    | -1                 | COFFEEBREAK_LLM_PER_DAY is "-1"
            """)
    void whatCannotWorkStopsTheStart(String name, String value, String sentence) {
        assertThatThrownBy(() -> with(
                        "COFFEEBREAK_LLM",
                        "openai",
                        "COFFEEBREAK_LLM_MODEL",
                        "small",
                        "COFFEEBREAK_LLM_KEY",
                        KEY,
                        name,
                        value))
                .isInstanceOf(UnusableSettings.class)
                .hasMessageContaining(sentence)
                .hasMessageNotContaining(KEY);
    }

    @Test
    void anAddressThatIsNoRedisStopsTheStartWithoutItsPassword() {
        assertThatThrownBy(() -> BotSettings.from(Map.of(
                        "SLACK_BOT_TOKEN",
                        "xoxb-1",
                        "SLACK_APP_TOKEN",
                        "xapp-1",
                        "REDIS_URL",
                        "redis://:" + KEY + "@a,b")))
                .isInstanceOf(UnusableSettings.class)
                .hasMessageContaining("REDIS_URL is not the address of a Redis")
                .hasMessageContaining("redis-cluster://host:port,host:port")
                .hasMessageNotContaining(KEY);
    }
}
