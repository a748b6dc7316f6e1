package coffeebreak.workspace;

import coffeebreak.workspace.Transport.Answer;
import coffeebreak.workspace.Transport.Delivery;
import coffeebreak.workspace.Views.View;
import coffeebreak.workspace.blocks.ViewState;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Brings clicks, submissions and commands to the app, in the payloads Slack makes of them.
final class Interactions {
    private final Team team;
    private final Views views;
    private final Deliveries deliveries;
    private final Triggers triggers;
    private final ResponseUrls responseUrls;

    Interactions(Team team, Views views, Deliveries deliveries, Triggers triggers, ResponseUrls responseUrls) {
        this.team = team;
        this.views = views;
        this.deliveries = deliveries;
        this.triggers = triggers;
        this.responseUrls = responseUrls;
    }

    /// A click or choice in a message.
    Answer inMessage(WorkspacePerson who, Conversation conversation, Message message, Press press, JsonNode typed) {
        boolean ephemeral = message.ephemeralTo() != null;
        var payload = base("block_actions", who);
        var container = payload.putObject("container").put("type", "message");
        container.put("message_ts", message.ts()).put("channel_id", conversation.id());
        container.put("is_ephemeral", ephemeral);
        if (message.threadTs() != null) {
            container.put("thread_ts", message.threadTs());
        }
        payload.putObject("channel").put("id", conversation.id()).put("name", conversation.name());
        if (!ephemeral) {
            payload.set("message", message.toJson(team.identity(), team.app(), true));
        }
        var blocks = message.blocks() == null ? Json.array() : message.blocks();
        payload.putObject("state").set("values", ViewState.values(blocks, typed));
        payload.put("response_url", responseUrls.make(conversation.id(), who.id(), message.ts()));
        payload.putArray("actions").add(action(press));
        return deliver("block_actions", who, payload, false);
    }

    /// A click or choice in a modal or on the Home tab.
    Answer inView(WorkspacePerson who, View view, Press press) {
        var payload = base("block_actions", who);
        payload.putObject("container").put("type", "view").put("view_id", view.id());
        payload.set("view", views.toJson(view));
        payload.putArray("actions").add(action(press));
        return deliver("block_actions", who, payload, false);
    }

    Answer submit(WorkspacePerson who, View view) {
        var payload = base("view_submission", who);
        payload.set("view", views.toJson(view));
        payload.putArray("response_urls");
        return deliver("view_submission", who, payload, true);
    }

    void closed(WorkspacePerson who, View view) {
        var payload = base("view_closed", who);
        payload.remove("trigger_id");
        payload.set("view", views.toJson(view));
        payload.put("is_cleared", false);
        deliver("view_closed", who, payload, false);
    }

    Answer command(WorkspacePerson who, Conversation conversation, String command, String text) {
        var trigger = triggers.make(who.id());
        var payload = Json.object()
                .put("token", "local")
                .put("team_id", team.identity().id());
        payload.put("team_domain", team.identity().domain());
        payload.put("channel_id", conversation.id()).put("channel_name", conversation.name());
        payload.put("user_id", who.id()).put("user_name", who.handle());
        payload.put("command", command).put("text", text);
        payload.put("api_app_id", team.app().appId()).put("is_enterprise_install", "false");
        payload.put("response_url", responseUrls.make(conversation.id(), who.id(), null));
        payload.put("trigger_id", trigger);
        return deliveries.once(new Delivery("slash_commands", command, who.id(), trigger, true, payload));
    }

    /// What was pressed: the element, where it stands and what was chosen.
    record Press(String blockId, JsonNode element, JsonNode value, String actionTs) {

        /// Finds the element; empty where the blocks have none with these ids.
        static Optional<Press> of(JsonNode blocks, String blockId, String actionId, JsonNode value, String actionTs) {
            return ViewState.find(blocks, blockId, actionId)
                    .map(element -> new Press(blockId, element, value, actionTs));
        }
    }

    private static ObjectNode action(Press press) {
        var element = press.element();
        var type = Json.text(element, "type");
        var action = Json.object().put("action_id", Json.text(element, "action_id"));
        action.put("block_id", press.blockId());
        if (type.equals("button")) {
            action.set("text", element.path("text"));
            for (var field : new String[] {"value", "style", "url"}) {
                if (element.has(field)) {
                    action.set(field, element.get(field));
                }
            }
        } else {
            action.setAll(ViewState.stateOf(element, press.value()));
            if (element.has("placeholder")) {
                action.set("placeholder", element.get("placeholder"));
            }
        }
        return action.put("type", type).put("action_ts", press.actionTs());
    }

    private ObjectNode base(String type, WorkspacePerson who) {
        var payload = Json.object().put("type", type);
        var user = payload.putObject("user").put("id", who.id()).put("username", who.handle());
        user.put("name", who.handle()).put("team_id", team.identity().id());
        payload.put("api_app_id", team.app().appId()).put("token", "local");
        payload.put("trigger_id", triggers.make(who.id()));
        payload.putObject("team")
                .put("id", team.identity().id())
                .put("domain", team.identity().domain());
        return payload.putNull("enterprise").put("is_enterprise_install", false);
    }

    private Answer deliver(String subject, WorkspacePerson who, ObjectNode payload, boolean acceptsResponse) {
        var id = Json.text(payload, "trigger_id");
        return deliveries.once(new Delivery("interactive", subject, who.id(), id, acceptsResponse, payload));
    }
}
