package coffeebreak.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/// Node.js with the packages of `src/test/node`, in which Slack's own clients and types are. A test that asks for it
/// is skipped where there is no Node.js, or one too old for the packages.
public final class Node {

    private static final Path FOLDER = Path.of("src/test/node").toAbsolutePath();
    private static final Path TURN = Path.of("target/node.lock").toAbsolutePath();
    private static final int OLDEST = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /// How a program ended.
    ///
    /// @param output what it wrote, errors included
    public record Ended(int status, String output) {}

    private Node() {}

    /// Skips the test where Node.js is missing; else brings the packages, as `package-lock.json` pins them.
    ///
    /// @throws IllegalStateException where they cannot be brought
    public static Node orSkip() {
        var version = version();
        Assumptions.assumeTrue(
                version >= OLDEST,
                version < 0
                        ? "skipped: there is no Node.js; install the packages nodejs and npm"
                        : "skipped: Node.js is %d, Slack's clients want %d".formatted(version, OLDEST));
        var node = new Node();
        node.bringPackages();
        return node;
    }

    Path folder() {
        return FOLDER;
    }

    /// Runs `node` in the folder of the packages.
    Ended run(Map<String, String> environment, String... arguments) {
        var command = new ArrayList<>(List.of("node"));
        command.addAll(List.of(arguments));
        return run(environment, command);
    }

    private static int version() {
        try {
            var said = run(Map.of(), List.of("node", "--version")).output();
            return Integer.parseInt(said.strip().replaceFirst("v(\\d+)\\..*", "$1"));
        } catch (UncheckedIOException missing) {
            return -1;
        }
    }

    /// Tests run in several processes; one of them brings the packages and the others wait for it.
    private void bringPackages() {
        try (var turn = FileChannel.open(TURN, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = turn.lock()) {
            var wanted = FOLDER.resolve("package-lock.json");
            var there = FOLDER.resolve("node_modules/.package-lock.json");
            if (Files.exists(there)
                    && Files.getLastModifiedTime(there).compareTo(Files.getLastModifiedTime(wanted)) >= 0) {
                return;
            }
            var ended = run(Map.of(), List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
            if (ended.status() != 0) {
                throw new IllegalStateException(
                        "npm ci failed in %s, try it by hand:%n%s".formatted(FOLDER, ended.output()));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Ended run(Map<String, String> environment, List<String> command) {
        try {
            var output = Files.createTempFile("coffeebreak-node", ".txt");
            try {
                var builder = new ProcessBuilder(command)
                        .directory(FOLDER.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
                builder.environment().putAll(environment);
                var process = builder.start();
                if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new IllegalStateException("%s takes longer than %s; so far it said:%n%s"
                            .formatted(command, PATIENCE, Files.readString(output)));
                }
                return new Ended(process.exitValue(), Files.readString(output));
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for " + command, stop);
        }
    }
}
