package coffeebreak.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Tries every seating there is. Written from the rules' wording and sharing nothing with the solver but the lottery's
/// draws, so that the two can disagree.
final class Exhaustive {
    /// How good a seating is: earlier entries first. Affinity in millionths.
    record Rank(List<Long> objectives) implements Comparable<Rank> {
        @Override
        public int compareTo(Rank other) {
            for (int i = 0; i < objectives.size(); i++) {
                int order = Long.compare(objectives.get(i), other.objectives.get(i));
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        }
    }

    /// What a partial seating may still break, because the mentees to come can mend it.
    private static final Set<String> MENDABLE = Set.of("minimum", "locked", "moves");

    private final SeatProblem problem;
    private final List<Mentee> mentees;
    private Optional<Rank> best = Optional.empty();

    private final Predicate<List<Place>> wanted;

    private Exhaustive(SeatProblem problem, Predicate<List<Place>> wanted) {
        this.problem = problem;
        this.wanted = wanted;
        this.mentees = problem.mentees().stream()
                .sorted(Comparator.comparing(Mentee::id))
                .toList();
    }

    /// The best rank any seating reaches; empty when no seating keeps the rules.
    static Optional<Rank> best(SeatProblem problem) {
        return best(problem, _ -> true);
    }

    /// The best rank of the seatings that are wanted.
    static Optional<Rank> best(SeatProblem problem, Predicate<List<Place>> wanted) {
        var search = new Exhaustive(problem, wanted);
        search.from(0, new ArrayList<>());
        return search.best;
    }

    static Rank rank(SeatProblem problem, List<Place> seats) {
        return new Exhaustive(problem, _ -> true).rank(seats);
    }

    private void from(int m, List<Place> seats) {
        if (m == mentees.size()) {
            if (wanted.test(seats) && broken(problem, seats).isEmpty()) {
                var rank = rank(seats);
                if (best.isEmpty() || rank.compareTo(best.get()) > 0) {
                    best = Optional.of(rank);
                }
            }
            return;
        }
        var mentee = mentees.get(m);
        for (int set = 0; set < 1 << problem.tables().size(); set++) {
            if (Integer.bitCount(set) > mentee.seats()) {
                continue;
            }
            int before = seats.size();
            for (int t = 0; t < problem.tables().size(); t++) {
                if ((set >> t & 1) == 1) {
                    seats.add(new Place(mentee.id(), problem.tables().get(t).id()));
                }
            }
            if (MENDABLE.containsAll(broken(problem, seats))) {
                from(m + 1, seats);
            }
            seats.subList(before, seats.size()).clear();
        }
    }

    private Rank rank(List<Place> seats) {
        var objectives = new ArrayList<Long>();
        int most = problem.mentees().stream().mapToInt(Mentee::seats).max().orElse(1);
        var tiers =
                problem.mentees().stream().map(Mentee::tier).distinct().sorted().toList();
        for (int rank = 1; rank <= most; rank++) {
            for (var tier : tiers) {
                int atLeast = rank;
                objectives.add(problem.mentees().stream()
                        .filter(mentee -> mentee.tier() == tier)
                        .filter(mentee -> of(seats, mentee).size() >= atLeast)
                        .count());
            }
        }
        if (problem.rules().fairness() == Rules.Fairness.MAXMIN) {
            objectives.add(problem.mentees().stream()
                    .map(mentee -> of(seats, mentee))
                    .filter(own -> !own.isEmpty())
                    .mapToLong(own -> own.stream()
                            .mapToLong(place -> affinity(problem, place))
                            .sum())
                    .min()
                    .orElse(0));
        }
        var moves = problem.current().stream()
                .filter(place -> !seats.contains(place))
                .count();
        objectives.add(
                seats.stream().mapToLong(place -> affinity(problem, place)).sum()
                        - moves * Math.round(problem.rules().movePrice() * 1_000_000));
        var draws = new Lottery(problem.seed());
        objectives.add(seats.stream()
                .filter(place -> !problem.locked().contains(place))
                .mapToLong(place -> draws.of(place.mentee(), place.table()))
                .sum());
        return new Rank(objectives);
    }

