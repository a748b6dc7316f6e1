package coffeebreak.bot.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/// One redis-server as a process of ours, with settings of one's own: to kill, to freeze and to starve.
final class RedisProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<String> command;
    private final Path folder;
    private final int port;
    private Process process;

    private RedisProcess(List<String> command, Path folder, int port, Process process) {
        this.command = command;
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /// Starts a server that appends everything to a file and never evicts, and waits until it answers.
    ///
    /// @param folder   of its own, made where it is missing
    /// @param settings lines of a configuration, the last word over ours
    static RedisProcess start(Path folder, String... settings) throws IOException, InterruptedException {
        return start(List.of(), folder, freePort(), false, settings);
    }

    /// The same on a port that is known beforehand.
    static RedisProcess startOn(int port, Path folder, String... settings) throws IOException, InterruptedException {
        return start(List.of(), folder, port, false, settings);
    }

    /// A server under which nothing it writes may grow beyond so many bytes: as if the disk were full.
    static RedisProcess startOnSmallDisk(long bytes, Path folder, String... settings)
            throws IOException, InterruptedException {
        return start(List.of("prlimit", "--fsize=" + bytes + ":unlimited"), folder, freePort(), false, settings);
    }

    static RedisProcess startSentinel(Path folder, String... settings) throws IOException, InterruptedException {
        return start(List.of(), folder, freePort(), true, settings);
    }

    private static RedisProcess start(List<String> before, Path folder, int port, boolean sentinel, String... settings)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var lines = new ArrayList<>(List.of("bind 127.0.0.1", "port " + port, "dir \"" + folder + "\""));
        if (!sentinel) {
            lines.addAll(List.of(
                    "appendonly yes",
                    "appendfsync everysec",
                    "save \"\"",
                    "maxmemory-policy noeviction",
                    "repl-diskless-sync-delay 0"));
        }
        lines.addAll(List.of(settings));
        var file = Files.writeString(folder.resolve("redis.conf"), String.join("\n", lines) + "\n");
        var command = new ArrayList<>(before);
        command.addAll(List.of(program().toString(), file.toString()));
        if (sentinel) {
            command.add("--sentinel");
        }
        var server = new RedisProcess(command, folder, port, launch(command, folder));
        server.awaitAnswer();
        return server;
    }

    private static Path program() throws IOException {
        return EmbeddedRedis.fromJar(Files.createTempDirectory("coffeebreak-redis-server"))
                .orElseThrow();
    }

    private static Process launch(List<String> command, Path folder) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    HostAndPort node() {
        return new HostAndPort("127.0.0.1", port);
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    Jedis ask() {
        return new Jedis(
                node(),
                DefaultJedisClientConfig.builder()
                        .protocol(redis.clients.jedis.RedisProtocol.RESP2)
                        .timeoutMillis(2_000)
                        .build());
    }

    private boolean answers() {
        try (var jedis = ask()) {
            return jedis.ping().equals("PONG");
        } catch (JedisException silent) {
            return false;
        }
    }

    private void awaitAnswer() throws IOException, InterruptedException {
        await(this::answers, "a Redis in " + folder);
    }

    /// Looks fifty times a second.
    static void await(BooleanSupplier there, String what) throws IOException, InterruptedException {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (!there.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new IOException("still not there: " + what);
            }
            Thread.sleep(20);
        }
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void startAgain() throws IOException, InterruptedException {
        launchAgain();
        awaitAnswer();
    }

    void launchAgain() throws IOException {
        process = launch(command, folder);
    }

    void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        run("kill", name, Long.toString(pid()));
    }

    /// Gives the disk back.
    void growDisk() throws IOException, InterruptedException {
        run("prlimit", "--pid=" + pid(), "--fsize=unlimited:unlimited");
    }

    private static void run(String... command) throws IOException, InterruptedException {
        var ended = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(ended.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (ended.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said);
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
