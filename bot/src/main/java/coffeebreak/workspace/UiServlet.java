package coffeebreak.workspace;

import coffeebreak.workspace.Transport.Answer;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What the page reads and does, below `/ui/`: people act through [Desk], the rest is shown by [UiAnswers].
final class UiServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final long HEARTBEAT_SECONDS = 15;
    private final transient UiAnswers answers;
    private final transient Desk desk;
    private final transient PageEvents page;
    private final transient WorkspaceClock clock;
    private final transient Misbehaviour misbehaviour;
    private final transient Runnable disconnect;

    UiServlet(
            UiAnswers answers,
            Desk desk,
            PageEvents page,
            WorkspaceClock clock,
            Misbehaviour misbehaviour,
            Runnable disconnect) {
        this.answers = answers;
        this.desk = desk;
        this.page = page;
        this.clock = clock;
        this.misbehaviour = misbehaviour;
        this.disconnect = disconnect;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean reads = request.getMethod().equals("GET");
        if (!Http.fromThisMachine(request)) {
            fail(response, 403, "this workspace answers on loopback addresses only");
            return;
        }
        if (!reads && !"1".equals(request.getHeader("X-Coffeebreak-UI"))) {
            fail(response, 403, "a change needs the header X-Coffeebreak-UI: 1");
            return;
        }
        var path = request.getPathInfo() == null ? "" : request.getPathInfo().replaceFirst("^/", "");
        if (reads && path.equals("events")) {
            stream(response);
            return;
        }
        try {
            var parts = List.of(path.split("/"));
            var answer = reads ? read(request, parts) : change(request, parts);
            if (answer.isEmpty()) {
                fail(response, 404, "there is nothing at /ui/" + path);
            } else {
                Http.json(response, 200, answer.get());
            }
        } catch (IllegalArgumentException | DateTimeParseException mistake) {
            fail(response, 400, String.valueOf(mistake.getMessage()));
        }
    }

    private Optional<ObjectNode> read(HttpServletRequest request, List<String> path) {
        return Optional.ofNullable(
                switch (path.size()) {
                    case 1 ->
                        switch (path.get(0)) {
                            case "state" -> answers.state();
                            case "journal" -> answers.calls(number(request, "since"), parameter(request, "method"));
                            default -> null;
                        };
                    case 2 ->
                        switch (path.get(0)) {
                            case "people" -> answers.sidebar(desk.person(path.get(1)));
                            case "journal" ->
                                path.get(1).equals("deliveries") ? answers.deliveries(number(request, "since")) : null;
                            default -> null;
                        };
                    case 3 ->
                        path.get(0).equals("people") && path.get(2).equals("home")
                                ? answers.home(desk.person(path.get(1)))
                                : null;
                    case 4 ->
                        path.get(0).equals("people") && path.get(2).equals("channels")
                                ? answers.channel(desk.person(path.get(1)), path.get(3), parameter(request, "thread"))
                                : null;
                    default -> null;
                });
    }

    private Optional<ObjectNode> change(HttpServletRequest request, List<String> path) throws IOException {
        var body = Http.body(request).orElseThrow(() -> new IllegalArgumentException("the body is no JSON object"));
        if (path.size() == 1) {
            return Optional.ofNullable(workspace(path.getFirst(), body));
        }
        if (path.size() < 3 || !path.getFirst().equals("people")) {
            return Optional.empty();
        }
        return Optional.ofNullable(person(request.getMethod(), desk.person(path.get(1)), path, body));
    }

    private @Nullable ObjectNode workspace(String what, ObjectNode body) {
        return switch (what) {
            case "clock" -> {
                if (body.has("speed")) {
                    clock.speed(body.path("speed").asDouble(1));
                }
                if (body.has("jump")) {
                    clock.jumpTo(Instant.parse(Json.text(body, "jump")));
                }
                page.clock();
                yield answers.clock();
            }
            case "misbehave" -> {
                misbehaviour.order(body);
                yield ok();
            }
            case "disconnect" -> {
                disconnect.run();
                yield ok();
            }
            default -> null;
        };
    }

    private @Nullable ObjectNode person(String verb, WorkspacePerson who, List<String> path, JsonNode body) {
        return switch (path.get(2)) {
            case "messages" -> messages(verb, who, body);
            case "files" -> upload(who, body);
            case "home" -> {
                desk.openHome(who);
                yield answers.home(who);
            }
            case "leave" -> {
                desk.leave(who);
                yield ok();
            }
            case "account" -> {
                desk.becomes(who, Account.valueOf(Json.text(body, "is")));
                yield ok();
            }
            case "commands" -> {
                var conversation = desk.conversation(who, Json.text(body, "channel"), Json.text(body, "to"));
                var failure = desk.command(who, conversation, Json.text(body, "text"));
                if (failure != null) {
                    throw new IllegalArgumentException(failure);
                }
                yield ok();
            }
            case "actions" ->
                switch (desk.press(who, body)) {
                    case Answer.Acknowledged _ -> ok();
                    case Answer.Missed missed ->
                        throw new IllegalArgumentException("the app did not answer (%s)".formatted(missed.reason()));
                };
            case "views" -> {
                if (path.size() != 5) {
                    yield null;
                }
                if (path.get(4).equals("submit")) {
                    yield desk.submit(who, path.get(3), body.path("state"));
                }
                desk.close(who, path.get(3));
                yield ok();
            }
            default -> null;
        };
    }

    private ObjectNode messages(String verb, WorkspacePerson who, JsonNode body) {
        var conversation = desk.conversation(who, Json.text(body, "channel"), Json.text(body, "to"));
        var ts = Json.text(body, "ts");
        switch (verb) {
            case "PATCH" -> desk.edit(who, conversation, ts, Json.text(body, "text"));
            case "DELETE" -> desk.delete(who, conversation, ts);
            default -> {
                var thread = Json.text(body, "thread_ts");
                var message = desk.write(who, conversation, Json.text(body, "text"), thread.isEmpty() ? null : thread);
                return Json.object().put("channel", conversation.id()).put("ts", message.ts());
            }
        }
        return Json.object().put("channel", conversation.id()).put("ts", ts);
    }

    private ObjectNode upload(WorkspacePerson who, JsonNode body) {
        var conversation = desk.conversation(who, Json.text(body, "channel"), Json.text(body, "to"));
        var content = Base64.getDecoder().decode(Json.text(body, "base64"));
        var message = desk.upload(who, conversation, Json.text(body, "name"), content, Json.text(body, "text"));
        var link = message.files() == null ? "" : Json.text(message.files().path(0), "permalink");
        return Json.object()
                .put("channel", conversation.id())
                .put("ts", message.ts())
                .put("permalink", link);
    }

    private void stream(HttpServletResponse response) throws IOException {
        response.setContentType("text/event-stream; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        var out = response.getOutputStream();
        var queue = page.subscribe();
        try {
            out.print(": connected\n\n");
            response.flushBuffer();
            while (true) {
                var change = queue.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
                if (change != null && change.isNull()) {
                    return;
                }
                out.write((change == null ? ": still here\n\n" : "event: change\ndata: " + Json.write(change) + "\n\n")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
                response.flushBuffer();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            page.unsubscribe(queue);
        }
    }

    private static String parameter(HttpServletRequest request, String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value;
    }

    private static long number(HttpServletRequest request, String name) {
        var value = parameter(request, name);
        try {
            return value.isEmpty() ? 0 : Long.parseLong(value);
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException("%s=%s is no number".formatted(name, value));
        }
    }

    private static ObjectNode ok() {
        return Json.object().put("ok", true);
    }

    private static void fail(HttpServletResponse response, int status, String sentence) throws IOException {
        Http.json(response, status, Json.object().put("error", sentence));
    }
}
