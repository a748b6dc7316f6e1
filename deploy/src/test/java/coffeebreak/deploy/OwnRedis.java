package coffeebreak.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import redis.clients.jedis.Jedis;
import redis.embedded.core.ExecutableProvider;

/// A redis-server that writes before it answers, can be killed, and comes back on the same port with what it wrote.
final class OwnRedis implements AutoCloseable {

    private final List<String> command;
    private final Path log;
    private final int port;
    private Process process;

    private OwnRedis(List<String> command, Path log, int port) throws IOException {
        this.command = command;
        this.log = log;
        this.port = port;
        this.process = launch();
    }

    /// @param folder for its data, made where it is missing
    static OwnRedis start(Path folder) throws IOException, InterruptedException {
        Path data = Files.createDirectories(folder.resolve("redis"));
        int port = RunningJar.freePort();
        List<String> command = List.of(
                ExecutableProvider.newJarResourceProvider(data.toFile()).get().toString(),
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--dir",
                data.toString(),
                "--appendonly",
                "yes",
                "--appendfsync",
                "always",
                "--save",
                "",
                "--maxmemory-policy",
                "noeviction");
        OwnRedis redis = new OwnRedis(command, folder.resolve("redis.log"), port);
        redis.awaitReady();
        return redis;
    }

    int port() {
        return port;
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// After [#kill()].
    void restart() throws IOException, InterruptedException {
        process = launch();
        awaitReady();
    }

    private Process launch() throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private void awaitReady() throws InterruptedException {
        Await.until("Redis answers", () -> {
            try (Jedis jedis = new Jedis("127.0.0.1", port)) {
                return jedis.ping().equals("PONG");
            }
        });
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
