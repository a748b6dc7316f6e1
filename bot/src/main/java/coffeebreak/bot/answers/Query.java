package coffeebreak.bot.answers;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A question about the programme, read. Holds ids and values only, no words of the asker's.
public sealed interface Query {

    /// Ids of the people it is about by name.
    default List<String> people() {
        return switch (this) {
            case OfSessions(var _, var sessions, var _) -> sessions.people();
            case OfPeople(var _, var people) -> people.ids();
            case Probably(var people, var _) -> people;
            case OfEvent _,
                    OfFact _,
                    Converted _,
                    Either _,
                    Apart _,
                    DaysWithout _,
                    Longer _,
                    Clash _,
                    Stranger _,
                    NoSuchKind _ -> List.of();
        };
    }

    /// Whether it asks where something is.
    default boolean asksForPlace() {
        return this instanceof OfSessions(var field, var _, var _) && field == SessionField.WHERE
                || this instanceof OfEvent(var asked) && asked == EventField.PLACE;
    }

    /// Something about sessions.
    ///
    /// @param zone the zone in which the asker wants the times, when they named one
    record OfSessions(
            SessionField field,
            Selection sessions,
            @Nullable ZoneId zone) implements Query {
        @Override
        public String toString() {
            return name(field) + "(" + sessions + (zone == null ? "" : ", in " + zone) + ")";
        }
    }

    /// Something about people.
    record OfPeople(PersonField field, People selected) implements Query {
        @Override
        public String toString() {
            return name(field) + "(" + selected + ")";
        }
    }

    /// Something about the event as a whole.
    record OfEvent(EventField field) implements Query {
        @Override
        public String toString() {
            return name(field) + "(event)";
        }
    }

    /// A statement beyond the schedule.
    ///
    /// @param untilThen whether the days left to its date are asked for
    record OfFact(String fact, boolean untilThen) implements Query {
        @Override
        public String toString() {
            return (untilThen ? "days until" : "fact") + "(" + fact + ")";
        }
    }

    /// What a time of day in another zone is at the venue.
    record Converted(LocalTime time, ZoneId zone) implements Query {
        @Override
        public String toString() {
            return "at the venue(" + time + " in " + zone + ")";
        }
    }

    /// The same question about each of several people who may be meant.
    record Either(List<Query> queries) implements Query {
        public Either {
            queries = List.copyOf(queries);
        }

        @Override
        public String toString() {
            return queries.stream().map(Query::toString).collect(java.util.stream.Collectors.joining(" or "));
        }
    }

    /// How much time there is from the end of the one to the start of the other.
    record Apart(Selection one, Selection other) implements Query {
        @Override
        public String toString() {
            return "time between(" + one + " and " + other + ")";
        }
    }

    /// The days of the programme without any of some sessions.
    record DaysWithout(Selection sessions) implements Query {
        @Override
        public String toString() {
            return "days without(" + sessions + ")";
        }
    }

    /// How much longer one thing is than another.
    record Longer(Selection one, Selection other) implements Query {
        @Override
        public String toString() {
            return "longer(" + one + " than " + other + ")";
        }
    }

    /// Whether any of some sessions take place while others do.
    ///
    /// @param toAttend whether it is asked if one can be in both
    record Clash(Selection one, Selection other, boolean toAttend) implements Query {
        @Override
        public String toString() {
            return "clash(" + one + " with " + other + ")";
        }
    }

    /// Somebody who is not in the programme, and what was asked beside.
    ///
    /// @param name   as the asker wrote it, letters only
    /// @param beside what else the question selects, or null
    record Stranger(String name, @Nullable Query beside) implements Query {
        @Override
        public String toString() {
            return "not in the programme(" + name + ")" + (beside == null ? "" : " and " + beside);
        }
    }

    /// A question about people who were reached by a hint that the programme does not state.
    record Probably(List<String> meant, Query query) implements Query {
        public Probably {
            meant = List.copyOf(meant);
        }

        @Override
        public String toString() {
            return "probably " + String.join("|", meant) + ": " + query;
        }
    }

    /// Something of a kind this programme has none of, and what was asked beside.
    record NoSuchKind(String kind, @Nullable Query beside) implements Query {
        @Override
        public String toString() {
            return "none(" + kind + ")" + (beside == null ? "" : " and " + beside);
        }
    }

    /// What is asked of sessions.
    enum SessionField {
        WHEN,
        BEGIN,
        END,
        UNTIL,
        WHERE,
        WHO,
        WHAT,
        TITLE,
        HOW_LONG,
        TOTAL,
        GAPS,
        HOW_MANY,
        LIST,
        WHETHER,
        MISSED,
        STARTED,
        CHANGED,
        TWICE
    }

    /// What is asked of people.
    enum PersonField {
        WHO,
        AFFILIATION,
        CONTACT,
        ABOUT,
        HOW_MANY,
        WHETHER
    }

    /// What is asked of the event.
    enum EventField {
        DATE,
        DAYS,
        DAYS_UNTIL,
        ZONE,
        PLACE
    }

