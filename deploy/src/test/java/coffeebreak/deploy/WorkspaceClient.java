package coffeebreak.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Looks into a local workspace, and acts in it, over the interface that its page uses.
final class WorkspaceClient {

    /// What the workspace knows the bot by, unless it is told otherwise.
    static final String BOT_TOKEN = "xoxb-local-workspace-bot";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String address;

    /// @param address as the jar prints it, without a slash at the end
    WorkspaceClient(String address) {
        this.address = address;
    }

    /// What is at a path below `/ui/`.
    JsonNode get(String path) throws IOException, InterruptedException {
        return answer(
                HttpRequest.newBuilder(URI.create(address + "/ui/" + path)).build());
    }

    /// Does what a person does on the page, or sets a fault.
    JsonNode post(String path, Map<String, ?> body) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(URI.create(address + "/ui/" + path))
                .header("Content-Type", "application/json")
                .header("X-Coffeebreak-UI", "1")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    }

    /// Calls the Web API as the bot does.
    JsonNode call(String method, Map<String, ?> arguments) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(URI.create(address + "/api/" + method))
                .header("Authorization", "Bearer " + BOT_TOKEN)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(arguments)))
                .build());
    }

    private JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
        var response = http.send(request, BodyHandlers.ofString());
        assertThat(response.statusCode())
                .as("%s %s: %s", request.method(), request.uri(), response.body())
                .isEqualTo(200);
        return JSON.readTree(response.body());
    }

    /// The calls of one Web API method so far, in the order they came.
    List<JsonNode> calls(String method) throws IOException, InterruptedException {
        return list(get("journal?since=0&method=" + method).path("calls"));
    }

    /// What a person sees in the direct conversation with the bot, oldest first; nothing before there is one.
    List<JsonNode> directMessages(String user) throws IOException, InterruptedException {
        String channel = directChannel(user);
        return channel.isEmpty() ? List.of() : messages(user, channel);
    }

    /// What a person sees in a channel, oldest first.
    List<JsonNode> messages(String user, String channel) throws IOException, InterruptedException {
        return list(get("people/%s/channels/%s".formatted(user, channel)).path("messages"));
    }

    /// A button under a message.
    record Button(String channel, String ts, String block, String action) {

        /// The first of that name under these messages of a channel.
        static Optional<Button> labelled(String label, String channel, List<JsonNode> messages) {
            for (JsonNode message : messages) {
                for (JsonNode block : message.path("blocks")) {
                    for (JsonNode element : block.path("elements")) {
                        if (element.path("text").path("text").asString("").equals(label)) {
                            return Optional.of(new Button(
                                    channel,
                                    message.path("ts").asString(),
                                    block.path("block_id").asString(),
                                    element.path("action_id").asString()));
                        }
                    }
                }
            }
            return Optional.empty();
        }
    }

    void press(String user, Button button) throws IOException, InterruptedException {
        post(
                "people/" + user + "/actions",
                Map.of(
                        "container",
                        Map.of("type", "message", "channel", button.channel(), "ts", button.ts()),
                        "block_id",
                        button.block(),
                        "action_id",
                        button.action()));
    }

    /// The id of a person's direct conversation with the bot; empty before there is one.
    String directChannel(String user) throws IOException, InterruptedException {
        for (JsonNode channel : get("people/" + user).path("channels")) {
            if (channel.path("kind").asString().equals("im")) {
                return channel.path("id").asString();
            }
        }
        return "";
    }

    static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
