package coffeebreak.workspace;

import coffeebreak.workspace.Conversation.Kind;
import coffeebreak.workspace.RateLimiter.Tier;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// `conversations.*` and `users.conversations`.
final class ConversationMethods {
    private final Team team;
    private final Misbehaviour misbehaviour;
    private final WorkspaceClock clock;

    ConversationMethods(Team team, Misbehaviour misbehaviour, WorkspaceClock clock) {
        this.team = team;
        this.misbehaviour = misbehaviour;
        this.clock = clock;
    }

    void register(ApiMethods methods) {
        methods.bot("conversations.open", Tier.THREE, this::open)
                .bot("conversations.history", Tier.THREE, this::history)
                .bot("conversations.replies", Tier.THREE, this::replies)
                .bot("conversations.info", Tier.THREE, call -> {
                    var answer = Json.object();
                    return answer.set("channel", json(find(call)));
                })
                .bot("conversations.list", Tier.TWO, call -> list(call, team.conversations()))
                .bot("conversations.members", Tier.FOUR, this::members)
                .bot("users.conversations", Tier.THREE, call -> {
                    var user = call.text("user");
                    return list(
                            call,
                            team.conversationsOf(user.isEmpty() ? team.app().userId() : user));
                });
    }

    private ObjectNode open(ApiCall call) {
        var given = call.text("channel");
        if (!given.isEmpty()) {
            var known = find(call);
            return opened(known, true, call.flag("return_im"));
        }
        var users = call.list("users");
        if (users.isEmpty()) {
            throw new SlackError("users_list_not_supplied");
        }
        for (var user : users) {
            if (team.person(user).isEmpty()) {
                throw new SlackError("user_not_found");
            }
        }
        var members = new LinkedHashSet<>(users);
        members.add(team.app().userId());
        if (members.size() == 1) {
            throw new SlackError("cannot_dm_bot");
        }
        if (members.size() > 9) {
            throw new SlackError("too_many_users");
        }
        boolean already = team.directExists(members);
        return opened(team.direct(members), already, call.flag("return_im"));
    }

    private ObjectNode opened(Conversation conversation, boolean already, boolean whole) {
        var answer = Json.object();
        if (already) {
            answer.put("no_op", true).put("already_open", true);
        }
        return answer.set("channel", whole ? json(conversation) : Json.object().put("id", conversation.id()));
    }

    private ObjectNode history(ApiCall call) {
        var conversation = find(call);
        var bounds = Bounds.of(call);
        var newest = lagged(team.read(conversation, Conversation::newestFirst)).stream()
                .filter(message -> !message.isThreadReply() || message.broadcast())
                .filter(message -> bounds.contain(message.ts()))
                .toList();
        return page(call, conversation, newest, 100);
    }

    private ObjectNode replies(ApiCall call) {
        var conversation = find(call);
        var ts = call.required("ts", "thread_not_found");
        var parent = team.read(conversation, c -> c.find(ts)).orElseThrow(() -> new SlackError("thread_not_found"));
        var bounds = Bounds.of(call);
        var thread = new java.util.ArrayList<>(List.of(parent));
        lagged(team.read(conversation, c -> c.repliesTo(ts))).stream()
                .filter(message -> bounds.contain(message.ts()))
                .forEach(thread::add);
        return page(call, conversation, thread, 1000);
    }

    private List<Message> lagged(List<Message> messages) {
        long lag = misbehaviour.historyLagMillis();
        Instant until = clock.now().minusMillis(lag);
        return lag == 0
                ? messages
                : messages.stream()
                        .filter(message -> !Team.instantOf(message.ts()).isAfter(until))
                        .toList();
    }

    /// A page of messages from the cursor on.
    private ObjectNode page(ApiCall call, Conversation conversation, List<Message> all, int usual) {
        int limit = call.number("limit", usual, 1, 999);
        int from = 0;
        var cursor = call.text("cursor");
        if (!cursor.isEmpty()) {
            var next = decode(cursor);
            while (from < all.size() && !all.get(from).ts().equals(next)) {
                from++;
            }
            if (from == all.size()) {
                throw new SlackError("invalid_cursor");
            }
        }
        int to = Math.min(all.size(), from + limit);
        boolean more = to < all.size();
        var answer = Json.object();
        var messages = answer.putArray("messages");
        boolean metadata = call.flag("include_all_metadata");
        var counts = team.read(conversation, Conversation::replyCounts);
        for (var message : all.subList(from, to)) {
            var json = message.toJson(team.identity(), team.app(), metadata);
            if (counts.containsKey(message.ts())) {
                var replies = team.read(conversation, c -> c.repliesTo(message.ts()));
                json.put("thread_ts", message.ts()).put("reply_count", replies.size());
                json.put("latest_reply", replies.getLast().ts());
                var users = replies.stream().map(Message::user).distinct().toList();
                json.put("reply_users_count", users.size()).set("reply_users", Json.strings(users));
            }
            if (message.isThreadReply()) {
                team.read(conversation, c -> c.find(message.thread()))
                        .ifPresent(parent -> json.put("parent_user_id", parent.user()));
            }
            messages.add(json);
        }
        answer.put("has_more", more).put("pin_count", 0);
        answer.putObject("response_metadata")
                .put("next_cursor", more ? encode(all.get(to).ts()) : "");
        return answer;
    }

