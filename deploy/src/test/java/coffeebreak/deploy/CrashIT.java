package coffeebreak.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Everybody is told exactly once, though the bot is killed again and again while it tells them.
///
/// `-Dcrash.kills=20` kills it that often, `-Dcrash.seed=…` at other moments.
final class CrashIT {

    private static final int KILLS = Integer.getInteger("crash.kills", 3);
    private static final long SEED = Long.getLong("crash.seed", 2026);
    private static final int KILLS_PER_CAMPAIGN = 5;

    /// In every second campaign so many replies get lost on the way, and the bot lives on in doubt.
    private static final double LOST_REPLIES = 0.05;

    @TempDir
    Path folder = Path.of("set by JUnit");

    @Test
    void everybodyIsToldExactlyOnceThoughTheBotIsKilledAgainAndAgain() throws Exception {
        List<Line> lines = new ArrayList<>();
        int kills = 0;
        for (int number = 1; kills < KILLS; number++) {
            long seed = SEED + number;
            try (Campaign campaign = Campaign.start(folder.resolve("campaign-" + number), seed)) {
                if (number % 2 == 0) {
                    campaign.loseReplies(LOST_REPLIES, seed);
                }
                campaign.publish();
                int here = campaign.kill(Math.min(KILLS_PER_CAMPAIGN, KILLS - kills));
                kills += here;
                campaign.awaitAllTold();
                lines.add(new Line(seed, number, here, campaign.tally(), campaign.looks()));
                System.out.println(lines.getLast());
            }
        }
        System.out.println(Line.HEAD);
        lines.forEach(System.out::println);

        assertThat(kills).isEqualTo(KILLS);
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.tally().missing()).as("missing in %s", line).isZero();
            assertThat(line.tally().twice()).as("told twice in %s", line).isZero();
        });
    }

    /// The control: what counts above sees a copy and a gap, or its zeros would mean nothing.
    @Test
    void whatIsMissingAndWhatComesTwiceIsCounted() throws Exception {
        try (RunningJar workspace =
                RunningJar.start(Map.of(), "workspace", "--port", Integer.toString(RunningJar.freePort()))) {
            WorkspaceClient client = new WorkspaceClient(
                    workspace.awaitSaid("workspace is at (http://\\S+)").group(1));
            tell(client, "UANA");
            tell(client, "UBO");
            tell(client, "UBO");
            JsonNode told = tell(client, "UPRIYA");
            client.call("chat.delete", Map.of("channel", told.path("channel"), "ts", told.path("ts")));

            Tally tally = Tally.of(
                    WorkspaceClient.list(client.get("journal?since=0").path("calls")),
                    Map.of("UANA", 1, "UBO", 1, "UPRIYA", 1, "UKENJI", 1));

            assertThat(tally).isEqualTo(new Tally(3, 2, 1));
        }
    }

    private static JsonNode tell(WorkspaceClient client, String person) throws IOException, InterruptedException {
        return client.call(
                "chat.postMessage",
                Map.of(
                        "channel",
                        person,
                        "text",
                        "Your seat",
                        "metadata",
                        Map.of("event_type", "coffeebreak_notice", "event_payload", Map.of("nid", "of " + person))));
    }

    private record Line(long seed, int campaign, int kills, Tally tally, int looks) {

        static final String HEAD = "    seed  campaign  kills  notices  missing  twice  looked-up";

        @Override
        public String toString() {
            return "%8d  %8d  %5d  %7d  %7d  %5d  %9d"
                    .formatted(seed, campaign, kills, tally.notices(), tally.missing(), tally.twice(), looks);
        }
    }
}
