package coffeebreak.workspace;

import coffeebreak.workspace.RateLimiter.Tier;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/// Who and what is here: `auth.test`, `api.test`, `apps.connections.open`, `users.*`, `team.info`, `bots.info`.
final class DirectoryMethods {
    private final Team team;
    private final WorkspaceClock clock;
    private final Supplier<String> socketAddress;

    DirectoryMethods(Team team, WorkspaceClock clock, Supplier<String> socketAddress) {
        this.team = team;
        this.clock = clock;
        this.socketAddress = socketAddress;
    }

    void register(ApiMethods methods) {
        methods.open("api.test", Tier.FOUR, DirectoryMethods::apiTest)
                .either("auth.test", Tier.SPECIAL, _ -> authTest())
                .app("apps.connections.open", Tier.ONE, _ -> Json.object().put("url", socketAddress.get()))
                .bot("users.info", Tier.FOUR, call -> {
                    var person = json(find(call.required("user", "user_not_found")));
                    if (call.flag("include_locale")) {
                        person.put("locale", "en-US");
                    }
                    return Json.object().set("user", person);
                })
                .bot("users.list", Tier.TWO, this::list)
                .bot("users.lookupByEmail", Tier.THREE, call -> {
                    if (!team.mayReadEmails()) {
                        throw SlackError.missingScope(Team.EMAILS);
                    }
                    var email = call.required("email", "users_not_found");
                    var person = team.people().stream()
                            .filter(one -> one.email().equalsIgnoreCase(email))
                            .findFirst()
                            .orElseThrow(() -> new SlackError("users_not_found"));
                    return Json.object().set("user", json(person));
                })
                .bot("users.getPresence", Tier.THREE, call -> {
                    find(call.required("user", "user_not_found"));
                    return Json.object().put("presence", "active");
                })
                .bot("team.info", Tier.THREE, _ -> {
                    var info = Json.object().put("id", team.identity().id());
                    info.put("name", team.identity().name())
                            .put("domain", team.identity().domain());
                    info.put("email_domain", "").putObject("icon").put("image_default", true);
                    return Json.object().set("team", info);
                })
                .bot("bots.info", Tier.THREE, call -> {
                    var asked = call.text("bot");
                    if (!asked.isEmpty() && !asked.equals(team.app().botId())) {
                        throw new SlackError("bot_not_found");
                    }
                    var bot = Json.object().put("id", team.app().botId()).put("deleted", false);
                    bot.put("name", team.app().name()).put("updated", 0);
                    bot.put("app_id", team.app().appId())
                            .put("user_id", team.app().userId());
                    bot.putObject("icons");
                    return Json.object().set("bot", bot);
                });
    }

    private static ObjectNode apiTest(ApiCall call) {
        var error = call.text("error");
        if (!error.isEmpty()) {
            throw new SlackError(error);
        }
        var arguments = call.arguments().deepCopy();
        arguments.remove("token");
        return Json.object().set("args", arguments);
    }

    private ObjectNode authTest() {
        var app = team.app();
        return Json.object()
                .put(
                        "url",
                        "https://%s.slack.invalid/".formatted(team.identity().domain()))
                .put("team", team.identity().name())
                .put("user", app.name().toLowerCase(java.util.Locale.ROOT))
                .put("team_id", team.identity().id())
                .put("user_id", app.userId())
                .put("bot_id", app.botId())
                .put("is_enterprise_install", false);
    }

    private ObjectNode list(ApiCall call) {
        var all = team.people().stream().toList();
        int limit = call.number("limit", all.size(), 1, 1000);
        int from = 0;
        var cursor = call.text("cursor");
        if (!cursor.isEmpty()) {
            from = all.indexOf(find(cursor.replace("user:", "")));
        }
        int to = Math.min(all.size(), from + limit);
        var answer = Json.object();
        var members = answer.putArray("members");
        all.subList(from, to).forEach(person -> members.add(json(person)));
        answer.put("cache_ts", clock.now().getEpochSecond());
        answer.putObject("response_metadata")
                .put("next_cursor", to < all.size() ? "user:" + all.get(to).id() : "");
        return answer;
    }

    private WorkspacePerson find(String id) {
        return team.person(id).orElseThrow(() -> new SlackError("user_not_found"));
    }

    /// A person as `users.info` and the events tell them.
    ObjectNode json(WorkspacePerson person) {
        boolean bot = person.kind() == WorkspacePerson.Kind.BOT;
        var rules = person.zone().getRules();
        var json = Json.object()
                .put("id", person.id())
                .put("team_id", team.identity().id());
        json.put("name", person.handle()).put("deleted", team.isDeactivated(person.id()));
        json.put("real_name", person.name());
        json.put("tz", person.zone().getId());
        json.put("tz_label", person.zone().getDisplayName(java.time.format.TextStyle.FULL, java.util.Locale.ENGLISH));
        json.put("tz_offset", rules.getOffset(clock.now()).getTotalSeconds());
        var account = team.account(person.id());
        json.put("is_admin", false).put("is_owner", false);
        for (var guest : List.of(Account.RESTRICTED, Account.ULTRA_RESTRICTED, Account.STRANGER)) {
            json.put(guest.mark(), account == guest);
        }
        json.put("is_bot", bot || account == Account.BOT)
                .put("is_app_user", false)
                .put("is_email_confirmed", true);
        json.put("updated", 0);
        var profile = json.putObject("profile").put("title", person.title());
        profile.put("real_name", person.name()).put("real_name_normalized", person.name());
        profile.put("display_name", person.name()).put("display_name_normalized", person.name());
        profile.put("status_text", "")
                .put("status_emoji", "")
                .put("team", team.identity().id());
        if (!bot && team.mayReadEmails()) {
            profile.put("email", person.email());
        } else if (bot) {
            profile.put("bot_id", team.app().botId())
                    .put("api_app_id", team.app().appId());
        }
        return json;
    }
}
