package coffeebreak.bot.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Cells as people's programs write them.
class CsvRowsTest {

    @TempDir
    Path folder = Path.of("set by JUnit");

    @Test
    void cellsAreSeparatedByCommasAndRowsByLineEndsOfAnyKind() throws IOException {
        assertThat(rows("a,b\nc,d\r\ne,f\rg,h")).containsExactly("1:a|b", "2:c|d", "3:e|f", "4:g|h");
    }

    @Test
    void blankLinesArePassedOverAndCounted() throws IOException {
        assertThat(rows("\n\na,b\r\n\r\n  \nc,d\n\n")).containsExactly("3:a|b", "6:c|d");
    }

    @Test
    void anEmptyFileHasNoRows() throws IOException {
        assertThat(rows("")).isEmpty();
        assertThat(rows("\uFEFF")).isEmpty();
        assertThat(rows("a")).containsExactly("1:a");
    }

    @Test
    void aByteOrderMarkBelongsToNoCell() throws IOException {
        assertThat(rows("\uFEFFa,b\n")).containsExactly("1:a|b");
    }

    @Test
    void blanksAroundACellDoNotBelongToItButInQuotesTheyDo() throws IOException {
        assertThat(rows(" a ,\tb c\t,\" d \" \n")).containsExactly("1:a|b c| d ");
    }

    @Test
    void inQuotesCommasQuotesAndLineEndsArePartOfTheCell() throws IOException {
        assertThat(rows("\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\"\nc,,\"\"\n"))
                .containsExactly("1:a,b|say \"hi\"|two\nlines", "3:c||");
    }

    @Test
    void aQuoteWithinACellThatDoesNotBeginWithOneIsAQuote() throws IOException {
        assertThat(rows("a\"b,c\n")).containsExactly("1:a\"b|c");
    }

    @Test
    void whatQuotesLeaveOpenIsSaidWithTheRowItBeganIn() throws IOException {
        assertThat(rows("a,b\n\"c,d\ne,f\n")).containsExactly("1:a|b", "2:a quote is opened here and never closed.");
        assertThat(rows("\"a\"b,c\n"))
                .containsExactly("1:something stands behind a closing quote; write a quote within quotes twice.");
    }

    @Test
    void compressedFilesAreReadWhateverTheirName() throws IOException {
        assertThat(rows(ProblemFiles.gzip("a,b\nc,d\n"))).containsExactly("1:a|b", "2:c|d");
    }

    @Test
    void utf16IsRefusedByName() {
        assertThatThrownBy(() -> rows("a,b".getBytes(StandardCharsets.UTF_16)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("UTF-16");
    }

    /// The buffer holds 65,536 bytes: rows, quotes and line ends fall on its border somewhere here.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whateverIsWrittenIsReadBackAcrossTheBuffersBorders(long seed) throws IOException {
        var random = new Random(seed);
        var text = new StringBuilder();
        var cells = new ArrayList<String>();
        int line = 1;
        while (text.length() < 300_000) {
            var row = new ArrayList<String>();
            int first = line;
            for (int column = 0; column < 3; column++) {
                var cell = "x" + "ab,\"\n ü".repeat(random.nextInt(random.nextInt(50) == 0 ? 3000 : 4));
                row.add(cell);
                line += (int) cell.chars().filter(c -> c == '\n').count();
            }
            cells.add(first + ":" + String.join("|", row));
            text.append(String.join(
                            ",",
                            row.stream()
                                    .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                                    .toList()))
                    .append(random.nextBoolean() ? "\r\n" : "\n");
            line++;
        }
        assertThat(rows(text.toString())).isEqualTo(cells);
    }

    @Test
    void numbersAreTheNearestDoubleAndWhatIsNoNumberIsNaN() throws IOException {
        var random = new Random(7);
        var texts = new ArrayList<>(List.of(
                "0",
                "1",
                "1.",
                ".5",
                "0.83",
                "-0.5",
                "+1",
                "1e-3",
                "1E2",
                "0.1234567890123456789",
                "00.50",
                "0.30000000000000004",
                "9007199254740993",
                "123456789012345.6"));
        for (int i = 0; i < 20_000; i++) {
            texts.add(Double.toString(random.nextDouble()));
            texts.add("%.6f".formatted(random.nextDouble()));
            texts.add("%.14f".formatted(random.nextDouble()));
        }
        assertThat(numbers(texts))
                .isEqualTo(texts.stream().map(Double::parseDouble).toList());
        assertThat(numbers(List.of(
                        "x", ".", "-", "1.2.3", "\"1,5\"", "NaN", "Infinity", "0x1p3", "1f", "1d", "\"\"", "½")))
                .containsOnly(Double.NaN);
    }

    private List<Double> numbers(List<String> texts) throws IOException {
        var file = Files.writeString(folder.resolve("numbers.csv"), String.join("\n", texts));
        var numbers = new ArrayList<Double>();
        try (var csv = CsvRows.open(file)) {
            while (csv.next()) {
                numbers.add(csv.number(0));
            }
        }
        return numbers;
    }

    private List<String> rows(String text) throws IOException {
        return rows(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> rows(byte[] bytes) throws IOException {
        var file = Files.write(folder.resolve("rows.csv"), bytes);
        var rows = new ArrayList<String>();
        try (var csv = CsvRows.open(file)) {
            while (csv.next()) {
                var cells = new String[csv.columns()];
                Arrays.setAll(cells, csv::cell);
                rows.add(csv.line() + ":" + (csv.malformed() == null ? String.join("|", cells) : csv.malformed()));
            }
        }
        return rows;
    }
}
