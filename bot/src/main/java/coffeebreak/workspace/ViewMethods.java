package coffeebreak.workspace;

import coffeebreak.workspace.RateLimiter.Tier;
import coffeebreak.workspace.Views.View;
import coffeebreak.workspace.blocks.BlockKit;
import coffeebreak.workspace.blocks.Problem;
import tools.jackson.databind.node.ObjectNode;

/// `views.*`.
final class ViewMethods {
    private static final int MOST_BYTES = 250_000;
    private final Team team;
    private final Views views;
    private final Triggers triggers;
    private final PageEvents page;
    private final Ids ids;

    ViewMethods(Team team, Views views, Triggers triggers, PageEvents page, Ids ids) {
        this.team = team;
        this.views = views;
        this.triggers = triggers;
        this.page = page;
        this.ids = ids;
    }

    void register(ApiMethods methods) {
        methods.bot("views.open", Tier.FOUR, this::open)
                .bot("views.push", Tier.FOUR, this::push)
                .bot("views.update", Tier.FOUR, this::update)
                .bot("views.publish", Tier.FOUR, this::publish);
    }

    private ObjectNode open(ApiCall call) {
        var view = given(call, "modal");
        uniqueExternalId(view);
        var user = trigger(call);
        var opened = views.open(user, view);
        page.modal(user);
        return answer(opened);
    }

    private ObjectNode push(ApiCall call) {
        var view = given(call, "modal");
        uniqueExternalId(view);
        var user = trigger(call);
        var pushed = views.push(user, view);
        page.modal(user);
        return answer(pushed);
    }

    private ObjectNode update(ApiCall call) {
        var external = call.text("external_id");
        var id = external.isEmpty()
                ? call.required("view_id")
                : views.findExternal(external).map(View::id).orElseThrow(() -> new SlackError("not_found"));
        var old = views.find(id).orElseThrow(() -> new SlackError("not_found"));
        var updated = views.update(id, given(call, Json.text(old.given(), "type")), call.text("hash"));
        if (updated.isModal()) {
            page.modal(updated.user());
        } else {
            page.home(updated.user());
        }
        return answer(updated);
    }

    private ObjectNode publish(ApiCall call) {
        var user = call.required("user_id");
        if (team.person(user).isEmpty()) {
            throw new SlackError("user_not_found");
        }
        var published = views.publish(user, given(call, "home"), call.text("hash"));
        page.home(user);
        return answer(published);
    }

    private String trigger(ApiCall call) {
        var trigger = call.text("trigger_id");
        return triggers.exchange(trigger.isEmpty() ? call.required("interactivity_pointer") : trigger);
    }

    private void uniqueExternalId(ObjectNode view) {
        var external = Json.text(view, "external_id");
        if (!external.isEmpty() && views.findExternal(external).isPresent()) {
            throw new SlackError("duplicate_external_id");
        }
    }

    private ObjectNode given(ApiCall call, String type) {
        var view = call.tree("view", "invalid_arguments");
        if (view == null) {
            throw new SlackError("invalid_arguments", "missing required field: view");
        }
        var problems = BlockKit.view(view);
        if (!problems.isEmpty()) {
            throw new SlackError(
                    "invalid_arguments",
                    problems.stream().map(Problem::toString).toList());
        }
        if (!Json.text(view, "type").equals(type)) {
            throw new SlackError(
                    "invalid_arguments", "must be a valid enum value: %s [json-pointer:/view/type]".formatted(type));
        }
        if (Json.write(view).length() > MOST_BYTES) {
            throw new SlackError("view_too_large");
        }
        var copy = (ObjectNode) view.deepCopy();
        copy.set("blocks", BlockKit.withIds(view.path("blocks"), () -> ids.next("")));
        return copy;
    }

    private ObjectNode answer(View view) {
        return Json.object().set("view", views.toJson(view));
    }
}
