package coffeebreak.workspace;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;

/// Receives what apps post to a `response_url`.
final class HookServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private final transient ResponseUrls responseUrls;
    private final transient Responses responses;
    private final transient Journal journal;
    private final transient WorkspaceClock clock;
    private final transient InstantSource real;

    HookServlet(
            ResponseUrls responseUrls, Responses responses, Journal journal, WorkspaceClock clock, InstantSource real) {
        this.responseUrls = responseUrls;
        this.responses = responses;
        this.journal = journal;
        this.clock = clock;
        this.real = real;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getPathInfo();
        var id = path == null ? "" : path.replaceFirst("^/response/", "");
        var body = Http.body(request).orElseGet(Json::object);
        var place = responseUrls.find(id);
        var refusal = responseUrls.use(id);
        int status = 200;
        var answer = Json.object().put("ok", true);
        if (place.isEmpty() || refusal.isPresent()) {
            status = 404;
            answer = new SlackError(refusal.orElse("expired_url")).body();
        } else {
            try {
                responses.show(place.get(), body);
            } catch (SlackError refused) {
                status = 400;
                answer = refused.body();
            }
        }
        var at = clock.now();
        var realAt = real.instant();
        int given = status;
        var said = answer;
        journal.call(n -> new JournalCall(n, at, realAt, "response_url", "none", body, said, given, null));
        Http.json(response, status, answer);
    }
}
