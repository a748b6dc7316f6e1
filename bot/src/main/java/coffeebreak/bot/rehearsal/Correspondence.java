package coffeebreak.bot.rehearsal;

import coffeebreak.workspace.JournalCall;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import tools.jackson.databind.JsonNode;

/// What the bot wrote to whom and when, read from the calls it made of Slack.
final class Correspondence {

    private final LongFunction<List<JournalCall>> journal;
    private final Map<String, String> persons = new HashMap<>();
    private final Map<String, Letter> letters = new LinkedHashMap<>();
    private final Map<String, List<Letter>> byPerson = new HashMap<>();
    private final List<Called> calls = new ArrayList<>();
    private final Map<String, Integer> signs = new HashMap<>();
    private final Map<String, Integer> replies = new HashMap<>();
    private final List<Letter> fresh = new ArrayList<>();
    private long read;

    /// @param journal the calls from a number on
    Correspondence(LongFunction<List<JournalCall>> journal) {
        this.journal = journal;
    }

    /// A conversation's channel belongs to a person.
    void meet(String person, String channel) {
        persons.put(channel, person);
    }

    /// How often something was said or shown to a person so far, by a reply or by what was owed. What cannot
    /// be told to belong to one person counts for everybody.
    int signsFor(String person) {
        return signs.getOrDefault(person, 0) + signs.getOrDefault("", 0);
    }

    /// How many replies a person got in their conversation so far.
    int repliesTo(String person) {
        return replies.getOrDefault(person, 0);
    }

    /// How many messages there are so far.
    int count() {
        return letters.size();
    }

    /// Reads on; gives the messages that are new.
    List<Letter> readOn() {
        fresh.clear();
        var more = journal.apply(read);
        more.forEach(this::take);
        read += more.size();
        return List.copyOf(fresh);
    }

    private void take(JournalCall call) {
        calls.add(new Called(call.method(), call.at(), call.status() == 429));
        if (!call.response().path("ok").asBoolean(false)) {
            return;
        }
        var asked = call.arguments();
        var given = call.response();
        switch (call.method()) {
            case "chat.postMessage" -> {
                var channel = given.path("channel").asString("");
                var named = asked.path("channel").asString("");
                if (named.matches("[UW].*")) {
                    persons.put(channel, named);
                }
                post(
                        call,
                        persons.getOrDefault(channel, ""),
                        channel,
                        given.path("ts").asString(""));
            }
            case "chat.postEphemeral" ->
                post(
                        call,
                        asked.path("user").asString(""),
                        asked.path("channel").asString(""),
                        given.path("message_ts").asString(""));
            case "chat.update" -> {
                var letter = letters.get(
                        key(asked.path("channel").asString(""), asked.path("ts").asString("")));
                if (letter != null) {
                    sign(letter.to());
                    letter.changed(call.at(), summary(asked), text(asked));
                }
            }
            case "views.publish" -> sign(asked.path("user_id").asString(""));
            case "views.open", "views.update", "response_url" -> sign("");
            default -> {}
        }
    }

    private void sign(String person) {
        signs.merge(person, 1, Integer::sum);
    }

    private void post(JournalCall call, String person, String channel, String ts) {
        var asked = call.arguments();
        var letter = new Letter(
                person,
                channel,
                ts,
                asked.path("metadata").path("event_payload").path("nid").asString(""),
                call.at(),
                summary(asked),
                text(asked),
                buttons(asked));
        letters.put(key(channel, ts), letter);
        fresh.add(letter);
        sign(person);
        if (!letter.isNotice()) {
            replies.merge(person, 1, Integer::sum);
        }
        byPerson.computeIfAbsent(person, _ -> new ArrayList<>()).add(letter);
    }

    private static String key(String channel, String ts) {
        return channel + " " + ts;
    }

    private static String summary(JsonNode asked) {
        return asked.path("text").asString("");
    }

    /// Everything a message shows, without the signs of its markup.
    private static String text(JsonNode asked) {
        var words = new StringBuilder(summary(asked));
        for (var block : asked.path("blocks")) {
            line(words, block.path("text"));
            for (var element : block.path("elements")) {
                line(words, element.path("text"));
                element.path("elements").forEach(inner -> lineOfRichText(words, inner));
            }
        }
        return words.toString();
    }

    private static void lineOfRichText(StringBuilder words, JsonNode element) {
        line(words, element.path("text"));
        element.path("elements").forEach(inner -> lineOfRichText(words, inner));
    }

    private static void line(StringBuilder words, JsonNode text) {
        var shown = text.isString() ? text.asString() : text.path("text").asString("");
        if (!shown.isEmpty()) {
            words.append('\n').append(shown.replace("*", ""));
        }
    }

    private static List<String> buttons(JsonNode asked) {
        var labels = new ArrayList<String>();
        for (var block : asked.path("blocks")) {
            if (block.path("type").asString("").equals("actions")) {
                block.path("elements")
                        .forEach(element ->
                                labels.add(element.path("text").path("text").asString("")));
            }
        }
        return labels;
    }

    /// What the bot wrote to a person, oldest first.
    List<Letter> to(String person) {
        return List.copyOf(byPerson.getOrDefault(person, List.of()));
    }

    List<Letter> all() {
        return List.copyOf(letters.values());
    }

    /// Every call, in order.
    List<Called> calls() {
        return List.copyOf(calls);
    }

    /// @param at      by the workspace's clock
    /// @param refused for its rate
    record Called(String method, Instant at, boolean refused) {}
}
