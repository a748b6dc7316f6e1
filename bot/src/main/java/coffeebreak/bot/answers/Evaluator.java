package coffeebreak.bot.answers;

import coffeebreak.bot.answers.Query.Anchor;
import coffeebreak.bot.answers.Query.DayPart;
import coffeebreak.bot.answers.Query.People;
import coffeebreak.bot.answers.Query.Relation;
import coffeebreak.bot.answers.Query.Selection;
import coffeebreak.bot.programme.Kind;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.ProgrammePerson;
import coffeebreak.bot.programme.Session;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Evaluates selections on one version of the programme at one moment: the same in, the same out.
final class Evaluator {

    /// The programme's own day, told by the clock.
    static final int TODAY = -2;

    /// The day after it.
    static final int TOMORROW = -3;

    /// The day before it.
    static final int YESTERDAY = -4;

    private static final LocalTime EVENING = LocalTime.of(17, 0);

    private final Programme programme;
    private final @Nullable LocalDateTime now;

    /// @param now what the venue's clock shows; null when nobody can tell
    Evaluator(Programme programme, @Nullable LocalDateTime now) {
        this.programme = programme;
        this.now = now;
    }

    Programme programme() {
        return programme;
    }

    @Nullable
    LocalDateTime now() {
        return now;
    }

    /// Minutes since the programme's first midnight; empty where date or clock are not known.
    OptionalLong minute() {
        var date = programme.date();
        return now == null || date == null
                ? OptionalLong.empty()
                : OptionalLong.of(ChronoUnit.MINUTES.between(date.atStartOfDay(), now));
    }

    Found found(Selection selection) {
        var minute = minute();
        var timed = selection.day() < -1
                || switch (selection.relation()) {
                    case Relation.Now _, Relation.Next _, Relation.ToCome _, Relation.Previous _, Relation.In _ -> true;
                    case Relation.Anytime _,
                            Relation.At _,
                            Relation.Before _,
                            Relation.After _,
                            Relation.Between _,
                            Relation.While _ -> false;
                };
        if (timed) {
            if (minute.isEmpty()) {
                return new Found.NoClock();
            }
            var day = Math.floorDiv(minute.getAsLong(), 1440L) + shift(selection.day());
            if (day < 0) {
                return new Found.NotYet();
            }
            if (day >= programme.days()) {
                return new Found.Over();
            }
        }
        return new Found.Rows(rows(selection));
    }

    /// The rows of a selection, in order; none for one that depends on a time nobody can tell.
    List<Row> rows(Selection selection) {
        var rows = new ArrayList<Row>();
        for (var session : programme.sessions()) {
            rows.addAll(candidates(session, selection));
        }
        rows.sort(Comparator.comparingLong(Row::startMinute));
        var numbered = numbered(rows, selection);
        // "The second break at 15:00" is the second of all, "the first talk after lunch" the first of those.
        return selection.relation() instanceof Relation.At
                ? related(placed(numbered, selection), selection)
                : placed(related(numbered, selection), selection);
    }

    /// A session, or its parts where the selection means those.
    private List<Row> candidates(Session session, Selection selection) {
        if (!selection.kinds().isEmpty()
                        && !selection.kinds().contains(session.kind().id())
                || selection.notKinds().contains(session.kind().id())
                || selection.mentorship() != null && selection.mentorship() != session.mentorship()
                || selection.part() != null && !in(selection.part(), session.start())
                || selection.day() >= 0 && selection.day() != session.day()
                || selection.day() < -1 && !today(session, selection.day())) {
            return List.of();
        }
        var room = session.room();
        if (!selection.rooms().isEmpty() && (room == null || !selection.rooms().contains(room))) {
            return List.of();
        }
        var row = Row.of(session);
        var parts = session.parts().stream().map(part -> new Row(session, part)).toList();
        var all = new ArrayList<Row>();
        if (!selection.ids().contains(row.id())) {
            parts.stream().filter(part -> selection.ids().contains(part.id())).forEach(all::add);
        }
        if (all.isEmpty() && (selection.ids().isEmpty() || selection.ids().contains(row.id()))) {
            all.addAll(parted(selection, session) ? parts : List.of(row));
            // Whoever speaks in a part is asked about for that part; whoever leads them all, for the session.
            if (!selection.people().isEmpty()) {
                var own = parts.stream()
                        .filter(part -> part.people().containsAll(selection.people()))
                        .toList();
                if (!own.isEmpty()) {
                    all.clear();
                    all.addAll(own);
                }
            }
        }
        all.removeIf(one -> !one.people().containsAll(selection.people())
                || selection.spoken()
                        && one.people().isEmpty()
                        && session.kind().nature() != Kind.Nature.TALK);
        return all;
    }

