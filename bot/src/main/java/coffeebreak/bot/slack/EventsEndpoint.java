package coffeebreak.bot.slack;

import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.request.RequestType;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where Slack's requests come in in HTTP mode: events, commands and clicks alike. A request is measured, then
/// verified, and only then read; whoever is not Slack learns nothing but the status.
final class EventsEndpoint extends HttpServlet {

    static final int LARGEST = 1024 * 1024;

    private static final int BUFFER = 16 * 1024;

    private static final long serialVersionUID = 1L;
    private static final Logger log = LoggerFactory.getLogger(EventsEndpoint.class);

    private final transient RequestSignature signature;
    private final transient SlackRequestParser parser;
    private final transient Listeners listeners;
    private final transient Duration patience;

    /// @param patience how long a body may take to come; who is slower is cut off
    EventsEndpoint(RequestSignature signature, AppConfig config, Listeners listeners, Duration patience) {
        this.signature = signature;
        this.patience = patience;
        this.parser = new SlackRequestParser(config);
        this.listeners = listeners;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!"POST".equals(request.getMethod())) {
            response.setHeader("Allow", "POST");
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        if (request.getContentLengthLong() > LARGEST) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        var read = body(request.getInputStream());
        if (read.isEmpty()) {
            response.setHeader("Connection", "close");
            response.setStatus(HttpServletResponse.SC_REQUEST_TIMEOUT);
            return;
        }
        var body = read.get();
        if (body.length > LARGEST) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        if (!signature.isSlacks(
                request.getHeader("X-Slack-Request-Timestamp"), request.getHeader("X-Slack-Signature"), body)) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        answer(request, body, response);
    }

    /// One byte more than may come, if it comes in time. The web server ends a silence; a body that drips ends here.
    private Optional<byte[]> body(InputStream coming) throws IOException {
        var begun = System.nanoTime();
        var bytes = new ByteArrayOutputStream();
        var buffer = new byte[BUFFER];
        while (bytes.size() <= LARGEST) {
            var count = coming.read(buffer, 0, Math.min(buffer.length, LARGEST + 1 - bytes.size()));
            if (count < 0) {
                break;
            }
            if (System.nanoTime() - begun > patience.toNanos()) {
                return Optional.empty();
            }
            bytes.write(buffer, 0, count);
        }
        return Optional.of(bytes.toByteArray());
    }

    private void answer(HttpServletRequest request, byte[] body, HttpServletResponse response) throws IOException {
        Request<?> read;
        try {
            read = parser.parse(SlackRequestParser.HttpRequest.builder()
                    .requestUri(request.getRequestURI())
                    .queryString(Map.of())
                    .requestBody(new String(body, StandardCharsets.UTF_8))
                    .headers(headers(request))
                    .remoteAddress(request.getRemoteAddr())
                    .build());
        } catch (RuntimeException unreadable) {
            log.warn(
                    "a signed request could not be read: {}",
                    unreadable.getClass().getSimpleName());
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        if (read == null) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        if (!listeners.isOpen() && read.getRequestType() != RequestType.UrlVerification) {
            // Slack comes again, and by then we are ready.
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        Listeners.Hearing hearing;
        try {
            hearing = listeners.hear(read);
            hearing.kept().get();
        } catch (Exception broken) {
            log.error("a request could not be translated", broken);
            response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            return;
        }
        // Whoever did not hear our acknowledgement sends again, and a repeat is recognised.
        write(hearing.acknowledgement(), response);
    }

    private static void write(Response acknowledgement, HttpServletResponse response) throws IOException {
        var body = acknowledgement.getBody() == null
                ? new byte[0]
                : acknowledgement.getBody().getBytes(StandardCharsets.UTF_8);
        response.setStatus(acknowledgement.getStatusCode());
        response.setContentLength(body.length);
        if (body.length > 0) {
            response.setContentType(acknowledgement.getContentType());
            response.getOutputStream().write(body);
        }
        response.flushBuffer();
    }

    private static RequestHeaders headers(HttpServletRequest request) {
        var headers = new HashMap<String, List<String>>();
        for (var name : Collections.list(request.getHeaderNames())) {
            headers.put(name, Collections.list(request.getHeaders(name)));
        }
        return new RequestHeaders(headers);
    }
}
