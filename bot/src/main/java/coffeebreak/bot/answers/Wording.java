package coffeebreak.bot.answers;

import coffeebreak.bot.answers.Answer.Outcome;
import coffeebreak.bot.answers.Query.OfPeople;
import coffeebreak.bot.answers.Query.OfSessions;
import coffeebreak.bot.answers.Query.People;
import coffeebreak.bot.answers.Query.Relation;
import coffeebreak.bot.answers.Query.Selection;
import coffeebreak.bot.programme.Kind;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.ProgrammePerson;
import coffeebreak.bot.programme.Role;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Puts what a query comes to into sentences: the venue's time first, the asker's own beside it where it differs,
/// what was inferred said to be.
final class Wording {

    /// What is said; and whether the programme knew.
    record Worded(Outcome outcome, String text) {}

    /// Said with everything the programme does not tell.
    static final String ASK = " You can ask the organizers.";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM", Locale.ENGLISH);
    private static final int FEW = 3;
    private static final int MOST_LINES = 6;
    private static final int MOST_NAMES = 45;

    private final Programme programme;
    private final Evaluator evaluator;
    private final FactFinder facts;
    private final @Nullable ZoneId own;

    /// @param own where the asker's clock stands; null when not known
    Wording(Evaluator evaluator, FactFinder facts, @Nullable ZoneId own) {
        this.programme = evaluator.programme();
        this.evaluator = evaluator;
        this.facts = facts;
        this.own = own;
    }

    Worded word(Query query) {
        return switch (query) {
            case OfSessions sessions -> sessions(sessions);
            case OfPeople people -> people(people);
            case Query.OfEvent(var field) -> event(field);
            case Query.OfFact(var id, var until) -> fact(id, until);
            case Query.Probably(var ids, var inner) -> {
                var worded = word(inner);
                yield new Worded(
                        worded.outcome(),
                        "You probably mean %s, although the programme does not say so.\n%s"
                                .formatted(
                                        ids.stream()
                                                .flatMap(id -> programme.person(id).stream())
                                                .map(ProgrammePerson::name)
                                                .collect(Collectors.joining(" or ")),
                                        worded.text()));
            }
            case Query.Either(var queries) -> either(queries);
            case Query.Apart(var one, var other) -> apart(one, other);
            case Query.DaysWithout(var sessions) -> daysWithout(sessions);
            case Query.Converted(var time, var zone) -> converted(time, zone);
            case Query.Longer(var one, var other) -> longer(one, other);
            case Query.Clash(var one, var other, var toAttend) -> clash(one, other, toAttend);
            case Query.Stranger(var name, var beside) ->
                known("%s is not in the programme I have.%s"
                        .formatted(
                                name, beside == null ? "" : "\n" + word(beside).text()));
            case Query.NoSuchKind(var kind, var beside) ->
                known("No %s: the programme lists none.%s"
                        .formatted(
                                kind, beside == null ? "" : "\n" + word(beside).text()));
        };
    }

    private static Worded known(String text) {
        return new Worded(Outcome.ANSWERED, text);
    }

    private static Worded unknown(String text) {
        return new Worded(Outcome.UNKNOWN, text + ASK);
    }

    /// Each of them, those of which nothing is known left out where something is of others.
    private Worded either(List<Query> queries) {
        var worded = queries.stream().map(this::word).distinct().toList();
        var known =
                worded.stream().filter(one -> one.outcome() == Outcome.ANSWERED).toList();
        return new Worded(
                known.isEmpty() ? Outcome.UNKNOWN : Outcome.ANSWERED,
                (known.isEmpty() ? worded : known).stream().map(Worded::text).collect(Collectors.joining("\n")));
    }

    // --- sessions -----------------------------------------------------------------------------------------------

    private Worded sessions(OfSessions query) {
        var selection = query.sessions();
        return switch (evaluator.found(selection)) {
            case Found.NoClock _ ->
                unknown(
                        programme.date() == null
                                ? "I don't know the date of %s, so I can't tell what that is at this moment."
                                        .formatted(programme.shortName())
                                : "I don't know the venue's time zone, so I can't tell what that is at this moment.");
            case Found.NotYet _ -> known(selection.day() < -1 ? notThatDay() : notYet());
            case Found.Over _ when selection.day() < -1 -> known(notThatDay());
            case Found.Over _ ->
                known("%s is over%s; nothing follows.".formatted(programme.shortName(), wasYesterday()));
            case Found.Rows(var rows) -> rows(query, rows);
        };
    }

    private String notThatDay() {
        var date = programme.date();
        return "Nothing of the programme is on that day."
                + (date == null ? "" : " %s is %s.".formatted(programme.shortName(), dates(date)));
    }

    private String notYet() {
        var first = programme.sessions().getFirst();
        var date = programme.date();
        return "Nothing is on yet: %s starts%s at %s with %s."
                .formatted(
                        programme.shortName(),
                        date == null ? "" : " on " + DATE.format(date),
                        time(Row.of(first), null),
                        described(Row.of(first)));
    }

    private String wasYesterday() {
        var date = programme.date();
        var now = evaluator.now();
        return date != null && now != null && now.toLocalDate().equals(date.plusDays(programme.days()))
                ? " (it was yesterday)"
                : "";
    }

    private Worded rows(OfSessions query, List<Row> rows) {
        var selection = query.sessions();
        return switch (query.field()) {
            case WHETHER -> whether(selection, rows);
            case STARTED -> selection.names() && !rows.isEmpty() ? standing(rows) : started();
            case CHANGED -> changed(selection, rows);
            case MISSED -> missed(selection, rows);
            case HOW_MANY -> howMany(selection, rows);
            case GAPS -> gaps(selection, rows);
            case WHEN, BEGIN, END, UNTIL, WHERE, WHO, WHAT, TITLE, HOW_LONG, TOTAL, LIST, TWICE -> {
                if (rows.isEmpty()) {
                    yield none(selection);
                }
                yield some(query, rows);
            }
        };
    }