    /// Which sessions.
    ///
    /// @param kinds      ids of kinds; empty for any
    /// @param notKinds   ids of kinds left out
    /// @param people     ids of those who are all on stage; empty for anybody
    /// @param ids        ids of sessions or parts; empty for any
    /// @param rooms      rooms, as the programme spells them; empty for any
    /// @param numbers    the numbers in the title: "talk 4"
    /// @param place      the how manieth of what the rest selects: 1 for the first, -1 for the last; 0 for all
    /// @param part       the part of the day, or null
    /// @param day        0 for the first day, -1 for any, -2 for today, -3 for tomorrow, -4 for yesterday
    /// @param spoken     only those in which somebody speaks
    /// @param mentorship only those with or without mentors' tables; null for any
    /// @param relation   where in time
    record Selection(
            Set<String> kinds,
            Set<String> notKinds,
            List<String> people,
            Set<String> ids,
            Set<String> rooms,
            Set<Integer> numbers,
            int place,
            @Nullable DayPart part,
            int day,
            boolean spoken,
            @Nullable Boolean mentorship,
            Relation relation) {

        public Selection {
            kinds = java.util.Collections.unmodifiableSet(new TreeSet<>(kinds));
            notKinds = java.util.Collections.unmodifiableSet(new TreeSet<>(notKinds));
            people = List.copyOf(people);
            ids = java.util.Collections.unmodifiableSet(new TreeSet<>(ids));
            rooms = java.util.Collections.unmodifiableSet(new TreeSet<>(rooms));
            numbers = java.util.Collections.unmodifiableSet(new TreeSet<>(numbers));
        }

        static Selection everything() {
            return new Selection(
                    Set.of(),
                    Set.of(),
                    List.of(),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    0,
                    null,
                    -1,
                    false,
                    null,
                    new Relation.Anytime());
        }

        Selection with(Relation other) {
            return new Selection(
                    kinds, notKinds, people, ids, rooms, numbers, place, part, day, spoken, mentorship, other);
        }

        Selection withPlace(int other) {
            return new Selection(
                    kinds, notKinds, people, ids, rooms, numbers, other, part, day, spoken, mentorship, relation);
        }

        Selection withDay(int other) {
            return new Selection(
                    kinds, notKinds, people, ids, rooms, numbers, place, part, other, spoken, mentorship, relation);
        }

        Selection withKinds(Set<String> others) {
            return new Selection(
                    others, notKinds, people, ids, rooms, numbers, place, part, day, spoken, mentorship, relation);
        }

        Selection withoutPart() {
            return new Selection(
                    kinds, notKinds, people, ids, rooms, numbers, place, null, day, spoken, mentorship, relation);
        }

        Selection withMentorship(boolean other) {
            return new Selection(
                    kinds, notKinds, people, ids, rooms, numbers, place, part, day, spoken, other, relation);
        }

        /// Only what kind of session, whoever is in it and whenever it is.
        Selection kindsOnly() {
            return new Selection(
                    kinds,
                    notKinds,
                    List.of(),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    0,
                    null,
                    -1,
                    false,
                    null,
                    new Relation.Anytime());
        }

        Selection withSpoken() {
            return new Selection(
                    kinds, notKinds, people, ids, rooms, numbers, place, part, day, true, mentorship, relation);
        }

        Selection without(Set<String> others) {
            return new Selection(
                    kinds, others, people, ids, rooms, numbers, place, part, day, spoken, mentorship, relation);
        }

        Selection withPeople(List<String> others) {
            return new Selection(
                    kinds, notKinds, others, ids, rooms, numbers, place, part, day, spoken, mentorship, relation);
        }

        /// Whether it selects every session.
        boolean isEverything() {
            return equals(everything());
        }

        /// Whether it says which sessions, other than by when they are.
        boolean names() {
            return !kinds.isEmpty() || !people.isEmpty() || !ids.isEmpty() || !rooms.isEmpty() || mentorship != null;
        }

        @Override
        public String toString() {
            var words = new ArrayList<String>();
            if (place != 0) {
                words.add(place == -1 ? "last" : "#" + place);
            }
            if (!kinds.isEmpty()) {
                words.add("kind=" + String.join("|", kinds));
            }
            if (!notKinds.isEmpty()) {
                words.add("kind!=" + String.join("|", notKinds));
            }
            if (!people.isEmpty()) {
                words.add("person=" + String.join("&", people));
            }
            if (!ids.isEmpty()) {
                words.add("session=" + String.join("|", ids));
            }
            if (!rooms.isEmpty()) {
                words.add("room=" + String.join("|", rooms));
            }
            if (!numbers.isEmpty()) {
                words.add("number=" + numbers);
            }
            if (part != null) {
                words.add(name(part));
            }
            if (day != -1) {
                words.add(
                        switch (day) {
                            case Evaluator.TODAY -> "today";
                            case Evaluator.TOMORROW -> "tomorrow";
                            case Evaluator.YESTERDAY -> "yesterday";
                            case DayGrammar.NONE -> "another day";
                            default -> "day " + (day + 1);
                        });
            }
            if (spoken) {
                words.add("spoken");
            }
            if (mentorship != null) {
                words.add(mentorship ? "mentorship" : "no mentorship");
            }
            if (!(relation instanceof Relation.Anytime)) {
                words.add(relation.toString());
            }
            return words.isEmpty() ? "all" : String.join(", ", words);
        }
    }

