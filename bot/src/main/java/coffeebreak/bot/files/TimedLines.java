package coffeebreak.bot.files;

import coffeebreak.bot.files.Grid.Cell;
import coffeebreak.bot.files.Grid.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A programme as it is written into a message: a line for each session that begins with its time.
final class TimedLines {

    private static final int FEWEST = 2;
    private static final int LONGEST_LINE = 500;
    private static final String TIME = "\\d{1,2}(?:[:.h]\\d{2}|(?=\\s?[ap]\\.?m))\\s?(?:[ap]\\.?m\\.?)?";
    private static final Pattern TIMED = Pattern.compile("(?i)[\\s*•-]*(" + TIME + "(?:\\s?(?:[-–—]|to|until)\\s?"
            + TIME + ")?) ?[:,–—-]?\\h+(?<!\\t)(\\p{L}.*|[\"“(].*)");

    private TimedLines() {}

    /// Whether most of a text's lines are sessions, and its first does not hold a table's headings.
    static boolean in(String text) {
        var first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        var headed = TableProgramme.HEADINGS.places(List.of(first.split("[,;|\t]", Table.MOST_COLUMNS)));
        if (headed.containsKey(SessionCells.Field.START) && headed.containsKey(SessionCells.Field.TITLE)) {
            return false;
        }
        var lines = text.lines()
                .filter(line -> !line.isBlank())
                .limit(Table.MOST_ROWS)
                .toList();
        var timed = lines.stream().filter(TimedLines::isTimed).count();
        return timed >= FEWEST && 2 * timed >= lines.size();
    }

    private static boolean isTimed(String line) {
        return line.length() <= LONGEST_LINE && TIMED.matcher(line).matches();
    }

    /// What begins with no time names a day, says who is on stage in the line above, or goes on with it.
    static Page read(String file, String text) {
        var lines = new ArrayList<Line>();
        var number = 0;
        for (var written : (Iterable<String>) text.lines()::iterator) {
            number++;
            var timed = TIMED.matcher(written);
            if (isTimed(written) && timed.matches()) {
                lines.add(line(number, timed.group(1), timed.group(2).strip()));
            } else if (DateWords.within(written).isPresent()) {
                lines.add(line(number, "", written.strip()));
            } else if (!written.isBlank() && !lines.isEmpty()) {
                var before = lines.removeLast();
                lines.add(line(
                        before.line(),
                        before.cells().getFirst().text(),
                        before.cells().getLast().text() + "\n" + written.strip()));
            }
            if (!lines.isEmpty()) {
                var last = lines.getLast();
                Table.refuseTooMuch(
                        file,
                        new Table.Row(
                                last.line(),
                                last.cells().stream().map(Cell::text).toList()),
                        lines.size());
            }
        }
        return new Page("", List.of(new Grid("", lines)));
    }

    private static Line line(int number, String time, String title) {
        return new Line(number, List.of(new Cell(time, false, false, false), new Cell(title, false, false, false)));
    }
}
