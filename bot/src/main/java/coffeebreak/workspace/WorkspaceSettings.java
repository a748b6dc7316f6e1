package coffeebreak.workspace;

import coffeebreak.workspace.WorkspacePerson.Kind;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All a [Workspace] is made from. Start from [#example()] and change what differs.
///
/// @param port the port on loopback; 0 takes a free one
/// @param team the workspace's identity
/// @param app the installed app, whose bot user need not be among `people`
/// @param people everybody who can be played or addressed
/// @param channels the channels that exist from the start
/// @param commands the app's slash commands
/// @param botToken what the Web API accepts, `xoxb-…`
/// @param appToken what `apps.connections.open` accepts, `xapp-…`
/// @param signingSecret what signs HTTP deliveries
/// @param eventUrl where deliveries are POSTed; null means Socket Mode
/// @param events the bot events the app subscribes to, by the names of Slack's manifest
/// @param notices what the page says at its top
/// @param withheldScopes bot scopes the app was not given; it has all others
/// @param limits rates and waits
public record WorkspaceSettings(
        int port,
        WorkspaceTeam team,
        WorkspaceApp app,
        List<WorkspacePerson> people,
        List<WorkspaceChannel> channels,
        List<WorkspaceCommand> commands,
        String botToken,
        String appToken,
        String signingSecret,
        @Nullable URI eventUrl,
        Set<String> events,
        List<String> notices,
        Set<String> withheldScopes,
        WorkspaceLimits limits) {

    public WorkspaceSettings {
        people = List.copyOf(people);
        channels = List.copyOf(channels);
        commands = List.copyOf(commands);
        events = Set.copyOf(events);
        notices = List.copyOf(notices);
        withheldScopes = Set.copyOf(withheldScopes);
        if (signingSecret.isBlank() || botToken.isBlank() || appToken.isBlank()) {
            throw new IllegalArgumentException(
                    "the workspace needs a bot token, an app token and a signing secret; one of them is blank");
        }
    }

    /// A small team of three invented people and a bot, with Slack's limits, on any free port.
    public static WorkspaceSettings example() {
        var zone = ZoneId.of("Europe/Zurich");
        return new WorkspaceSettings(
                0,
                new WorkspaceTeam("T0LOCAL", "Local workspace", "local"),
                new WorkspaceApp("A0LOCAL", "B0LOCAL", "U0BOT", "Bot"),
                List.of(
                        new WorkspacePerson(
                                "U0ANA", "Ana", "a participant", Kind.PARTICIPANT, "You can be", zone, true),
                        new WorkspacePerson("U0BO", "Bo", "a mentor", Kind.MENTOR, "You can be", zone, true),
                        new WorkspacePerson(
                                "U0OLGA", "Olga", "an organizer", Kind.ORGANIZER, "You can be", zone, true)),
                List.of(new WorkspaceChannel("C0GENERAL", "general", List.of())),
                List.of(),
                "xoxb-local",
                "xapp-local",
                "local-signing-secret",
                null,
                Set.of("app_home_opened", "app_mention", "message.im", "message.mpim", "user_change"),
                List.of("A local workspace with invented people."),
                Set.of(),
                WorkspaceLimits.slack());
    }

    public WorkspaceSettings withPort(int newPort) {
        return new WorkspaceSettings(
                newPort,
                team,
                app,
                people,
                channels,
                commands,
                botToken,
                appToken,
                signingSecret,
                eventUrl,
                events,
                notices,
                withheldScopes,
                limits);
    }

    public WorkspaceSettings withTeam(WorkspaceTeam newTeam, WorkspaceApp newApp) {
        return new WorkspaceSettings(
                port,
                newTeam,
                newApp,
                people,
                channels,
                commands,
                botToken,
                appToken,
                signingSecret,
                eventUrl,
                events,
                notices,
                withheldScopes,
                limits);
    }

    public WorkspaceSettings withPeople(List<WorkspacePerson> newPeople) {
        return new WorkspaceSettings(
                port,
                team,
                app,
                newPeople,
                channels,
                commands,
                botToken,
                appToken,
                signingSecret,
                eventUrl,
                events,
                notices,
                withheldScopes,
                limits);
    }

    public WorkspaceSettings withChannels(List<WorkspaceChannel> newChannels) {
        return new WorkspaceSettings(
                port,
                team,
                app,
                people,
                newChannels,
                commands,
                botToken,
                appToken,
                signingSecret,
                eventUrl,
                events,
                notices,
                withheldScopes,
                limits);
    }

    public WorkspaceSettings withCommands(List<WorkspaceCommand> newCommands) {
        return new WorkspaceSettings(
                port,
                team,
                app,
                people,
                channels,
                newCommands,
                botToken,
                appToken,
                signingSecret,
                eventUrl,
                events,
                notices,
                withheldScopes,
                limits);
    }

    public WorkspaceSettings withTokens(String newBotToken, String newAppToken, String newSigningSecret) {
        return new WorkspaceSettings(
                port,
                team,
                app,
                people,
                channels,
                commands,
                newBotToken,
                newAppToken,
                newSigningSecret,
                eventUrl,
                events,
                notices,
                withheldScopes,
                limits);
    }

    public WorkspaceSettings withEventUrl(@Nullable URI newEventUrl) {
        return new WorkspaceSettings(
                port,
                team,
                app,
                people,
                channels,
                commands,
                botToken,
                appToken,
                signingSecret,
                newEventUrl,
                events,
                notices,
                withheldScopes,
                limits);
    }

    public WorkspaceSettings withEvents(Set<String> newEvents) {
        return new WorkspaceSettings(
                port,
                team,
                app,
                people,
                channels,
                commands,
                botToken,
                appToken,
                signingSecret,
                eventUrl,
                newEvents,
                notices,
                withheldScopes,
                limits);
    }

    public WorkspaceSettings withNotices(List<String> newNotices) {
        return new WorkspaceSettings(
                port,
                team,
                app,
                people,
                channels,
                commands,
                botToken,
                appToken,
                signingSecret,
                eventUrl,
                events,
                newNotices,
                withheldScopes,
                limits);
    }

    public WorkspaceSettings withoutScopes(Set<String> withheld) {
        return new WorkspaceSettings(
                port,
                team,
                app,
                people,
                channels,
                commands,
                botToken,
                appToken,
                signingSecret,
                eventUrl,
                events,
                notices,
                withheld,
                limits);
    }

    public WorkspaceSettings withLimits(WorkspaceLimits newLimits) {
        return new WorkspaceSettings(
                port,
                team,
                app,
                people,
                channels,
                commands,
                botToken,
                appToken,
                signingSecret,
                eventUrl,
                events,
                notices,
                withheldScopes,
                newLimits);
    }
}
