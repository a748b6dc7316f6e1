package coffeebreak.matching;

import java.util.Arrays;

/// Prices of tables at which about as many want a seat as there are seats: mentees outbid each other, in rounds of ever
/// smaller steps (Bertsekas, Castañon: The auction algorithm for the transportation problem, 1989). Limits are left out
/// and nothing here need be exact: the prices only spare [CheapestFlow] most of its way.
final class Auction {
    private static final int ROUNDS = 10;
    private static final int FINER = 5;
    private static final int BIDS_A_SEAT = 10;
    private static final int DEAREST = 64;

    private final Model model;
    private final int[] room;
    private final long[] cost;
    /// Mentees, once for every seat they are owed.
    private final int[] bidders;

    /// The seats of table t are those from `firstSeat[t]` to before `firstSeat[t + 1]`, a binary heap by price.
    private final int[] firstSeat;

    private final long[] price;
    /// The arc by which a seat is held, -1 for none.
    private final int[] holder;
    private final boolean[] holds;

    /// @param room 0 for arcs that may not be used @param cost of each arc
    Auction(Model model, int[] room, long[] cost, int[] bidders) {
        this.model = model;
        this.room = room;
        this.cost = cost;
        this.bidders = bidders;
        firstSeat = new int[model.tables.size() + 1];
        for (int t = 0; t < model.tables.size(); t++) {
            firstSeat[t + 1] = firstSeat[t] + Math.max(0, model.room(t));
        }
        price = new long[firstSeat[model.tables.size()]];
        holder = new int[price.length];
        holds = new boolean[model.arcs];
    }

    /// @param most no arc is worth more
    long[] prices(long most) {
        var prices = new long[model.tables.size()];
        boolean settled = true;
        var step = most;
        for (int round = 0; round < ROUNDS && step >= FINER && settled; round++) {
            step /= FINER;
            for (int t = 0; t < prices.length; t++) {
                Arrays.fill(price, firstSeat[t], firstSeat[t + 1], prices[t]);
            }
            settled = round(step, most);
            for (int t = 0; t < prices.length; t++) {
                boolean sold = firstSeat[t] < firstSeat[t + 1];
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
    private boolean round(long step, long most) {
        Arrays.fill(holder, -1);
        Arrays.fill(holds, false);
        var queue = Arrays.copyOf(bidders, bidders.length + 1);
        int next = 0;
        int end = bidders.length;
        for (var bids = (long) BIDS_A_SEAT * bidders.length; next != end && bids > 0; bids--) {
            int mentee = queue[next];
            next = next + 1 == queue.length ? 0 : next + 1;
            int best = -1;
            var lowest = DEAREST * most;
            var second = lowest;
            for (int arc = model.firstArc[mentee]; arc < model.firstArc[mentee + 1]; arc++) {
                if (room[arc] > 0 && !holds[arc]) {
                    var asked = cost[arc] + price[firstSeat[model.tableOf[arc]]];
                    if (asked < lowest) {
                        second = lowest;
                        lowest = asked;
                        best = arc;
                    } else if (asked < second) {
                        second = asked;
                    }
                }
            }
            if (best < 0) {
                continue;
            }
            int table = model.tableOf[best];
            int seat = firstSeat[table];
            if (holder[seat] >= 0) {
                holds[holder[seat]] = false;
                queue[end] = model.menteeOf[holder[seat]];
                end = end + 1 == queue.length ? 0 : end + 1;
            }
            holds[best] = true;
            sell(table, best, price[seat] + step + Math.min(second - lowest, most));
        }
        return next == end;
    }

    /// Gives the cheapest seat of a table to the holder of an arc.
    private void sell(int table, int arc, long paid) {
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
            at = below;
        }
        price[first + at] = paid;
        holder[first + at] = arc;
    }
}
