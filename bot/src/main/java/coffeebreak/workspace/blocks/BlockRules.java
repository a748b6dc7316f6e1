package coffeebreak.workspace.blocks;

import coffeebreak.workspace.blocks.BlockKit.Surface;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The rules of each block type.
final class BlockRules {
    private static final int ID = 255;
    private final Check check;
    private final Surface surface;
    private final ElementRules elements;

    BlockRules(Check check, Surface surface) {
        this.check = check;
        this.surface = surface;
        this.elements = new ElementRules(check);
    }

    void all(JsonNode blocks, String at, int most) {
        if (!blocks.isArray()) {
            if (!blocks.isMissingNode()) {
                check.problem(at, "must provide an array");
            }
            return;
        }
        if (blocks.size() > most) {
            check.problem(at, "no more than %d items allowed".formatted(most));
        }
        Set<String> blockIds = new HashSet<>();
        int markdown = 0;
        for (int i = 0; i < blocks.size(); i++) {
            var block = blocks.get(i);
            var pointer = at + "/" + i;
            if (!block.isObject()) {
                check.problem(pointer, "must provide an object");
                continue;
            }
            check.length(block, pointer, "block_id", 0, ID);
            var id = block.path("block_id").asString("");
            if (!id.isEmpty() && !blockIds.add(id)) {
                check.problem(pointer + "/block_id", "`block_id` already exists: " + id);
            }
            one(block, pointer);
            uniqueActions(block, pointer);
            markdown += block.path("type").asString("").equals("markdown")
                    ? block.path("text").asString("").length()
                    : 0;
        }
        if (markdown > 12_000) {
            check.problem(at, "markdown blocks must be less than 12001 characters together");
        }
    }

    private void one(JsonNode block, String at) {
        var type = check.string(block, at, "type");
        switch (type) {
            case "section" -> section(block, at);
            case "divider" -> check.fields(block, at, "type,block_id");
            case "header" -> {
                check.fields(block, at, "type,block_id,text");
                check.plainText(block, at, "text", 150, true);
            }
            case "image" -> {
                check.fields(block, at, "type,block_id,image_url,slack_file,alt_text,title");
                elements.image(block, at);
                check.plainText(block, at, "title", 2000, false);
            }
            case "context" -> context(block, at);
            case "actions" -> actions(block, at);
            case "input" -> input(block, at);
            case "rich_text" -> {
                check.fields(block, at, "type,block_id,elements");
                check.items(block, at, "elements", 0, Integer.MAX_VALUE);
                check.require(block, at, "elements");
            }
            case "video" -> {
                check.fields(
                        block,
                        at,
                        "type,block_id,alt_text,author_name,description,provider_icon_url,provider_name,title,"
                                + "title_url,thumbnail_url,video_url");
                check.plainText(block, at, "title", 199, true);
                check.requiredLength(block, at, "video_url", 1, 3000);
                check.requiredLength(block, at, "thumbnail_url", 1, 3000);
                check.requiredLength(block, at, "alt_text", 1, 2000);
            }
            case "markdown" -> {
                onlyInMessages(type, at);
                check.fields(block, at, "type,block_id,text");
                check.requiredLength(block, at, "text", 1, 12_000);
            }
            case "context_actions" -> {
                onlyInMessages(type, at);
                check.fields(block, at, "type,block_id,elements");
                check.items(block, at, "elements", 1, 5);
            }
            case "table" -> {
                onlyInMessages(type, at);
                check.fields(block, at, "type,block_id,rows,column_settings");
                check.items(block, at, "rows", 1, 100);
            }
            case "" -> {}
            default -> check.problem(at + "/type", "unsupported type: " + type);
        }
    }

    private void onlyInMessages(String type, String at) {
        if (surface != Surface.MESSAGE) {
            check.problem(at + "/type", "unsupported type: " + type);
        }
    }

    private void section(JsonNode block, String at) {
        check.fields(block, at, "type,block_id,text,fields,accessory,expand");
        if (!block.has("text") && !block.has("fields")) {
            check.problem(at, "missing required field: text");
        }
        check.text(block, at, "text", 3000, false, false);
        if (check.items(block, at, "fields", block.has("fields") ? 1 : 0, 10)) {
            for (int i = 0; i < block.path("fields").size(); i++) {
                check.textObject(block.path("fields").get(i), at + "/fields/" + i, 2000, false);
            }
        }
        if (block.has("accessory")) {
            elements.element(block.path("accessory"), at + "/accessory", ElementRules.Place.SECTION);
        }
    }

    private void context(JsonNode block, String at) {
        check.fields(block, at, "type,block_id,elements");
        if (check.items(block, at, "elements", 1, 10)) {
            for (int i = 0; i < block.path("elements").size(); i++) {
                var element = block.path("elements").get(i);
                var pointer = at + "/elements/" + i;
                if (element.path("type").asString("").equals("image")) {
                    elements.element(element, pointer, ElementRules.Place.SECTION);
                } else {
                    check.textObject(element, pointer, 3000, false);
                }
            }
        }
    }

    private void actions(JsonNode block, String at) {
        check.fields(block, at, "type,block_id,elements");
        if (check.items(block, at, "elements", 1, 25)) {
            for (int i = 0; i < block.path("elements").size(); i++) {
                elements.element(block.path("elements").get(i), at + "/elements/" + i, ElementRules.Place.ACTIONS);
            }
        }
    }

    private void input(JsonNode block, String at) {
        check.fields(block, at, "type,block_id,label,element,dispatch_action,hint,optional");
        check.plainText(block, at, "label", 2000, true);
        check.plainText(block, at, "hint", 2000, false);
        if (block.has("element")) {
            elements.element(block.path("element"), at + "/element", ElementRules.Place.INPUT);
        } else {
            check.problem(at, "missing required field: element");
        }
    }

    private void uniqueActions(JsonNode block, String at) {
        Set<String> seen = new HashSet<>();
        for (var element : ViewState.elements(block)) {
            var id = element.path("action_id").asString("");
            if (!id.isEmpty() && !seen.add(id)) {
                check.problem(at + "/elements", "`action_id` already exists for this block: " + id);
            }
        }
    }
}