    private static List<Place> of(List<Place> seats, Mentee mentee) {
        return seats.stream()
                .filter(place -> place.mentee().equals(mentee.id()))
                .toList();
    }

    private static long affinity(SeatProblem problem, Place place) {
        return Math.round(problem.affinity()
                        .between(mentee(problem, place), table(problem, place))
                        .orElseThrow()
                * 1_000_000);
    }

    private static Mentee mentee(SeatProblem problem, Place place) {
        return problem.mentees().stream()
                .filter(mentee -> mentee.id().equals(place.mentee()))
                .findFirst()
                .orElseThrow();
    }

    private static Table table(SeatProblem problem, Place place) {
        return problem.tables().stream()
                .filter(table -> table.id().equals(place.table()))
                .findFirst()
                .orElseThrow();
    }

    /// The hard rules a seating breaks, by name.
    static List<String> broken(SeatProblem problem, List<Place> seats) {
        var broken = new ArrayList<String>();
        var rules = problem.rules();
        if (new HashSet<>(seats).size() < seats.size()) {
            broken.add("twice in one seat");
        }
        var taken = new int[problem.tables().size()];
        for (int i = 0; i < seats.size(); i++) {
            var mentee = mentee(problem, seats.get(i));
            var table = table(problem, seats.get(i));
            taken[problem.tables().indexOf(table)]++;
            var coffeeBreak = table.coffeeBreak();
            if (coffeeBreak != null
                    && !mentee.breaks().isEmpty()
                    && !mentee.breaks().contains(coffeeBreak)) {
                broken.add("breaks");
            }
            if (problem.conflicts().contains(new Conflict(mentee.id(), table.mentor()))) {
                broken.add("conflict");
            }
            if (problem.affinity().between(mentee, table).isEmpty()) {
                broken.add("forbidden");
            }
            if (rules.avoidSameInstitution()
                    && table.institutions().stream().anyMatch(mentee.institutions()::contains)) {
                broken.add("same institution");
            }
            if (of(seats, mentee).size() > mentee.seats()) {
                broken.add("too many seats");
            }
            for (int j = 0; j < i; j++) {
                var otherMentee = mentee(problem, seats.get(j));
                var otherTable = table(problem, seats.get(j));
                if (mentee.equals(otherMentee)) {
                    if (rules.oneSeatPerBreak()
                            && coffeeBreak != null
                            && coffeeBreak.equals(otherTable.coffeeBreak())) {
                        broken.add("one seat per break");
                    }
                    if (rules.neverSameMentorTwice() && table.mentor().equals(otherTable.mentor())) {
                        broken.add("same mentor twice");
                    }
                }
                if (table.equals(otherTable)) {
                    if (problem.apart().contains(new Apart(mentee.id(), otherMentee.id()))
                            || problem.apart().contains(new Apart(otherMentee.id(), mentee.id()))) {
                        broken.add("apart");
                    }
                    if (rules.onePerInstitutionPerTable()
                            && mentee.institutions().stream().anyMatch(otherMentee.institutions()::contains)) {
                        broken.add("one per institution");
                    }
                }
            }
        }
        for (int t = 0; t < taken.length; t++) {
            var table = problem.tables().get(t);
            if (taken[t] > table.capacity()) {
                broken.add("capacity");
            }
            if (taken[t] > 0 && taken[t] < table.minimum()) {
                broken.add("minimum");
            }
        }
        if (!seats.containsAll(problem.locked())) {
            broken.add("locked");
        }
        var moves = problem.current().stream()
                .filter(place -> !seats.contains(place))
                .count();
        if (rules.maxMoves().isPresent() && moves > rules.maxMoves().getAsInt()) {
            broken.add("moves");
        }
        return broken;
    }
}
