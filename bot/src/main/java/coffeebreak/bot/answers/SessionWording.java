package coffeebreak.bot.answers;

import coffeebreak.bot.answers.Query.OfSessions;
import coffeebreak.bot.answers.Query.Relation;
import coffeebreak.bot.answers.Query.Selection;
import coffeebreak.bot.programme.Kind;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.ProgrammePerson;
import coffeebreak.bot.programme.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Words what is asked about sessions.
final class SessionWording {
    private final Programme programme;
    private final Evaluator evaluator;
    private final Phrases say;

    SessionWording(Evaluator evaluator, Phrases say) {
        this.programme = evaluator.programme();
        this.evaluator = evaluator;
        this.say = say;
    }

    Worded sessions(OfSessions query) {
        var selection = query.sessions();
        return switch (evaluator.found(selection)) {
            case Found.NoClock _ ->
                Worded.unknown(
                        programme.date() == null
                                ? "I don't know the date of %s, so I can't tell what that is at this moment."
                                        .formatted(programme.shortName())
                                : "I don't know the venue's time zone, so I can't tell what that is at this moment.");
            case Found.NotYet _ -> Worded.known(selection.day() < -1 ? notThatDay() : notYet());
            case Found.Over _ when selection.day() < -1 -> Worded.known(notThatDay());
            case Found.Over _ ->
                Worded.known("%s is over%s; nothing follows.".formatted(programme.shortName(), say.wasYesterday()));
            case Found.Rows(var rows) -> rows(query, rows);
        };
    }

    private String notThatDay() {
        var date = programme.date();
        return "Nothing of the programme is on that day."
                + (date == null ? "" : " %s is %s.".formatted(programme.shortName(), say.dates(date)));
    }