    private static int shift(int day) {
        return switch (day) {
            case TOMORROW -> 1;
            case YESTERDAY -> -1;
            default -> 0;
        };
    }

    private boolean today(Session session, int day) {
        var minute = minute();
        return minute.isPresent() && session.day() == Math.floorDiv(minute.getAsLong(), 1440L) + shift(day);
    }

    /// "The second contributed talk", "the talk that is on now" and "who speaks after her" mean one talk of a session
    /// with several.
    private boolean parted(Selection selection, Session session) {
        if (session.parts().isEmpty()) {
            return false;
        }
        var staffed = session.parts().stream().anyMatch(part -> !part.people().isEmpty() || part.talkTitle() != null);
        var talks = selection.spoken()
                || selection.kinds().contains(session.kind().id())
                        && session.kind().nature() == Kind.Nature.TALK;
        var single = selection.place() > 0
                || switch (selection.relation()) {
                    case Relation.Now _, Relation.At _, Relation.In _, Relation.Next _, Relation.Previous _ -> true;
                    case Relation.Before(var anchor, var _) -> single(anchor);
                    case Relation.After(var anchor, var _) -> single(anchor);
                    case Relation.Anytime _, Relation.ToCome _, Relation.Between _, Relation.While _ -> false;
                };
        return single && (staffed && (talks || anchoredInPart(selection)) || allParted(selection));
    }

    private boolean allParted(Selection selection) {
        var exact = selection.place() > 0
                || selection.relation() instanceof Relation.Now
                || selection.relation() instanceof Relation.At;
        return exact
                && !selection.kinds().isEmpty()
                && programme.sessions().stream()
                        .filter(session ->
                                selection.kinds().contains(session.kind().id()))
                        .allMatch(session -> !session.parts().isEmpty());
    }

    private static boolean single(Anchor anchor) {
        return anchor instanceof Anchor.Sessions(var sessions)
                && (!sessions.people().isEmpty() || !sessions.ids().isEmpty());
    }

    private boolean anchoredInPart(Selection selection) {
        var anchor = switch (selection.relation()) {
            case Relation.Before(var before, var _) -> before;
            case Relation.After(var after, var _) -> after;
            case Relation.Anytime _,
                    Relation.Now _,
                    Relation.Next _,
                    Relation.ToCome _,
                    Relation.Previous _,
                    Relation.At _,
                    Relation.In _,
                    Relation.Between _,
                    Relation.While _ -> null;
        };
        return anchor instanceof Anchor.Sessions(var sessions)
                && rows(sessions).stream().anyMatch(row -> row.part() != null);
    }

    private static boolean in(DayPart part, LocalTime start) {
        return switch (part) {
            case MORNING -> start.isBefore(LocalTime.NOON);
            case AFTERNOON -> !start.isBefore(LocalTime.NOON) && start.isBefore(LocalTime.of(18, 0));
            case EVENING -> !start.isBefore(EVENING);
        };
    }

    /// "Talk 4" is what has a 4 in its title; where no title has numbers, the fourth of its kind.
    private List<Row> numbered(List<Row> rows, Selection selection) {
        var numbers = selection.numbers();
        if (numbers.isEmpty()) {
            return rows;
        }
        var sessions = rows.stream().map(Row::session).distinct().toList();
        var whole = sessions.stream()
                .filter(session -> numbersOf(session.title()).equals(numbers))
                .map(Row::of)
                .toList();
        var parts = sessions.stream()
                .flatMap(session -> session.parts().stream().map(part -> new Row(session, part)))
                .filter(row -> numbers.containsAll(numbersOf(row.title()))
                        && !numbersOf(row.title()).isEmpty())
                .toList();
        if (!whole.isEmpty() || !parts.isEmpty()) {
            return java.util.stream.Stream.concat(
                            whole.stream(),
                            parts.stream()
                                    .filter(part -> whole.stream()
                                            .noneMatch(row -> row.session().equals(part.session()))))
                    .sorted(Comparator.comparingLong(Row::startMinute))
                    .toList();
        }
        return rows.stream().filter(row -> numbers.contains(row.ordinal())).toList();
    }

    private static Set<Integer> numbersOf(String title) {
        var numbers = new java.util.TreeSet<Integer>();
        for (var word : EntityLinker.wordsOf(title)) {
            if (word.chars().allMatch(Character::isDigit) && word.length() < 4) {
                numbers.add(Integer.parseInt(word));
            }
        }
        return numbers;
    }

