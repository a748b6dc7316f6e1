package coffeebreak.workspace;

import coffeebreak.workspace.ApiMethods.Token;
import coffeebreak.workspace.Misbehaviour.Fault;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// The Web API: reads a call, lets it meet its fault, its token and its limits, answers and journals it.
final class ApiServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private final transient ApiMethods methods;
    private final transient WorkspaceSettings settings;
    private final transient RateLimiter limiter;
    private final transient Misbehaviour misbehaviour;
    private final transient Journal journal;
    private final transient WorkspaceClock clock;
    private final transient InstantSource real;
    private final transient ExecutorService executor;

    /// An answer ready to be sent.
    private record Reply(int status, ObjectNode body, long retryAfter) {

        static Reply ok(ObjectNode body) {
            return new Reply(200, body, 0);
        }

        static Reply limited(long seconds) {
            return new Reply(429, new SlackError("ratelimited").body(), seconds);
        }
    }

    ApiServlet(
            ApiMethods methods,
            WorkspaceSettings settings,
            RateLimiter limiter,
            Misbehaviour misbehaviour,
            Journal journal,
            WorkspaceClock clock,
            InstantSource real,
            ExecutorService executor) {
        this.methods = methods;
        this.settings = settings;
        this.limiter = limiter;
        this.misbehaviour = misbehaviour;
        this.journal = journal;
        this.clock = clock;
        this.real = real;
        this.executor = executor;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getPathInfo();
        var name = path == null ? "" : path.substring(1);
        var arguments = arguments(request);
        if (arguments.isEmpty()) {
            send(response, Reply.ok(new SlackError("invalid_json").body()));
            return;
        }
        var token = token(request, arguments.get());
        var call = new ApiCall(name, arguments.get());
        var fault = methods.find(name) == null ? Optional.<Fault>empty() : misbehaviour.take(name);
        if (fault.isEmpty()) {
            send(response, answer(call, token, null));
        } else {
            misbehave(request, response, call, token, fault.get());
        }
    }

    private void misbehave(
            HttpServletRequest request, HttpServletResponse response, ApiCall call, String token, Fault fault)
            throws IOException {
        switch (fault.kind()) {
            case DROP_REPLY -> {
                answer(call, token, fault);
                request.setAttribute(Http.DROP, true);
            }
            case DELAY_REPLY -> {
                var reply = answer(call, token, fault);
                pause(fault.millis());
                send(response, reply);
            }
            case LATE_COMMIT -> {
                request.setAttribute(Http.DROP, true);
                executor.execute(() -> {
                    if (pause(fault.millis())) {
                        answer(call, token, fault);
                    }
                });
            }
            case LOST, WITHHOLD -> {
                note(call, token, new Reply(0, Json.object(), 0), fault);
                request.setAttribute(Http.DROP, true);
            }
            case STATUS_500 -> {
                var reply = new Reply(500, new SlackError("internal_error").body(), 0);
                note(call, token, reply, fault);
                send(response, reply);
            }
            case RATELIMITED -> {
                var reply = Reply.limited(Math.max(1, fault.retryAfter()));
                note(call, token, reply, fault);
                send(response, reply);
            }
            case FATAL_ERROR -> {
                answer(call, token, fault);
                send(response, Reply.ok(new SlackError("fatal_error").body()));
            }
            case FATAL_ERROR_LOST -> {
                var reply = Reply.ok(new SlackError("fatal_error").body());
                note(call, token, reply, fault);
                send(response, reply);
            }
            case REFUSE -> {
                var reply = Reply.ok(new SlackError(fault.error()).body());
                note(call, token, reply, fault);
                send(response, reply);
            }
            case DELAY, DUPLICATE, DUPLICATE_FRESH -> {
                pause(fault.millis());
                send(response, answer(call, token, fault));
            }
        }
    }

    private Reply answer(ApiCall call, String token, @Nullable Fault fault) {
        Reply reply;
        try {
            reply = Reply.ok(work(call, token));
        } catch (SlackError refused) {
            reply = Reply.ok(refused.body());
        } catch (ChatMethods.Limited limited) {
            reply = Reply.limited(limited.seconds());
        }
        note(call, token, reply, fault);
        return reply;
    }

    private ObjectNode work(ApiCall call, String token) {
        var method = methods.find(call.method());
        if (method == null) {
            throw SlackError.unknownMethod(call.method());
        }
        if (method.token() != Token.NONE) {
            checkToken(token, method.token());
        }
        Optional<Duration> wait = limiter.method(call.method(), method.tier());
        if (wait.isPresent()) {
            throw new ChatMethods.Limited(wait.get());
        }
        var answer = Json.object().put("ok", true);
        return answer.setAll(method.work().call(call));
    }

    private void checkToken(String token, Token wanted) {
        if (token.isEmpty()) {
            throw new SlackError("not_authed");
        }
        boolean bot = token.equals(settings.botToken());
        boolean app = token.equals(settings.appToken());
        if (!bot && !app) {
            throw new SlackError("invalid_auth");
        }
        boolean fits = switch (wanted) {
            case BOT -> bot;
            case APP -> app;
            case EITHER, NONE -> true;
        };
        if (!fits) {
            throw new SlackError("not_allowed_token_type");
        }
    }

    private void note(ApiCall call, String token, Reply reply, @Nullable Fault fault) {
        var kind = token.isEmpty()
                ? "none"
                : token.equals(settings.botToken()) ? "bot" : token.equals(settings.appToken()) ? "app" : "invalid";
        boolean dropped = fault != null
                && switch (fault.kind()) {
                    case DROP_REPLY, LATE_COMMIT, LOST, WITHHOLD -> true;
                    case STATUS_500,
                            RATELIMITED,
                            FATAL_ERROR,
                            FATAL_ERROR_LOST,
                            REFUSE,
                            DELAY,
                            DELAY_REPLY,
                            DUPLICATE,
                            DUPLICATE_FRESH -> false;
                };
        var at = clock.now();
        var realAt = real.instant();
        journal.call(n -> new JournalCall(
                n,
                at,
                realAt,
                call.method(),
                kind,
                call.arguments(),
                reply.body(),
                dropped ? 0 : reply.status(),
                fault == null ? null : fault.name()));
    }

    private static void send(HttpServletResponse response, Reply reply) throws IOException {
        if (reply.status() == 429) {
            response.setHeader("Retry-After", Long.toString(reply.retryAfter()));
        }
        Http.json(response, reply.status(), reply.body());
    }

    /// Everything but the token, which is kept out of the journal. JSON inside form fields is opened.
    private static Optional<ObjectNode> arguments(HttpServletRequest request) throws IOException {
        request.setCharacterEncoding("UTF-8");
        var all = Json.object();
        if (Http.isJson(request)) {
            var body = Http.body(request);
            if (body.isEmpty()) {
                return Optional.empty();
            }
            all.setAll(body.get());
            return Optional.of(all);
        }
        request.getParameterMap().forEach((name, values) -> {
            if (values.length > 0) {
                all.put(name, values[0]);
            }
        });
        for (var tree : new String[] {"blocks", "view", "metadata", "attachments", "files"}) {
            Json.parse(Json.text(all, tree)).filter(node -> !node.isValueNode()).ifPresent(node -> all.set(tree, node));
        }
        return Optional.of(all);
    }

    private static String token(HttpServletRequest request, ObjectNode arguments) {
        var inside = Json.text(arguments, "token");
        arguments.remove("token");
        var header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)
                ? header.substring(7).strip()
                : inside;
    }

    private static boolean pause(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
