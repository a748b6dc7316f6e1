package coffeebreak.workspace.blocks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/// The `state.values` of a view or message in Slack's shape, from the blocks and what was typed.
///
/// What was typed comes as plain values: text for text fields, dates and single choices (an option's value or
/// a user's id), arrays of those for multiple choices, null for nothing.
public final class ViewState {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ViewState() {}

    /// `block_id` to `action_id` to the element's state, initial values where nothing was typed.
    public static ObjectNode values(JsonNode blocks, JsonNode typed) {
        var values = JSON.objectNode();
        blocks.valueStream()
                .forEach(block -> elements(block).forEach(element -> {
                    var type = element.path("type").asString("");
                    if (!isStateful(type)) {
                        return;
                    }
                    var blockId = block.path("block_id").asString("");
                    var actionId = element.path("action_id").asString("");
                    var mine = typed.path(blockId);
                    var state = mine.has(actionId) && fits(element, mine.get(actionId))
                            ? stateOf(element, mine.get(actionId))
                            : initial(element);
                    (values.get(blockId) instanceof ObjectNode known ? known : values.putObject(blockId))
                            .set(actionId, state);
                }));
        return values;
    }

    /// The interactive elements of a block, wherever it keeps them.
    public static List<JsonNode> elements(JsonNode block) {
        var found = new ArrayList<JsonNode>();
        switch (block.path("type").asString("")) {
            case "input" -> found.add(block.path("element"));
            case "section" -> {
                if (block.path("accessory").isObject()) {
                    found.add(block.path("accessory"));
                }
            }
            case "actions", "context_actions" ->
                block.path("elements").valueStream().forEach(found::add);
            default -> {}
        }
        return found;
    }

    /// The element of these blocks with these ids.
    public static Optional<JsonNode> find(JsonNode blocks, String blockId, String actionId) {
        return blocks.valueStream()
                .filter(block -> block.path("block_id").asString("").equals(blockId))
                .flatMap(block -> elements(block).stream())
                .filter(element -> element.path("action_id").asString("").equals(actionId))
                .findFirst();
    }

    /// Whether `element` (still) offers what was chosen: an updated view may offer something else.
    private static boolean fits(JsonNode element, JsonNode raw) {
        try {
            stateOf(element, raw);
            return true;
        } catch (IllegalArgumentException notOffered) {
            return false;
        }
    }

    private static boolean isStateful(String type) {
        return switch (type) {
            case "", "button", "overflow", "image", "workflow_button", "feedback_buttons", "icon_button" -> false;
            default -> true;
        };
    }

    private static ObjectNode initial(JsonNode element) {
        for (var field : element.propertyNames()) {
            if (!field.startsWith("initial_")) {
                continue;
            }
            var value = element.get(field);
            return stateOf(
                    element,
                    switch (field) {
                        case "initial_option" -> value.path("value");
                        case "initial_options" ->
                            value.valueStream()
                                    .map(option -> option.path("value"))
                                    .collect(JSON::arrayNode, (all, one) -> all.add(one), (a, b) -> a.addAll(b));
                        default -> value;
                    });
        }
        return stateOf(element, NullNode.getInstance());
    }

    /// The state, or the part of an action, that says `raw` was chosen in `element`.
    ///
    /// @throws IllegalArgumentException where the element does not offer that choice
    public static ObjectNode stateOf(JsonNode element, JsonNode raw) {
        var type = element.path("type").asString("");
        var state = JSON.objectNode().put("type", type);
        boolean none = raw.isNull()
                || raw.isMissingNode()
                || (raw.isString() && raw.asString().isEmpty());
        switch (type) {
            case "plain_text_input", "email_text_input", "url_text_input", "number_input" ->
                state.set("value", none ? NullNode.getInstance() : JSON.stringNode(raw.asString()));
            case "static_select", "radio_buttons", "overflow" ->
                state.set("selected_option", none ? NullNode.getInstance() : option(element, raw.asString()));
            case "external_select" -> state.set("selected_option", none ? NullNode.getInstance() : external(raw));
            case "multi_static_select", "checkboxes" -> {
                var chosen = state.putArray("selected_options");
                each(raw, none).forEach(value -> chosen.add(option(element, value)));
            }
            case "multi_external_select" -> {
                var chosen = state.putArray("selected_options");
                each(raw, none).forEach(value -> chosen.add(external(JSON.stringNode(value))));
            }
            case "datetimepicker" ->
                state.set("selected_date_time", none ? NullNode.getInstance() : JSON.numberNode(raw.asLong()));
            case "rich_text_input" -> state.set("rich_text_value", none ? NullNode.getInstance() : richText(raw));
            case "file_input" -> state.putArray("files");
            default -> {
                var field = PLAIN_FIELDS.get(type);
                if (field == null) {
                    break;
                }
                if (field.endsWith("s")) {
                    var chosen = state.putArray(field);
                    each(raw, none).forEach(chosen::add);
                } else {
                    state.set(field, none ? NullNode.getInstance() : JSON.stringNode(raw.asString()));
                }
            }
        }
        return state;
    }

    private static final Map<String, String> PLAIN_FIELDS = Map.of(
            "datepicker", "selected_date",
            "timepicker", "selected_time",
            "users_select", "selected_user",
            "conversations_select", "selected_conversation",
            "channels_select", "selected_channel",
            "multi_users_select", "selected_users",
            "multi_conversations_select", "selected_conversations",
            "multi_channels_select", "selected_channels");

    private static List<String> each(JsonNode raw, boolean none) {
        if (none) {
            return List.of();
        }
        return raw.isArray() ? raw.valueStream().map(JsonNode::asString).toList() : List.of(raw.asString());
    }

    private static JsonNode option(JsonNode element, String value) {
        var all = new ArrayList<JsonNode>();
        element.path("options").valueStream().forEach(all::add);
        element.path("option_groups")
                .valueStream()
                .forEach(group -> group.path("options").valueStream().forEach(all::add));
        return all.stream()
                .filter(option -> option.path("value").asString("").equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("%s %s offers no option with the value \"%s\""
                        .formatted(
                                element.path("type").asString(""),
                                element.path("action_id").asString(""),
                                value)));
    }

    private static JsonNode external(JsonNode raw) {
        var option = JSON.objectNode();
        option.putObject("text").put("type", "plain_text").put("text", raw.asString());
        return option.put("value", raw.asString());
    }

    private static JsonNode richText(JsonNode raw) {
        if (raw.isObject()) {
            return raw;
        }
        return textAsBlock(raw.asString());
    }

    /// One line of text as the `rich_text` block Slack makes of what people type.
    public static ObjectNode textAsBlock(String text) {
        var block = JSON.objectNode().put("type", "rich_text");
        block.putArray("elements")
                .addObject()
                .put("type", "rich_text_section")
                .putArray("elements")
                .addObject()
                .put("type", "text")
                .put("text", text);
        return block;
    }
}
