package coffeebreak.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.notices.Outbox;
import coffeebreak.bot.peers.PeerTable;
import coffeebreak.workspace.CallTypes;
import coffeebreak.workspace.JournalCall;
import coffeebreak.workspace.Node;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What happens where several people read along: the conversation of a table of peers, and a channel.
class GroupStoriesTest {

    private static List<PeerTable> published(LocalDay day) {
        var marta = day.person("UORGA");
        marta.commands("/coffee-admin preview").seesInGeneral("Preview of round 1");
        marta.presses("Publish", "C0GENERAL").seesInGeneral("is published");
        return day.parts().store().plans().current().peers().all();
    }

    /// Scenarios 12 and 61.
    @Test
    void aTableOfPeersIsBroughtTogetherOnceAndTheBotIsSilentThereUnlessMentioned(
            @TempDir Path folder, @TempDir Path node) {
        try (var day = new LocalDay(folder)) {
            var table = published(day).stream()
                    .filter(each -> each.together().size() > 2)
                    .findFirst()
                    .orElseThrow();
            var first = day.person(table.together().getFirst().id());
            var last = day.person(table.together().getLast().id());
            first.sees("You sit with peers");
            var group = first.seesInAGroup("You sit together in Coffee Break");
            assertThat(last.seesInAGroup("To begin with:")).isEqualTo(group);

            var unasked = first.writesIn(group, "shall we meet at the coffee machine?");
            var asked = first.writesIn(group, "<@U0COFFEE> when is lunch?");
            last.seesInThread(group, asked, "12:30");
            assertThat(last.seesNothingInThread(group, unasked, "Coffeebreak")).isTrue();
            assertThat(last.seesNothingIn(group, "12:30"))
                    .as("beside the thread")
                    .isTrue();

            last.writes("I can't come").sees("the others at your table of peers are told");
            assertThat(first.seesInAGroup("has changed")).isEqualTo(group);
            assertThat(first.seesNothingIn(group, "You sit together")).isTrue();

            var said = first.writesIn("C0GENERAL", "coffee!");
            var mentioned = first.writesIn("C0GENERAL", "<@U0COFFEE> when is coffee?");
            first.seesInThread("C0GENERAL", mentioned, "10:30");
            assertThat(first.seesNothingInThread("C0GENERAL", said, "10:30")).isTrue();
            assertThat(first.seesNothingIn("C0GENERAL", "10:30")).isTrue();

            assertThat(day.calls()).extracting(JournalCall::method).contains("conversations.open");
            assertThat(new CallTypes(Node.orSkip(), node).complaints(day.calls()))
                    .isEmpty();
        }
    }

    /// Scenario 70.
    @Test
    void whereSlackAllowsNoGroupEverybodyIsWrittenToAloneAndNobodyCountsAsNotReached(@TempDir Path folder) {
        try (var day = new LocalDay(folder)) {
            day.slackRefuses("conversations.open", "user_not_visible");
            var tables = published(day);
            assertThat(tables).isNotEmpty();

            for (var table : tables) {
                for (Person person : table.expected()) {
                    day.person(person.id()).sees("You sit with peers");
                    assertThat(day.person(person.id()).isInNoGroup()).isTrue();
                }
            }
            var outbox = day.parts().store().outbox();
            Visitor.await("nothing is on its way any more", () -> {
                Outbox.Counts counts = outbox.counts();
                return counts.waiting() + counts.underWay() == 0 ? counts : null;
            });
            assertThat(outbox.refusals(9)).isEmpty();
            day.person("UORGA").commands("/coffee-admin status").seesInGeneral("0 on their way");
        }
    }
}
