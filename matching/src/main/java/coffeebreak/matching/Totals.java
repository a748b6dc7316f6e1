package coffeebreak.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What each mentee can have in total over several seats, which is what a floor asks for.
final class Totals {
    private final Model model;
    private final Worth worth;
    private final long[] locked;
    /// The limits of the mentee's side that hold an arc, null for none.
    private final @Nullable Ints[] limitsOf;

    Totals(Model model, Worth worth) {
        this.model = model;
        this.worth = worth;
        locked = worth.lockedTotals();
        limitsOf = new Ints[model.arcs];
        for (int l = 0; l < model.menteeLimits.size(); l++) {
            for (int arc : model.menteeLimits.get(l).arcs()) {
                var own = limitsOf[arc];
                if (own == null) {
                    own = new Ints();
                    limitsOf[arc] = own;
                }
                own.add(l);
            }
        }
    }

    /// For each arc what its mentee cannot exceed in total when using it: exact for up to two free seats.
    long[] reach() {
        var reach = new long[model.arcs];
        for (int m = 0; m < model.mentees.size(); m++) {
            var best = model.wants[m] > 1 ? best(m) : List.<Integer>of();
            for (int arc = model.firstArc[m]; arc < model.firstArc[m + 1]; arc++) {
                reach[arc] = locked[m] + worth.score[arc];
                int left = model.wants[m] - 1;
                for (int i = 0; i < best.size() && left > 0; i++) {
                    if (best.get(i) != arc && !clash(arc, best.get(i))) {
                        reach[arc] += worth.score[best.get(i)];
                        left--;
                    }
                }
            }
        }
        return reach;
    }

    /// No floor can be higher, because of those who have a seat already.
    long cap() {
        var cap = Long.MAX_VALUE;
        for (int m = 0; m < model.mentees.size(); m++) {
            if (model.lockedSeats[m] > 0) {
                var most = locked[m];
                for (int arc : best(m).stream().limit(model.wants[m]).toList()) {
                    most += worth.score[arc];
                }
                cap = Math.min(cap, most);
            }
        }
        return cap;
    }

    /// The values above `low` and up to `high` that a floor can have: all totals of one or two seats; all numbers
    /// where somebody might have more.
    Floors between(long low, long high) {
        var totals = new long[64];
        int size = 0;
        for (int m = 0; m < model.mentees.size(); m++) {
            if (model.wants[m] + model.lockedSeats[m] > 2 && model.wants[m] > 1) {
                return new Floors(new long[0], low, high);
            }
            var values = new ArrayList<Long>();
            if (model.lockedSeats[m] > 0) {
                values.add(locked[m]);
            }
            for (int one = model.firstArc[m]; one < model.firstArc[m + 1]; one++) {
                if (model.free[one]) {
                    values.add(locked[m] + worth.score[one]);
                    for (int other = one + 1; model.wants[m] > 1 && other < model.firstArc[m + 1]; other++) {
                        if (model.free[other] && !clash(one, other)) {
                            values.add(worth.score[one] + worth.score[other]);
                        }
                    }
                }
            }
            for (var value : values) {
                if (value > low && value <= high) {
                    if (size == totals.length) {
                        totals = Arrays.copyOf(totals, 2 * size);
                    }
                    totals[size++] = value;
                }
            }
        }
        return new Floors(Arrays.stream(totals, 0, size).sorted().distinct().toArray(), low, high);
    }

    /// Numbers above `low` and up to `high`, ascending: those listed or, where none are, all.
    record Floors(long[] values, long low, long high) {
        long size() {
            return values.length == 0 ? high - low : values.length;
        }

        long get(long index) {
            return values.length == 0 ? low + 1 + index : values[(int) index];
        }

        /// The last index whose number is no larger.
        long index(long value) {
            if (values.length == 0) {
                return value - low - 1;
            }
            int found = Arrays.binarySearch(values, value);
            return found >= 0 ? found : -found - 2;
        }
    }

    private boolean clash(int one, int other) {
        var ones = limitsOf[one];
        var others = limitsOf[other];
        for (int i = 0; ones != null && others != null && i < ones.size(); i++) {
            for (int j = 0; j < others.size(); j++) {
                if (ones.get(i) == others.get(j)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// A mentee's free arcs, the highest score first.
    private List<Integer> best(int m) {
        return IntStream.range(model.firstArc[m], model.firstArc[m + 1])
                .filter(arc -> model.free[arc])
                .boxed()
                .sorted(Comparator.comparing(arc -> -worth.score[arc]))
                .toList();
    }
}
