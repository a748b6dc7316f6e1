package coffeebreak.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import redis.embedded.RedisServer;

/// `serve` in HTTP mode, against a server that only speaks as Slack does, and a real Redis.
@TestInstance(Lifecycle.PER_CLASS)
final class HttpModeIT {

    private static final String SECRET = "a-secret-that-only-slack-and-the-bot-know";

    @TempDir
    Path folder = Path.of("set by JUnit");

    private final HttpClient http = HttpClient.newHttpClient();
    private final int redisPort;
    private final RedisServer redis;
    private int healthPort;

    HttpModeIT() throws IOException {
        redisPort = RunningJar.freePort();
        redis = RedisServer.newRedisServer()
                .port(redisPort)
                .setting("bind 127.0.0.1")
                .setting("save \"\"")
                .build();
    }

    @BeforeAll
    void startRedis() throws IOException {
        redis.start();
    }

    @AfterAll
    void stopRedis() throws IOException {
        redis.stop();
    }

    @Test
    void aSignedMessageIsAnsweredOnceAndAnythingElseNever() throws Exception {
        try (var slack = new ScriptedSlack()) {
            int port = RunningJar.freePort();
            healthPort = RunningJar.freePort();
            try (var jar = RunningJar.start(settings(slack.address(), port), "serve")) {
                awaitUp(jar);
                URI events = URI.create("http://127.0.0.1:" + port + "/slack/events");
                int callsBefore = slack.calls().size();

                // What is not Slack's, or not Slack's now, is refused before anybody reads it.
                Instant now = Instant.now();
                String forged = message("Ev0FORGED", "when is lunch?", "1777204801.000100");
                assertThat(send(events, forged, now, "another secret", Map.of()))
                        .isEqualTo(401);
                assertThat(send(events, forged, now.minus(Duration.ofMinutes(6)), SECRET, Map.of()))
                        .isEqualTo(401);
                assertThat(send(events, forged, now.plus(Duration.ofMinutes(6)), SECRET, Map.of()))
                        .isEqualTo(401);
                assertThat(unsigned(events, forged)).isEqualTo(401);

                // The same event as Slack repeats it: by its retries, and once more under a fresh id.
                String asked = message("Ev0FIRST", "when does Julia Kempe speak?", "1777204802.000100");
                assertThat(send(events, asked, Instant.now(), SECRET, Map.of())).isEqualTo(200);
                for (int retry = 1; retry <= 2; retry++) {
                    var headers = Map.of("X-Slack-Retry-Num", "" + retry, "X-Slack-Retry-Reason", "http_timeout");
                    assertThat(send(events, asked, Instant.now(), SECRET, headers))
                            .isEqualTo(200);
                }
                String anew = message("Ev0FRESH", "when does Julia Kempe speak?", "1777204802.000100");
                assertThat(send(events, anew, Instant.now(), SECRET, Map.of())).isEqualTo(200);
                String last = message("Ev0LAST", "when is lunch?", "1777204803.000100");
                assertThat(send(events, last, Instant.now(), SECRET, Map.of())).isEqualTo(200);

                Await.until("both questions are answered", () -> slack.posted().size() >= 2);
                jar.stop(); // works off what it has taken on
                assertThat(slack.posted())
                        .as("posted: %s", slack.posted())
                        .hasSize(2)
                        .allSatisfy(arguments -> assertThat(arguments).containsEntry("channel", "D0PERSON"))
                        .anySatisfy(arguments -> assertThat(arguments.get("text"))
                                .contains("14:00")
                                .contains("15:30"))
                        .anySatisfy(
                                arguments -> assertThat(arguments.get("text")).containsIgnoringCase("lunch"));
                assertThat(slack.calls().subList(callsBefore, slack.calls().size()))
                        .as("nothing else is done, and nothing asked but who is speaking")
                        .extracting(ScriptedSlack.Call::method)
                        .allMatch(method -> List.of("chat.postMessage", "users.info", "auth.test")
                                .contains(method));
            }
        }
    }

    @Test
    void withoutTokensItSaysWhichSettingsAreMissingAndDoesNotStart() throws Exception {
        Run socket = RunningJar.run(Map.of(), "serve");
        assertThat(socket.said())
                .contains("SLACK_BOT_TOKEN is not set")
                .contains("SLACK_APP_TOKEN is not set")
                .contains("REDIS_URL is not set")
                .doesNotContain("\tat ");
        assertThat(socket.status()).isEqualTo(1);

        Run http = RunningJar.run(
                Map.of("COFFEEBREAK_SLACK_MODE", "http", "REDIS_URL", redisAddress(), "SLACK_BOT_TOKEN", "xoxb-0-0"),
                "serve");
        assertThat(http.said()).contains("SLACK_SIGNING_SECRET is not set").doesNotContain("SLACK_APP_TOKEN is not");
        assertThat(http.status()).isEqualTo(1);
    }

