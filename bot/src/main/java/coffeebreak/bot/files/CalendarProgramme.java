package coffeebreak.bot.files;

import coffeebreak.bot.files.BadFile.Problem;
import coffeebreak.bot.importing.Proposal;
import coffeebreak.bot.importing.Remark;
import coffeebreak.bot.importing.Remark.Kind;
import coffeebreak.bot.programme.Fact;
import coffeebreak.bot.programme.Programme;
import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import org.jspecify.annotations.Nullable;

/// Reads a programme from a calendar (iCalendar, RFC 5545). Each event is read by itself, so that one that is broken is
/// told with its line and does not hide the others.
final class CalendarProgramme {

    private static final LocalTime SMALL_HOURS = LocalTime.of(5, 0);
    private static final int LONGEST_REPETITION = 60;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final Pattern ON_STAGE = Pattern.compile(
            "(?i)\\s*(?:invited |keynote )?(?:speakers?|presenters?|panel+ists?|moderators?|(?:session )?chairs?)\\s*:.+");

    /// "/vendor.org/20260101_1/Europe/Berlin", which some programs write before the zone's own name.
    private static final Pattern VENDORS_ZONE =
            Pattern.compile("TZID([=:])\"?/[^:;\"\r\n]*?/([A-Z]\\w+/[A-Z]\\w+(?:/[A-Z]\\w+)?)\"?(?=[:;\r\n])");

    private final String file;
    private final List<Remark> remarks = new ArrayList<>();
    private final Timetable timetable = new Timetable(remarks);
    private final List<Event> events = new ArrayList<>();
    private final List<String> zones = new ArrayList<>();
    private String calendarName = "";
    private String calendarZone = "";
    private boolean inUtc;

    private CalendarProgramme(String file) {
        this.file = file;
    }

    /// @param zone where the venue's clocks stand; null for what the calendar says
    /// @throws BadFile when it is no calendar, or there is no session in it
    static Proposal<Programme> parse(String file, String text, @Nullable ZoneId zone) {
        return new CalendarProgramme(file).proposal(text, zone);
    }

    /// An event as it stands in the file, and the line where it begins.
    private record Event(int line, VEvent event) {
        Optional<String> words(String property) {
            return event.<Property>getProperty(property).map(Property::getValue).map(String::strip);
        }

        boolean has(String property) {
            return event.getProperty(property).isPresent();
        }

        boolean repeats() {
            return has(Property.RRULE) || has(Property.RDATE);
        }
    }

    /// When an event takes place, once.
    private record Once(Event of, Temporal start, @Nullable Temporal end) {}

    private Proposal<Programme> proposal(String text, @Nullable ZoneId given) {
        split(text);
        var venue = given == null ? zone() : given;
        var all = once();
        var untimed = new ArrayList<Once>();
        var timed = new ArrayList<Once>();
        for (var each : all) {
            (each.start() instanceof LocalDate ? untimed : timed).add(each);
        }
        var days = timed.stream()
                .map(each -> wall(each.start(), venue).toLocalDate())
                .sorted()
                .toList();
        var first = days.isEmpty() ? null : days.getFirst();
        timed.sort(Comparator.comparing(each -> wall(each.start(), venue)));
        for (var each : timed) {
            session(each, first, venue);
        }
        untimed.forEach(each -> statement(each, (LocalDate) each.start(), lastDay(each)));
        if (timetable.isEmpty()) {
            throw BadFile.nothingOf(
                    file, remarks, "there is no event with a time of day in it; export the calendar once more.");
        }
        var zone = venue == null && inUtc ? ZoneOffset.UTC : venue;
        if (venue == null) {
            remark(
                    0,
                    Kind.GUESSED,
                    inUtc
                            ? "the calendar names no zone, so times are UTC; name the venue's zone when you use it."
                            : "the calendar names no zone that is known here; its times are taken as the venue's.");
        }
        var name = calendarName.isEmpty() ? ProgrammeFile.nameOf(file) : calendarName;
        if (calendarName.isEmpty()) {
            remark(0, Kind.GUESSED, "the event is called \"%s\", after the file.".formatted(name));
        }
        var programme = timetable.programme(file, name, first, zone);
        remark(
                0,
                Kind.UNDERSTOOD,
                "%s, %d statements; read as iCalendar, the venue's zone is %s."
                        .formatted(
                                Timetable.counted(programme),
                                programme.facts().size(),
                                zone == null ? "not known" : zone));
        return new Proposal<>(file, programme, remarks);
    }

