package coffeebreak.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// Makes groups better until no large move does any more: one of each group of a round stands up with whoever is left
/// over, and an assignment seats them anew, which is the exact best of all ways to do so (Ahuja, Ergun, Orlin, Punnen:
/// A survey of very large-scale neighborhood search techniques, 2002).
final class PeerSearch {
    /// Options weighed in all, and in vain.
    private static final long WORK = 3_000_000;

    private static final long PATIENCE = 200_000;

    private final PeerModel model;
    private final PeerStart start;
    private final RandomGenerator random;
    private long work;

    PeerSearch(PeerModel model, PeerStart start) {
        this.model = model;
        this.start = start;
        this.random = new Random(model.seed);
    }

    /// @param bound no total is larger: when it is reached there is nothing to look for
    PeerRounds improve(PeerRounds from, double bound, Consumer<PeerRounds> found) {
        var best = from;
        if (from.rounds.stream().allMatch(List::isEmpty)) {
            return best;
        }
        int patience = 12 * model.rounds * model.size;
        int vain = 0;
        work = 0;
        var since = work;
        while ((vain < patience || work - since < PATIENCE)
                && work < WORK
                && best.score.weight() < (bound - 1e-7) * PeerModel.SCALE) {
            int r = random.nextInt(model.rounds);
            var ill = best.rounds.get(r).stream()
                    .filter(group -> model.penalty(group.length) > 0)
                    .toList();
            var next = ill.isEmpty() || random.nextInt(4) == 0
                    ? oneOfEach(best, r)
                    : dissolved(best, r, ill.get(random.nextInt(ill.size())));
            vain++;
            if (next.score.compareTo(best.score) > 0) {
                best = next;
                found.accept(next);
                vain = 0;
                since = work;
            }
        }
        return best;
    }

    /// Without one group, whose members complete others that are too small.
    private PeerRounds dissolved(PeerRounds from, int r, int[] group) {
        var used = from.usedOutside(r, r);
        var others = new ArrayList<>(from.rounds.get(r));
        others.remove(group);
        work += 200;
        return from.with(r, start.seatLeftOver(start.seatLeftOver(others, used, true), used));
    }

    private PeerRounds oneOfEach(PeerRounds from, int r) {
        var used = from.usedOutside(r, r);
        var rests = new ArrayList<int[]>();
        var standing = new Ints();
        for (var group : from.rounds.get(r)) {
            int out = group[random.nextInt(group.length)];
            standing.add(out);
            rests.add(Chain.without(group, out));
        }
        int groups = rests.size();
        for (int v : from.left(r)) {
            standing.add(v);
        }
        var ones = new int[standing.size()];
        Arrays.fill(ones, 1);
        var places = new Assignment(ones, Arrays.copyOf(ones, groups));
        var bonus = Math.min(places.most() / 2, 3_000_000L * groups + 1);
        for (int s = 0; s < standing.size(); s++) {
            int v = standing.get(s);
            for (int g = 0; g < groups; g++) {
                if (Chain.fits(model, rests.get(g), v, used)) {
                    places.may(
                            s,
                            g,
                            start.weight(rests.get(g), v) / 1000
                                    + (model.host[v] && !model.hosted(rests.get(g)) ? bonus : 0));
                }
            }
        }
        work += places.options() + 100;
        var taken = places.solve(groups);
        var changed = new ArrayList<>(rests);
        for (int o = 0; o < taken.length; o++) {
            if (taken[o]) {
                int g = places.place(o);
                changed.set(g, Chain.joined(rests.get(g), standing.get(places.taker(o))));
            }
        }
        return from.with(r, start.seatLeftOver(changed, used));
    }
}
