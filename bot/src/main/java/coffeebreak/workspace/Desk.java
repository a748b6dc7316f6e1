package coffeebreak.workspace;

import coffeebreak.workspace.Conversation.Kind;
import coffeebreak.workspace.Interactions.Press;
import coffeebreak.workspace.Transport.Answer;
import coffeebreak.workspace.Views.View;
import coffeebreak.workspace.blocks.BlockKit;
import coffeebreak.workspace.blocks.Problem;
import coffeebreak.workspace.blocks.ViewState;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a person can do in the workspace: write, click, fill in, close, look.
///
/// Every method throws [IllegalArgumentException] with one sentence where the person asks for what is not there.
final class Desk {
    private final Team team;
    private final DirectoryMethods directory;
    private final Views views;
    private final AppEvents events;
    private final Interactions interactions;
    private final Responses responses;
    private final PageEvents page;
    private final Set<String> commands;
    private final Ids ids;
    private final FileMethods files;

    Desk(
            Team team,
            DirectoryMethods directory,
            Views views,
            AppEvents events,
            Interactions interactions,
            Responses responses,
            PageEvents page,
            Set<String> commands,
            Ids ids,
            FileMethods files) {
        this.team = team;
        this.directory = directory;
        this.views = views;
        this.events = events;
        this.interactions = interactions;
        this.responses = responses;
        this.page = page;
        this.commands = commands;
        this.ids = ids;
        this.files = files;
    }

    WorkspacePerson person(String id) {
        return team.person(id).orElseThrow(() -> new IllegalArgumentException("nobody here has the id " + id));
    }

    /// The conversation `id`, or the direct message with the person `to`.
    Conversation conversation(WorkspacePerson who, String id, String to) {
        var found = id.isEmpty() && !to.isEmpty()
                ? direct(who, person(to))
                : team.conversation(id).orElse(null);
        if (found == null || !found.members().contains(who.id())) {
            throw new IllegalArgumentException("%s is in no channel %s".formatted(who.name(), id));
        }
        return found;
    }

    private Conversation direct(WorkspacePerson who, WorkspacePerson other) {
        return team.direct(Set.of(who.id(), other.id()));
    }

