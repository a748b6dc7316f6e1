package coffeebreak.matching;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The groups of all rounds as a choice of columns.
///
/// Mostly a column is a group, without saying in which round: nobody is in more groups than there are rounds, and no
/// two meet twice. That relaxes the problem; a choice that can be parted into rounds is an answer to it. Where it
/// cannot, the groups it fails with are limited, and it is asked again. Groups of three and four can seldom be parted:
/// where they are few, a column is a group in a round; where they are many, there is only the bound.
final class PeerProgramme {
    private static final int PARTED_AT_MOST = 30;
    /// Nodes of search trees in all: what is not settled near the roots is not settled for long.
    private static final long NODES = 400;
    private static final int BY_ROUND = 450;
    /// How many groups the integer programme is given, those nearest to the linear programme's prices first.
    private static final int[] NEAR = {500, 1_500, 4_000};
    /// The same for larger groups, whose programmes are harder.
    private static final int[] NEAR_LARGER = {500, 1_500};

    private final PeerModel model;
    private final List<int[]> groups;
    private final Duration limit;
    private long nodes = NODES;
    private final boolean larger;
    /// Columns of each group.
    private final int copies;

    PeerProgramme(PeerModel model, List<int[]> groups, Duration limit) {
        this.model = model;
        this.groups = groups;
        this.limit = limit;
        larger = groups.stream().anyMatch(group -> group.length > 2);
        this.copies = larger && groups.size() * (long) model.rounds <= BY_ROUND ? model.rounds : 1;
    }

    /// @param proven no choice of these groups is better at this level
    /// @param bound no choice of these groups is worth more at this level
    record Best(Optional<PeerRounds> rounds, boolean proven, double bound) {}

    /// The best answer at one level of the order.
    ///
    /// @param worth of a group, at this level
    /// @param levels how many of the levels before it must be as good as those of `known`
    /// @param known an answer that can be had
    Best best(ToDoubleFunction<int[]> worth, int levels, PeerRounds known) {
        var packing = packing(worth, levels, known.score);
        var worths = groups.stream().mapToDouble(worth).toArray();
        var prices = packing.prices(promising(worths, known));
        var bound = packing.bound(prices);
        var value = known.groups().mapToDouble(worth).sum();
        if (larger && model.size > 2 && model.rounds > 1 && copies == 1) {
            return new Best(Optional.empty(), bound - value < 1e-7, bound);
        }
        // A choice that differs from the prices at a column loses its reduced worth at least. So look near the prices
        // first;
        // once the answer lies above all that is farther away, nothing there matters.
        var reduced = new double[groups.size() * copies];
        Arrays.setAll(reduced, j -> packing.reduced(j, prices));
        var far = Arrays.stream(reduced).map(Math::abs).sorted().toArray();
        var best = Optional.<PeerRounds>empty();
        for (int near : larger ? NEAR_LARGER : NEAR) {
            var gap = bound - value + 1e-6;
            var within = Math.min(gap, near < far.length ? far[near] : Double.MAX_VALUE);
            var allowed = new boolean[reduced.length];
            var sure = new boolean[reduced.length];
            int open = 0;
            for (int j = 0; j < reduced.length; j++) {
                sure[j] = reduced[j] > within;
                allowed[j] = Math.abs(reduced[j]) <= within;
                open += allowed[j] ? 1 : 0;
            }
            if (open > 2 * near) {
                break;
            }
            switch (whole(packing, allowed, sure)) {
                case Found(var rounds, var proven) -> {
                    var reached = rounds.groups().mapToDouble(worth).sum();
                    if (reached > value || best.isEmpty()) {
                        best = Optional.of(rounds);
                        value = Math.max(value, reached);
                    }
                    if (!proven) {
                        return new Best(best, false, bound);
                    }
                }
                case Nothing(var proven) -> {
                    if (!proven) {
                        return new Best(best, false, bound);
                    }
                }
            }
            if (bound - value + 1e-6 <= within) {
                return new Best(best, true, value);
            }
        }
        return new Best(best, bound - value < 1e-7, bound);
    }

    private Packing packing(ToDoubleFunction<int[]> worth, int levels, PeerScore least) {
        var packing = new Packing();
        for (int row = 0; row < model.people * copies; row++) {
            packing.row(model.rounds / copies);
        }
        var rowOfPair = rowsOfPairs(packing);
        int seated = levels > 0 ? packing.row(least.left() - (double) model.people * model.rounds) : -1;
        int penalty = levels > 1 ? packing.row(least.penalty()) : -1;
        int hosted = levels > 2 ? packing.row(-least.hosted()) : -1;
        for (var group : groups) {
            for (int copy = 0; copy < copies; copy++) {
                packing.column(worth.applyAsDouble(group), 1);
                for (int v : group) {
                    packing.entry(v * copies + copy, 1);
                }
                for (int p : model.pairs(group)) {
                    if (rowOfPair[p] >= 0) {
                        packing.entry(rowOfPair[p], 1);
                    }
                }
                if (seated >= 0) {
                    packing.entry(seated, -group.length);
                }
                if (penalty >= 0 && model.penalty(group.length) > 0) {
                    packing.entry(penalty, model.penalty(group.length));
                }
                if (hosted >= 0 && model.hosted(group)) {
                    packing.entry(hosted, -1);
                }
            }
        }
        return packing;
    }

