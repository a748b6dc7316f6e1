package coffeebreak.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A problem in numbers. Mentees and tables are sorted by id, and an arc is a mentee at a table where the mentee may
/// sit; so a model, and whatever is made from it, depends on the problem's content and not on the order of its rows.
final class Model {
    final SeatProblem problem;
    final List<Mentee> mentees;
    final List<Table> tables;
    /// Arcs, by mentee then table.
    final int arcs;

    final int[] menteeOf;
    final int[] tableOf;
    final double[] affinity;
    final boolean[] current;
    final boolean[] locked;
    /// Arcs the solver may choose: neither locked nor ruled out by a lock.
    final boolean[] free;
    /// The arcs of mentee m are those from `firstArc[m]` to before `firstArc[m + 1]`.
    final int[] firstArc;
    /// Draws, one an arc.
    final long[] lottery;

    final int[] lockedSeats;
    final int[] lockedAt;
    /// How many more seats a mentee wants.
    final int[] wants;

    /// The better ones to keep first, where not all can be kept.
    final List<Limit> menteeLimits = new ArrayList<>();

    final List<Limit> tableLimits = new ArrayList<>();
    /// Limits that follow from those at the tables, but only in whole numbers.
    final List<Limit> impliedLimits = new ArrayList<>();

    final List<Group> groups = new ArrayList<>();
    /// Current seats that are locked, and so kept whatever happens.
    int lockedCurrent;

    private final Map<String, Integer> menteeIndex = new HashMap<>();
    private final Map<String, Integer> tableIndex = new HashMap<>();

    /// @throws InvalidProblem naming everything that is wrong
    Model(SeatProblem problem) {
        this.problem = problem;
        var checks = new Checks(problem);
        mentees = problem.mentees().stream()
                .sorted(Comparator.comparing(Mentee::id))
                .toList();
        tables = problem.tables().stream()
                .sorted(Comparator.comparing(Table::id))
                .toList();
        for (int m = 0; m < mentees.size(); m++) {
            menteeIndex.put(mentees.get(m).id(), m);
        }
        for (int t = 0; t < tables.size(); t++) {
            tableIndex.put(tables.get(t).id(), t);
        }
        var all = IntStream.range(0, tables.size()).toArray();
        var arcMentee = new Ints();
        var arcTable = new Ints();
        var arcAffinity = new double[16];
        firstArc = new int[mentees.size() + 1];
        for (int m = 0; m < mentees.size(); m++) {
            var mentee = mentees.get(m);
            var candidates = problem.affinity().candidates(mentee, tables);
            for (int t : candidates == tables ? all : indices(candidates, mentee, checks)) {
                var table = tables.get(t);
                var value = checks.allowed(mentee, table);
                if (value.isPresent()) {
                    if (arcMentee.size() == arcAffinity.length) {
                        arcAffinity = Arrays.copyOf(arcAffinity, arcAffinity.length * 2);
                    }
                    arcAffinity[arcMentee.size()] = value.getAsDouble();
                    arcMentee.add(m);
                    arcTable.add(t);
                }
            }
            firstArc[m + 1] = arcMentee.size();
        }
        if (!checks.wrong().isEmpty()) {
            throw new InvalidProblem(checks.wrong());
        }
        arcs = arcMentee.size();
        menteeOf = arcMentee.toArray();
        tableOf = arcTable.toArray();
        affinity = Arrays.copyOf(arcAffinity, arcs);
        lottery = lottery();
        current = marked(problem.current());
        locked = marked(problem.locked());
        lockedSeats = new int[mentees.size()];
        lockedAt = new int[tables.size()];
        for (int arc = 0; arc < arcs; arc++) {
            if (locked[arc]) {
                lockedSeats[menteeOf[arc]]++;
                lockedAt[tableOf[arc]]++;
                lockedCurrent += current[arc] ? 1 : 0;
            }
        }
        wants = new int[mentees.size()];
        free = new boolean[arcs];
        free();
        menteeLimits();
        tableLimits();
        groups();
    }

    /// The candidates' indices, ascending, each once.
    private int[] indices(List<Table> candidates, Mentee mentee, Checks checks) {
        var indices = new int[candidates.size()];
        int known = 0;
        for (var table : candidates) {
            var index = tableIndex.get(table.id());
            if (index == null) {
                checks.wrong()
                        .add("Unknown table %s among the candidates of mentee %s.".formatted(table.id(), mentee.id()));
            } else {
                indices[known++] = index;
            }
        }
        Arrays.sort(indices, 0, known);
        int distinct = 0;
        for (int i = 0; i < known; i++) {
            if (i == 0 || indices[i] != indices[i - 1]) {
                indices[distinct++] = indices[i];
            }
        }
        return Arrays.copyOf(indices, distinct);
    }

