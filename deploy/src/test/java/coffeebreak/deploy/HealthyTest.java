package coffeebreak.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The health check of the container against a server that answers as the bot does.
final class HealthyTest {

    @BeforeEach
    void bashIsHere() {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash on this machine; the image has one");
    }

    @Test
    void aBotThatIsUpIsHealthy() throws Exception {
        assertThat(healthy(200, "{\"status\":\"UP\"}")).isTrue();
    }

    @Test
    void aBotThatLostRedisIsNot() throws Exception {
        assertThat(healthy(503, "{\"status\":\"DOWN\"}")).isFalse();
    }

    @Test
    void aBotThatIsNotThereIsNot() throws Exception {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }
        assertThat(check(nobody)).isFalse();
    }

    private static boolean healthy(int status, String body) throws IOException, InterruptedException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/actuator/health", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            return check(server.getAddress().getPort());
        } finally {
            server.stop(0);
        }
    }

    private static boolean check(int port) throws IOException, InterruptedException {
        return Run.of(
                                Map.of("PATH", "/usr/bin:/bin", "COFFEEBREAK_MANAGEMENT_PORT", String.valueOf(port)),
                                List.of(Shipped.file("healthy").toString()))
                        .status()
                == 0;
    }
}
