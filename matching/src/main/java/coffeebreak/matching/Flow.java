package coffeebreak.matching;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/// The problem as a flow: mentee → (break, mentor) → (institution) → table → out, or mentee → group for a seat that is
/// wanted and not had. Rules that do not nest, and minimums, moves and floors over several seats, are left out: then
/// the flow is a relaxation, and [#exact] is false. See the module's page for why this is exact.
final class Flow {
    /// The best flow.
    ///
    /// @param slack what any flow loses at least that differs from this one at the arc: its reduced cost
    /// @param draw what a flow that costs the same loses in the lottery by differing at the arc
    /// @param counts how many of each group have their seat
    record Relaxed(boolean[] chosen, long[] slack, long[] draw, int[] counts) {}

    /// For so many seats the shortest paths grow long.
    private static final int MANY = 10_000;

    final boolean exact;
    private final Model model;
    private final Network network;
    /// Arcs: those of the model, of limits, of tables; then of mentees to their groups, of groups and of all seats to
    /// the end.
    private final int[] room;

    private final int early;
    private final int firstGroup;
    /// The arcs from mentees to group g start here; one more entry for where the arcs from groups to the end do.
    private final int[] firstUnseated;

    /// From so many seats wanted on, an auction comes first.
    private final int many;

    Flow(Model model) {
        this(model, MANY);
    }

    Flow(Model model, int many) {
        this.model = model;
        this.many = many;
        var ofMentees = new Laminar(model.arcs, model.menteeLimits);
        var ofTables = new Laminar(model.arcs, model.tableLimits);
        boolean minimums = false;
        for (int t = 0; t < model.tables.size(); t++) {
            minimums |= model.hasMinimum(t);
        }
        boolean severalSeats = false;
        for (int m = 0; m < model.mentees.size(); m++) {
            severalSeats |= model.wants[m] > 0 && model.wants[m] + model.lockedSeats[m] > 1;
        }
        exact = ofMentees.complete
                && ofTables.complete
                && !minimums
                && model.keepAtLeast() <= 0
                && !(model.wantsFloor() && severalSeats);

        int firstEarly = model.mentees.size();
        early = firstEarly + ofMentees.nested.size();
        firstGroup = early;
        int firstLate = firstGroup + model.groups.size();
        int firstTable = firstLate + ofTables.nested.size();
        int out = firstTable + model.tables.size();
        int end = out + 1;
        var arcs = new Arcs(model.arcs);
        for (int arc = 0; arc < model.arcs; arc++) {
            int inner = ofMentees.innermost[arc];
            int outer = ofTables.innermost[arc];
            arcs.add(
                    inner < 0 ? model.menteeOf[arc] : firstEarly + inner,
                    outer < 0 ? firstTable + model.tableOf[arc] : firstLate + outer,
                    model.free[arc] ? 1 : 0);
        }
        for (int l = 0; l < ofMentees.nested.size(); l++) {
            var limit = ofMentees.nested.get(l);
            int around = ofMentees.around.get(l);
            arcs.add(around < 0 ? model.menteeOf[limit.arcs()[0]] : firstEarly + around, firstEarly + l, limit.room());
        }
        for (int l = 0; l < ofTables.nested.size(); l++) {
            var limit = ofTables.nested.get(l);
            int around = ofTables.around.get(l);
            arcs.add(
                    firstLate + l,
                    around < 0 ? firstTable + model.tableOf[limit.arcs()[0]] : firstLate + around,
                    limit.room());
        }
        for (int t = 0; t < model.tables.size(); t++) {
            arcs.add(firstTable + t, out, Math.max(0, model.room(t)));
        }
        firstUnseated = new int[model.groups.size() + 1];
        for (int g = 0; g < model.groups.size(); g++) {
            firstUnseated[g] = arcs.count;
            for (int m : model.groups.get(g).mentees()) {
                arcs.add(m, firstGroup + g, 0);
            }
        }
        firstUnseated[model.groups.size()] = arcs.count;
        for (int g = 0; g < model.groups.size(); g++) {
            arcs.add(firstGroup + g, end, 0);
        }
        arcs.add(out, end, 0);
        network = new Network(end + 1, Arrays.copyOf(arcs.tail, arcs.count), Arrays.copyOf(arcs.head, arcs.count));
        room = Arrays.copyOf(arcs.room, arcs.count);
    }

    /// Arcs being listed.
    private static final class Arcs {
        private int[] tail;
        private int[] head;
        private int[] room;
        private int count;

