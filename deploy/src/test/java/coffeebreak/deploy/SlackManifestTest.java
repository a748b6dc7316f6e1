package coffeebreak.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The Slack app's manifest: accepted by Slack's rules as `slack-manifest-fields.schema.yaml` holds them, and asking
/// for no more than it gives a reason for.
final class SlackManifestTest {

    private final String manifest = read("slack-manifest.yaml");
    private final Schema slack = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(read("src/test/resources/slack-manifest-fields.schema.yaml"), InputFormat.YAML);

    @Test
    void slackAcceptsTheManifestAsItStands() {
        assertThat(complaints(manifest)).isEmpty();
    }

    @Test
    void slackAcceptsTheManifestWithTheLinesForHttp() {
        String http = manifest.replace("socket_mode_enabled: true", "socket_mode_enabled: false")
                .replace("# url: https:", "url: https:")
                .replace("# request_url: https:", "request_url: https:");

        assertThat(complaints(http)).isEmpty();
        JsonNode read = YAMLMapper.shared().readTree(http);
        assertThat(read.at("/settings/socket_mode_enabled").asBoolean()).isFalse();
        assertThat(List.of(
                        read.at("/features/slash_commands/0/url"),
                        read.at("/features/slash_commands/1/url"),
                        read.at("/settings/event_subscriptions/request_url"),
                        read.at("/settings/interactivity/request_url")))
                .extracting(JsonNode::asString)
                .allMatch("https://coffeebreak.example.org/slack/events"::equals);
    }

    @Test
    void aNameTooLongAMisspeltFieldAndAnUnknownScopeAreFound() {
        assertThat(complaints(manifest.replace("name: Coffeebreak\n", "name: " + "c".repeat(36) + "\n")))
                .hasSize(1)
                .first()
                .asString()
                .contains("/display_information/name");
        assertThat(complaints(manifest.replace("usage_hint", "usage_hints"))).hasSize(2);
        assertThat(complaints(manifest.replace("- im:write\n", "- im:writes\n")))
                .hasSize(1);
        assertThat(complaints(manifest.replace("is_enabled: true", "request_url: https://example.org")))
                .hasSize(1);
    }

    @Test
    void theScopesAreTheLeastAndEachHasItsReasonAboveIt() {
        assertThat(strings("/oauth_config/scopes/bot"))
                .containsExactlyInAnyOrder(
                        "chat:write",
                        "commands",
                        "im:write",
                        "im:history",
                        "files:write",
                        "files:read",
                        "mpim:write",
                        "mpim:history",
                        "users:read",
                        "app_mentions:read");
        List<String> lines = manifest.lines().map(String::strip).toList();
        for (String scope : strings("/oauth_config/scopes/bot")) {
            assertThat(lines.get(lines.indexOf("- " + scope) - 1))
                    .as("the line above %s", scope)
                    .startsWith("# ");
        }
    }

    @Test
    void everyEventAndCommandHasTheScopeItNeeds() {
        Map<String, String> needs =
                Map.of("message.im", "im:history", "app_mention", "app_mentions:read", "user_change", "users:read");
        for (String event : strings("/settings/event_subscriptions/bot_events")) {
            if (needs.containsKey(event)) {
                assertThat(strings("/oauth_config/scopes/bot")).contains(needs.get(event));
            } else {
                assertThat(event).as("needs no scope").isEqualTo("app_home_opened");
            }
        }
        assertThat(strings("/oauth_config/scopes/bot")).contains("commands");
    }

    @Test
    void theHintBehindTheCommandNamesWhatCanBeTyped() {
        JsonNode coffee = YAMLMapper.shared().readTree(manifest).at("/features/slash_commands/0");

        assertThat(coffee.get("command").asString()).isEqualTo("/coffee");
        assertThat(coffee.get("usage_hint").asString())
                .contains("help", "sign up", "find ", "recommend", "next", "my seat", "withdraw", "forget me");
    }

    @Test
    void peopleCanWriteInTheMessagesTab() {
        JsonNode home = YAMLMapper.shared().readTree(manifest).at("/features/app_home");

        assertThat(home.get("messages_tab_enabled").asBoolean()).isTrue();
        assertThat(home.get("messages_tab_read_only_enabled").asBoolean()).isFalse();
        assertThat(home.get("home_tab_enabled").asBoolean()).isTrue();
    }

    private List<String> complaints(String text) {
        return slack.validate(text, InputFormat.YAML).stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    private List<String> strings(String pointer) {
        JsonNode array = YAMLMapper.shared().readTree(manifest).at(pointer);
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    private static String read(String path) {
        try {
            return Shipped.text(path);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read deploy/" + path, e);
        }
    }
}
