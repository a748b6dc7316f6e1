package coffeebreak.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.workspace.SteerableClock;
import coffeebreak.workspace.Workspace;
import coffeebreak.workspace.WorkspaceLimits;
import coffeebreak.workspace.WorkspaceSettings;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What counts sees a copy, a gap and a wrong order, or its zeros would mean nothing.
final class TallyTest {

    private final Workspace workspace = new Workspace(
            WorkspaceSettings.example()
                    .withTokens(WorkspaceClient.BOT_TOKEN, "xapp-local-workspace-app", "secret")
                    .withLimits(WorkspaceLimits.withoutRates()),
            SteerableClock.ofToday(ZoneOffset.UTC));

    @BeforeEach
    void start() {
        workspace.start();
    }

    @AfterEach
    void stop() {
        workspace.close();
    }

    @Test
    void whatIsMissingAndWhatComesTwiceIsCounted() throws Exception {
        tell("U0ANA", "seat");
        tell("U0BO", "seat");
        tell("U0BO", "seat");
        takeAway(tell("U0OLGA", "seat"));

        Tally tally = Tally.of(
                WorkspaceClient.list(client().get("journal?since=0").path("calls")),
                Map.of("U0ANA", 1, "U0BO", 1, "U0OLGA", 1, "U0CY", 1));

        assertThat(tally).isEqualTo(new Tally(3, 2, 1));
    }

    @Test
    void whatIsMissingComesTwiceOrOutOfOrderIsSeen() throws Exception {
        tell("U0ANA", "one");
        tell("U0ANA", "two");
        tell("U0ANA", "one");
        tell("U0BO", "two");
        tell("U0BO", "one");
        takeAway(tell("U0OLGA", "one"));
        tell("U0OLGA", "two");

        Seen seen = new Seen(workspace::calls, "");

        assertThat(seen.told()).isEqualTo(6);
        assertThat(seen.counts(List.of("U0ANA", "U0BO", "U0OLGA"), List.of("one", "two")))
                .isEqualTo(new Seen.Counts(1, 1, 1));
        assertThat(seen.deleted()).isEqualTo(1);
    }

    private WorkspaceClient client() {
        return new WorkspaceClient(workspace.address());
    }

    private JsonNode tell(String person, String words) throws IOException, InterruptedException {
        return client().call(
                        "chat.postMessage",
                        Map.of(
                                "channel",
                                person,
                                "text",
                                words,
                                "metadata",
                                Map.of(
                                        "event_type",
                                        "coffeebreak_notice",
                                        "event_payload",
                                        Map.of("nid", words + " of " + person))));
    }

    private void takeAway(JsonNode told) throws IOException, InterruptedException {
        client().call("chat.delete", Map.of("channel", told.path("channel"), "ts", told.path("ts")));
    }
}
