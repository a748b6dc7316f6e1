package coffeebreak.bot.files;

import coffeebreak.bot.files.BadFile.Problem;
import coffeebreak.bot.files.Headings.Heading;
import coffeebreak.bot.files.SessionCells.Field;
import coffeebreak.bot.files.SpeakerWords.Speaker;
import coffeebreak.bot.files.Table.Row;
import coffeebreak.bot.files.TimeWords.Span;
import coffeebreak.bot.importing.Proposal;
import coffeebreak.bot.importing.Remark;
import coffeebreak.bot.importing.Remark.Kind;
import coffeebreak.bot.programme.Programme;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads a programme from a table: `date,start,end,kind,title,speakers,room,notes`, in any order, with any usual
/// heading. A start and a title are all it needs.
final class TableProgramme {

    private static final Pattern DATE_AND_TIME = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./]\\d{4})(?:T| +)(\\d.*?)(Z|[+-]\\d{2}:?\\d{2})?");
    private static final Pattern HALF_NAMED = Pattern.compile("(?i)\\d\\s*[ap]\\.?\\s?m");
    private static final int LONGEST_TIME = 60;
    private static final LocalTime SMALL_HOURS = LocalTime.of(5, 0);
    private static final LocalTime EVENING = LocalTime.of(17, 0);

    private final String file;
    private final Table table;
    private final String title;
    private final Columns<Field> columns;
    private final List<Remark> remarks = new ArrayList<>();
    private final Set<Integer> offsets = new TreeSet<>();
    private final Timetable timetable = new Timetable(remarks);

    static final Headings<Field> HEADINGS = new Headings<>(
            Field.class,
            List.of(
                    new Heading<>(Field.DATE, "date|day|datum|tag|jour|fecha|data|dia", "\\bdate\\b|\\bday\\b"),
                    new Heading<>(
                            Field.START,
                            "start|start time|starts|begin|begins|from|von|beginn|debut|inicio|start at",
                            "start|begin|^times?\\b|^when$|^uhrzeit$|^zeit$|^hora$|^horaire$|^heure$"),
                    new Heading<>(
                            Field.END,
                            "end|end time|ends|to|until|till|finish|bis|ende|fin|fim|end at",
                            "\\bend\\b|finish|until"),
                    new Heading<>(Field.DURATION, "duration|length|minutes|dauer|duree|duracion", "duration|minutes"),
                    new Heading<>(
                            Field.TITLE,
                            "title|session title|talk title|event title|titel|titre|titulo",
                            "title|^(?:session|event|activity|name|what|topic|item|programme|program|talk|summary|subject)$"),
                    new Heading<>(
                            Field.KIND,
                            "kind|type|session type|category|format|event type|typ|art|tipo|genre",
                            "type|kind|format|categor"),
                    new Heading<>(
                            Field.SPEAKERS,
                            "speakers|speaker|speaker s|who|presenter|presenters|people|speaker name|speaker names|panelists|referenten|vortragende|orateurs|palestrantes",
                            "speaker|presenter|panelist|authors?$"),
                    new Heading<>(
                            Field.AFFILIATION,
                            "affiliation|affiliations|institution|institutions|speaker affiliation|university",
                            "affiliat|institution"),
                    new Heading<>(
                            Field.ROOM,
                            "room|location|venue|where|place|hall|raum|ort|salle|sala|lieu|track room",
                            "\\broom\\b|location|venue"),
                    new Heading<>(
                            Field.NOTES,
                            "notes|note|description|comment|comments|remarks|abstract|details|info|bemerkung|bemerkungen|remarques",
                            "note|comment|descri|abstract")));

    private TableProgramme(String file, Table table, String title) {
        this.file = file;
        this.table = table;
        this.title = title;
        this.columns = HEADINGS.read(table, remarks);
    }

    /// The programme in a table, as a proposal.
    ///
    /// @param title what the event is called; empty where nothing says so
    /// @throws BadFile when it is no table of sessions
    static Proposal<Programme> of(String file, Table table, String title) {
        return new TableProgramme(file, table, title).proposal();
    }

    /// A row whose times were read.
    private record Timed(
            SessionCells row,
            String date,
            LocalTime start,
            @Nullable LocalTime end) {}

    private Proposal<Programme> proposal() {
        var missing = Stream.of(Field.START, Field.TITLE)
                .filter(field -> !columns.has(field))
                .map(field -> "\"" + field.name().toLowerCase(Locale.ROOT) + "\"")
                .toList();
        if (!missing.isEmpty()) {
            throw new BadFile(
                    file,
                    List.of(new Problem(
                            table.headLine(),
                            "no column is headed %s; name it so. The headings are: %s."
                                    .formatted(String.join(" or ", missing), String.join(", ", table.headings())))));
        }
        var rows = table.rows().stream().flatMap(row -> cells(row).stream()).toList();
        var sessions = new StageRows(remarks).read(SpreadRows.gathered(rows, remarks), columns.has(Field.SPEAKERS));
        var timed = sessions.stream().flatMap(row -> timed(row).stream()).toList();
        var first = sessions(inTheDay(timed, sessions));
        if (timetable.isEmpty()) {
            throw BadFile.nothingOf(file, remarks, "there is no session in it; write one a line below the headings.");
        }
        var programme = timetable.programme(file, name(), first, null);
        remarks.add(new Remark(
                0, "", Kind.UNDERSTOOD, "%s; read as %s.".formatted(Timetable.counted(programme), table.readAs())));
        return new Proposal<>(file, programme, remarks);
    }

    private String name() {
        if (!title.isEmpty()) {
            return title;
        }
        var name = ProgrammeFile.nameOf(file);
        remark(0, Field.TITLE, Kind.GUESSED, "the event is called \"%s\", after the file.".formatted(name));
        return name;
    }

    private Optional<SessionCells> cells(Row row) {
        if (row.cells().size() > table.headings().size()
                && row.cells().subList(table.headings().size(), row.cells().size()).stream()
                        .anyMatch(cell -> !cell.isEmpty())) {
            remarks.add(new Remark(
                    row.line(),
                    "",
                    Kind.WRONG,
                    "left out: it has %d cells under %d headings; put a cell with a separator in it into quotes."
                            .formatted(row.cells().size(), table.headings().size())));
            return Optional.empty();
        }
        var words = new EnumMap<Field, String>(Field.class);
        for (var field : Field.values()) {
            words.put(field, columns.cell(row, field));
        }
        var cells = new SessionCells(row.line(), words);
        return cells.words().isEmpty() ? Optional.empty() : Optional.of(cells);
    }

    private Optional<Timed> timed(SessionCells row) {
        var whole = true;
        if (!row.has(Field.TITLE) && !row.has(Field.KIND)) {
            remark(row.line(), Field.TITLE, Kind.WRONG, "left out: it has no title; fill it in.");
            whole = false;
        }
        var written = row.cell(Field.START);
        var joined = DATE_AND_TIME.matcher(shortly(written));
        var weekday = TimeWords.weekday(shortly(written));
        var date = row.has(Field.DATE) ? row.cell(Field.DATE) : joined.matches() ? joined.group(1) : weekday;
        if (joined.matches() && joined.group(3) != null || TimeWords.namesZone(shortly(written))) {
            offsets.add(row.line());
        }
        var start = time(row, Field.START, joined.matches() ? joined.group(2) : written, whole);
        var ending = row.cell(Field.END);
        var joinedEnd = DATE_AND_TIME.matcher(shortly(ending));
        var end = ending.isEmpty()
                ? Optional.<Span>empty()
                : time(row, Field.END, joinedEnd.matches() ? joinedEnd.group(2) : ending, true);
        if (!whole || start.isEmpty() || !ending.isEmpty() && end.isEmpty()) {
            return Optional.empty();
        }
        var begin = start.get();
        return Optional.of(
                new Timed(row, date, begin.start(), end.map(Span::start).orElseGet(() -> ending(row, begin))));
    }

    /// The end that stands beside the start, or follows from how long it takes.
    private @Nullable LocalTime ending(SessionCells row, Span start) {
        if (start.end() != null || !row.has(Field.DURATION)) {
            return start.end();
        }
        var length = TimeWords.length(row.cell(Field.DURATION));
        if (length.isEmpty()) {
            remark(
                    row.line(),
                    Field.DURATION,
                    Kind.GUESSED,
                    "\"%s\" is no length of time: passed over; write it in minutes."
                            .formatted(shortly(row.cell(Field.DURATION))));
            return null;
        }
        return start.start().plus(length.get());
    }

    private static String shortly(String written) {
        return written.length() <= LONGEST_TIME ? written : written.substring(0, LONGEST_TIME) + "…";
    }

    private Optional<Span> time(SessionCells row, Field field, String written, boolean tell) {
        if (written.isEmpty()) {
            if (tell) {
                remark(row.line(), field, Kind.WRONG, "left out: it has no start; write it like 9:30.");
            }
            return Optional.empty();
        }
        var span = TimeWords.read(shortly(written));
        if (span.isEmpty()) {
            remark(
                    row.line(),
                    field,
                    Kind.WRONG,
                    "left out: \"%s\" is no time of day; write it like 9:30.".formatted(shortly(written)));
        }
        return span;
    }

    /// Where a table counts only to twelve, 1:30 is in the afternoon.
    private List<Timed> inTheDay(List<Timed> timed, List<SessionCells> rows) {
        var twelve = timed.stream()
                        .flatMap(each -> Stream.of(Optional.of(each.start()), Optional.ofNullable(each.end())))
                        .flatMap(Optional::stream)
                        .noneMatch(time -> time.getHour() > 12 || time.getHour() == 0)
                && timed.stream().anyMatch(each -> each.start().getHour() < 7)
                && timed.stream().anyMatch(each -> each.start().getHour() >= 7)
                && rows.stream()
                        .noneMatch(row -> HALF_NAMED
                                .matcher(shortly(row.cell(Field.START)) + " " + shortly(row.cell(Field.END)))
                                .find());
        if (!twelve) {
            return timed;
        }
        var moved = new TreeSet<Integer>();
        var afternoon = timed.stream()
                .map(each -> {
                    var start = each.start();
                    var end = each.end();
                    if (start.getHour() < 7) {
                        moved.add(each.row().line());
                        start = start.plusHours(12);
                    }
                    return new Timed(
                            each.row(),
                            each.date(),
                            start,
                            end == null || end.getHour() >= 7 ? end : end.plusHours(12));
                })
                .toList();
        remark(
                0,
                Field.START,
                Kind.GUESSED,
                "times before seven are taken for the afternoon, in lines %s.".formatted(numbers(moved)));
        return afternoon;
    }

    /// Adds the rows to the timetable.
    ///
    /// @return the first day; null where the table counts days or has one only
    private @Nullable LocalDate sessions(List<Timed> timed) {
        var written = timed.stream()
                .map(Timed::date)
                .filter(date -> !date.isEmpty())
                .distinct()
                .toList();
        var words = DateWords.of(written);
        if (DateWords.ambiguous(written)) {
            remark(
                    0,
                    Field.DATE,
                    Kind.GUESSED,
                    "\"%s\" is taken for %s; write dates like 2026-04-26 if it is not."
                            .formatted(
                                    written.getFirst(),
                                    words.date(written.getFirst())
                                            .map(LocalDate::toString)
                                            .orElse("")));
        }
        var first = written.stream().flatMap(date -> words.date(date).stream()).min(LocalDate::compareTo);
        var monday = written.stream()
                .flatMap(date -> DateWords.weekday(date).stream())
                .findFirst();
        var before = "";
        var last = LocalTime.MIN;
        var carried = new TreeSet<Integer>();
        for (var each : timed) {
            var date = each.date().isEmpty() ? before : each.date();
            if (each.date().isEmpty() && !before.isEmpty()) {
                carried.add(each.row().line());
            }
            var day = date.isEmpty()
                    ? Optional.of(0)
                    : words.date(date)
                            .map(known -> (int) ChronoUnit.DAYS.between(first.orElse(known), known))
                            .or(() -> DateWords.number(date).map(number -> number - 1))
                            .or(() -> DateWords.weekday(date)
                                    .map(weekday -> Math.floorMod(
                                            weekday.getValue()
                                                    - monday.orElse(weekday).getValue(),
                                            7)));
            if (day.isEmpty()) {
                remark(
                        each.row().line(),
                        Field.DATE,
                        Kind.WRONG,
                        "left out: \"%s\" is no date; write it like 2026-04-26.".formatted(date));
            } else if (day.get() >= Timetable.MOST_DAYS) {
                remark(
                        each.row().line(),
                        Field.DATE,
                        Kind.WRONG,
                        "left out: \"%s\" is more than %d days after the first; correct it."
                                .formatted(date, Timetable.MOST_DAYS));
            } else if (date.equals(before) && each.start().isBefore(SMALL_HOURS) && !last.isBefore(EVENING)) {
                remark(
                        each.row().line(),
                        Field.START,
                        Kind.GUESSED,
                        "it begins at %s, below one that begins at %s: taken for the night after."
                                .formatted(each.start(), last));
                session(each, day.get() + 1);
            } else {
                last = each.start();
                session(each, day.get());
            }
            before = date;
        }
        if (!carried.isEmpty()) {
            remark(
                    0,
                    Field.DATE,
                    Kind.GUESSED,
                    "no date is given in lines %s: taken from the line above.".formatted(numbers(carried)));
        }
        if (!offsets.isEmpty()) {
            remark(
                    0,
                    Field.START,
                    Kind.GUESSED,
                    "times with a zone or a distance from UTC are taken as the venue's clock shows them, in lines %s."
                            .formatted(numbers(offsets)));
        }
        return first.orElse(null);
    }

    private static String numbers(Set<Integer> lines) {
        return lines.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private void session(Timed timed, int day) {
        var row = timed.row();
        var kind = row.cell(Field.KIND);
        var heading = row.cell(Field.TITLE).replaceAll("\\s+", " ");
        var end = timed.end();
        if (end != null && !end.isAfter(timed.start())) {
            if (end.isBefore(SMALL_HOURS) && !timed.start().isBefore(EVENING)) {
                remark(row.line(), Field.END, Kind.GUESSED, "it ends after midnight: taken without an end.");
                end = null;
            } else {
                remark(
                        row.line(),
                        Field.END,
                        Kind.WRONG,
                        "left out: it ends at %s, which is not after its start at %s.".formatted(end, timed.start()));
                return;
            }
        }
        timetable.add(new Timetable.Entry(
                row.line(),
                day,
                timed.start(),
                end,
                kind,
                heading.isEmpty() ? kind : heading,
                speakers(row),
                row.cell(Field.ROOM).replaceAll("\\s+", " "),
                row.cell(Field.NOTES)));
    }

    private List<Speaker> speakers(SessionCells row) {
        var read = SpeakerWords.read(row.cell(Field.SPEAKERS));
        if (!read.guess().isEmpty()) {
            remark(row.line(), Field.SPEAKERS, Kind.GUESSED, read.guess());
        }
        var affiliations = Columns.split(row.cell(Field.AFFILIATION), ";|\n");
        var speakers = read.speakers();
        if (affiliations.isEmpty()) {
            return speakers;
        }
        if (affiliations.size() != speakers.size()) {
            remark(
                    row.line(),
                    Field.AFFILIATION,
                    Kind.GUESSED,
                    "%d affiliations for %d people: taken without them; separate both by semicolons."
                            .formatted(affiliations.size(), speakers.size()));
            return speakers;
        }
        var affiliated = new ArrayList<Speaker>();
        for (var i = 0; i < speakers.size(); i++) {
            var speaker = speakers.get(i);
            affiliated.add(new Speaker(
                    speaker.name(),
                    Stream.concat(speaker.affiliations().stream(), Stream.of(affiliations.get(i)))
                            .toList(),
                    speaker.role()));
        }
        return affiliated;
    }

    private void remark(int line, Field field, Kind kind, String what) {
        remarks.add(new Remark(line, line == 0 ? "" : columns.heading(field), kind, what));
    }
}
