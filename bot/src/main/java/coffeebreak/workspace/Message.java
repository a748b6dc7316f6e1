package coffeebreak.workspace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One message. JSON trees inside are never changed once a message holds them.
///
/// @param ts Slack's timestamp, which is the message's id within its channel
/// @param ephemeralTo the one person who sees it, or null where everybody in the channel does
/// @param reactions emoji name to the users who gave it, in order
record Message(
        String channel,
        String ts,
        String user,
        boolean fromApp,
        String text,
        @Nullable JsonNode blocks,
        @Nullable JsonNode attachments,
        @Nullable JsonNode metadata,
        @Nullable JsonNode files,
        @Nullable String threadTs,
        boolean broadcast,
        @Nullable String editedTs,
        @Nullable String ephemeralTo,
        Map<String, List<String>> reactions) {

    /// What a sender decides; the rest follows.
    record Content(
            String text,
            @Nullable JsonNode blocks,
            @Nullable JsonNode attachments,
            @Nullable JsonNode metadata,
            @Nullable JsonNode files) {

        static Content ofText(String text) {
            return new Content(text, null, null, null, null);
        }
    }

    Content content() {
        return new Content(text, blocks, attachments, metadata, files);
    }

    Message edited(Content content, @Nullable String at) {
        return new Message(
                channel,
                ts,
                user,
                fromApp,
                content.text(),
                content.blocks(),
                content.attachments(),
                content.metadata(),
                content.files() == null ? files : content.files(),
                threadTs,
                broadcast,
                at,
                ephemeralTo,
                reactions);
    }

    /// With the reactions of one name given by exactly these users; none takes it away.
    Message withReaction(String name, List<String> users) {
        var more = new LinkedHashMap<>(reactions);
        if (users.isEmpty()) {
            more.remove(name);
        } else {
            more.put(name, List.copyOf(users));
        }
        return new Message(
                channel,
                ts,
                user,
                fromApp,
                text,
                blocks,
                attachments,
                metadata,
                files,
                threadTs,
                broadcast,
                editedTs,
                ephemeralTo,
                java.util.Collections.unmodifiableMap(more));
    }

    /// The thread the message belongs to: its own where it is in none.
    String thread() {
        return threadTs == null ? ts : threadTs;
    }

    boolean isThreadReply() {
        return threadTs != null && !threadTs.equals(ts);
    }

    /// As Slack writes a message in answers and payloads, without the fields of its channel.
    ObjectNode toJson(WorkspaceTeam team, WorkspaceApp app, boolean withMetadata) {
        var json = Json.object().put("type", "message").put("user", user).put("ts", ts);
        json.put("text", text).put("team", team.id());
        if (fromApp) {
            json.put("bot_id", app.botId()).put("app_id", app.appId());
            var profile = json.putObject("bot_profile");
            profile.put("id", app.botId()).put("app_id", app.appId()).put("user_id", app.userId());
            profile.put("name", app.name())
                    .put("deleted", false)
                    .put("updated", 0)
                    .put("team_id", team.id());
            profile.putObject("icons");
        }
        if (blocks != null) {
            json.set("blocks", blocks);
        }
        if (attachments != null) {
            json.set("attachments", attachments);
        }
        if (files != null) {
            json.set("files", files);
            json.put("subtype", "file_share").put("upload", true);
        }
        if (withMetadata && metadata != null) {
            json.set("metadata", metadata);
        }
        if (editedTs != null) {
            json.putObject("edited").put("user", user).put("ts", editedTs);
        }
        if (threadTs != null) {
            json.put("thread_ts", threadTs);
        }
        if (broadcast) {
            json.put("subtype", "thread_broadcast");
        }
        if (!reactions.isEmpty()) {
            var list = json.putArray("reactions");
            reactions.forEach((name, users) -> list.addObject()
                    .put("name", name)
                    .put("count", users.size())
                    .set("users", Json.strings(users)));
        }
        return json;
    }
}
