package coffeebreak.bot.slack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.Slack;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.socket_mode.request.SocketModeRequestParser;
import com.slack.api.util.http.ProxyUrlUtil;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.websocket.ClientEndpointConfig;
import javax.websocket.CloseReason;
import javax.websocket.DeploymentException;
import javax.websocket.Endpoint;
import javax.websocket.EndpointConfig;
import javax.websocket.PongMessage;
import javax.websocket.Session;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.client.ClientProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps one connection to Slack open, as long as it takes: opens it, opens the next when Slack announces the end
/// of this one, and again when it has gone silent. An acknowledgement leaves on the connection its envelope came
/// by.
///
/// The SDK's own client is not used: it acknowledges on whichever connection is the current one, polls its queue on
/// a single thread, and reports no state that a health check could show.
final class SocketMode implements AutoCloseable {

    /// How the watch is kept, shorter in tests.
    ///
    /// @param look    between two looks, each with a ping
    /// @param silence after which a connection counts as dead
    /// @param hello   how long Slack may take to greet
    /// @param again   before the first new attempt after a failure; doubles up to a limit
    /// @param atMost  between two attempts
    record Watch(Duration look, Duration silence, Duration hello, Duration again, Duration atMost) {
        static final Watch USUAL = new Watch(
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                Duration.ofSeconds(10),
                Duration.ofSeconds(1),
                Duration.ofSeconds(30));
    }

    private static final Duration DRAIN = Duration.ofSeconds(3);
    private static final Logger log = LoggerFactory.getLogger(SocketMode.class);

    private final Slack slack;
    private final String appToken;
    private final Identity identity;
    private final Listeners listeners;
    private final SlackHealth health;
    private final Executor workers;
    private final Watch watch;
    private final SocketModeRequestParser parser;
    private final Semaphore wake = new Semaphore(0);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    private volatile boolean closed;
    private volatile @Nullable Connection current;

    SocketMode(
            Slack slack,
            String appToken,
            AppConfig config,
            Identity identity,
            Listeners listeners,
            SlackHealth health,
            Executor workers,
            Watch watch) {
        this.slack = slack;
        this.appToken = appToken;
        this.identity = identity;
        this.listeners = listeners;
        this.health = health;
        this.workers = workers;
        this.watch = watch;
        this.parser = new SocketModeRequestParser(config);
    }

    /// Returns at once: Slack may be away for now.
    void start() {
        workers.execute(this::keepConnected);
    }