    private Worded some(OfSessions query, List<Row> rows) {
        return switch (query.field()) {
            case WHEN -> when(query, rows);
            case BEGIN -> begin(query, rows);
            case END -> end(query.sessions(), rows);
            case UNTIL -> until(query.sessions(), rows);
            case WHERE -> where(rows);
            case WHO -> who(query.sessions(), rows);
            case WHAT -> what(query, rows);
            case TITLE -> title(rows);
            case HOW_LONG -> howLong(query.sessions(), rows);
            case TOTAL -> total(rows);
            case TWICE ->
                known((rows.size() > 1 ? "Yes, %d times:\n".formatted(rows.size()) : "No, only once:\n")
                        + lines(rows, query.zone()));
            case LIST -> known(lines(withParts(rows), query.zone()));
            case WHETHER, STARTED, CHANGED, MISSED, HOW_MANY, GAPS ->
                throw new IllegalStateException("worded before: " + query);
        };
    }

    /// Nothing fits. With a relation in time, what there is instead; otherwise that there is none.
    private Worded none(Selection selection) {
        return switch (selection.relation()) {
            case Relation.Now _ -> known(onInstead(selection, "now") + upcoming());
            case Relation.In _ -> known(onInstead(selection, "then") + upcoming());
            case Relation.Next _ -> {
                var last = evaluator.rows(Selection.everything().withPlace(-1));
                yield selection.names()
                                && !evaluator
                                        .rows(selection.with(new Relation.Anytime()))
                                        .isEmpty()
                        ? known("No more of that: nothing of it follows today's programme.\n"
                                + lines(evaluator.rows(selection.with(new Relation.Anytime())), null))
                        : known("Nothing follows: %s is the last item of the programme.".formatted(titles(last)));
            }
            case Relation.ToCome _ -> known("Nothing more follows today.");
            case Relation.Previous _ -> known("Nothing was on before this.");
            case Relation.After(var anchor, var _) -> {
                var last = evaluator.rows(Selection.everything().withPlace(-1));
                yield anchor instanceof Query.Anchor.Sessions(var sessions)
                                && evaluator.rows(sessions).isEmpty()
                        ? noneOf(sessions)
                        : known("Nothing follows: %s is the last item of the programme.".formatted(titles(last)));
            }
            case Relation.Before _ -> known("Nothing comes before that: it is where the programme starts.");
            case Relation.At _ -> known("Nothing of that is on then." + instead(selection));
            case Relation.Anytime _, Relation.Between _, Relation.While _ -> noneOf(selection);
        };
    }

    /// "Nobody speaks now: Coffee Break is on, until 11:00."
    private String onInstead(Selection selection, String when) {
        var on = evaluator.rows(Selection.everything().with(selection.relation()));
        var nothing = selection.spoken()
                ? "Nobody speaks " + when
                : (selection.names() ? "Nothing of that is on " : "Nothing is on ") + when;
        return on.isEmpty()
                ? nothing + "."
                : nothing + ": it is "
                        + on.stream().map(row -> described(row) + until(row)).collect(Collectors.joining("; "))
                        + ".";
    }

    private Worded noneOf(Selection selection) {
        if (selection.day() >= 0
                && evaluator
                        .rows(Selection.everything().withDay(selection.day()))
                        .isEmpty()) {
            return known(notThatDay());
        }
        if (selection.people().isEmpty()) {
            var others = selection.kinds().isEmpty()
                            || selection.part() == null
                                    && selection.place() == 0
                                    && selection.numbers().isEmpty()
                    ? List.<Row>of()
                    : evaluator.rows(selection.kindsOnly());
            if (selection.mentorship() != null
                    && !selection.mentorship()
                    && !selection.kinds().isEmpty()) {
                var all = evaluator.rows(Selection.everything()).stream()
                        .filter(row ->
                                selection.kinds().contains(row.session().kind().id()))
                        .toList();
                return known("None: %s have the mentorship program.\n%s"
                        .formatted(all.size() == 2 ? "both" : "all of them", lines(all, null)));
            }
            return known("There is no such session in the programme."
                    + (others.isEmpty() ? "" : " There is:\n" + lines(others, null)));
        }
        return known(personInstead(selection));
    }

    /// Where somebody is instead of where they were looked for.
    private String personInstead(Selection selection) {
        var lines = new ArrayList<String>();
        for (var id : selection.people()) {
            var person = programme.person(id).orElseThrow();
            var rows = evaluator.rows(Selection.everything().withPeople(List.of(id)));
            if (rows.isEmpty()) {
                lines.add("%s is not on stage in any session of the programme; listed as %s."
                        .formatted(person.name(), roles(person)));
            } else {
                lines.add("%s is listed %s, not there.%s"
                        .formatted(
                                person.name(),
                                rows.stream()
                                        .map(row -> "for %s at %s".formatted(row.title(), time(row, null)))
                                        .collect(Collectors.joining(" and ")),
                                mentorRemark(person, selection)));
            }
        }
        return String.join("\n", lines);
    }

    private String mentorRemark(ProgrammePerson person, Selection selection) {
        var breaks =
                programme.breaks().stream().map(session -> session.kind().id()).toList();
        return person.is(Role.MENTOR)
                        && (Boolean.TRUE.equals(selection.mentorship())
                                || selection.kinds().stream().anyMatch(breaks::contains))
                ? " As one of the mentors they may hold a table in a coffee break."
                : "";
    }

