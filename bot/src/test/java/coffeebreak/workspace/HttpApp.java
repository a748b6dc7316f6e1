package coffeebreak.workspace;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An app behind an event URL, which keeps what it got and answers as it is told.
final class HttpApp implements AutoCloseable {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private final HttpServer server;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile Function<Request, Reply> behaviour = _ -> new Reply(200, "");

    record Reply(int status, String body) {}

    record Request(Map<String, String> headers, String body) {

        /// The JSON itself, or the JSON inside a form's `payload`; a form's fields otherwise.
        JsonNode json() {
            if (body.startsWith("{")) {
                return MAPPER.readTree(body);
            }
            return body.startsWith("payload=") ? MAPPER.readTree(form().get("payload")) : MAPPER.valueToTree(form());
        }

        private Map<String, String> form() {
            return Stream.of(body.split("&"))
                    .map(pair -> pair.split("=", 2))
                    .collect(Collectors.toMap(
                            pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        }

        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), "");
        }

        String type() {
            return json().path("type").asString(json().path("command").asString(""));
        }
    }

    HttpApp() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException taken) {
            throw new AssertionError(taken);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/slack/events", this::handle);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/slack/events");
    }

    /// Answers everything but challenges like this from now on.
    void behaves(Function<Request, Reply> newBehaviour) {
        behaviour = newBehaviour;
    }

    List<Request> got(String type) {
        return requests.stream().filter(request -> request.type().equals(type)).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders().entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().toLowerCase(java.util.Locale.ROOT),
                        entry -> entry.getValue().getFirst()));
        var request =
                new Request(headers, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        requests.add(request);
        var reply = request.type().equals("url_verification")
                ? new Reply(200, request.json().path("challenge").asString())
                : behaviour.apply(request);
        var bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
