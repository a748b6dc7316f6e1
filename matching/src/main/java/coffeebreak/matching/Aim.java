package coffeebreak.matching;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one linear programme is asked for: the most of `worth`, where some things are settled already.
///
/// @param counts how many of each group have their seat; groups beyond its length are open
/// @param group maximize this group's count, or -1 to maximize `worth`
/// @param worth of each arc
/// @param floor every seated mentee has at least this score; 0 for none
/// @param least only choices that weigh as much as this, or null
/// @param prices of the rows in terms of weight, where that is known
/// @param draw where the lottery among the best is looked for first, or null
/// @param settled what is known to hold of every choice that matters, or null
record Aim(
        int[] counts,
        int group,
        long[] worth,
        long floor,
        Optional<Instead> instead,
        @Nullable Long least,
        double[] prices,
        @Nullable Settled settled,
        @Nullable Draw draw) {

    /// The lottery's winner of a relaxation.
    ///
    /// @param window what is settled there is lost at a price in the lottery
    /// @param value what the winner, and so each of its equals, is worth
    record Draw(Settled window, boolean[] chosen, long value) {}

    /// Arcs that are in every choice that matters, arcs that are in none, and the same by number of the programme's
    /// other variables, and of its rows, which then are at their most or at their least.
    record Settled(boolean[] in, boolean[] out, Sides others, Sides rows) {}

    record Sides(boolean[] most, boolean[] least) {
        static final Sides NONE = new Sides(new boolean[0], new boolean[0]);

        /// What has a price above the loss is at the side that the price says.
        static Sides of(double[] prices, double loss, Sides before) {
            var sides = new Sides(new boolean[prices.length], new boolean[prices.length]);
            for (int i = 0; i < prices.length; i++) {
                sides.most[i] = prices[i] > loss || before.most(i);
                sides.least[i] = prices[i] < -loss || before.least(i);
            }
            return sides;
        }

        boolean most(int number) {
            return number < most.length && most[number];
        }

        boolean least(int number) {
            return number < least.length && least[number];
        }
    }

    private static final double[] NO_PRICES = {};

    static Aim count(int[] counts, int group) {
        return new Aim(counts, group, new long[0], 0, Optional.empty(), null, NO_PRICES, null, null);
    }

    static Aim most(int[] counts, long[] worth, long floor, Optional<Instead> instead) {
        return new Aim(counts, -1, worth, floor, instead, null, NO_PRICES, null, null);
    }

    Aim with(Settled known) {
        return new Aim(counts, group, worth, floor, instead, least, prices, known, draw);
    }

    Aim drawing(Draw from) {
        return new Aim(counts, group, worth, floor, instead, least, prices, settled, from);
    }

    Aim above(long higher) {
        return new Aim(counts, group, worth, higher, instead, least, prices, settled, draw);
    }

    Aim among(long weight, double[] rowPrices, long[] lottery) {
        return new Aim(counts, group, lottery, floor, instead, weight, rowPrices, settled, draw);
    }
}