    private String instead(Selection selection) {
        var wider = selection.with(new Relation.Anytime());
        var rows = wider.names() ? evaluator.rows(wider) : List.<Row>of();
        return rows.isEmpty() ? "" : "\n" + lines(rows, null);
    }

    /// When the programme begins, or one of its days.
    private Worded begin(OfSessions query, List<Row> rows) {
        var row = rows.getFirst();
        return known("%s starts at %s with %s%s."
                .formatted(
                        query.sessions().day() == -1 ? programme.shortName() : "It",
                        time(row, query.zone()),
                        described(row),
                        countdown(row)));
    }

    /// Stretches of a day without a session, or what is on at the time somebody wants to be free.
    private Worded gaps(Selection selection, List<Row> rows) {
        if (!(selection.relation() instanceof Relation.Anytime)) {
            return known(
                    rows.isEmpty()
                            ? "Nothing of the programme is on then."
                            : "The programme has then:\n" + lines(rows, null));
        }
        var gaps = new ArrayList<String>();
        Row before = null;
        for (var row : rows) {
            if (before != null && before.day() == row.day() && before.endMinute() < row.startMinute()) {
                gaps.add("%s to %s (%s), between %s and %s"
                        .formatted(
                                TIME.format(before.end() == null ? before.start() : before.end()),
                                time(row, null),
                                span(Duration.ofMinutes(row.startMinute() - before.endMinute())),
                                before.title(),
                                row.title()));
            }
            before = before == null || row.endMinute() > before.endMinute() ? row : before;
        }
        return known(
                gaps.isEmpty()
                        ? "No: one item of the programme follows the other without a gap."
                        : "Yes: " + String.join("; ", gaps) + ".");
    }

    private Worded when(OfSessions query, List<Row> rows) {
        if (rows.size() > 1) {
            return known(lines(rows, query.zone()));
        }
        var row = rows.getFirst();
        var end = row.end();
        return known("%s is at %s%s%s%s."
                .formatted(
                        briefly(row),
                        time(row, query.zone()),
                        row.startInferred() ? " (inferred from the length of the talks)" : "",
                        end == null ? "; no end time is given" : until(row),
                        countdown(row)));
    }

    private static String until(Row row) {
        var end = row.end();
        return end == null ? "" : ", until " + TIME.format(end) + (row.endInferred() ? " (end inferred)" : "");
    }