    /// A part of the day.
    enum DayPart {
        MORNING,
        AFTERNOON,
        EVENING
    }

    /// Where in time sessions are looked for.
    sealed interface Relation {
        record Anytime() implements Relation {}

        record Now() implements Relation {
            @Override
            public String toString() {
                return "now";
            }
        }

        record Next() implements Relation {
            @Override
            public String toString() {
                return "next";
            }
        }

        /// Everything that is still to come.
        record ToCome() implements Relation {
            @Override
            public String toString() {
                return "to come";
            }
        }

        record Previous() implements Relation {
            @Override
            public String toString() {
                return "previous";
            }
        }

        /// On at that time of day.
        record At(LocalTime time) implements Relation {
            @Override
            public String toString() {
                return "at " + time;
            }
        }

        /// On when that much time will have passed.
        record In(Duration duration) implements Relation {
            @Override
            public String toString() {
                return "in " + duration.toMinutes() + " min";
            }
        }

        /// Over before the anchor starts.
        ///
        /// @param neighbour only the one right before
        record Before(Anchor anchor, boolean neighbour) implements Relation {
            @Override
            public String toString() {
                return (neighbour ? "right " : "") + "before " + anchor;
            }
        }

        /// Not before the anchor ends.
        ///
        /// @param neighbour only the one right after
        record After(Anchor anchor, boolean neighbour) implements Relation {
            @Override
            public String toString() {
                return (neighbour ? "right " : "") + "after " + anchor;
            }
        }

        /// After the one and before the other.
        record Between(Anchor from, Anchor to) implements Relation {
            @Override
            public String toString() {
                return "between " + from + " and " + to;
            }
        }

        /// While the anchor is on.
        record While(Anchor anchor) implements Relation {
            @Override
            public String toString() {
                return "during " + anchor;
            }
        }
    }

    /// What a relation refers to.
    sealed interface Anchor {
        record Time(LocalTime time) implements Anchor {
            @Override
            public String toString() {
                return time.toString();
            }
        }

        record Sessions(Selection sessions) implements Anchor {
            @Override
            public String toString() {
                return "[" + sessions + "]";
            }
        }
    }

    /// Which people.
    ///
    /// @param ids          exactly these; empty for any
    /// @param roles        each of these groups: somebody must have at least one role of every group
    /// @param notRoles     none of these
    /// @param institutions canonical names: somebody must be at all of them
    /// @param colleaguesOf ids of people with whom they share an institution
    /// @param onStageIn    only those on stage in these sessions; null for any
    /// @param offStageIn   only those not on stage in any of these sessions; null for any
    record People(
            List<String> ids,
            List<Set<coffeebreak.bot.programme.Role>> roles,
            Set<coffeebreak.bot.programme.Role> notRoles,
            Set<String> institutions,
            List<String> colleaguesOf,
            @Nullable Selection onStageIn,
            @Nullable Selection offStageIn) {

        public People {
            ids = List.copyOf(ids);
            roles = List.copyOf(roles);
            notRoles = Set.copyOf(notRoles);
            institutions = java.util.Collections.unmodifiableSet(new TreeSet<>(institutions));
            colleaguesOf = List.copyOf(colleaguesOf);
        }

        static People of(List<String> ids) {
            return new People(ids, List.of(), Set.of(), Set.of(), List.of(), null, null);
        }

        static People onStage(Selection sessions) {
            return new People(List.of(), List.of(), Set.of(), Set.of(), List.of(), sessions, null);
        }

        @Override
        public String toString() {
            var words = new ArrayList<String>();
            if (!ids.isEmpty()) {
                words.add(String.join("|", ids));
            }
            roles.forEach(group -> words.add("role=" + String.join("|", names(group))));
            if (!notRoles.isEmpty()) {
                words.add("role!=" + String.join("|", names(notRoles)));
            }
            if (!institutions.isEmpty()) {
                words.add("at " + String.join(" & ", institutions));
            }
            if (!colleaguesOf.isEmpty()) {
                words.add("colleague of " + String.join("|", colleaguesOf));
            }
            if (onStageIn != null) {
                words.add("on stage in [" + onStageIn + "]");
            }
            if (offStageIn != null) {
                words.add("not on stage in [" + offStageIn + "]");
            }
            return words.isEmpty() ? "all" : String.join(", ", words);
        }

        private static List<String> names(Set<coffeebreak.bot.programme.Role> roles) {
            return roles.stream()
                    .map(coffeebreak.bot.programme.Role::id)
                    .sorted()
                    .toList();
        }
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
