package coffeebreak.bot.files;

import coffeebreak.bot.files.SpeakerWords.Speaker;
import coffeebreak.bot.files.Table.Row;
import coffeebreak.bot.importing.Proposal;
import coffeebreak.bot.importing.Remark;
import coffeebreak.bot.importing.Remark.Kind;
import coffeebreak.bot.programme.Programme;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/// Reads what conference systems export: the schedule that pentabarf, frab and pretalx write as XML and JSON, pretalx's
/// data for its widget and the answers of its API, and lists of sessions, which are read as tables.
final class ScheduleExport {

    private static final LocalTime SMALL_HOURS = LocalTime.of(5, 0);
    private static final String NEEDED =
            "this is no schedule that is known here; export frab's or pretalx's schedule, or a list of sessions with \"start\" and \"title\".";

    private final String file;
    private final List<Remark> remarks = new ArrayList<>();
    private final Timetable timetable = new Timetable(remarks);
    private final List<Slot> slots = new ArrayList<>();
    private @Nullable ZoneId zone;
    private String name = "";

    private ScheduleExport(String file, @Nullable ZoneId zone) {
        this.file = file;
        this.zone = zone;
    }

    /// @param zone where the venue's clocks stand; null for what the file says
    /// @throws BadFile when there is no session in it
    static Proposal<Programme> xml(String file, String text, @Nullable ZoneId zone) {
        var tree = Tree.xml(file, text);
        if (!tree.has("schedule")) {
            throw new BadFile(file, List.of(new BadFile.Problem(1, NEEDED)));
        }
        return new ScheduleExport(file, zone).schedule(tree.one("schedule"), "a schedule in XML");
    }

