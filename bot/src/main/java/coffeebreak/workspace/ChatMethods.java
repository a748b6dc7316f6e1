package coffeebreak.workspace;

import coffeebreak.workspace.RateLimiter.Tier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// `chat.*` and `reactions.*`.
final class ChatMethods {
    private final Team team;
    private final AppEvents events;
    private final PageEvents page;
    private final RateLimiter limiter;
    private final Ids ids;

    ChatMethods(Team team, AppEvents events, PageEvents page, RateLimiter limiter, Ids ids) {
        this.team = team;
        this.events = events;
        this.page = page;
        this.limiter = limiter;
        this.ids = ids;
    }

    void register(ApiMethods methods) {
        methods.bot("chat.postMessage", Tier.POST, this::postMessage)
                .bot("chat.update", Tier.THREE, this::update)
                .bot("chat.delete", Tier.THREE, this::delete)
                .bot("chat.postEphemeral", Tier.FOUR, this::postEphemeral)
                .bot("chat.getPermalink", Tier.SPECIAL, this::permalink)
                .bot("reactions.add", Tier.THREE, call -> react(call, true))
                .bot("reactions.remove", Tier.TWO, call -> react(call, false))
                .bot("reactions.get", Tier.THREE, this::reactions);
    }

    private ObjectNode postMessage(ApiCall call) {
        var conversation = target(call.required("channel", "channel_not_found"));
        var content = content(call);
        var wait = limiter.post(conversation.id());
        if (wait.isPresent()) {
            throw new Limited(wait.get());
        }
        var thread = call.text("thread_ts");
        if (!thread.isEmpty() && team.read(conversation, c -> c.find(thread)).isEmpty()) {
            throw new SlackError("thread_not_found");
        }
        var message = team.post(
                conversation,
                team.app().userId(),
                content,
                thread.isEmpty() ? null : thread,
                !thread.isEmpty() && call.flag("reply_broadcast"),
                null);
        events.posted(conversation, message);
        page.channel(conversation, null);
        var answer = Json.object().put("channel", conversation.id()).put("ts", message.ts());
        return answer.set("message", message.toJson(team.identity(), team.app(), true));
    }

    private ObjectNode update(ApiCall call) {
        var conversation = find(call);
        var ts = call.required("ts", "message_not_found");
        var before = own(conversation, ts);
        boolean keepsBlocks = call.tree("blocks", "invalid_blocks_format") == null
                && call.text("text").isEmpty();
        if (keepsBlocks && call.tree("attachments", "invalid_attachments") == null) {
            throw new SlackError("no_text");
        }
        var given = content(call);
        var metadata = given.metadata() == null ? before.metadata() : given.metadata();
        var content = new Message.Content(given.text(), given.blocks(), given.attachments(), metadata, null);
        var now = team.nextTs();
        var after = team.change(conversation, ts, message -> message.edited(content, now))
                .orElseThrow(() -> new SlackError("message_not_found"));
        events.changed(conversation, before, after);
        page.channel(conversation, null);
        var answer =
                Json.object().put("channel", conversation.id()).put("ts", ts).put("text", after.text());
        return answer.set("message", after.toJson(team.identity(), team.app(), true));
    }

    private ObjectNode delete(ApiCall call) {
        var conversation = find(call);
        var ts = call.required("ts", "message_not_found");
        var before = team.read(conversation, c -> c.find(ts))
                .filter(message -> message.ephemeralTo() == null)
                .orElseThrow(() -> new SlackError("message_not_found"));
        if (!before.fromApp()) {
            throw new SlackError("cant_delete_message");
        }
        team.delete(conversation, ts).ifPresent(gone -> events.deleted(conversation, gone));
        page.channel(conversation, null);
        return Json.object().put("channel", conversation.id()).put("ts", ts);
    }

    private ObjectNode postEphemeral(ApiCall call) {
        var conversation = target(call.required("channel", "channel_not_found"));
        var user = call.required("user", "user_not_in_channel");
        if (!conversation.members().contains(user)) {
            throw new SlackError("user_not_in_channel");
        }
        var thread = call.text("thread_ts");
        var message = team.post(
                conversation, team.app().userId(), content(call), thread.isEmpty() ? null : thread, false, user);
        page.channel(conversation, user);
        return Json.object().put("message_ts", message.ts());
    }

