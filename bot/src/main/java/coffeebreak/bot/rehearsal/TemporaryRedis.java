package coffeebreak.bot.rehearsal;

import coffeebreak.bot.redis.EmbeddedRedis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// A Redis of its own for a rehearsal, which is gone afterwards with all it held.
public final class TemporaryRedis implements AutoCloseable {

    private final Path folder;
    private final EmbeddedRedis redis;

    private TemporaryRedis(Path folder, EmbeddedRedis redis) {
        this.folder = folder;
        this.redis = redis;
    }

    /// @throws EmbeddedRedis.CannotStart when there is no server to start
    public static TemporaryRedis start() {
        try {
            var folder = Files.createTempDirectory("coffeebreak-rehearsal");
            return new TemporaryRedis(folder, EmbeddedRedis.start(folder, true));
        } catch (IOException failure) {
            throw new UncheckedIOException("there is no place for a rehearsal's data", failure);
        }
    }

    public URI address() {
        return redis.address();
    }

    @Override
    public void close() {
        redis.close();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException left) {
            throw new UncheckedIOException("what a rehearsal kept could not be removed", left);
        }
    }
}
