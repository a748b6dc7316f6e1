package coffeebreak.workspace;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;

/// A started workspace with an official client and a page.
final class WorkspaceFixture implements AutoCloseable {
    static final String BOT_TOKEN = "xoxb-local";
    static final String APP_TOKEN = "xapp-local";
    static final Instant MORNING = Instant.parse("2026-04-26T08:55:00Z");

    final Workspace workspace;
    final String address;
    final PageClient page;
    final Slack slack;

    WorkspaceFixture(WorkspaceSettings settings) {
        var clock = new SteerableClock(
                InstantSource.system(),
                MORNING,
                ZoneId.of("America/Sao_Paulo"),
                List.of(new WorkspaceClock.Mark("Coffee", Instant.parse("2026-04-26T13:30:00Z"))));
        workspace = new Workspace(settings, clock);
        address = workspace.start();
        page = new PageClient(address);
        slack = Slack.getInstance(config());
    }

    /// Three people, one command, no 429s.
    static WorkspaceSettings settings() {
        return WorkspaceSettings.example()
                .withCommands(List.of(new WorkspaceCommand("/coffee", "", "Coffee")))
                .withLimits(WorkspaceLimits.withoutRates());
    }

    SlackConfig config() {
        var config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(address + "/api/");
        return config;
    }

    MethodsClient methods() {
        return slack.methods(BOT_TOKEN);
    }

    /// The last calls of one method.
    List<JournalCall> calls(String method) {
        return workspace.calls(0).stream()
                .filter(call -> call.method().equals(method))
                .toList();
    }

    @Override
    public void close() {
        workspace.close();
        try {
            slack.close();
        } catch (Exception clientOnly) {
            throw new AssertionError("the client did not close", clientOnly);
        }
    }
}