    /// Takes the file apart into its events, each with the time zones of all.
    private void split(String text) {
        var lines = VENDORS_ZONE
                .matcher(text.replaceFirst("^\uFEFF", ""))
                .replaceAll("TZID$1$2")
                .split("\r\n|\r|\n", -1);
        if (!lines[0].strip().equalsIgnoreCase("BEGIN:VCALENDAR")) {
            throw new BadFile(
                    file, List.of(new Problem(1, "this is no calendar; its first line must be BEGIN:VCALENDAR.")));
        }
        var blocks = new ArrayList<List<String>>();
        var starts = new ArrayList<Integer>();
        var timeZones = new ArrayList<String>();
        var inside = "";
        for (var number = 1; number <= lines.length; number++) {
            var line = lines[number - 1];
            var upper = line.strip().toUpperCase(Locale.ROOT);
            if (inside.isEmpty() && upper.startsWith("BEGIN:V") && !upper.equals("BEGIN:VCALENDAR")) {
                inside = upper.substring("BEGIN:".length());
                if (inside.equals("VEVENT")) {
                    blocks.add(new ArrayList<>());
                    starts.add(number);
                }
            }
            switch (inside) {
                case "" -> heading(line);
                case "VEVENT" -> blocks.getLast().add(line);
                case "VTIMEZONE" -> timeZones.add(line);
                default -> {
                    // Tasks and journals are no sessions.
                }
            }
            if (upper.equals("END:" + inside)) {
                inside = "";
            }
        }
        for (var i = 0; i < blocks.size(); i++) {
            read(starts.get(i), timeZones, blocks.get(i));
        }
    }

    private void heading(String line) {
        var words = line.replaceFirst("^[^:]*:", "")
                .replaceAll("\\\\([,;\\\\])", "$1")
                .strip();
        if (line.matches("(?i)(?:X-WR-CALNAME|NAME)[:;].*") && calendarName.isEmpty()) {
            calendarName = words;
        } else if (line.matches("(?i)X-WR-TIMEZONE[:;].*")) {
            calendarZone = words;
        }
    }

    private void read(int line, List<String> timeZones, List<String> block) {
        var alone = new ArrayList<>(List.of("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//coffeebreak//one event//EN"));
        alone.addAll(timeZones);
        alone.addAll(block);
        alone.add("END:VCALENDAR");
        try {
            var calendar = new CalendarBuilder().build(new StringReader(String.join("\r\n", alone) + "\r\n"));
            for (var component : calendar.getComponents()) {
                if (component instanceof VEvent event) {
                    event(new Event(line, event));
                }
            }
        } catch (ParserException | IOException | RuntimeException broken) {
            unreadable(line, broken);
        }
    }

    private void unreadable(int line, Exception broken) {
        Throwable cause = broken;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        remark(
                line,
                Kind.WRONG,
                "left out: this event cannot be read: %s; correct it."
                        .formatted(String.valueOf(cause.getMessage())
                                .lines()
                                .findFirst()
                                .orElse("")
                                .replaceFirst("^Error at line \\d+:", "")
                                .replaceFirst("[.;]$", "")));
    }

    private void event(Event event) {
        var title = event.words(Property.SUMMARY).orElse("");
        if (event.words(Property.STATUS).orElse("").equalsIgnoreCase("CANCELLED")) {
            remark(event.line(), Kind.UNUSED, "\"%s\" is cancelled: not taken.".formatted(title));
            // Kept all the same: it may take the place of one of several.
        } else if (event.words(Property.CLASS).orElse("").matches("(?i)PRIVATE|CONFIDENTIAL")) {
            remark(event.line(), Kind.UNUSED, "an event is marked private: not taken.");
            return;
        } else if (title.isEmpty()) {
            remark(event.line(), Kind.WRONG, "left out: this event has no SUMMARY; give it a title.");
            return;
        }
        if (!event.has(Property.DTSTART)) {
            remark(event.line(), Kind.WRONG, "left out: \"%s\" has no DTSTART; say when it starts.".formatted(title));
            return;
        }
        event.event()
                .<Property>getProperty(Property.DTSTART)
                .flatMap(property -> property.<Parameter>getParameter(Parameter.TZID))
                .ifPresent(zone -> zones.add(zone.getValue()));
        Temporal start;
        try {
            start = date(event, Property.DTSTART);
            end(event);
            if (event.has(Property.RECURRENCE_ID)) {
                date(event, Property.RECURRENCE_ID);
            }
        } catch (RuntimeException unknownZone) {
            unreadable(event.line(), unknownZone);
            return;
        }
        inUtc |= start instanceof Instant || start instanceof OffsetDateTime;
        events.add(event);
    }

