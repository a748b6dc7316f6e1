package coffeebreak.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// The limits of one side that are nested or disjoint, and so can be nodes of a network; the others are left over.
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

    /// @param smallest which of two crossing limits is kept: the smaller or the larger
    Laminar(int arcs, List<Limit> limits, boolean smallest) {
        innermost = new int[arcs];
        Arrays.fill(innermost, -1);
        var sorted = (smallest ? uncrossed(arcs, limits) : limits)
                .stream().sorted(BY_SIZE.reversed()).toList();
        for (var limit : sorted) {
            // All limits so far are at least as large: one that meets this one must hold all of it.
            var outer = innermost[limit.arcs()[0]];
            if (Arrays.stream(limit.arcs()).allMatch(arc -> innermost[arc] == outer)) {
                for (int arc : limit.arcs()) {
                    innermost[arc] = nested.size();
                }
                nested.add(limit);
                around.add(outer);
            }
        }
        complete = nested.size() == limits.size();
    }

    /// The limits that cross no smaller one that is kept.
    private static List<Limit> uncrossed(int arcs, List<Limit> limits) {
        var kept = new ArrayList<Limit>();
        var outermost = new int[arcs];
        Arrays.fill(outermost, -1);
        for (var limit : limits.stream().sorted(BY_SIZE).toList()) {
            int covered = (int) Arrays.stream(limit.arcs())
                    .filter(arc -> outermost[arc] >= 0)
                    .count();
            int held = Arrays.stream(limit.arcs())
                    .map(arc -> outermost[arc])
                    .filter(inner -> inner >= 0)
                    .distinct()
                    .map(inner -> kept.get(inner).arcs().length)
                    .sum();
            // Every smaller limit it meets lies wholly inside.
            if (covered == held) {
                for (int arc : limit.arcs()) {
                    outermost[arc] = kept.size();
                }
                kept.add(limit);
            }
        }
        return kept;
    }
}
