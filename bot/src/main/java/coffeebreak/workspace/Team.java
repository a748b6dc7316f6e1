package coffeebreak.workspace;

import coffeebreak.workspace.Conversation.Kind;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Who is there and what was said: the workspace's people, conversations and messages behind one lock.
final class Team {
    /// The scope without which nobody's address is told.
    static final String EMAILS = "users:read.email";

    private final WorkspaceSettings settings;
    private final WorkspaceClock clock;
    private final Ids ids;
    private final Map<String, WorkspacePerson> people = new LinkedHashMap<>();
    private final Map<String, Conversation> conversations = new LinkedHashMap<>();
    private final Map<Set<String>, Conversation> direct = new HashMap<>();
    private final Set<String> deactivated = new HashSet<>();
    private final Map<String, Account> accounts = new HashMap<>();
    private long lastMicros;

    Team(WorkspaceSettings settings, WorkspaceClock clock, Ids ids) {
        this.settings = settings;
        this.clock = clock;
        this.ids = ids;
        settings.people().forEach(person -> people.put(person.id(), person));
        var app = settings.app();
        people.putIfAbsent(
                app.userId(),
                new WorkspacePerson(
                        app.userId(), app.name(), "App", WorkspacePerson.Kind.BOT, "Apps", clock.zone(), false));
        for (var channel : settings.channels()) {
            var members = channel.members().isEmpty() ? people.keySet() : new LinkedHashSet<>(channel.members());
            conversations.put(
                    channel.id(),
                    new Conversation(
                            channel.id(),
                            Kind.CHANNEL,
                            channel.name(),
                            members,
                            clock.now().getEpochSecond()));
        }
    }

    WorkspaceTeam identity() {
        return settings.team();
    }

    WorkspaceApp app() {
        return settings.app();
    }

    boolean mayReadEmails() {
        return !settings.withheldScopes().contains(EMAILS);
    }

    Collection<WorkspacePerson> people() {
        return people.values();
    }

    Optional<WorkspacePerson> person(String id) {
        return Optional.ofNullable(people.get(id));
    }

    /// Whoever left keeps what they wrote, and gets nothing more.
    synchronized void deactivate(String person) {
        deactivated.add(person);
    }

    synchronized boolean isDeactivated(String person) {
        return deactivated.contains(person);
    }

    /// What an account is from now on; a full member's unless somebody said otherwise.
    synchronized void becomes(String person, Account account) {
        accounts.put(person, account);
    }

    synchronized Account account(String person) {
        return accounts.getOrDefault(person, Account.MEMBER);
    }

    boolean isApp(String user) {
        return user.equals(app().userId());
    }

    /// A timestamp no message has: the clock's microseconds, or one more than the last.
    synchronized String nextTs() {
        var now = clock.now();
        lastMicros = Math.max(lastMicros + 1, now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000);
        return "%d.%06d".formatted(lastMicros / 1_000_000, lastMicros % 1_000_000);
    }

    static Instant instantOf(String ts) {
        var dot = ts.indexOf('.');
        return Instant.ofEpochSecond(
                Long.parseLong(ts.substring(0, dot)), Long.parseLong(ts.substring(dot + 1)) * 1_000);
    }

    /// The conversation with this id; for a person's id their direct message with the app.
    synchronized Optional<Conversation> conversation(String idOrUser) {
        var found = conversations.get(idOrUser);
        if (found == null && people.containsKey(idOrUser) && !isApp(idOrUser)) {
            return Optional.of(direct(Set.of(app().userId(), idOrUser)));
        }
        return Optional.ofNullable(found);
    }

    synchronized Optional<Conversation> channelNamed(String name) {
        return conversations.values().stream()
                .filter(c -> c.kind() == Kind.CHANNEL && c.name().equals(name))
                .findFirst();
    }

    /// The direct message among exactly these people, opened where there is none yet.
    synchronized Conversation direct(Set<String> members) {
        return direct.computeIfAbsent(Set.copyOf(members), who -> {
            var kind = who.size() <= 2 ? Kind.IM : Kind.GROUP;
            var id = ids.next(kind == Kind.IM ? "D" : "G");
            var name = kind == Kind.IM
                    ? "directmessage"
                    : "mpdm-"
                            + String.join(
                                    "--",
                                    new TreeSet<>(who)
                                            .stream()
                                                    .map(user -> person(user)
                                                            .map(WorkspacePerson::handle)
                                                            .orElse(user))
                                                    .toList())
                            + "-1";
            var conversation = new Conversation(
                    id, kind, name, new TreeSet<>(who), clock.now().getEpochSecond());
            conversations.put(id, conversation);
            return conversation;
        });
    }

    synchronized boolean directExists(Set<String> members) {
        return direct.containsKey(Set.copyOf(members));
    }

    synchronized List<Conversation> conversationsOf(String user) {
        return conversations.values().stream()
                .filter(conversation -> conversation.members().contains(user))
                .toList();
    }

    synchronized List<Conversation> conversations() {
        return List.copyOf(conversations.values());
    }

    /// How much each person has not read yet; who has read everything is left out.
    synchronized Map<String, Long> unread() {
        var all = new HashMap<String, Long>();
        for (var conversation : conversations.values()) {
            for (var member : conversation.members()) {
                long count = isApp(member) ? 0 : conversation.unread(member);
                if (count > 0) {
                    all.merge(member, count, Long::sum);
                }
            }
        }
        return all;
    }

    /// Writes a message and gives it its timestamp.
    synchronized Message post(
            Conversation conversation,
            String user,
            Message.Content content,
            @Nullable String threadTs,
            boolean broadcast,
            @Nullable String ephemeralTo) {
        var message = new Message(
                conversation.id(),
                nextTs(),
                user,
                isApp(user),
                content.text(),
                content.blocks(),
                content.attachments(),
                content.metadata(),
                content.files(),
                threadTs,
                broadcast,
                null,
                ephemeralTo,
                Map.of());
        conversation.put(message);
        return message;
    }

    /// Replaces a message by what `change` makes of it and returns the new one.
    synchronized Optional<Message> change(Conversation conversation, String ts, UnaryOperator<Message> change) {
        var changed = conversation.find(ts).map(change);
        changed.ifPresent(conversation::put);
        return changed;
    }

    synchronized Optional<Message> delete(Conversation conversation, String ts) {
        return conversation.remove(ts);
    }

    /// Reads under the lock.
    synchronized <T> T read(Conversation conversation, Function<Conversation, T> reader) {
        return reader.apply(conversation);
    }

    synchronized void markRead(Conversation conversation, String user) {
        conversation.markRead(user);
    }
}