    /// ", in 20 minutes", or that it is on or over; nothing without a clock.
    private String countdown(Row row) {
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

    private Worded end(Selection selection, List<Row> rows) {
        if (selection.isEverything()
                || !selection.names() && selection.relation() instanceof Relation.Anytime && selection.place() == 0) {
            var last = evaluator.rows(selection.withPlace(-1)).getLast();
            var end = last.end();
            return end == null
                    ? unknown("I don't know when it ends: the last item, %s, starts at %s and no end time is given."
                            .formatted(last.title(), time(last, null)))
                    : known("It ends at %s%s, with %s.".formatted(ownTime(last, end, null), onDay(last), last.title()));
        }
        var lines = new ArrayList<String>();
        var missing = 0;
        for (var row : rows) {
            var end = row.end();
            if (end == null) {
                missing++;
                lines.add("I don't know when %s ends: it starts at %s and no end time is given."
                        .formatted(row.title(), time(row, null)));
            } else {
                lines.add("%s ends at %s%s%s."
                        .formatted(
                                briefly(row),
                                ownTime(row, end, null),
                                row.endInferred() ? " (inferred from what follows)" : "",
                                left(row)));
            }
        }
        var text = String.join("\n", lines);
        return missing == rows.size() ? unknown(text) : known(text);
    }

    private String left(Row row) {
        var minute = evaluator.minute();
        return minute.isPresent() && row.startMinute() <= minute.getAsLong() && minute.getAsLong() < row.endMinute()
                ? ", in " + span(Duration.ofMinutes(row.endMinute() - minute.getAsLong()))
                : "";
    }

    private Worded until(Selection selection, List<Row> rows) {
        var minute = evaluator.minute();
        if (minute.isEmpty()) {
            return unknown("I don't know how long that is, because %s. By the programme:\n%s"
                    .formatted(
                            programme.date() == null
                                    ? "the date is not set"
                                    : "I can't tell what time it is at the venue",
                            lines(rows, null)));
        }
        var coming = rows.stream()
                .filter(row -> row.startMinute() > minute.getAsLong())
                .min(Comparator.comparingLong(Row::startMinute));
        if (coming.isPresent()) {
            var row = coming.get();
            return known("%s until %s (%s)."
                    .formatted(
                            capital(span(Duration.ofMinutes(row.startMinute() - minute.getAsLong()))),
                            briefly(row),
                            time(row, null)));
        }
        var row = rows.getLast();
        return known(
                minute.getAsLong() < row.endMinute()
                        ? "%s has started already, at %s.".formatted(briefly(row), time(row, null))
                        : "%s is over; it was at %s.".formatted(briefly(row), time(row, null)));
    }

    private Worded where(List<Row> rows) {
        var withRoom = rows.stream().filter(row -> row.session().room() != null).toList();
        var note = rows.size() == 1 ? rows.getFirst().session().note() : null;
        if (withRoom.isEmpty() && note != null) {
            return known("No room is given for %s (%s). %s"
                    .formatted(rows.getFirst().title(), time(rows.getFirst(), null), capital(note)));
        }
        if (withRoom.isEmpty()) {
            return unknown("I don't know where: no room is given for %s.%s"
                    .formatted(
                            rows.size() > FEW
                                    ? "that"
                                    : rows.stream()
                                            .map(row -> "%s (%s)".formatted(row.title(), time(row, null)))
                                            .collect(Collectors.joining(", ")),
                            programme.place() == null ? "" : " The workshop is in " + programme.place() + "."));
        }
        return known(withRoom.stream()
                .map(row -> "%s (%s) is in %s."
                        .formatted(
                                described(row), time(row, null), row.session().room()))
                .collect(Collectors.joining("\n")));
    }

    private Worded who(Selection selection, List<Row> rows) {
        var known = rows.stream().filter(row -> !row.people().isEmpty()).toList();
        if (known.isEmpty()) {
            return selection.relation() instanceof Relation.After(var anchor, var neighbour) && neighbour
                    ? nobodyAfter(selection.with(new Relation.After(anchor, true)), rows)
                    : nobody(rows);
        }
        if (selection.place() != 0 && !selection.names() || known.size() == 1) {
            var row = known.getLast();
            return known("%s: %s, %s%s.".formatted(people(row), row.title(), time(row, null), remark(selection)));
        }
        return known(lines(known, null));
    }

    private static String remark(Selection selection) {
        return selection.relation() instanceof Relation.Now ? " (on now)" : "";
    }

    /// Nobody is known to speak next: what follows is told all the same.
    private Worded nobodyAfter(Selection selection, List<Row> rows) {
        var following = evaluator.rows(Selection.everything().with(selection.relation()));
        return following.isEmpty() || following.equals(rows)
                ? nobody(rows)
                : known(
                        "Right after comes %s at %s. The programme names nobody yet for %s, which is next with somebody on stage."
                                .formatted(describedList(following), time(following.getFirst(), null), titles(rows)));
    }

    private Worded nobody(List<Row> rows) {
        var notes = rows.stream()
                .map(row -> row.session().note())
                .filter(note -> note != null)
                .distinct()
                .toList();
        var staged = rows.stream().anyMatch(row -> switch (row.session().kind().nature()) {
            case TALK, PANEL, CEREMONY, OTHER -> true;
            case POSTERS, COFFEE, MEAL, SOCIAL -> false;
        });
        if (staged || !notes.isEmpty()) {
            return unknown("I don't know who: the programme names nobody for %s%s."
                    .formatted(titles(rows), notes.isEmpty() ? "" : " (" + String.join("; ", notes) + ")"));
        }
        return known("Nobody is on stage then: " + describedList(rows) + ".");
    }

    private Worded what(OfSessions query, List<Row> rows) {
        var selection = query.sessions();
        if (selection.relation() instanceof Relation.Now && rows.size() == 1) {
            var row = rows.getFirst();
            return known("Now: %s, since %s%s.%s"
                    .formatted(
                            described(row),
                            time(row, query.zone()),
                            row.end() == null ? "; no end time is given" : until(row),
                            upcoming()));
        }
        if (rows.size() == 1) {
            var row = rows.getFirst();
            var parts = parts(row);
            return known("%s: %s%s%s.%s%s"
                    .formatted(
                            time(row, query.zone()),
                            described(row),
                            row.end() == null ? "; no end time is given" : until(row),
                            countdown(row),
                            row.session().note() == null
                                    ? ""
                                    : " (" + sentence(row.session().note()) + ")",
                            parts.size() > 1 ? "\n" + lines(parts, query.zone()) : ""));
        }
        return known(lines(rows, query.zone()));
    }

    private String upcoming() {
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
    private static List<Row> withParts(List<Row> rows) {
        return rows.size() == 1 ? parts(rows.getFirst()) : rows;
    }

    private static List<Row> parts(Row row) {
        var session = row.session();
        var known = session.parts().stream()
                .anyMatch(part -> part.talkTitle() != null || !part.people().isEmpty());
        return row.part() == null && known
                ? session.parts().stream().map(part -> new Row(session, part)).toList()
                : List.of(row);
    }

    private Worded title(List<Row> all) {
        var rows = all.stream().flatMap(row -> parts(row).stream()).toList();
        var titled = rows.stream().filter(row -> row.talkTitle() != null).toList();
        if (titled.isEmpty()) {
            return unknown("I don't know the title or topic of %s: none is given.%s"
                    .formatted(titles(rows), rows.size() == 1 ? " It is at " + time(rows.getFirst(), null) + "." : ""));
        }
        return known(titled.stream()
                .map(row -> "%s: \"%s\" at %s.".formatted(described(row), row.talkTitle(), time(row, null)))
                .collect(Collectors.joining("\n")));
    }

    private Worded howLong(Selection selection, List<Row> rows) {
        if (selection.isEverything()) {
            return end(selection, rows);
        }
        var parts = rows.stream()
                .flatMap(row -> row.part() == null && !row.session().parts().isEmpty()
                        ? row.session().parts().stream().map(part -> new Row(row.session(), part))
                        : Stream.of(row))
                .toList();
        var lengths = parts.stream().map(Row::length).distinct().toList();
        if (parts.size() > 1 && lengths.size() == 1 && lengths.getFirst().isPresent()) {
            var whole = rows.size() == 1 ? rows.getFirst().length().map(Wording::span) : Optional.<String>empty();
            return known("%s%s each (%s)%s."
                    .formatted(
                            whole.map(span -> capital(span) + " in all, ").orElse(""),
                            whole.isPresent()
                                    ? span(lengths.getFirst().get())
                                    : capital(span(lengths.getFirst().get())),
                            parts.stream()
                                    .map(row -> row.title() + " at " + time(row, null))
                                    .collect(Collectors.joining(", ")),
                            parts.stream().anyMatch(Row::endInferred) ? ", inferred from what follows" : ""));
        }
        if (parts.size() > MOST_LINES) {
            return known(lengthsByKind(parts));
        }
        var lines = new ArrayList<String>();
        var unknown = 0;
        for (var row : parts) {
            var length = row.length();
            if (length.isEmpty()) {
                unknown++;
                lines.add("I don't know how long %s is: it starts at %s and no end time is given."
                        .formatted(row.title(), time(row, null)));
            } else {
                lines.add("%s takes %s: %s to %s%s."
                        .formatted(
                                described(row),
                                span(length.get()),
                                time(row, null),
                                TIME.format(row.start().plus(length.get())),
                                row.endInferred() ? " (end inferred)" : ""));
            }
        }
        var text = String.join("\n", lines);
        return unknown == parts.size() ? unknown(text) : known(text);
    }

    /// "Invited talk: 30 minutes; contributed talks: 15 minutes".
    private static String lengthsByKind(List<Row> rows) {
        var kinds = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.session().kind().name(),
                        LinkedHashMap::new,
                        Collectors.mapping(
                                row -> row.length().map(Wording::span).orElse("an unknown time"),
                                Collectors.collectingAndThen(
                                        Collectors.toCollection(LinkedHashSet::new),
                                        lengths -> String.join(" or ", lengths)))));
        return capital(kinds.entrySet().stream()
                        .map(kind -> kind.getKey() + ": " + kind.getValue())
                        .collect(Collectors.joining("; ")))
                + (rows.stream().anyMatch(Row::endInferred) ? ", inferred from what follows." : ".");
    }

