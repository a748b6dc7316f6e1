package coffeebreak.matching;

import java.util.Arrays;
import java.util.stream.IntStream;

/// What no answer with as few left over and as few penalties exceeds: pairs alone, of which everybody has as many as
/// there are others at their tables. That the pairs must form groups is left out.
final class PeerBound {
    private final PeerModel model;

    PeerBound(PeerModel model) {
        this.model = model;
    }

    /// What everybody's best would add up to.
    double trivial() {
        var sum = 0.0;
        for (int v = 0; v < model.people; v++) {
            sum += IntStream.range(model.first[v], model.first[v + 1])
                    .mapToDouble(n -> -model.affinity[model.behind[n]])
                    .sorted()
                    .limit((long) model.rounds * (model.largest - 1))
                    .sum();
        }
        return -sum / 2;
    }

    double ofPairs(PeerScore score) {
        var packing = new Packing();
        int others = model.size - 1;
        for (int v = 0; v < model.people; v++) {
            packing.row((double) model.rounds * others);
        }
        int seated = model.people * model.rounds - score.left();
        // Who sits in a larger group has one more; a penalty is one group of so many.
        int larger = model.size < model.largest ? (model.size + 1) * score.penalty() : 0;
        // In a smaller group of three, three have one less, of two, two have two less for three penalties.
        int fewer = model.size < model.largest ? 0 : 4 * score.penalty() / 3;
        int all = packing.row(Math.floorDiv(seated * others + larger - fewer, 2));
        int pool = packing.row(larger);
        for (int p = 0; p < model.pairs; p++) {
            packing.column(model.affinity[p], 1);
            packing.entry(model.one[p], 1);
            packing.entry(model.other[p], 1);
            packing.entry(all, 1);
        }
        for (int v = 0; larger > 0 && v < model.people; v++) {
            packing.column(0, model.rounds);
            packing.entry(v, -1);
            packing.entry(pool, 1);
        }
        var some = new boolean[model.pairs + (larger > 0 ? model.people : 0)];
        Arrays.fill(some, model.pairs, some.length, true);
        for (int v = 0; v < model.people; v++) {
            IntStream.range(model.first[v], model.first[v + 1])
                    .boxed()
                    .sorted((a, b) -> Double.compare(model.affinity[model.behind[b]], model.affinity[model.behind[a]]))
                    .limit(2L * model.rounds * others + 4)
                    .forEach(n -> some[model.behind[n]] = true);
        }
        return packing.bound(packing.prices(some));
    }
}
