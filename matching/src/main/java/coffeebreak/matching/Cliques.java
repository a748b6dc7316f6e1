package coffeebreak.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/// All groups that may sit together: everybody listed with everybody.
final class Cliques {
    private final PeerModel model;
    private final IntPredicate likely;
    private final int most;
    private final List<int[]> groups = new ArrayList<>();

    private Cliques(PeerModel model, IntPredicate likely, int most) {
        this.model = model;
        this.likely = likely;
        this.most = most;
    }

    /// The groups of these sizes; empty where there are more than `most`.
    ///
    /// @param likely pairs that are looked at
    static Optional<List<int[]>> of(PeerModel model, List<Integer> sizes, IntPredicate likely, int most) {
        var cliques = new Cliques(model, likely, most);
        int largest = sizes.stream().mapToInt(size -> size).max().orElse(0);
        for (int v = 0; v < model.people; v++) {
            if (!cliques.grow(new int[] {v}, sizes, largest)) {
                return Optional.empty();
            }
        }
        return Optional.of(cliques.groups);
    }

    /// Adds the groups that begin with these members; false where they become too many.
    private boolean grow(int[] members, List<Integer> sizes, int largest) {
        if (sizes.contains(members.length)) {
            groups.add(members);
        }
        if (groups.size() > most) {
            return false;
        }
        if (members.length == largest) {
            return true;
        }
        int last = members[members.length - 1];
        for (int n = model.first[last]; n < model.first[last + 1]; n++) {
            int v = model.neighbour[n];
            boolean together = v > last && likely.test(model.behind[n]);
            for (int i = 0; together && i < members.length - 1; i++) {
                int pair = model.pair(members[i], v);
                together = pair >= 0 && likely.test(pair);
            }
            if (together && !grow(Chain.joined(members, v), sizes, largest)) {
                return false;
            }
        }
        return true;
    }
}
