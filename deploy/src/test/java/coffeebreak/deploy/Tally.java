package coffeebreak.deploy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Who was told how often, counted in a workspace's journal: what was committed and not deleted again, whether or not
/// its sender heard of it.
///
/// @param notices messages that stand in the conversations of those who are owed one
/// @param missing notices owed and not there
/// @param twice   messages beyond what is owed, or repeating one that is there
record Tally(int notices, int missing, int twice) {

    /// @param calls everything in the journal
    /// @param owed  how many different messages each person is to get from the bot, by user id
    static Tally of(List<JsonNode> calls, Map<String, Integer> owed) {
        Map<String, String> conversations = new HashMap<>();
        Map<String, Map<String, String>> posted = new HashMap<>();
        for (JsonNode call : calls) {
            JsonNode arguments = call.path("arguments");
            JsonNode response = call.path("response");
            String conversation = response.path("channel").asString("");
            if (!response.path("ok").asBoolean(false)) {
                continue;
            }
            switch (call.path("method").asString()) {
                case "chat.postMessage" -> {
                    conversations.put(arguments.path("channel").asString(), conversation);
                    posted.computeIfAbsent(conversation, _ -> new HashMap<>())
                            .put(response.path("ts").asString(), identity(arguments));
                }
                case "chat.delete" ->
                    posted.getOrDefault(conversation, new HashMap<>())
                            .remove(response.path("ts").asString());
                default -> {}
            }
        }
        int notices = 0;
        int missing = 0;
        int twice = 0;
        for (var person : owed.entrySet()) {
            List<String> got =
                    new ArrayList<>(posted.getOrDefault(conversations.getOrDefault(person.getKey(), ""), Map.of())
                            .values());
            int told = Math.min(new HashSet<>(got).size(), person.getValue());
            notices += got.size();
            missing += person.getValue() - told;
            twice += got.size() - told;
        }
        return new Tally(notices, missing, twice);
    }

    /// A notice repeats another when both carry the same id, or, without one, the same text.
    private static String identity(JsonNode message) {
        return message.path("metadata")
                .path("event_payload")
                .path("nid")
                .asString(message.path("text").asString(""));
    }
}