    private ObjectNode permalink(ApiCall call) {
        var conversation = find(call);
        var ts = call.required("message_ts", "message_not_found");
        if (team.read(conversation, c -> c.find(ts)).isEmpty()) {
            throw new SlackError("message_not_found");
        }
        return Json.object()
                .put("channel", conversation.id())
                .put(
                        "permalink",
                        "https://%s.slack.invalid/archives/%s/p%s"
                                .formatted(team.identity().domain(), conversation.id(), ts.replace(".", "")));
    }

    private ObjectNode react(ApiCall call, boolean add) {
        var conversation = find(call);
        var ts = call.required("timestamp", "message_not_found");
        var name = call.required("name", "invalid_name");
        var reacted = team.change(conversation, ts, message -> {
            var by = new ArrayList<>(message.reactions().getOrDefault(name, List.of()));
            if (add == by.contains(team.app().userId())) {
                throw new SlackError(add ? "already_reacted" : "no_reaction");
            }
            if (add) {
                by.add(team.app().userId());
            } else {
                by.remove(team.app().userId());
            }
            return message.withReaction(name, by);
        });
        if (reacted.isEmpty()) {
            throw new SlackError("message_not_found");
        }
        page.channel(conversation, null);
        return Json.object();
    }

    private ObjectNode reactions(ApiCall call) {
        var conversation = find(call);
        var ts = call.required("timestamp", "message_not_found");
        var message = team.read(conversation, c -> c.find(ts)).orElseThrow(() -> new SlackError("message_not_found"));
        var answer = Json.object().put("type", "message").put("channel", conversation.id());
        return answer.set("message", message.toJson(team.identity(), team.app(), false));
    }

    private Message.Content content(ApiCall call) {
        var markdown = call.text("markdown_text");
        if (markdown.isEmpty()) {
            return Responses.content(call.arguments(), ids);
        }
        if (call.arguments().has("text") || call.arguments().has("blocks")) {
            throw new SlackError("markdown_text_conflict");
        }
        var arguments = call.arguments().deepCopy();
        arguments.put("text", markdown);
        return Responses.content(arguments, ids);
    }

    private Message own(Conversation conversation, String ts) {
        var message = team.read(conversation, c -> c.find(ts))
                .filter(found -> found.ephemeralTo() == null)
                .orElseThrow(() -> new SlackError("message_not_found"));
        if (!message.fromApp()) {
            throw new SlackError("cant_update_message");
        }
        return message;
    }

    /// For reading and changing: the channel's own id only, as Slack wants it.
    private Conversation find(ApiCall call) {
        var id = call.required("channel", "channel_not_found");
        if (team.person(id).isPresent()) {
            throw new SlackError("channel_not_found");
        }
        return target(id);
    }

    /// For posting: a channel's id or name, or a person's id, which opens their direct message.
    private Conversation target(String channel) {
        if (team.isApp(channel)) {
            throw new SlackError("cannot_dm_bot");
        }
        if (team.isDeactivated(channel)) {
            throw new SlackError("user_disabled");
        }
        var name = channel.startsWith("#") ? channel.substring(1) : channel;
        var conversation = team.conversation(channel)
                .or(() -> team.channelNamed(name))
                .orElseThrow(() -> new SlackError("channel_not_found"));
        if (!conversation.members().contains(team.app().userId())) {
            throw new SlackError(
                    conversation.kind() == Conversation.Kind.CHANNEL ? "not_in_channel" : "channel_not_found");
        }
        return conversation;
    }

    /// Too many calls: becomes a 429 with `Retry-After`.
    static final class Limited extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final Duration wait;

        Limited(Duration wait) {
            super("ratelimited", null, false, false);
            this.wait = wait;
        }

        /// Whole seconds, at least one.
        long seconds() {
            return Math.max(1, (wait.toMillis() + 999) / 1000);
        }
    }
}