    /// The zone the calendar names; else the one most of its events name.
    private @Nullable ZoneId zone() {
        var named = zoneOf(calendarZone);
        return named.isPresent()
                ? named.get()
                : zones.stream()
                        .flatMap(zone -> zoneOf(zone).stream())
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                        .entrySet()
                        .stream()
                        .max(Comparator.comparingLong(entry -> entry.getValue()))
                        .map(entry -> entry.getKey())
                        .orElse(null);
    }

    /// "Europe/Berlin", or as Windows has it "W. Europe Standard Time".
    private static Optional<ZoneId> zoneOf(String written) {
        var name = written.replace("\"", "").strip();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        var known = TimeZoneRegistryFactory.getInstance().createRegistry().getTimeZone(name);
        for (var candidate : List.of(name, known == null ? name : known.getID())) {
            try {
                return Optional.of(ZoneId.of(candidate));
            } catch (DateTimeException none) {
                // The next may be one.
            }
        }
        return Optional.empty();
    }

    /// Every event as often as it takes place.
    private List<Once> once() {
        var instead = new HashSet<String>();
        events.stream()
                .filter(event -> event.has(Property.RECURRENCE_ID))
                .forEach(event -> instead.add(occurrence(event, date(event, Property.RECURRENCE_ID))));
        var all = new ArrayList<Once>();
        var endless = new ArrayList<Event>();
        for (var event : events) {
            if (event.words(Property.STATUS).orElse("").equalsIgnoreCase("CANCELLED")) {
                continue;
            }
            if (!event.repeats()) {
                all.add(new Once(event, date(event, Property.DTSTART), end(event)));
            } else if (isEndless(event)) {
                endless.add(event);
            } else {
                all.addAll(repeated(event, instead, null));
            }
        }
        var last = all.stream()
                .map(each -> day(each.start()))
                .max(Comparator.naturalOrder())
                .orElse(null);
        for (var event : endless) {
            var until = last == null ? day(date(event, Property.DTSTART)) : last;
            remark(
                    event.line(),
                    Kind.GUESSED,
                    "\"%s\" is repeated without an end: taken up to the last day, %s."
                            .formatted(event.words(Property.SUMMARY).orElse(""), until));
            all.addAll(repeated(event, instead, until));
        }
        return all;
    }

    private static boolean isEndless(Event event) {
        var rule = event.words(Property.RRULE).orElse("COUNT").toUpperCase(Locale.ROOT);
        return !rule.contains("COUNT") && !rule.contains("UNTIL");
    }

    private List<Once> repeated(Event event, Set<String> instead, @Nullable LocalDate until) {
        var start = date(event, Property.DTSTART);
        var horizon = new Period<Temporal>(start, start.plus(LONGEST_REPETITION, ChronoUnit.DAYS));
        try {
            return event.event().<Temporal>calculateRecurrenceSet(horizon).stream()
                    .filter(period -> !instead.contains(occurrence(event, period.getStart())))
                    .filter(period -> until == null || !day(period.getStart()).isAfter(until))
                    .map(period -> new Once(event, period.getStart(), end(event) == null ? null : period.getEnd()))
                    .toList();
        } catch (RuntimeException unclear) {
            unreadable(event.line(), unclear);
            return List.of();
        }
    }

    private static String occurrence(Event event, Temporal start) {
        return event.words(Property.UID).orElse("") + " "
                + (start instanceof ZonedDateTime zoned ? zoned.toInstant() : start);
    }

    private static Temporal date(Event event, String property) {
        return event.event()
                .<net.fortuna.ical4j.model.property.DateProperty<Temporal>>getProperty(property)
                .orElseThrow()
                .getDate();
    }

    private static @Nullable Temporal end(Event event) {
        return event.has(Property.DTEND) || event.has(Property.DURATION)
                ? event.event()
                        .<Temporal>getEndDate(true)
                        .map(end -> end.getDate())
                        .orElse(null)
                : null;
    }

    private static LocalDate day(Temporal time) {
        return time instanceof LocalDate date ? date : wall(time, null).toLocalDate();
    }

