package coffeebreak.bot.redis;

import coffeebreak.bot.encoding.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One event as a file of lines, each a JSON object: a [Head], an [Entry] for every key, and an [End] with a digest of
/// all lines before it. Nothing in it depends on the version of a server, as Redis' own `DUMP` does.
final class EventFile {

    /// Later ones may add what this one does not know; then the number grows.
    static final int FORMAT = 1;

    private EventFile() {}

    /// @param coffeebreak the format's number
    /// @param exported    when, for people
    record Head(int coffeebreak, String workspace, String event, String exported) {}

    /// One key.
    ///
    /// @param key    its name behind the event's prefix
    /// @param type   as Redis names it
    /// @param ends   when it goes by itself, in milliseconds since 1970; null for never
    /// @param last   of a stream: the last id it gave, which may be of an entry that is gone
    /// @param values of a string, list or set one text each; of a hash field and value; of a sorted set member and
    /// score; of a stream an entry's id, then its fields and values
    record Entry(
            String key,
            String type,
            @Nullable Long ends,
            @Nullable String last,
            List<List<String>> values) {
        Entry {
            values = List.copyOf(values);
        }
    }

    /// @param entries how many there are
    /// @param sha256  of all bytes before this line
    record End(int entries, String sha256) {}

    /// Writes a file line by line.
    static final class Writer implements AutoCloseable {

        private final Json json;
        private final MessageDigest digest = sha256();
        private final DigestOutputStream out;
        private int entries;

        Writer(OutputStream out, Json json, Head head) throws IOException {
            this.json = json;
            this.out = new DigestOutputStream(out, digest);
            line(head);
        }

        void add(Entry entry) throws IOException {
            line(entry);
            entries++;
        }

        private void line(Object value) throws IOException {
            out.write((json.write(value) + "\n").getBytes(StandardCharsets.UTF_8));
        }

        int end() throws IOException {
            line(new End(entries, HexFormat.of().formatHex(digest.digest())));
            return entries;
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /// What a whole file holds.
    record Content(Head head, List<Entry> entries) {
        Content {
            entries = List.copyOf(entries);
        }
    }

    /// Reads a file to its end before anything of it is used.
    ///
    /// @throws CannotMove when it is not whole, not as it was written, or of a later format
    static Content read(Path file, Json json) throws IOException {
        try (var lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return read(file, lines, json);
        } catch (CharacterCodingException noText) {
            throw new CannotMove(file + " is no file of export-event: it is no text.");
        }
    }

    private static Content read(Path file, BufferedReader lines, Json json) throws IOException {
        var first = lines.readLine();
        var head = head(file, first, json);
        var digest = sha256();
        digest.update(bytes(String.valueOf(first)));
        var entries = new ArrayList<Entry>();
        var before = lines.readLine();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var written = String.valueOf(before);
            digest.update(bytes(written));
            entries.add(line(file, written, Entry.class, json));
            before = line;
        }
        if (before == null || !before.startsWith("{\"entries\"")) {
            throw new CannotMove(file + " is cut off: its last line is missing, so export the event again.");
        }
        var end = line(file, before, End.class, json);
        if (end.entries() != entries.size()
                || !end.sha256().equals(HexFormat.of().formatHex(digest.digest()))) {
            throw new CannotMove(file + " was altered since it was written: its digest does not fit, so export the"
                    + " event again.");
        }
        return new Content(head, entries);
    }

    private static Head head(Path file, @Nullable String line, Json json) {
        if (line == null || !line.startsWith("{\"coffeebreak\"")) {
            throw new CannotMove(file + " is no file of export-event.");
        }
        var head = line(file, line, Head.class, json);
        if (head.coffeebreak() != FORMAT) {
            throw new CannotMove("%s was written by another version (format %d, this one reads %d): use that version."
                    .formatted(file, head.coffeebreak(), FORMAT));
        }
        return head;
    }

    /// Without what stands there: it is somebody's.
    private static <T> T line(Path file, String line, Class<T> type, Json json) {
        try {
            return json.read(line, type);
        } catch (IllegalArgumentException broken) {
            throw new CannotMove(file + " was altered since it was written: a line of it cannot be read, so export the"
                    + " event again.");
        }
    }

    private static byte[] bytes(String line) {
        return (line + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
