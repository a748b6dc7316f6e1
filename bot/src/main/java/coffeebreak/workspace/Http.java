package coffeebreak.workspace;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reading requests and writing answers.
final class Http {
    /// Set on a request whose connection [DropConnections] shall close without an answer.
    static final String DROP = "coffeebreak.workspace.drop";

    private static final int MOST_BYTES = 10_000_000;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private Http() {}

    /// The JSON object in the body; empty where the body is something else.
    static Optional<ObjectNode> body(HttpServletRequest request) throws IOException {
        var bytes = request.getInputStream().readNBytes(MOST_BYTES);
        return bytes.length == 0
                ? Optional.of(Json.object())
                : Json.parse(new String(bytes, StandardCharsets.UTF_8))
                        .filter(ObjectNode.class::isInstance)
                        .map(ObjectNode.class::cast);
    }

    static boolean isJson(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.startsWith("application/json");
    }

    static void json(HttpServletResponse response, int status, JsonNode body) throws IOException {
        text(response, status, "application/json", Json.write(body));
    }

    static void text(HttpServletResponse response, int status, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(type + "; charset=utf-8");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /// Whether `Host` (and `Origin`, where there is one) names this machine: no foreign page may come in by a
    /// name of its own that points here.
    static boolean fromThisMachine(HttpServletRequest request) {
        var origin = request.getHeader("Origin");
        return LOOPBACK.contains(withoutPort(request.getHeader("Host")))
                && (origin == null || LOOPBACK.contains(withoutPort(origin.replaceFirst("^https?://", ""))));
    }

    private static String withoutPort(@org.jspecify.annotations.Nullable String host) {
        return host == null ? "" : host.replaceFirst(":\\d+$", "");
    }
}
