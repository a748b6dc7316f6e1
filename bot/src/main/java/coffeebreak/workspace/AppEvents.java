package coffeebreak.workspace;

import coffeebreak.workspace.Conversation.Kind;
import coffeebreak.workspace.Transport.Delivery;
import coffeebreak.workspace.blocks.ViewState;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// Tells the app what happened, where its subscriptions ask for it and it is there to see.
final class AppEvents {
    private final Team team;
    private final Set<String> subscriptions;
    private final Deliveries deliveries;
    private final WorkspaceClock clock;
    private final Ids ids;

    AppEvents(Team team, Set<String> subscriptions, Deliveries deliveries, WorkspaceClock clock, Ids ids) {
        this.team = team;
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.clock = clock;
        this.ids = ids;
    }

    /// A message appeared. As in Slack, the app hears of its own messages too.
    void posted(Conversation conversation, Message message) {
        if (message.ephemeralTo() != null || !appIsIn(conversation)) {
            return;
        }
        if (conversation.kind() != Kind.IM
                && message.text().contains("<@" + team.app().userId() + ">")
                && !message.fromApp()) {
            var mention = json(message).put("type", "app_mention");
            mention.put("channel", conversation.id()).put("event_ts", message.ts());
            send("app_mention", "app_mention", message.user(), mention);
        }
        var event = json(message);
        if (!message.fromApp()) {
            event.put("client_msg_id", ids.uuid());
        }
        sendMessage(conversation, event.put("event_ts", message.ts()), message.user());
    }

    void changed(Conversation conversation, Message before, Message after) {
        if (after.ephemeralTo() != null || !appIsIn(conversation)) {
            return;
        }
        var ts = team.nextTs();
        var event = Json.object().put("type", "message").put("subtype", "message_changed");
        event.put("hidden", true).put("ts", ts).put("event_ts", ts);
        event.set("message", json(after));
        event.set("previous_message", json(before));
        sendMessage(conversation, event, after.user());
    }

    void deleted(Conversation conversation, Message before) {
        if (before.ephemeralTo() != null || !appIsIn(conversation)) {
            return;
        }
        var ts = team.nextTs();
        var event = Json.object().put("type", "message").put("subtype", "message_deleted");
        event.put("hidden", true).put("ts", ts).put("event_ts", ts).put("deleted_ts", before.ts());
        event.set("previous_message", json(before));
        sendMessage(conversation, event, before.user());
    }

    /// Somebody opened the app's Home tab; `view` is what they see there so far, if anything.
    void homeOpened(String user, Conversation direct, java.util.Optional<ObjectNode> view) {
        var event = Json.object().put("type", "app_home_opened").put("user", user);
        event.put("channel", direct.id()).put("event_ts", team.nextTs()).put("tab", "home");
        view.ifPresent(present -> event.set("view", present));
        send("app_home_opened", "app_home_opened", user, event);
    }

    /// Something about a person is other than before.
    void personChanged(ObjectNode person) {
        var event = Json.object().put("type", "user_change").put("event_ts", team.nextTs());
        event.put("cache_ts", clock.now().getEpochSecond()).set("user", person);
        send("user_change", "user_change", person.path("id").asString(), event);
    }

    private ObjectNode json(Message message) {
        var json = message.toJson(team.identity(), team.app(), true);
        if (!json.has("blocks") && !message.fromApp()) {
            json.putArray("blocks").add(ViewState.textAsBlock(message.text()).put("block_id", ids.next("")));
        }
        return json;
    }

    private boolean appIsIn(Conversation conversation) {
        return conversation.members().contains(team.app().userId());
    }

    private void sendMessage(Conversation conversation, ObjectNode event, String user) {
        var type = conversation.kind().type();
        event.put("channel", conversation.id()).put("channel_type", type);
        send(conversation.kind() == Kind.CHANNEL ? "message.channels" : "message." + type, "message", user, event);
    }

    private void send(String subscription, String subject, String user, ObjectNode event) {
        if (!subscriptions.contains(subscription)) {
            return;
        }
        var id = ids.next("Ev");
        var payload = Json.object()
                .put("token", "local")
                .put("team_id", team.identity().id());
        payload.put("api_app_id", team.app().appId());
        payload.set("event", event);
        payload.put("type", "event_callback").put("event_id", id);
        payload.put("event_time", clock.now().getEpochSecond());
        var authorization = payload.putArray("authorizations").addObject();
        authorization.putNull("enterprise_id").put("team_id", team.identity().id());
        authorization.put("user_id", team.app().userId()).put("is_bot", true);
        authorization.put("is_enterprise_install", false);
        payload.put("is_ext_shared_channel", false).put("event_context", "4-" + id);
        deliveries.event(new Delivery("events_api", subject, user, id, false, payload));
    }
}
