package coffeebreak.workspace;

import coffeebreak.workspace.FileStore.Stored;
import coffeebreak.workspace.RateLimiter.Tier;
import java.net.URLConnection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `files.*`: an app asks where to upload to, uploads, and shares what it uploaded.
final class FileMethods {
    private final Team team;
    private final FileStore files;
    private final AppEvents events;
    private final PageEvents page;
    private final WorkspaceClock clock;
    private final Ids ids;
    private final Supplier<String> address;

    FileMethods(
            Team team,
            FileStore files,
            AppEvents events,
            PageEvents page,
            WorkspaceClock clock,
            Ids ids,
            Supplier<String> address) {
        this.team = team;
        this.files = files;
        this.events = events;
        this.page = page;
        this.clock = clock;
        this.ids = ids;
        this.address = address;
    }

    void register(ApiMethods methods) {
        methods.bot("files.getUploadURLExternal", Tier.FOUR, this::announce)
                .bot("files.completeUploadExternal", Tier.FOUR, this::share)
                .bot("files.info", Tier.FOUR, call -> Json.object().set("file", json(find(call))))
                .bot("files.delete", Tier.THREE, call -> {
                    files.delete(find(call).id());
                    return Json.object();
                });
    }

    private ObjectNode announce(ApiCall call) {
        var name = call.required("filename");
        if (call.number("length", 0, 0, Integer.MAX_VALUE) == 0) {
            throw new SlackError("invalid_arguments", "missing required field: length");
        }
        var announced = files.announce(name, team.app().userId(), clock.now().getEpochSecond());
        return Json.object()
                .put("upload_url", address.get() + FileServlet.UPLOAD + announced.secret())
                .put("file_id", announced.id());
    }

    private ObjectNode share(ApiCall call) {
        var given = call.tree("files", "invalid_arguments");
        if (given == null || !given.isArray() || given.isEmpty()) {
            throw new SlackError("invalid_arguments", "missing required field: files");
        }
        var shared = Json.array();
        for (var each : given) {
            var file = files.complete(Json.text(each, "id"), Json.text(each, "title"))
                    .orElseThrow(() -> new SlackError("file_not_found"));
            shared.add(json(file));
        }
        var channels = call.text("channel_id").isEmpty() ? call.list("channels") : call.list("channel_id");
        for (var channel : channels) {
            post(call, channel, shared);
        }
        return Json.object().set("files", shared);
    }

    private void post(ApiCall call, String channel, ArrayNode shared) {
        var conversation = team.person(channel).isPresent()
                ? null
                : team.conversation(channel)
                        .filter(one -> one.members().contains(team.app().userId()))
                        .orElse(null);
        if (conversation == null) {
            throw new SlackError("channel_not_found");
        }
        var said = Json.object().put("text", call.text("initial_comment"));
        said.set("blocks", call.arguments().path("blocks"));
        var content = Responses.content(said, shared, ids);
        var thread = call.text("thread_ts");
        var message =
                team.post(conversation, team.app().userId(), content, thread.isEmpty() ? null : thread, false, null);
        events.posted(conversation, message);
        page.channel(conversation, null);
    }

    private Stored find(ApiCall call) {
        var id = call.required("file", "file_not_found");
        return files.find(id)
                .orElseThrow(() -> new SlackError(files.wasDeleted(id) ? "file_deleted" : "file_not_found"));
    }

    /// A file a person uploads, as a message carries it.
    ObjectNode upload(String name, String user, byte[] content) {
        return json(files.put(name, user, content, clock.now().getEpochSecond()));
    }

    private ObjectNode json(Stored file) {
        var type = type(file.name());
        var ending = file.name().substring(file.name().lastIndexOf('.') + 1);
        var url = address.get() + FileServlet.PRIVATE + file.id();
        return Json.object()
                .put("id", file.id())
                .put("created", file.created())
                .put("timestamp", file.created())
                .put("name", file.name())
                .put("title", file.title())
                .put("mimetype", type)
                .put("filetype", ending)
                .put("user", file.user())
                .put("size", files.content(file.id()).map(bytes -> bytes.length).orElse(0))
                .put("mode", "hosted")
                .put("is_external", false)
                .put("url_private", url)
                .put("url_private_download", url)
                .put(
                        "permalink",
                        address.get() + FileServlet.LINK + file.user() + "/" + file.id() + "/"
                                + URLEncoder.encode(file.name(), StandardCharsets.UTF_8));
    }

    static String type(String name) {
        if (name.endsWith(".ics")) {
            return "text/calendar";
        }
        var guessed = URLConnection.guessContentTypeFromName(name);
        return guessed == null ? "application/octet-stream" : guessed;
    }
}
