package coffeebreak.bot.answers;

import coffeebreak.bot.answers.Query.Relation;
import coffeebreak.bot.answers.Query.Selection;
import coffeebreak.bot.answers.Sentences.DayThere;
import coffeebreak.bot.answers.Sentences.Standing;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.ProgrammePerson;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Pieces of sentences that several answers share: times at the venue with the asker's own beside them, spans, sessions
/// with whoever is on stage in them.
final class Phrases {
    static final int FEW = 3;
    static final int MOST_LINES = 6;

    private final Programme programme;
    private final Evaluator evaluator;
    private final Sentences in;
    private final @Nullable ZoneId own;

    /// @param own where the asker's clock stands; null when not known
    Phrases(Evaluator evaluator, Sentences in, @Nullable ZoneId own) {
        this.programme = evaluator.programme();
        this.evaluator = evaluator;
        this.in = in;
        this.own = own;
    }

    Sentences in() {
        return in;
    }

    /// What is not known, and whom to ask.
    Worded unknown(String text) {
        return Worded.unknown(text + in.ask());
    }

    /// The same where there are words for it in English only.
    Worded unknownInEnglish(String text) {
        return Worded.unknownInEnglish(text + in.ask());
    }

    String lines(List<Row> rows, @Nullable ZoneId zone) {
        var lines = new ArrayList<String>();
        var day = -1;
        for (var row : rows) {
            if (programme.days() > 1 && row.day() != day) {
                day = row.day();
                lines.add(in.dayHeading(dayName(row.day())));
            }
            lines.add(in.line(
                    ownTime(row, row.start(), zone),
                    described(row),
                    row.session().room(),
                    standing(row)));
        }
        return String.join("\n", lines);
    }

    /// "Tuesday, 15 June"; "day 2" where the date is not known.
    String dayName(int day) {
        var date = programme.date();
        return date == null ? in.day(day + 1) : in.day(date.plusDays(day));
    }

    /// "from Monday, 14 June 2027 to Wednesday, 16 June 2027".
    String dates(LocalDate first) {
        return programme.days() == 1 ? in.onDate(first) : in.fromTo(first, first.plusDays(programme.days() - 1L));
    }

    /// "Invited talk 4 with Julia Kempe (NYU & Meta)".
    String described(Row row) {
        var people = people(row);
        return in.with(
                row.title(),
                row.talkTitle(),
                people.stream()
                        .map(person -> people.size() < FEW ? person.introduced() : person.name())
                        .toList());
    }

    /// The same without the names where they are many: for answers that are about something else.
    String briefly(Row row) {
        return row.people().size() < FEW ? described(row) : row.title();
    }

    String describedList(List<Row> rows) {
        return in.listedItems(rows.stream().map(this::described).toList());
    }

    String titles(List<Row> rows) {
        return in.listed(rows.stream().map(Row::title).distinct().toList());
    }

    /// "Panel Discussion at 15:30".
    String titleAt(Row row) {
        return in.titleAt(row.title(), time(row, null));
    }

    String titlesAt(List<Row> rows) {
        return in.listed(rows.stream().map(this::titleAt).toList());
    }

    String names(Row row) {
        return in.listed(people(row).stream().map(ProgrammePerson::introduced).toList());
    }

    private List<ProgrammePerson> people(Row row) {
        return row.people().stream()
                .flatMap(id -> programme.person(id).stream())
                .toList();
    }

    /// The start at the venue; beside it the day where there are several, and the asker's own time where it differs.
    String time(Row row, @Nullable ZoneId asked) {
        return time(row, row.start(), asked);
    }

    /// The same of another time on the day of a row.
    String time(Row row, LocalTime time, @Nullable ZoneId asked) {
        var date = programme.date();
        var now = evaluator.now();
        var told = ownTime(row, time, asked);
        if (programme.days() == 1) {
            return told;
        }
        return date != null && now != null && date.plusDays(row.day()).equals(now.toLocalDate())
                ? in.today(told)
                : in.onDay(told, dayName(row.day()));
    }

    /// A time on the day of a row, without the day.
    String ownTime(Row row, LocalTime time, @Nullable ZoneId asked) {
        var venue = in.clock(time);
        var zone = programme.zone();
        var date = programme.date();
        var other = asked == null ? own : asked;
        if (zone == null || date == null || other == null) {
            return asked == null || zone != null && date != null ? venue : in.venueTimeOnly(venue);
        }
        var there = date.plusDays(row.day()).atTime(time).atZone(zone);
        var here = there.withZoneSameInstant(other);
        if (here.toLocalDateTime().equals(there.toLocalDateTime()) && asked == null) {
            return venue;
        }
        return in.elsewhere(
                venue,
                in.clock(here.toLocalTime()),
                DayThere.of(there.toLocalDate(), here.toLocalDate()),
                asked == null ? null : zoneName(asked));
    }

    static String zoneName(ZoneId zone) {
        return zone.getId().substring(zone.getId().lastIndexOf('/') + 1).replace('_', ' ');
    }

    String clock(LocalTime time) {
        return in.clock(time);
    }

    /// "1 hour 30 minutes".
    String span(long minutes) {
        return in.span(Duration.ofMinutes(minutes));
    }

    /// ", until 14:30"; nothing where no end is known.
    String untilEnd(Row row) {
        var end = row.end();
        return end == null ? "" : in.until(in.clock(end), row.endInferred());
    }

    /// The same, saying so where no end is known.
    String end(Row row) {
        return row.end() == null ? in.noEnd() : untilEnd(row);
    }

    Standing standing(Row row) {
        var minute = evaluator.minute();
        if (minute.isEmpty() || minute.getAsLong() < row.startMinute()) {
            return Standing.TO_COME;
        }
        return minute.getAsLong() < row.endMinute() ? Standing.ON : Standing.OVER;
    }

    /// "; that is in 20 minutes", or that it is on or over; nothing without a clock.
    String countdown(Row row) {
        var minute = evaluator.minute();
        if (minute.isEmpty()) {
            return "";
        }
        return switch (standing(row)) {
            case TO_COME -> {
                var to = row.startMinute() - minute.getAsLong();
                yield to < 1440 ? in.away(span(to)) : "";
            }
            case ON -> row.end() == null ? in.begun() : in.underWay();
            case OVER -> in.past();
        };
    }

    /// ", in 20 minutes", until something starts; nothing where that is on another day.
    String toStart(Row row, long minute) {
        var to = row.startMinute() - minute;
        return to < 1440 ? in.in(span(to)) : "";
    }

    /// The same until it ends; nothing unless it is on.
    String left(Row row) {
        var minute = evaluator.minute();
        return minute.isPresent() && standing(row) == Standing.ON
                ? in.in(span(row.endMinute() - minute.getAsLong()))
                : "";
    }

    String upcoming() {
        var minute = evaluator.minute();
        if (minute.isEmpty()) {
            return "";
        }
        var next = evaluator.rows(Selection.everything().with(new Relation.Next()));
        return next.isEmpty() ? in.lastItem() : in.next(describedList(next), time(next.getFirst(), null));
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

    /// Whether the programme was over yesterday.
    boolean wasYesterday() {
        var date = programme.date();
        var now = evaluator.now();
        return date != null && now != null && now.toLocalDate().equals(date.plusDays(programme.days()));
    }
}
