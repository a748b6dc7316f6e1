package coffeebreak.workspace;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Signed POSTs to the app's one URL: events as JSON, commands as a form, interactions as a form with `payload`.
final class HttpTransport implements Transport {
    private final URI url;
    private final Signature signature;
    private final InstantSource real;
    private final Duration patience;
    private final HttpClient client;
    private volatile boolean connected;

    HttpTransport(URI url, Signature signature, InstantSource real, Duration patience) {
        this.url = url;
        this.signature = signature;
        this.real = real;
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .build();
    }

    @Override
    public String name() {
        return "http";
    }

    @Override
    public boolean connected() {
        return connected;
    }

    /// Asks the URL to repeat a challenge, as Slack does when it is entered.
    Answer verify(String challenge) {
        var payload = Json.object().put("token", "local").put("challenge", challenge);
        payload.put("type", "url_verification");
        var answer = post("application/json", Json.write(payload), 0, null);
        if (answer instanceof Answer.Acknowledged acknowledged
                && !Json.text(acknowledged.payload(), "challenge").equals(challenge)
                && !Json.text(acknowledged.payload(), "text").equals(challenge)) {
            connected = false;
            return new Answer.Missed("challenge_failed", acknowledged.status(), true);
        }
        return answer;
    }

    @Override
    public Answer deliver(Delivery delivery, int attempt, @Nullable String retryReason) {
        return switch (delivery.type()) {
            case "events_api" -> post("application/json", Json.write(delivery.payload()), attempt, retryReason);
            case "slash_commands" ->
                post("application/x-www-form-urlencoded", form(delivery.payload()), attempt, retryReason);
            default ->
                post(
                        "application/x-www-form-urlencoded",
                        "payload=" + encode(Json.write(delivery.payload())),
                        attempt,
                        retryReason);
        };
    }

    private Answer post(String contentType, String body, int attempt, @Nullable String retryReason) {
        var timestamp = Long.toString(real.instant().getEpochSecond());
        var request = HttpRequest.newBuilder(url)
                .timeout(patience)
                .header("Content-Type", contentType)
                .header("User-Agent", "Slackbot 1.0 (local workspace)")
                .header("X-Slack-Request-Timestamp", timestamp)
                .header("X-Slack-Signature", signature.of(timestamp, body))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (attempt > 0) {
            request.header("X-Slack-Retry-Num", Integer.toString(attempt));
            request.header("X-Slack-Retry-Reason", retryReason == null ? "unknown_error" : retryReason);
        }
        try {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            int status = response.statusCode();
            if (status < 200 || status > 299) {
                boolean retry = !response.headers()
                        .firstValue("x-slack-no-retry")
                        .orElse("")
                        .equals("1");
                return new Answer.Missed("http_error", status, retry);
            }
            connected = true;
            return new Answer.Acknowledged(payload(response.body()), status);
        } catch (HttpTimeoutException late) {
            return new Answer.Missed("http_timeout", 0, true);
        } catch (ConnectException nobody) {
            connected = false;
            return new Answer.Missed("connection_failed", 0, true);
        } catch (IOException broken) {
            return new Answer.Missed("connection_failed", 0, true);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new Answer.Missed("connection_failed", 0, false);
        }
    }

    private static ObjectNode payload(String body) {
        if (body.isBlank()) {
            return Json.object();
        }
        return Json.parse(body)
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .orElseGet(() -> Json.object().put("text", body));
    }

    private static String form(ObjectNode fields) {
        return fields.properties().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(Json.text(field.getValue())))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
