package coffeebreak.bot.cli;

import coffeebreak.bot.files.YamlRoster.Member;
import coffeebreak.bot.files.YamlRoster.Roster;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.Session;
import coffeebreak.workspace.SteerableClock;
import coffeebreak.workspace.Workspace;
import coffeebreak.workspace.WorkspaceApp;
import coffeebreak.workspace.WorkspaceChannel;
import coffeebreak.workspace.WorkspaceClock;
import coffeebreak.workspace.WorkspaceCommand;
import coffeebreak.workspace.WorkspacePerson;
import coffeebreak.workspace.WorkspaceSettings;
import coffeebreak.workspace.WorkspaceTeam;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The local workspace furnished for a programme and its people: the one place where the bot's words become the
/// workspace's.
final class LocalWorkspace {

    static final String BOT_TOKEN = "xoxb-local-workspace-bot";
    static final String APP_TOKEN = "xapp-local-workspace-app";
    static final String SIGNING_SECRET = "local-workspace-signing-secret";

    private LocalWorkspace() {}

    /// A workspace, not started yet.
    ///
    /// @param port     on loopback; 0 takes a free one
    /// @param eventUrl where events are pushed; null for Socket Mode
    static Workspace of(
            int port,
            Programme programme,
            Roster roster,
            @Nullable URI eventUrl,
            List<String> notices,
            WorkspaceClock clock) {
        return new Workspace(
                settings(programme, roster)
                        .withPort(port)
                        .withEventUrl(eventUrl)
                        .withNotices(notices),
                clock);
    }

    /// Who is there, what the bot is called and how it is let in.
    static WorkspaceSettings settings(Programme programme, Roster roster) {
        return WorkspaceSettings.example()
                .withTeam(
                        new WorkspaceTeam("T0COFFEE", programme.shortName(), "coffeebreak"),
                        new WorkspaceApp("A0COFFEE", "B0COFFEE", "U0COFFEE", "Coffeebreak"))
                .withPeople(roster.people().stream().map(LocalWorkspace::person).toList())
                .withChannels(List.of(new WorkspaceChannel("C0GENERAL", "general", List.of())))
                .withCommands(List.of(
                        new WorkspaceCommand(
                                "/coffee",
                                "[help | sign up | find … | recommend | next | my seat | my profile | withdraw | forget me | a question]",
                                "Find a mentor, look up talks, papers and people, ask about the day"),
                        new WorkspaceCommand("/coffee-admin", "[help | status | preview | publish]", "For organizers")))
                .withTokens(
                        fromEnvironment("SLACK_BOT_TOKEN", BOT_TOKEN),
                        fromEnvironment("SLACK_APP_TOKEN", APP_TOKEN),
                        fromEnvironment("SLACK_SIGNING_SECRET", SIGNING_SECRET));
    }

    static String fromEnvironment(String name, String otherwise) {
        var value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise : value.strip();
    }

    /// A clock whose marks are the programme's sessions.
    static WorkspaceClock clock(InstantSource real, Instant start, Programme programme) {
        var marks = programme.sessions().stream()
                .flatMap(session -> programme.startOf(session).stream()
                        .map(at -> new WorkspaceClock.Mark(label(programme, session), at)))
                .toList();
        return new SteerableClock(real, start, programme.venueZone(), marks);
    }

    private static String label(Programme programme, Session session) {
        var several = programme.sessions().stream()
                .filter(other -> other.title().equals(session.title()))
                .count();
        return session.start() + "  " + session.title() + (several > 1 ? " " + session.ordinal() : "");
    }

    private static WorkspacePerson person(Member member) {
        var kind = switch (member.kind()) {
            case MENTOR -> WorkspacePerson.Kind.MENTOR;
            case ORGANIZER -> WorkspacePerson.Kind.ORGANIZER;
            case PARTICIPANT -> WorkspacePerson.Kind.PARTICIPANT;
        };
        var group = switch (member.kind()) {
            case MENTOR -> "Mentors";
            case ORGANIZER -> "Organizers";
            case PARTICIPANT -> member.signedUp() ? "Invented sign-ups" : "You can be";
        };
        return new WorkspacePerson(
                member.person().id(),
                member.name(),
                member.title().isEmpty() ? "Participant (invented)" : member.title(),
                kind,
                group,
                member.zone(),
                member.kind() != Member.Kind.MENTOR);
    }
}
