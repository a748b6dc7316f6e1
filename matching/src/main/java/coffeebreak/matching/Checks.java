package coffeebreak.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Everything that is wrong with a problem, and what its rows say about a mentee at a table.
final class Checks {
    private final SeatProblem problem;
    private final Map<String, Mentee> mentees = new LinkedHashMap<>();
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final Set<Conflict> conflicts;
    private final List<String> wrong = new ArrayList<>();

    Checks(SeatProblem problem) {
        this.problem = problem;
        this.conflicts = new HashSet<>(problem.conflicts());
        rows();
        pairs();
        rules();
        locks();
    }

    List<String> wrong() {
        return wrong;
    }

    /// The affinity where the two may be seated together.
    OptionalDouble allowed(Mentee mentee, Table table) {
        var affinity = asked(mentee, table);
        return barrier(mentee, table) == null ? affinity : OptionalDouble.empty();
    }

    private OptionalDouble asked(Mentee mentee, Table table) {
        var affinity = problem.affinity().between(mentee, table);
        if (affinity.isPresent() && !(affinity.getAsDouble() >= 0 && affinity.getAsDouble() <= 1)) {
            wrong.add("The affinity of mentee %s and mentor %s at table %s is %s: it must be from 0 to 1."
                    .formatted(mentee.id(), table.mentor(), table.id(), affinity.getAsDouble()));
            return OptionalDouble.empty();
        }
        return affinity;
    }

    /// Why the two may not be seated together whatever their affinity.
    private @Nullable String barrier(Mentee mentee, Table table) {
        if (!mentee.canMake(table)) {
            return "cannot make the break " + table.coffeeBreak();
        }
        if (!conflicts.isEmpty() && conflicts.contains(new Conflict(mentee.id(), table.mentor()))) {
            return "has a conflict with mentor " + table.mentor();
        }
        if (problem.rules().avoidSameInstitution()) {
            for (var institution : mentee.institutions()) {
                if (table.institutions().contains(institution)) {
                    return "is of the mentor's institution " + institution;
                }
            }
        }
        return null;
    }

    private void rows() {
        for (var mentee : problem.mentees()) {
            if (mentees.putIfAbsent(mentee.id(), mentee) != null) {
                wrong.add("Mentee %s is listed twice.".formatted(mentee.id()));
            }
            if (mentee.id().isBlank()) {
                wrong.add("A mentee has a blank id.");
            }
            if (mentee.seats() < 1) {
                wrong.add("Mentee %s wants %d seats: it must be 1 or more.".formatted(mentee.id(), mentee.seats()));
            }
            if (mentee.tier() < 0) {
                wrong.add("Mentee %s is of tier %d: it must be 0 or more.".formatted(mentee.id(), mentee.tier()));
            }
        }
        for (var table : problem.tables()) {
            if (tables.putIfAbsent(table.id(), table) != null) {
                wrong.add("Table %s is listed twice.".formatted(table.id()));
            }
            if (table.id().isBlank()) {
                wrong.add("A table has a blank id.");
            }
            if (table.capacity() < 0) {
                wrong.add(
                        "Table %s has the capacity %d: it must be 0 or more.".formatted(table.id(), table.capacity()));
            }
            if (table.minimum() < 0) {
                wrong.add("Table %s has the minimum %d: it must be 0 or more.".formatted(table.id(), table.minimum()));
            }
        }
    }

    private void pairs() {
        var mentors = new HashSet<String>();
        tables.values().forEach(table -> mentors.add(table.mentor()));
        twice(problem.conflicts(), pair -> "The conflict of %s and %s".formatted(pair.mentee(), pair.mentor()));
        for (var pair : problem.conflicts()) {
            known(pair.mentee(), mentees.keySet(), "mentee", "a conflict");
            known(pair.mentor(), mentors, "mentor", "a conflict");
        }
        var apart = new ArrayList<Set<String>>();
        for (var pair : problem.apart()) {
            known(pair.one(), mentees.keySet(), "mentee", "an apart pair");
            known(pair.other(), mentees.keySet(), "mentee", "an apart pair");
            if (pair.one().equals(pair.other())) {
                wrong.add("Mentee %s is to be kept apart from themselves.".formatted(pair.one()));
            } else {
                apart.add(Set.of(pair.one(), pair.other()));
            }
        }
        twice(
                apart,
                pair -> "The apart pair of "
                        + String.join(" and ", pair.stream().sorted().toList()));
        places(problem.locked(), "locked");
        places(problem.current(), "current");
    }

