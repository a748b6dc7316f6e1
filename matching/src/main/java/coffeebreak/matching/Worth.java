package coffeebreak.matching;

/// What each arc is worth in integers, so that sums are exact and comparisons mean what they say.
final class Worth {
    final long scale;
    /// The affinity, times the scale.
    final long[] score;
    /// The score, and the price saved where the arc keeps a current seat.
    final long[] weight;
    /// What the locked seats, and the price of all moves, add to the weight of the chosen arcs.
    final long constant;

    private final Model model;

    Worth(Model model, long scale) {
        this.model = model;
        this.scale = scale;
        score = new long[model.arcs];
        weight = new long[model.arcs];
        var price = Math.round(model.problem.rules().movePrice() * scale);
        var sum = price * (model.lockedCurrent - model.problem.current().size());
        for (int arc = 0; arc < model.arcs; arc++) {
            score[arc] = Math.round(model.affinity[arc] * scale);
            weight[arc] = score[arc] + (model.current[arc] ? price : 0);
            sum += model.locked[arc] ? score[arc] : 0;
        }
        constant = sum;
    }

    /// What the chosen arcs are worth.
    static long value(boolean[] chosen, long[] worth) {
        var value = 0L;
        for (int arc = 0; arc < worth.length; arc++) {
            value += chosen[arc] ? worth[arc] : 0;
        }
        return value;
    }

    /// Total affinity less the price of the moves.
    double objective(boolean[] chosen) {
        return (value(chosen, weight) + constant) / (double) scale;
    }

    /// Score of the locked seats of each mentee.
    long[] lockedTotals() {
        return totals(new boolean[model.arcs]);
    }

    /// The lowest score of a seated mentee over all its seats; the largest number when nobody is seated.
    long floor(boolean[] chosen) {
        var totals = totals(chosen);
        var seated = new boolean[model.mentees.size()];
        for (int arc = 0; arc < model.arcs; arc++) {
            seated[model.menteeOf[arc]] |= chosen[arc] || model.locked[arc];
        }
        var floor = Long.MAX_VALUE;
        for (int m = 0; m < seated.length; m++) {
            floor = seated[m] ? Math.min(floor, totals[m]) : floor;
        }
        return floor;
    }

    private long[] totals(boolean[] chosen) {
        var totals = new long[model.mentees.size()];
        for (int arc = 0; arc < model.arcs; arc++) {
            if (chosen[arc] || model.locked[arc]) {
                totals[model.menteeOf[arc]] += score[arc];
            }
        }
        return totals;
    }
}
