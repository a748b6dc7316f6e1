package coffeebreak.bot.slack;

import coffeebreak.bot.chat.HandedFiles;
import coffeebreak.bot.slack.SlackCall.Outcome;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.request.files.FilesInfoRequest;
import com.slack.api.model.File;
import com.slack.api.util.http.SlackHttpClient;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import okhttp3.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fetches files people uploaded: `files.info` says where a file lies, and it is read there with the bot's
/// token. The token goes to Slack's own file host, or to the host of the API, and nowhere else; no redirect is
/// followed.
final class SlackHandedFiles implements HandedFiles {

    private static final Pattern LINK = Pattern.compile("/files/[UW][A-Z0-9]+/(F[A-Z0-9]+)(?:/.*)?");
    private static final Pattern ID = Pattern.compile("F[A-Z0-9]{6,30}");
    private static final Set<String> GONE =
            Set.of("file_not_found", "file_deleted", "files_hidden_by_limit", "access_denied", "not_visible");
    private static final Logger log = LoggerFactory.getLogger(SlackHandedFiles.class);

    private final SlackHttpClient http;
    private final MethodsClient methods;
    private final String botToken;
    private final URI api;

    SlackHandedFiles(SlackHttpClient http, MethodsClient methods, String botToken, URI api) {
        this.http = http;
        this.methods = methods;
        this.botToken = botToken;
        this.api = api;
    }

    @Override
    public Optional<String> idIn(String link) {
        var words = link.strip().replaceFirst("^<", "").replaceFirst("(?:\\|[^>]*)?>$", "");
        if (ID.matcher(words).matches()) {
            return Optional.of(words);
        }
        try {
            var uri = new URI(words);
            var path = LINK.matcher(uri.getRawPath() == null ? "" : uri.getRawPath());
            return path.matches() && isSlack(uri, host -> host.endsWith(".slack.com"))
                    ? Optional.of(path.group(1))
                    : Optional.empty();
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    @Override
    public Answer fetch(String id) {
        return switch (SlackCall.make(
                () -> methods.filesInfo(FilesInfoRequest.builder().file(id).build()))) {
            case Outcome.Done(var answer) when answer.getFile() != null -> download(answer.getFile());
            case Outcome<?> refused when GONE.contains(refused.reason()) -> new Answer.Missing();
            case Outcome.Locked<?>(var code) ->
                new Answer.NotAllowed(
                        code.equals("missing_scope")
                                ? "the app has no scope files:read; add it and install the app again"
                                : "Slack says " + code);
            case Outcome<?> failed -> new Answer.Unreached(failed.reason());
        };
    }

    private Answer download(File file) {
        var name = file.getName() == null ? "file" : file.getName();
        if (file.getSize() != null && file.getSize() > MOST_BYTES) {
            return new Answer.TooLarge(name);
        }
        var address = file.getUrlPrivateDownload() == null ? file.getUrlPrivate() : file.getUrlPrivateDownload();
        if (address == null || file.isExternal() || !mayBeAsked(address)) {
            return new Answer.Missing();
        }
        var request = new Request.Builder()
                .url(address)
                .header("Authorization", "Bearer " + botToken)
                .build();
        try (var response = http.getOkHttpClient().newCall(request).execute()) {
            if (!response.isSuccessful() || response.body() == null) {
                log.warn("a file was not handed out: HTTP status {}", response.code());
                return response.code() == 404
                        ? new Answer.Missing()
                        : new Answer.Unreached("HTTP status " + response.code());
            }
            var bytes = response.body().byteStream().readNBytes(MOST_BYTES + 1);
            return bytes.length > MOST_BYTES ? new Answer.TooLarge(name) : new Answer.Content(name, bytes);
        } catch (IOException lost) {
            log.warn("a file was not handed out: {}", lost.getClass().getSimpleName());
            return new Answer.Unreached("no answer: " + lost.getClass().getSimpleName());
        }
    }

    private boolean mayBeAsked(String address) {
        try {
            var uri = new URI(address);
            return uri.getUserInfo() == null && isSlack(uri, "files.slack.com"::equals);
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }

    /// @param slacks which hosts are Slack's
    private boolean isSlack(URI uri, Predicate<String> slacks) {
        var named = uri.getHost();
        return named != null
                && ("https".equals(uri.getScheme()) && slacks.test(named) && uri.getPort() == -1
                        || named.equals(api.getHost())
                                && api.getPort() == uri.getPort()
                                && api.getScheme().equals(uri.getScheme()));
    }
}
