package coffeebreak.workspace.blocks;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The rules of each block element.
final class ElementRules {
    private static final String SELECTS = "static_select,external_select,users_select,conversations_select,"
            + "channels_select,multi_static_select,multi_external_select,multi_users_select,"
            + "multi_conversations_select,multi_channels_select";
    private static final Set<String> IN_SECTION =
            Set.of(("button,checkboxes,datepicker,image,overflow,radio_buttons,timepicker,workflow_button," + SELECTS)
                    .split(","));
    private static final Set<String> IN_ACTIONS = Set.of(
            ("button,checkboxes,datepicker,datetimepicker,overflow,radio_buttons,timepicker,workflow_button," + SELECTS)
                    .split(","));
    private static final Set<String> IN_INPUT =
            Set.of(("checkboxes,datepicker,datetimepicker,email_text_input,file_input,number_input,plain_text_input,"
                            + "radio_buttons,rich_text_input,timepicker,url_text_input," + SELECTS)
                    .split(","));
    private static final String BASE = "type,action_id,";
    private static final String FIELD = BASE + "placeholder,focus_on_load,";
    private final Check check;

    /// The kind of block an element stands in.
    enum Place {
        SECTION(IN_SECTION),
        ACTIONS(IN_ACTIONS),
        INPUT(IN_INPUT);

        private final Set<String> types;

        Place(Set<String> types) {
            this.types = types;
        }
    }

    ElementRules(Check check) {
        this.check = check;
    }

    void element(JsonNode element, String at, Place place) {
        if (!element.isObject()) {
            check.problem(at, "must provide an object");
            return;
        }
        var type = check.string(element, at, "type");
        if (type.isEmpty()) {
            return;
        }
        if (!place.types.contains(type)) {
            check.problem(at + "/type", "unsupported type: " + type);
            return;
        }
        check.length(element, at, "action_id", 1, 255);
        check.plainText(element, at, "placeholder", 150, false);
        check.confirm(element, at);
        of(type, element, at);
    }

    private void of(String type, JsonNode element, String at) {
        switch (type) {
            case "button" -> {
                check.fields(element, at, BASE + "text,url,value,style,confirm,accessibility_label");
                check.plainText(element, at, "text", 75, true);
                check.length(element, at, "value", 0, 2000);
                check.length(element, at, "url", 1, 3000);
                check.length(element, at, "accessibility_label", 1, 75);
                style(element, at);
            }
            case "image" -> {
                check.fields(element, at, "type,image_url,slack_file,alt_text");
                image(element, at);
            }
            case "overflow" -> {
                check.fields(element, at, BASE + "options,confirm");
                options(element, at, "options", 1, 5, true);
            }
            case "checkboxes" -> {
                check.fields(element, at, BASE + "options,initial_options,confirm,focus_on_load");
                options(element, at, "options", 1, 10, false);
            }
            case "radio_buttons" -> {
                check.fields(element, at, BASE + "options,initial_option,confirm,focus_on_load");
                options(element, at, "options", 1, 10, false);
            }
            case "static_select" -> choices(element, at, "initial_option");
            case "multi_static_select" -> choices(element, at, "initial_options,max_selected_items");
            case "plain_text_input" -> {
                check.fields(
                        element, at, FIELD + "initial_value,multiline,min_length,max_length,dispatch_action_config");
                check.length(element, at, "initial_value", 0, 3000);
                range(element, at, "min_length", 0, 3000);
                range(element, at, "max_length", 1, 3000);
            }
            case "number_input" -> {
                check.fields(
                        element,
                        at,
                        FIELD + "is_decimal_allowed,initial_value,min_value,max_value,dispatch_action_config");
                if (!element.path("is_decimal_allowed").isBoolean()) {
                    check.problem(at, "missing required field: is_decimal_allowed");
                }
            }
            case "email_text_input", "url_text_input" ->
                check.fields(element, at, FIELD + "initial_value,dispatch_action_config");
            case "rich_text_input" -> check.fields(element, at, FIELD + "initial_value,dispatch_action_config");
            case "datepicker" -> {
                check.fields(element, at, FIELD + "initial_date,confirm");
                pattern(element, at, "initial_date", "\\d{4}-\\d{2}-\\d{2}", "must be a date in the form YYYY-MM-DD");
            }
            case "timepicker" -> {
                check.fields(element, at, FIELD + "initial_time,confirm,timezone");
                pattern(element, at, "initial_time", "\\d{2}:\\d{2}", "must be a time in the form HH:mm");
            }
            case "datetimepicker" -> check.fields(element, at, FIELD + "initial_date_time,confirm");
            case "file_input" -> check.fields(element, at, BASE + "filetypes,max_files");
            case "workflow_button" -> check.require(element, at, "workflow");
            default -> {
                if (element.has("max_selected_items")) {
                    range(element, at, "max_selected_items", 1, 1000);
                }
            }
        }
    }

