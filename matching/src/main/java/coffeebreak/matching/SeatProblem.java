package coffeebreak.matching;

import java.util.List;

/// Who wants a seat, where there are seats, and what must hold. The order of the rows does not matter.
///
/// @param affinity how much a mentee and a mentor have to say to each other
/// @param conflicts mentees and mentors who must not meet; those who have met before are listed
///     here. They beat the affinity
/// @param apart mentees who must not share a table
/// @param locked seats that stay as they are
/// @param current seats people have been told of: not keeping one costs [Rules#movePrice()]. A mentor who drops out
///     stays in the problem with capacity 0, so that the seats lost there count as moves
/// @param seed of the lottery that decides between equals
public record SeatProblem(
        List<Mentee> mentees,
        List<Table> tables,
        Affinity affinity,
        List<Conflict> conflicts,
        List<Apart> apart,
        List<Place> locked,
        List<Place> current,
        Rules rules,
        long seed) {
    public SeatProblem {
        mentees = List.copyOf(mentees);
        tables = List.copyOf(tables);
        conflicts = List.copyOf(conflicts);
        apart = List.copyOf(apart);
        locked = List.copyOf(locked);
        current = List.copyOf(current);
    }

    /// A problem under the standard rules with nothing locked, seed 1.
    public static SeatProblem of(List<Mentee> mentees, List<Table> tables, Affinity affinity) {
        return new SeatProblem(
                mentees, tables, affinity, List.of(), List.of(), List.of(), List.of(), Rules.standard(), 1);
    }

    /// What contradicts itself, one sentence each, affinities that nobody is locked by aside; a problem with any is
    /// [refused][InvalidProblem].
    public List<String> contradictions() {
        return List.copyOf(new Checks(this).wrong());
    }

    SeatProblem withMentees(List<Mentee> rows) {
        return new SeatProblem(rows, tables, affinity, conflicts, apart, locked, current, rules, seed);
    }

    public SeatProblem withConflicts(List<Conflict> pairs) {
        return new SeatProblem(mentees, tables, affinity, pairs, apart, locked, current, rules, seed);
    }

    public SeatProblem withApart(List<Apart> pairs) {
        return new SeatProblem(mentees, tables, affinity, conflicts, pairs, locked, current, rules, seed);
    }

    public SeatProblem withLocked(List<Place> places) {
        return new SeatProblem(mentees, tables, affinity, conflicts, apart, places, current, rules, seed);
    }

    public SeatProblem withCurrent(List<Place> places) {
        return new SeatProblem(mentees, tables, affinity, conflicts, apart, locked, places, rules, seed);
    }

    public SeatProblem withRules(Rules changed) {
        return new SeatProblem(mentees, tables, affinity, conflicts, apart, locked, current, changed, seed);
    }

    public SeatProblem withSeed(long changed) {
        return new SeatProblem(mentees, tables, affinity, conflicts, apart, locked, current, rules, changed);
    }
}
