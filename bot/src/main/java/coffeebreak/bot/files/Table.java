package coffeebreak.bot.files;

import coffeebreak.bot.files.BadFile.Problem;
import coffeebreak.bot.importing.Remark;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// A table: what stands under which heading. The commonest are those programs export: separated by commas, semicolons,
/// tabs or bars, with or without a byte order mark, in UTF-8, UTF-16 or Windows-1252, with quotes and line breaks
/// inside them (RFC 4180), the headings in the first line.
///
/// @param readAs   what it was taken for, in words
/// @param headLine where the headings stand, from 1
/// @param headings as written, without surrounding space
/// @param rows     those with anything in them
/// @param told     what is to be said of how it was read
record Table(String readAs, int headLine, List<String> headings, List<Row> rows, List<Remark> told) {

    static final int MOST_ROWS = 20_000;
    static final int MOST_COLUMNS = 200;
    static final int LONGEST_CELL = 20_000;
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

    /// A table as it may be exported or copied: with separators, in Markdown, or from a web page.
    ///
    /// @param file what to call it when something is wrong
    /// @throws BadFile when there is no table in it
    static Table of(String file, byte[] bytes) {
        var decoded = TextFile.decoded(file, bytes);
        var markdown = MarkdownTables.in(decoded.text());
        if (!markdown && !HtmlTables.in(decoded.text())) {
            return read(file, bytes);
        }
        var page = markdown ? MarkdownTables.read(file, decoded.text()) : HtmlTables.read(file, decoded.text());
        return page.grids().stream()
                .max(Comparator.comparingInt(grid -> grid.lines().size()))
                .map(grid -> grid.plain(markdown ? "a table in Markdown" : "a table of a web page", decoded.told()))
                .orElseThrow(() -> new BadFile(file, List.of(new Problem(0, "there is no table in it; paste one."))));
    }

    /// @param file what to call it when something is wrong
    /// @throws BadFile when it is no such table
    static Table read(String file, byte[] bytes) {
        var decoded = TextFile.decoded(file, bytes);
        var text = decoded.text();
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
        return new Table(
                "%s, separated by %s"
                        .formatted(
                                decoded.encoding().displayName(Locale.ROOT),
                                SEPARATOR_NAMES.getOrDefault(separator, String.valueOf(separator))),
                rows.getFirst().line(),
                rows.getFirst().cells(),
                rows.subList(1, rows.size()),
                decoded.told());
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
                    var row = new Row(lines.at(record.getCharacterPosition()), record.toList());
                    refuseTooMuch(file, row, rows.size() + 1);
                    if (!isBlank(record)) {
                        rows.add(row);
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

    /// @throws BadFile when it is more than any list of people, papers or sessions has
    static void refuseTooMuch(String file, Row row, int rows) {
        var what = rows > MOST_ROWS
                ? "the table has more than %,d rows; split it.".formatted(MOST_ROWS)
                : row.cells().size() > MOST_COLUMNS
                        ? "this row has more than %d cells; take out what is not needed.".formatted(MOST_COLUMNS)
                        : row.cells().stream().anyMatch(cell -> cell.length() > LONGEST_CELL)
                                ? "a cell of this row has more than %,d characters; shorten it.".formatted(LONGEST_CELL)
                                : "";
        if (!what.isEmpty()) {
            throw new BadFile(file, List.of(new Problem(row.line(), what)));
        }
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
