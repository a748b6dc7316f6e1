package coffeebreak.matching;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/// Groups round by round, each as well as it can be made after those before it.
final class PeerStart {
    private final PeerModel model;
    private final Blossom blossom;

    PeerStart(PeerModel model) {
        this.model = model;
        this.blossom = new Blossom(model);
    }

    PeerRounds rounds() {
        var made = new PeerRounds(model, Collections.nCopies(model.rounds, List.of()));
        for (int r = 0; r < model.rounds; r++) {
            made = made.with(r, round(made.usedOutside(r, r)));
        }
        return made;
    }

    /// What there is at once: the heaviest pairs, one after the other, and whoever is left over joined to them.
    PeerRounds hasty() {
        var heaviest = IntStream.range(0, model.pairs)
                .boxed()
                .sorted(Comparator.comparingLong(p -> -model.weight[p]))
                .toList();
        var made = new PeerRounds(model, Collections.nCopies(model.rounds, List.of()));
        for (int r = 0; r < model.rounds; r++) {
            var used = made.usedOutside(r, r);
            var seated = new boolean[model.people];
            var pairs = new ArrayList<int[]>();
            for (int p : heaviest) {
                if (!used[p] && !seated[model.one[p]] && !seated[model.other[p]]) {
                    pairs.add(new int[] {model.one[p], model.other[p]});
                    seated[model.one[p]] = true;
                    seated[model.other[p]] = true;
                }
            }
            made = made.with(r, seatLeftOver(model.size == 2 ? pairs : grown(pairs, used), used));
        }
        return made;
    }

    private List<int[]> round(boolean[] used) {
        var pairs = new ArrayList<int[]>();
        for (int p : blossom.match(_ -> true, p -> !used[p])) {
            pairs.add(new int[] {model.one[p], model.other[p]});
        }
        return seatLeftOver(model.size == 2 ? pairs : grown(pairs, used), used);
    }

    /// Keeps the best pairs as seeds of groups, and gives them a third and a fourth member each.
    private List<int[]> grown(List<int[]> pairs, boolean[] used) {
        int[] sizes = model.sizes(model.people);
        var groups = new ArrayList<>(pairs.stream()
                .sorted(Comparator.comparingLong(pair -> -model.weight[model.pair(pair[0], pair[1])]))
                .limit(sizes.length)
                .toList());
        for (int members = 3; members <= model.largest; members++) {
            int larger = members;
            int wanted =
                    (int) Arrays.stream(sizes).filter(size -> size >= larger).count();
            var free = left(groups);
            var join = new Assignment(ones(free.length), ones(groups.size()));
            for (int f = 0; f < free.length; f++) {
                for (int g = 0; g < groups.size(); g++) {
                    if (groups.get(g).length == members - 1 && fits(groups.get(g), free[f], used)) {
                        join.may(f, g, weight(groups.get(g), free[f]) / 1000);
                    }
                }
            }
            var taken = join.solve(wanted);
            for (int o = 0; o < taken.length; o++) {
                if (taken[o]) {
                    groups.set(join.place(o), joined(groups.get(join.place(o)), free[join.taker(o)]));
                }
            }
        }
        return groups;
    }

