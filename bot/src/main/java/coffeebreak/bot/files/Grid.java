package coffeebreak.bot.files;

import coffeebreak.bot.files.SessionCells.Field;
import coffeebreak.bot.files.Table.Row;
import coffeebreak.bot.importing.Remark;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A table as it is set on a page: with cells that reach over rows and columns, rows that only name a day, and columns
/// that are rooms. It becomes rows with one session each.
///
/// @param day   what stands above it and says which day it is about; empty where nothing does
/// @param lines of equal length
record Grid(String day, List<Line> lines) {

    private static final String DAY = "Date";
    private static final String ROOM = "Room";
    private static final String START = "Start";
    private static final String END = "End";
    private static final String TITLE = "Title";
    private static final String NOTES = "Notes";

    /// @param line where it begins, from 1
    record Line(int line, List<Cell> cells) {
        /// What stands in it, each once; empty cells left out.
        private List<Cell> own() {
            return cells.stream()
                    .filter(cell -> !cell.fromLeft()
                            && !cell.fromAbove()
                            && !cell.text().isEmpty())
                    .toList();
        }

        private Cell cell(int column) {
            return cells.get(column);
        }
    }

    /// @param text      its lines, without markup
    /// @param head      whether it is marked as a heading
    /// @param fromAbove whether it is the cell of the row above, reaching down
    /// @param fromLeft  whether it is the cell to the left, reaching over
    record Cell(String text, boolean head, boolean fromAbove, boolean fromLeft) {
        private String oneLine() {
            return text.replace('\n', ' ');
        }

        private boolean isTime() {
            return text.length() < 40
                    && text.matches("(?is).*(?:\\d\\s?[:.h]\\s?\\d|\\d\\s?h\\b|[ap]\\.?\\s?m\\b|noon).*")
                    && TimeWords.read(oneLine()).isPresent();
        }
    }

    /// All tables of a page that tell times, as one.
    ///
    /// @return empty where none does
    static Optional<Table> table(String readAs, List<Grid> grids) {
        var told = new ArrayList<Remark>();
        var rows = new ArrayList<Named>();
        var headLine = 0;
        for (var grid : grids) {
            var column = grid.times();
            if (column >= 0) {
                var reader = new Reader(grid, column, told);
                rows.addAll(reader.rows());
                headLine = headLine == 0 ? reader.headLine() : headLine;
            }
        }
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var headings = new LinkedHashSet<String>();
        rows.forEach(row -> headings.addAll(row.cells().keySet()));
        return Optional.of(new Table(
                readAs,
                headLine,
                List.copyOf(headings),
                rows.stream()
                        .map(row -> new Row(
                                row.line(),
                                headings.stream()
                                        .map(heading -> row.cells().getOrDefault(heading, ""))
                                        .toList()))
                        .toList(),
                told));
    }

    /// The table as it stands, its first row being the headings; a cell that reaches down holds for each row.
    Table plain(String readAs, List<Remark> told) {
        var rows = lines.stream()
                .map(line -> new Row(
                        line.line(), line.cells().stream().map(Cell::text).toList()))
                .filter(row -> row.cells().stream().anyMatch(cell -> !cell.isEmpty()))
                .toList();
        return rows.isEmpty()
                ? new Table(readAs, 1, List.of(), List.of(), told)
                : new Table(
                        readAs, rows.getFirst().line(), rows.getFirst().cells(), rows.subList(1, rows.size()), told);
    }

    private record Named(int line, Map<String, String> cells) {}

    private int width() {
        return lines.isEmpty() ? 0 : lines.getFirst().cells().size();
    }

    /// Whether more than half of a column's cells are times.
    private boolean timesAt(int column) {
        return column < width()
                && 2 * lines.stream().filter(line -> line.cell(column).isTime()).count() > lines.size();
    }

    /// The column with the times; -1 where there is none.
    private int times() {
        var best = -1;
        var most = 0L;
        for (var column = 0; column < width(); column++) {
            var at = column;
            var count = lines.stream()
                    .map(line -> line.cell(at))
                    .filter(cell -> !cell.fromAbove() && !cell.fromLeft() && cell.isTime())
                    .count();
            if (count > most) {
                best = column;
                most = count;
            }
        }
        return best;
    }

    private static final class Reader {
        private final Grid grid;
        private final int time;
        private final List<Remark> told;
        private final int head;
        private final List<String> labels;
        private final Map<Field, Integer> places;
        private final List<Integer> lanes;
        private final Map<Integer, Named> lastInLane = new HashMap<>();
        private String day;

        Reader(Grid grid, int time, List<Remark> told) {
            this.grid = grid;
            this.time = time;
            this.told = told;
            this.day = DateWords.within(grid.day()).orElse("");
            if (!day.isEmpty()) {
                guessed(
                        grid.lines().getFirst().line(),
                        "the table is about \"%s\", as stands above it.".formatted(day));
            }
            this.head = head();
            this.labels = labels();
            this.places = places();
            this.lanes = lanes();
            withoutHeading();
        }