    private static LocalDateTime wall(Temporal time, @Nullable ZoneId venue) {
        return switch (time) {
            case ZonedDateTime zoned -> (venue == null ? zoned : zoned.withZoneSameInstant(venue)).toLocalDateTime();
            case OffsetDateTime offset ->
                offset.atZoneSameInstant(venue == null ? ZoneOffset.UTC : venue).toLocalDateTime();
            case Instant instant -> LocalDateTime.ofInstant(instant, venue == null ? ZoneOffset.UTC : venue);
            case LocalDateTime floating -> floating;
            default -> LocalDate.from(time).atStartOfDay();
        };
    }

    /// The last day of an event of whole days; the calendar names the one after it.
    private static @Nullable LocalDate lastDay(Once event) {
        return event.end() instanceof LocalDate after && after.minusDays(1).isAfter((LocalDate) event.start())
                ? after.minusDays(1)
                : null;
    }

    /// What has no time of day, or takes several days, is no session: it is kept as a statement.
    private void statement(Once event, LocalDate from, @Nullable LocalDate until) {
        var title = event.of().words(Property.SUMMARY).orElse("");
        timetable.add(new Fact(
                timetable.id("fact " + title),
                "%s: %s%s.".formatted(title, DATE.format(from), until == null ? "" : " to " + DATE.format(until)),
                List.of(title),
                from,
                until));
        remark(
                event.of().line(),
                Kind.GUESSED,
                "\"%s\" takes whole days: kept as a statement, not as a session.".formatted(title));
    }

    private void session(Once event, @Nullable LocalDate first, @Nullable ZoneId venue) {
        var of = event.of();
        var title = of.words(Property.SUMMARY).orElse("").replaceAll("\\s+", " ");
        var start = wall(event.start(), venue);
        var end = event.end() == null ? null : wall(event.end(), venue);
        if (end != null && end.isBefore(start)) {
            remark(
                    of.line(),
                    Kind.WRONG,
                    "left out: \"%s\" ends at %s, which is before its start at %s.".formatted(title, end, start));
            return;
        }
        if (end != null && end.toLocalDate().isAfter(start.toLocalDate())) {
            if (end.isAfter(start.toLocalDate().plusDays(1).atTime(SMALL_HOURS))) {
                statement(event, start.toLocalDate(), end.toLocalDate());
                return;
            }
            remark(of.line(), Kind.GUESSED, "\"%s\" ends after midnight: taken without an end.".formatted(title));
            end = null;
        }
        var description = description(of);
        var onStage = SpeakerWords.read(description.stream()
                .filter(line -> ON_STAGE.matcher(line).matches())
                .map(String::strip)
                .collect(Collectors.joining("; ")));
        if (!onStage.guess().isEmpty()) {
            remark(of.line(), Kind.GUESSED, onStage.guess());
        }
        timetable.add(new Timetable.Entry(
                of.line(),
                first == null ? 0 : (int) ChronoUnit.DAYS.between(first, start.toLocalDate()),
                start.toLocalTime(),
                end == null || end.equals(start) ? null : end.toLocalTime(),
                kind(of),
                title,
                onStage.speakers(),
                of.words(Property.LOCATION).orElse("").replaceAll("\\s+", " "),
                description.stream()
                        .filter(line -> !ON_STAGE.matcher(line).matches())
                        .collect(Collectors.joining(" "))
                        .strip()));
    }

    /// The lines of the description, without markup and without links: those of video calls are for whoever is invited.
    private List<String> description(Event event) {
        var text = event.words(Property.DESCRIPTION)
                .orElse("")
                .replaceAll("(?i)<br\\s*/?>|</p>|</li>|</div>", "\n")
                .replaceAll("<[^<>]+>", "")
                .replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
        var lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (lines.stream().anyMatch(line -> line.contains("://"))) {
            remark(event.line(), Kind.UNUSED, "links in the description are not taken.");
        }
        return lines.stream().filter(line -> !line.contains("://")).toList();
    }

    /// The first category that is a kind of session; calendars use categories for much else.
    private static String kind(Event event) {
        return event.event().<Property>getProperties(Property.CATEGORIES).stream()
                .flatMap(categories -> Columns.split(categories.getValue(), ",").stream())
                .filter(category -> KindWords.named(category)
                        .or(() -> KindWords.in(category))
                        .isPresent())
                .findFirst()
                .orElse("");
    }

    private void remark(int line, Kind kind, String what) {
        remarks.add(new Remark(line, "", kind, what));
    }
}
