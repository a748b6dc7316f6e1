package coffeebreak.workspace;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/// Takes uploads, raw or as a form, and hands files out: to the app by its token, to the page on this machine.
final class FileServlet extends HttpServlet {
    static final String UPLOAD = "/files/upload/";
    static final String PRIVATE = "/files/private/";
    static final String PAGE = "/files/page/";
    /// Before the one who uploaded it, its id and its name: what people copy and send each other.
    static final String LINK = "/files/";
    private static final long serialVersionUID = 1;
    private static final int MOST_BYTES = 50_000_000;
    private final transient FileStore files;
    private final String botToken;

    FileServlet(FileStore files, String botToken) {
        this.files = files;
        this.botToken = botToken;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var content = content(request);
        if (files.receive(after(UPLOAD, request), content)) {
            Http.text(response, 200, "text/plain", "OK - " + content.length);
        } else {
            Http.text(response, 404, "text/plain", "nothing is awaited here");
        }
    }

    private static byte[] content(HttpServletRequest request) throws IOException, ServletException {
        var type = request.getContentType();
        if (type == null || !type.startsWith("multipart/")) {
            return request.getInputStream().readNBytes(MOST_BYTES);
        }
        var parts = request.getParts();
        return parts.isEmpty()
                ? new byte[0]
                : parts.iterator().next().getInputStream().readNBytes(MOST_BYTES);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean allowed = request.getRequestURI().startsWith(PRIVATE)
                ? ("Bearer " + botToken).equals(request.getHeader("Authorization"))
                : Http.fromThisMachine(request);
        if (!allowed) {
            Http.text(response, 403, "text/plain", "this file is for the app with its token and for this machine");
            return;
        }
        var id = id(request);
        var file = files.find(id);
        var content = files.content(id);
        if (file.isEmpty() || content.isEmpty()) {
            Http.text(response, 404, "text/plain", "there is no file " + id);
            return;
        }
        // A download, never a page of this origin: what an app uploads may carry script.
        response.setContentType(FileMethods.type(file.get().name()));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Disposition", "attachment");
        response.getOutputStream().write(content.get());
    }

    private static String id(HttpServletRequest request) {
        for (var prefix : List.of(PRIVATE, PAGE)) {
            if (request.getRequestURI().startsWith(prefix)) {
                return after(prefix, request);
            }
        }
        var parts = after(LINK, request).split("/");
        return parts.length > 1 ? parts[1] : "";
    }

    private static String after(String prefix, HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.startsWith(prefix) ? path.substring(prefix.length()) : "";
    }
}
