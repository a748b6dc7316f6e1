package coffeebreak.workspace.blocks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Collects problems; each method checks one field in one way.
final class Check {
    private final List<Problem> problems = new ArrayList<>();

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    void problem(String pointer, String message) {
        problems.add(new Problem(pointer, message));
    }

    /// Slack takes no field it does not know.
    void fields(JsonNode object, String at, String allowed) {
        var known = Set.of(allowed.split(","));
        for (var name : object.propertyNames()) {
            if (!known.contains(name)) {
                problem(at, "invalid additional property: " + name);
            }
        }
    }

    /// A required string; empty where it is absent or something else.
    String string(JsonNode object, String at, String field) {
        var value = object.path(field);
        if (value.isMissingNode() || value.isNull()) {
            problem(at, "missing required field: " + field);
            return "";
        }
        if (!value.isString()) {
            problem(at + "/" + field, "must provide a string");
            return "";
        }
        return value.asString();
    }

    void require(JsonNode object, String at, String field) {
        if (!object.has(field)) {
            problem(at, "missing required field: " + field);
        }
    }

    /// A string of `least` to `most` characters, where it is there at all.
    void length(JsonNode object, String at, String field, int least, int most) {
        var value = object.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return;
        }
        if (!value.isString()) {
            problem(at + "/" + field, "must provide a string");
            return;
        }
        length(value.asString(), at + "/" + field, least, most);
    }

    void length(String text, String pointer, int least, int most) {
        int length = text.codePointCount(0, text.length());
        if (length < least) {
            problem(pointer, "must be more than %d characters".formatted(least - 1));
        }
        if (length > most) {
            problem(pointer, "must be less than %d characters".formatted(most + 1));
        }
    }

    void requiredLength(JsonNode object, String at, String field, int least, int most) {
        if (!object.has(field)) {
            problem(at, "missing required field: " + field);
        } else {
            length(object, at, field, least, most);
        }
    }

    /// An array of `least` to `most` items; true where its items are worth looking at.
    boolean items(JsonNode object, String at, String field, int least, int most) {
        var value = object.path(field);
        if (value.isMissingNode()) {
            if (least > 0) {
                problem(at, "missing required field: " + field);
            }
            return false;
        }
        var pointer = at + "/" + field;
        if (!value.isArray()) {
            problem(pointer, "must provide an array");
            return false;
        }
        if (value.size() < least) {
            problem(pointer, "no fewer than %d items allowed".formatted(least));
        }
        if (value.size() > most) {
            problem(pointer, "no more than %d items allowed".formatted(most));
        }
        return true;
    }

    void plainText(JsonNode object, String at, String field, int most, boolean required) {
        text(object, at, field, most, required, true);
    }

    /// A text object: `plain_text`, or `mrkdwn` where that is allowed, of 1 to `most` characters.
    void text(JsonNode object, String at, String field, int most, boolean required, boolean plainOnly) {
        if (!object.has(field)) {
            if (required) {
                problem(at, "missing required field: " + field);
            }
            return;
        }
        textObject(object.path(field), at + "/" + field, most, plainOnly);
    }

    void textObject(JsonNode text, String at, int most, boolean plainOnly) {
        if (!text.isObject()) {
            problem(at, "must provide an object");
            return;
        }
        var type = string(text, at, "type");
        switch (type) {
            case "plain_text" -> fields(text, at, "type,text,emoji");
            case "mrkdwn" -> {
                if (plainOnly) {
                    problem(at + "/type", "must be a valid enum value: plain_text");
                }
                fields(text, at, "type,text,verbatim");
            }
            case "" -> {}
            default -> problem(at + "/type", "unsupported type: " + type);
        }
        requiredLength(text, at, "text", 1, most);
    }

    void confirm(JsonNode object, String at) {
        if (!object.has("confirm")) {
            return;
        }
        var confirm = object.path("confirm");
        var pointer = at + "/confirm";
        if (!confirm.isObject()) {
            problem(pointer, "must provide an object");
            return;
        }
        fields(confirm, pointer, "title,text,confirm,deny,style");
        plainText(confirm, pointer, "title", 100, true);
        text(confirm, pointer, "text", 300, true, false);
        plainText(confirm, pointer, "confirm", 30, true);
        plainText(confirm, pointer, "deny", 30, true);
    }
}
