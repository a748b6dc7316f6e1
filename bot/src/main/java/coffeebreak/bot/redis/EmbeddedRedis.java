package coffeebreak.bot.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisProtocol;
import redis.clients.jedis.exceptions.JedisException;
import redis.embedded.core.ExecutableProvider;

/// A real redis-server of our own, for the demo and the tests: bound to loopback, its data below one folder, nothing
/// ever evicted, everything appended to a file.
///
/// The server is a process of its own and outlives a killed JVM. The folder remembers its port and its password; who
/// starts again on the same folder asks the server behind that port, and if it takes the password and keeps its data
/// in this folder, it is ours and is used on.
public final class EmbeddedRedis implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// No server could be started; the message says in one sentence why and what to do.
    public static final class CannotStart extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CannotStart(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    private final FileChannel lock;
    private final Server server;
    private final boolean found;

    private EmbeddedRedis(FileChannel lock, Server server, boolean found) {
        this.lock = lock;
        this.server = server;
        this.found = found;
    }

    /// Starts a server on this folder or takes over the one that an earlier run left there.
    ///
    /// @param folder made where it is missing; one run at a time may use it
    /// @param fresh  whether to begin with no data at all
    /// @throws CannotStart when there is no server to start, or the folder is in use
    public static EmbeddedRedis start(Path folder, boolean fresh) {
        return start(folder, fresh, List.of(EmbeddedRedis::fromJar, EmbeddedRedis::fromPath));
    }

    /// Where a server program may come from.
    interface Source {
        Optional<Path> program(Path folder) throws IOException;
    }

    static EmbeddedRedis start(Path folder, boolean fresh, List<Source> sources) {
        try {
            var home = Files.createDirectories(folder).toRealPath();
            Files.createDirectories(home.resolve("data"));
            var lock = lock(home);
            try {
                var left = Server.remembered(home).filter(Server::isOurs);
                if (left.isPresent() && !fresh) {
                    return new EmbeddedRedis(lock, left.get(), true);
                }
                left.ifPresent(Server::stop);
                if (fresh) {
                    empty(home.resolve("data"));
                }
                return new EmbeddedRedis(lock, launch(home, sources), false);
            } catch (IOException | RuntimeException failure) {
                lock.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw new CannotStart("Redis cannot keep its data in %s: %s".formatted(folder, failure), failure);
        }
    }

    /// `redis://` with its password.
    public URI address() {
        return URI.create("redis://:%s@127.0.0.1:%d".formatted(server.password(), server.port()));
    }

    /// Whether it was left behind by an earlier run.
    public boolean wasFound() {
        return found;
    }

    int port() {
        return server.port();
    }

    /// Stops the server; its data stays.
    @Override
    public void close() {
        server.stop();
        try {
            lock.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Walks away as a killed process would: the server stays behind.
    void abandon() throws IOException {
        lock.close();
    }

    private static FileChannel lock(Path home) throws IOException {
        var channel = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException _) {
            // Held by this very process: the same answer.
        }
        channel.close();
        throw new CannotStart(
                "another run is using the data in %s: stop it first, or give this one another folder".formatted(home),
                null);
    }

    private static void empty(Path data) throws IOException {
        try (var files = Files.walk(data)) {
            for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                if (!file.equals(data)) {
                    Files.delete(file);
                }
            }
        }
    }

    private static Server launch(Path home, List<Source> sources) throws IOException {
        var failures = new ArrayList<String>();
        for (var source : sources) {
            try {
                var program = source.program(home);
                if (program.isPresent()) {
                    return Server.launch(home, program.get());
                }
            } catch (IOException | IllegalStateException failure) {
                failures.add(failure.getMessage());
            }
        }
        throw new CannotStart(
                "no Redis could be started: install OpenSSL 3 (Debian: libssl3, macOS: brew install openssl@3) or a"
                        + " redis-server (Debian: apt-get install redis-server, macOS: brew install redis), or set"
                        + " REDIS_URL to one that runs"
                        + (failures.isEmpty() ? "" : "; tried: " + String.join("; ", failures)),
                null);
    }

    static Optional<Path> fromJar(Path home) throws IOException {
        try {
            var programs = Files.createDirectories(home.resolve("program"));
            return Optional.of(ExecutableProvider.newJarResourceProvider(programs.toFile())
                    .get()
                    .toPath());
        } catch (RuntimeException noneForThisMachine) {
            throw new IOException("none comes along for this machine (" + noneForThisMachine + ")", noneForThisMachine);
        }
    }

    private static Optional<Path> fromPath(Path home) {
        return List.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(java.io.File.pathSeparator)).stream()
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "redis-server"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// One server, as the folder remembers it.
    private record Server(Path home, int port, String password) {

        private static Path memory(Path home) {
            return home.resolve("server.properties");
        }

        static Optional<Server> remembered(Path home) throws IOException {
            var memory = new Properties();
            if (!Files.exists(memory(home))) {
                return Optional.empty();
            }
            try (var in = Files.newInputStream(memory(home))) {
                memory.load(in);
                return Optional.of(new Server(
                        home, Integer.parseInt(memory.getProperty("port", "0")), memory.getProperty("password", "")));
            } catch (IllegalArgumentException garbled) {
                return Optional.empty();
            }
        }

        /// Before the server starts: a run that is killed right after must not leave one that nobody knows.
        private void remember() throws IOException {
            var file = memory(home);
            Files.deleteIfExists(file);
            if (Files.getFileStore(home).supportsFileAttributeView("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, "port=%d%npassword=%s%n".formatted(port, password));
        }

        static Server launch(Path home, Path program) throws IOException {
            var earlier = remembered(home);
            var server = new Server(
                    home,
                    freePort(earlier.map(Server::port).orElse(0)),
                    earlier.map(Server::password)
                            .filter(known -> !known.isEmpty())
                            .orElseGet(Server::drawPassword));
            server.remember();
            var log = home.resolve("redis.log");
            var starting = new ProcessBuilder(program.toString(), "-")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            try (var settings = starting.outputWriter(StandardCharsets.UTF_8)) {
                // Over standard input, so that the password is in no list of processes. A daemon, so that Ctrl-C in
                // a terminal does not reach it before the bot has finished.
                settings.write("""
                        bind 127.0.0.1
                        port %d
                        requirepass %s
                        dir "%s"
                        logfile "%s"
                        pidfile ""
                        daemonize yes
                        appendonly yes
                        appendfsync everysec
                        save ""
                        maxmemory-policy noeviction
                        """.formatted(server.port, server.password, home.resolve("data"), log));
            } catch (IOException closed) {
                // It ended before it read them; the log says why.
            }
            server.awaitReady(starting, program, log);
            return server;
        }

        private static String drawPassword() {
            var password = new byte[16];
            new SecureRandom().nextBytes(password);
            return HexFormat.of().formatHex(password);
        }

        /// The usual port where it is free, so that who knew the address still does.
        private static int freePort(int usual) throws IOException {
            for (int port : new int[] {usual, 0}) {
                try (var socket = new ServerSocket()) {
                    socket.setReuseAddress(true);
                    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                    return socket.getLocalPort();
                } catch (IOException taken) {
                    if (port == 0) {
                        throw taken;
                    }
                }
            }
            throw new IOException("no port is free");
        }

        private void awaitReady(Process starting, Path program, Path log) throws IOException {
            var patience = System.nanoTime() + PATIENCE.toNanos();
            try {
                while (System.nanoTime() < patience) {
                    if (isOurs() && hasLoaded()) {
                        return;
                    }
                    if (starting.waitFor(20, TimeUnit.MILLISECONDS)) {
                        if (starting.exitValue() != 0) {
                            break;
                        }
                        // The launcher is gone and the daemon is on its way.
                        TimeUnit.MILLISECONDS.sleep(20);
                    }
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            starting.destroyForcibly();
            throw new IOException("%s did not start: %s".formatted(program, lastLine(log)));
        }

        private static String lastLine(Path log) throws IOException {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .reduce((_, last) -> last)
                    .orElse("it said nothing");
        }

        boolean isOurs() {
            try (var jedis = connect()) {
                var folder = jedis.configGet("dir").get("dir");
                return folder != null && Path.of(folder).equals(home.resolve("data"));
            } catch (JedisException notOurs) {
                return false;
            }
        }

        /// While it still reads its data a server tells its settings and nothing else.
        private boolean hasLoaded() {
            try (var jedis = connect()) {
                return jedis.ping().equals("PONG");
            } catch (JedisException loading) {
                return false;
            }
        }

        void stop() {
            try (var jedis = connect()) {
                jedis.shutdown();
                // Its port closes last. Whether its process is gone would tell later: that is not our child.
                var patience = System.nanoTime() + PATIENCE.toNanos();
                while (listens() && System.nanoTime() < patience) {
                    TimeUnit.MILLISECONDS.sleep(5);
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            } catch (JedisException gone) {
                // It does not answer: there is nothing to stop.
            }
        }

        private boolean listens() {
            try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return true;
            } catch (IOException refused) {
                return false;
            }
        }

        private Jedis connect() {
            return new Jedis(
                    new HostAndPort("127.0.0.1", port),
                    DefaultJedisClientConfig.builder()
                            .protocol(RedisProtocol.RESP2)
                            .timeoutMillis(2_000)
                            .password(password)
                            .build());
        }
    }
}