    private String notYet() {
        var first = programme.sessions().getFirst();
        var date = programme.date();
        return "Nothing is on yet: %s starts%s at %s with %s."
                .formatted(
                        programme.shortName(),
                        date == null ? "" : " on " + Phrases.DATE.format(date),
                        say.time(Row.of(first), null),
                        say.described(Row.of(first)));
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
                Worded.known((rows.size() > 1 ? "Yes, %d times:\n".formatted(rows.size()) : "No, only once:\n")
                        + say.lines(rows, query.zone()));
            case LIST -> Worded.known(say.lines(Phrases.withParts(rows), query.zone()));
            case WHETHER, STARTED, CHANGED, MISSED, HOW_MANY, GAPS ->
                throw new IllegalStateException("worded before: " + query);
        };
    }

    /// Nothing fits. With a relation in time, what there is instead; otherwise that there is none.
    private Worded none(Selection selection) {
        return switch (selection.relation()) {
            case Relation.Now _ -> Worded.known(onInstead(selection, "now") + say.upcoming());
            case Relation.In _ -> Worded.known(onInstead(selection, "then") + say.upcoming());
            case Relation.Next _ -> {
                var last = evaluator.rows(Selection.everything().withPlace(-1));
                yield selection.names()
                                && !evaluator
                                        .rows(selection.with(new Relation.Anytime()))
                                        .isEmpty()
                        ? Worded.known("No more of that: nothing of it follows today's programme.\n"
                                + say.lines(evaluator.rows(selection.with(new Relation.Anytime())), null))
                        : Worded.known("Nothing follows: %s is the last item of the programme."
                                .formatted(Phrases.titles(last)));
            }
            case Relation.ToCome _ -> Worded.known("Nothing more follows today.");
            case Relation.Previous _ -> Worded.known("Nothing was on before this.");
            case Relation.After(var anchor, var _) -> {
                var last = evaluator.rows(Selection.everything().withPlace(-1));
                yield anchor instanceof Query.Anchor.Sessions(var sessions)
                                && evaluator.rows(sessions).isEmpty()
                        ? noneOf(sessions)
                        : Worded.known("Nothing follows: %s is the last item of the programme."
                                .formatted(Phrases.titles(last)));
            }
            case Relation.Before _ -> Worded.known("Nothing comes before that: it is where the programme starts.");
            case Relation.At _ -> Worded.known("Nothing of that is on then." + instead(selection));
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
                        + on.stream()
                                .map(row -> say.described(row) + Phrases.untilEnd(row))
                                .collect(Collectors.joining("; "))
                        + ".";
    }

    private Worded noneOf(Selection selection) {
        if (selection.day() >= 0
                && evaluator
                        .rows(Selection.everything().withDay(selection.day()))
                        .isEmpty()) {
            return Worded.known(notThatDay());
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
                return Worded.known("None: %s have the mentorship program.\n%s"
                        .formatted(all.size() == 2 ? "both" : "all of them", say.lines(all, null)));
            }
            return Worded.known("There is no such session in the programme."
                    + (others.isEmpty() ? "" : " There is:\n" + say.lines(others, null)));
        }
        return Worded.known(personInstead(selection));
    }

    /// Where somebody is instead of where they were looked for.
    private String personInstead(Selection selection) {
        var lines = new ArrayList<String>();
        for (var id : selection.people()) {
            var person = programme.person(id).orElseThrow();
            var rows = evaluator.rows(Selection.everything().withPeople(List.of(id)));
            if (rows.isEmpty()) {
                lines.add("%s is not on stage in any session of the programme; listed as %s."
                        .formatted(person.name(), PeopleWording.roles(person)));
            } else {
                lines.add("%s is listed %s, not there.%s"
                        .formatted(
                                person.name(),
                                rows.stream()
                                        .map(row -> "for %s at %s".formatted(row.title(), say.time(row, null)))
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
        return rows.isEmpty() ? "" : "\n" + say.lines(rows, null);
    }

    /// When the programme begins, or one of its days.
    private Worded begin(OfSessions query, List<Row> rows) {
        var row = rows.getFirst();
        return Worded.known("%s starts at %s with %s%s."
                .formatted(
                        query.sessions().day() == -1 ? programme.shortName() : "It",
                        say.time(row, query.zone()),
                        say.described(row),
                        say.countdown(row)));
    }

    /// Stretches of a day without a session, or what is on at the time somebody wants to be free.
    private Worded gaps(Selection selection, List<Row> rows) {
        if (!(selection.relation() instanceof Relation.Anytime)) {
            return Worded.known(
                    rows.isEmpty()
                            ? "Nothing of the programme is on then."
                            : "The programme has then:\n" + say.lines(rows, null));
        }
        var gaps = new ArrayList<String>();
        Row before = null;
        for (var row : rows) {
            if (before != null && before.day() == row.day() && before.endMinute() < row.startMinute()) {
                gaps.add("%s to %s (%s), between %s and %s"
                        .formatted(
                                Phrases.TIME.format(before.end() == null ? before.start() : before.end()),
                                say.time(row, null),
                                Phrases.span(Duration.ofMinutes(row.startMinute() - before.endMinute())),
                                before.title(),
                                row.title()));
            }
            before = before == null || row.endMinute() > before.endMinute() ? row : before;
        }
        return Worded.known(
                gaps.isEmpty()
                        ? "No: one item of the programme follows the other without a gap."
                        : "Yes: " + String.join("; ", gaps) + ".");
    }

    private Worded when(OfSessions query, List<Row> rows) {
        if (rows.size() > 1) {
            return Worded.known(say.lines(rows, query.zone()));
        }
        var row = rows.getFirst();
        var end = row.end();
        return Worded.known("%s is at %s%s%s%s."
                .formatted(
                        say.briefly(row),
                        say.time(row, query.zone()),
                        row.startInferred() ? " (inferred from the length of the talks)" : "",
                        end == null ? "; no end time is given" : Phrases.untilEnd(row),
                        say.countdown(row)));
    }

    private Worded end(Selection selection, List<Row> rows) {
        if (selection.isEverything()
                || !selection.names() && selection.relation() instanceof Relation.Anytime && selection.place() == 0) {
            var last = evaluator.rows(selection.withPlace(-1)).getLast();
            var end = last.end();
            return end == null
                    ? Worded.unknown(
                            "I don't know when it ends: the last item, %s, starts at %s and no end time is given."
                                    .formatted(last.title(), say.time(last, null)))
                    : Worded.known("It ends at %s%s, with %s."
                            .formatted(say.ownTime(last, end, null), say.onDay(last), last.title()));
        }
        var lines = new ArrayList<String>();
        var missing = 0;
        for (var row : rows) {
            var end = row.end();
            if (end == null) {
                missing++;
                lines.add("I don't know when %s ends: it starts at %s and no end time is given."
                        .formatted(row.title(), say.time(row, null)));
            } else {
                lines.add("%s ends at %s%s%s."
                        .formatted(
                                say.briefly(row),
                                say.ownTime(row, end, null),
                                row.endInferred() ? " (inferred from what follows)" : "",
                                say.left(row)));
            }
        }
        var text = String.join("\n", lines);
        return missing == rows.size() ? Worded.unknown(text) : Worded.known(text);
    }

    private Worded until(Selection selection, List<Row> rows) {
        var minute = evaluator.minute();
        if (minute.isEmpty()) {
            return Worded.unknown("I don't know how long that is, because %s. By the programme:\n%s"
                    .formatted(
                            programme.date() == null
                                    ? "the date is not set"
                                    : "I can't tell what time it is at the venue",
                            say.lines(rows, null)));
        }
        var coming = rows.stream()
                .filter(row -> row.startMinute() > minute.getAsLong())
                .min(Comparator.comparingLong(Row::startMinute));
        if (coming.isPresent()) {
            var row = coming.get();
            return Worded.known("%s until %s (%s)."
                    .formatted(
                            Phrases.capital(Phrases.span(Duration.ofMinutes(row.startMinute() - minute.getAsLong()))),
                            say.briefly(row),
                            say.time(row, null)));
        }
        var row = rows.getLast();
        return Worded.known(
                minute.getAsLong() < row.endMinute()
                        ? "%s has started already, at %s.".formatted(say.briefly(row), say.time(row, null))
                        : "%s is over; it was at %s.".formatted(say.briefly(row), say.time(row, null)));
    }

    private Worded where(List<Row> rows) {
        var withRoom = rows.stream().filter(row -> row.session().room() != null).toList();
        var note = rows.size() == 1 ? rows.getFirst().session().note() : null;
        if (withRoom.isEmpty() && note != null) {
            return Worded.known("No room is given for %s (%s). %s"
                    .formatted(rows.getFirst().title(), say.time(rows.getFirst(), null), Phrases.capital(note)));
        }
        if (withRoom.isEmpty()) {
            return Worded.unknown("I don't know where: no room is given for %s.%s"
                    .formatted(
                            rows.size() > Phrases.FEW
                                    ? "that"
                                    : rows.stream()
                                            .map(row -> "%s (%s)".formatted(row.title(), say.time(row, null)))
                                            .collect(Collectors.joining(", ")),
                            programme.place() == null ? "" : " The workshop is in " + programme.place() + "."));
        }
        return Worded.known(withRoom.stream()
                .map(row -> "%s (%s) is in %s."
                        .formatted(
                                say.described(row),
                                say.time(row, null),
                                row.session().room()))
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
            return Worded.known(
                    "%s: %s, %s%s.".formatted(say.names(row), row.title(), say.time(row, null), remark(selection)));
        }
        return Worded.known(say.lines(known, null));
    }

    private static String remark(Selection selection) {
        return selection.relation() instanceof Relation.Now ? " (on now)" : "";
    }

    /// Nobody is known to speak next: what follows is told all the same.
    private Worded nobodyAfter(Selection selection, List<Row> rows) {
        var following = evaluator.rows(Selection.everything().with(selection.relation()));
        return following.isEmpty() || following.equals(rows)
                ? nobody(rows)
                : Worded.known(
                        "Right after comes %s at %s. The programme names nobody yet for %s, which is next with somebody on stage."
                                .formatted(
                                        say.describedList(following),
                                        say.time(following.getFirst(), null),
                                        Phrases.titles(rows)));
    }

    Worded nobody(List<Row> rows) {
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
            return Worded.unknown("I don't know who: the programme names nobody for %s%s."
                    .formatted(Phrases.titles(rows), notes.isEmpty() ? "" : " (" + String.join("; ", notes) + ")"));
        }
        return Worded.known("Nobody is on stage then: " + say.describedList(rows) + ".");
    }

    private Worded what(OfSessions query, List<Row> rows) {
        var selection = query.sessions();
        if (selection.relation() instanceof Relation.Now && rows.size() == 1) {
            var row = rows.getFirst();
            return Worded.known("Now: %s, since %s%s.%s"
                    .formatted(
                            say.described(row),
                            say.time(row, query.zone()),
                            row.end() == null ? "; no end time is given" : Phrases.untilEnd(row),
                            say.upcoming()));
        }
        if (rows.size() == 1) {
            var row = rows.getFirst();
            var parts = Phrases.parts(row);
            return Worded.known("%s: %s%s%s.%s%s"
                    .formatted(
                            say.time(row, query.zone()),
                            say.described(row),
                            row.end() == null ? "; no end time is given" : Phrases.untilEnd(row),
                            say.countdown(row),
                            row.session().note() == null
                                    ? ""
                                    : " (" + Phrases.sentence(row.session().note()) + ")",
                            parts.size() > 1 ? "\n" + say.lines(parts, query.zone()) : ""));
        }
        return Worded.known(say.lines(rows, query.zone()));
    }

    private Worded title(List<Row> all) {
        var rows = all.stream().flatMap(row -> Phrases.parts(row).stream()).toList();
        var titled = rows.stream().filter(row -> row.talkTitle() != null).toList();
        if (titled.isEmpty()) {
            return Worded.unknown("I don't know the title or topic of %s: none is given.%s"
                    .formatted(
                            Phrases.titles(rows),
                            rows.size() == 1 ? " It is at " + say.time(rows.getFirst(), null) + "." : ""));
        }
        return Worded.known(titled.stream()
                .map(row -> "%s: \"%s\" at %s.".formatted(say.described(row), row.talkTitle(), say.time(row, null)))
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
            var whole = rows.size() == 1 ? rows.getFirst().length().map(Phrases::span) : Optional.<String>empty();
            return Worded.known("%s%s each (%s)%s."
                    .formatted(
                            whole.map(span -> Phrases.capital(span) + " in all, ")
                                    .orElse(""),
                            whole.isPresent()
                                    ? Phrases.span(lengths.getFirst().get())
                                    : Phrases.capital(
                                            Phrases.span(lengths.getFirst().get())),
                            parts.stream()
                                    .map(row -> row.title() + " at " + say.time(row, null))
                                    .collect(Collectors.joining(", ")),
                            parts.stream().anyMatch(Row::endInferred) ? ", inferred from what follows" : ""));
        }
        if (parts.size() > Phrases.MOST_LINES) {
            return Worded.known(lengthsByKind(parts));
        }
        var lines = new ArrayList<String>();
        var unknown = 0;
        for (var row : parts) {
            var length = row.length();
            if (length.isEmpty()) {
                unknown++;
                lines.add("I don't know how long %s is: it starts at %s and no end time is given."
                        .formatted(row.title(), say.time(row, null)));
            } else {
                lines.add("%s takes %s: %s to %s%s."
                        .formatted(
                                say.described(row),
                                Phrases.span(length.get()),
                                say.time(row, null),
                                Phrases.TIME.format(row.start().plus(length.get())),
                                row.endInferred() ? " (end inferred)" : ""));
            }
        }
        var text = String.join("\n", lines);
        return unknown == parts.size() ? Worded.unknown(text) : Worded.known(text);
    }

    /// "Invited talk: 30 minutes; contributed talks: 15 minutes".
    private static String lengthsByKind(List<Row> rows) {
        var kinds = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.session().kind().name(),
                        LinkedHashMap::new,
                        Collectors.mapping(
                                row -> row.length().map(Phrases::span).orElse("an unknown time"),
                                Collectors.collectingAndThen(
                                        Collectors.toCollection(LinkedHashSet::new),
                                        lengths -> String.join(" or ", lengths)))));
        return Phrases.capital(kinds.entrySet().stream()
                        .map(kind -> kind.getKey() + ": " + kind.getValue())
                        .collect(Collectors.joining("; ")))
                + (rows.stream().anyMatch(Row::endInferred) ? ", inferred from what follows." : ".");
    }

    private Worded total(List<Row> rows) {
        var open = rows.stream().filter(row -> row.end() == null).toList();
        var sum = rows.stream().flatMap(row -> row.length().stream()).reduce(Duration.ZERO, Duration::plus);
        if (open.size() == rows.size()) {
            return Worded.unknown("I don't know: no end time is given for %s.".formatted(Phrases.titles(rows)));
        }
        return Worded.known("%s in total: %s%s%s."
                .formatted(
                        Phrases.capital(Phrases.span(sum)),
                        rows.stream()
                                .filter(row -> row.end() != null)
                                .map(row -> "%s at %s (%s)"
                                        .formatted(
                                                row.title(),
                                                say.time(row, null),
                                                Phrases.span(row.length().orElseThrow())))
                                .collect(Collectors.joining(", ")),
                        rows.stream().anyMatch(Row::endInferred) ? "; the ends are inferred" : "",
                        open.isEmpty()
                                ? ""
                                : "; not counting %s, whose end is not given".formatted(Phrases.titles(open))));
    }

    private Worded howMany(Selection selection, List<Row> rows) {
        var parts = rows.stream()
                .flatMap(row -> row.part() == null
                                && !row.session().parts().isEmpty()
                                && row.session().kind().nature() == Kind.Nature.TALK
                        ? row.session().parts().stream().map(part -> new Row(row.session(), part))
                        : Phrases.parts(row).stream())
                .toList();
        if (parts.isEmpty()) {
            return Worded.known("None.");
        }
        return Worded.known("%d: %s."
                .formatted(
                        parts.size(),
                        parts.stream()
                                .map(row -> "%s at %s".formatted(row.title(), say.time(row, null)))
                                .collect(Collectors.joining(", "))));
    }

    private Worded whether(Selection selection, List<Row> rows) {
        if (rows.size() == 1
                && selection.names()
                && selection.relation() instanceof Relation.At(var time)
                && !rows.getFirst().start().equals(time)) {
            var row = rows.getFirst();
            return Worded.known("It starts at %s, not at %s: %s%s, so it is on then."
                    .formatted(
                            say.time(row, null), Phrases.TIME.format(time), say.described(row), Phrases.untilEnd(row)));
        }
        if (!rows.isEmpty()) {
            return Worded.known(
                    (rows.size() == 1 ? "Yes: " + whatLine(rows.getFirst()) : "Yes:\n" + say.lines(rows, null)));
        }
        if (!selection.people().isEmpty()) {
            return Worded.known("No: " + personInstead(selection));
        }
        if (selection.relation() instanceof Relation.Now && !selection.names()) {
            return Worded.known("No, nothing is on now." + say.upcoming());
        }
        var wider = selection
                .withPeople(List.of())
                .withPlace(0)
                .withDay(-1)
                .withoutPart()
                .with(new Relation.Anytime());
        var instead = wider.names() || wider.spoken() ? evaluator.rows(wider) : List.<Row>of();
        return Worded.known(
                instead.isEmpty()
                        ? "No, the programme lists nothing like that."
                        : "No, not by the programme. It has:\n" + say.lines(instead, null));
    }

    private String whatLine(Row row) {
        return "%s is at %s%s%s."
                .formatted(
                        say.described(row),
                        say.time(row, null),
                        row.end() == null ? "; no end time is given" : Phrases.untilEnd(row),
                        say.countdown(row));
    }

    private Worded started() {
        var minute = evaluator.minute();
        var first = evaluator.rows(Selection.everything()).getFirst();
        if (minute.isEmpty()) {
            return Worded.unknown("I don't know, because %s. By the programme it starts at %s with %s."
                    .formatted(
                            programme.date() == null ? "the date is not set" : "I can't tell the time at the venue",
                            say.time(first, null),
                            say.described(first)));
        }
        if (minute.getAsLong() < first.startMinute()) {
            var to = first.startMinute() - minute.getAsLong();
            return Worded.known("Not yet: it starts at %s with %s%s."
                    .formatted(
                            say.time(first, null),
                            say.described(first),
                            to < 1440 ? ", in " + Phrases.span(Duration.ofMinutes(to)) : ""));
        }
        return switch (evaluator.found(Selection.everything().with(new Relation.Now()))) {
            case Found.Rows(var rows)
            when !rows.isEmpty() ->
                Worded.known("It started at %s. Now: %s%s.%s"
                        .formatted(
                                say.time(first, null),
                                say.describedList(rows),
                                rows.getFirst().end() == null
                                        ? "; no end time is given"
                                        : Phrases.untilEnd(rows.getFirst()),
                                say.upcoming()));
            case Found.Rows _, Found.NoClock _, Found.NotYet _, Found.Over _ ->
                Worded.known("It is over%s.".formatted(say.wasYesterday()));
        };
    }

    /// Whether some sessions are over, on, or to come.
    private Worded standing(List<Row> rows) {
        var minute = evaluator.minute();
        if (minute.isEmpty()) {
            return Worded.unknown("I don't know, because %s. By the programme:\n%s"
                    .formatted(
                            programme.date() == null ? "the date is not set" : "I can't tell the time at the venue",
                            say.lines(rows, null)));
        }
        return Worded.known(rows.stream()
                .map(row -> {
                    var to = row.startMinute() - minute.getAsLong();
                    if (to > 0) {
                        return "Not yet: %s starts at %s%s."
                                .formatted(
                                        say.briefly(row),
                                        say.time(row, null),
                                        to < 1440 ? ", in " + Phrases.span(Duration.ofMinutes(to)) : "");
                    }
                    return minute.getAsLong() < row.endMinute()
                            ? "%s is on now, since %s%s."
                                    .formatted(say.briefly(row), say.time(row, null), Phrases.untilEnd(row))
                            : "%s is over; it was at %s%s."
                                    .formatted(say.briefly(row), say.time(row, null), Phrases.untilEnd(row));
                })
                .collect(Collectors.joining("\n")));
    }

    private Worded changed(Selection selection, List<Row> rows) {
        var shown = rows.isEmpty() ? evaluator.rows(selection.withPlace(0)) : rows;
        return Worded.known("No, I know of no change. By the programme:\n" + say.lines(shown, null));
    }

    private Worded missed(Selection selection, List<Row> rows) {
        var minute = evaluator.minute();
        if (rows.isEmpty()) {
            return none(selection);
        }
        if (minute.isEmpty()) {
            return Worded.known("By the programme:\n" + say.lines(rows, null));
        }
        return Worded.known(rows.stream()
                .map(row -> {
                    if (row.startMinute() > minute.getAsLong()) {
                        return "No: %s starts at %s, in %s."
                                .formatted(
                                        say.described(row),
                                        say.time(row, null),
                                        Phrases.span(Duration.ofMinutes(row.startMinute() - minute.getAsLong())));
                    }
                    return minute.getAsLong() < row.endMinute()
                            ? "Not quite: %s is on now, since %s%s."
                                    .formatted(say.described(row), say.time(row, null), Phrases.untilEnd(row))
                            : "Yes: %s was at %s%s."
                                    .formatted(say.described(row), say.time(row, null), Phrases.untilEnd(row));
                })
                .collect(Collectors.joining("\n")));
    }
}
