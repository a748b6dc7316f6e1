package coffeebreak.workspace;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// A call refused as Slack refuses it: `{"ok":false,"error":…}`.
final class SlackError extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String code;
    private final transient List<String> messages;

    SlackError(String code, String... messages) {
        this(code, List.of(messages));
    }

    SlackError(String code, List<String> messages) {
        super(code + " " + messages, null, false, false);
        this.code = code;
        this.messages = List.copyOf(messages);
    }

    /// Refused for want of a scope, which Slack names.
    static SlackError missingScope(String needed) {
        return new SlackError("missing_scope", needed);
    }

    /// Refused because there is no such method, which Slack repeats.
    static SlackError unknownMethod(String name) {
        return new SlackError("unknown_method", name);
    }

    String code() {
        return code;
    }

    ObjectNode body() {
        var body = Json.object().put("ok", false).put("error", code);
        if (code.equals("missing_scope")) {
            return body.put("needed", messages.getFirst());
        }
        if (code.equals("unknown_method")) {
            return body.put("req_method", messages.getFirst());
        }
        if (!messages.isEmpty()) {
            if (code.equals("invalid_blocks")) {
                body.set("errors", Json.strings(messages));
            }
            body.putObject("response_metadata")
                    .set(
                            "messages",
                            Json.strings(
                                    messages.stream().map(m -> "[ERROR] " + m).toList()));
        }
        return body;
    }
}