    private Worded total(List<Row> rows) {
        var open = rows.stream().filter(row -> row.end() == null).toList();
        var sum = rows.stream().flatMap(row -> row.length().stream()).reduce(Duration.ZERO, Duration::plus);
        if (open.size() == rows.size()) {
            return unknown("I don't know: no end time is given for %s.".formatted(titles(rows)));
        }
        return known("%s in total: %s%s%s."
                .formatted(
                        capital(span(sum)),
                        rows.stream()
                                .filter(row -> row.end() != null)
                                .map(row -> "%s at %s (%s)"
                                        .formatted(
                                                row.title(),
                                                time(row, null),
                                                span(row.length().orElseThrow())))
                                .collect(Collectors.joining(", ")),
                        rows.stream().anyMatch(Row::endInferred) ? "; the ends are inferred" : "",
                        open.isEmpty() ? "" : "; not counting %s, whose end is not given".formatted(titles(open))));
    }

    private Worded howMany(Selection selection, List<Row> rows) {
        var parts = rows.stream()
                .flatMap(row -> row.part() == null
                                && !row.session().parts().isEmpty()
                                && row.session().kind().nature() == Kind.Nature.TALK
                        ? row.session().parts().stream().map(part -> new Row(row.session(), part))
                        : parts(row).stream())
                .toList();
        if (parts.isEmpty()) {
            return known("None.");
        }
        return known("%d: %s."
                .formatted(
                        parts.size(),
                        parts.stream()
                                .map(row -> "%s at %s".formatted(row.title(), time(row, null)))
                                .collect(Collectors.joining(", "))));
    }

    private Worded whether(Selection selection, List<Row> rows) {
        if (rows.size() == 1
                && selection.names()
                && selection.relation() instanceof Relation.At(var time)
                && !rows.getFirst().start().equals(time)) {
            var row = rows.getFirst();
            return known("It starts at %s, not at %s: %s%s, so it is on then."
                    .formatted(time(row, null), TIME.format(time), described(row), until(row)));
        }
        if (!rows.isEmpty()) {
            return known((rows.size() == 1 ? "Yes: " + whatLine(rows.getFirst()) : "Yes:\n" + lines(rows, null)));
        }
        if (!selection.people().isEmpty()) {
            return known("No: " + personInstead(selection));
        }
        if (selection.relation() instanceof Relation.Now && !selection.names()) {
            return known("No, nothing is on now." + upcoming());
        }
        var wider = selection
                .withPeople(List.of())
                .withPlace(0)
                .withDay(-1)
                .withoutPart()
                .with(new Relation.Anytime());
        var instead = wider.names() || wider.spoken() ? evaluator.rows(wider) : List.<Row>of();
        return known(
                instead.isEmpty()
                        ? "No, the programme lists nothing like that."
                        : "No, not by the programme. It has:\n" + lines(instead, null));
    }

    private String whatLine(Row row) {
        return "%s is at %s%s%s."
                .formatted(
                        described(row),
                        time(row, null),
                        row.end() == null ? "; no end time is given" : until(row),
                        countdown(row));
    }

    private Worded started() {
        var minute = evaluator.minute();
        var first = evaluator.rows(Selection.everything()).getFirst();
        if (minute.isEmpty()) {
            return unknown("I don't know, because %s. By the programme it starts at %s with %s."
                    .formatted(
                            programme.date() == null ? "the date is not set" : "I can't tell the time at the venue",
                            time(first, null),
                            described(first)));
        }
        if (minute.getAsLong() < first.startMinute()) {
            var to = first.startMinute() - minute.getAsLong();
            return known("Not yet: it starts at %s with %s%s."
                    .formatted(
                            time(first, null),
                            described(first),
                            to < 1440 ? ", in " + span(Duration.ofMinutes(to)) : ""));
        }
        return switch (evaluator.found(Selection.everything().with(new Relation.Now()))) {
            case Found.Rows(var rows)
            when !rows.isEmpty() ->
                known("It started at %s. Now: %s%s.%s"
                        .formatted(
                                time(first, null),
                                describedList(rows),
                                rows.getFirst().end() == null ? "; no end time is given" : until(rows.getFirst()),
                                upcoming()));
            case Found.Rows _, Found.NoClock _, Found.NotYet _, Found.Over _ ->
                known("It is over%s.".formatted(wasYesterday()));
        };
    }

