package coffeebreak.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/// The limits of one side as far as they are nested or disjoint, and so can be nodes of a network.
final class Laminar {
    /// Largest first.
    final List<Limit> nested = new ArrayList<>();
    /// The smallest nested limit that holds an arc, -1 for none.
    final int[] innermost;
    /// The smallest nested limit around a nested limit, -1 for none.
    final Ints around = new Ints();
    final boolean complete;

    private static final Comparator<Limit> BY_SIZE =
            Comparator.<Limit>comparingInt(limit -> limit.arcs().length).thenComparing(Limit::arcs, Arrays::compare);

    /// @param limits the better one to keep first: of two that cross, the later loses the arcs it shares with the
    /// earlier,
    ///     which leaves it as a weaker limit on the others
    Laminar(int arcs, List<Limit> limits) {
        innermost = new int[arcs];
        Arrays.fill(innermost, -1);
        var uncrossed = uncrossed(arcs, limits);
        for (var limit : uncrossed.stream().sorted(BY_SIZE.reversed()).toList()) {
            // All limits so far are at least as large: one that meets this one holds all of it.
            var outer = innermost[limit.arcs()[0]];
            for (int arc : limit.arcs()) {
                innermost[arc] = nested.size();
            }
            nested.add(limit);
            around.add(outer);
        }
        complete = uncrossed.equals(limits);
    }

    private static List<Limit> uncrossed(int arcs, List<Limit> limits) {
        var kept = new ArrayList<Limit>();
        var keptOf = new Ints[arcs];
        for (var limit : limits) {
            var shared = new TreeMap<Integer, Integer>();
            for (int arc : limit.arcs()) {
                for (int i = 0; keptOf[arc] != null && i < keptOf[arc].size(); i++) {
                    shared.merge(keptOf[arc].get(i), 1, Integer::sum);
                }
            }
            shared.entrySet()
                    .removeIf(entry -> entry.getValue() == limit.arcs().length
                            || entry.getValue() == kept.get(entry.getKey()).arcs().length);
            var own = new Ints();
            for (int arc : limit.arcs()) {
                boolean crossed = false;
                for (int i = 0; keptOf[arc] != null && i < keptOf[arc].size(); i++) {
                    crossed |= shared.containsKey(keptOf[arc].get(i));
                }
                if (!crossed) {
                    own.add(arc);
                }
            }
            var rest = shared.isEmpty() ? limit : new Limit(own.toArray(), limit.room());
            if (rest.binds()) {
                for (int arc : rest.arcs()) {
                    if (keptOf[arc] == null) {
                        keptOf[arc] = new Ints();
                    }
                    keptOf[arc].add(kept.size());
                }
                kept.add(rest);
            }
        }
        return kept;
    }
}
