package coffeebreak.workspace;

import coffeebreak.workspace.blocks.BlockKit;
import coffeebreak.workspace.blocks.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Turns what an app answers (in an acknowledgement or to a `response_url`) into messages.
final class Responses {
    private final Team team;
    private final AppEvents events;
    private final PageEvents page;
    private final Ids ids;

    Responses(Team team, AppEvents events, PageEvents page, Ids ids) {
        this.team = team;
        this.events = events;
        this.page = page;
        this.ids = ids;
    }

    /// Shows the answer in its place; throws [SlackError] where it is no message.
    void show(ResponseUrls.Answer place, JsonNode answer) {
        var conversation = team.conversation(place.channel()).orElseThrow(() -> new SlackError("channel_not_found"));
        var original = place.messageTs();
        if (answer.path("delete_original").asBoolean(false) && original != null) {
            team.delete(conversation, original).ifPresent(gone -> {
                events.deleted(conversation, gone);
                page.channel(conversation, gone.ephemeralTo());
            });
            return;
        }
        var content = content(answer, ids);
        if (answer.path("replace_original").asBoolean(false) && original != null) {
            replace(conversation, original, content);
            return;
        }
        boolean forAll = Json.text(answer, "response_type").equals("in_channel");
        var thread = Json.text(answer, "thread_ts");
        var message = team.post(
                conversation,
                team.app().userId(),
                content,
                thread.isEmpty() ? null : thread,
                false,
                forAll ? null : place.user());
        events.posted(conversation, message);
        page.channel(conversation, message.ephemeralTo());
    }

    private void replace(Conversation conversation, String ts, Message.Content content) {
        var before = team.read(conversation, c -> c.find(ts)).orElseThrow(() -> new SlackError("message_not_found"));
        var now = team.nextTs();
        team.change(conversation, ts, message -> message.edited(content, now)).ifPresent(after -> {
            events.changed(conversation, before, after);
            page.channel(conversation, after.ephemeralTo());
        });
    }

    /// The text and blocks of a message an app wrote, checked as Slack checks them.
    static Message.Content content(JsonNode answer, Ids ids) {
        return content(answer, null, ids);
    }

    /// As above, with files shared beside or instead of the words.
    static Message.Content content(JsonNode answer, @Nullable JsonNode files, Ids ids) {
        var text = Json.text(answer, "text");
        var blocks = tree(answer, "blocks", "invalid_blocks_format");
        var attachments = tree(answer, "attachments", "invalid_attachments");
        var metadata = tree(answer, "metadata", "invalid_metadata_format");
        if (blocks != null && !blocks.isArray()) {
            throw new SlackError("invalid_blocks_format");
        }
        if (blocks != null) {
            var problems = BlockKit.message(blocks);
            if (!problems.isEmpty()) {
                throw new SlackError(
                        "invalid_blocks",
                        problems.stream().map(Problem::toString).toList());
            }
        }
        if (metadata != null
                && (!metadata.isObject()
                        || Json.text(metadata, "event_type").isEmpty()
                        || !metadata.path("event_payload").isObject())) {
            throw new SlackError("invalid_metadata_format");
        }
        if (files == null
                && text.isEmpty()
                && (blocks == null || blocks.isEmpty())
                && (attachments == null || attachments.isEmpty())) {
            throw new SlackError("no_text");
        }
        if (text.codePointCount(0, text.length()) > 40_000) {
            throw new SlackError("msg_too_long");
        }
        return new Message.Content(
                text,
                blocks == null || blocks.isEmpty() ? null : BlockKit.withIds(blocks, () -> ids.next("")),
                attachments == null || attachments.isEmpty() ? null : attachments,
                metadata,
                files);
    }

    /// A tree that may have come as JSON text in a form; null where it is absent.
    static @Nullable JsonNode tree(JsonNode arguments, String field, String error) {
        var given = arguments.path(field);
        if (given.isMissingNode()
                || given.isNull()
                || (given.isString() && given.asString().isEmpty())) {
            return null;
        }
        if (given.isString()) {
            return Json.parse(given.asString()).orElseThrow(() -> new SlackError(error));
        }
        return given;
    }
}
