package coffeebreak.bot.slack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/// Slack's Web API with its answers written beforehand: for what a well-behaved workspace does not do.
final class ScriptedSlack implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Queue<Answer>> scripts = new ConcurrentHashMap<>();
    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();

    ScriptedSlack() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    /// One request as it arrived; a `response_url`'s path stands for its method.
    record Call(String method, Map<String, String> arguments, String body) {
        String argument(String name) {
            return arguments.getOrDefault(name, "");
        }
    }

    @FunctionalInterface
    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    static Answer json(String body) {
        return status(200, body, Map.of());
    }

    static Answer error(String code) {
        return json("{\"ok\":false,\"error\":\"" + code + "\"}");
    }

    static Answer status(int status, String body, Map<String, String> headers) {
        return exchange -> {
            headers.forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
            exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        };
    }

    /// Took it, and hangs up before it says so.
    static Answer hangUp() {
        return HttpExchange::close;
    }

    /// The next answers to this method; afterwards it is answered as Slack usually would.
    ScriptedSlack answers(String method, Answer... answers) {
        scripts.computeIfAbsent(method, _ -> new ConcurrentLinkedQueue<>()).addAll(List.of(answers));
        return this;
    }

    URI api() {
        return URI.create(
                "http://127.0.0.1:%d/api/".formatted(server.getAddress().getPort()));
    }

    List<Call> calls() {
        return new ArrayList<>(calls);
    }

    List<Call> calls(String method) {
        return calls.stream().filter(call -> call.method().equals(method)).toList();
    }

    private void serve(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var method = path.startsWith("/api/") ? path.substring(5) : path;
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.add(new Call(method, form(body), body));
        var script = scripts.getOrDefault(method, new ArrayDeque<>()).poll();
        (script == null ? usual(method) : script).to(exchange);
    }

    private static Answer usual(String method) {
        return switch (method) {
            case "auth.test" -> json("{\"ok\":true,\"user_id\":\"U0BOT\",\"bot_id\":\"B0BOT\",\"team_id\":\"T0\"}");
            case "chat.postMessage" -> json("{\"ok\":true,\"channel\":\"D0ANA\",\"ts\":\"1714100000.000100\"}");
            case "conversations.open" -> json("{\"ok\":true,\"channel\":{\"id\":\"D0ANA\"}}");
            default -> json("{\"ok\":true}");
        };
    }

    private static Map<String, String> form(String body) {
        var form = new HashMap<String, String>();
        if (!body.isEmpty() && !body.startsWith("{")) {
            for (var pair : body.split("&")) {
                var parts = pair.split("=", 2);
                form.put(
                        URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                        parts.length == 1 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return form;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
