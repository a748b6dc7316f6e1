package coffeebreak.bot.files;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.fuzz.Target;
import coffeebreak.bot.fuzz.Words;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A table that was written is read by RFC 4180 as the same cells, and no cell is a formula to any spreadsheet.
public final class CsvTarget implements Target {

    @Override
    public List<byte[]> seeds() {
        return Words.seeds(
                Words.joined("=1+1", "+49", "-x", "@SUM(A1)", "\t=1", "\r=2", "＝1", "a=b", ""),
                Words.joined("a \"b\", c", "d\ne", "\"=x\"", "'=x"),
                Words.joined("\\u00A0=1", "\\u200B=1", "\\uFEFF@x", "\\u0000=1", "\\u3000＋1", " \n-1"));
    }

    @Override
    public void holds(byte[] input) {
        var pieces = Words.pieces(input);
        var width = input.length == 0 ? 1 : 1 + (input[0] & 3);
        var rows = new ArrayList<List<String>>();
        for (var from = 0; from < pieces.size(); from += width) {
            rows.add(pieces.subList(from, Math.min(pieces.size(), from + width)));
        }
        var written = new String(new CsvSheets().csv(rows), StandardCharsets.UTF_8);
        assertThat(written).startsWith("\uFEFF").endsWith("\r\n");
        var read = read(written.substring(1));
        assertThat(read).hasSameSizeAs(rows);
        for (var row = 0; row < rows.size(); row++) {
            assertThat(read.get(row)).hasSameSizeAs(rows.get(row));
            for (var column = 0; column < rows.get(row).size(); column++) {
                var cell = read.get(row).get(column);
                var meant = encodable(rows.get(row).get(column));
                assertThat(cell).isIn(meant, "'" + meant);
                assertThat(isFormula(cell)).as("\"%s\" is a formula", cell).isFalse();
            }
        }
    }

    /// By the most suspicious spreadsheet: whatever is not seen before the sign is passed over.
    private static boolean isFormula(String cell) {
        var first = cell.codePoints()
                .filter(point -> !Character.isWhitespace(point)
                        && !Character.isSpaceChar(point)
                        && Character.getType(point) != Character.CONTROL
                        && Character.getType(point) != Character.FORMAT)
                .findFirst();
        return !cell.isEmpty() && "\t\r\0".indexOf(cell.charAt(0)) >= 0
                || first.isPresent() && "=+-@＝＋－＠".indexOf(first.getAsInt()) >= 0;
    }

    /// RFC 4180, letter by letter.
    private static List<List<String>> read(String text) {
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (quoted) {
                if (letter != '"') {
                    cell.append(letter);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = false;
                    assertThat(text.charAt(i + 1))
                            .as("what follows a quoted cell")
                            .isIn(',', '\r');
                }
            } else if (letter == '"') {
                assertThat(cell.toString()).as("before a quote").isEmpty();
                quoted = true;
            } else if (letter == ',') {
                row.add(cell.toString());
                cell.setLength(0);
            } else if (letter == '\r') {
                assertThat(text.charAt(i + 1)).as("what follows a bare CR").isEqualTo('\n');
                i++;
                row.add(cell.toString());
                cell.setLength(0);
                rows.add(row);
                row = new ArrayList<>();
            } else {
                assertThat(letter).as("a bare LF").isNotEqualTo('\n');
                cell.append(letter);
            }
        }
        assertThat(quoted).as("an open quote").isFalse();
        return rows;
    }

    private static String encodable(String words) {
        return new String(words.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
