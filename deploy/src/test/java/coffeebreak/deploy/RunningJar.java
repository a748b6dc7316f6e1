package coffeebreak.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The shipped jar, started as a process of its own on the Java that runs the tests.
///
/// It sees none of the settings of whoever runs the tests: its environment holds what is given here, and where
/// programs and the home folder are.
final class RunningJar implements AutoCloseable {

    static final Path JAR = Shipped.file("../bot/target/coffeebreak.jar");
    private static final Path LOGS = Shipped.file("target/processes");

    private final Process process;
    private final Path log;
    private final long started = System.nanoTime();

    private RunningJar(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /// Starts the jar and returns at once.
    ///
    /// @param environment settings, by name
    /// @param arguments   the command and its options
    static RunningJar start(Map<String, String> environment, String... arguments) throws IOException {
        return start(environment, command(arguments));
    }

    /// Starts the jar with a folder in front of it, whose files stand in for its own.
    static RunningJar startBehind(Path folder, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(command(arguments));
        int jar = command.indexOf("-jar");
        command.subList(jar, jar + 2).clear();
        command.addAll(
                jar,
                List.of(
                        "-cp",
                        folder + File.pathSeparator + JAR,
                        "org.springframework.boot.loader.launch.JarLauncher"));
        return start(environment, command);
    }

    /// Starts what the image holds as its container would, though as whoever runs this.
    ///
    /// @param root where `deploy/image` has laid the image out
    static RunningJar startOfImage(Path root, Map<String, String> environment, String... arguments) throws IOException {
        Path application = root.resolve("opt/coffeebreak");
        List<String> command = new ArrayList<>();
        command.add(root.resolve("opt/java/bin/java").toString());
        Files.readAllLines(application.resolve("java.options")).stream()
                .map(option -> option.replace("/opt/coffeebreak", application.toString()))
                .forEach(command::add);
        // Who measures looks at the heap.
        command.add("-XX:-DisableAttachMechanism");
        command.addAll(List.of("-jar", application.resolve("coffeebreak.jar").toString()));
        command.addAll(List.of(arguments));
        Map<String, String> all = new HashMap<>(environment);
        all.put(
                "RUST_LIBRARY_PATH",
                application.resolve("natives/libtokenizers.so").toString());
        all.put("MALLOC_ARENA_MAX", "2");
        return start(all, command);
    }

    private static RunningJar start(Map<String, String> environment, List<String> command) throws IOException {
        Path log = Files.createTempFile(Files.createDirectories(LOGS), "jar-", ".log");
        ProcessBuilder builder = builder(environment, command);
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        return new RunningJar(builder.start(), log);
    }

    /// What starts a command in the jar's surroundings.
    static ProcessBuilder builder(Map<String, String> environment, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(surroundings(environment));
        return builder;
    }

    /// Runs the jar to its end.
    static Run run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        return Run.of(surroundings(environment), command(arguments));
    }

    /// The command that runs the jar.
    static List<String> command(String... arguments) {
        assertThat(JAR).as("built by mvn -pl bot -am package").exists();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-jar",
                JAR.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static Map<String, String> surroundings(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>();
        for (String name : List.of("PATH", "HOME", "LD_LIBRARY_PATH", "ENGINE_CACHE_DIR")) {
            String value = System.getenv(name);
            if (value != null) {
                all.put(name, value);
            }
        }
        all.putAll(environment);
        return all;
    }

    /// A port on loopback that nobody listens on now.
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// What it wrote so far, output and complaints in one.
    String said() {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Waits until it has said something that fits, and fails with all it said when it ends before.
    MatchResult awaitSaid(String regex) throws InterruptedException {
        Pattern pattern = Pattern.compile(regex);
        Await.until(() -> "it says " + regex + "; it said:\n" + said(), () -> {
            return pattern.matcher(said()).find() || !process.isAlive();
        });
        return pattern.matcher(said())
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError("it ended without saying " + regex + "; it said:\n" + said()));
    }

    /// Seconds since it was started.
    double age() {
        return (System.nanoTime() - started) / 1e9;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Stands still until [#thaw()], as `kill -STOP` has it.
    void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    void thaw() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
    }

    /// As `kill -9` does: no shutdown hook runs, and children stay behind.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        stop();
    }

    /// Asks it to stop and waits until it has.
    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
