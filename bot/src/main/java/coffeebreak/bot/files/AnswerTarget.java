package coffeebreak.bot.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Where an answer goes: a file, which appears whole or not at all, or a stream.
public final class AnswerTarget {

    private final @Nullable Path file;
    private final OutputStream otherwise;

    private AnswerTarget(@Nullable Path file, OutputStream otherwise) {
        this.file = file;
        this.otherwise = otherwise;
    }

    /// @param file what the person named; null for the stream
    /// @throws BadFile when nothing can be written there, before hours are spent on an answer
    public static AnswerTarget of(@Nullable Path file, OutputStream otherwise) {
        if (file == null) {
            return new AnswerTarget(null, otherwise);
        }
        if (Files.isDirectory(file)) {
            throw bad(file, "this is a folder; name a file to write to.");
        }
        var folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw bad(file, "there is no such folder to write to; make it first.");
        }
        if (!Files.isWritable(Files.exists(file) ? file : folder)) {
            throw bad(file, "nothing may be written there; check its permissions.");
        }
        return new AnswerTarget(file, otherwise);
    }

    /// @throws BadFile when it cannot be written
    public void write(Consumer<OutputStream> answer) {
        try {
            if (file == null) {
                write(otherwise, answer);
            } else if (Files.exists(file) && !Files.isRegularFile(file)) {
                // A pipe or a device.
                try (var out = Files.newOutputStream(file)) {
                    write(out, answer);
                }
            } else {
                replace(Files.exists(file) ? file.toRealPath() : file.toAbsolutePath(), answer);
            }
        } catch (IOException | UncheckedIOException | JacksonException unwritable) {
            throw bad(
                    file == null ? Path.of("standard output") : file,
                    "the answer cannot be written: %s.".formatted(unwritable.getMessage()));
        }
    }

    private static void write(OutputStream out, Consumer<OutputStream> answer) throws IOException {
        var buffered = new BufferedOutputStream(out, 1 << 16);
        answer.accept(buffered);
        buffered.flush();
    }

    private static void replace(Path file, Consumer<OutputStream> answer) throws IOException {
        var part = file.resolveSibling(".%s.%d.part"
                .formatted(file.getFileName(), ProcessHandle.current().pid()));
        try {
            try (var out =
                    Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING)) {
                write(out, answer);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static BadFile bad(Path file, String what) {
        return new BadFile(file.toString(), List.of(new BadFile.Problem(0, what)));
    }
}
