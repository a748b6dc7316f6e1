package coffeebreak.workspace;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Properties;

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
        try (var file = PageServlet.class.getResourceAsStream(resource(path))) {
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
                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: https:;"
                            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
            file.transferTo(response.getOutputStream());
        }
    }

    /// The page's one library comes from its own jar, whose folder carries its version.
    private static String resource(String path) throws IOException {
        if (!path.equals("/lib/preact.js")) {
            return "/workspace-page" + path;
        }
        var about = new Properties();
        try (var file =
                PageServlet.class.getResourceAsStream("/META-INF/maven/org.webjars.npm/preact/pom.properties")) {
            if (file != null) {
                about.load(file);
            }
        }
        return "/META-INF/resources/webjars/preact/%s/dist/preact.module.js".formatted(about.getProperty("version"));
    }

    private static void missing(HttpServletResponse response, String path) throws IOException {
        Http.text(
                response,
                404,
                "text/plain",
                "The local workspace has no page file %s; its Web API is below /api/.".formatted(path));
    }
}