        Arcs(int atLeast) {
            tail = new int[atLeast + 16];
            head = new int[atLeast + 16];
            room = new int[atLeast + 16];
        }

        void add(int from, int to, int most) {
            if (count == tail.length) {
                tail = Arrays.copyOf(tail, count * 2);
                head = Arrays.copyOf(head, count * 2);
                room = Arrays.copyOf(room, count * 2);
            }
            tail[count] = from;
            head[count] = to;
            room[count++] = most;
        }
    }

    /// The largest weight an arc may have, so that no sum of them overflows.
    long mostWeight() {
        return (1L << 61) / ((model.groups.size() + 2L) * (lengthiest() + 2));
    }

    /// More arcs of the model than this no path can have: it comes by each node at most once.
    private long lengthiest() {
        long late = network.nodes - firstGroup - model.groups.size();
        return 2 * Math.min(early, late) + 2;
    }

    /// The most mentees of the first group with their seat, then of the second, and so on.
    int[] counts() {
        return mostSeats(new Costs(new long[network.tail.length], new long[network.tail.length], 0), room.clone())
                .counts();
    }

    /// The same, and of all such seatings the one that is worth most, the lottery between equals.
    Relaxed best(Worth worth) {
        var most = room.clone();
        if (firstUnseated[model.groups.size()] - firstUnseated[0] >= many) {
            return relaxed(seats(counts(), costs(worth), most, Optional.empty()).orElseThrow(), most);
        }
        return relaxed(mostSeats(costs(worth), most), most);
    }

    /// The seating with these counts that is worth most, the lottery between equals; empty when the counts cannot be
    /// had. Where an alternative is asked for, its mentee keeps the number of seats and one arc is closed.
    Optional<Relaxed> best(int[] counts, Worth worth, boolean[] allowed, Optional<Instead> instead) {
        var most = allowed(allowed);
        instead.ifPresent(asked -> most[asked.arc()] = 0);
        return seats(counts, costs(worth), most, instead).map(sent -> relaxed(sent, most));
    }

    /// The highest floor at which the counts can still be had, where each arc alone counts for as much as its mentee
    /// could have with it. Exact when everybody has at most one seat, otherwise a bound.
    long floor(int[] counts, Worth worth) {
        var totals = new Totals(model, worth);
        var reach = totals.reach();
        var cap = totals.cap();
        if (Arrays.stream(counts).sum() == 0) {
            return cap;
        }
        var steps = IntStream.range(0, model.arcs)
                .filter(arc -> model.free[arc])
                .mapToLong(arc -> reach[arc])
                .sorted()
                .distinct()
                .toArray();
        int low = 0;
        int high = steps.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            var allowed = new boolean[model.arcs];
            for (int arc = 0; arc < model.arcs; arc++) {
                allowed[arc] = reach[arc] >= steps[middle];
            }
            var free = new Costs(new long[network.tail.length], new long[network.tail.length], 0);
            if (seats(counts, free, allowed(allowed), Optional.empty()).isPresent()) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return Math.min(cap, steps[low]);
    }

    /// What the arcs cost: a seat its weight less, then its draw less.
    ///
    /// @param most no arc is worth more
    private record Costs(long[] cost, long[] draw, long most) {}

    private Costs costs(Worth worth) {
        var cost = new long[network.tail.length];
        var draw = new long[network.tail.length];
        var most = 0L;
        for (int arc = 0; arc < model.arcs; arc++) {
            cost[arc] = -worth.weight[arc];
            draw[arc] = -model.lottery[arc];
            most = Math.max(most, worth.weight[arc]);
        }
        return new Costs(cost, draw, most);
    }

    private int[] allowed(boolean[] allowed) {
        var most = room.clone();
        for (int arc = 0; arc < model.arcs; arc++) {
            most[arc] = allowed[arc] ? most[arc] : 0;
        }
        return most;
    }

    private record Sent(CheapestFlow flow, int[] counts) {}