    /// Whether some sessions are over, on, or to come.
    private Worded standing(List<Row> rows) {
        var minute = evaluator.minute();
        if (minute.isEmpty()) {
            return unknown("I don't know, because %s. By the programme:\n%s"
                    .formatted(
                            programme.date() == null ? "the date is not set" : "I can't tell the time at the venue",
                            lines(rows, null)));
        }
        return known(rows.stream()
                .map(row -> {
                    var to = row.startMinute() - minute.getAsLong();
                    if (to > 0) {
                        return "Not yet: %s starts at %s%s."
                                .formatted(
                                        briefly(row),
                                        time(row, null),
                                        to < 1440 ? ", in " + span(Duration.ofMinutes(to)) : "");
                    }
                    return minute.getAsLong() < row.endMinute()
                            ? "%s is on now, since %s%s.".formatted(briefly(row), time(row, null), until(row))
                            : "%s is over; it was at %s%s.".formatted(briefly(row), time(row, null), until(row));
                })
                .collect(Collectors.joining("\n")));
    }

    private Worded changed(Selection selection, List<Row> rows) {
        var shown = rows.isEmpty() ? evaluator.rows(selection.withPlace(0)) : rows;
        return known("No, I know of no change. By the programme:\n" + lines(shown, null));
    }

    private Worded missed(Selection selection, List<Row> rows) {
        var minute = evaluator.minute();
        if (rows.isEmpty()) {
            return none(selection);
        }
        if (minute.isEmpty()) {
            return known("By the programme:\n" + lines(rows, null));
        }
        return known(rows.stream()
                .map(row -> {
                    if (row.startMinute() > minute.getAsLong()) {
                        return "No: %s starts at %s, in %s."
                                .formatted(
                                        described(row),
                                        time(row, null),
                                        span(Duration.ofMinutes(row.startMinute() - minute.getAsLong())));
                    }
                    return minute.getAsLong() < row.endMinute()
                            ? "Not quite: %s is on now, since %s%s."
                                    .formatted(described(row), time(row, null), until(row))
                            : "Yes: %s was at %s%s.".formatted(described(row), time(row, null), until(row));
                })
                .collect(Collectors.joining("\n")));
    }

    /// From the end of the one to the start of the other, and what lies between.
    private Worded apart(Selection one, Selection other) {
        var ones = evaluator.rows(one);
        var others = evaluator.rows(other);
        if (ones.isEmpty() || others.isEmpty()) {
            return known("No: the programme does not have both.");
        }
        for (var from : ones) {
            for (var to : others) {
                var end = from.end();
                if (from.day() == to.day() && end != null && from.endMinute() <= to.startMinute()) {
                    var between = evaluator.rows(Selection.everything()).stream()
                            .filter(row ->
                                    row.startMinute() >= from.endMinute() && row.startMinute() < to.startMinute())
                            .toList();
                    return known("%s: %s ends at %s%s, %s starts at %s.%s"
                            .formatted(
                                    capital(span(Duration.ofMinutes(to.startMinute() - from.endMinute()))),
                                    from.title(),
                                    ownTime(from, end, null),
                                    from.endInferred() ? " (inferred)" : "",
                                    to.title(),
                                    time(to, null),
                                    between.isEmpty() ? "" : " In between: " + titles(between) + "."));
                }
            }
        }
        return unknown("I don't know: they do not follow each other on one day with an end that is given.");
    }

    private Worded daysWithout(Selection sessions) {
        var with = evaluator.rows(sessions.with(new Relation.Anytime())).stream()
                .map(Row::day)
                .toList();
        var days = IntStream.range(0, programme.days())
                .filter(day -> !with.contains(day))
                .mapToObj(this::dayName)
                .toList();
        return known(days.isEmpty() ? "None: there is one every day." : String.join(", ", days) + ".");
    }

    private Worded longer(Selection one, Selection other) {
        var first = evaluator.rows(one).stream()
                .flatMap(row -> row.length().stream())
                .findFirst();
        var second = evaluator.rows(other).stream()
                .flatMap(row -> row.length().stream())
                .findFirst();
        if (first.isEmpty() || second.isEmpty()) {
            return unknown("I don't know: for one of the two no end time is given.");
        }
        var difference = first.get().minus(second.get());
        var lengths = "%s against %s, by inferred ends".formatted(span(first.get()), span(second.get()));
        return known(
                difference.isZero()
                        ? "They are equally long (%s).".formatted(lengths)
                        : "%s %s (%s)."
                                .formatted(
                                        capital(span(difference.abs())),
                                        difference.isNegative() ? "shorter" : "longer",
                                        lengths));
    }

    private Worded clash(Selection one, Selection other, boolean toAttend) {
        var mine = evaluator.rows(one);
        var theirs = evaluator.rows(other);
        if (mine.isEmpty() || theirs.isEmpty()) {
            return known("No: the programme does not have both.");
        }
        var clashes = Stream.concat(mine.stream(), theirs.stream())
                .distinct()
                .filter(row -> Stream.concat(mine.stream(), theirs.stream())
                        .anyMatch(own -> !own.session().equals(row.session())
                                && Evaluator.overlap(own, row)
                                && mine.contains(own) != (mine.contains(row) && !theirs.contains(row))))
                .sorted(Comparator.comparingLong(Row::startMinute))
                .toList();
        if (!clashes.isEmpty()) {
            return known(
                    (toAttend ? "No, not both in full: they are on at the same time:\n" : "Yes, at the same time:\n")
                            + lines(clashes, null));
        }
        var all = Stream.concat(mine.stream(), theirs.stream())
                .distinct()
                .sorted(Comparator.comparingLong(Row::startMinute))
                .toList();
        return known(
                all.size() > MOST_LINES
                        ? (toAttend ? "Yes, they do not overlap." : "No, they do not overlap.")
                        : (toAttend ? "Yes, nothing overlaps:\n" : "No, nothing overlaps:\n") + lines(all, null));
    }

