package coffeebreak.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.importing.EmailLinks;
import coffeebreak.bot.importing.Remark;
import coffeebreak.bot.notices.Passage;
import coffeebreak.bot.slack.SlackEdge;
import coffeebreak.bot.slack.SlackSettings;
import coffeebreak.workspace.SteerableClock;
import coffeebreak.workspace.Workspace;
import coffeebreak.workspace.WorkspaceLimits;
import coffeebreak.workspace.WorkspaceSettings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// People of a list are found in the local workspace by their addresses, over the wire.
class AddressesTest {

    private static final List<String> ADDRESSES = List.of("U0ANA@workshop.invalid", "nobody@workshop.invalid");

    private static EmailLinks.Linked link(WorkspaceSettings settings) throws InterruptedException {
        var clock = new SteerableClock(InstantSource.system(), Instant.EPOCH, ZoneOffset.UTC, List.of());
        try (var workspace = new Workspace(settings.withLimits(WorkspaceLimits.withoutRates()), clock);
                var slack = new SlackEdge(
                        new SlackSettings(
                                settings.botToken(),
                                settings.appToken(),
                                settings.signingSecret(),
                                SlackSettings.Mode.SOCKET,
                                URI.create(workspace.start() + "/api/")),
                        Duration.ofSeconds(10),
                        Runnable::run,
                        InstantSource.system())) {
            return new EmailLinks(slack.addressBook(), Passage.real()).link(ADDRESSES);
        }
    }

    @Test
    void whoIsThereIsFoundAndWhoIsNotIsSaid() throws InterruptedException {
        var linked = link(WorkspaceSettings.example());

        assertThat(linked.people()).containsOnlyKeys("u0ana@workshop.invalid").containsValue(new Person("U0ANA"));
        assertThat(linked.remarks()).extracting(Remark::column).containsExactly("nobody@workshop.invalid");
    }

    @Test
    void withoutTheScopeTheWayOutIsSaid() throws InterruptedException {
        var linked = link(WorkspaceSettings.example().withoutScopes(Set.of("users:read.email")));

        assertThat(linked.people()).isEmpty();
        assertThat(linked.remarks())
                .extracting(Remark::what)
                .containsExactly(
                        "addresses cannot be looked up: the app has no scope users:read.email; add it and install the "
                                + "app again, or give Slack ids.");
    }
}
