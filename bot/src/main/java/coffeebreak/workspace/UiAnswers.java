package coffeebreak.workspace;

import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/// What the page is shown, as JSON.
final class UiAnswers {
    private final WorkspaceSettings settings;
    private final Team team;
    private final Views views;
    private final Desk desk;
    private final Journal journal;
    private final WorkspaceClock clock;
    private final BooleanSupplier connected;

    UiAnswers(
            WorkspaceSettings settings,
            Team team,
            Views views,
            Desk desk,
            Journal journal,
            WorkspaceClock clock,
            BooleanSupplier connected) {
        this.settings = settings;
        this.team = team;
        this.views = views;
        this.desk = desk;
        this.journal = journal;
        this.clock = clock;
        this.connected = connected;
    }

    ObjectNode state() {
        var state = Json.object();
        state.putObject("team")
                .put("id", team.identity().id())
                .put("name", team.identity().name());
        state.set("notices", Json.strings(settings.notices()));
        state.set("clock", clock());
        var unread = team.unread();
        var people = state.putArray("people");
        for (var person : team.people()) {
            people.addObject()
                    .put("id", person.id())
                    .put("name", person.name())
                    .put("title", person.title())
                    .put("kind", person.kind().name().toLowerCase(Locale.ROOT))
                    .put("group", person.group())
                    .put("zone", person.zone().getId())
                    .put("invented", person.invented())
                    .put("unread", unread.getOrDefault(person.id(), 0L));
        }
        var commands = state.putArray("commands");
        for (var command : settings.commands()) {
            commands.addObject()
                    .put("command", command.command())
                    .put("hint", command.hint())
                    .put("description", command.description());
        }
        state.putArray("bots")
                .addObject()
                .put("userId", team.app().userId())
                .put("name", team.app().name())
                .put("connected", connected.getAsBoolean());
        return state;
    }

    ObjectNode clock() {
        var json = Json.object().put("now", clock.now().toString());
        json.put("zone", clock.zone().getId()).put("speed", clock.speed());
        var marks = json.putArray("marks");
        for (var mark : clock.marks()) {
            marks.addObject().put("label", mark.label()).put("at", mark.at().toString());
        }
        return json;
    }

    ObjectNode sidebar(WorkspacePerson who) {
        desk.meetApp(who);
        var json = Json.object();
        var channels = json.putArray("channels");
        for (var conversation : team.conversationsOf(who.id())) {
            var others = conversation.members().stream()
                    .filter(user -> !user.equals(who.id()))
                    .toList();
            var seen = team.read(conversation, c -> c.seenBy(who.id()));
            long unread = team.read(conversation, c -> c.unread(who.id()));
            channels.addObject()
                    .put("id", conversation.id())
                    .put("name", name(conversation, others))
                    .put("kind", Desk.pageKind(conversation.kind()))
                    .put("unread", unread)
                    .put("latest", seen.isEmpty() ? "" : seen.getLast().ts())
                    .set("with", Json.strings(conversation.kind() == Conversation.Kind.CHANNEL ? List.of() : others));
        }
        json.set("modal", views.modal(who.id()).<JsonNode>map(views::toJson).orElse(NullNode.getInstance()));
        return json;
    }

    private String name(Conversation conversation, List<String> others) {
        return conversation.kind() == Conversation.Kind.CHANNEL
                ? conversation.name()
                : String.join(
                        ", ",
                        others.stream()
                                .map(user -> team.person(user)
                                        .map(WorkspacePerson::name)
                                        .orElse(user))
                                .toList());
    }

    ObjectNode channel(WorkspacePerson who, String id, String thread) {
        var conversation = desk.conversation(who, id, "");
        var json = Json.object();
        var messages = json.putArray("messages");
        var replies = team.read(conversation, Conversation::replyCounts);
        for (var message : team.read(conversation, c -> c.seenBy(who.id()))) {
            boolean inThread =
                    message.ts().equals(thread) || (message.isThreadReply() && thread.equals(message.threadTs()));
            boolean inChannel = !message.isThreadReply() || message.broadcast();
            if (thread.isEmpty() ? inChannel : inThread) {
                messages.add(message(message, replies.getOrDefault(message.ts(), 0)));
            }
        }
        team.markRead(conversation, who.id());
        return json;
    }

    private static ObjectNode message(Message message, int replies) {
        var json = Json.object().put("ts", message.ts()).put("user", message.user());
        json.put("bot", message.fromApp()).put("text", message.text());
        json.set("blocks", message.blocks() == null ? NullNode.getInstance() : message.blocks());
        if (message.editedTs() == null) {
            json.putNull("edited");
        } else {
            json.putObject("edited").put("ts", message.editedTs());
        }
        json.put("ephemeral", message.ephemeralTo() != null).put("thread_ts", message.threadTs());
        json.put("reply_count", replies);
        var files = json.putArray("files");
        Json.items(message.files() == null ? Json.array() : message.files())
                .forEach(file -> files.addObject()
                        .put("id", Json.text(file, "id"))
                        .put("name", Json.text(file, "name"))
                        .put("title", Json.text(file, "title"))
                        .put("mimetype", Json.text(file, "mimetype"))
                        .put("size", file.path("size").asInt(0))
                        .put("url", FileServlet.PAGE + Json.text(file, "id")));
        var reactions = json.putArray("reactions");
        message.reactions()
                .forEach(
                        (name, users) -> reactions.addObject().put("name", name).set("users", Json.strings(users)));
        return json.put("at", Team.instantOf(message.ts()).toString());
    }

    ObjectNode home(WorkspacePerson who) {
        return Json.object()
                .set("view", views.home(who.id()).<JsonNode>map(views::toJson).orElse(NullNode.getInstance()));
    }

    ObjectNode calls(long since, String method) {
        var entries = journal.callsSince(since);
        var json = Json.object()
                .put("next", entries.isEmpty() ? since : entries.getLast().n() + 1);
        var calls = json.putArray("calls");
        for (var entry : entries) {
            if (method.isEmpty() || method.equals(entry.method())) {
                var call = calls.addObject()
                        .put("n", entry.n())
                        .put("at", entry.at().toString());
                call.put("real_at", entry.realAt().toString());
                call.put("method", entry.method()).put("token_kind", entry.tokenKind());
                call.set("arguments", entry.arguments());
                call.set("response", entry.response());
                call.put("status", entry.status()).put("fault", entry.fault());
            }
        }
        return json;
    }

    ObjectNode deliveries(long since) {
        var entries = journal.deliveriesSince(since);
        var json = Json.object()
                .put("next", entries.isEmpty() ? since : entries.getLast().n() + 1);
        var deliveries = json.putArray("deliveries");
        for (var entry : entries) {
            deliveries
                    .addObject()
                    .put("n", entry.n())
                    .put("at", entry.at().toString())
                    .put("type", entry.type())
                    .put("subject", entry.subject())
                    .put("user", entry.user())
                    .put("id", entry.id())
                    .put("attempt", entry.attempt())
                    .put("acked", entry.acked())
                    .put("millis", entry.millis())
                    .put("via", entry.via())
                    .put("status", entry.status())
                    .put("reason", entry.reason());
        }
        return json;
    }
}