    // --- people -------------------------------------------------------------------------------------------------

    private Worded people(OfPeople query) {
        var selected = query.selected();
        var people = evaluator.people(selected);
        return switch (query.field()) {
            case WHETHER -> whether(selected, people);
            case HOW_MANY -> howMany(selected, people);
            case WHO, AFFILIATION, CONTACT, ABOUT -> {
                if (people.isEmpty()) {
                    var rows = selected.onStageIn() == null ? List.<Row>of() : evaluator.rows(selected.onStageIn());
                    yield rows.isEmpty() ? known("Nobody in the programme.") : nobody(rows);
                }
                yield switch (query.field()) {
                    case AFFILIATION -> affiliations(people);
                    case CONTACT -> contacts(people);
                    case ABOUT -> about(people);
                    case WHO, WHETHER, HOW_MANY -> introductions(selected, people);
                };
            }
        };
    }

    private Worded introductions(People selected, List<ProgrammePerson> people) {
        // Those on stage first.
        var relevant =
                selected.institutions().isEmpty() && selected.colleaguesOf().isEmpty()
                        ? people
                        : people.stream()
                                .sorted(Comparator.comparing(
                                        person -> programme.sessionsOf(person).isEmpty()))
                                .toList();
        if (relevant.size() <= FEW
                && selected.roles().isEmpty()
                && selected.notRoles().isEmpty()) {
            return known(relevant.stream().map(this::introduction).collect(Collectors.joining("\n")));
        }
        return known(named(relevant));
    }

    private String introduction(ProgrammePerson person) {
        var rows = evaluator.rows(Selection.everything().withPeople(List.of(person.id())));
        return "%s: %s.%s%s"
                .formatted(
                        person.introduced(),
                        roles(person),
                        rows.isEmpty()
                                ? ""
                                : " "
                                        + rows.stream()
                                                .map(row -> "%s at %s".formatted(row.title(), time(row, null)))
                                                .collect(Collectors.joining(", "))
                                        + ".",
                        person.about() == null ? "" : " " + person.about());
    }

    private static String roles(ProgrammePerson person) {
        return person.roles().isEmpty()
                ? "in the programme"
                : person.roles().stream().map(Role::words).collect(Collectors.joining(", "));
    }

    private static String named(List<ProgrammePerson> people) {
        var many = people.size() > 10;
        var names = people.stream()
                .limit(MOST_NAMES)
                .map(person -> many ? person.name() : person.introduced())
                .collect(Collectors.joining(", "));
        return people.size() > MOST_NAMES ? names + " and " + (people.size() - MOST_NAMES) + " more." : names + ".";
    }

    private Worded affiliations(List<ProgrammePerson> people) {
        return known(people.stream()
                .map(person -> person.affiliations().isEmpty()
                        ? person.name() + ": no affiliation is given."
                        : person.name() + ": " + person.affiliation() + ".")
                .collect(Collectors.joining("\n")));
    }

    private Worded contacts(List<ProgrammePerson> people) {
        var with = people.stream().filter(person -> person.email() != null).toList();
        if (with.isEmpty()) {
            return unknown("I don't know an address of %s that I may give out."
                    .formatted(people.stream()
                            .limit(FEW)
                            .map(ProgrammePerson::name)
                            .collect(Collectors.joining(", "))));
        }
        return known("You can write to "
                + with.stream()
                        .map(person -> "%s (%s)".formatted(person.name(), person.email()))
                        .collect(Collectors.joining(", "))
                + ".");
    }

    private Worded about(List<ProgrammePerson> people) {
        var with = people.stream().filter(person -> person.about() != null).toList();
        if (with.isEmpty()) {
            return unknown("I don't know what %s works on: the programme gives only the name and %s."
                    .formatted(people.getFirst().name(), people.getFirst().affiliation()));
        }
        return known(with.stream().map(person -> String.valueOf(person.about())).collect(Collectors.joining("\n")));
    }

    private Worded howMany(People selected, List<ProgrammePerson> people) {
        return known(
                people.isEmpty()
                        ? "None that the programme names."
                        : people.size() > 10
                                ? "%d that the programme names.".formatted(people.size())
                                : "%d: %s".formatted(people.size(), named(people)));
    }

    private Worded whether(People selected, List<ProgrammePerson> people) {
        var all = evaluator.people(People.of(selected.ids()));
        var lines = new ArrayList<String>();
        for (var person : all) {
            lines.add((people.contains(person) ? "Yes: " : "No: ") + introduction(person));
        }
        return known(String.join("\n", lines));
    }

    // --- the event ----------------------------------------------------------------------------------------------

    private Worded event(Query.EventField field) {
        var date = programme.date();
        var zone = programme.zone();
        var place = programme.place();
        return switch (field) {
            case DATE ->
                date == null
                        ? unknown("I don't know the date of %s: it is not set.".formatted(programme.shortName()))
                        : known("%s is %s.".formatted(programme.shortName(), dates(date)));
            case DAYS ->
                known(
                        programme.days() == 1
                                ? "One day."
                                : "%d days%s.".formatted(programme.days(), date == null ? "" : ", " + dates(date)));
            case DAYS_UNTIL -> daysUntil();
            case ZONE ->
                zone == null
                        ? unknown(
                                "I don't know the time zone: none is given. The times are those of the venue's clock.")
                        : known("The times are those of the venue, %s (%s)."
                                .formatted(zone.getDisplayName(TextStyle.FULL, Locale.ENGLISH), zone.getId()));
            case PLACE ->
                place == null
                        ? unknown("I don't know where %s takes place: no city, venue or room is given."
                                .formatted(programme.shortName()))
                        : known("%s takes place in %s.".formatted(programme.shortName(), place));
        };
    }

