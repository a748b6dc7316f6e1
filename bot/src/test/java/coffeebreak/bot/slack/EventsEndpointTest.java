package coffeebreak.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.encoding.Json;
import coffeebreak.bot.frontdesk.Arrival;
import coffeebreak.bot.frontdesk.Arrival.Input;
import coffeebreak.bot.frontdesk.Place;
import coffeebreak.bot.frontdesk.Receiving;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.LifecycleException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// HTTP mode on a real servlet container, with requests as Slack signs them.
class EventsEndpointTest {

    private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
    private static final Instant NOW = Instant.parse("2026-04-26T12:00:00Z");

    @TempDir
    Path folder;

    private final ScriptedSlack slack = new ScriptedSlack();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final Buttons buttons = new Buttons(new Json());
    private final RequestSignature signature = new RequestSignature(SECRET, InstantSource.fixed(NOW));
    private ServletHost host;
    private final SlackEdge edge = new SlackEdge(
            new SlackSettings("xoxb-test", "", SECRET, SlackSettings.Mode.HTTP, slack.api()),
            Duration.ofSeconds(10),
            workers,
            InstantSource.fixed(NOW));

    @BeforeEach
    void start() throws LifecycleException {
        host = new ServletHost(folder, edge.endpoint().orElseThrow());
    }

    @AfterEach
    void stop() throws LifecycleException {
        edge.close();
        host.close();
        workers.shutdownNow();
        slack.close();
    }