    private List<Row> related(List<Row> rows, Selection selection) {
        var minute = minute();
        return switch (selection.relation()) {
            case Relation.Anytime _ -> rows;
            case Relation.Now _ -> minute.isEmpty() ? List.of() : on(rows, minute.getAsLong());
            case Relation.In(var duration) ->
                minute.isEmpty() ? List.of() : on(rows, minute.getAsLong() + duration.toMinutes());
            case Relation.Next _ -> {
                if (minute.isEmpty()) {
                    yield List.of();
                }
                yield earliest(rows.stream()
                        .filter(row -> row.startMinute() > minute.getAsLong())
                        .toList());
            }
            case Relation.ToCome _ ->
                rows.stream()
                        .filter(row -> minute.isPresent() && row.startMinute() > minute.getAsLong())
                        .toList();
            case Relation.Previous _ -> {
                if (minute.isEmpty()) {
                    yield List.of();
                }
                yield latest(rows.stream()
                        .filter(row -> row.end() != null && row.endMinute() <= minute.getAsLong())
                        .toList());
            }
            case Relation.At(var time) ->
                today(rows, selection).stream()
                        .filter(row -> !row.start().isAfter(time)
                                && row.endMinute() > row.day() * 1440L + time.toSecondOfDay() / 60)
                        .toList();
            case Relation.Before(var anchor, var neighbour) -> before(rows, anchor, neighbour);
            case Relation.After(var anchor, var neighbour) -> after(rows, anchor, neighbour);
            case Relation.Between(var from, var to) ->
                rows.stream()
                        .filter(row -> ends(from).stream().anyMatch(end -> row.startMinute() >= end)
                                && starts(to).stream()
                                        .anyMatch(start -> row.startMinute() < start
                                                && ends(from).stream().anyMatch(end -> end <= start)))
                        .toList();
            case Relation.While(var anchor) -> during(rows, anchor);
        };
    }

    /// Of several days the one that the clock shows, where none is named and the programme is under way.
    private List<Row> today(List<Row> rows, Selection selection) {
        var minute = minute();
        if (selection.day() != -1 || minute.isEmpty()) {
            return rows;
        }
        var day = Math.floorDiv(minute.getAsLong(), 1440L);
        return day < 0 || day >= programme.days()
                ? rows
                : rows.stream().filter(row -> row.day() == day).toList();
    }

    private static List<Row> on(List<Row> rows, long minute) {
        return rows.stream()
                .filter(row -> row.startMinute() <= minute && minute < row.endMinute())
                .toList();
    }

    private static List<Row> earliest(List<Row> rows) {
        return rows.stream()
                .filter(row -> row.startMinute() == rows.getFirst().startMinute())
                .toList();
    }

    /// Those that end last, of several at a time all.
    private static List<Row> latest(List<Row> rows) {
        var last = rows.stream().mapToLong(Evaluator::over).max().orElse(0);
        return rows.stream().filter(row -> over(row) == last).toList();
    }

    private static long over(Row row) {
        return row.end() == null ? row.startMinute() : row.endMinute();
    }

    private List<Row> before(List<Row> rows, Anchor anchor, boolean neighbour) {
        var result = new ArrayList<Row>();
        for (var start : starts(anchor)) {
            var earlier = rows.stream()
                    .filter(row -> row.startMinute() < start && (row.end() == null || row.endMinute() <= start))
                    .filter(row -> Math.floorDiv(start, 1440L) == row.day())
                    .toList();
            (neighbour ? latest(earlier) : earlier)
                    .stream().filter(row -> !result.contains(row)).forEach(result::add);
        }
        return result;
    }

    private List<Row> after(List<Row> rows, Anchor anchor, boolean neighbour) {
        var result = new ArrayList<Row>();
        for (var end : ends(anchor)) {
            var later = rows.stream()
                    .filter(row -> row.startMinute() >= end)
                    .filter(row -> Math.floorDiv(Math.max(end - 1, 0), 1440L) == row.day())
                    .toList();
            (neighbour && !later.isEmpty() ? earliest(later) : later)
                    .stream().filter(row -> !result.contains(row)).forEach(result::add);
        }
        return result;
    }

