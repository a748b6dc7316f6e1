package coffeebreak.matching;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A seating that keeps every rule and is nobody's best: the answer when there is no time for a better one.
final class Greedy {
    private final Model model;

    Greedy(Model model) {
        this.model = model;
    }

    /// Empty where this simple way finds no seating that keeps every rule.
    Optional<boolean[]> seats() {
        var closed = new boolean[model.tables.size()];
        var order = order();
        while (true) {
            var chosen = seats(order, closed);
            boolean settled = true;
            var taken = model.lockedAt.clone();
            for (int arc = 0; arc < model.arcs; arc++) {
                taken[model.tableOf[arc]] += chosen[arc] ? 1 : 0;
            }
            for (int t = 0; t < closed.length; t++) {
                if (taken[t] > 0 && taken[t] < model.tables.get(t).minimum()) {
                    if (closed[t]) {
                        return Optional.empty();
                    }
                    closed[t] = true;
                    settled = false;
                }
            }
            if (settled) {
                return model.keepsRules(chosen) ? Optional.of(chosen) : Optional.empty();
            }
        }
    }

    private boolean[] seats(int[] order, boolean[] closed) {
        var chosen = new boolean[model.arcs];
        var wants = model.wants.clone();
        var room = new int[model.tables.size()];
        Arrays.setAll(room, t -> closed[t] ? 0 : model.room(t));
        var limitsOf = new Ints[model.arcs];
        var limits = Stream.of(model.menteeLimits, model.tableLimits)
                .flatMap(List::stream)
                .toList();
        var left = limits.stream().mapToInt(Limit::room).toArray();
        for (int l = 0; l < limits.size(); l++) {
            for (int arc : limits.get(l).arcs()) {
                if (limitsOf[arc] == null) {
                    limitsOf[arc] = new Ints();
                }
                limitsOf[arc].add(l);
            }
        }
        // A first seat for everybody before a second for anybody.
        int most = Arrays.stream(model.wants).max().orElse(0);
        for (int rank = 1; rank <= most; rank++) {
            for (int arc : order) {
                int m = model.menteeOf[arc];
                int t = model.tableOf[arc];
                if (!chosen[arc] && model.wants[m] - wants[m] < rank && wants[m] > 0 && room[t] > 0) {
                    var own = limitsOf[arc];
                    boolean fits = true;
                    for (int i = 0; own != null && i < own.size(); i++) {
                        fits &= left[own.get(i)] > 0;
                    }
                    if (fits) {
                        chosen[arc] = true;
                        wants[m]--;
                        room[t]--;
                        for (int i = 0; own != null && i < own.size(); i++) {
                            left[own.get(i)]--;
                        }
                    }
                }
            }
        }
        return chosen;
    }

    /// Current seats first, then by tier, then by affinity, then by lottery. Sorts plain numbers, the last criterion
    /// first and each time stably, since this is asked for in a hurry, on millions of arcs, when the solver has the
    /// memory.
    private int[] order() {
        var order =
                IntStream.range(0, model.arcs).filter(arc -> model.free[arc]).toArray();
        order = sorted(order, arc -> Lottery.SIDES - 1 - model.lottery[arc]);
        order = sorted(order, arc -> shortOfOne(arc) & Integer.MAX_VALUE);
        order = sorted(order, arc -> shortOfOne(arc) >>> 31);
        order = sorted(order, arc -> model.mentees.get(model.menteeOf[arc]).tier());
        return sorted(order, arc -> model.current[arc] ? 0 : 1);
    }

    /// How far an affinity is from 1, in a number of 62 bits that grows as the affinity falls. Adding 0 takes the sign
    /// off a zero.
    private long shortOfOne(int arc) {
        return Double.doubleToLongBits(1) - Double.doubleToLongBits(model.affinity[arc] + 0.0);
    }

    /// @param key from 0 to below 2^31
    private static int[] sorted(int[] arcs, IntToLongFunction key) {
        var keys = new long[arcs.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = key.applyAsLong(arcs[i]) << 32 | i;
        }
        Arrays.sort(keys);
        var sorted = new int[arcs.length];
        for (int i = 0; i < keys.length; i++) {
            sorted[i] = arcs[(int) keys[i]];
        }
        return sorted;
    }
}