    private void keepConnected() {
        var pause = Duration.ZERO;
        try {
            while (!closed) {
                try {
                    if (isSteady()) {
                        pause = look() ? Duration.ZERO : pause;
                    } else {
                        backOff(pause);
                        pause = longer(pause);
                        replace();
                    }
                } catch (NotConnected failed) {
                    health.lost(failed.reason);
                    log.warn("not connected to Slack, trying again: {}", failed.reason);
                    if (failed.wait != null && failed.wait.compareTo(pause) > 0) {
                        pause = failed.wait;
                    }
                } catch (RuntimeException broken) {
                    // The watch must outlive whatever happens here: nobody watches the watch.
                    health.lost("the watch met " + broken.getClass().getSimpleName());
                    log.error("while keeping the connection to Slack", broken);
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            var last = current;
            if (last != null) {
                last.close();
            }
            ended.countDown();
        }
    }

    private boolean isSteady() {
        var connection = current;
        return connection != null && connection.isAlive() && !connection.isEnding();
    }

    /// Sleeps until the next look, or until a connection says that it ends; true if it lasted.
    private boolean look() throws InterruptedException {
        var connection = current;
        if (connection != null) {
            connection.ping();
        }
        var woken = wake.tryAcquire(watch.look().toMillis(), TimeUnit.MILLISECONDS);
        wake.drainPermits();
        return !woken;
    }

    /// The first attempt is made at once; whoever slams the door is not knocked at again and again.
    private void backOff(Duration pause) throws InterruptedException {
        var connection = current;
        if (connection != null && !connection.isAlive()) {
            health.lost(connection.end().orElse("silent for too long"));
        }
        var _ = closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Duration longer(Duration pause) {
        var doubled = pause.isZero() ? watch.again() : pause.multipliedBy(2);
        return doubled.compareTo(watch.atMost()) < 0 ? doubled : watch.atMost();
    }

    /// Opens the next connection before it closes the last.
    private void replace() throws NotConnected, InterruptedException {
        if (closed) {
            return;
        }
        if (identity.known().isEmpty()) {
            var asked = identity.ask();
            if (!(asked instanceof SlackCall.Outcome.Done)) {
                throw failed("auth.test", asked);
            }
        }
        var before = current;
        current = connect();
        health.connected();
        if (before != null) {
            before.close();
        }
    }

    private Connection connect() throws NotConnected, InterruptedException {
        var opened = SlackCall.make(() -> slack.methods(appToken).appsConnectionsOpen(request -> request));
        if (!(opened instanceof SlackCall.Outcome.Done(var answer)) || answer.getUrl() == null) {
            throw failed("apps.connections.open", opened);
        }
        var connection = new Connection();
        try {
            client().connectToServer(
                            connection, ClientEndpointConfig.Builder.create().build(), URI.create(answer.getUrl()));
        } catch (DeploymentException | IOException | IllegalArgumentException refused) {
            throw new NotConnected(
                    "the socket was refused: " + refused.getClass().getSimpleName(), null);
        }
        if (!connection.isGreetedWithin(watch.hello())) {
            connection.close();
            throw new NotConnected("no hello from Slack", null);
        }
        log.info("connected to Slack");
        return connection;
    }

    private ClientManager client() {
        var client = ClientManager.createClient();
        client.getProperties()
                .put(ClientProperties.HANDSHAKE_TIMEOUT, (int) watch.hello().toMillis());
        var proxy = slack.getConfig().getProxyUrl();
        if (proxy != null && !proxy.isBlank()) {
            var parsed = ProxyUrlUtil.parse(proxy);
            client.getProperties().put(ClientProperties.PROXY_URI, parsed.toUrlWithoutUserAndPassword());
            if (parsed.getUsername() != null && parsed.getPassword() != null) {
                Map<String, String> headers = new HashMap<>();
                ProxyUrlUtil.setProxyAuthorizationHeader(headers, parsed);
                client.getProperties().put(ClientProperties.PROXY_HEADERS, headers);
            }
        }
        return client;
    }

    private static NotConnected failed(String method, SlackCall.Outcome<?> outcome) {
        return new NotConnected(
                method + ": " + outcome.reason(),
                outcome instanceof SlackCall.Outcome.Limited<?>(var wait) ? wait : null);
    }

    /// Takes no more, sends the acknowledgements that are due, and says goodbye.
    @Override
    public void close() {
        closed = true;
        closing.countDown();
        wake.release();
        try {
            ended.await(DRAIN.toMillis() * 2, TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        health.lost("closed");
    }

    /// The connection could not be had.
    private static final class NotConnected extends Exception {
        private static final long serialVersionUID = 1L;
        private final String reason;
        private final transient @Nullable Duration wait;

        NotConnected(String reason, @Nullable Duration wait) {
            super(reason);
            this.reason = reason;
            this.wait = wait;
        }
    }

    /// One WebSocket: what comes in is queued by the socket's thread and worked in order by one of ours.
    private final class Connection extends Endpoint {

        private final BlockingQueue<Optional<String>> received = new LinkedBlockingQueue<>();
        private final CompletableFuture<Boolean> hello = new CompletableFuture<>();
        private final CountDownLatch drained = new CountDownLatch(1);
        private final ReentrantLock sending = new ReentrantLock();
        private volatile @Nullable Session session;
        private volatile @Nullable String end;
        private volatile boolean ending;
        private volatile long heard = System.nanoTime();

        @Override
        public void onOpen(Session opened, EndpointConfig config) {
            session = opened;
            opened.addMessageHandler(String.class, message -> {
                heard = System.nanoTime();
                received.add(Optional.of(message));
            });
            opened.addMessageHandler(PongMessage.class, pong -> heard = System.nanoTime());
            workers.execute(this::work);
        }

        @Override
        public void onClose(Session closing, CloseReason reason) {
            end = "closed with code " + reason.getCloseCode().getCode();
            hello.complete(false);
            received.add(Optional.empty());
            wake.release();
        }

        @Override
        public void onError(Session failing, Throwable problem) {
            log.warn("the connection to Slack failed: {}", problem.getClass().getSimpleName());
        }

        private void work() {
            try {
                for (var next = received.take(); next.isPresent(); next = received.take()) {
                    try {
                        receive(next.get());
                    } catch (Exception broken) {
                        // Not acknowledged, so that Slack sends it again.
                        log.error("an envelope could not be translated", broken);
                    }
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            } finally {
                drained.countDown();
            }
        }

        private void receive(String message) throws Exception {
            var envelope = JsonParser.parseString(message).getAsJsonObject();
            var type = envelope.has("type") ? envelope.get("type").getAsString() : "";
            switch (type) {
                case "hello" -> hello.complete(true);
                case "disconnect" -> {
                    var reason = envelope.has("reason") ? envelope.get("reason").getAsString() : "";
                    if (reason.equals("link_disabled")) {
                        log.error("Socket Mode is switched off in the app's settings: switch it on again there");
                    }
                    ending = true;
                    wake.release();
                }
                default -> {
                    var request = parser.parse(message);
                    if (request == null) {
                        return;
                    }
                    if (request.getBoltRequest() == null) {
                        acknowledge(request.getEnvelope().getEnvelopeId());
                        return;
                    }
                    listeners.hear(request.getBoltRequest()).kept().whenComplete((_, failure) -> {
                        if (failure == null) {
                            acknowledge(request.getEnvelope().getEnvelopeId());
                        } else {
                            log.error("an envelope could not be kept", failure);
                        }
                    });
                }
            }
        }

        private void acknowledge(String envelopeId) {
            var acknowledgement = new JsonObject();
            acknowledgement.addProperty("envelope_id", envelopeId);
            send(socket -> socket.getBasicRemote().sendText(acknowledgement.toString()));
        }

        void ping() {
            send(socket -> socket.getBasicRemote().sendPing(ByteBuffer.wrap(new byte[] {'c', 'b'})));
        }

        private void send(Sending what) {
            var open = session;
            if (open == null) {
                return;
            }
            sending.lock();
            try {
                what.to(open);
            } catch (IOException | IllegalStateException lost) {
                log.warn("Slack did not take what was sent: {}", lost.getClass().getSimpleName());
                end = "could not send";
                wake.release();
            } finally {
                sending.unlock();
            }
        }

        boolean isGreetedWithin(Duration time) throws InterruptedException {
            try {
                return hello.get(time.toMillis(), TimeUnit.MILLISECONDS);
            } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException late) {
                return false;
            }
        }

        boolean isAlive() {
            var open = session;
            return end == null
                    && open != null
                    && open.isOpen()
                    && System.nanoTime() - heard < watch.silence().toNanos();
        }

        boolean isEnding() {
            return ending;
        }

        Optional<String> end() {
            return Optional.ofNullable(end);
        }

        /// What came in before is still acknowledged.
        void close() {
            received.add(Optional.empty());
            try {
                var _ = drained.await(DRAIN.toMillis(), TimeUnit.MILLISECONDS);
                listeners.drain(DRAIN);
                var open = session;
                if (open != null && open.isOpen()) {
                    open.close(new CloseReason(CloseReason.CloseCodes.NORMAL_CLOSURE, "goodbye"));
                }
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            } catch (IOException gone) {
                log.debug("the connection was gone before it was closed");
            }
        }
    }

    @FunctionalInterface
    private interface Sending {
        void to(Session session) throws IOException;
    }
}