    /// Each group in its turn: whoever wants a seat is sent to one or, at a price above all weights, to the group's
    /// unseated. Whether an earlier group has seats is never asked again, only who of it.
    private Sent mostSeats(Costs costs, int[] most) {
        var potential = potential(costs);
        var flow = new CheapestFlow(network, most, costs.cost(), costs.draw(), potential, new long[network.nodes]);
        var cheapest = cheapest(costs);
        var supply = new int[network.nodes];
        var counts = new int[model.groups.size()];
        most[most.length - 1] = Integer.MAX_VALUE;
        for (int g = 0; g < counts.length; g++) {
            var members = model.groups.get(g).mentees();
            int toEnd = firstUnseated[counts.length] + g;
            var price = 0L;
            for (int m : members) {
                price = Math.max(price, potential[m]);
            }
            price += lengthiest() * (costs.most() + 1);
            potential[firstGroup + g] = price;
            costs.cost()[toEnd] = price;
            most[toEnd] = members.length;
            Arrays.fill(most, firstUnseated[g], firstUnseated[g] + members.length, 1);
            // Where there are few seats, in this order fewer are given and taken away again.
            var bestFirst = IntStream.of(members).boxed().sorted(Comparator.comparingLong(m -> cheapest[m]));
            for (int m : bestFirst.toList()) {
                supply[m]++;
                flow.supply(m, 1);
                flow.send(m);
            }
            most[toEnd] = flow.flow[toEnd];
            counts[g] = members.length - flow.flow[toEnd];
        }
        return new Sent(proven(flow, supply), counts);
    }

    private long[] cheapest(Costs costs) {
        var cheapest = new long[model.mentees.size()];
        for (int arc = 0; arc < model.arcs; arc++) {
            cheapest[model.menteeOf[arc]] = Math.min(cheapest[model.menteeOf[arc]], costs.cost()[arc]);
        }
        return cheapest;
    }

    /// The cheapest flow with exactly these counts.
    private Optional<Sent> seats(int[] counts, Costs costs, int[] most, Optional<Instead> instead) {
        int asked = instead.map(Instead::mentee).orElse(-1);
        var supply = new int[network.nodes];
        for (int g = 0; g < counts.length; g++) {
            var group = model.groups.get(g);
            int unseated = group.mentees().length - counts[g];
            for (int i = 0; i < group.mentees().length; i++) {
                int m = group.mentees()[i];
                if (m != asked) {
                    most[firstUnseated[g] + i] = 1;
                    supply[m]++;
                } else if (group.rank() <= instead.get().seats()) {
                    supply[m]++;
                } else {
                    unseated--;
                }
            }
            if (unseated < 0) {
                return Optional.empty();
            }
            most[firstUnseated[counts.length] + g] = unseated;
        }
        most[most.length - 1] = Arrays.stream(counts).sum();
        var flow = firstUnseated[counts.length] - firstUnseated[0] >= many
                ? auctioned(counts, costs, most, supply)
                : new CheapestFlow(
                        network, most, costs.cost(), costs.draw(), potential(costs), new long[network.nodes]);
        return sent(flow, supply) ? Optional.of(new Sent(proven(flow, supply), counts)) : Optional.empty();
    }

    private static boolean sent(CheapestFlow flow, int[] supply) {
        boolean sent = true;
        for (int node = 0; node < supply.length; node++) {
            flow.supply(node, supply[node]);
        }
        for (int node = 0; node < supply.length && sent; node++) {
            sent = flow.send(node);
        }
        return sent;
    }

    /// A flow to begin with that is all but the cheapest: the costs are settled first, by an auction and what is left
    /// to mend. Where that leaves many a choice, a second auction prices the draws, at the arcs left
    /// open only.
    private CheapestFlow auctioned(int[] counts, Costs costs, int[] most, int[] supply) {
        var equal = new long[network.tail.length];
        var potential = auctioned(counts, costs.cost(), costs.most(), most);
        var first = new CheapestFlow(network, most, costs.cost(), equal, potential, new long[network.nodes]);
        first.start();
        sent(first, supply);
        var tight = most.clone();
        int choices = 0;
        for (int arc = 0; arc < tight.length; arc++) {
            tight[arc] = first.reduced(arc) <= 0 ? most[arc] : 0;
            choices += first.flow[arc] < tight[arc] ? 1 : 0;
        }
        var secondPotential = choices > supply.length / 10
                ? auctioned(counts, costs.draw(), Lottery.SIDES, tight)
                : new long[network.nodes];
        var second = new CheapestFlow(network, most, costs.cost(), costs.draw(), potential, secondPotential);
        second.start();
        return second;
    }

