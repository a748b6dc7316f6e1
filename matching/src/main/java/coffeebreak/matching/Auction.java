package coffeebreak.matching;

import java.util.Arrays;

/// Prices of tables at which about as many want a seat as there are seats: mentees outbid each other, in rounds of ever
/// smaller steps (Bertsekas, Castañon: The auction algorithm for the transportation problem, 1989). Limits are left
/// out and nothing here need be exact: the prices only spare [CheapestFlow] most of its way.
final class Auction {
    private static final int ROUNDS = 10;
    private static final int FINER = 5;
    private static final int BIDS_A_SEAT = 10;
    private static final int DEAREST = 64;

    private final Offers offers;
    private final long[] cost;
    /// The seats of table t are those from `firstSeat[t]` to before `firstSeat[t + 1]`, a binary heap by price.
    private final int[] firstSeat;

    private final long[] price;
    /// The mentee who holds a seat, -1 for nobody, and which of the offers that is.
    private final int[] holder;

    private final int[] offer;
    /// The offers that are held.
    private final boolean[] held;

    /// Where each mentee may sit: offers from `first[m]` to before `first[m + 1]`, each an arc to a table.
    record Offers(int[] first, int[] arc, int[] table) {}

    /// @param cost of each arc
    /// @param seats of each table
    Auction(Offers offers, long[] cost, int[] seats) {
        this.offers = offers;
        this.cost = cost;
        firstSeat = new int[seats.length + 1];
        for (int t = 0; t < seats.length; t++) {
            firstSeat[t + 1] = firstSeat[t] + seats[t];
        }
        price = new long[firstSeat[seats.length]];
        holder = new int[price.length];
        offer = new int[price.length];
        held = new boolean[offers.arc().length];
    }

    /// @param bidders mentees, once for every seat they are to have
    /// @param most no arc is worth more
    long[] prices(int[] bidders, long most) {
        var prices = new long[firstSeat.length - 1];
        boolean settled = true;
        var step = most;
        for (int round = 0; round < ROUNDS && step >= FINER && settled; round++) {
            step /= FINER;
            for (int t = 0; t < prices.length; t++) {
                Arrays.fill(price, firstSeat[t], firstSeat[t + 1], prices[t]);
            }
            settled = round(bidders, step, most);
            for (int t = 0; t < prices.length; t++) {
                boolean sold = true;
                for (int seat = firstSeat[t]; seat < firstSeat[t + 1]; seat++) {
                    sold &= holder[seat] >= 0;
                }
                var lowest = firstSeat[t] < firstSeat[t + 1] ? price[firstSeat[t]] : 0;
                // What is left over has become too dear by a step or two.
                prices[t] = sold ? lowest : Math.max(0, lowest - 2 * step);
            }
        }
        return prices;
    }

    /// False where there is no end to the bidding.
    private boolean round(int[] bidders, long step, long most) {
        Arrays.fill(holder, -1);
        Arrays.fill(held, false);
        var queue = Arrays.copyOf(bidders, bidders.length + 1);
        int next = 0;
        int end = bidders.length;
        for (var bids = (long) BIDS_A_SEAT * bidders.length; next != end && bids > 0; bids--) {
            int mentee = queue[next];
            next = next + 1 == queue.length ? 0 : next + 1;
            int best = -1;
            var lowest = DEAREST * most;
            var second = lowest;
            for (int i = offers.first()[mentee]; i < offers.first()[mentee + 1]; i++) {
                int seat = firstSeat[offers.table()[i]];
                if (!held[i] && seat < firstSeat[offers.table()[i] + 1]) {
                    var asked = cost[offers.arc()[i]] + price[seat];
                    if (asked < lowest) {
                        second = lowest;
                        lowest = asked;
                        best = i;
                    } else if (asked < second) {
                        second = asked;
                    }
                }
            }
            if (best >= 0) {
                int seat = firstSeat[offers.table()[best]];
                if (holder[seat] >= 0) {
                    held[offer[seat]] = false;
                    queue[end] = holder[seat];
                    end = end + 1 == queue.length ? 0 : end + 1;
                }
                held[best] = true;
                sell(offers.table()[best], mentee, best, price[seat] + step + Math.min(second - lowest, most));
            }
        }
        return next == end;
    }

    /// Gives the cheapest seat of a table to a mentee.
    private void sell(int table, int mentee, int by, long paid) {
        int first = firstSeat[table];
        int seats = firstSeat[table + 1] - first;
        int at = 0;
        for (int below = 1; below < seats; below = 2 * at + 1) {
            if (below + 1 < seats && price[first + below + 1] < price[first + below]) {
                below++;
            }
            if (price[first + below] >= paid) {
                break;
            }
            price[first + at] = price[first + below];
            holder[first + at] = holder[first + below];
            offer[first + at] = offer[first + below];
            at = below;
        }
        price[first + at] = paid;
        holder[first + at] = mentee;
        offer[first + at] = by;
    }
}