    /// A row for each pair that several columns hold, where they could be taken together.
    private int[] rowsOfPairs(Packing packing) {
        var holders = new int[model.pairs];
        for (var group : groups) {
            for (int p : model.pairs(group)) {
                holders[p] += copies;
            }
        }
        var rows = new int[model.pairs];
        for (int p = 0; p < rows.length; p++) {
            rows[p] = holders[p] > 1 && model.rounds > 1 ? packing.row(1) : -1;
        }
        return rows;
    }

    /// For everybody the groups that are worth most, and those of the answer known.
    private boolean[] promising(double[] worths, PeerRounds known) {
        var of = IntStream.range(0, model.people).mapToObj(_ -> new Ints()).toList();
        var promising = new boolean[groups.size() * copies];
        Set<Set<Integer>> chosen =
                known.groups().map(PeerProgramme::set).collect(Collectors.toCollection(HashSet::new));
        IntStream.range(0, groups.size())
                .boxed()
                .sorted((i, j) -> Double.compare(worths[j], worths[i]))
                .forEach(j -> {
                    boolean keep = chosen.contains(set(groups.get(j)));
                    for (int v : groups.get(j)) {
                        if (of.get(v).size() < 4 * model.rounds + 12) {
                            of.get(v).add(j);
                            keep = true;
                        }
                    }
                    Arrays.fill(promising, j * copies, (j + 1) * copies, keep);
                });
        return promising;
    }

    static Set<Integer> set(int[] group) {
        return Arrays.stream(group).boxed().collect(Collectors.toSet());
    }

    private sealed interface Outcome {}

    /// @param proven no choice of the columns allowed is worth more
    private record Found(PeerRounds rounds, boolean proven) implements Outcome {}

    /// @param proven the columns allowed hold no answer
    private record Nothing(boolean proven) implements Outcome {}

    private Outcome whole(Packing packing, boolean[] allowed, boolean[] sure) {
        for (int asked = 0; asked < PARTED_AT_MOST && nodes > 0; asked++) {
            switch (packing.whole(allowed, sure, nodes, limit)) {
                case Packing.Whole.Impossible() -> {
                    return new Nothing(true);
                }
                case Packing.Whole.Unknown() -> {
                    return new Nothing(false);
                }
                case Packing.Whole.Taken(var columns, var proven, var looked) -> {
                    nodes -= looked;
                    var chosen = IntStream.range(0, columns.length)
                            .filter(j -> columns[j])
                            .toArray();
                    if (copies > 1) {
                        return new Found(byRound(chosen), proven);
                    }
                    var parting = new Parting(model, groups, chosen);
                    var rounds = parting.rounds();
                    if (rounds.isPresent()) {
                        return new Found(rounds.get(), proven);
                    }
                    if (parting.undecided()) {
                        return new Nothing(false);
                    }
                    cut(packing, parting.failed());
                }
            }
        }
        return new Nothing(false);
    }

    private PeerRounds byRound(int[] chosen) {
        var rounds = new ArrayList<List<int[]>>();
        for (int r = 0; r < model.rounds; r++) {
            rounds.add(new ArrayList<>());
        }
        for (int column : chosen) {
            rounds.get(column % copies).add(groups.get(column / copies));
        }
        return new PeerRounds(model, rounds);
    }

    /// Groups of two or more among so many people are at most half as many a round. Where the choice keeps that and
    /// still cannot be parted, not all of these groups can be had.
    private void cut(Packing packing, int[] failed) {
        var among = new boolean[model.people];
        for (int j : failed) {
            for (int v : groups.get(j)) {
                among[v] = true;
            }
        }
        int people = 0;
        for (boolean one : among) {
            people += one ? 1 : 0;
        }
        int atMost = model.rounds * (people / 2);
        if (failed.length > atMost) {
            var inside = new Ints();
            for (int j = 0; j < groups.size(); j++) {
                if (Arrays.stream(groups.get(j)).allMatch(v -> among[v])) {
                    inside.add(j);
                }
            }
            packing.limit(inside.toArray(), atMost);
        } else {
            packing.limit(failed, failed.length - 1);
        }
    }
}