        private void withoutHeading() {
            for (var column = 0; column < labels.size(); column++) {
                var at = column;
                if (labels.get(column).isEmpty()) {
                    grid.lines().stream()
                            .skip(head + 1L)
                            .map(line -> line.cell(at))
                            .filter(cell -> !cell.fromLeft() && !cell.text().isEmpty())
                            .findFirst()
                            .ifPresent(cell -> told.add(new Remark(
                                    headLine(),
                                    "",
                                    Remark.Kind.UNUSED,
                                    "column %d has no heading: \"%s\" and what stands below it is not used."
                                            .formatted(at + 1, cell.oneLine()))));
                }
            }
        }

        /// What the columns hold; "Room 12" heads what goes on there, "Room" where something is.
        private Map<Field, Integer> places() {
            var found = new EnumMap<Field, Integer>(Field.class);
            found.putAll(TableProgramme.HEADINGS.places(labels));
            var room = found.get(Field.ROOM);
            if (room != null
                    && !found.containsKey(Field.TITLE)
                    && !TableProgramme.HEADINGS.isUsual(Field.ROOM, labels.get(room))) {
                found.remove(Field.ROOM);
            }
            return found;
        }

        int headLine() {
            return grid.lines().get(Math.max(head, 0)).line();
        }

        private int head() {
            var first = IntStream.range(0, grid.lines().size())
                    .filter(row -> grid.lines().get(row).cell(time).isTime())
                    .findFirst()
                    .orElse(0);
            return IntStream.iterate(first - 1, row -> row >= 0, row -> row - 1)
                    .filter(row -> grid.lines().get(row).own().size() > 1)
                    .findFirst()
                    .orElse(-1);
        }

        /// What each column is headed; numbered where two are headed the same, empty where nothing stands.
        private List<String> labels() {
            if (head < 0) {
                var plain = grid.timesAt(time + 1) ? List.of(START, END, TITLE, NOTES) : List.of(START, TITLE, NOTES);
                guessed(
                        headLine(),
                        "the table has no headings: its columns are taken for %s, in this order."
                                .formatted(String.join(", ", plain).toLowerCase(Locale.ROOT)));
                return IntStream.range(0, grid.width())
                        .mapToObj(column -> column == time
                                ? START
                                : column < time || column - time >= plain.size() ? "" : plain.get(column - time))
                        .toList();
            }
            var labels = new ArrayList<String>();
            for (var cell : grid.lines().get(head).cells()) {
                var label = cell.fromLeft() ? "" : cell.oneLine();
                labels.add(labels.contains(label) && !label.isEmpty() ? label + " " + (labels.size() + 1) : label);
            }
            if (!Integer.valueOf(time)
                    .equals(TableProgramme.HEADINGS.places(labels).get(Field.START))) {
                labels.set(time, START);
            }
            return labels;
        }

        /// The columns that each hold sessions of their own; empty where one column holds the titles.
        private List<Integer> lanes() {
            if (places.containsKey(Field.TITLE)) {
                return List.of();
            }
            var lanes = IntStream.range(0, labels.size())
                    .filter(column -> column != time && !labels.get(column).isEmpty() && !places.containsValue(column))
                    .boxed()
                    .toList();
            if (lanes.size() > 1) {
                guessed(
                        headLine(),
                        "columns %s are taken for %s."
                                .formatted(
                                        lanes.stream()
                                                .map(column -> "\"" + labels.get(column) + "\"")
                                                .collect(Collectors.joining(", ")),
                                        isDay(lanes.getFirst()) ? "days" : "rooms"));
            } else if (lanes.size() == 1) {
                guessed(headLine(), "column \"%s\" is taken for the titles.".formatted(labels.get(lanes.getFirst())));
            }
            return lanes;
        }

        private boolean isDay(int column) {
            return DateWords.within(labels.get(column)).isPresent();
        }

        List<Named> rows() {
            var rows = new ArrayList<Named>();
            for (var at = 0; at < grid.lines().size(); at++) {
                var line = grid.lines().get(at);
                if (at != head && !isBand(line, at < head)) {
                    if (lanes.isEmpty()) {
                        rows.add(ordinary(line));
                    } else {
                        rows.addAll(inLanes(at));
                    }
                }
            }
            return rows;
        }

        /// A row that names a day, or a part of the day, and no session.
        private boolean isBand(Line line, boolean aboveHead) {
            var own = line.own();
            if (own.size() != 1 || line.cell(time).isTime()) {
                return aboveHead || own.isEmpty() && line.cells().stream().noneMatch(Cell::fromAbove);
            }
            var words = own.getFirst().oneLine();
            var date = DateWords.within(words);
            if (date.isPresent()) {
                day = date.get();
                guessed(line.line(), "\"%s\" is taken for the day of what stands below.".formatted(words));
                return true;
            }
            var overAll = grid.width() > 1
                    && line.cells().stream().skip(1).allMatch(Cell::fromLeft)
                    && !TIMED.matcher(words).matches();
            if (overAll) {
                told.add(new Remark(
                        line.line(), "", Remark.Kind.UNUSED, "\"%s\" is taken for a heading.".formatted(words)));
            }
            return overAll || aboveHead;
        }