    private void places(List<Place> places, String kind) {
        twice(places, place -> "The %s seat of %s at %s".formatted(kind, place.mentee(), place.table()));
        for (var place : places) {
            known(place.mentee(), mentees.keySet(), "mentee", "a " + kind + " seat");
            known(place.table(), tables.keySet(), "table", "a " + kind + " seat");
        }
    }

    private void known(String id, Set<String> ids, String what, String where) {
        if (!ids.contains(id)) {
            wrong.add("Unknown %s %s in %s.".formatted(what, id, where));
        }
    }

    private <T> void twice(Collection<T> rows, Function<T, String> name) {
        var seen = new HashSet<T>();
        for (var row : rows) {
            if (!seen.add(row)) {
                wrong.add(name.apply(row) + " is listed twice.");
            }
        }
    }

    private void rules() {
        var price = problem.rules().movePrice();
        if (!(price >= 0 && price <= 1000)) {
            wrong.add("The move price is %s: it must be from 0 to 1000.".formatted(price));
        }
        var moves = problem.rules().maxMoves();
        if (moves.isPresent() && moves.getAsInt() < 0) {
            wrong.add("At most %d moves are allowed: it must be 0 or more.".formatted(moves.getAsInt()));
        }
    }

    private void locks() {
        var byMentee = new LinkedHashMap<Mentee, List<Table>>();
        var byTable = new LinkedHashMap<Table, List<Mentee>>();
        for (var place : new LinkedHashSet<>(problem.locked())) {
            var mentee = mentees.get(place.mentee());
            var table = tables.get(place.table());
            if (mentee == null || table == null) {
                continue;
            }
            byMentee.computeIfAbsent(mentee, _ -> new ArrayList<>()).add(table);
            byTable.computeIfAbsent(table, _ -> new ArrayList<>()).add(mentee);
            var barrier = barrier(mentee, table);
            if (barrier != null) {
                wrong.add("Mentee %s is locked at table %s but %s.".formatted(mentee.id(), table.id(), barrier));
            } else if (!problem.affinity().candidates(mentee, problem.tables()).contains(table)
                    || problem.affinity().between(mentee, table).isEmpty()) {
                wrong.add("Mentee %s is locked at table %s but may not sit there: no affinity is given."
                        .formatted(mentee.id(), table.id()));
            }
        }
        byMentee.forEach(this::locksOfMentee);
        byTable.forEach(this::locksOfTable);
    }

    private void locksOfMentee(Mentee mentee, List<Table> seats) {
        if (seats.size() > mentee.seats()) {
            wrong.add("Mentee %s wants %d seats and is locked at %d tables."
                    .formatted(mentee.id(), mentee.seats(), seats.size()));
        }
        var breaks = new HashMap<String, String>();
        var mentors = new HashMap<String, String>();
        for (var table : seats) {
            var coffeeBreak = table.coffeeBreak();
            if (problem.rules().oneSeatPerBreak() && coffeeBreak != null) {
                var other = breaks.put(coffeeBreak, table.id());
                if (other != null) {
                    wrong.add("Mentee %s is locked at tables %s and %s in one break, %s."
                            .formatted(mentee.id(), other, table.id(), coffeeBreak));
                }
            }
            if (problem.rules().neverSameMentorTwice()) {
                var other = mentors.put(table.mentor(), table.id());
                if (other != null) {
                    wrong.add("Mentee %s is locked at tables %s and %s with one mentor, %s."
                            .formatted(mentee.id(), other, table.id(), table.mentor()));
                }
            }
        }
    }

    private void locksOfTable(Table table, List<Mentee> seated) {
        if (seated.size() > table.capacity()) {
            wrong.add("Table %s has the capacity %d and %d locked seats."
                    .formatted(table.id(), table.capacity(), seated.size()));
        } else if (table.minimum() > table.capacity()) {
            wrong.add("Table %s has locked seats but its minimum %d is above its capacity %d."
                    .formatted(table.id(), table.minimum(), table.capacity()));
        }
        var ids = new HashSet<String>();
        var institutions = new HashMap<String, String>();
        for (var mentee : seated) {
            ids.add(mentee.id());
            if (problem.rules().onePerInstitutionPerTable()) {
                for (var institution : mentee.institutions()) {
                    var other = institutions.put(institution, mentee.id());
                    if (other != null) {
                        wrong.add("Mentees %s and %s of %s are both locked at table %s."
                                .formatted(other, mentee.id(), institution, table.id()));
                    }
                }
            }
        }
        for (var pair : problem.apart()) {
            if (!pair.one().equals(pair.other()) && ids.contains(pair.one()) && ids.contains(pair.other())) {
                wrong.add("Mentees %s and %s are to be apart but both locked at table %s."
                        .formatted(pair.one(), pair.other(), table.id()));
            }
        }
    }
}
