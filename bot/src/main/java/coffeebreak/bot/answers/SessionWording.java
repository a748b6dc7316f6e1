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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Words what is asked about sessions.
final class SessionWording {
    private final Programme programme;
    private final Evaluator evaluator;
    private final Phrases say;
    private final Sentences in;

    SessionWording(Evaluator evaluator, Phrases say) {
        this.programme = evaluator.programme();
        this.evaluator = evaluator;
        this.say = say;
        this.in = say.in();
    }

    Worded sessions(OfSessions query) {
        var selection = query.sessions();
        return switch (evaluator.found(selection)) {
            case Found.NoClock _ ->
                say.unknown(programme.date() == null ? in.noDate(programme.shortName()) : in.noZone());
            case Found.NotYet _ -> Worded.known(selection.day() < -1 ? notThatDay() : notYet());
            case Found.Over _ when selection.day() < -1 -> Worded.known(notThatDay());
            case Found.Over _ -> Worded.known(in.overSo(programme.shortName(), say.wasYesterday()));
            case Found.Rows(var rows) -> rows(query, rows);
        };
    }

    private String notThatDay() {
        var date = programme.date();
        return in.nothingThatDay() + (date == null ? "" : " " + in.isOn(programme.shortName(), say.dates(date)));
    }

    private String notYet() {
        var first = Row.of(programme.sessions().getFirst());
        var date = programme.date();
        return in.nothingYet(
                programme.shortName(),
                date == null ? null : in.onDate(date),
                say.time(first, null),
                say.described(first));
    }

    private Worded rows(OfSessions query, List<Row> rows) {
        var selection = query.sessions();
        return switch (query.field()) {
            case WHETHER -> whether(selection, rows);
            case STARTED -> selection.names() && !rows.isEmpty() ? standing(rows) : started();
            case CHANGED -> changed(selection, rows);
            case MISSED -> missed(selection, rows);
            case HOW_MANY -> howMany(rows);
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
            case UNTIL -> until(rows);
            case WHERE -> where(rows);
            case WHO -> who(query.sessions(), rows);
            case WHAT -> what(query, rows);
            case TITLE -> title(rows);
            case HOW_LONG -> howLong(query.sessions(), rows);
            case TOTAL -> total(rows);
            case TWICE ->
                Worded.knownInEnglish((rows.size() > 1 ? "Yes, %d times:\n".formatted(rows.size()) : "No, only once:\n")
                        + say.lines(rows, query.zone()));
            case LIST -> Worded.known(say.lines(Phrases.withParts(rows), query.zone()));
            case WHETHER, STARTED, CHANGED, MISSED, HOW_MANY, GAPS ->
                throw new IllegalStateException("worded before: " + query);
        };
    }

    /// Nothing fits. With a relation in time, what there is instead; otherwise that there is none.
    private Worded none(Selection selection) {
        return switch (selection.relation()) {
            case Relation.Now _ -> Worded.known(onInstead(selection, true) + say.upcoming());
            case Relation.In _ -> Worded.known(onInstead(selection, false) + say.upcoming());
            case Relation.Next _ -> {
                var all = evaluator.rows(selection.with(new Relation.Anytime()));
                yield Worded.known(
                        selection.names() && !all.isEmpty()
                                ? in.noMoreOfThat(say.lines(all, null))
                                : in.nothingFollows(last()));
            }
            case Relation.ToCome _ -> Worded.known(in.nothingFollowsToday());
            case Relation.Previous _ -> Worded.known(in.nothingBefore());
            case Relation.After(var anchor, var _) ->
                anchor instanceof Query.Anchor.Sessions(var sessions)
                                && evaluator.rows(sessions).isEmpty()
                        ? noneOf(sessions)
                        : Worded.known(in.nothingFollows(last()));
            case Relation.Before _ -> Worded.known(in.nothingBeforeThat());
            case Relation.At _ -> Worded.known(in.nothingOfThatThen(instead(selection)));
            case Relation.Anytime _, Relation.Between _, Relation.While _ -> noneOf(selection);
        };
    }

