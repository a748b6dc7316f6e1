package coffeebreak.bot.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// Writes a file that is there whole or not at all: it is written beside its place and moved there at the end.
public final class WholeFile {

    private WholeFile() {}

    /// What is written into the file.
    @FunctionalInterface
    public interface Content {
        void writeTo(Writer writer) throws IOException;
    }

    /// Writes a file, or leaves what was there when the content cannot be written.
    ///
    /// @throws BadFile when the place cannot be written to
    public static void write(Path file, Content content) {
        var folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw bad(file, "there is no such folder; make it, or choose another place.");
        }
        if (Files.isDirectory(file)) {
            throw bad(file, "this is a folder; name a file in it.");
        }
        Path beside;
        try {
            beside = Files.createTempFile(folder, "." + file.getFileName(), ".part");
        } catch (IOException e) {
            throw bad(file, "the folder cannot be written to; check its permissions.");
        }
        try {
            try (var writer = Files.newBufferedWriter(beside)) {
                content.writeTo(writer);
            }
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw bad(file, "the file cannot be written: " + e.getMessage() + "; make room, or choose another place.");
        } finally {
            remove(beside);
        }
    }

    private static void remove(Path beside) {
        try {
            Files.deleteIfExists(beside);
        } catch (IOException e) {
            throw new UncheckedIOException(beside + " cannot be removed", e);
        }
    }

    private static BadFile bad(Path file, String what) {
        return new BadFile(file.toString(), List.of(new BadFile.Problem(0, what)));
    }
}
