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

    Laminar(int arcs, List<Limit> limits) {
        innermost = new int[arcs];
        Arrays.fill(innermost, -1);
        var sorted = limits.stream()
                .sorted(Comparator.<Limit>comparingInt(limit -> -limit.arcs().length)
                        .thenComparing(Limit::arcs, Arrays::compare))
                .toList();
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
}