    private String last() {
        return say.titles(evaluator.rows(Selection.everything().withPlace(-1)));
    }

    /// "Nobody speaks now: it is Coffee Break, until 11:00."
    private String onInstead(Selection selection, boolean now) {
        var on = evaluator.rows(Selection.everything().with(selection.relation()));
        return in.nothingOn(
                selection.spoken(),
                selection.names(),
                now,
                on.stream().map(row -> say.described(row) + say.untilEnd(row)).toList());
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
                return Worded.knownInEnglish("None: %s have the mentorship program.\n%s"
                        .formatted(all.size() == 2 ? "both" : "all of them", say.lines(all, null)));
            }
            return Worded.known(in.noSuchSession(say.lines(others, null)));
        }
        return Worded.known(personInstead(selection));
    }

    /// Where somebody is instead of where they were looked for.
    private String personInstead(Selection selection) {
        var lines = new ArrayList<String>();
        for (var id : selection.people()) {
            var person = programme.person(id).orElseThrow();
            var rows = evaluator.rows(Selection.everything().withPeople(List.of(id)));
            lines.add(
                    rows.isEmpty()
                            ? in.notOnStage(person.name(), in.roles(person.roles()))
                            : in.elsewhereOnStage(
                                    person.name(),
                                    rows.stream().map(say::titleAt).toList(),
                                    mayHoldTable(person, selection)));
        }
        return String.join("\n", lines);
    }

    private boolean mayHoldTable(ProgrammePerson person, Selection selection) {
        var breaks =
                programme.breaks().stream().map(session -> session.kind().id()).toList();
        return person.is(Role.MENTOR)
                && (Boolean.TRUE.equals(selection.mentorship())
                        || selection.kinds().stream().anyMatch(breaks::contains));
    }

    private String instead(Selection selection) {
        var wider = selection.with(new Relation.Anytime());
        var rows = wider.names() ? evaluator.rows(wider) : List.<Row>of();
        return say.lines(rows, null);
    }

    /// When the programme begins, or one of its days.
    private Worded begin(OfSessions query, List<Row> rows) {
        var row = rows.getFirst();
        return Worded.known(in.starts(
                query.sessions().day() == -1 ? programme.shortName() : null,
                say.time(row, query.zone()),
                say.described(row),
                say.countdown(row)));
    }

    /// Stretches of a day without a session, or what is on at the time somebody wants to be free.
    private Worded gaps(Selection selection, List<Row> rows) {
        if (!(selection.relation() instanceof Relation.Anytime)) {
            return Worded.knownInEnglish(
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
                                say.clock(before.end() == null ? before.start() : before.end()),
                                say.time(row, null),
                                say.span(row.startMinute() - before.endMinute()),
                                before.title(),
                                row.title()));
            }
            before = before == null || row.endMinute() > before.endMinute() ? row : before;
        }
        return Worded.knownInEnglish(
                gaps.isEmpty()
                        ? "No: one item of the programme follows the other without a gap."
                        : "Yes: " + String.join("; ", gaps) + ".");
    }

    private Worded when(OfSessions query, List<Row> rows) {
        if (rows.size() > 1) {
            return Worded.known(say.lines(rows, query.zone()));
        }
        var row = rows.getFirst();
        return Worded.known(in.isAt(
                say.briefly(row), say.time(row, query.zone()), row.startInferred(), say.end(row), say.countdown(row)));
    }

    private Worded end(Selection selection, List<Row> rows) {
        if (selection.isEverything()
                || !selection.names() && selection.relation() instanceof Relation.Anytime && selection.place() == 0) {
            var last = evaluator.rows(selection.withPlace(-1)).getLast();
            var end = last.end();
            return end == null
                    ? say.unknown(in.endUnknown(null, last.title(), say.time(last, null)))
                    : Worded.known(in.endsWith(say.time(last, end, null), last.title()));
        }
        var lines = new ArrayList<String>();
        var missing = 0;
        for (var row : rows) {
            var end = row.end();
            if (end == null) {
                missing++;
                lines.add(in.endUnknown(row.title(), row.title(), say.time(row, null)));
            } else {
                lines.add(in.ends(say.briefly(row), say.ownTime(row, end, null), row.endInferred(), say.left(row)));
            }
        }
        var text = String.join("\n", lines);
        return missing == rows.size() ? say.unknown(text) : Worded.known(text);
    }

    private Worded until(List<Row> rows) {
        var minute = evaluator.minute();
        if (minute.isEmpty()) {
            return say.unknown(in.spanUnknown(programme.date() != null, say.lines(rows, null)));
        }
        var coming = rows.stream()
                .filter(row -> row.startMinute() > minute.getAsLong())
                .min(Comparator.comparingLong(Row::startMinute));
        if (coming.isPresent()) {
            var row = coming.get();
            return Worded.known(in.untilThen(
                    say.span(row.startMinute() - minute.getAsLong()), say.briefly(row), say.time(row, null)));
        }
        var row = rows.getLast();
        return Worded.known(
                minute.getAsLong() < row.endMinute()
                        ? in.startedAlready(say.briefly(row), say.time(row, null))
                        : in.wasAt(say.briefly(row), say.time(row, null), ""));
    }

    private Worded where(List<Row> rows) {
        var withRoom = rows.stream().filter(row -> row.session().room() != null).toList();
        var note = rows.size() == 1 ? rows.getFirst().session().note() : null;
        if (withRoom.isEmpty() && note != null) {
            return Worded.knownInEnglish("No room is given for %s (%s). %s"
                    .formatted(rows.getFirst().title(), say.time(rows.getFirst(), null), Sentences.capital(note)));
        }
        if (withRoom.isEmpty()) {
            return say.unknown(in.noRoom(
                    rows.size() > Phrases.FEW
                            ? null
                            : in.listed(rows.stream()
                                    .map(row -> in.titleWithTime(row.title(), say.time(row, null)))
                                    .toList()),
                    programme.place()));
        }
        return Worded.known(withRoom.stream()
                .map(row -> in.isIn(
                        say.described(row),
                        say.time(row, null),
                        String.valueOf(row.session().room())))
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
            return Worded.known(in.onStage(
                    say.names(row), row.title(), say.time(row, null), selection.relation() instanceof Relation.Now));
        }
        return Worded.known(say.lines(known, null));
    }

    /// Nobody is known to speak next: what follows is told all the same.
    private Worded nobodyAfter(Selection selection, List<Row> rows) {
        var following = evaluator.rows(Selection.everything().with(selection.relation()));
        return following.isEmpty() || following.equals(rows)
                ? nobody(rows)
                : Worded.known(in.thenComes(
                        say.describedList(following), say.time(following.getFirst(), null), say.titles(rows)));
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
        if (!notes.isEmpty()) {
            return say.unknownInEnglish("I don't know who: the programme names nobody for %s (%s)."
                    .formatted(say.titles(rows), String.join("; ", notes)));
        }
        return staged
                ? say.unknown(in.nobodyNamed(say.titles(rows)))
                : Worded.known(in.nobodyOnStage(say.describedList(rows)));
    }

    private Worded what(OfSessions query, List<Row> rows) {
        if (rows.size() > 1) {
            return Worded.known(say.lines(rows, query.zone()));
        }
        var row = rows.getFirst();
        if (query.sessions().relation() instanceof Relation.Now) {
            return Worded.known(in.now(say.described(row), say.time(row, query.zone()), say.end(row), say.upcoming()));
        }
        var parts = Phrases.parts(row);
        var note = row.session().note();
        var is = in.atIs(say.time(row, query.zone()), say.described(row), say.end(row), say.countdown(row));
        var lines = parts.size() > 1 ? "\n" + say.lines(parts, query.zone()) : "";
        return note == null
                ? Worded.known(is + lines)
                : Worded.knownInEnglish(
                        "%s (%s%s)%s".formatted(is, Sentences.capital(note), note.endsWith(".") ? "" : ".", lines));
    }

    private Worded title(List<Row> all) {
        var rows = all.stream().flatMap(row -> Phrases.parts(row).stream()).toList();
        var titled = rows.stream().filter(row -> row.talkTitle() != null).toList();
        if (titled.isEmpty()) {
            return say.unknown(
                    in.titleUnknown(say.titles(rows), rows.size() == 1 ? say.time(rows.getFirst(), null) : null));
        }
        return Worded.known(titled.stream()
                .map(row -> in.talkTitle(say.described(row), String.valueOf(row.talkTitle()), say.time(row, null)))
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
            return Worded.known(in.takeEach(
                    rows.size() == 1 ? rows.getFirst().length().map(in::span).orElse(null) : null,
                    in.span(lengths.getFirst().get()),
                    say.titlesAt(parts),
                    parts.stream().anyMatch(Row::endInferred)));
        }
        if (parts.size() > Phrases.MOST_LINES) {
            return Worded.knownInEnglish(lengthsByKind(parts));
        }
        var lines = new ArrayList<String>();
        var unknown = 0;
        for (var row : parts) {
            var length = row.length();
            if (length.isEmpty()) {
                unknown++;
                lines.add(in.lengthUnknown(row.title(), say.time(row, null)));
            } else {
                lines.add(in.takes(
                        say.described(row),
                        in.span(length.get()),
                        say.time(row, null),
                        say.clock(row.start().plus(length.get())),
                        row.endInferred()));
            }
        }
        var text = String.join("\n", lines);
        return unknown == parts.size() ? say.unknown(text) : Worded.known(text);
    }

    /// "Invited talk: 30 minutes; contributed talks: 15 minutes".
    private String lengthsByKind(List<Row> rows) {
        var kinds = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.session().kind().name(),
                        LinkedHashMap::new,
                        Collectors.mapping(
                                row -> row.length().map(in::span).orElse("an unknown time"),
                                Collectors.collectingAndThen(
                                        Collectors.toCollection(LinkedHashSet::new),
                                        lengths -> String.join(" or ", lengths)))));
        return Sentences.capital(kinds.entrySet().stream()
                        .map(kind -> kind.getKey() + ": " + kind.getValue())
                        .collect(Collectors.joining("; ")))
                + (rows.stream().anyMatch(Row::endInferred) ? ", inferred from what follows." : ".");
    }

    private Worded total(List<Row> rows) {
        var open = rows.stream().filter(row -> row.end() == null).toList();
        var sum = rows.stream().flatMap(row -> row.length().stream()).reduce(Duration.ZERO, Duration::plus);
        if (open.size() == rows.size()) {
            return say.unknownInEnglish("I don't know: no end time is given for %s.".formatted(say.titles(rows)));
        }
        return Worded.knownInEnglish("%s in total: %s%s%s."
                .formatted(
                        Sentences.capital(in.span(sum)),
                        rows.stream()
                                .filter(row -> row.end() != null)
                                .map(row -> "%s (%s)"
                                        .formatted(
                                                say.titleAt(row),
                                                in.span(row.length().orElseThrow())))
                                .collect(Collectors.joining(", ")),
                        rows.stream().anyMatch(Row::endInferred) ? "; the ends are inferred" : "",
                        open.isEmpty() ? "" : "; not counting %s, whose end is not given".formatted(say.titles(open))));
    }

    private Worded howMany(List<Row> rows) {
        var parts = rows.stream()
                .flatMap(row -> row.part() == null
                                && !row.session().parts().isEmpty()
                                && row.session().kind().nature() == Kind.Nature.TALK
                        ? row.session().parts().stream().map(part -> new Row(row.session(), part))
                        : Phrases.parts(row).stream())
                .toList();
        return Worded.known(parts.isEmpty() ? in.none() : in.count(parts.size(), say.titlesAt(parts)));
    }

    private Worded whether(Selection selection, List<Row> rows) {
        if (rows.size() == 1
                && selection.names()
                && selection.relation() instanceof Relation.At(var time)
                && !rows.getFirst().start().equals(time)) {
            var row = rows.getFirst();
            return Worded.known(
                    in.startsOtherwise(say.time(row, null), say.clock(time), say.described(row), say.untilEnd(row)));
        }
        if (!rows.isEmpty()) {
            return Worded.known(
                    rows.size() == 1 ? in.yes(whatLine(rows.getFirst())) : in.yesLines(say.lines(rows, null)));
        }
        if (!selection.people().isEmpty()) {
            return Worded.known(in.no(personInstead(selection)));
        }
        if (selection.relation() instanceof Relation.Now && !selection.names()) {
            return Worded.known(in.nothingNow() + say.upcoming());
        }
        var wider = selection
                .withPeople(List.of())
                .withPlace(0)
                .withDay(-1)
                .withoutPart()
                .with(new Relation.Anytime());
        var instead = wider.names() || wider.spoken() ? evaluator.rows(wider) : List.<Row>of();
        return Worded.known(instead.isEmpty() ? in.nothingLikeThat() : in.notSoBut(say.lines(instead, null)));
    }

    private String whatLine(Row row) {
        return in.isAt(say.described(row), say.time(row, null), false, say.end(row), say.countdown(row));
    }

    private Worded started() {
        var minute = evaluator.minute();
        var first = evaluator.rows(Selection.everything()).getFirst();
        if (minute.isEmpty()) {
            return say.unknown(in.startUnknown(programme.date() != null, say.time(first, null), say.described(first)));
        }
        if (minute.getAsLong() < first.startMinute()) {
            return Worded.known(in.startsLater(
                    say.time(first, null), say.described(first), say.toStart(first, minute.getAsLong())));
        }
        return switch (evaluator.found(Selection.everything().with(new Relation.Now()))) {
            case Found.Rows(var rows)
            when !rows.isEmpty() ->
                Worded.known(in.startedAt(
                        say.time(first, null), say.describedList(rows), say.end(rows.getFirst()), say.upcoming()));
            case Found.Rows _, Found.NoClock _, Found.NotYet _, Found.Over _ ->
                Worded.known(in.over(say.wasYesterday()));
        };
    }

    /// Whether some sessions are over, on, or to come.
    private Worded standing(List<Row> rows) {
        var minute = evaluator.minute();
        if (minute.isEmpty()) {
            return say.unknownInEnglish("I don't know, because %s. By the programme:\n%s"
                    .formatted(
                            programme.date() == null ? "the date is not set" : "I can't tell the time at the venue",
                            say.lines(rows, null)));
        }
        return Worded.known(rows.stream()
                .map(row -> switch (say.standing(row)) {
                    case TO_COME ->
                        in.notYet(say.briefly(row), say.time(row, null), say.toStart(row, minute.getAsLong()));
                    case ON -> in.onSince(say.briefly(row), say.time(row, null), say.untilEnd(row));
                    case OVER -> in.wasAt(say.briefly(row), say.time(row, null), say.untilEnd(row));
                })
                .collect(Collectors.joining("\n")));
    }

    private Worded changed(Selection selection, List<Row> rows) {
        var shown = rows.isEmpty() ? evaluator.rows(selection.withPlace(0)) : rows;
        return Worded.known(in.noChange(say.lines(shown, null)));
    }

    private Worded missed(Selection selection, List<Row> rows) {
        var minute = evaluator.minute();
        if (rows.isEmpty()) {
            return none(selection);
        }
        if (minute.isEmpty()) {
            return Worded.knownInEnglish("By the programme:\n" + say.lines(rows, null));
        }
        return Worded.knownInEnglish(rows.stream()
                .map(row -> switch (say.standing(row)) {
                    case TO_COME ->
                        "No: %s starts at %s, in %s."
                                .formatted(
                                        say.described(row),
                                        say.time(row, null),
                                        say.span(row.startMinute() - minute.getAsLong()));
                    case ON ->
                        "Not quite: %s is on now, since %s%s."
                                .formatted(say.described(row), say.time(row, null), say.untilEnd(row));
                    case OVER ->
                        "Yes: %s was at %s%s.".formatted(say.described(row), say.time(row, null), say.untilEnd(row));
                })
                .collect(Collectors.joining("\n")));
    }
}
