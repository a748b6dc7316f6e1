package coffeebreak.workspace;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A channel, a direct message or a group direct message with its messages. Guarded by [Team].
final class Conversation {

    /// Named as the page names them.
    enum Kind {
        CHANNEL("channel"),
        IM("im"),
        GROUP("mpim");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        /// Slack's `channel_type`, which is also the last part of the event's name.
        String type() {
            return type;
        }
    }

    private final String id;
    private final Kind kind;
    private final String name;
    private final Set<String> members;
    private final long created;
    private final TreeMap<String, Message> messages = new TreeMap<>();
    private final Map<String, String> read = new HashMap<>();

    Conversation(String id, Kind kind, String name, Set<String> members, long created) {
        this.id = id;
        this.kind = kind;
        this.name = name;
        this.members = new LinkedHashSet<>(members);
        this.created = created;
    }

    String id() {
        return id;
    }

    Kind kind() {
        return kind;
    }

    String name() {
        return name;
    }

    Set<String> members() {
        return members;
    }

    long created() {
        return created;
    }

    void put(Message message) {
        messages.put(message.ts(), message);
    }

    Optional<Message> remove(String ts) {
        return Optional.ofNullable(messages.remove(ts));
    }

    Optional<Message> find(String ts) {
        return Optional.ofNullable(messages.get(ts));
    }

    /// In order of time; ephemeral messages included.
    Stream<Message> all() {
        return messages.values().stream();
    }

    /// What everybody sees, the newest first.
    List<Message> newestFirst() {
        return messages.descendingMap().values().stream()
                .filter(message -> message.ephemeralTo() == null)
                .toList();
    }

    /// What `user` sees, the oldest first.
    List<Message> seenBy(String user) {
        return all().filter(message -> message.ephemeralTo() == null || user.equals(message.ephemeralTo()))
                .toList();
    }

    /// How many replies each thread has, by its first message's timestamp.
    Map<String, Integer> replyCounts() {
        var counts = new HashMap<String, Integer>();
        all().filter(Message::isThreadReply).forEach(reply -> counts.merge(reply.thread(), 1, Integer::sum));
        return counts;
    }

    List<Message> repliesTo(String threadTs) {
        return newestFirst().reversed().stream()
                .filter(message -> message.isThreadReply() && threadTs.equals(message.threadTs()))
                .toList();
    }

    void markRead(String user) {
        if (!messages.isEmpty()) {
            read.put(user, messages.lastKey());
        }
    }

    long unread(String user) {
        var last = read.getOrDefault(user, "");
        return seenBy(user).stream()
                .filter(message ->
                        message.ts().compareTo(last) > 0 && !message.user().equals(user))
                .count();
    }
}
