package coffeebreak.bot.answers;

import coffeebreak.bot.answers.Query.Relation;
import coffeebreak.bot.answers.Query.Selection;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.ProgrammePerson;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Pieces of sentences that several answers share: times at the venue with the asker's own beside them, spans, sessions
/// with whoever is on stage in them.
final class Phrases {
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");
    static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);
    static final int FEW = 3;
    static final int MOST_LINES = 6;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM", Locale.ENGLISH);

    private final Programme programme;
    private final Evaluator evaluator;
    private final @Nullable ZoneId own;

    /// @param own where the asker's clock stands; null when not known
    Phrases(Evaluator evaluator, @Nullable ZoneId own) {
        this.programme = evaluator.programme();
        this.evaluator = evaluator;
        this.own = own;
    }

    String lines(List<Row> rows, @Nullable ZoneId zone) {
        var lines = new ArrayList<String>();
        var day = -1;
        for (var row : rows) {
            if (programme.days() > 1 && row.day() != day) {
                day = row.day();
                lines.add(capital(dayName(row.day())) + ":");
            }
            lines.add(lineTime(row, zone) + " " + described(row)
                    + (row.session().room() == null
                            ? ""
                            : " in " + row.session().room())
                    + state(row));
        }
        return String.join("\n", lines);
    }

    /// "Tuesday, 15 June"; "today" where it is.
    String dayName(int day) {
        var date = programme.date();
        return date == null ? "day " + (day + 1) : DAY.format(date.plusDays(day));
    }

    /// "from Monday, 14 June 2027 to Wednesday, 16 June 2027".
    String dates(LocalDate first) {
        return programme.days() == 1
                ? "on " + DATE.format(first)
                : "from %s to %s".formatted(DAY.format(first), DATE.format(first.plusDays(programme.days() - 1L)));
    }

    /// "Invited talk 4 with Julia Kempe (NYU & Meta)".
    String described(Row row) {
        var title = row.talkTitle() == null ? row.title() : row.title() + " \"" + row.talkTitle() + "\"";
        var people = row.people().stream()
                .flatMap(id -> programme.person(id).stream())
                .toList();
        if (people.isEmpty()) {
            return title;
        }
        return title + " with "
                + (people.size() < FEW
                        ? names(row)
                        : people.stream().map(ProgrammePerson::name).collect(Collectors.joining(", ")));
    }

    /// The same without the names where they are many: for answers that are about something else.
    String briefly(Row row) {
        return row.people().size() < FEW ? described(row) : row.title();
    }

    /// " (over)" or " (on now)", where there is a clock.
    String state(Row row) {
        var minute = evaluator.minute();
        if (minute.isEmpty() || minute.getAsLong() < row.startMinute()) {
            return "";
        }
        return minute.getAsLong() < row.endMinute() ? " (on now)" : " (over)";
    }

    String describedList(List<Row> rows) {
        return rows.stream().map(this::described).collect(Collectors.joining("; "));
    }

    static String titles(List<Row> rows) {
        return rows.stream().map(Row::title).distinct().collect(Collectors.joining(", "));
    }

    String names(Row row) {
        return row.people().stream()
                .flatMap(id -> programme.person(id).stream())
                .map(ProgrammePerson::introduced)
                .collect(Collectors.joining(", "));
    }

    /// The start at the venue; beside it the day where there are several, and the asker's own time where it differs.
    String time(Row row, @Nullable ZoneId asked) {
        return ownTime(row, row.start(), asked) + onDay(row);
    }

    /// " on Tuesday, 15 June", " today"; nothing where there is one day only.
    String onDay(Row row) {
        var date = programme.date();
        var now = evaluator.now();
        if (programme.days() == 1) {
            return "";
        }
        return date != null && now != null && date.plusDays(row.day()).equals(now.toLocalDate())
                ? " today"
                : " on " + dayName(row.day());
    }

    String lineTime(Row row, @Nullable ZoneId asked) {
        return ownTime(row, row.start(), asked);
    }

    String ownTime(Row row, LocalTime time, @Nullable ZoneId asked) {
        var venue = TIME.format(time);
        var zone = programme.zone();
        var date = programme.date();
        var other = asked == null ? own : asked;
        if (zone == null || date == null || other == null) {
            return asked == null || zone != null && date != null
                    ? venue
                    : venue + " at the venue, whose zone or date I don't have";
        }
        var there = date.plusDays(row.day()).atTime(time).atZone(zone);
        var here = there.withZoneSameInstant(other);
        if (here.toLocalDateTime().equals(there.toLocalDateTime()) && asked == null) {
            return venue;
        }
        return "%s (%s%s %s)"
                .formatted(
                        venue,
                        TIME.format(here.toLocalTime()),
                        shifted(there.toLocalDate(), here.toLocalDate()),
                        asked == null ? "your time" : "in " + zoneName(asked));
    }

    static String zoneName(ZoneId zone) {
        return zone.getId().substring(zone.getId().lastIndexOf('/') + 1).replace('_', ' ');
    }

    static String shifted(LocalDate there, LocalDate here) {
        return here.isAfter(there) ? " the next day," : here.isBefore(there) ? " the day before," : "";
    }

    /// "1 hour 30 minutes", "1 minute", "3 days".
    static String span(Duration duration) {
        var words = new ArrayList<String>();
        if (duration.toDays() > 0) {
            words.add(count(duration.toDays(), "day"));
        }
        if (duration.toHoursPart() > 0) {
            words.add(count(duration.toHoursPart(), "hour"));
        }
        if (duration.toMinutesPart() > 0 || words.isEmpty()) {
            words.add(count(duration.toMinutesPart(), "minute"));
        }
        return String.join(" ", words);
    }

    static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }

    static String sentence(String words) {
        return capital(words) + (words.endsWith(".") ? "" : ".");
    }

    static String capital(@Nullable String words) {
        return words == null || words.isEmpty()
                ? ""
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    static String untilEnd(Row row) {
        var end = row.end();
        return end == null ? "" : ", until " + TIME.format(end) + (row.endInferred() ? " (end inferred)" : "");
    }

    /// ", in 20 minutes", or that it is on or over; nothing without a clock.
    String countdown(Row row) {
        var minute = evaluator.minute();
        if (minute.isEmpty()) {
            return "";
        }
        var to = row.startMinute() - minute.getAsLong();
        if (to > 0) {
            return to < 1440 ? "; that is in " + span(Duration.ofMinutes(to)) : "";
        }
        if (minute.getAsLong() < row.endMinute()) {
            return row.end() == null ? "; it has started" : "; it is on now";
        }
        return "; that is over";
    }

    String left(Row row) {
        var minute = evaluator.minute();
        return minute.isPresent() && row.startMinute() <= minute.getAsLong() && minute.getAsLong() < row.endMinute()
                ? ", in " + span(Duration.ofMinutes(row.endMinute() - minute.getAsLong()))
                : "";
    }

    String upcoming() {
        var minute = evaluator.minute();
        if (minute.isEmpty()) {
            return "";
        }
        var next = evaluator.rows(Selection.everything().with(new Relation.Next()));
        return next.isEmpty()
                ? " It is the last item of the programme."
                : " Next: %s at %s.".formatted(describedList(next), time(next.getFirst(), null));
    }

    /// A single session of several talks as those, where they are known.
    static List<Row> withParts(List<Row> rows) {
        return rows.size() == 1 ? parts(rows.getFirst()) : rows;
    }

    static List<Row> parts(Row row) {
        var session = row.session();
        var known = session.parts().stream()
                .anyMatch(part -> part.talkTitle() != null || !part.people().isEmpty());
        return row.part() == null && known
                ? session.parts().stream().map(part -> new Row(session, part)).toList()
                : List.of(row);
    }

    String wasYesterday() {
        var date = programme.date();
        var now = evaluator.now();
        return date != null && now != null && now.toLocalDate().equals(date.plusDays(programme.days()))
                ? " (it was yesterday)"
                : "";
    }
}