    private static int[] ones(int length) {
        var ones = new int[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    boolean fits(int[] group, int v, boolean[] used) {
        for (int w : group) {
            int p = model.pair(v, w);
            if (p < 0 || used[p]) {
                return false;
            }
        }
        return true;
    }

    long weight(int[] group, int v) {
        var weight = 0L;
        for (int w : group) {
            weight += model.weight[model.pair(v, w)];
        }
        return weight;
    }

    static int[] joined(int[] group, int v) {
        var larger = Arrays.copyOf(group, group.length + 1);
        larger[group.length] = v;
        return larger;
    }

    static int[] without(int[] group, int v) {
        return Arrays.stream(group).filter(w -> w != v).toArray();
    }

    private int[] left(List<int[]> groups) {
        return new PeerRounds(model, List.of(groups)).left(0);
    }

    /// Seats who is left over, one after the other, along the shortest chain in which each takes the place of the next
    /// and
    /// the last joins a group, meets somebody else who is left over, or parts a group of three or more.
    List<int[]> seatLeftOver(List<int[]> groups, boolean[] used) {
        return seatLeftOver(groups, used, false);
    }

    /// @param completing whether a chain may only end in a group that is too small
    List<int[]> seatLeftOver(List<int[]> groups, boolean[] used, boolean completing) {
        var seated = new ArrayList<>(groups);
        var hopeless = new HashSet<Integer>();
        while (true) {
            var left = Arrays.stream(left(seated))
                    .filter(v -> !hopeless.contains(v))
                    .toArray();
            if (left.length == 0) {
                return seated;
            }
            if (!seat(left[0], seated, used, completing)) {
                hopeless.add(left[0]);
            }
        }
    }

    private boolean seat(int who, List<int[]> groups, boolean[] used, boolean completing) {
        var at = new int[model.people];
        Arrays.fill(at, -1);
        for (int g = 0; g < groups.size(); g++) {
            for (int v : groups.get(g)) {
                at[v] = g;
            }
        }
        // Whose place somebody would take; in the same group nobody else is replaced on the way.
        var cameFor = new int[model.people];
        Arrays.fill(cameFor, -1);
        cameFor[who] = who;
        var touched = new boolean[groups.size()];
        var queue = new ArrayDeque<Integer>(List.of(who));
        while (!queue.isEmpty()) {
            int v = queue.remove();
            int own = v == who ? -1 : at[v];
            var end = end(who, v, own, at, groups, used, touched, completing);
            if (end != null) {
                // Back along the chain: each takes the place of the next.
                for (int out = v; out != who; out = cameFor[out]) {
                    int in = cameFor[out];
                    int g = at[out];
                    groups.set(g, joined(without(groups.get(g), out), in));
                }
                end.run();
                return true;
            }
            for (int n = model.first[v]; n < model.first[v + 1]; n++) {
                int g = at[model.neighbour[n]];
                if (g < 0 || g == own || touched[g]) {
                    continue;
                }
                for (int out : groups.get(g)) {
                    if (cameFor[out] < 0 && fits(without(groups.get(g), out), v, used)) {
                        cameFor[out] = v;
                        queue.add(out);
                        // One way into a group is enough, and keeps chains from crossing themselves.
                        touched[g] = true;
                    }
                    if (touched[g]) {
                        break;
                    }
                }
            }
        }
        return false;
    }

    private @org.jspecify.annotations.Nullable Runnable end(
            int who,
            int v,
            int own,
            int[] at,
            List<int[]> groups,
            boolean[] used,
            boolean[] touched,
            boolean completing) {
        int best = -1;
        var bestScore = new PeerScore(Integer.MAX_VALUE, 0, 0, 0);
        int kind = 0;
        for (int n = model.first[v]; n < model.first[v + 1]; n++) {
            int w = model.neighbour[n];
            int g = at[w];
            if (used[model.behind[n]] || w == who || (g >= 0 && (g == own || touched[g]))) {
                continue;
            }
            if (completing && (g < 0 || groups.get(g).length >= model.size)) {
                continue;
            }
            if (g < 0) {
                var score =
                        new PeerScore(-1, model.penalty(2), model.hosted(v, w) ? 1 : 0, model.weight[model.behind[n]]);
                if (score.compareTo(bestScore) > 0) {
                    best = w;
                    bestScore = score;
                    kind = 0;
                }
                continue;
            }
            var group = groups.get(g);
            if (group.length < model.largest && fits(group, v, used)) {
                var score = new PeerScore(
                        0,
                        model.penalty(group.length + 1) - model.penalty(group.length),
                        model.hosted(group) || !model.host[v] ? 0 : 1,
                        weight(group, v));
                if (score.compareTo(bestScore) > 0) {
                    best = w;
                    bestScore = score;
                    kind = 1;
                }
            }
            if (group.length > 2 && !completing) {
                var rest = without(group, w);
                var score = new PeerScore(
                        0,
                        model.penalty(2) + model.penalty(rest.length) - model.penalty(group.length),
                        (model.hosted(rest) ? 1 : 0) + (model.hosted(v, w) ? 1 : 0) - (model.hosted(group) ? 1 : 0),
                        model.weight[model.behind[n]] - weight(rest, w));
                if (score.compareTo(bestScore) > 0) {
                    best = w;
                    bestScore = score;
                    kind = 2;
                }
            }
        }
        if (best < 0) {
            return null;
        }
        int w = best;
        int how = kind;
        return () -> {
            if (how == 1) {
                groups.set(at[w], joined(groups.get(at[w]), v));
            } else {
                if (how == 2) {
                    groups.set(at[w], without(groups.get(at[w]), w));
                }
                groups.add(new int[] {v, w});
            }
        };
    }
}