    void image(JsonNode element, String at) {
        if (!element.has("image_url") && !element.has("slack_file")) {
            check.problem(at, "missing required field: image_url");
        }
        check.length(element, at, "image_url", 1, 3000);
        check.requiredLength(element, at, "alt_text", 1, 2000);
    }

    private void style(JsonNode element, String at) {
        var style = element.path("style");
        if (!style.isMissingNode() && !Set.of("primary", "danger").contains(style.asString(""))) {
            check.problem(at + "/style", "must be a valid enum value: primary, danger");
        }
    }

    private void choices(JsonNode element, String at, String more) {
        check.fields(element, at, FIELD + "options,option_groups,confirm," + more);
        if (element.has("max_selected_items")) {
            range(element, at, "max_selected_items", 1, 100);
        }
        if (element.has("option_groups")) {
            if (element.has("options")) {
                check.problem(at, "only one of options and option_groups is allowed");
            }
            if (check.items(element, at, "option_groups", 1, 100)) {
                for (int i = 0; i < element.path("option_groups").size(); i++) {
                    var pointer = at + "/option_groups/" + i;
                    var group = element.path("option_groups").get(i);
                    check.plainText(group, pointer, "label", 75, true);
                    options(group, pointer, "options", 1, 100, true);
                }
            }
        } else {
            options(element, at, "options", 1, 100, true);
        }
    }

    private void options(JsonNode element, String at, String field, int least, int most, boolean plainOnly) {
        if (!check.items(element, at, field, least, most)) {
            return;
        }
        Set<String> values = new HashSet<>();
        for (int i = 0; i < element.path(field).size(); i++) {
            var option = element.path(field).get(i);
            var pointer = at + "/" + field + "/" + i;
            if (!option.isObject()) {
                check.problem(pointer, "must provide an object");
                continue;
            }
            check.fields(option, pointer, "text,value,description,url");
            check.text(option, pointer, "text", 75, true, plainOnly);
            check.requiredLength(option, pointer, "value", 1, 150);
            check.text(option, pointer, "description", 75, false, plainOnly);
            values.add(option.path("value").asString(""));
        }
        for (var initial : new String[] {"initial_option", "initial_options"}) {
            var chosen = element.path(initial);
            var all = chosen.isArray()
                    ? chosen.valueStream().toList()
                    : chosen.isObject() ? java.util.List.of(chosen) : java.util.List.<JsonNode>of();
            if (all.stream()
                    .anyMatch(option -> !values.contains(option.path("value").asString("")))) {
                check.problem(at + "/" + initial, "must match one of the options");
            }
            if (chosen.isArray() && chosen.isEmpty()) {
                check.problem(at + "/" + initial, "no fewer than 1 items allowed");
            }
        }
    }

    private void range(JsonNode element, String at, String field, int least, int most) {
        var value = element.path(field);
        if (!value.isMissingNode() && (!value.isIntegralNumber() || value.asInt() < least || value.asInt() > most)) {
            check.problem(at + "/" + field, "must be a number from %d to %d".formatted(least, most));
        }
    }

    private void pattern(JsonNode element, String at, String field, String pattern, String message) {
        var value = element.path(field);
        if (!value.isMissingNode() && !value.asString("").matches(pattern)) {
            check.problem(at + "/" + field, message);
        }
    }
}