    private Worded daysUntil() {
        var date = programme.date();
        var now = evaluator.now();
        if (date == null || now == null) {
            return unknown("I don't know, because %s."
                    .formatted(date == null ? "the date is not set" : "I can't tell the time at the venue"));
        }
        var days = ChronoUnit.DAYS.between(now.toLocalDate(), date);
        return known(
                days > 0
                        ? "%s: %s is %s.".formatted(capital(count(days, "day")), programme.shortName(), dates(date))
                        : "None: %s is %s.".formatted(programme.shortName(), dates(date)));
    }

    private Worded converted(LocalTime there, ZoneId zone) {
        var venue = programme.zone();
        var date = programme.date();
        if (venue == null || date == null) {
            return unknown("I don't know what that is at the venue, because %s."
                    .formatted(venue == null ? "its time zone is not set" : "the date is not set"));
        }
        var here = date.atTime(there).atZone(zone).withZoneSameInstant(venue);
        var on = evaluator.rows(Selection.everything().with(new Relation.At(here.toLocalTime())));
        return known("%s in %s is %s%s at the venue.%s"
                .formatted(
                        TIME.format(there),
                        zoneName(zone),
                        TIME.format(here.toLocalTime()),
                        shifted(date, here.toLocalDate()),
                        on.isEmpty() ? "" : " On then: " + describedList(on) + "."));
    }

    private Worded fact(String id, boolean until) {
        var fact = facts.byId(id).orElseThrow();
        var date = fact.date();
        var now = evaluator.now();
        if (!until || date == null || now == null) {
            return known(fact.words());
        }
        var days = ChronoUnit.DAYS.between(now.toLocalDate(), date);
        return known(
                days > 1
                        ? "%d days. %s".formatted(days, fact.words())
                        : days == 1
                                ? "1 day: tomorrow. " + fact.words()
                                : days == 0 ? "None: it is today. " + fact.words() : "It has passed. " + fact.words());
    }

    // --- pieces -------------------------------------------------------------------------------------------------

    private String lines(List<Row> rows, @Nullable ZoneId zone) {
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
                    + standing(row));
        }
        return String.join("\n", lines);
    }

    /// "Tuesday, 15 June"; "today" where it is.
    private String dayName(int day) {
        var date = programme.date();
        return date == null ? "day " + (day + 1) : DAY.format(date.plusDays(day));
    }

    /// "from Monday, 14 June 2027 to Wednesday, 16 June 2027".
    private String dates(LocalDate first) {
        return programme.days() == 1
                ? "on " + DATE.format(first)
                : "from %s to %s".formatted(DAY.format(first), DATE.format(first.plusDays(programme.days() - 1L)));
    }

    /// "Invited talk 4 with Julia Kempe (NYU & Meta)".
    private String described(Row row) {
        var title = row.talkTitle() == null ? row.title() : row.title() + " \"" + row.talkTitle() + "\"";
        var people = row.people().stream()
                .flatMap(id -> programme.person(id).stream())
                .toList();
        if (people.isEmpty()) {
            return title;
        }
        return title + " with "
                + (people.size() < FEW
                        ? people(row)
                        : people.stream().map(ProgrammePerson::name).collect(Collectors.joining(", ")));
    }

    /// The same without the names where they are many: for answers that are about something else.
    private String briefly(Row row) {
        return row.people().size() < FEW ? described(row) : row.title();
    }

    /// " (over)" or " (on now)", where there is a clock.
    private String standing(Row row) {
        var minute = evaluator.minute();
        if (minute.isEmpty() || minute.getAsLong() < row.startMinute()) {
            return "";
        }
        return minute.getAsLong() < row.endMinute() ? " (on now)" : " (over)";
    }

    private String describedList(List<Row> rows) {
        return rows.stream().map(this::described).collect(Collectors.joining("; "));
    }

    private static String titles(List<Row> rows) {
        return rows.stream().map(Row::title).distinct().collect(Collectors.joining(", "));
    }

    private String people(Row row) {
        return row.people().stream()
                .flatMap(id -> programme.person(id).stream())
                .map(ProgrammePerson::introduced)
                .collect(Collectors.joining(", "));
    }

    /// The start at the venue; beside it the day where there are several, and the asker's own time where it differs.
    private String time(Row row, @Nullable ZoneId asked) {
        return ownTime(row, row.start(), asked) + onDay(row);
    }

    /// " on Tuesday, 15 June", " today"; nothing where there is one day only.
    private String onDay(Row row) {
        var date = programme.date();
        var now = evaluator.now();
        if (programme.days() == 1) {
            return "";
        }
        return date != null && now != null && date.plusDays(row.day()).equals(now.toLocalDate())
                ? " today"
                : " on " + dayName(row.day());
    }

    private String lineTime(Row row, @Nullable ZoneId asked) {
        return ownTime(row, row.start(), asked);
    }

    private String ownTime(Row row, LocalTime time, @Nullable ZoneId asked) {
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

    private static String zoneName(ZoneId zone) {
        return zone.getId().substring(zone.getId().lastIndexOf('/') + 1).replace('_', ' ');
    }

    private static String shifted(LocalDate there, LocalDate here) {
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

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }

    private static String sentence(String words) {
        return capital(words) + (words.endsWith(".") ? "" : ".");
    }

    private static String capital(@Nullable String words) {
        return words == null || words.isEmpty()
                ? ""
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
