package coffeebreak.workspace;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/// The page's files, from the class path below `/workspace-page/`.
final class PageServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "mjs", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "json", "application/json; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2",
            "txt", "text/plain; charset=utf-8");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!Http.fromThisMachine(request)) {
            Http.text(response, 403, "text/plain", "This workspace answers on loopback addresses only.");
            return;
        }
        var asked = request.getPathInfo() == null ? request.getServletPath() : request.getPathInfo();
        var path = asked.equals("/") || asked.isEmpty() ? "/index.html" : asked;
        if (path.contains("..") || path.contains("//") || path.contains("\\") || path.endsWith("/")) {
            missing(response, path);
            return;
        }
        try (var file = PageServlet.class.getResourceAsStream("/workspace-page" + path)) {
            if (file == null) {
                missing(response, path);
                return;
            }
            var ending = path.substring(path.lastIndexOf('.') + 1);
            response.setContentType(TYPES.getOrDefault(ending, "application/octet-stream"));
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Cache-Control", "no-cache");
            response.setHeader(
                    "Content-Security-Policy",
                    "default-src 'self'; img-src 'self' data: https:; style-src 'self' 'unsafe-inline';"
                            + " frame-ancestors 'none'");
            file.transferTo(response.getOutputStream());
        }
    }

    private static void missing(HttpServletResponse response, String path) throws IOException {
        Http.text(
                response,
                404,
                "text/plain",
                "The local workspace has no page file %s; its Web API is below /api/.".formatted(path));
    }
}
