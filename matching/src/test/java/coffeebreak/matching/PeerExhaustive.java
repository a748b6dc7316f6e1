package coffeebreak.matching;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Tries all groups in all rounds. Written from the rules' wording and sharing nothing with the matcher, so that the
/// two can disagree.
final class PeerExhaustive {
    /// @param left people without a group @param sizes penalties @param hosted groups with a host @param total in
    /// billionths
    record Rank(int left, int sizes, int hosted, long total) {
        boolean comesBefore(Rank other) {
            if (left != other.left) {
                return left < other.left;
            }
            if (sizes != other.sizes) {
                return sizes < other.sizes;
            }
            return hosted != other.hosted ? hosted > other.hosted : total > other.total;
        }
    }

    private final PeerProblem problem;
    private final Map<Set<String>, Long> affinity;
    private Rank best = new Rank(Integer.MAX_VALUE, 0, 0, 0);

    private PeerExhaustive(PeerProblem problem) {
        this.problem = problem;
        this.affinity = problem.pairs().stream()
                .collect(Collectors.toMap(
                        pair -> Set.of(pair.one(), pair.other()), pair -> Math.round(pair.affinity() * 1e9)));
        problem.apart().forEach(pair -> affinity.remove(Set.of(pair.one(), pair.other())));
        problem.met().forEach(pair -> affinity.remove(Set.of(pair.one(), pair.other())));
    }

    static Rank best(PeerProblem problem) {
        var search = new PeerExhaustive(problem);
        search.round(0, new HashSet<>(), new Rank(0, 0, 0, 0));
        return search.best;
    }

    static Rank rank(PeerProblem problem, PeerSeating seating) {
        var search = new PeerExhaustive(problem);
        var met = new HashSet<Set<String>>();
        var rank = new Rank(seating.left().stream().mapToInt(List::size).sum(), 0, 0, 0);
        for (var round : seating.rounds()) {
            for (var group : round) {
                rank = search.with(rank, group);
                for (var pair : pairs(group)) {
                    if (!met.add(pair) || !search.affinity.containsKey(pair)) {
                        throw new AssertionError(pair + " meet twice or may not meet");
                    }
                }
            }
        }
        return rank;
    }

    private Rank with(Rank rank, List<String> group) {
        // A pair where larger groups are asked for is three times as bad as one more or one less.
        int size = group.size() == problem.groupSize() ? 0 : group.size() == 2 ? 3 : 1;
        return new Rank(
                rank.left,
                rank.sizes + size,
                rank.hosted + (group.stream().anyMatch(problem.hosts()::contains) ? 1 : 0),
                rank.total
                        + pairs(group).stream()
                                .mapToLong(pair -> affinity.getOrDefault(pair, 0L))
                                .sum());
    }

    private void round(int number, Set<Set<String>> met, Rank rank) {
        if (number == problem.rounds()) {
            if (rank.comesBefore(best)) {
                best = rank;
            }
            return;
        }
        group(number, new ArrayList<>(problem.people()), met, rank);
    }

    /// Decides about the first of those who wait: left over, or in a group with some of the others.
    private void group(int number, List<String> waiting, Set<Set<String>> met, Rank rank) {
        if (waiting.isEmpty()) {
            round(number + 1, met, rank);
            return;
        }
        var first = waiting.getFirst();
        var others = waiting.subList(1, waiting.size());
        group(number, others, met, new Rank(rank.left + 1, rank.sizes, rank.hosted, rank.total));
        int largest = problem.groupSize() == 2 ? 3 : 4;
        for (int set = 1; set < 1 << others.size(); set++) {
            if (Integer.bitCount(set) >= largest) {
                continue;
            }
            var group = new ArrayList<>(List.of(first));
            var rest = new ArrayList<String>();
            for (int i = 0; i < others.size(); i++) {
                (((set >> i & 1) == 1) ? group : rest).add(others.get(i));
            }
            var pairs = pairs(group);
            if (affinity.keySet().containsAll(pairs) && pairs.stream().noneMatch(met::contains)) {
                met.addAll(pairs);
                group(number, rest, met, with(rank, group));
                met.removeAll(pairs);
            }
        }
    }

    private static Set<Set<String>> pairs(List<String> group) {
        var pairs = new HashSet<Set<String>>();
        for (var one : group) {
            for (var other : group) {
                if (!one.equals(other)) {
                    pairs.add(Set.of(one, other));
                }
            }
        }
        return pairs;
    }
}
