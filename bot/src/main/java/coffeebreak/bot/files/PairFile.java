package coffeebreak.bot.files;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.zip.ZipException;

/// A CSV file of pairs, with or without a score. A first row that is no pair but names its columns is passed over: with
/// a score one whose score is no number, without one that is made of words for columns. Columns such a header adds at
/// the end, reasons say, are passed over as well.
///
/// @param one the first column
/// @param other the second
/// @param scored whether the third is a score from 0 to 1
record PairFile(Column one, Column other, boolean scored) {

    /// A column of ids.
    ///
    /// @param word what an id is: "mentee"
    /// @param ids those there are
    record Column(String word, Ids ids) {}

    /// Takes the rows that are right, ids by their numbers.
    @FunctionalInterface
    interface Rows {
        void row(int line, int one, int other, double score);
    }

    private static final Set<String> COLUMN_WORDS = Set.of(
            "mentee",
            "mentor",
            "person",
            "people",
            "participant",
            "student",
            "speaker",
            "topic",
            "peer",
            "one",
            "other",
            "first",
            "second",
            "id",
            "name");

    void read(Path file, Problems problems, Rows rows) {
        int line = 0;
        try (var csv = CsvRows.open(file)) {
            int columns = least();
            boolean first = true;
            while (csv.next()) {
                line = csv.line();
                if (first && isHeader(csv)) {
                    columns = csv.columns();
                    header(csv, problems);
                } else {
                    row(csv, columns, problems, rows);
                }
                first = false;
            }
        } catch (IOException unreadable) {
            int last = line;
            problems.note(0, () -> reason(file, unreadable, last));
        }
    }

    /// The same for pairs in which neither comes first and none may stand twice.
    void readEachOnce(Path file, Problems problems, Rows rows) {
        Map<Long, Integer> lines = new HashMap<>();
        boolean mutual = one.ids() == other.ids();
        read(file, problems, (line, a, b, score) -> {
            if (mutual && a == b) {
                problems.note(
                        line,
                        () -> "%s %s is paired with themselves; take the row out."
                                .formatted(one.word(), one.ids().id(a)));
                return;
            }
            var key = mutual ? key(Math.min(a, b), Math.max(a, b)) : key(a, b);
            var before = lines.putIfAbsent(key, line);
            if (before != null) {
                problems.note(line, () -> twice(a, b, before));
                return;
            }
            rows.row(line, a, b, score);
        });
    }

    String twice(int a, int b, int before) {
        return "the pair of %s and %s stands twice (first on line %d); keep one row%s."
                .formatted(
                        one.ids().id(a),
                        other.ids().id(b),
                        before,
                        one.ids() == other.ids() ? ", in either order" : "");
    }

    private static long key(int a, int b) {
        return (long) a << 32 | b;
    }

    private int least() {
        return scored ? 3 : 2;
    }

    private String names() {
        return one.word() + "," + other.word() + (scored ? ",score" : "");
    }

    private boolean isHeader(CsvRows csv) {
        if (csv.columns() < least() || csv.malformed() != null) {
            return false;
        }
        if (scored) {
            // With two ids of ours it is a pair whose score is mistyped, and passing over it would hide that.
            return Double.isNaN(csv.number(2)) && !(csv.id(0, one.ids()) >= 0 && csv.id(1, other.ids()) >= 0);
        }
        return csv.id(0, one.ids()) < 0
                && csv.id(1, other.ids()) < 0
                && COLUMN_WORDS.contains(columnWord(csv.cell(0)))
                && COLUMN_WORDS.contains(columnWord(csv.cell(1)));
    }

    /// "Mentee_ID 1" is a mentee.
    private static String columnWord(String cell) {
        var word = cell.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return word.length() > 2 && word.endsWith("id") ? word.substring(0, word.length() - 2) : word;
    }

    private void header(CsvRows csv, Problems problems) {
        if (!one.word().equals(other.word())
                && columnWord(csv.cell(0)).equals(other.word())
                && columnWord(csv.cell(1)).equals(one.word())) {
            problems.note(csv.line(), () -> "the columns are in the other order; it must be %s.".formatted(names()));
        }
    }

    private void row(CsvRows csv, int columns, Problems problems, Rows rows) {
        int line = csv.line();
        var malformed = csv.malformed();
        if (malformed != null) {
            problems.note(line, () -> malformed);
            return;
        }
        if (csv.columns() != columns) {
            problems.note(
                    line,
                    () -> columns == least()
                            ? "a row is %s, separated by commas; this one has %s."
                                    .formatted(names(), columns(csv.columns()))
                            : "the first row has %s, this one %d.".formatted(columns(columns), csv.columns()));
            return;
        }
        int a = known(csv, 0, one, problems);
        int b = known(csv, 1, other, problems);
        double score = 0;
        if (scored) {
            score = csv.number(2);
            if (Double.isNaN(score)) {
                var cell = csv.cell(2);
                problems.note(
                        line, () -> "the score must be a number from 0 to 1 such as 0.83, not \"%s\".".formatted(cell));
                return;
            }
            if (score < 0 || score > 1) {
                var cell = csv.cell(2);
                problems.note(line, () -> "the score %s must be from 0 to 1.".formatted(cell));
                return;
            }
        }
        if (a >= 0 && b >= 0) {
            // Minus zero is zero.
            rows.row(line, a, b, score + 0.0);
        }
    }

    private static String columns(int number) {
        return number == 1 ? "1 column" : number + " columns";
    }

    private static int known(CsvRows csv, int column, Column of, Problems problems) {
        int number = csv.id(column, of.ids());
        if (number < 0) {
            var cell = csv.cell(column);
            Supplier<String> unknown = () -> "the problem has no %s \"%s\".".formatted(of.word(), cell);
            problems.note(csv.line(), unknown);
        }
        return number;
    }

    private static String reason(Path file, IOException unreadable, int last) {
        if (!Files.exists(file)) {
            return "there is no such file; its path is relative to the problem's folder.";
        }
        if (Files.isDirectory(file)) {
            return "this is a folder; name a .csv or .csv.gz file.";
        }
        if (unreadable instanceof EOFException || unreadable instanceof ZipException) {
            return "the compressed file is broken or ends early (read as far as line %d); compress it again."
                    .formatted(last);
        }
        return "the file cannot be read: %s.".formatted(unreadable.getMessage());
    }

    /// The columns of a file of people and people.
    static PairFile mutual(String word, Ids ids, boolean scored) {
        var column = new Column(word, ids);
        return new PairFile(column, column, scored);
    }

    /// Ids each once, in the order they came.
    static Ids ids(List<String> ids) {
        return new Ids(ids.stream().distinct().toList());
    }
}
