package coffeebreak.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Person;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody at the local workspace's page: writes, presses, reads.
final class Visitor {

    private static final String BOT = "U0COFFEE";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final JsonMapper json = new JsonMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String workspace;
    private final Person person;
    private int read;

    Visitor(String workspace, Person person) {
        this.workspace = workspace;
        this.person = person;
    }

    String id() {
        return person.id();
    }

    /// Writes to the bot; what it answers is what [#sees] looks at next.
    Visitor writes(String words) {
        read = messages().size() + 1;
        post("messages", Map.of("to", BOT, "text", words));
        return this;
    }

    /// Attaches a file to a message to the bot, and gives the link to it.
    String hands(String name, String content, String words) {
        read = messages().size() + 1;
        return post(
                        "files",
                        Map.of(
                                "to",
                                BOT,
                                "name",
                                name,
                                "text",
                                words,
                                "base64",
                                Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8))))
                .path("permalink")
                .asString();
    }

    /// Whether the bot has said something since.
    boolean hasAnswer() {
        return messages().size() > read;
    }

    /// Waits until the bot writes by itself.
    void awaits(String words) {
        awaits(words, PATIENCE);
    }

    void awaits(String words, Duration patience) {
        await(
                person + " gets \"" + words + "\"",
                patience,
                () -> countOf(words) > 0 ? Boolean.TRUE : null,
                () -> messages().stream().map(Visitor::text).collect(java.util.stream.Collectors.joining("\n---\n")));
    }

    /// Changes the latest message this person wrote to the bot.
    void edits(String words) {
        send("PATCH", "messages", Map.of("to", BOT, "ts", latestOfMine(), "text", words));
    }

    /// An administrator deactivates this person's account.
    void leaves() {
        post("leave", Map.of());
    }

    /// An administrator makes this person's account another one: `RESTRICTED`, `STRANGER`, ….
    Visitor becomes(String account) {
        post("account", Map.of("is", account));
        return this;
    }

    private String latestOfMine() {
        return messages().stream()
                .filter(message -> message.path("user").asString("").equals(person.id()))
                .toList()
                .getLast()
                .path("ts")
                .asString();
    }

    private void send(String method, String what, Map<String, ?> body) {
        assertThat(node(method, what, body).path("error").asString("")).as(what).isEmpty();
    }

    Visitor commands(String command) {
        read = messages("C0GENERAL").size();
        post("commands", Map.of("channel", "C0GENERAL", "text", command));
        return this;
    }

    /// Presses the button of that name in the latest message that has one.
    Visitor presses(String label) {
        return presses(label, directChannel());
    }

    Visitor presses(String label, @Nullable String channel) {
        var button = await("a button \"" + label + "\"", () -> button(label, channel));
        read = messages(channel).size();
        post("actions", button);
        return this;
    }

    /// Waits until the bot has said something new with these words, and gives all it said since.
    String sees(String words) {
        return sees(words, directChannel());
    }

    String seesInGeneral(String words) {
        return sees(words, "C0GENERAL");
    }

    private String sees(String words, @Nullable String channel) {
        var seen = new ArrayList<String>();
        await(
                person + " sees \"" + words + "\"",
                () -> {
                    seen.clear();
                    var messages = messages(channel);
                    messages.subList(Math.min(Math.max(0, read - 1), messages.size()), messages.size())
                            .forEach(message -> seen.add(text(message)));
                    return seen.stream().anyMatch(text -> text.contains(words)) ? Boolean.TRUE : null;
                },
                () -> String.join("\n---\n", seen));
        return String.join("\n", seen);
    }

    /// Whether nothing this person can see in a channel holds these words.
    boolean seesNothingIn(String channel, String words) {
        return messages(channel).stream().map(Visitor::text).noneMatch(text -> text.contains(words));
    }

    /// Waits until no message in the direct conversation holds these words any more.
    void seesNoLonger(String words) {
        await(person + " no longer sees \"" + words + "\"", () -> countOf(words) == 0 ? Boolean.TRUE : null);
    }

    /// How many messages of the bot in the direct conversation hold these words.
    long countOf(String words) {
        return messages().stream()
                .map(Visitor::text)
                .filter(text -> text.contains(words))
                .count();
    }

    /// Waits until a group conversation this person is in holds these words, and gives its id.
    String seesInAGroup(String words) {
        return await(person + " sees \"" + words + "\" in a group", () -> {
            for (var channel : node("GET", "", null).path("channels")) {
                var id = channel.path("id").asString();
                if (channel.path("kind").asString("").equals("group")
                        && messages(id).stream().map(Visitor::text).anyMatch(text -> text.contains(words))) {
                    return id;
                }
            }
            return null;
        });
    }

    /// Writes where others read it as well, and gives the message's id.
    String writesIn(String channel, String words) {
        return post("messages", Map.of("channel", channel, "text", words))
                .path("ts")
                .asString();
    }

    /// Whether nothing below a message holds these words.
    boolean seesNothingInThread(String channel, String first, String words) {
        for (var message :
                node("GET", "channels/" + channel + "?thread=" + first, null).path("messages")) {
            if (text(message).contains(words)) {
                return false;
            }
        }
        return true;
    }

    /// Whether this person is in no group conversation.
    boolean isInNoGroup() {
        for (var channel : node("GET", "", null).path("channels")) {
            if (channel.path("kind").asString("").equals("group")) {
                return false;
            }
        }
        return true;
    }

    /// Waits until the thread below a message holds these words.
    void seesInThread(String channel, String first, String words) {
        await(
                person + " sees \"" + words + "\" in the thread",
                () -> seesNothingInThread(channel, first, words) ? null : Boolean.TRUE);
    }

    /// Waits until the Home holds these words: it follows what the bot says.
    void seesAtHome(String words) {
        await(
                person + " sees \"" + words + "\" at home",
                () -> home().contains(words) ? Boolean.TRUE : null,
                this::home);
    }

    /// Waits until the Home that was opened before holds these words, without opening it again.
    void findsAtHome(String words) {
        await(
                person + " finds \"" + words + "\" at home",
                () -> text(node("GET", "home", null).path("view")).contains(words) ? Boolean.TRUE : null);
    }

    /// Waits for a file of that name in the direct conversation, and gives what is in it.
    byte[] receives(String name) {
        return await(person + " receives " + name, () -> {
            for (var message : messages()) {
                for (var file : message.path("files")) {
                    if (file.path("name").asString("").equals(name)) {
                        return download(file.path("url").asString());
                    }
                }
            }
            return null;
        });
    }

    private byte[] download(String url) {
        try {
            var request =
                    HttpRequest.newBuilder(URI.create(workspace).resolve(url)).build();
            return http.send(request, BodyHandlers.ofByteArray()).body();
        } catch (IOException broken) {
            throw new AssertionError("the workspace does not hand out " + url, broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private String home() {
        return text(node("POST", "home", Map.of()).path("view"));
    }

    private @Nullable Map<String, Object> button(String label, @Nullable String channel) {
        if (channel == null) {
            return null;
        }
        var messages = messages(channel);
        for (var message : messages.reversed()) {
            for (var block : message.path("blocks")) {
                for (var element : block.path("elements")) {
                    if (element.path("text").path("text").asString("").equals(label)) {
                        return Map.of(
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
                                element.path("action_id").asString());
                    }
                }
            }
        }
        return null;
    }

    private static String text(JsonNode message) {
        var words = new StringBuilder(message.path("text").asString(""));
        for (var block : message.path("blocks")) {
            words.append('\n').append(block.path("text").path("text").asString(""));
            for (var element : block.path("elements")) {
                var text = element.path("text");
                words.append('\n')
                        .append(
                                text.isString()
                                        ? text.asString()
                                        : text.path("text").asString(""));
            }
        }
        return words.toString();
    }

    private List<JsonNode> messages() {
        return messages(directChannel());
    }

    private List<JsonNode> messages(@Nullable String channel) {
        if (channel == null) {
            return List.of();
        }
        var messages = new ArrayList<JsonNode>();
        node("GET", "channels/" + channel, null).path("messages").forEach(messages::add);
        return messages;
    }

    private @Nullable String directChannel() {
        for (var channel : node("GET", "", null).path("channels")) {
            if (channel.path("kind").asString("").equals("im")) {
                return channel.path("id").asString();
            }
        }
        return null;
    }

    private JsonNode post(String what, Map<String, ?> body) {
        var answer = node("POST", what, body);
        assertThat(answer.path("error").asString("")).as(what).isEmpty();
        return answer;
    }

    private JsonNode node(String method, String what, @Nullable Map<String, ?> body) {
        var address = workspace + "/ui/people/" + person.id() + (what.isEmpty() ? "" : "/" + what);
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("X-Coffeebreak-UI", "1")
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json.writeValueAsString(body)))
                .build();
        try {
            return json.readTree(http.send(request, BodyHandlers.ofString()).body());
        } catch (IOException broken) {
            throw new AssertionError("the workspace does not answer", broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    static <T> T await(String what, java.util.function.Supplier<@Nullable T> look) {
        return await(what, look, () -> "");
    }

    private static <T> T await(
            String what, java.util.function.Supplier<@Nullable T> look, java.util.function.Supplier<String> instead) {
        return await(what, PATIENCE, look, instead);
    }

    private static <T> T await(
            String what,
            Duration patience,
            java.util.function.Supplier<@Nullable T> look,
            java.util.function.Supplier<String> instead) {
        var end = System.nanoTime() + patience.toNanos();
        while (true) {
            var found = look.get();
            if (found != null) {
                return found;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain until " + what + "; instead: " + instead.get());
            }
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
    }
}
