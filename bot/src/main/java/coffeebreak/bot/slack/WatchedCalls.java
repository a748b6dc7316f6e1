package coffeebreak.bot.slack;

import java.io.IOException;
import java.net.URI;
import java.util.regex.Pattern;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/// Tells an [Onlooker] of every call that leaves, whoever makes it, and how it ended.
final class WatchedCalls implements Interceptor {

    private static final Pattern METHOD = Pattern.compile("[a-z]+(\\.[A-Za-z]+)+");
    private static final Pattern REFUSED = Pattern.compile("\"ok\"\\s*:\\s*false");
    private static final Pattern LIMITED = Pattern.compile("\"error\"\\s*:\\s*\"rate_?limited\"");

    /// Slack says first whether it worked.
    private static final long FIRST_BYTES = 1_024;

    private static final int TOO_MANY_REQUESTS = 429;

    private final URI api;
    private final Onlooker onlooker;

    WatchedCalls(URI api, Onlooker onlooker) {
        this.api = api;
        this.onlooker = onlooker;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        var call = onlooker.called(method(chain.request()));
        var outcome = "unknown";
        try {
            var response = chain.proceed(chain.request());
            outcome = outcome(response);
            return response;
        } finally {
            call.ended(outcome);
        }
    }

    private String method(Request request) {
        var url = request.url().toString();
        if (url.startsWith(api.toString())) {
            var name = request.url().pathSegments().getLast();
            return METHOD.matcher(name).matches() ? name : "other";
        }
        return request.url().encodedPath().startsWith("/files") ? "file" : "response_url";
    }

    private static String outcome(Response response) throws IOException {
        if (response.code() == TOO_MANY_REQUESTS) {
            return "limited";
        }
        if (!response.isSuccessful()) {
            return response.code() < 500 ? "refused" : "unknown";
        }
        var begins = response.peekBody(FIRST_BYTES).string();
        if (!REFUSED.matcher(begins).find()) {
            return "done";
        }
        return LIMITED.matcher(begins).find() ? "limited" : "refused";
    }
}
