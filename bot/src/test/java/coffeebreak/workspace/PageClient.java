package coffeebreak.workspace;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Does through `/ui/` what a person does on the page.
public final class PageClient {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private final String address;
    private final HttpClient client = HttpClient.newHttpClient();

    public PageClient(String address) {
        this.address = address;
    }

    public JsonNode state() {
        return get("state");
    }

    public JsonNode sidebar(String user) {
        return get("people/" + user);
    }

    /// The person's direct message with the bot.
    public String directMessage(String user) {
        return sidebar(user)
                .path("channels")
                .valueStream()
                .filter(channel -> channel.path("kind").asString().equals("im"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    public JsonNode messages(String user, String channel) {
        return get("people/" + user + "/channels/" + channel).path("messages");
    }

    public JsonNode home(String user) {
        return get("people/" + user + "/home").path("view");
    }

    public JsonNode writes(String user, String text) {
        return post("people/" + user + "/messages", """
                {"channel":"%s","text":"%s"}""".formatted(directMessage(user), text));
    }

    public JsonNode command(String user, String text) {
        return post("people/" + user + "/commands", """
                {"channel":"%s","text":"%s"}""".formatted(directMessage(user), text));
    }

    public JsonNode submits(String user, String viewId, String state) {
        return post("people/" + user + "/views/" + viewId + "/submit", "{\"state\":" + state + "}");
    }

    public JsonNode get(String path) {
        return send(request(path).GET(), 200);
    }

    /// What is in a file that stands in a message.
    public byte[] download(String url) {
        try {
            var request =
                    HttpRequest.newBuilder(URI.create(address).resolve(url)).build();
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
        } catch (IOException broken) {
            throw new AssertionError("the workspace did not hand out " + url, broken);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stop);
        }
    }

    public JsonNode post(String path, String json) {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(json)), 200);
    }

    public JsonNode change(String verb, String path, String json, int expectedStatus) {
        return send(request(path).method(verb, HttpRequest.BodyPublishers.ofString(json)), expectedStatus);
    }

    /// Asks again until the answer is as wished; fails after ten seconds with the last answer.
    public static <T> T until(Supplier<T> question, Predicate<T> wish) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (true) {
            var answer = question.get();
            if (wish.test(answer)) {
                return answer;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("still not so after ten seconds: " + answer);
            }
            Thread.onSpinWait();
            java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + "/ui/" + path))
                .header("X-Coffeebreak-UI", "1")
                .header("Content-Type", "application/json");
    }

    private JsonNode send(HttpRequest.Builder request, int expectedStatus) {
        try {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != expectedStatus) {
                throw new AssertionError(
                        "%s answered %d: %s".formatted(response.uri(), response.statusCode(), response.body()));
            }
            return MAPPER.readTree(response.body());
        } catch (IOException broken) {
            throw new AssertionError(
                    "the workspace did not answer " + request.build().uri(), broken);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stop);
        }
    }
}