    private long[] lottery() {
        var draws = new Lottery(problem.seed());
        var ofTable =
                tables.stream().mapToLong(table -> draws.ofTable(table.id())).toArray();
        var drawn = new long[arcs];
        for (int m = 0; m < mentees.size(); m++) {
            var own = draws.of(mentees.get(m).id());
            var ofMentee = draws.ofMentee(mentees.get(m).id());
            for (int arc = firstArc[m]; arc < firstArc[m + 1]; arc++) {
                drawn[arc] = Lottery.of(own, ofMentee, ofTable[tableOf[arc]]);
            }
        }
        return drawn;
    }

    int arc(String mentee, String table) {
        var m = menteeIndex.get(mentee);
        var t = tableIndex.get(table);
        if (m == null || t == null) {
            return -1;
        }
        var found = Arrays.binarySearch(tableOf, firstArc[m], firstArc[m + 1], t);
        return Math.max(found, -1);
    }

    /// The same model, but nobody wants a seat that these counts leave to nobody. Mentees, tables and arcs stay the
    /// same.
    Model fitting(int[] counts) {
        var ranks = new HashSet<List<Integer>>();
        for (int g = 0; g < counts.length; g++) {
            if (counts[g] > 0) {
                ranks.add(List.of(groups.get(g).rank(), groups.get(g).tier()));
            }
        }
        var fewer = new ArrayList<Mentee>();
        for (int m = 0; m < mentees.size(); m++) {
            var mentee = mentees.get(m);
            int seats = lockedSeats[m];
            while (seats < mentee.seats() && ranks.contains(List.of(seats + 1, mentee.tier()))) {
                seats++;
            }
            fewer.add(seats == mentee.seats() ? mentee : mentee.withSeats(Math.max(1, seats)));
        }
        return fewer.equals(mentees) ? this : new Model(problem.withMentees(fewer));
    }

    /// Counts of a model that this one was made to fit, without the groups that are empty here.
    int[] fitted(Model wider, int[] counts) {
        return groups.stream()
                .mapToInt(group -> IntStream.range(0, counts.length)
                        .filter(g -> wider.groups.get(g).rank() == group.rank()
                                && wider.groups.get(g).tier() == group.tier())
                        .map(g -> counts[g])
                        .sum())
                .toArray();
    }

    int mentee(String id) {
        return menteeIndex.getOrDefault(id, -1);
    }

    Table table(int arc) {
        return tables.get(tableOf[arc]);
    }

    int room(int table) {
        return tables.get(table).capacity() - lockedAt[table];
    }

    /// A table that is open with one mentee or none needs no thought.
    boolean hasMinimum(int table) {
        return tables.get(table).minimum() > Math.max(1, lockedAt[table]);
    }

    /// How many of the current seats the solver may choose must be kept at least.
    int keepAtLeast() {
        var most = problem.rules().maxMoves();
        return most.isEmpty() ? 0 : problem.current().size() - most.getAsInt() - lockedCurrent;
    }

    int moves(boolean[] chosen) {
        int moves = problem.current().size();
        for (int arc = 0; arc < arcs; arc++) {
            if (current[arc] && (chosen[arc] || locked[arc])) {
                moves--;
            }
        }
        return moves;
    }

    boolean wantsFloor() {
        return problem.rules().fairness() == Rules.Fairness.MAXMIN;
    }

    /// How many mentees of each group have their seat.
    int[] counts(boolean[] chosen) {
        var seats = lockedSeats.clone();
        for (int arc = 0; arc < arcs; arc++) {
            seats[menteeOf[arc]] += chosen[arc] ? 1 : 0;
        }
        return groups.stream()
                .mapToInt(group -> (int) Arrays.stream(group.mentees())
                        .filter(m -> seats[m] >= group.rank())
                        .count())
                .toArray();
    }

