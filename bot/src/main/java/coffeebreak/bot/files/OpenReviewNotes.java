package coffeebreak.bot.files;

import coffeebreak.bot.files.BadFile.Problem;
import coffeebreak.bot.finding.Paper;
import coffeebreak.bot.finding.Paper.Author;
import coffeebreak.bot.importing.Proposal;
import coffeebreak.bot.importing.Remark.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the notes that OpenReview's API gives for a venue's submissions: version 1, where `content.title` is the
/// title, and version 2, where it is `content.title.value`; as the API answers (`{"notes": […]}`), as a list, or one
/// note per line. Notes that were rejected, withdrawn or deleted are left out and reported.
final class OpenReviewNotes {

    private final String file;
    private final PaperList papers = new PaperList();
    private int notes;

    private OpenReviewNotes(String file) {
        this.file = file;
    }

    static boolean looksLikeJson(byte[] bytes) {
        var start = new String(bytes, 0, Math.min(64, bytes.length), StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .strip();
        return start.startsWith("{") || start.startsWith("[");
    }

    static Proposal<List<Paper>> parse(String file, byte[] bytes) {
        return new OpenReviewNotes(file).read(bytes);
    }

    private Proposal<List<Paper>> read(byte[] bytes) {
        try (var json = JsonMapper.shared().createParser(bytes)) {
            for (var token = json.nextToken(); token != null; token = json.nextToken()) {
                top(json, token);
            }
        } catch (JacksonException broken) {
            var place = broken.getLocation();
            throw new BadFile(
                    file,
                    List.of(new Problem(
                            place == null ? 0 : Math.max(0, place.getLineNr()),
                            "this is not JSON: "
                                    + broken.getOriginalMessage()
                                            .lines()
                                            .findFirst()
                                            .orElse("unreadable") + ". Save the API's answer as it is.")));
        }
        if (notes == 0) {
            throw new BadFile(
                    file,
                    List.of(
                            new Problem(
                                    0,
                                    "there are no notes in it; save OpenReview's answer, which looks like {\"notes\": [{\"id\": …}]}.")));
        }
        return papers.proposal(file, "OpenReview's notes");
    }

    /// A note, a list of notes, or an object that has them under `notes`.
    private void top(JsonParser json, JsonToken token) {
        if (token == JsonToken.START_ARRAY) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                note(json);
            }
        } else if (token == JsonToken.START_OBJECT) {
            var line = json.currentTokenLocation().getLineNr();
            JsonNode object = json.readValueAsTree();
            if (object.path("notes").isArray()) {
                object.path("notes").forEach(note -> note(note, 0));
            } else {
                note(object, line);
            }
        }
    }

    private void note(JsonParser json) {
        var line = json.currentTokenLocation().getLineNr();
        note(json.readValueAsTree(), line);
    }

    private void note(JsonNode note, int line) {
        notes++;
        var id = note.path("id").asString("");
        var called = id.isEmpty() ? "note " + notes : id;
        var content = note.path("content");
        var title = words(content, "title");
        if (title.isEmpty()) {
            papers.remark(
                    line,
                    called,
                    Kind.WRONG,
                    "left out: the note has no content.title; export the submissions themselves.");
            return;
        }
        var venue = words(content, "venue");
        var decision = words(content, "decision");
        if (note.hasNonNull("ddate") || isOut(venue) || isOut(decision) || isOut(words(content, "venueid"))) {
            papers.remark(
                    line,
                    called,
                    Kind.UNUSED,
                    "\"%s\" is not taken: %s."
                            .formatted(title, decision.isEmpty() ? venue.isEmpty() ? "deleted" : venue : decision));
            return;
        }
        papers.add(
                line,
                new Paper(
                        called,
                        title,
                        authors(content, line, called),
                        words(content, "abstract"),
                        list(content, "keywords"),
                        venue.isEmpty() ? decision : venue));
    }

    private static boolean isOut(String words) {
        return words.toLowerCase(Locale.ROOT).matches(".*(reject|withdrawn|withdrawal).*");
    }

    /// Their ids beside them are addresses or profiles (`~Ada_Lovelace1`); only the former say more than the name.
    private List<Author> authors(JsonNode content, int line, String called) {
        var names = list(content, "authors");
        var ids = list(content, "authorids");
        if (names.isEmpty() || names.equals(List.of("Anonymous"))) {
            papers.remark(
                    line,
                    called,
                    Kind.GUESSED,
                    "names no authors; taken without. Export after the reveal to have them.");
            return List.of();
        }
        var authors = new ArrayList<Author>();
        for (var i = 0; i < names.size(); i++) {
            var id = ids.size() == names.size() ? ids.get(i) : "";
            authors.add(new Author(names.get(i), id.contains("@") ? id : ""));
        }
        return authors;
    }

    private static JsonNode value(JsonNode content, String key) {
        var node = content.path(key);
        return node.has("value") ? node.path("value") : node;
    }

    private static String words(JsonNode content, String key) {
        return value(content, key).asString("").strip().replaceAll("\\s+", " ");
    }

    private static List<String> list(JsonNode content, String key) {
        var node = value(content, key);
        var words = node.isArray()
                ? StreamSupport.stream(node.spliterator(), false).map(each -> each.asString(""))
                : Arrays.stream(node.asString("").split("[;,]"));
        return words.map(String::strip).filter(each -> !each.isEmpty()).toList();
    }
}
