package coffeebreak.matching;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Seats somebody who is left over along the shortest chain in which each takes the place of the next and the last
/// joins a group, meets somebody else who is left over, or parts a group of three or more.
final class Chain {
    private final PeerModel model;
    private final List<int[]> groups;
    private final boolean[] used;
    private final boolean completing;
    private final int who;
    /// The group of each person, -1 for none.
    private final int[] at;
    /// For whose sake somebody would stand up, -1 for nobody's.
    private final int[] cameFor;
    /// Groups somebody stands up from already: one way into a group is enough, and keeps chains from crossing
    /// themselves.
    private final boolean[] touched;

    /// @param groups of one round; changed where the chain is found
    /// @param used pairs that meet in another round
    /// @param completing whether the chain may only end in a group that is too small
    Chain(PeerModel model, List<int[]> groups, boolean[] used, boolean completing, int who) {
        this.model = model;
        this.groups = groups;
        this.used = used;
        this.completing = completing;
        this.who = who;
        at = new int[model.people];
        cameFor = new int[model.people];
        touched = new boolean[groups.size()];
        Arrays.fill(at, -1);
        Arrays.fill(cameFor, -1);
        for (int g = 0; g < groups.size(); g++) {
            for (int v : groups.get(g)) {
                at[v] = g;
            }
        }
    }

    /// How a chain can end for its last.
    private sealed interface End {
        /// @param score what the end changes
        PeerScore score();

        record Join(int group, PeerScore score) implements End {}

        record Meet(int leftOver, PeerScore score) implements End {}

        record Part(int group, int member, PeerScore score) implements End {}
    }

    /// False where there is no chain; nothing has changed then.
    boolean seat() {
        cameFor[who] = who;
        var queue = new ArrayDeque<Integer>(List.of(who));
        while (!queue.isEmpty()) {
            int v = queue.remove();
            var end = end(v);
            if (end != null) {
                for (int out = v; out != who; out = cameFor[out]) {
                    var group = groups.get(at[out]);
                    groups.set(at[out], joined(without(group, out), cameFor[out]));
                }
                finish(v, end);
                return true;
            }
            for (int n = model.first[v]; n < model.first[v + 1]; n++) {
                int g = at[model.neighbour[n]];
                if (g >= 0 && !touched[g]) {
                    for (int out : groups.get(g)) {
                        if (!touched[g] && fits(model, without(groups.get(g), out), v, used)) {
                            cameFor[out] = v;
                            touched[g] = true;
                            queue.add(out);
                        }
                    }
                }
            }
        }
        return false;
    }

    private @Nullable End end(int v) {
        End best = null;
        for (int n = model.first[v]; n < model.first[v + 1]; n++) {
            int w = model.neighbour[n];
            int g = at[w];
            if (used[model.behind[n]] || w == who || (g >= 0 && touched[g])) {
                continue;
            }
            var affinity = model.weight[model.behind[n]];
            if (g < 0) {
                var score = new PeerScore(-1, model.penalty(2), model.hosted(v, w) ? 1 : 0, affinity);
                best = completing ? best : better(best, new End.Meet(w, score));
                continue;
            }
            var group = groups.get(g);
            int most = completing ? model.size : model.largest;
            if (group.length < most && fits(model, group, v, used)) {
                best = better(best, new End.Join(g, changed(group, joined(group, v), new int[0])));
            }
            if (group.length > 2 && !completing) {
                best = better(best, new End.Part(g, w, changed(group, without(group, w), new int[] {v, w})));
            }
        }
        return best;
    }

    private static End better(@Nullable End one, End other) {
        return one == null || other.score().compareTo(one.score()) > 0 ? other : one;
    }

    private PeerScore changed(int[] group, int[] into, int[] and) {
        var before = new PeerRounds(model, List.of(List.of(group))).score;
        var after = new PeerRounds(model, List.of(and.length == 0 ? List.of(into) : List.of(into, and))).score;
        return new PeerScore(
                0,
                after.penalty() - before.penalty(),
                after.hosted() - before.hosted(),
                after.weight() - before.weight());
    }

    private void finish(int v, End end) {
        switch (end) {
            case End.Join(var group, var _) -> groups.set(group, joined(groups.get(group), v));
            case End.Meet(var leftOver, var _) -> groups.add(new int[] {v, leftOver});
            case End.Part(var group, var member, var _) -> {
                groups.set(group, without(groups.get(group), member));
                groups.add(new int[] {v, member});
            }
        }
    }

    /// Whether somebody may sit with all of a group and meets none of it in another round.
    static boolean fits(PeerModel model, int[] group, int v, boolean[] used) {
        for (int w : group) {
            int p = model.pair(v, w);
            if (p < 0 || used[p]) {
                return false;
            }
        }
        return true;
    }

    static int[] joined(int[] group, int v) {
        var larger = Arrays.copyOf(group, group.length + 1);
        larger[group.length] = v;
        return larger;
    }

    static int[] without(int[] group, int v) {
        return Arrays.stream(group).filter(w -> w != v).toArray();
    }
}
