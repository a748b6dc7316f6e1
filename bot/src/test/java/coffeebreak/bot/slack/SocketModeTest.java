package coffeebreak.bot.slack;

import static coffeebreak.bot.slack.ScriptedSlack.error;
import static coffeebreak.bot.slack.ScriptedSlack.json;
import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.frontdesk.Arrival;
import coffeebreak.bot.frontdesk.Arrival.Input;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SocketModeTest {

    private static final SocketMode.Watch QUICK = new SocketMode.Watch(
            Duration.ofMillis(50),
            Duration.ofSeconds(5),
            Duration.ofSeconds(2),
            Duration.ofMillis(20),
            Duration.ofMillis(100));

    @TempDir
    Path folder;

    private final ScriptedSlack slack = new ScriptedSlack();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private ScriptedSocket socket;
    private SlackEdge edge;

    @BeforeEach
    void start() throws Exception {
        socket = new ScriptedSocket(folder);
        edge = new SlackEdge(
                SlackMessengerTest.settings(slack.api()),
                Duration.ofSeconds(10),
                workers,
                InstantSource.system(),
                QUICK);
        for (var i = 0; i < 20; i++) {
            slack.answers("apps.connections.open", json("{\"ok\":true,\"url\":\"" + socket.url() + "\"}"));
        }
    }

    @AfterEach
    void stop() throws Exception {
        edge.close();
        socket.close();
        slack.close();
        workers.shutdownNow();
    }

    @Test
    void anEnvelopeIsAcknowledgedAndItsMessageArrives() throws Exception {
        connect();
        socket.send(0, message("e1", "Ev1", "1.1", "hi"));
        assertThat(socket.next()).isEqualTo(new ScriptedSocket.Received(0, "{\"envelope_id\":\"e1\"}"));
        assertThat(arrived().input()).isEqualTo(new Input.Words("hi"));
    }

    @Test
    void nothingIsAcknowledgedBeforeItIsKeptAndNobodyWaitsForAnother() throws Exception {
        var free = new CountDownLatch(1);
        edge.open(arrival -> {
            arrivals.add(arrival);
            if (arrival.from().equals(new Person("U0ANA"))) {
                uninterrupted(free);
            }
        });
        Await.until(() -> edge.health().now().connected());
        for (var i = 0; i < 30; i++) {
            socket.send(0, message("e" + i, "Ev" + i, "1." + i, "message " + i));
        }
        socket.send(0, message("other", "Ev99", "1.99", "hi").replace("U0ANA", "U0BOB"));
        assertThat(socket.next().text()).isEqualTo("{\"envelope_id\":\"other\"}");
        free.countDown();
        for (var i = 0; i < 30; i++) {
            assertThat(socket.next().text()).isEqualTo("{\"envelope_id\":\"e" + i + "\"}");
        }
        assertThat(arrivals.stream().filter(arrival -> arrival.from().equals(new Person("U0ANA"))))
                .extracting(Arrival::input)
                .as("in the order they came")
                .isEqualTo(IntStream.range(0, 30)
                        .mapToObj(number -> (Input) new Input.Words("message " + number))
                        .toList());
    }

    @Test
    void whatCouldNotBeTakenIsNotAcknowledged() throws Exception {
        edge.open(arrival -> {
            if (arrival.input().equals(new Input.Words("first"))) {
                throw new IllegalStateException("broken on purpose");
            }
        });
        Await.until(() -> edge.health().now().connected());
        socket.send(0, message("e1", "Ev1", "1.1", "first"));
        socket.send(0, message("e2", "Ev2", "1.2", "second"));
        assertThat(socket.next().text()).isEqualTo("{\"envelope_id\":\"e2\"}");
    }

    private static void uninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aCommandBySocketIsTheSameAsByHttp() throws Exception {
        connect();
        socket.send(0, """
                {"type":"slash_commands","envelope_id":"e1","accepts_response_payload":true,"payload":{"command":"/coffee",
                 "text":"","user_id":"U0ANA","channel_id":"C0GEN","trigger_id":"13.37","response_url":"https://hooks.slack.com/1"}}""");
        assertThat(socket.next().text()).isEqualTo("{\"envelope_id\":\"e1\"}");
        assertThat(arrived().input()).isEqualTo(new Input.Command("/coffee", ""));
    }

    @Test
    void whatNobodyUnderstandsIsAcknowledgedSoThatItDoesNotComeAgain() throws Exception {
        connect();
        socket.send(0, "{\"type\":\"interactive\",\"envelope_id\":\"e1\",\"payload\":{\"type\":\"from_2027\"}}");
        assertThat(socket.next().text()).isEqualTo("{\"envelope_id\":\"e1\"}");
        socket.send(0, "{\"type\":\"from_2027\"}");
        socket.send(0, "no json");
        socket.send(0, message("e2", "Ev2", "1.2", "still there?"));
        assertThat(socket.next().text()).contains("e2");
    }

    @Test
    void beforeSlackEndsAConnectionTheNextIsOpen() throws Exception {
        connect();
        socket.send(0, "{\"type\":\"disconnect\",\"reason\":\"refresh_requested\"}");
        Await.until(() -> socket.connected() == 2);
        Await.until(() -> !socket.isOpen(0));
        assertThat(edge.health().now().connected()).isTrue();
        socket.send(1, message("e1", "Ev1", "1.1", "hi"));
        assertThat(socket.next()).isEqualTo(new ScriptedSocket.Received(1, "{\"envelope_id\":\"e1\"}"));
    }

    @Test
    void whatComesByTheOldConnectionIsAcknowledgedThere() throws Exception {
        connect();
        socket.greets(false);
        socket.send(0, "{\"type\":\"disconnect\",\"reason\":\"warning\"}");
        Await.until(() -> socket.connected() == 2);
        socket.send(0, message("e1", "Ev1", "1.1", "hi"));
        assertThat(socket.next()).isEqualTo(new ScriptedSocket.Received(0, "{\"envelope_id\":\"e1\"}"));
        socket.greets(true);
    }

    @Test
    void aDroppedConnectionIsReplaced() throws Exception {
        connect();
        socket.drop(0);
        Await.until(() -> socket.connected() >= 2 && edge.health().now().connected());
        assertThat(edge.health().now().lastError()).contains("closed");
        socket.send(socket.connected() - 1, message("e1", "Ev1", "1.1", "hi"));
        assertThat(arrived().input()).isEqualTo(new Input.Words("hi"));
    }

    @Test
    void whileSlackIsAwayItIsTriedAgainAndHealthSaysWhy() throws Exception {
        var later = new ScriptedSlack();
        try {
            later.answers("auth.test", error("service_unavailable"), ScriptedSlack.hangUp())
                    .answers(
                            "apps.connections.open",
                            error("internal_error"),
                            json("{\"ok\":true,\"url\":\"ws://127.0.0.1:1/nobody\"}"),
                            json("{\"ok\":true,\"url\":\"" + socket.url() + "\"}"));
            try (var patient = new SlackEdge(
                    SlackMessengerTest.settings(later.api()),
                    Duration.ofSeconds(10),
                    workers,
                    InstantSource.system(),
                    QUICK)) {
                assertThat(patient.health().now().connected()).isFalse();
                patient.open(arrivals::add);
                Await.until(() -> patient.health().now().connected());
                assertThat(patient.health().now().lastError()).contains("the socket was refused");
                assertThat(later.calls("auth.test")).hasSize(3);
                assertThat(later.calls("apps.connections.open")).hasSize(3);
            }
        } finally {
            later.close();
        }
    }

    @Test
    void aConnectionWithoutAHelloDoesNotCount() throws Exception {
        socket.greets(false);
        edge.open(arrivals::add);
        Await.until(() -> socket.connected() == 2);
        assertThat(edge.health().now().connected()).isFalse();
        assertThat(edge.health().now().lastError()).contains("no hello");
        socket.greets(true);
        Await.until(() -> edge.health().now().connected());
    }

    @Test
    void closingSaysGoodbyeAndStaysClosed() throws Exception {
        connect();
        edge.close();
        Await.until(() -> !socket.isOpen(0));
        assertThat(edge.health().now().connected()).isFalse();
        assertThat(slack.calls("apps.connections.open")).hasSize(1);
    }

    private void connect() {
        edge.open(arrivals::add);
        Await.until(() -> edge.health().now().connected());
    }

    private Arrival arrived() throws InterruptedException {
        var arrival = arrivals.poll(10, TimeUnit.SECONDS);
        if (arrival == null) {
            throw new AssertionError("nothing arrived");
        }
        return arrival;
    }

    private static String message(String envelope, String event, String ts, String text) {
        return """
                {"type":"events_api","envelope_id":"%s","accepts_response_payload":false,"retry_attempt":0,"payload":{
                 "type":"event_callback","team_id":"T0","event_id":"%s","event":{"type":"message","channel":"D0ANA",
                 "channel_type":"im","user":"U0ANA","ts":"%s","text":"%s"}}}""".formatted(envelope, event, ts, text);
    }
}