    private List<Row> during(List<Row> rows, Anchor anchor) {
        return switch (anchor) {
            case Anchor.Time(var time) ->
                rows.stream()
                        .filter(row -> !row.start().isAfter(time)
                                && row.endMinute() > row.day() * 1440L + time.toSecondOfDay() / 60)
                        .toList();
            case Anchor.Sessions(var sessions) -> {
                var others = anchored(sessions);
                var during = rows.stream()
                        .filter(row -> others.stream().anyMatch(other -> overlap(row, other)))
                        .toList();
                // What else is on; the thing itself only where there is nothing else.
                var beside = during.stream()
                        .filter(row -> others.stream()
                                .noneMatch(other -> other.session().equals(row.session())))
                        .toList();
                yield beside.isEmpty() ? during : beside;
            }
        };
    }

    static boolean overlap(Row one, Row other) {
        return one.startMinute() < other.endMinute() && other.startMinute() < one.endMinute();
    }

    /// When what a relation refers to starts, in minutes since the programme's first midnight.
    List<Long> starts(Anchor anchor) {
        return switch (anchor) {
            case Anchor.Time(var time) -> everyDay(time);
            case Anchor.Sessions(var sessions) ->
                anchored(sessions).stream().map(Row::startMinute).toList();
        };
    }

    private List<Long> ends(Anchor anchor) {
        return switch (anchor) {
            case Anchor.Time(var time) -> everyDay(time);
            case Anchor.Sessions(var sessions) ->
                anchored(sessions).stream()
                        .map(row -> row.end() == null ? row.startMinute() + 1 : row.endMinute())
                        .toList();
        };
    }

    /// What "the coffee break" is when there are two: the one that is on, where one is.
    private List<Row> anchored(Selection sessions) {
        var rows = rows(sessions);
        var minute = minute();
        if (rows.size() > 1 && minute.isPresent()) {
            var on = on(rows, minute.getAsLong());
            return on.isEmpty() ? rows : on;
        }
        return rows;
    }

    private List<Long> everyDay(LocalTime time) {
        var minutes = new ArrayList<Long>();
        for (var day = 0; day < programme.days(); day++) {
            minutes.add(day * 1440L + time.toSecondOfDay() / 60);
        }
        return minutes;
    }

    private static List<Row> placed(List<Row> rows, Selection selection) {
        var place = selection.place();
        if (place == 0 || rows.isEmpty()) {
            return rows;
        }
        if (place < 0) {
            var last = rows.stream().mapToLong(Row::startMinute).max().orElse(0);
            return rows.stream().filter(row -> row.startMinute() == last).toList();
        }
        return place > rows.size() ? List.of() : List.of(rows.get(place - 1));
    }

    /// The people of a selection, in the order of the programme.
    List<ProgrammePerson> people(People selected) {
        var onStage = selected.onStageIn() == null
                ? null
                : rows(selected.onStageIn()).stream()
                        // Whoever chairs a session is named with it and in none of its parts.
                        .flatMap(row -> selected.roles().isEmpty()
                                ? row.people().stream()
                                : Stream.concat(row.people().stream(), row.session().people().stream()))
                        .distinct()
                        .toList();
        var offStage = selected.offStageIn() == null
                ? List.<String>of()
                : rows(selected.offStageIn()).stream()
                        .flatMap(row -> row.people().stream())
                        .toList();
        var institutions = programme.institutions();
        var ordered = onStage == null
                ? programme.people()
                : onStage.stream()
                        .map(id -> programme.person(id).orElse(null))
                        .filter(Objects::nonNull)
                        .toList();
        return ordered.stream()
                .filter(person -> selected.ids().isEmpty() || selected.ids().contains(person.id()))
                .filter(person -> selected.roles().stream()
                        .allMatch(group -> group.stream().anyMatch(person::is)))
                .filter(person -> !offStage.contains(person.id()))
                .filter(person -> selected.notRoles().stream().noneMatch(person::is))
                .filter(person -> {
                    var own = person.affiliations().stream()
                            .map(institutions::canonical)
                            .toList();
                    return own.containsAll(selected.institutions());
                })
                .filter(person -> selected.colleaguesOf().isEmpty()
                        || !selected.colleaguesOf().contains(person.id())
                                && selected.colleaguesOf().stream()
                                        .flatMap(id -> programme.person(id).stream())
                                        .anyMatch(other -> colleagues(person, other)))
                .toList();
    }

    private boolean colleagues(ProgrammePerson one, ProgrammePerson other) {
        var institutions = programme.institutions();
        return one.affiliations().stream()
                .map(institutions::canonical)
                .anyMatch(name -> other.affiliations().stream()
                        .map(institutions::canonical)
                        .anyMatch(name::equals));
    }
}
