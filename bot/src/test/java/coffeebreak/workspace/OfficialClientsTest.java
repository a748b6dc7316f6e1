package coffeebreak.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Programs with Slack's own clients for Node.js, in `src/test/node`, against the workspace over the real wire.
class OfficialClientsTest {

    private final Node node = Node.orSkip();

    @Test
    void theWebClientFindsWhatItExpects() {
        passes("web-api.mjs", WorkspaceFixture.settings(), Map.of());
    }

    @Test
    void theSocketModeClientConnectsHearsAndAcknowledges() {
        passes("socket-mode.mjs", WorkspaceFixture.settings(), Map.of());
    }

    @Test
    void aBoltAppAnswersOverSocketMode() {
        passes("bolt.mjs", WorkspaceFixture.settings(), Map.of());
    }

    @Test
    void aBoltAppAnswersOverHttp() throws IOException {
        int port = freePort();
        var events = URI.create("http://127.0.0.1:%d/slack/events".formatted(port));
        passes("bolt.mjs", WorkspaceFixture.settings().withEventUrl(events), Map.of("PORT", Integer.toString(port)));
    }

    private void passes(String program, WorkspaceSettings settings, Map<String, String> more) {
        try (var local = new WorkspaceFixture(settings)) {
            var environment = new HashMap<>(more);
            environment.put("WORKSPACE", local.address);
            environment.put("SLACK_BOT_TOKEN", settings.botToken());
            environment.put("SLACK_APP_TOKEN", settings.appToken());
            environment.put("SLACK_SIGNING_SECRET", settings.signingSecret());
            var ended = node.run(environment, "--test", "--test-reporter=spec", program);
            assertThat(ended.status()).as(ended.output()).isZero();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