    /// Whether every hard rule holds, the minimums and the moves included.
    boolean keepsRules(boolean[] chosen) {
        var seats = new int[mentees.size()];
        var taken = lockedAt.clone();
        for (int arc = 0; arc < arcs; arc++) {
            if (chosen[arc]) {
                if (!free[arc]) {
                    return false;
                }
                seats[menteeOf[arc]]++;
                taken[tableOf[arc]]++;
            }
        }
        for (int m = 0; m < seats.length; m++) {
            if (seats[m] > wants[m]) {
                return false;
            }
        }
        for (int t = 0; t < taken.length; t++) {
            var table = tables.get(t);
            if (taken[t] > table.capacity() || (taken[t] > 0 && taken[t] < table.minimum())) {
                return false;
            }
        }
        for (var limits : List.of(menteeLimits, tableLimits)) {
            for (var limit : limits) {
                int used = 0;
                for (int arc : limit.arcs()) {
                    used += chosen[arc] ? 1 : 0;
                }
                if (used > limit.room()) {
                    return false;
                }
            }
        }
        var most = problem.rules().maxMoves();
        return most.isEmpty() || moves(chosen) <= most.getAsInt();
    }

    private boolean[] marked(List<Place> places) {
        var marked = new boolean[arcs];
        for (var place : places) {
            var arc = arc(place.mentee(), place.table());
            if (arc >= 0) {
                marked[arc] = true;
            }
        }
        return marked;
    }

    private void free() {
        var rules = problem.rules();
        var institutionsAt = new ArrayList<HashSet<String>>();
        var menteesAt = new ArrayList<BitSet>();
        for (int t = 0; t < tables.size(); t++) {
            institutionsAt.add(new HashSet<>());
            menteesAt.add(new BitSet());
        }
        for (int arc = 0; arc < arcs; arc++) {
            if (locked[arc]) {
                institutionsAt
                        .get(tableOf[arc])
                        .addAll(mentees.get(menteeOf[arc]).institutions());
                menteesAt.get(tableOf[arc]).set(menteeOf[arc]);
            }
        }
        var apartFrom = new HashMap<Integer, BitSet>();
        for (var pair : problem.apart()) {
            int one = mentee(pair.one());
            int other = mentee(pair.other());
            apartFrom.computeIfAbsent(one, _ -> new BitSet()).set(other);
            apartFrom.computeIfAbsent(other, _ -> new BitSet()).set(one);
        }
        for (int m = 0; m < mentees.size(); m++) {
            var breaks = new HashSet<String>();
            var mentors = new HashSet<String>();
            for (int arc = firstArc[m]; arc < firstArc[m + 1]; arc++) {
                if (locked[arc]) {
                    var coffeeBreak = table(arc).coffeeBreak();
                    if (coffeeBreak != null) {
                        breaks.add(coffeeBreak);
                    }
                    mentors.add(table(arc).mentor());
                }
            }
            var mentee = mentees.get(m);
            var apart = apartFrom.get(m);
            int usable = 0;
            for (int arc = firstArc[m]; arc < firstArc[m + 1]; arc++) {
                var table = table(arc);
                var coffeeBreak = table.coffeeBreak();
                free[arc] = !locked[arc]
                        && mentee.seats() > lockedSeats[m]
                        && room(tableOf[arc]) > 0
                        && table.minimum() <= table.capacity()
                        && !(rules.oneSeatPerBreak() && coffeeBreak != null && breaks.contains(coffeeBreak))
                        && !(rules.neverSameMentorTwice() && mentors.contains(table.mentor()))
                        && !(rules.onePerInstitutionPerTable()
                                && mentee.institutions().stream().anyMatch(institutionsAt.get(tableOf[arc])::contains))
                        && (apart == null || !apart.intersects(menteesAt.get(tableOf[arc])));
                usable += free[arc] ? 1 : 0;
            }
            wants[m] = Math.min(mentee.seats() - lockedSeats[m], usable);
        }
    }

    private void menteeLimits() {
        var rules = problem.rules();
        // A mentor with one table limits nobody; where tables are many, that is mostly all of them.
        var tablesOfMentor = new HashMap<String, Integer>();
        tables.forEach(table -> tablesOfMentor.merge(table.mentor(), 1, Integer::sum));
        var tablesOfItsMentor = tables.stream()
                .mapToInt(table -> tablesOfMentor.getOrDefault(table.mentor(), 0))
                .toArray();
        for (int m = 0; m < mentees.size(); m++) {
            if (wants[m] < 2) {
                continue;
            }
            var byBreak = new LinkedHashMap<String, Ints>();
            var byMentor = new LinkedHashMap<String, Ints>();
            for (int arc = firstArc[m]; arc < firstArc[m + 1]; arc++) {
                if (free[arc]) {
                    var coffeeBreak = table(arc).coffeeBreak();
                    if (rules.oneSeatPerBreak() && coffeeBreak != null) {
                        byBreak.computeIfAbsent(coffeeBreak, _ -> new Ints()).add(arc);
                    }
                    if (rules.neverSameMentorTwice() && tablesOfItsMentor[tableOf[arc]] > 1) {
                        byMentor.computeIfAbsent(table(arc).mentor(), _ -> new Ints())
                                .add(arc);
                    }
                }
            }
            // The better ones to keep where they cross: a mentor is liked as much in either break, so two seats in one
            // break can mostly be mended at no cost.
            for (var sets : List.of(byMentor, byBreak)) {
                for (var set : sets.values()) {
                    addIfItBinds(menteeLimits, set);
                }
            }
        }
    }

