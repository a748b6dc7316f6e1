package coffeebreak.bot.files;

import coffeebreak.bot.importing.Remark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A file somebody named in a setting or on the command line.
final class TextFile {

    private static final long MOST_BYTES = 32 << 20;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private TextFile() {}

    /// Its text.
    ///
    /// @param location a path, or a `file:` address
    /// @throws BadFile when there is no such file or it is no text
    static String read(String location) {
        return text(location, bytes(location, Long.MAX_VALUE));
    }

    /// The text in a file's bytes: UTF-8, or UTF-16 that says so in its first two bytes.
    ///
    /// @throws BadFile when it is no text, with the place
    static String text(String location, byte[] bytes) {
        refuseForeign(location, bytes);
        var marked = marked(bytes);
        var text = marked.isPresent() ? new String(bytes, marked.get()) : utf8(location, bytes);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /// A text that may be in an older encoding.
    ///
    /// @param told what is to be said of how it was read
    record Decoded(String text, Charset encoding, List<Remark> told) {}

    /// The text in a file's bytes, taken for Windows-1252 where it is no UTF-8: spreadsheets and old pages are.
    ///
    /// @throws BadFile when it is no text
    static Decoded decoded(String location, byte[] bytes) {
        try {
            return new Decoded(text(location, bytes), marked(bytes).orElse(StandardCharsets.UTF_8), List.of());
        } catch (BadFile notUtf8) {
            var place = notUtf8.problems().getFirst();
            if (place.line() == 0) {
                throw notUtf8;
            }
            return new Decoded(
                    new String(bytes, WINDOWS),
                    WINDOWS,
                    List.of(new Remark(
                            place.line(),
                            "",
                            Remark.Kind.GUESSED,
                            place.what().replaceFirst(";.*", "") + ": the file is read as Windows-1252.")));
        }
    }

    /// What people send in place of what they mean.
    private static void refuseForeign(String location, byte[] bytes) {
        var begins = new String(bytes, 0, Math.min(bytes.length, 8), StandardCharsets.ISO_8859_1);
        if (begins.startsWith("%PDF")) {
            throw bad(location, "this is a PDF; copy what is needed into a text file.");
        }
        if (begins.startsWith("PK\u0003\u0004") || begins.startsWith("ÐÏ\u0011à")) {
            throw bad(location, "this is an Excel or Word file, or an archive; export the table as CSV.");
        }
        if (begins.startsWith("\u0089PNG") || begins.startsWith("ÿØÿ") || begins.startsWith("GIF8")) {
            throw bad(location, "this is a picture; send it as text.");
        }
        if (marked(bytes).isEmpty()) {
            for (var each : bytes) {
                if (each == 0) {
                    throw bad(location, "this is no text; save it as UTF-8 text, a table as CSV and not as a workbook.");
                }
            }
        }
    }

    private static Optional<Charset> marked(byte[] bytes) {
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF
                ? Optional.of(StandardCharsets.UTF_16BE)
                : Optional.empty();
    }

    private static String utf8(String location, byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length);
        var result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        if (!result.isError()) {
            return out.flip().toString();
        }
        var line = 1;
        var begin = 0;
        for (var place = 0; place < in.position(); place++) {
            if (bytes[place] == '\n') {
                line++;
                begin = place + 1;
            }
        }
        throw new BadFile(
                location,
                List.of(new BadFile.Problem(
                        line,
                        "byte %d of this line, 0x%02X, is no UTF-8 text; save the file as UTF-8."
                                .formatted(in.position() - begin + 1, bytes[in.position()]))));
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
