package coffeebreak.bot.files;

import coffeebreak.bot.organizing.Sheets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// Tables as CSV. What people typed must not become a formula in whoever's spreadsheet: such a cell begins with an
/// apostrophe, which spreadsheets take as "these are words".
public final class CsvSheets implements Sheets {

    private static final String FORMULA = "=+-@＝＋－＠";
    private static final String FORMULA_IN_FRONT = "\t\r\n\0";
    /// Without it some programs take UTF-8 for something else.
    private static final String MARK = "\uFEFF";

    @Override
    public byte[] csv(List<List<String>> rows) {
        var text = new StringBuilder(MARK);
        try (var printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            for (var row : rows) {
                printer.printRecord(row.stream().map(CsvSheets::plain).toList());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("nothing is written but to memory", impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String plain(String cell) {
        return isFormula(cell) ? "'" + cell : cell;
    }

    /// Programs differ in what they pass over before a sign: any space, and whatever is not seen.
    private static boolean isFormula(String cell) {
        return !cell.isEmpty() && FORMULA_IN_FRONT.indexOf(cell.charAt(0)) >= 0
                || cell.codePoints()
                        .filter(CsvSheets::isSeen)
                        .limit(1)
                        .anyMatch(letter -> FORMULA.indexOf(letter) >= 0);
    }

    private static boolean isSeen(int letter) {
        return !Character.isWhitespace(letter)
                && !Character.isSpaceChar(letter)
                && Character.getType(letter) != Character.CONTROL
                && Character.getType(letter) != Character.FORMAT;
    }
}
