package coffeebreak.deploy;

import coffeebreak.workspace.JournalCall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongFunction;

/// What people have before their eyes, from a workspace's journal: what was committed and not deleted again, whether or
/// not its sender heard of it.
final class Seen {

    private final LongFunction<List<JournalCall>> journal;
    /// Whose direct conversation a channel is.
    private final Map<String, String> people = new HashMap<>();
    /// By channel and timestamp.
    private final Map<String, TreeMap<String, Post>> standing = new HashMap<>();

    private final String beginning;
    private final Set<String> told = new HashSet<>();
    private final Map<String, Integer> faults = new TreeMap<>();
    private long next;
    private int looks;
    private int deleted;

    /// @param journal   gives the calls from a number on
    /// @param beginning of the notices that are counted
    Seen(LongFunction<List<JournalCall>> journal, String beginning) {
        this.journal = journal;
        this.beginning = beginning;
    }

    private record Post(String notice, String words) {}

    /// @param missing    notices owed and not there
    /// @param twice      messages that repeat a notice that is there
    /// @param outOfOrder notices that came after one that was planned later for the same person
    record Counts(int missing, int twice, int outOfOrder) {}

    /// How many notices that begin as is counted have been seen.
    synchronized int told() {
        read();
        return told.size();
    }

    /// The number of the next call.
    synchronized long next() {
        read();
        return next;
    }

    /// @param owed  to everybody, by user id
    /// @param words of what is owed to each of them, in the order it was planned
    synchronized Counts counts(List<String> owed, List<String> words) {
        read();
        Map<String, List<String>> got = new HashMap<>();
        Set<String> known = new HashSet<>();
        int twice = 0;
        for (var channel : standing.entrySet()) {
            for (Post post : channel.getValue().values()) {
                if (known.add(post.notice())) {
                    got.computeIfAbsent(people.getOrDefault(channel.getKey(), ""), _ -> new ArrayList<>())
                            .add(post.words());
                } else {
                    twice++;
                }
            }
        }
        int missing = 0;
        int outOfOrder = 0;
        for (String person : owed) {
            List<Integer> places = got.getOrDefault(person, List.of()).stream()
                    .map(words::indexOf)
                    .filter(place -> place >= 0)
                    .toList();
            missing += words.size() - (int) places.stream().distinct().count();
            int latest = -1;
            for (int place : places) {
                outOfOrder += place < latest ? 1 : 0;
                latest = Math.max(latest, place);
            }
        }
        return new Counts(missing, twice, outOfOrder);
    }

    /// How often each fault was met by a message.
    synchronized Map<String, Integer> faults() {
        read();
        return new TreeMap<>(faults);
    }

    /// How often the bot looked into a conversation.
    synchronized int looks() {
        read();
        return looks;
    }

    /// How many messages the bot took away again.
    synchronized int deleted() {
        read();
        return deleted;
    }

    private void read() {
        for (JournalCall call : journal.apply(next)) {
            next = call.n() + 1;
            note(call);
        }
    }

    private void note(JournalCall call) {
        String fault = call.fault();
        if (fault != null && call.method().equals("chat.postMessage")) {
            faults.merge(fault, 1, Integer::sum);
        }
        if (!call.response().path("ok").asBoolean(false)) {
            return;
        }
        String channel = call.response().path("channel").asString("");
        String ts = call.response().path("ts").asString("");
        switch (call.method()) {
            case "chat.postMessage" -> {
                people.put(channel, call.arguments().path("channel").asString(""));
                String words = call.arguments().path("text").asString("");
                String notice = call.arguments()
                        .path("metadata")
                        .path("event_payload")
                        .path("nid")
                        .asString(words);
                standing.computeIfAbsent(channel, _ -> new TreeMap<>()).put(ts, new Post(notice, words));
                if (words.startsWith(beginning)) {
                    told.add(notice);
                }
            }
            case "chat.delete" -> {
                standing.getOrDefault(channel, new TreeMap<>()).remove(ts);
                deleted++;
            }
            case "conversations.history" -> looks++;
            default -> {}
        }
    }
}
