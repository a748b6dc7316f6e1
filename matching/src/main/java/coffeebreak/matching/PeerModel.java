package coffeebreak.matching;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.function.ToIntFunction;

/// A peer problem in numbers: people in the order of the lottery, so that whatever prefers the first of equals draws
/// lots, and the pairs that may sit together as a graph.
final class PeerModel {
    static final long SCALE = 1_000_000_000L;

    final int size;
    /// The largest group there may be.
    final int largest;
    final int rounds;
    final int people;
    final String[] ids;
    /// Pairs that may sit together: `one[p] < other[p]`, sorted.
    final int pairs;

    final int[] one;
    final int[] other;
    final double[] affinity;
    final long[] weight;
    final boolean[] host;
    final long seed;

    /// The neighbours of v, ascending, stand from `first[v]` to before `first[v + 1]`.
    final int[] first;

    final int[] neighbour;
    /// The pair behind a neighbour.
    final int[] behind;

    /// @throws InvalidProblem naming everything that is wrong
    PeerModel(PeerProblem problem) {
        PeerChecks.check(problem);
        size = problem.groupSize();
        largest = size == 2 ? 3 : 4;
        rounds = problem.rounds();
        seed = problem.seed();
        var draws = new Lottery(problem.seed());
        ids = problem.people().stream()
                .sorted(Comparator.<String>comparingLong(draws::of).thenComparing(Comparator.naturalOrder()))
                .toArray(String[]::new);
        people = ids.length;
        var index = new HashMap<String, Integer>();
        for (int v = 0; v < people; v++) {
            index.put(ids[v], v);
        }
        ToIntFunction<String> at = id -> index.getOrDefault(id, -1);
        host = new boolean[people];
        problem.hosts().forEach(id -> host[at.applyAsInt(id)] = true);
        var forbidden = new HashSet<Long>();
        problem.apart().forEach(pair -> forbidden.add(key(at, pair.one(), pair.other())));
        problem.met().forEach(pair -> forbidden.add(key(at, pair.one(), pair.other())));
        var rows = problem.pairs().stream()
                .filter(pair -> !forbidden.contains(key(at, pair.one(), pair.other())))
                .sorted(Comparator.comparingLong(pair -> key(at, pair.one(), pair.other())))
                .toList();
        pairs = rows.size();
        one = new int[pairs];
        other = new int[pairs];
        affinity = new double[pairs];
        weight = new long[pairs];
        first = new int[people + 1];
        for (int p = 0; p < pairs; p++) {
            var key = key(at, rows.get(p).one(), rows.get(p).other());
            one[p] = (int) (key / people);
            other[p] = (int) (key % people);
            affinity[p] = rows.get(p).affinity();
            weight[p] = Math.round(affinity[p] * SCALE);
            first[one[p] + 1]++;
            first[other[p] + 1]++;
        }
        Arrays.parallelPrefix(first, Integer::sum);
        neighbour = new int[2 * pairs];
        behind = new int[2 * pairs];
        var next = first.clone();
        // Smaller neighbours first: as `other`, then as `one`, both in ascending order.
        for (int p = 0; p < pairs; p++) {
            neighbour[next[other[p]]] = one[p];
            behind[next[other[p]]++] = p;
        }
        for (int p = 0; p < pairs; p++) {
            neighbour[next[one[p]]] = other[p];
            behind[next[one[p]]++] = p;
        }
    }

    private long key(ToIntFunction<String> index, String one, String other) {
        int v = index.applyAsInt(one);
        int w = index.applyAsInt(other);
        return Math.min(v, w) * (long) people + Math.max(v, w);
    }

    /// The pair of two people, -1 where they may not sit together.
    int pair(int v, int w) {
        int found = Arrays.binarySearch(neighbour, first[v], first[v + 1], w);
        return found < 0 ? -1 : behind[found];
    }

    /// The pairs within a group.
    ///
    /// @throws IllegalStateException where two of it may not sit together
    int[] pairs(int[] group) {
        var pairs = new int[group.length * (group.length - 1) / 2];
        int next = 0;
        for (int i = 0; i < group.length; i++) {
            for (int j = 0; j < i; j++) {
                pairs[next] = pair(group[i], group[j]);
                if (pairs[next++] < 0) {
                    throw new IllegalStateException(
                            "%s and %s sit together and may not.".formatted(ids[group[i]], ids[group[j]]));
                }
            }
        }
        return pairs;
    }

    double affinity(int[] group) {
        var affinity = 0.0;
        for (int p : pairs(group)) {
            affinity += this.affinity[p];
        }
        return affinity;
    }

    int degree(int v) {
        return first[v + 1] - first[v];
    }

    /// How unwelcome the size of a group is: none where it is as asked; a pair counts three, so that two or three
    /// groups of three are preferred to one, where larger groups are wanted.
    int penalty(int members) {
        return members == size ? 0 : members == 2 ? 3 : 1;
    }

    boolean hosted(int... members) {
        boolean hosted = false;
        for (int v : members) {
            hosted |= host[v];
        }
        return hosted;
    }

    /// Sizes of the groups of a round that seats everybody with the fewest penalties.
    int[] sizes(int people) {
        var fewest = new int[people + 1];
        var last = new int[people + 1];
        Arrays.fill(fewest, Integer.MAX_VALUE / 2);
        fewest[0] = 0;
        for (int seated = 1; seated <= people; seated++) {
            // Somebody without a group counts more than any group.
            fewest[seated] = fewest[seated - 1] + 1_000_000;
            last[seated] = 1;
            for (int members = 2; members <= Math.min(largest, seated); members++) {
                int penalties = fewest[seated - members] + penalty(members);
                if (penalties < fewest[seated]) {
                    fewest[seated] = penalties;
                    last[seated] = members;
                }
            }
        }
        var sizes = new Ints();
        for (int seated = people; seated > 0; seated -= last[seated]) {
            if (last[seated] > 1) {
                sizes.add(last[seated]);
            }
        }
        return sizes.toArray();
    }

    /// The fewest penalties of a round that leaves as few over as their number alone makes unavoidable.
    int fewestPenalties(int people) {
        return Arrays.stream(sizes(people)).map(this::penalty).sum();
    }
}
