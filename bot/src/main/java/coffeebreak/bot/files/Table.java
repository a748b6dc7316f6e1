package coffeebreak.bot.files;

import coffeebreak.bot.files.BadFile.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// A table as programs export it: separated by commas, semicolons, tabs or bars, with or without a byte order mark, in
/// UTF-8, UTF-16 or Windows-1252, with quotes and line breaks inside them (RFC 4180). The first line holds the
/// headings.
///
/// @param encoding  how its bytes were read
/// @param separator what stands between its columns
/// @param headings  as written, without surrounding space
/// @param rows      those with anything in them
record Table(Charset encoding, char separator, List<String> headings, List<Row> rows) {

    private static final int MOST_ROWS = 20_000;
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');
    private static final Map<Character, String> SEPARATOR_NAMES =
            Map.of(',', "commas", ';', "semicolons", '\t', "tabs", '|', "bars");

    /// @param line  where it begins, from 1
    /// @param cells without surrounding space; fewer or more than there are headings is allowed
    record Row(int line, List<String> cells) {
        /// Empty where the row ends before it.
        String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }

    String separatorName() {
        return SEPARATOR_NAMES.getOrDefault(separator, String.valueOf(separator));
    }

    /// @param file what to call it when something is wrong
    /// @throws BadFile when it is no such table
    static Table read(String file, byte[] bytes) {
        var encoding = encoding(bytes);
        var text = new String(bytes, encoding);
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        if (text.indexOf('\0') >= 0) {
            throw new BadFile(
                    file, List.of(new Problem(0, "this is no text; export the table as CSV, not as a workbook.")));
        }
        // Excel's own way of naming the separator.
        var named = text.lines().findFirst().filter(line -> line.matches("(?i)\"?sep=.\"?"));
        var skipped = named.isPresent() ? 1 : 0;
        var body = named.isPresent() ? text.substring(text.indexOf('\n') + 1) : text;
        var separator = named.map(line -> line.replace("\"", "").charAt(4)).orElseGet(() -> separator(body));
        var rows = rows(file, body, separator, skipped);
        if (rows.isEmpty()) {
            throw new BadFile(
                    file, List.of(new Problem(0, "the file is empty; its first line must hold the headings.")));
        }
        return new Table(encoding, separator, rows.getFirst().cells(), rows.subList(1, rows.size()));
    }

    private static Charset encoding(byte[] bytes) {
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException otherwise) {
            return WINDOWS;
        }
    }

    /// Whichever gives the first line the most columns.
    private static char separator(String text) {
        var first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return SEPARATORS.stream()
                .max(Comparator.comparingLong((Character separator) -> outsideQuotes(first, separator))
                        .thenComparing(
                                Comparator.comparingInt(SEPARATORS::indexOf).reversed()))
                .orElse(',');
    }

    private static long outsideQuotes(String line, char separator) {
        var quoted = false;
        var count = 0L;
        for (var i = 0; i < line.length(); i++) {
            quoted ^= line.charAt(i) == '"';
            count += !quoted && line.charAt(i) == separator ? 1 : 0;
        }
        return count;
    }

    private static List<Row> rows(String file, String text, char separator, int skipped) {
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setRecordSeparator("\n")
                .setIgnoreEmptyLines(true)
                .setIgnoreSurroundingSpaces(separator != '\t')
                .setTrim(true)
                .get();
        var rows = new ArrayList<Row>();
        try (var parser = CSVParser.builder()
                .setFormat(format)
                .setReader(new StringReader(text))
                .get()) {
            var lines = new Lines(text, skipped);
            try {
                for (var record : parser) {
                    if (!isBlank(record)) {
                        rows.add(new Row(lines.at(record.getCharacterPosition()), record.toList()));
                    }
                    if (rows.size() > MOST_ROWS) {
                        throw new BadFile(
                                file,
                                List.of(new Problem(
                                        0, "the table has more than %d rows; split it.".formatted(MOST_ROWS))));
                    }
                }
            } catch (UncheckedIOException | IllegalStateException broken) {
                throw new BadFile(
                        file,
                        List.of(
                                new Problem(
                                        Math.toIntExact(parser.getCurrentLineNumber()) + skipped,
                                        "a quoted cell goes wrong here or above: a quote within quotes is written twice, and each must be closed.")));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return rows;
    }

    private static boolean isBlank(CSVRecord record) {
        return record.stream().allMatch(String::isBlank);
    }

    /// Counts lines up to a place in a text; places come in order.
    private static final class Lines {
        private final String text;
        private int line;
        private int place;

        Lines(String text, int skipped) {
            this.text = text;
            this.line = 1 + skipped;
        }

        /// The line of the first character from there on that is not white space.
        int at(long position) {
            var to = (int) position;
            while (to < text.length() && Character.isWhitespace(text.charAt(to))) {
                to++;
            }
            for (; place < to; place++) {
                line += text.charAt(place) == '\n' ? 1 : 0;
            }
            return line;
        }
    }
}