    private static String encode(String ts) {
        return Base64.getEncoder().encodeToString(("next_ts:" + ts).getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String cursor) {
        try {
            return new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8).replace("next_ts:", "");
        } catch (IllegalArgumentException noCursor) {
            throw new SlackError("invalid_cursor");
        }
    }

    private ObjectNode list(ApiCall call, List<Conversation> all) {
        var asked = call.list("types");
        var types = asked.isEmpty() ? List.of("public_channel") : asked;
        var answer = Json.object();
        var channels = answer.putArray("channels");
        all.stream()
                .filter(conversation -> types.contains(
                        switch (conversation.kind()) {
                            case CHANNEL -> "public_channel";
                            case IM -> "im";
                            case GROUP -> "mpim";
                        }))
                .filter(conversation -> conversation.kind() == Kind.CHANNEL
                        || conversation.members().contains(team.app().userId()))
                .limit(call.number("limit", 1000, 1, 1000))
                .forEach(conversation -> channels.add(json(conversation)));
        answer.putObject("response_metadata").put("next_cursor", "");
        return answer;
    }

    private ObjectNode members(ApiCall call) {
        var members = find(call).members();
        var answer = Json.object();
        answer.set("members", Json.strings(members));
        answer.putObject("response_metadata").put("next_cursor", "");
        return answer;
    }

    private Conversation find(ApiCall call) {
        var id = call.required("channel", "channel_not_found");
        var found = team.person(id).isPresent() ? java.util.Optional.<Conversation>empty() : team.conversation(id);
        var conversation = found.orElseThrow(() -> new SlackError("channel_not_found"));
        if (conversation.kind() != Kind.CHANNEL
                && !conversation.members().contains(team.app().userId())) {
            throw new SlackError("channel_not_found");
        }
        return conversation;
    }

    private ObjectNode json(Conversation conversation) {
        var json = Json.object().put("id", conversation.id()).put("created", conversation.created());
        boolean channel = conversation.kind() == Kind.CHANNEL;
        json.put("is_channel", channel).put("is_group", false).put("is_im", conversation.kind() == Kind.IM);
        json.put("is_mpim", conversation.kind() == Kind.GROUP).put("is_private", !channel);
        json.put("is_archived", false).put("is_general", conversation.id().endsWith("GENERAL"));
        json.put("is_member", conversation.members().contains(team.app().userId()));
        json.put("context_team_id", team.identity().id());
        if (conversation.kind() == Kind.IM) {
            others(conversation).stream().findFirst().ifPresent(other -> json.put("user", other));
        } else {
            json.put("name", conversation.name()).put("name_normalized", conversation.name());
            json.put("num_members", conversation.members().size());
            json.putObject("topic").put("value", "").put("creator", "").put("last_set", 0);
            json.putObject("purpose").put("value", "").put("creator", "").put("last_set", 0);
        }
        return json;
    }

    private Set<String> others(Conversation conversation) {
        var others = new LinkedHashSet<>(conversation.members());
        others.remove(team.app().userId());
        return others;
    }

    /// Which timestamps a call asks for; exclusive unless it says `inclusive`.
    private record Bounds(String oldest, String latest, boolean inclusive) {

        static Bounds of(ApiCall call) {
            return new Bounds(padded(call.text("oldest")), padded(call.text("latest")), call.flag("inclusive"));
        }

        /// Slack takes `1714` and `1714.5` for timestamps as well.
        private static String padded(String ts) {
            if (ts.isEmpty() || ts.equals("0")) {
                return "";
            }
            try {
                return new java.math.BigDecimal(ts)
                        .setScale(6, java.math.RoundingMode.DOWN)
                        .toPlainString();
            } catch (NumberFormatException noTime) {
                throw new SlackError("invalid_ts_oldest");
            }
        }

        boolean contain(String ts) {
            int afterOldest = oldest.isEmpty() ? 1 : compare(ts, oldest);
            int beforeLatest = latest.isEmpty() ? -1 : compare(ts, latest);
            return (afterOldest > 0 || (inclusive && afterOldest == 0))
                    && (beforeLatest < 0 || (inclusive && beforeLatest == 0));
        }

        private static int compare(String a, String b) {
            return new java.math.BigDecimal(a).compareTo(new java.math.BigDecimal(b));
        }
    }
}
