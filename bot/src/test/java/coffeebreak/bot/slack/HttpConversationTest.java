package coffeebreak.bot.slack;

import coffeebreak.workspace.PageClient;
import coffeebreak.workspace.Workspace;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class HttpConversationTest extends ConversationContract {

    @TempDir
    Path folder;

    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private Workspace workspace;
    private PageClient page;
    private SlackEdge edge;
    private ServletHost host;

    @BeforeEach
    void connect() throws Exception {
        var port = freePort();
        edge = new SlackEdge(
                new SlackSettings(
                        "xoxb-local",
                        "",
                        "local-signing-secret",
                        SlackSettings.Mode.HTTP,
                        URI.create("http://127.0.0.1:%d/api/".formatted(port))),
                Duration.ofSeconds(10),
                workers,
                InstantSource.system());
        host = new ServletHost(folder, edge.endpoint().orElseThrow());
        workspace = start(workspace().withPort(port).withEventUrl(host.address()));
        page = new PageClient(workspace.address());
        edge.open(arrivals::add);
        Await.until(() -> edge.health().now().connected());
        PageClient.until(
                () -> page.state().path("bots").get(0).path("connected").asBoolean(), connected -> connected);
    }

    @AfterEach
    void stop() throws Exception {
        edge.close();
        workspace.close();
        host.close();
        workers.shutdownNow();
    }

    @Override
    SlackEdge edge() {
        return edge;
    }

    @Override
    PageClient page() {
        return page;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
