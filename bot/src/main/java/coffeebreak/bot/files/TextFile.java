package coffeebreak.bot.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A file somebody named in a setting or on the command line.
final class TextFile {

    private static final long MOST_BYTES = 32 << 20;

    private TextFile() {}

    /// Its text.
    ///
    /// @param location a path, or a `file:` address
    /// @throws BadFile when there is no such file or it is no text
    static String read(String location) {
        return text(location, bytes(location, Long.MAX_VALUE));
    }

    /// The text in a file's bytes.
    ///
    /// @throws BadFile when it is no text
    static String text(String location, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw bad(location, "the file cannot be read as UTF-8 text; save it as UTF-8.");
        }
    }

    /// Its bytes, for a file whose encoding is not known yet.
    ///
    /// @throws BadFile when there is no such file, or it is larger than any list of people or papers
    static byte[] bytes(String location) {
        return bytes(location, MOST_BYTES);
    }

    private static byte[] bytes(String location, long most) {
        var path = path(location);
        try {
            if (Files.size(path) > most) {
                throw bad(location, "the file is larger than %d MB; split it.".formatted(most >> 20));
            }
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw bad(
                    location,
                    Files.exists(path)
                            ? "the file cannot be read; check its permissions."
                            : "there is no such file; check the path.");
        }
    }

    /// The text of a file that comes with the bot.
    static String resource(String name) {
        try (var stream = TextFile.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing from the jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path path(String location) {
        try {
            return location.startsWith("file:/")
                    ? Path.of(URI.create(location))
                    : Path.of(location.startsWith("file:") ? location.substring("file:".length()) : location);
        } catch (IllegalArgumentException e) {
            throw bad(location, "this is not a path; write file:/path/to/the-file.yaml.");
        }
    }

    private static BadFile bad(String location, String what) {
        return new BadFile(location, List.of(new BadFile.Problem(0, what)));
    }
}