    @Test
    void everythingWrongInAProgrammeIsSaidAtOnceWithItsLine() throws Exception {
        Path programme = folder.resolve("programme.yaml");
        Files.writeString(programme, """
                name: A workshop
                date: someday
                zone: Atlantis
                sessions:
                  - start: "25:00"
                    title: Too late
                    kind: dancing
                """);
        var settings = new HashMap<>(settings("http://127.0.0.1:1/api/", 0));
        settings.put("COFFEEBREAK_EVENT", programme.toUri().toString());
        Run run = RunningJar.run(settings, "serve");

        assertThat(run.said())
                .containsPattern("programme\\.yaml:2: .*someday")
                .containsPattern("programme\\.yaml:3: .*Atlantis")
                .containsPattern("programme\\.yaml:5: .*25:00")
                .containsPattern("programme\\.yaml:7: .*dancing")
                .doesNotContain("\tat ");
        assertThat(run.status()).isEqualTo(1);
    }

    @Test
    void aloneItPrintsItsHelpAndAnUnknownCommandIsWrongUsage() throws Exception {
        Run alone = RunningJar.run(Map.of());
        assertThat(alone.said()).contains("Usage: coffeebreak", "demo", "serve", "workspace");
        assertThat(alone.status()).isZero();

        Run unknown = RunningJar.run(Map.of(), "42");
        assertThat(unknown.said()).contains("42").contains("Usage: coffeebreak");
        assertThat(unknown.status()).isEqualTo(2);
    }

    private Map<String, String> settings(String api, int port) {
        return Map.of(
                "COFFEEBREAK_SLACK_MODE",
                "http",
                "SLACK_API_URL",
                api,
                "SLACK_BOT_TOKEN",
                "xoxb-1-2-three",
                "SLACK_SIGNING_SECRET",
                SECRET,
                "REDIS_URL",
                redisAddress(),
                "COFFEEBREAK_EVENT_DATE",
                "2026-04-26",
                "COFFEEBREAK_EVENT_ZONE",
                "America/Sao_Paulo",
                "COFFEEBREAK_NOW",
                "2026-04-26T11:40:00Z",
                "PORT",
                "" + port,
                "COFFEEBREAK_MANAGEMENT_PORT",
                "" + healthPort);
    }

    private String redisAddress() {
        return "redis://127.0.0.1:" + redisPort;
    }

    private void awaitUp(RunningJar jar) throws InterruptedException {
        URI health = URI.create("http://127.0.0.1:" + healthPort + "/actuator/health");
        Await.until(() -> "it is up; it said:\n" + jar.said(), () -> {
            assertThat(jar.isAlive()).isTrue();
            return http.send(HttpRequest.newBuilder(health).build(), BodyHandlers.ofString())
                            .statusCode()
                    == 200;
        });
    }

    private static String message(String eventId, String text, String ts) {
        return """
                {"token":"unused","team_id":"T0EXAMPLE","api_app_id":"A0EXAMPLE","type":"event_callback",
                 "event_id":"%s","event_time":1777204800,
                 "authorizations":[{"team_id":"T0EXAMPLE","user_id":"U0BOT","is_bot":true}],
                 "event":{"type":"message","channel_type":"im","channel":"D0PERSON","user":"U0PERSON","team":"T0EXAMPLE",
                          "text":"%s","ts":"%s","event_ts":"%s"}}
                """.formatted(eventId, text, ts, ts);
    }

    /// Sends as Slack does, signed with this secret at this instant, and returns the status.
    private int send(URI to, String body, Instant at, String secret, Map<String, String> more)
            throws IOException, InterruptedException, GeneralSecurityException {
        String seconds = "" + at.getEpochSecond();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] signature = mac.doFinal(("v0:" + seconds + ":" + body).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(to)
                .header("Content-Type", "application/json")
                .header("X-Slack-Request-Timestamp", seconds)
                .header("X-Slack-Signature", "v0=" + HexFormat.of().formatHex(signature));
        more.forEach(request::header);
        return http.send(request.POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString())
                .statusCode();
    }

    private int unsigned(URI to, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(to)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString()).statusCode();
    }
}