    /// Writes a message; `text` comes as Slack carries it: `&<>` escaped, mentions as `<@U…>`.
    Message write(WorkspacePerson who, Conversation conversation, String text, @Nullable String threadTs) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a message needs some text");
        }
        var message = team.post(conversation, who.id(), Message.Content.ofText(text), threadTs, false, null);
        events.posted(conversation, message);
        page.channel(conversation, null);
        return message;
    }

    /// Shares a file; `text` stands beside it and may be empty.
    Message upload(WorkspacePerson who, Conversation conversation, String name, byte[] content, String text) {
        if (name.isBlank() || name.contains("/") || content.length == 0) {
            throw new IllegalArgumentException("a file needs a name without a slash and something in it");
        }
        var file = Json.array().add(files.upload(name, who.id(), content));
        var message =
                team.post(conversation, who.id(), new Message.Content(text, null, null, null, file), null, false, null);
        events.posted(conversation, message);
        page.channel(conversation, null);
        return message;
    }

    void edit(WorkspacePerson who, Conversation conversation, String ts, String text) {
        var before = own(who, conversation, ts);
        var now = team.nextTs();
        team.change(conversation, ts, message -> message.edited(Message.Content.ofText(text), now))
                .ifPresent(after -> events.changed(conversation, before, after));
        page.channel(conversation, null);
    }

    /// Leaves the workspace for good: an administrator has deactivated the account.
    void leave(WorkspacePerson who) {
        team.deactivate(who.id());
        events.personChanged(directory.json(who));
    }

    /// An administrator makes the account another one.
    void becomes(WorkspacePerson who, Account account) {
        team.becomes(who.id(), account);
        events.personChanged(directory.json(who));
    }

    void delete(WorkspacePerson who, Conversation conversation, String ts) {
        own(who, conversation, ts);
        team.delete(conversation, ts).ifPresent(gone -> events.deleted(conversation, gone));
        page.channel(conversation, null);
    }

    private Message own(WorkspacePerson who, Conversation conversation, String ts) {
        return team.read(conversation, c -> c.find(ts))
                .filter(message -> message.user().equals(who.id()))
                .orElseThrow(
                        () -> new IllegalArgumentException("%s has written no message %s".formatted(who.name(), ts)));
    }

    /// Runs `/command words`; the sentence to show where it could not be run.
    @Nullable
    String command(WorkspacePerson who, Conversation conversation, String line) {
        var trimmed = line.strip();
        int space = trimmed.indexOf(' ');
        var command = space < 0 ? trimmed : trimmed.substring(0, space);
        if (!commands.contains(command)) {
            return command + " is not a valid command";
        }
        var text = space < 0 ? "" : trimmed.substring(space + 1).strip();
        return switch (interactions.command(who, conversation, command, text)) {
            case Answer.Missed missed ->
                "%s failed because the app did not respond (%s)".formatted(command, missed.reason());
            case Answer.Acknowledged acknowledged -> {
                var place = new ResponseUrls.Answer(conversation.id(), who.id(), null);
                yield acknowledged.payload().isEmpty() ? null : shown(command, place, acknowledged.payload());
            }
        };
    }

    private @Nullable String shown(String command, ResponseUrls.Answer place, JsonNode payload) {
        try {
            responses.show(place, payload);
            return null;
        } catch (SlackError refused) {
            return "%s failed: the app's answer was refused with %s".formatted(command, refused.getMessage());
        }
    }

    /// A click or choice; `typed` is what the page holds for the other fields of the same container.
    Answer press(WorkspacePerson who, JsonNode order) {
        var container = order.path("container");
        var blockId = Json.text(order, "block_id");
        var actionId = Json.text(order, "action_id");
        var now = team.nextTs();
        var value = order.path("value");
        if (Json.text(container, "type").equals("view")) {
            var view = view(who, Json.text(container, "view_id"));
            views.typed(view.id(), order.path("state"));
            var press = Press.of(view.given().path("blocks"), blockId, actionId, value, now)
                    .orElseThrow(() -> noSuch(blockId, actionId));
            if (!Json.text(press.element(), "type").equals("button")) {
                var chosen = Json.object();
                chosen.putObject(blockId).set(actionId, value);
                views.typed(view.id(), chosen);
            }
            return interactions.inView(who, view(who, view.id()), press);
        }
        var conversation = conversation(who, Json.text(container, "channel"), "");
        var ts = Json.text(container, "ts");
        var message = team.read(
                        conversation,
                        c -> c.seenBy(who.id()).stream()
                                .filter(m -> m.ts().equals(ts))
                                .findFirst())
                .orElseThrow(() -> new IllegalArgumentException("there is no message " + ts));
        var blocks = message.blocks() == null ? Json.array() : message.blocks();
        var press = Press.of(blocks, blockId, actionId, value, now).orElseThrow(() -> noSuch(blockId, actionId));
        var typed = order.path("state").isObject() ? (ObjectNode) order.path("state") : Json.object();
        if (!Json.text(press.element(), "type").equals("button")) {
            (typed.path(blockId) instanceof ObjectNode known ? known : typed.putObject(blockId)).set(actionId, value);
        }
        return interactions.inMessage(who, conversation, message, press, typed);
    }

    private static IllegalArgumentException noSuch(String blockId, String actionId) {
        return new IllegalArgumentException(
                "there is nothing to press with block_id %s and action_id %s (any more)".formatted(blockId, actionId));
    }

    private View view(WorkspacePerson who, String id) {
        return views.find(id)
                .filter(view -> view.user().equals(who.id()))
                .orElseThrow(() -> new IllegalArgumentException("%s has no view %s open".formatted(who.name(), id)));
    }

    /// Submits a modal and does what the app answers.
    ObjectNode submit(WorkspacePerson who, String viewId, JsonNode state) {
        var open = view(who, viewId);
        checkFields(open.given().path("blocks"), state);
        views.typed(viewId, state);
        var view = view(who, viewId);
        var mistakes = FormCheck.mistakes(view.given().path("blocks"), view.typed());
        if (!mistakes.isEmpty()) {
            return result("errors").set("errors", mistakes);
        }
        return switch (interactions.submit(who, view)) {
            case Answer.Missed missed ->
                result("failed")
                        .put(
                                "error",
                                "%s did not answer in 3 seconds (%s)"
                                        .formatted(team.app().name(), missed.reason()));
            case Answer.Acknowledged acknowledged -> {
                var answered = answered(open, acknowledged.payload());
                page.modal(who.id());
                yield answered;
            }
        };
    }

    private static void checkFields(JsonNode blocks, JsonNode state) {
        state.properties()
                .forEach(block -> block.getValue().properties().forEach(action -> {
                    var element = ViewState.find(blocks, block.getKey(), action.getKey())
                            .orElseThrow(() -> new IllegalArgumentException(
                                    "the view has no field with block_id %s and action_id %s"
                                            .formatted(block.getKey(), action.getKey())));
                    var unused = ViewState.stateOf(element, action.getValue());
                }));
    }

    private ObjectNode answered(View view, JsonNode payload) {
        var action = Json.text(payload, "response_action");
        switch (action) {
            case "errors" -> {
                return result("errors").set("errors", payload.path("errors"));
            }
            case "clear" -> views.clear(view.user());
            case "update", "push" -> {
                var problems = BlockKit.view(payload.path("view"));
                if (!problems.isEmpty()) {
                    return result("failed")
                            .put(
                                    "error",
                                    "the app's answer is no view: "
                                            + problems.stream()
                                                    .map(Problem::toString)
                                                    .toList());
                }
                var given = (ObjectNode) payload.path("view").deepCopy();
                given.set("blocks", BlockKit.withIds(given.path("blocks"), () -> ids.next("")));
                try {
                    var shown =
                            action.equals("push") ? views.push(view.user(), given) : views.update(view.id(), given, "");
                    return result("updated").set("view", views.toJson(shown));
                } catch (SlackError refused) {
                    return result("failed").put("error", "Slack would refuse this view: " + refused.getMessage());
                }
            }
            case "" -> views.close(view);
            default -> {
                return result("failed").put("error", "there is no response_action " + action);
            }
        }
        return views.modal(view.user())
                .map(below -> result("updated").set("view", views.toJson(below)))
                .orElseGet(() -> result("closed"));
    }

    private static ObjectNode result(String result) {
        return Json.object().put("result", result);
    }

    void close(WorkspacePerson who, String viewId) {
        var view = view(who, viewId);
        if (view.given().path("clear_on_close").asBoolean(false)) {
            views.clear(who.id());
        } else {
            views.close(view);
        }
        page.modal(who.id());
        if (view.given().path("notify_on_close").asBoolean(false)) {
            interactions.closed(who, view);
        }
    }

    void openHome(WorkspacePerson who) {
        var direct = team.direct(Set.of(who.id(), team.app().userId()));
        events.homeOpened(who.id(), direct, views.home(who.id()).map(views::toJson));
    }

    /// The direct message with the app exists for everybody, as an installed app stands in everybody's sidebar.
    void meetApp(WorkspacePerson who) {
        if (who.kind() != WorkspacePerson.Kind.BOT) {
            team.direct(Set.of(who.id(), team.app().userId()));
        }
    }

    static String pageKind(Kind kind) {
        return switch (kind) {
            case CHANNEL -> "channel";
            case IM -> "im";
            case GROUP -> "group";
        };
    }
}
