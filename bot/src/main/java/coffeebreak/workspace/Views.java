package coffeebreak.workspace;

import coffeebreak.workspace.blocks.ViewState;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The Home tabs and open modals of everybody. A modal is a stack of at most three views.
final class Views {
    private static final int MOST_PUSHED = 3;
    private final WorkspaceTeam team;
    private final WorkspaceApp app;
    private final Ids ids;
    private final Map<String, View> homes = new HashMap<>();
    private final Map<String, Deque<View>> modals = new HashMap<>();

    /// One view as one person has it. `typed` holds what was chosen so far, `block_id` to `action_id` to value.
    record View(
            String id,
            String user,
            String hash,
            @Nullable String rootId,
            @Nullable String previousId,
            ObjectNode given,
            ObjectNode typed) {

        boolean isModal() {
            return Json.text(given, "type").equals("modal");
        }
    }

    Views(WorkspaceTeam team, WorkspaceApp app, Ids ids) {
        this.team = team;
        this.app = app;
        this.ids = ids;
    }

    synchronized Optional<View> home(String user) {
        return Optional.ofNullable(homes.get(user));
    }

    synchronized Optional<View> modal(String user) {
        var stack = modals.get(user);
        return stack == null ? Optional.empty() : Optional.ofNullable(stack.peekLast());
    }

    synchronized Optional<View> find(String id) {
        return all().stream().filter(view -> view.id().equals(id)).findFirst();
    }

    synchronized Optional<View> findExternal(String externalId) {
        return all().stream()
                .filter(view -> Json.text(view.given(), "external_id").equals(externalId))
                .findFirst();
    }

    private List<View> all() {
        return java.util.stream.Stream.concat(
                        homes.values().stream(), modals.values().stream().flatMap(Deque::stream))
                .toList();
    }

    /// Replaces the person's Home; `hash`, where given, must be the present one's.
    synchronized View publish(String user, ObjectNode given, String hash) {
        var old = homes.get(user);
        checkHash(hash, old);
        var view = new View(old == null ? ids.next("V") : old.id(), user, hash(), null, null, given, Json.object());
        homes.put(user, view);
        return view;
    }

    synchronized View open(String user, ObjectNode given) {
        var id = ids.next("V");
        var view = new View(id, user, hash(), id, null, given, Json.object());
        var stack = new ArrayDeque<View>();
        stack.add(view);
        modals.put(user, stack);
        return view;
    }

    synchronized View push(String user, ObjectNode given) {
        var stack = modals.get(user);
        if (stack == null || stack.isEmpty()) {
            throw new SlackError("not_found");
        }
        if (stack.size() >= MOST_PUSHED) {
            throw new SlackError("push_limit_reached");
        }
        var view = new View(
                ids.next("V"),
                user,
                hash(),
                stack.getFirst().id(),
                stack.getLast().id(),
                given,
                Json.object());
        stack.add(view);
        return view;
    }

    synchronized View update(String id, ObjectNode given, String hash) {
        var old = find(id).orElseThrow(() -> new SlackError("not_found"));
        checkHash(hash, old);
        return replace(new View(id, old.user(), hash(), old.rootId(), old.previousId(), given, old.typed()));
    }

    /// Keeps what the person chose, without a new hash: the app did not change the view.
    synchronized void typed(String id, JsonNode values) {
        find(id).ifPresent(old -> {
            var typed = old.typed().deepCopy();
            values.properties().forEach(block -> {
                var actions = typed.path(block.getKey()) instanceof ObjectNode known
                        ? known
                        : typed.putObject(block.getKey());
                block.getValue().properties().forEach(action -> actions.set(action.getKey(), action.getValue()));
            });
            replace(new View(old.id(), old.user(), old.hash(), old.rootId(), old.previousId(), old.given(), typed));
        });
    }

    private View replace(View view) {
        if (!view.isModal()) {
            homes.put(view.user(), view);
            return view;
        }
        var stack = modals.getOrDefault(view.user(), new ArrayDeque<>());
        var changed = new ArrayDeque<View>();
        stack.forEach(known -> changed.add(known.id().equals(view.id()) ? view : known));
        modals.put(view.user(), changed);
        return view;
    }

    /// Takes the view off its stack, with everything pushed on top of it.
    synchronized void close(View view) {
        var stack = modals.get(view.user());
        if (stack != null && stack.stream().anyMatch(known -> known.id().equals(view.id()))) {
            while (!stack.isEmpty() && !stack.removeLast().id().equals(view.id())) {
                // what lies on top goes too
            }
        }
    }

    synchronized void clear(String user) {
        modals.remove(user);
    }

    private static void checkHash(String hash, @Nullable View old) {
        if (!hash.isEmpty() && (old == null || !hash.equals(old.hash()))) {
            throw new SlackError("hash_conflict");
        }
    }

    private String hash() {
        return ids.secret();
    }

    /// As Slack writes a view in answers and payloads.
    ObjectNode toJson(View view) {
        var json = Json.object().put("id", view.id()).put("team_id", team.id());
        json.setAll(view.given());
        if (!json.has("private_metadata")) {
            json.put("private_metadata", "");
        }
        if (!json.has("callback_id")) {
            json.put("callback_id", "");
        }
        if (!json.has("external_id")) {
            json.put("external_id", "");
        }
        for (var absent : List.of("title", "submit", "close")) {
            if (!json.has(absent)) {
                json.putNull(absent);
            }
        }
        json.putObject("state").set("values", ViewState.values(view.given().path("blocks"), view.typed()));
        json.put("hash", view.hash());
        json.put("clear_on_close", view.given().path("clear_on_close").asBoolean(false));
        json.put("notify_on_close", view.given().path("notify_on_close").asBoolean(false));
        json.put("root_view_id", view.rootId() == null ? view.id() : view.rootId());
        json.put("previous_view_id", view.previousId());
        json.put("app_id", app.appId()).put("bot_id", app.botId()).put("app_installed_team_id", team.id());
        return json;
    }
}