    private void tableLimits() {
        if (problem.rules().onePerInstitutionPerTable()) {
            var sets = new TreeMap<Integer, Map<String, Ints>>();
            for (int arc = 0; arc < arcs; arc++) {
                if (free[arc]) {
                    for (var institution : mentees.get(menteeOf[arc]).institutions().stream()
                            .sorted()
                            .toList()) {
                        sets.computeIfAbsent(tableOf[arc], _ -> new TreeMap<>())
                                .computeIfAbsent(institution, _ -> new Ints())
                                .add(arc);
                    }
                }
            }
            for (var byInstitution : sets.values()) {
                for (var set : byInstitution.values()) {
                    addIfItBinds(tableLimits, set);
                }
                impliedLimits(byInstitution);
            }
        }
        var pairs = problem.apart().stream()
                .map(pair -> {
                    int one = mentee(pair.one());
                    int other = mentee(pair.other());
                    return new int[] {Math.min(one, other), Math.max(one, other)};
                })
                .sorted(Arrays::compare)
                .toList();
        for (var pair : pairs) {
            for (int arc = firstArc[pair[0]]; arc < firstArc[pair[0] + 1]; arc++) {
                var other = Arrays.binarySearch(tableOf, firstArc[pair[1]], firstArc[pair[1] + 1], tableOf[arc]);
                if (other >= 0 && free[arc] && free[other]) {
                    tableLimits.add(new Limit(new int[] {arc, other}, 1));
                }
            }
        }
    }

    /// Of three institutions, any two mentees who are of two each have one in common: at most one of them all sits
    /// there.
    private void impliedLimits(Map<String, Ints> byInstitution) {
        var seatsOf = new TreeMap<List<String>, Ints>(Comparator.comparing(pair -> String.join("\n", pair)));
        var several = new TreeMap<Integer, List<String>>();
        byInstitution.forEach((institution, set) -> {
            for (int arc : set.toArray()) {
                if (mentees.get(menteeOf[arc]).institutions().size() > 1) {
                    several.computeIfAbsent(arc, _ -> new ArrayList<>()).add(institution);
                }
            }
        });
        several.forEach((arc, own) -> {
            for (int i = 0; i < own.size(); i++) {
                for (int j = i + 1; j < own.size(); j++) {
                    seatsOf.computeIfAbsent(List.of(own.get(i), own.get(j)), _ -> new Ints())
                            .add(arc);
                }
            }
        });
        var names = List.copyOf(byInstitution.keySet());
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                for (int k = j + 1; k < names.size() && seatsOf.containsKey(List.of(names.get(i), names.get(j))); k++) {
                    var sides = Stream.of(
                                    seatsOf.get(List.of(names.get(i), names.get(j))),
                                    seatsOf.get(List.of(names.get(i), names.get(k))),
                                    seatsOf.get(List.of(names.get(j), names.get(k))))
                            .toList();
                    if (sides.stream().allMatch(Objects::nonNull)) {
                        impliedLimits.add(new Limit(
                                sides.stream()
                                        .flatMapToInt(set -> Arrays.stream(set.toArray()))
                                        .sorted()
                                        .distinct()
                                        .toArray(),
                                1));
                    }
                }
            }
        }
    }

    private static void addIfItBinds(List<Limit> limits, Ints set) {
        var limit = new Limit(set.toArray(), 1);
        if (limit.binds()) {
            limits.add(limit);
        }
    }

    private void groups() {
        var members = new TreeMap<Integer, TreeMap<Integer, Ints>>();
        for (int m = 0; m < mentees.size(); m++) {
            for (int rank = lockedSeats[m] + 1; rank <= lockedSeats[m] + wants[m]; rank++) {
                members.computeIfAbsent(rank, _ -> new TreeMap<>())
                        .computeIfAbsent(mentees.get(m).tier(), _ -> new Ints())
                        .add(m);
            }
        }
        members.forEach((rank, tiers) ->
                tiers.forEach((tier, indices) -> groups.add(new Group(rank, tier, indices.toArray()))));
    }
}