    /// Whoever does not sign as Slack does, or not now, gets nothing but the status.
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "signed a second ago,         -1,   right,   200",
        "signed 4:59 ago,             -299, right,   200",
        "signed 4:59 ahead,           299,  right,   200",
        "signed 6 minutes ago,        -360, right,   401",
        "signed 6 minutes ahead,      360,  right,   401",
        "signed with another secret,  0,    other,   401",
        "signed with ---,             0,    dashes,  401",
        "not signed,                  0,    none,    401",
        "signed in another version,   0,    v1,      401",
        "signed with an empty text,   0,    empty,   401",
    })
    void onlySlacksOwnRequestsOfNowAreRead(String what, int secondsFromNow, String how, int status) throws Exception {
        edge.open(arrivals::add);
        var timestamp = String.valueOf(NOW.plusSeconds(secondsFromNow).getEpochSecond());
        var body = message("Ev1", "1714100000.000200", "hi");
        var response = post(
                body,
                timestamp,
                switch (how) {
                    case "right" -> signature.sign(timestamp, bytes(body));
                    case "other" ->
                        new RequestSignature("other", InstantSource.fixed(NOW)).sign(timestamp, bytes(body));
                    case "dashes" -> new RequestSignature("---", InstantSource.fixed(NOW)).sign(timestamp, bytes(body));
                    case "v1" -> signature.sign(timestamp, bytes(body)).replace("v0=", "v1=");
                    case "empty" -> "";
                    default -> null;
                });
        assertThat(response.statusCode()).as(what).isEqualTo(status);
        assertThat(response.body()).isEmpty();
        if (status == 200) {
            assertThat(taken().input()).isEqualTo(new Input.Words("hi"));
        } else {
            assertThat(arrivals).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "99999999999999999999", "1e9"})
    void aTimestampThatIsNoneIsRefused(String timestamp) throws Exception {
        edge.open(arrivals::add);
        assertThat(post("{}", timestamp, signature.sign(timestamp, bytes("{}"))).statusCode())
                .isEqualTo(401);
    }

    @Test
    void aBodyThatEndsInANewlineIsTakenAsItIs() throws Exception {
        edge.open(arrivals::add);
        assertThat(signed(message("Ev1", "1714100000.000200", "hi") + "\n").statusCode())
                .isEqualTo(200);
        assertThat(taken().input()).isEqualTo(new Input.Words("hi"));
    }

    @Test
    void whatIsNotJsonIsRefusedForItsSignatureBeforeItIsRead() throws Exception {
        edge.open(arrivals::add);
        var unsigned = post("{\"type\":", timestamp(), null);
        assertThat(unsigned.statusCode()).isEqualTo(401);
        assertThat(unsigned.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"type\":", "{}", "[]", "", "payload=%7B", "{\"type\":\"event_callback\"}", "nothing=known"})
    void whatIsSignedButNotToBeReadGivesNoStackTrace(String body) throws Exception {
        edge.open(arrivals::add);
        var response = signed(body);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void whatIsTooLargeIsNotEvenHashed() throws Exception {
        edge.open(arrivals::add);
        var large = "x".repeat(2 * 1024 * 1024);
        assertThat(post(large, timestamp(), "v0=0").statusCode()).isEqualTo(413);
        var request = request(timestamp(), "v0=0")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(large)))
                .build();
        assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                .as("with no length told beforehand")
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH"})
    void nothingButAPostIsServed(String method) throws Exception {
        edge.open(arrivals::add);
        var response = client.send(
                request(timestamp(), "v0=0")
                        .method(method, BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).contains("POST");
    }

    @Test
    void theAddressIsConfirmedWhenSlackAsks() throws Exception {
        var response = signed("{\"type\":\"url_verification\",\"challenge\":\"3eZbrw1a\",\"token\":\"t\"}");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("3eZbrw1a");
    }

    @Test
    void whatComesBeforeAnybodyIsThereIsAskedToComeAgain() throws Exception {
        assertThat(signed(message("Ev1", "1714100000.000200", "hi")).statusCode())
                .isEqualTo(503);
    }

    @Test
    void nothingIsAcknowledgedBeforeItIsKept() throws Exception {
        var free = new CountDownLatch(1);
        var begun = new CountDownLatch(1);
        edge.open(arrival -> {
            begun.countDown();
            try {
                free.await();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
            arrivals.add(arrival);
        });
        try (var slack = Executors.newVirtualThreadPerTaskExecutor()) {
            var answer = slack.submit(
                    () -> signed(message("Ev1", "1714100000.000200", "first")).statusCode());
            assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(answer.isDone()).isFalse();
            free.countDown();
            assertThat(answer.get()).isEqualTo(200);
        }
        assertThat(taken().input()).isEqualTo(new Input.Words("first"));
    }

    @Test
    void aMessageCarriesTheIdOfItsEventAndOfItself() throws Exception {
        edge.open(arrivals::add);
        signed(message("Ev1", "1714100000.000200", "R&amp;D for <https://x.example|this>?"));
        assertThat(taken())
                .isEqualTo(new Arrival(
                        Set.of("event:Ev1", "message:D0ANA:1714100000.000200"),
                        new Person("U0ANA"),
                        new Place(Place.Kind.DIRECT, "D0ANA", "1714100000.000200", null, null, null),
                        new Input.Words("R&D for this?")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"bot_id\":\"B1\",\"user\":\"U0OTHERBOT\",\"text\":\"beep\"",
                "\"subtype\":\"message_changed\",\"message\":{\"text\":\"edited\",\"user\":\"U0ANA\",\"ts\":\"1.1\"}",
                "\"subtype\":\"message_deleted\",\"deleted_ts\":\"1.1\"",
                "\"subtype\":\"bot_message\",\"bot_id\":\"B1\",\"text\":\"beep\"",
                "\"subtype\":\"channel_join\",\"user\":\"U0ANA\",\"text\":\"joined\"",
                "\"user\":\"U0ANA\",\"text\":\"\"",
                "\"text\":\"from nobody\"",
            })
    void whatNobodySaidToTheBotIsAcknowledgedAndLeftAlone(String fields) throws Exception {
        edge.open(arrivals::add);
        assertThat(signed(event(
                                "Ev1",
                                "{\"type\":\"message\",\"channel\":\"D0ANA\",\"channel_type\":\"im\",\"ts\":\"1.2\","
                                        + fields + "}"))
                        .statusCode())
                .isEqualTo(200);
        signed(message("Ev2", "1714100000.000300", "marker"));
        assertThat(taken().input()).isEqualTo(new Input.Words("marker"));
    }

    @Test
    void anEditByAPersonCarriesTheNewWordsAndTheMessageItBelongsTo() throws Exception {
        edge.open(arrivals::add);
        signed(event("Ev1", """
                {"type":"message","subtype":"message_changed","channel":"D0ANA","channel_type":"im","ts":"1.3",
                 "message":{"type":"message","user":"U0ANA","text":"when is dinner?","ts":"1.1",
                            "edited":{"user":"U0ANA","ts":"1.2"}},
                 "previous_message":{"type":"message","user":"U0ANA","text":"when is lunch?","ts":"1.1"}}"""));

        assertThat(taken())
                .isEqualTo(new Arrival(
                        Set.of("event:Ev1", "edit:D0ANA:1.1:1.2"),
                        new Person("U0ANA"),
                        new Place(Place.Kind.DIRECT, "D0ANA", "1.1", null, null, null),
                        new Input.Edited("when is dinner?")));
    }

    @Test
    void whatIsDeletedIsHandedOnAndNotReadAnyMore() throws Exception {
        var deleted = new LinkedBlockingQueue<String>();
        edge.open(new Receiving() {
            @Override
            public void arrived(Arrival arrival) {
                arrivals.add(arrival);
            }

            @Override
            public void deleted(String channel, String message) {
                deleted.add(channel + " " + message);
            }
        });
        signed(event("Ev3", """
                {"type":"message","subtype":"message_deleted","channel":"D0ANA","channel_type":"im","ts":"1.4",
                 "deleted_ts":"1714100000.000200"}"""));
        signed(message("Ev2", "1714100000.000200", "taken back"));
        signed(message("Ev4", "1714100000.000300", "last"));

        assertThat(deleted).containsExactly("D0ANA 1714100000.000200");
        assertThat(taken().input()).isEqualTo(new Input.Words("last"));
    }

    @Test
    void whatCannotBeKeptIsNotAcknowledged() throws Exception {
        edge.open(_ -> {
            throw new IllegalStateException("broken on purpose");
        });
        assertThat(signed(message("Ev1", "1.1", "hi")).statusCode()).isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"user_change\",\"user\":{\"id\":\"U0ANA\",\"deleted\":true}}",
                "{\"type\":\"team_leave\",\"user\":\"U0ANA\"}",
                "{\"type\":\"team_leave\",\"user\":{\"id\":\"U0ANA\"}}"
            })
    void whoseAccountIsClosedHasLeft(String event) throws Exception {
        edge.open(arrivals::add);
        signed(event("Ev1", event));

        var arrival = taken();
        assertThat(arrival.from()).isEqualTo(new Person("U0ANA"));
        assertThat(arrival.input()).isEqualTo(new Input.Left());
    }

    @Test
    void aChangeOfSomebodyWhoStaysIsLeftAlone() throws Exception {
        edge.open(arrivals::add);
        signed(event("Ev1", "{\"type\":\"user_change\",\"user\":{\"id\":\"U0ANA\",\"deleted\":false}}"));
        signed(message("Ev2", "1714100000.000300", "marker"));
        assertThat(taken().input()).isEqualTo(new Input.Words("marker"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"reaction_added", "team_join", "something_new_in_2027"})
    void anEventNobodyAskedForIsAcknowledged(String type) throws Exception {
        edge.open(arrivals::add);
        assertThat(signed(event("Ev1", "{\"type\":\"" + type + "\",\"user\":\"U0ANA\"}"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aMentionIsAnsweredInItsThreadAndReadWithoutTheMention() throws Exception {
        edge.open(arrivals::add);
        signed(
                event(
                        "Ev1",
                        "{\"type\":\"app_mention\",\"user\":\"U0ANA\",\"channel\":\"C0GEN\",\"ts\":\"1.2\",\"text\":\"<@U0BOT> what's next?\"}"));
        var arrival = taken();
        assertThat(arrival.input()).isEqualTo(new Input.Words("what's next?"));
        assertThat(arrival.place()).isEqualTo(new Place(Place.Kind.CHANNEL, "C0GEN", "1.2", "1.2", null, null));
    }

    @Test
    void openingHomeAsksForIt() throws Exception {
        edge.open(arrivals::add);
        signed(
                event(
                        "Ev0",
                        "{\"type\":\"app_home_opened\",\"user\":\"U0ANA\",\"channel\":\"D0ANA\",\"tab\":\"messages\",\"event_ts\":\"1.1\"}"));
        signed(
                event(
                        "Ev1",
                        "{\"type\":\"app_home_opened\",\"user\":\"U0ANA\",\"channel\":\"D0ANA\",\"tab\":\"home\",\"event_ts\":\"1.2\"}"));
        var arrival = taken();
        assertThat(arrival.ids()).containsExactlyInAnyOrder("event:Ev1", "home:U0ANA:1.2");
        assertThat(arrival.input()).isEqualTo(new Input.Intent(new ChatIntent.OpenHome()));
    }

    @Test
    void aCommandCarriesItsWordsAndHowToAnswerInPrivate() throws Exception {
        edge.open(arrivals::add);
        var response = signed("command=%2Fcoffee-admin&text=publish+%26amp%3B+go&user_id=U0ORG&channel_id=C0GEN"
                + "&team_id=T0&trigger_id=13.37&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2F1&token=t");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        assertThat(taken())
                .isEqualTo(new Arrival(
                        Set.of("command:13.37"),
                        new Person("U0ORG"),
                        new Place(
                                Place.Kind.COMMAND, "C0GEN", null, null, "13.37", "https://hooks.slack.com/commands/1"),
                        new Input.Command("/coffee-admin", "publish & go")));
    }

    @Test
    void aPressMeansTheIntentItsButtonCarries() throws Exception {
        edge.open(arrivals::add);
        var intent = new ChatIntent.DeclineSeat("seat-1");
        signed(press(buttons.write(intent), ""));
        assertThat(taken())
                .isEqualTo(new Arrival(
                        Set.of("trigger:13.37", "press:D0ANA:1714100000.000100:button-1:1714100001.5"),
                        new Person("U0ANA"),
                        new Place(
                                Place.Kind.DIRECT,
                                "D0ANA",
                                "1714100000.000100",
                                null,
                                "13.37",
                                "https://hooks.slack.com/actions/1"),
                        new Input.Intent(intent)));
    }

    @Test
    void aPressOnAPrivateMessageIsAnsweredInPrivate() throws Exception {
        edge.open(arrivals::add);
        signed(press(buttons.write(new ChatIntent.Publish(3)), ",\"is_ephemeral\":true"));
        assertThat(taken().place().kind()).isEqualTo(Place.Kind.COMMAND);
    }

    @Test
    void aButtonNobodyCanReadIsAnsweredWithASentence() throws Exception {
        edge.open(arrivals::add);
        assertThat(signed(press("approve_42", "")).statusCode()).isEqualTo(200);
        var said = awaitCall("chat.postMessage");
        assertThat(said.argument("channel")).isEqualTo("D0ANA");
        assertThat(said.argument("text")).contains("can't read that button");
        assertThat(arrivals).isEmpty();
    }

    @Test
    void aSubmittedFormCarriesItsAnswers() throws Exception {
        edge.open(arrivals::add);
        var response = signed(payload("""
                {"type":"view_submission","user":{"id":"U0ANA"},"team":{"id":"T0"},"trigger_id":"13.38","view":{"id":"V1",
                 "type":"modal","hash":"156.abc","callback_id":"sign-up","state":{"values":{
                 "question":{"answer":{"type":"plain_text_input","value":"Why?"}},
                 "topics":{"answer":{"type":"multi_static_select","selected_options":[]}}}}}}"""));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        var arrival = taken();
        assertThat(arrival.ids()).containsExactlyInAnyOrder("trigger:13.38", "view:V1:156.abc");
        assertThat(arrival.place()).isEqualTo(new Place(Place.Kind.DIRECT, "", null, null, "13.38", null));
        assertThat(arrival.input())
                .isEqualTo(new Input.Intent(new ChatIntent.SubmitForm(
                        "sign-up", Map.of("question", List.of("Why?"), "topics", List.of()))));
    }

    @Test
    void healthSaysWhetherSlackAnswers() throws Exception {
        slack.answers("auth.test", ScriptedSlack.error("invalid_auth"));
        assertThat(edge.health().now().connected()).isFalse();
        edge.open(arrivals::add);
        awaitCall("auth.test");
        Await.until(() -> String.valueOf(edge.health().now().lastError()).contains("invalid_auth"));
        assertThat(edge.health().now().connected()).isFalse();
    }

    private static String message(String eventId, String ts, String text) {
        return event(
                eventId,
                "{\"type\":\"message\",\"channel\":\"D0ANA\",\"channel_type\":\"im\",\"user\":\"U0ANA\",\"ts\":\"%s\",\"text\":\"%s\"}"
                        .formatted(ts, text));
    }

    private static String event(String id, String event) {
        return "{\"type\":\"event_callback\",\"team_id\":\"T0\",\"api_app_id\":\"A0\",\"event_id\":\"%s\",\"event\":%s}"
                .formatted(id, event);
    }

    private static String press(String value, String container) {
        return payload("""
                {"type":"block_actions","user":{"id":"U0ANA"},"team":{"id":"T0"},"trigger_id":"13.37",
                 "response_url":"https://hooks.slack.com/actions/1","channel":{"id":"D0ANA","name":"directmessage"},
                 "container":{"type":"message","message_ts":"1714100000.000100","channel_id":"D0ANA"%s},
                 "message":{"type":"message","ts":"1714100000.000100","text":"t"},
                 "actions":[{"type":"button","action_id":"button-1","block_id":"b","action_ts":"1714100001.5","value":%s}]}""".formatted(container, new com.google.gson.Gson().toJson(value)));
    }

    private static String payload(String json) {
        return "payload=" + URLEncoder.encode(json, StandardCharsets.UTF_8);
    }

    private Arrival taken() throws InterruptedException {
        var arrival = arrivals.poll(10, TimeUnit.SECONDS);
        if (arrival == null) {
            throw new AssertionError("nothing arrived");
        }
        return arrival;
    }

    private ScriptedSlack.Call awaitCall(String method) {
        Await.until(() -> !slack.calls(method).isEmpty());
        return slack.calls(method).getFirst();
    }

    private HttpResponse<String> signed(String body) throws IOException, InterruptedException {
        return post(body, timestamp(), signature.sign(timestamp(), bytes(body)));
    }

    private HttpResponse<String> post(String body, String timestamp, @Nullable String signed)
            throws IOException, InterruptedException {
        return client.send(
                request(timestamp, signed).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String timestamp, @Nullable String signed) {
        var request = HttpRequest.newBuilder(host.address())
                .timeout(Duration.ofSeconds(20))
                .header("X-Slack-Request-Timestamp", timestamp);
        return signed == null ? request : request.header("X-Slack-Signature", signed);
    }

    private static String timestamp() {
        return String.valueOf(NOW.getEpochSecond());
    }

    private static byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
