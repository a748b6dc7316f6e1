package coffeebreak.deploy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// As little of Slack's Web API as one conversation needs, told beforehand what to answer. It is written from Slack's
/// documentation and shares nothing with the local workspace, so that the bot is not only tried against ourselves.
final class ScriptedSlack implements AutoCloseable {

    private static final Map<String, String> ANSWERS = Map.of(
            "auth.test", """
                    {"ok":true,"url":"https://example.slack.com/","team":"Example","user":"coffeebreak",
                     "team_id":"T0EXAMPLE","user_id":"U0BOT","bot_id":"B0BOT","is_enterprise_install":false}
                    """,
            "users.info", """
                    {"ok":true,"user":{"id":"U0PERSON","team_id":"T0EXAMPLE","name":"person","real_name":"A Person",
                     "deleted":false,"is_bot":false,"is_restricted":false,"tz":"Europe/Zurich","tz_offset":7200,
                     "profile":{"real_name":"A Person","display_name":"person"}}}
                    """,
            "conversations.open", """
                    {"ok":true,"channel":{"id":"D0PERSON"}}
                    """,
            "chat.postMessage", """
                    {"ok":true,"channel":"D0PERSON","ts":"1777204800.000100","message":{"type":"message","text":"ok"}}
                    """);

    /// A call of a method, with all that it said.
    record Call(String method, Map<String, String> arguments) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    ScriptedSlack() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/api/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestURI().getPath().substring("/api/".length());
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            calls.add(new Call(method, fields(body)));
            byte[] answer = ANSWERS.getOrDefault(method, "{\"ok\":false,\"error\":\"unknown_method\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private static Map<String, String> fields(String body) {
        return Stream.of(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> decoded(pair[0]),
                        pair -> pair.length > 1 ? decoded(pair[1]) : "",
                        (first, _) -> first));
    }

    private static String decoded(String words) {
        return URLDecoder.decode(words, StandardCharsets.UTF_8);
    }

    /// What `SLACK_API_URL` is set to.
    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/";
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    /// What was posted, in the order it came.
    List<Map<String, String>> posted() {
        return calls.stream()
                .filter(call -> call.method().equals("chat.postMessage"))
                .map(Call::arguments)
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
