package coffeebreak.bot.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What people do at the workspace's page: write, press, fill in. The bot sees of it what Slack would send.
final class Hands {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final JsonMapper json = new JsonMapper();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String workspace;
    private final Map<String, String> direct = new HashMap<>();

    private final String botToken;

    /// @param workspace its address, without a slash at the end
    /// @param botToken  to speak in the bot's name, for a rehearsal that is to fail
    Hands(String workspace, String botToken) {
        this.workspace = workspace;
        this.botToken = botToken;
    }

    /// The channel of a person's conversation with the bot.
    String direct(String person) {
        return direct.computeIfAbsent(person, who -> {
            for (var channel : get("people/" + who).path("channels")) {
                if (channel.path("kind").asString("").equals("im")) {
                    return channel.path("id").asString();
                }
            }
            throw new IllegalStateException(who + " has no conversation with the bot");
        });
    }

    /// Writes to the bot.
    void writes(String person, String words) {
        post("people/" + person + "/messages", Map.of("channel", direct(person), "text", words));
    }

    /// Types a command in a channel.
    void commands(String person, String channel, String line) {
        post("people/" + person + "/commands", Map.of("channel", channel, "text", line));
    }

    /// Looks at the bot's Home.
    void opensHome(String person) {
        post("people/" + person + "/home", Map.of());
    }

    /// Presses the button of that name in the latest message that has one.
    ///
    /// @return false where there is none
    boolean presses(String person, String channel, String label) {
        var found = button(person, channel, label);
        found.ifPresent(button -> post("people/" + person + "/actions", button));
        return found.isPresent();
    }

    boolean has(String person, String channel, String label) {
        return button(person, channel, label).isPresent();
    }

    private Optional<Map<String, Object>> button(String person, String channel, String label) {
        var messages = get("people/" + person + "/channels/" + channel)
                .path("messages")
                .valueStream()
                .toList();
        for (var message : messages.reversed()) {
            for (var block : message.path("blocks")) {
                for (var element : block.path("elements")) {
                    if (element.path("text").path("text").asString("").equals(label)) {
                        return Optional.of(Map.of(
                                "container",
                                Map.of(
                                        "type",
                                        "message",
                                        "channel",
                                        channel,
                                        "ts",
                                        message.path("ts").asString()),
                                "block_id",
                                block.path("block_id").asString(),
                                "action_id",
                                element.path("action_id").asString()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /// Fills the open form in and sends it off.
    ///
    /// @param values by the name of the field: text, or a list of what was chosen; other fields stay as they
    /// are
    /// @return false where no form is open, or the form was not taken
    boolean fillsIn(String person, Map<String, ?> values) {
        var modal = get("people/" + person).path("modal");
        if (!modal.isObject()) {
            return false;
        }
        var state = new HashMap<String, Object>();
        for (var block : modal.path("blocks")) {
            var name = block.path("block_id").asString("");
            var value = values.get(name);
            if (value != null) {
                state.put(name, Map.of(block.path("element").path("action_id").asString(""), value));
            }
        }
        var answer =
                post("people/" + person + "/views/" + modal.path("id").asString() + "/submit", Map.of("state", state));
        return answer.path("result").asString("").equals("closed");
    }

    boolean hasForm(String person) {
        return get("people/" + person).path("modal").isObject();
    }

    /// A message of the bot comes a second time.
    void postsAgain(Letter letter) {
        posts(Map.of(
                "channel",
                letter.channel(),
                "text",
                letter.first().summary(),
                "metadata",
                Map.of("event_type", "coffeebreak_notice", "event_payload", Map.of("nid", letter.notice()))));
    }

    /// Something else comes in the bot's name.
    void postsAs(String channel, String words) {
        posts(Map.of("channel", channel, "text", words));
    }

    private void posts(Map<String, ?> message) {
        send(HttpRequest.newBuilder(URI.create(workspace + "/api/chat.postMessage"))
                .header("Authorization", "Bearer " + botToken)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString(json.writeValueAsString(message))));
    }

    /// Has the workspace do something wrong.
    void misbehave(Map<String, ?> order) {
        post("misbehave", order);
    }

    /// Every connection to the bot is closed.
    void hangUp() {
        post("disconnect", Map.of());
    }

    boolean botIsConnected() {
        return get("state").path("bots").path(0).path("connected").asBoolean(false);
    }

    private JsonNode get(String what) {
        return send(
                HttpRequest.newBuilder(URI.create(workspace + "/ui/" + what)).GET());
    }

    /// What the page is told when something cannot be done is for the person, who sees that nothing happens.
    private JsonNode post(String what, Map<String, ?> body) {
        return send(HttpRequest.newBuilder(URI.create(workspace + "/ui/" + what))
                .header("X-Coffeebreak-UI", "1")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
            return json.readTree(answer.body());
        } catch (IOException broken) {
            throw new UncheckedIOException("the local workspace does not answer", broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while somebody acted", stopped);
        }
    }
}
