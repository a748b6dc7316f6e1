package coffeebreak.workspace;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The arguments of one call, wherever they came from: query, form or JSON body.
record ApiCall(String method, ObjectNode arguments) {

    String text(String name) {
        return Json.text(arguments, name);
    }

    String required(String name) {
        var value = text(name);
        if (value.isEmpty()) {
            throw new SlackError("invalid_arguments", "missing required field: " + name);
        }
        return value;
    }

    /// A required argument whose absence has an error code of its own.
    String required(String name, String error) {
        var value = text(name);
        if (value.isEmpty()) {
            throw new SlackError(error);
        }
        return value;
    }

    boolean flag(String name) {
        var value = text(name);
        return value.equals("true") || value.equals("1");
    }

    int number(String name, int otherwise, int least, int most) {
        var value = text(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        try {
            return Math.clamp(Integer.parseInt(value), least, most);
        } catch (NumberFormatException noNumber) {
            throw new SlackError("invalid_arguments", "%s must be a number".formatted(name));
        }
    }

    @Nullable
    JsonNode tree(String name, String error) {
        return Responses.tree(arguments, name, error);
    }

    /// A list written with commas, or a JSON array.
    List<String> list(String name) {
        var value = arguments.path(name);
        if (value.isArray()) {
            return value.valueStream().map(Json::text).toList();
        }
        return Stream.of(text(name).split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }
}