    /// @param zone where the venue's clocks stand; null for what the file says
    /// @throws BadFile when there is no session in it
    static Proposal<Programme> json(String file, String text, @Nullable ZoneId zone) {
        var top = Tree.json(file, text);
        var tree = top.one("");
        var reader = new ScheduleExport(file, zone);
        if (tree.at("schedule", "conference").isPresent()) {
            return reader.schedule(tree.one("schedule"), "a schedule in JSON");
        }
        if (tree.at("conference", "days").isPresent()) {
            return reader.schedule(tree, "a schedule in JSON");
        }
        if (tree.has("talks") && tree.has("rooms")) {
            return reader.widget(tree);
        }
        var rows = Stream.of("results", "slots", "sessions", "talks", "events", "schedule", "programme", "program", "")
                .flatMap(key -> (key.isEmpty() ? top : tree)
                        .all(key).stream().filter(row -> !row.parts().isEmpty()).map(row -> Map.entry(key, row)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        java.util.LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())))
                .values()
                .stream()
                .findFirst()
                .orElse(List.of());
        if (rows.stream()
                .anyMatch(row -> row.one("slots").has("start")
                        || row.one("slot").has("start")
                        || row.has("submission") && row.has("start"))) {
            return reader.answer(rows);
        }
        var keys = Tree.keys(rows);
        if (rows.isEmpty() || keys.size() > Table.MOST_COLUMNS) {
            throw new BadFile(file, List.of(new BadFile.Problem(1, NEEDED)));
        }
        return TableProgramme.of(
                file,
                new Table(
                        "a list in JSON",
                        rows.getFirst().line(),
                        List.copyOf(keys),
                        rows.stream()
                                .map(row -> row(file, row, List.copyOf(keys)))
                                .toList(),
                        List.of()),
                "");
    }

    private static Row row(String file, Tree row, List<String> keys) {
        var read = new Row(
                row.line(),
                keys.stream()
                        .map(key -> row.all(key).stream()
                                .map(cell -> cell.parts().isEmpty() ? cell.said() : named(cell))
                                .filter(words -> !words.isEmpty())
                                .collect(Collectors.joining("; ")))
                        .toList());
        Table.refuseTooMuch(file, read, 1);
        return read;
    }

    private static String named(Tree cell) {
        var words = cell.words("public_name", "full_public_name", "fullName", "name", "title");
        return words.isEmpty() ? cell.said() : words;
    }

    /// A session, before it is known which day is the first.
    private record Slot(
            int line,
            LocalDateTime start,
            @Nullable LocalDateTime end,
            String kind,
            String title,
            List<Speaker> speakers,
            String room,
            String note) {}

    private Proposal<Programme> schedule(Tree schedule, String readAs) {
        var conference = schedule.one("conference");
        name = conference.words("title", "acronym");
        zone(conference.words("time_zone_name", "timezone"));
        for (var day : Stream.concat(schedule.all("day").stream(), conference.all("days").stream())
                .filter(day -> day.has("date"))
                .toList()) {
            day.all("room").forEach(room -> room.all("event").forEach(event -> event(day, room.words("name"), event)));
            day.all("rooms")
                    .forEach(rooms -> rooms.parts()
                            .forEach((room, events) -> events.forEach(event -> {
                                if (event.has("title") || event.has("start")) {
                                    event(day, room, event);
                                }
                            })));
        }
        if (slots.stream().noneMatch(ScheduleExport::isRest)) {
            remark(
                    0,
                    Kind.GUESSED,
                    "there is no break in it; pretalx leaves breaks out of this export, and has them in the data of its widget"
                            + " (schedule/widgets/schedule.json).");
        }
        return proposal(readAs);
    }

    private void event(Tree day, String room, Tree event) {
        var title = event.words("title");
        var written = event.words("start");
        var at = dateTime(event.words("date"));
        var clock = TimeWords.read(written.length() > 20 ? "" : written).map(TimeWords.Span::start);
        var of = at.map(OffsetDateTime::toLocalDate).or(() -> date(day.words("date")));
        if (title.isEmpty() || of.isEmpty() || clock.isEmpty() && at.isEmpty()) {
            remark(
                    event.line(),
                    Kind.WRONG,
                    title.isEmpty()
                            ? "left out: an event has no title%s; give it one.".formatted(numbered(event))
                            : "left out: \"%s\" has no start that can be read; write it like 09:30.".formatted(title));
            return;
        }
        var time = clock.orElseGet(() -> at.orElseThrow().toLocalTime());
        var start = of.get().atTime(time);
        if (at.isEmpty() && time.isBefore(SMALL_HOURS) && !dayBegins(day).isBefore(SMALL_HOURS.minusHours(1))) {
            start = start.plusDays(1);
        }
        var said = event.words("room");
        slot(
                event,
                start,
                TimeWords.length(event.words("duration")).map(start::plus).orElse(null),
                event.words("type"),
                persons(event),
                said.isEmpty() ? room : said);
    }

    private static String numbered(Tree event) {
        var id = event.words("id", "code", "guid");
        return id.isEmpty() ? "" : " (id " + id + ")";
    }

    /// Until then a night belongs to the day before; frab's own custom where nothing is said.
    private static LocalTime dayBegins(Tree day) {
        return dateTime(day.words("start", "day_start"))
                .map(OffsetDateTime::toLocalTime)
                .orElse(SMALL_HOURS);
    }

    private void slot(
            Tree of,
            LocalDateTime start,
            @Nullable LocalDateTime end,
            String kind,
            List<Speaker> speakers,
            String room) {
        var title = title(of).replaceAll("\\s+", " ");
        // Systems know only talks, so that a break is entered as one.
        var rest = speakers.isEmpty()
                && KindWords.in(title).filter(each -> each.nature().rest()).isPresent();
        slots.add(new Slot(
                of.line(),
                start,
                end,
                rest ? "" : kind.replaceAll("\\s+", " "),
                title,
                speakers,
                room.replaceAll("\\s+", " "),
                plain(of.words("subtitle", "abstract", "description"))));
    }

    /// A break of pretalx's schedule has a description alone.
    private static String title(Tree of) {
        return of.has("submission") || of.has("title") || of.has("persons")
                ? of.words("title")
                : of.words("description");
    }

    private static String plain(String note) {
        return note.contains("<") ? Jsoup.parse(note).text() : note;
    }

    private List<Speaker> persons(Tree of) {
        var all = Stream.concat(
                        of.all("persons").stream()
                                .flatMap(persons ->
                                        persons.has("person") ? persons.all("person").stream() : Stream.of(persons)),
                        of.all("speakers").stream())
                .map(ScheduleExport::named)
                .filter(words -> !words.isEmpty())
                .toList();
        return speakers(of.line(), all);
    }

    private List<Speaker> speakers(int line, List<String> names) {
        var speakers = new ArrayList<Speaker>();
        for (var each : names) {
            var read = SpeakerWords.read(each.length() > 400 ? each.substring(0, 400) : each);
            if (!read.guess().isEmpty()) {
                remark(line, Kind.GUESSED, read.guess());
            }
            speakers.addAll(read.speakers());
        }
        return speakers;
    }

    /// pretalx's own data for its widget: everything by numbers, breaks without a submission and in UTC.
    private Proposal<Programme> widget(Tree tree) {
        zone(tree.words("timezone"));
        name = tree.words("event", "name", "title");
        var rooms = byId(tree.all("rooms"), "id");
        var people = byId(tree.all("speakers"), "code");
        for (var talk : tree.all("talks")) {
            if (!talk.words("slot_type").equals("blocker")) {
                var codes = talk.all("speakers").stream().map(Tree::said).toList();
                stamped(
                        talk,
                        talk,
                        talk.words("submission_type", "type"),
                        speakers(
                                talk.line(),
                                codes.stream()
                                        .map(code -> people.getOrDefault(code, code))
                                        .toList()),
                        rooms.getOrDefault(talk.words("room"), ""));
            }
        }
        return proposal("pretalx's data for its widget");
    }

    private static Map<String, String> byId(List<Tree> all, String id) {
        var names = new HashMap<String, String>();
        all.forEach(each -> names.putIfAbsent(each.words(id), each.words("name")));
        return names;
    }

    /// What pretalx's API answers: submissions with their slots, or slots with their submission.
    private Proposal<Programme> answer(List<Tree> rows) {
        for (var row : rows) {
            var submission =
                    row.has("submission") && !row.one("submission").parts().isEmpty() ? row.one("submission") : row;
            var state = submission.words("state");
            var title = submission.words("title");
            if (!state.isEmpty() && !state.matches("confirmed|accepted")) {
                remark(row.line(), Kind.UNUSED, "\"%s\" is %s: not taken.".formatted(title, state));
                continue;
            }
            var times = Stream.concat(row.all("slots").stream(), row.all("slot").stream())
                    .filter(slot -> slot.has("start"))
                    .toList();
            for (var slot : times.isEmpty() ? List.of(row) : times) {
                var room = slot.one("room");
                stamped(
                        submission,
                        slot,
                        named(submission.one("submission_type")),
                        persons(submission),
                        room.has("name") ? room.words("name") : room.said());
            }
        }
        return proposal("an answer of pretalx's API");
    }

    private void stamped(Tree of, Tree times, String kind, List<Speaker> speakers, String room) {
        var start = dateTime(times.words("start")).map(this::wall);
        var title = title(of);
        if (title.isEmpty() && !of.words("submission").isEmpty()) {
            remark(
                    times.line(),
                    Kind.WRONG,
                    "left out: \"%s\" is a code alone; fetch the answer with expand=slots.submission,slots.room."
                            .formatted(of.words("submission")));
            return;
        }
        if (title.isEmpty() || start.isEmpty()) {
            var unplaced = !title.isEmpty() && times.words("start").isEmpty();
            remark(
                    times.line(),
                    unplaced ? Kind.UNUSED : Kind.WRONG,
                    unplaced
                            ? "\"%s\" has no time yet: not taken.".formatted(title)
                            : title.isEmpty()
                                    ? "left out: this slot has no title; give it one."
                                    : "left out: \"%s\" is no time; export the schedule once more."
                                            .formatted(times.words("start")));
            return;
        }
        var end = dateTime(times.words("end"))
                .map(this::wall)
                .or(() -> TimeWords.length(of.words("duration")).map(start.get()::plus));
        slot(of, start.get(), end.orElse(null), kind, speakers, room);
    }

    private LocalDateTime wall(OffsetDateTime time) {
        return zone == null
                ? time.toLocalDateTime()
                : time.atZoneSameInstant(zone).toLocalDateTime();
    }

    private static boolean isRest(Slot slot) {
        return KindWords.in(slot.title()).or(() -> KindWords.named(slot.kind())).stream()
                .anyMatch(kind -> kind.nature().rest());
    }

    private Proposal<Programme> proposal(String readAs) {
        slots.sort(Comparator.comparing(Slot::start));
        var first = slots.isEmpty() ? null : slots.getFirst().start().toLocalDate();
        for (var slot : slots) {
            entry(slot, first);
        }
        if (timetable.isEmpty()) {
            throw BadFile.nothingOf(file, remarks, "there is no session in it; release the schedule, then export it.");
        }
        if (name.isEmpty()) {
            name = ProgrammeFile.nameOf(file);
            remark(0, Kind.GUESSED, "the event is called \"%s\", after the file.".formatted(name));
        }
        var programme = timetable.programme(file, name, first, zone);
        remark(
                0,
                Kind.UNDERSTOOD,
                "%s; read as %s, the venue's zone is %s."
                        .formatted(Timetable.counted(programme), readAs, zone == null ? "not known" : zone));
        return new Proposal<>(file, programme, remarks);
    }

    private void entry(Slot slot, @Nullable LocalDate first) {
        var start = slot.start();
        var end = slot.end();
        var day = first == null ? 0 : ChronoUnit.DAYS.between(first, start.toLocalDate());
        if (day >= Timetable.MOST_DAYS) {
            remark(
                    slot.line(),
                    Kind.WRONG,
                    "left out: \"%s\" is on %s, more than %d days after the first; correct it."
                            .formatted(slot.title(), start.toLocalDate(), Timetable.MOST_DAYS));
            return;
        }
        if (end != null && end.isBefore(start)) {
            remark(
                    slot.line(),
                    Kind.WRONG,
                    "left out: \"%s\" ends at %s, which is before its start at %s."
                            .formatted(slot.title(), end, start));
            return;
        }
        if (end != null && end.toLocalDate().isAfter(start.toLocalDate())) {
            remark(
                    slot.line(),
                    Kind.GUESSED,
                    "\"%s\" ends after midnight: taken without an end.".formatted(slot.title()));
            end = null;
        }
        timetable.add(new Timetable.Entry(
                slot.line(),
                (int) day,
                start.toLocalTime(),
                end == null || end.equals(start) ? null : end.toLocalTime(),
                slot.kind(),
                slot.title(),
                slot.speakers(),
                slot.room(),
                slot.note()));
    }

    private void zone(String written) {
        if (zone != null || written.isEmpty()) {
            return;
        }
        try {
            zone = ZoneId.of(written);
        } catch (DateTimeException unknown) {
            remark(0, Kind.GUESSED, "\"%s\" is no time zone that is known here: passed over.".formatted(written));
        }
    }

    private static Optional<OffsetDateTime> dateTime(String written) {
        return parsed(written, OffsetDateTime::parse);
    }

    private static Optional<LocalDate> date(String written) {
        return parsed(written, words -> LocalDate.parse(words.length() > 10 ? words.substring(0, 10) : words));
    }

    private static <T> Optional<T> parsed(String written, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(written));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private void remark(int line, Kind kind, String what) {
        remarks.add(new Remark(line, "", kind, what));
    }
}
