package coffeebreak.bot.llm;

import coffeebreak.bot.answers.Allowance;
import coffeebreak.bot.llm.LanguageModelSettings.Protocol;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A server that speaks OpenAI's and Anthropic's protocol over HTTP and says what a test tells it to.
final class ScriptedModel implements AutoCloseable {

    static final String KEY = "sk-a-key-nobody-may-see";

    /// What it does with a request.
    sealed interface Manner {

        /// The model says this, in the protocol's envelope.
        record Says(String text) implements Manner {}

        /// Something below the protocol.
        record Sends(int status, String body) implements Manner {}

        /// Nothing for that long; before that the headers, or nothing either.
        record Waits(long seconds, boolean headersFirst) implements Manner {}
    }

    /// A request as it came in.
    record Heard(String path, Map<String, List<String>> headers, JsonNode body) {}

    private final JsonMapper mapper = new JsonMapper();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Manner manner = new Manner.Says("");

    ScriptedModel() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    void does(Manner other) {
        manner = other;
    }

    void says(String text) {
        manner = new Manner.Says(text);
    }

    void goesDown() {
        close();
    }

    List<Heard> heard() {
        return List.copyOf(heard);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    LanguageModelSettings settings(Protocol protocol) {
        return new LanguageModelSettings(
                protocol, address(), "small-model", KEY, new Allowance.Limits(1_000, 1_000, 1_000));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = mapper.readTree(exchange.getRequestBody().readAllBytes());
            heard.add(new Heard(exchange.getRequestURI().getPath(), Map.copyOf(exchange.getRequestHeaders()), body));
            switch (manner) {
                case Manner.Says(var text) ->
                    send(
                            exchange,
                            200,
                            exchange.getRequestURI().getPath().endsWith("/messages") ? anthropic(text) : openAi(text));
                case Manner.Sends(var status, var text) -> send(exchange, status, text);
                case Manner.Waits(var seconds, var headersFirst) -> {
                    if (headersFirst) {
                        exchange.sendResponseHeaders(200, 0);
                        exchange.getResponseBody().write('{');
                        exchange.getResponseBody().flush();
                    }
                    closing.await(seconds, TimeUnit.SECONDS);
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private String openAi(String text) {
        return mapper.writeValueAsString(Map.of(
                "id",
                "c1",
                "object",
                "chat.completion",
                "created",
                1,
                "model",
                "small-model",
                "choices",
                List.of(Map.of(
                        "index", 0, "message", Map.of("role", "assistant", "content", text), "finish_reason", "stop")),
                "usage",
                Map.of("prompt_tokens", 9, "completion_tokens", 9, "total_tokens", 18)));
    }

    private String anthropic(String text) {
        return mapper.writeValueAsString(Map.of(
                "id", "m1",
                "type", "message",
                "role", "assistant",
                "model", "small-model",
                "content", List.of(Map.of("type", "text", "text", text)),
                "stop_reason", "end_turn",
                "usage", Map.of("input_tokens", 9, "output_tokens", 9)));
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