        /// "10:30 – 11:00 Coffee break", in one cell.
        private static final Pattern TIMED = Pattern.compile(
                "(?i)((?:12 )?noon|\\d{1,2}(?:\\s?[:.h]\\s?\\d{2})?\\s?(?:[ap]\\.?m\\.?)?(?:\\s?[-–—]\\s?\\d{1,2}(?:\\s?[:.h]\\s?\\d{2})?\\s?(?:[ap]\\.?m\\.?)?)?)\\s*[:–—|-]?\\s+(\\D.*)");

        private Named ordinary(Line line) {
            var cells = new LinkedHashMap<String, String>();
            var own = line.own();
            var joined = own.size() == 1 ? TIMED.matcher(own.getFirst().oneLine()) : null;
            if (joined != null
                    && joined.matches()
                    && line.cells().stream().skip(1).allMatch(Cell::fromLeft)) {
                cells.put(labels.get(time), joined.group(1));
                cells.put(labels.get(titles()), joined.group(2));
            } else {
                var title = line.cell(titles());
                var timed = line.cell(time).isTime()
                        && (!line.cell(time).fromAbove()
                                || !title.fromAbove()
                                        && !title.text().isEmpty()
                                        && !SpeakerWords.isSurelySomebody(title.text()));
                for (var column = 0; column < labels.size(); column++) {
                    var cell = line.cell(column);
                    var holds = Integer.valueOf(column).equals(places.get(Field.ROOM))
                            || Integer.valueOf(column).equals(places.get(Field.DATE))
                            || Integer.valueOf(column).equals(places.get(Field.KIND))
                            || column == time;
                    var taken = !cell.fromLeft() && (!cell.fromAbove() || holds && timed);
                    if (taken && !labels.get(column).isEmpty()) {
                        cells.put(labels.get(column), column == time ? cell.oneLine() : cell.text());
                    }
                }
            }
            return named(line.line(), cells);
        }

        private int titles() {
            return places.getOrDefault(Field.TITLE, time);
        }

        private Named named(int line, Map<String, String> cells) {
            if (!day.isEmpty()) {
                cells.putIfAbsent(DAY, day);
            }
            return new Named(line, cells);
        }

        private List<Named> inLanes(int at) {
            var line = grid.lines().get(at);
            var rows = new ArrayList<Named>();
            for (var lane : lanes) {
                var cell = line.cell(lane);
                if (cell.text().isEmpty() || cell.fromAbove() || cell.fromLeft() && !lane.equals(lanes.getFirst())) {
                    continue;
                }
                var before = lastInLane.get(lane);
                if (!line.cell(time).isTime() && before != null) {
                    before.cells().merge(TITLE, cell.text(), (one, other) -> one + "\n" + other);
                    continue;
                }
                var row = inLane(at, lane);
                rows.add(row);
                lastInLane.put(lane, row);
            }
            return rows;
        }

        private Named inLane(int at, int lane) {
            var line = grid.lines().get(at);
            var cells = new LinkedHashMap<String, String>();
            cells.put(labels.get(time), time(at, lane));
            cells.put(TITLE, line.cell(lane).text());
            var over = IntStream.range(lane + 1, grid.width())
                    .takeWhile(column -> line.cell(column).fromLeft())
                    .boxed()
                    .toList();
            var inAll = lanes.stream().allMatch(each -> each == lane || over.contains(each));
            if (isDay(lane)) {
                cells.put(DAY, DateWords.within(labels.get(lane)).orElse(""));
            } else if (!inAll) {
                cells.put(
                        ROOM,
                        Stream.concat(Stream.of(lane), over.stream())
                                .map(labels::get)
                                .filter(label -> !label.isEmpty())
                                .collect(Collectors.joining(", ")));
            }
            places.forEach((_, column) -> {
                if (column != time && !line.cell(column).text().isEmpty()) {
                    cells.putIfAbsent(labels.get(column), line.cell(column).text());
                }
            });
            return named(line.line(), cells);
        }

        /// The time of a row; of a cell that reaches over several the time of all of them.
        private String time(int at, int lane) {
            var written = grid.lines().get(at).cell(time).oneLine();
            var last = IntStream.range(at + 1, grid.lines().size())
                    .takeWhile(row -> grid.lines().get(row).cell(lane).fromAbove())
                    .max();
            var begin = TimeWords.read(written);
            var end = last.isEmpty()
                    ? Optional.<LocalTime>empty()
                    : TimeWords.read(
                                    grid.lines().get(last.getAsInt()).cell(time).oneLine())
                            .map(Reader::end);
            return begin.isPresent() && end.isPresent() ? begin.get().start() + " - " + end.get() : written;
        }

        private static @Nullable LocalTime end(TimeWords.Span span) {
            return span.end();
        }

        private void guessed(int line, String what) {
            told.add(new Remark(line, "", Remark.Kind.GUESSED, what));
        }
    }
}
