package coffeebreak.bot.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
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
public final class RedisProcess implements AutoCloseable {

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
    public static RedisProcess start(Path folder, String... settings) throws IOException, InterruptedException {
        return start(folder, freePort(), false, settings);
    }

    public static RedisProcess startSentinel(Path folder, String... settings) throws IOException, InterruptedException {
        return start(folder, freePort(), true, settings);
    }

    private static RedisProcess start(Path folder, int port, boolean sentinel, String... settings)
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
        // A process that ignores the signal is told by an error that its file has reached its limit, as of a full disk.
        var command = new ArrayList<>(
                List.of("sh", "-c", "trap '' XFSZ; exec \"$0\" \"$@\"", Program.FILE.toString(), file.toString()));
        if (sentinel) {
            command.add("--sentinel");
        }
        var server = new RedisProcess(command, folder, port, launch(command, folder));
        server.awaitAnswer();
        return server;
    }

    /// Unpacked once for all.
    private static final class Program {

        static final Path FILE = unpacked();

        private static Path unpacked() {
            try {
                var folder = Files.createTempDirectory("coffeebreak-redis-server");
                var file = EmbeddedRedis.fromJar(folder).orElseThrow();
                // The last one named is deleted first.
                folder.toFile().deleteOnExit();
                folder.resolve("program").toFile().deleteOnExit();
                file.toFile().deleteOnExit();
                return file;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
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

    public HostAndPort node() {
        return new HostAndPort("127.0.0.1", port);
    }

    public int port() {
        return port;
    }

    public long pid() {
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

    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    public void startAgain() throws IOException, InterruptedException {
        launchAgain();
        awaitAnswer();
    }

    public void launchAgain() throws IOException {
        process = launch(command, folder);
    }

    public void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    public void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        run("kill", name, Long.toString(pid()));
    }

    /// From now on nothing it writes to grows beyond a thousand bytes: what is appended fails as on a full disk.
    public void fillDisk() throws IOException, InterruptedException {
        run("prlimit", "--pid=" + pid(), "--fsize=1000:unlimited");
    }

    public void freeDisk() throws IOException, InterruptedException {
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
    public void close() {
        kill();
    }
}