    /// Potentials from an auction: what a seat costs at each table, and what the last of the seats owed costs each
    /// mentee. To go without is one more table for a group, with as many seats as are missing.
    private long[] auctioned(int[] counts, long[] cost, long worth, int[] most) {
        var bidders = new Ints();
        var wanted = new int[model.mentees.size()];
        int tables = model.tables.size();
        var seats = new int[tables + counts.length];
        Arrays.setAll(seats, t -> t < tables ? Math.max(0, model.room(t)) : 0);
        for (int g = 0; g < counts.length; g++) {
            seats[tables + g] = model.groups.get(g).mentees().length - counts[g];
            for (int m : model.groups.get(g).mentees()) {
                wanted[m]++;
                bidders.add(m);
            }
        }
        var offers = offers(most);
        var prices = new Auction(offers, cost, seats).prices(bidders.toArray(), worth);
        var potential = new long[network.nodes];
        for (int t = 0; t < tables; t++) {
            potential[network.end - 1 - tables + t] = prices[t];
        }
        for (int m = 0; m < wanted.length; m++) {
            potential[m] = wanted[m] > 0 ? asked(m, wanted[m], offers, prices, cost) : 0;
        }
        for (int arc = 0; arc < model.arcs; arc++) {
            potential[network.head[arc]] = prices[model.tableOf[arc]];
            if (network.tail[arc] >= wanted.length) {
                potential[network.tail[arc]] =
                        Math.min(potential[network.tail[arc]], cost[arc] + prices[model.tableOf[arc]]);
            }
        }
        for (int g = 0; g < counts.length; g++) {
            potential[firstGroup + g] = prices[tables + g];
            // As many go this way whatever it costs, so that its cost may be chosen to keep it open.
            cost[firstUnseated[counts.length] + g] = prices[tables + g];
        }
        return potential;
    }

    private Auction.Offers offers(int[] most) {
        var first = new int[model.mentees.size() + 1];
        var arcs = new Ints();
        var tables = new Ints();
        for (int m = 0; m < model.mentees.size(); m++) {
            for (int arc = model.firstArc[m]; arc < model.firstArc[m + 1]; arc++) {
                if (most[arc] > 0) {
                    arcs.add(arc);
                    tables.add(model.tableOf[arc]);
                }
            }
            for (int i = network.firstLeaving[m]; i < network.firstLeaving[m + 1]; i++) {
                int arc = network.leaving[i];
                if (arc >= firstUnseated[0] && most[arc] > 0) {
                    arcs.add(arc);
                    tables.add(model.tables.size() + network.head[arc] - firstGroup);
                }
            }
            first[m + 1] = arcs.size();
        }
        return new Auction.Offers(first, arcs.toArray(), tables.toArray());
    }

    /// What the so-and-so-manieth cheapest offer costs a mentee; the dearest where there are fewer.
    private static long asked(int m, int rank, Auction.Offers offers, long[] prices, long[] cost) {
        var cheapest = new long[rank];
        int found = 0;
        for (int i = offers.first()[m]; i < offers.first()[m + 1]; i++) {
            var asked = cost[offers.arc()[i]] + prices[offers.table()[i]];
            if (found < rank || asked < cheapest[rank - 1]) {
                int at = Math.min(found++, rank - 1);
                for (; at > 0 && cheapest[at - 1] > asked; at--) {
                    cheapest[at] = cheapest[at - 1];
                }
                cheapest[at] = asked;
            }
        }
        return found == 0 ? 0 : cheapest[Math.min(found, rank) - 1];
    }

    /// Potentials for the empty flow: no arc leads down, and only one of no cost leads along.
    private long[] potential(Costs costs) {
        var potential = new long[network.nodes];
        Arrays.fill(potential, 0, early, -costs.most() - 1);
        return potential;
    }

    private static CheapestFlow proven(CheapestFlow flow, int[] supply) {
        if (!flow.isProven(supply)) {
            throw new IllegalStateException("The flow found is not the cheapest.");
        }
        return flow;
    }

    private Relaxed relaxed(Sent sent, int[] most) {
        var chosen = new boolean[model.arcs];
        var slack = new long[model.arcs];
        var draw = new long[model.arcs];
        for (int arc = 0; arc < model.arcs; arc++) {
            chosen[arc] = sent.flow().flow[arc] > 0;
            slack[arc] = most[arc] > 0 ? Math.abs(sent.flow().reduced(arc)) : Long.MAX_VALUE;
            draw[arc] = slack[arc] == 0 ? Math.abs(sent.flow().secondReduced(arc)) : 0;
        }
        return new Relaxed(chosen, slack, draw, sent.counts());
    }
}
