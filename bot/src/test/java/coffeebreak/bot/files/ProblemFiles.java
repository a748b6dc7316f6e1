package coffeebreak.bot.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/// A folder in which a test writes a problem.
record ProblemFiles(Path folder) {

    ProblemFiles write(String name, String text) throws IOException {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    ProblemFiles write(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
        return this;
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    /// A message without the folder's own name, which differs from run to run.
    String message(BadFile bad) {
        return String.valueOf(bad.getMessage()).replace(folder + "/", "");
    }

    static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
