package coffeebreak.matching;

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
                    if (groups.get(g).length == members - 1 && Chain.fits(model, groups.get(g), free[f], used)) {
                        join.may(f, g, weight(groups.get(g), free[f]) / 1000);
                    }
                }
            }
            var taken = join.solve(wanted);
            for (int o = 0; o < taken.length; o++) {
                if (taken[o]) {
                    groups.set(join.place(o), Chain.joined(groups.get(join.place(o)), free[join.taker(o)]));
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

    long weight(int[] group, int v) {
        var weight = 0L;
        for (int w : group) {
            weight += model.weight[model.pair(v, w)];
        }
        return weight;
    }

    private int[] left(List<int[]> groups) {
        return new PeerRounds(model, List.of(groups)).left(0);
    }

    /// Seats who is left over, one after the other, each along a chain of others where need be.
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
            if (!new Chain(model, seated, used, completing, left[0]).seat()) {
                hopeless.add(left[0]);
            }
        }
    }
}
