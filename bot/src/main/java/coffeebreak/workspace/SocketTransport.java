package coffeebreak.workspace;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Socket Mode: up to ten connections, each delivery to any one of them, acknowledged by its envelope's id.
final class SocketTransport implements Transport {
    private static final int MOST_CONNECTIONS = 10;
    private static final Duration TICKET = Duration.ofSeconds(30);
    private final WorkspaceApp app;
    private final Duration patience;
    private final Ids ids;
    private final RandomGenerator random;
    private final LongSupplier nanoTime;
    private final PageEvents page;
    private final Map<String, Long> tickets = new HashMap<>();
    private final List<Session> sessions = new CopyOnWriteArrayList<>();
    private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();

    private record Waiting(Session session, CompletableFuture<JsonNode> answer) {}

    SocketTransport(
            WorkspaceApp app,
            Duration patience,
            Ids ids,
            RandomGenerator random,
            LongSupplier nanoTime,
            PageEvents page) {
        this.app = app;
        this.patience = patience;
        this.ids = ids;
        this.random = random;
        this.nanoTime = nanoTime;
        this.page = page;
    }

    /// A ticket for one connection, good for half a minute.
    synchronized String ticket() {
        var ticket = ids.uuid();
        tickets.put(ticket, nanoTime.getAsLong());
        return ticket;
    }

    private synchronized boolean punch(String ticket) {
        var made = tickets.remove(ticket);
        return made != null && nanoTime.getAsLong() - made < TICKET.toNanos();
    }

    void opened(Session session, String ticket) {
        if (!punch(ticket)) {
            close(session, CloseReason.CloseCodes.VIOLATED_POLICY, "invalid ticket");
            return;
        }
        if (sessions.size() >= MOST_CONNECTIONS) {
            send(session, Json.write(disconnect("too_many_websockets")));
            close(session, CloseReason.CloseCodes.TRY_AGAIN_LATER, "too_many_websockets");
            return;
        }
        sessions.add(session);
        var hello = Json.object().put("type", "hello").put("num_connections", sessions.size());
        hello.putObject("debug_info")
                .put("host", "applink-local")
                .put("build_number", 1)
                .put("approximate_connection_time", 18060);
        hello.putObject("connection_info").put("app_id", app.appId());
        send(session, Json.write(hello));
        page.people();
    }

    void received(String frame) {
        var json = Json.parse(frame).orElse(Json.object());
        var expected = waiting.remove(Json.text(json, "envelope_id"));
        if (expected != null) {
            expected.answer().complete(json.path("payload"));
        }
    }

    void closed(Session session) {
        sessions.remove(session);
        waiting.values().stream()
                .filter(one -> one.session().equals(session))
                .forEach(one -> one.answer().completeExceptionally(new IOException("the connection closed")));
        page.people();
    }

    @Override
    public String name() {
        return "socket";
    }

    @Override
    public boolean connected() {
        return !sessions.isEmpty();
    }

    @Override
    public Answer deliver(Delivery delivery, int attempt, @Nullable String retryReason) {
        var open = List.copyOf(sessions);
        if (open.isEmpty()) {
            return new Answer.Missed("no_connection", 0, true);
        }
        var session = open.get(random.nextInt(open.size()));
        var envelope = Json.object().put("envelope_id", ids.uuid()).put("type", delivery.type());
        envelope.set("payload", delivery.payload());
        envelope.put("accepts_response_payload", delivery.acceptsResponse());
        if (delivery.type().equals("events_api")) {
            envelope.put("retry_attempt", attempt)
                    .put("retry_reason", attempt == 0 || retryReason == null ? "" : retryReason);
        }
        var id = Json.text(envelope, "envelope_id");
        var answer = new CompletableFuture<JsonNode>();
        waiting.put(id, new Waiting(session, answer));
        try {
            if (!send(session, Json.write(envelope))) {
                return new Answer.Missed("connection_failed", 0, true);
            }
            var payload = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer.Acknowledged(
                    delivery.acceptsResponse() && payload.isObject() ? payload : Json.object(), 200);
        } catch (TimeoutException late) {
            return new Answer.Missed("timeout", 0, true);
        } catch (ExecutionException gone) {
            return new Answer.Missed("connection_failed", 0, true);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new Answer.Missed("timeout", 0, false);
        } finally {
            waiting.remove(id);
        }
    }

    /// Keeps idle connections alive, as Slack's pings do.
    void ping() {
        sessions.forEach(session -> {
            try {
                synchronized (session) {
                    session.getBasicRemote()
                            .sendPing(ByteBuffer.wrap("Ping".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
                }
            } catch (IOException | RuntimeException gone) {
                sessions.remove(session);
            }
        });
    }

    /// Tells every client to come again, then closes, as Slack does when it renews its servers.
    void disconnect() {
        for (var session : List.copyOf(sessions)) {
            send(session, Json.write(disconnect("refresh_requested")));
            close(session, CloseReason.CloseCodes.GOING_AWAY, "refresh_requested");
            closed(session);
        }
    }

    private ObjectNode disconnect(String reason) {
        var frame = Json.object().put("type", "disconnect").put("reason", reason);
        frame.putObject("debug_info").put("host", "applink-local");
        return frame;
    }

    private static boolean send(Session session, String frame) {
        try {
            synchronized (session) {
                session.getBasicRemote().sendText(frame);
            }
            return true;
        } catch (IOException | RuntimeException gone) {
            return false;
        }
    }

    private static void close(Session session, CloseReason.CloseCodes code, String reason) {
        try {
            session.close(new CloseReason(code, reason));
        } catch (IOException | RuntimeException alreadyGone) {
            // closed is what was wanted
        }
    }

    @Override
    public void close() {
        sessions.forEach(session -> close(session, CloseReason.CloseCodes.GOING_AWAY, "the workspace closes"));
    }
}
