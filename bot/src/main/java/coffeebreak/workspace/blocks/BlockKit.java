package coffeebreak.workspace.blocks;

import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Checks blocks and views against what Slack documents, and completes the ids an author left out.
public final class BlockKit {
    /// At most this many blocks in a message.
    public static final int MESSAGE_BLOCKS = 50;

    /// At most this many blocks in a view.
    public static final int VIEW_BLOCKS = 100;

    private BlockKit() {}

    /// What is wrong with a message's blocks; empty where Slack would take them.
    public static List<Problem> message(JsonNode blocks) {
        var check = new Check();
        new BlockRules(check, Surface.MESSAGE).all(blocks, "/blocks", MESSAGE_BLOCKS);
        return check.problems();
    }

    /// What is wrong with a modal or Home view.
    public static List<Problem> view(JsonNode view) {
        var check = new Check();
        if (!view.isObject()) {
            check.problem("/view", "must provide an object");
            return check.problems();
        }
        var type = check.string(view, "/view", "type");
        switch (type) {
            case "modal" -> modal(check, view);
            case "home" -> home(check, view);
            case "" -> {}
            default -> check.problem("/view/type", "unsupported type: " + type);
        }
        return check.problems();
    }

    private static void modal(Check check, JsonNode view) {
        check.fields(
                view,
                "/view",
                "type,title,blocks,close,submit,private_metadata,callback_id,clear_on_close,notify_on_close,"
                        + "external_id,submit_disabled");
        check.plainText(view, "/view", "title", 24, true);
        check.plainText(view, "/view", "submit", 24, false);
        check.plainText(view, "/view", "close", 24, false);
        common(check, view);
        new BlockRules(check, Surface.MODAL).all(view.path("blocks"), "/view/blocks", VIEW_BLOCKS);
        boolean hasInput = view.path("blocks").isArray()
                && view.path("blocks")
                        .valueStream()
                        .anyMatch(block -> block.path("type").asString("").equals("input"));
        if (hasInput && !view.has("submit")) {
            check.problem("/view", "missing required field: submit");
        }
    }

    private static void home(Check check, JsonNode view) {
        check.fields(view, "/view", "type,blocks,private_metadata,callback_id,external_id");
        common(check, view);
        new BlockRules(check, Surface.HOME).all(view.path("blocks"), "/view/blocks", VIEW_BLOCKS);
    }

    private static void common(Check check, JsonNode view) {
        check.length(view, "/view", "private_metadata", 0, 3000);
        check.length(view, "/view", "callback_id", 0, 255);
        check.length(view, "/view", "external_id", 0, 255);
        if (!view.has("blocks")) {
            check.problem("/view", "missing required field: blocks");
        }
    }

    /// A copy in which every block has a `block_id` and every element an `action_id`, as Slack fills them in.
    public static ArrayNode withIds(JsonNode blocks, Supplier<String> newId) {
        var copy = (ArrayNode) blocks.deepCopy();
        copy.valueStream().forEach(block -> {
            if (block instanceof ObjectNode object) {
                if (block.path("block_id").asString("").isEmpty()) {
                    object.put("block_id", newId.get());
                }
                ViewState.elements(block).forEach(element -> {
                    if (element instanceof ObjectNode e
                            && !e.path("type").asString("").equals("image")
                            && e.path("action_id").asString("").isEmpty()) {
                        e.put("action_id", newId.get());
                    }
                });
            }
        });
        return copy;
    }

    /// Where blocks are shown: not every block fits everywhere.
    enum Surface {
        MESSAGE,
        MODAL,
        HOME
    }
}
