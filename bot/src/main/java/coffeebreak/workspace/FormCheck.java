package coffeebreak.workspace;

import coffeebreak.workspace.blocks.ViewState;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What Slack's own client refuses before the app ever sees a submission: empty required fields, wrong lengths.
final class FormCheck {

    private FormCheck() {}

    /// `block_id` to a sentence; empty where the form may be sent.
    static ObjectNode mistakes(JsonNode blocks, JsonNode typed) {
        var mistakes = Json.object();
        var values = ViewState.values(blocks, typed);
        Json.items(blocks)
                .filter(block -> Json.text(block, "type").equals("input"))
                .forEach(block -> {
                    var element = block.path("element");
                    var blockId = Json.text(block, "block_id");
                    var state = values.path(blockId).path(Json.text(element, "action_id"));
                    var mistake = mistake(element, state, block.path("optional").asBoolean(false));
                    if (!mistake.isEmpty()) {
                        mistakes.put(blockId, mistake);
                    }
                });
        return mistakes;
    }

    private static String mistake(JsonNode element, JsonNode state, boolean optional) {
        var value = chosen(state);
        boolean empty = value.isNull() || value.isMissingNode() || (value.isArray() && value.isEmpty());
        if (empty) {
            return optional || Json.text(element, "type").equals("file_input")
                    ? ""
                    : "Please complete this required field.";
        }
        var text = Json.text(value);
        return switch (Json.text(element, "type")) {
            case "plain_text_input" -> {
                int length = text.codePointCount(0, text.length());
                int least = element.path("min_length").asInt(0);
                int most = element.path("max_length").asInt(3000);
                yield length < least
                        ? "Must be at least %d characters.".formatted(least)
                        : length > most ? "Must be at most %d characters.".formatted(most) : "";
            }
            case "number_input" -> number(element, text);
            case "email_text_input" ->
                text.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+") ? "" : "Enter a valid email address.";
            case "url_text_input" -> text.matches("https?://\\S+") ? "" : "Enter a valid URL.";
            case "multi_static_select", "multi_users_select", "multi_external_select" -> {
                int most = element.path("max_selected_items").asInt(Integer.MAX_VALUE);
                yield value.size() > most ? "Choose at most %d.".formatted(most) : "";
            }
            default -> "";
        };
    }

    private static JsonNode chosen(JsonNode state) {
        for (var field : state.propertyNames()) {
            if (field.equals("value")
                    || field.startsWith("selected_")
                    || field.equals("rich_text_value")
                    || field.equals("files")) {
                return state.get(field);
            }
        }
        return state.path("value");
    }

    private static String number(JsonNode element, String text) {
        try {
            var number = new BigDecimal(text.strip());
            if (!element.path("is_decimal_allowed").asBoolean(false)
                    && number.stripTrailingZeros().scale() > 0) {
                return "Enter a whole number.";
            }
            if (element.has("min_value") && number.compareTo(new BigDecimal(Json.text(element, "min_value"))) < 0) {
                return "Must be at least %s.".formatted(Json.text(element, "min_value"));
            }
            if (element.has("max_value") && number.compareTo(new BigDecimal(Json.text(element, "max_value"))) > 0) {
                return "Must be at most %s.".formatted(Json.text(element, "max_value"));
            }
            return "";
        } catch (NumberFormatException noNumber) {
            return "Enter a number.";
        }
    }
}
