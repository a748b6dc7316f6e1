package coffeebreak.matching;

import com.google.ortools.graph.MaxFlow;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/// The problem as a flow: group → mentee → (break, mentor) → (institution) → table → out. Rules that do not nest, and
/// minimums, moves and floors over several seats, are left out: then the flow is a relaxation, and [#exact] is false.
/// See the module's page for why the counts by prefix and the cost by potentials are exact.
final class Flow {
    /// The best flow.
    ///
    /// @param slack what any flow loses at least that differs from this one at the arc: its reduced cost
    /// @param draw what a flow that costs the same loses in the lottery; empty where nobody may ask
    record Relaxed(boolean[] chosen, long[] slack, long[] draw) {}

    private static final int OUT = 0;

    final boolean exact;
    private final Model model;
    private final int nodes;
    private final int firstMentee;
    private final int[] supplyOfGroup;
    private final int[] tail;
    private final int[] head;
    private final int[] room;
    /// The model's arc behind a network arc, -1 for none.
    private final int[] arcBehind;
    /// The group behind a network arc that leads from a group to a mentee, -1 for none.
    private final int[] groupBehind;

    Flow(Model model) {
        this.model = model;
        var early = new Laminar(model.arcs, model.menteeLimits);
        var late = new Laminar(model.arcs, model.tableLimits);
        boolean minimums = false;
        for (int t = 0; t < model.tables.size(); t++) {
            minimums |= model.hasMinimum(t);
        }
        boolean severalSeats = false;
        for (int m = 0; m < model.mentees.size(); m++) {
            severalSeats |= model.wants[m] > 0 && model.wants[m] + model.lockedSeats[m] > 1;
        }
        exact = early.complete
                && late.complete
                && !minimums
                && model.keepAtLeast() <= 0
                && !(model.wantsFloor() && severalSeats);

        firstMentee = 1 + model.groups.size();
        int firstTable = firstMentee + model.mentees.size();
        int firstEarly = firstTable + model.tables.size();
        int firstLate = firstEarly + early.nested.size();
        nodes = firstLate + late.nested.size();
        var from = new Ints();
        var to = new Ints();
        var most = new Ints();
        var behind = new Ints();
        var ofGroup = new Ints();
        supplyOfGroup = new int[model.groups.size()];
        for (int g = 0; g < model.groups.size(); g++) {
            supplyOfGroup[g] = model.groups.get(g).mentees().length;
            for (int m : model.groups.get(g).mentees()) {
                from.add(1 + g);
                to.add(firstMentee + m);
                most.add(1);
                behind.add(-1);
                ofGroup.add(g);
            }
        }
        for (int l = 0; l < early.nested.size(); l++) {
            var limit = early.nested.get(l);
            int outer = early.around.get(l);
            from.add(outer < 0 ? firstMentee + model.menteeOf[limit.arcs()[0]] : firstEarly + outer);
            to.add(firstEarly + l);
            most.add(limit.room());
            behind.add(-1);
            ofGroup.add(-1);
        }
        for (int arc = 0; arc < model.arcs; arc++) {
            if (model.free[arc]) {
                int inner = early.innermost[arc];
                from.add(inner < 0 ? firstMentee + model.menteeOf[arc] : firstEarly + inner);
                inner = late.innermost[arc];
                to.add(inner < 0 ? firstTable + model.tableOf[arc] : firstLate + inner);
                most.add(1);
                behind.add(arc);
                ofGroup.add(-1);
            }
        }
        // Innermost first, so that a pass over the arcs follows the flow.
        for (int l = late.nested.size() - 1; l >= 0; l--) {
            var limit = late.nested.get(l);
            int outer = late.around.get(l);
            from.add(firstLate + l);
            to.add(outer < 0 ? firstTable + model.tableOf[limit.arcs()[0]] : firstLate + outer);
            most.add(limit.room());
            behind.add(-1);
            ofGroup.add(-1);
        }
        for (int t = 0; t < model.tables.size(); t++) {
            from.add(firstTable + t);
            to.add(OUT);
            most.add(Math.max(0, model.room(t)));
            behind.add(-1);
            ofGroup.add(-1);
        }
        tail = from.toArray();
        head = to.toArray();
        room = most.toArray();
        arcBehind = behind.toArray();
        groupBehind = ofGroup.toArray();
    }

    /// The largest cost an arc may have: the solver multiplies costs by the number of nodes and adds up paths of them.
    long mostCost() {
        return (1L << 61) / (3L * (nodes + 1) * (nodes + 1));
    }

    /// The most mentees of the first group with their seat, then of the second, and so on.
    int[] counts() {
        var counts = new int[supplyOfGroup.length];
        int largest = Arrays.stream(supplyOfGroup).sum();
        int places = IntStream.range(0, model.tables.size())
                .map(t -> Math.max(0, model.room(t)))
                .sum();
        var network = new MaxFlow();
        try {
            for (int a = 0; a < tail.length; a++) {
                network.addArcWithCapacity(tail[a], head[a], room[a]);
            }
            for (int g = 0; g < supplyOfGroup.length; g++) {
                network.addArcWithCapacity(nodes, 1 + g, supplyOfGroup[g]);
            }
            if (tail.length == 0 || supplyOfGroup.length == 0) {
                return counts;
            }
            if (largest <= places && solve(network) == largest) {
                return supplyOfGroup.clone();
            }
            for (int g = 0; g < supplyOfGroup.length; g++) {
                network.setArcCapacity(tail.length + g, 0);
            }
            var before = 0L;
            for (int g = 0; g < supplyOfGroup.length; g++) {
                network.setArcCapacity(tail.length + g, supplyOfGroup[g]);
                var now = solve(network);
                counts[g] = Math.toIntExact(now - before);
                before = now;
            }
            return counts;
        } finally {
            network.delete();
        }
    }

    /// The highest floor at which the counts can still be had, where each arc alone counts for as much as its mentee
    /// could have with it. Exact when everybody has at most one seat, otherwise a bound.
    long floor(int[] counts, Worth worth) {
        var totals = new Totals(model, worth);
        var reach = totals.reach();
        var cap = totals.cap();
        var wanted = Arrays.stream(counts).sum();
        if (wanted == 0) {
            return cap;
        }
        var steps = IntStream.range(0, model.arcs)
                .filter(arc -> model.free[arc])
                .mapToLong(arc -> reach[arc])
                .sorted()
                .distinct()
                .toArray();
        var network = new MaxFlow();
        try {
            for (int a = 0; a < tail.length; a++) {
                network.addArcWithCapacity(tail[a], head[a], room[a]);
            }
            for (int g = 0; g < counts.length; g++) {
                network.addArcWithCapacity(nodes, 1 + g, counts[g]);
            }
            int low = 0;
            int high = steps.length - 1;
            while (low < high) {
                int middle = (low + high + 1) >>> 1;
                for (int a = 0; a < tail.length; a++) {
                    if (arcBehind[a] >= 0) {
                        network.setArcCapacity(a, reach[arcBehind[a]] >= steps[middle] ? 1 : 0);
                    }
                }
                if (solve(network) == wanted) {
                    low = middle;
                } else {
                    high = middle - 1;
                }
            }
            return Math.min(cap, steps[low]);
        } finally {
            network.delete();
        }
    }

    /// The seating with these counts that is worth most, the lottery between equals; empty when the counts cannot be
    /// had. Where an alternative is asked for, its mentee keeps the number of seats and one arc is closed.
    Optional<Relaxed> best(int[] counts, Worth worth, boolean[] allowed, Optional<Instead> instead) {
        var supply = new long[nodes];
        var most = room.clone();
        var cost = new long[tail.length];
        for (int g = 0; g < counts.length; g++) {
            supply[1 + g] = counts[g];
            supply[OUT] -= counts[g];
        }
        for (int a = 0; a < tail.length; a++) {
            int arc = arcBehind[a];
            if (arc >= 0) {
                cost[a] = -worth.weight[arc];
                most[a] = allowed[arc] ? most[a] : 0;
            }
        }
        if (instead.isPresent()) {
            var asked = instead.get();
            for (int a = 0; a < tail.length; a++) {
                if (arcBehind[a] == asked.arc()) {
                    most[a] = 0;
                }
                if (groupBehind[a] >= 0 && head[a] == firstMentee + asked.mentee()) {
                    most[a] = 0;
                    if (model.groups.get(groupBehind[a]).rank() <= asked.seats()) {
                        supply[tail[a]]--;
                        supply[head[a]]++;
                    }
                }
            }
        }
        var flow = cheapest(supply, most, cost);
        if (flow.isEmpty()) {
            return Optional.empty();
        }
        var potential = potentials(most, cost, flow.get());
        var draw = new long[exact ? 0 : model.arcs];
        var drawn = drawn(supply, most, cost, flow.get(), potential, draw);
        var chosen = new boolean[model.arcs];
        var slack = new long[model.arcs];
        Arrays.fill(slack, Long.MAX_VALUE);
        for (int a = 0; a < tail.length; a++) {
            if (arcBehind[a] >= 0) {
                chosen[arcBehind[a]] = drawn[a] > 0;
                if (most[a] > 0) {
                    slack[arcBehind[a]] = Math.abs(cost[a] + potential[tail[a]] - potential[head[a]]);
                }
            }
        }
        return Optional.of(new Relaxed(chosen, slack, draw));
    }

    /// Among all cheapest flows the one the lottery likes best. An arc whose reduced cost is not zero carries the same
    /// in all of them (complementary slackness), so only the others are left to draw for.
    private int[] drawn(long[] supply, int[] most, long[] cost, int[] flow, long[] potential, long[] draw) {
        var left = supply.clone();
        var leftMost = new int[tail.length];
        var leftCost = new long[tail.length];
        var result = flow.clone();
        int shift = 0;
        while ((Lottery.SIDES >> shift) > mostCost()) {
            shift++;
        }
        boolean choice = false;
        for (int a = 0; a < tail.length; a++) {
            var reduced = cost[a] + potential[tail[a]] - potential[head[a]];
            if (reduced == 0 && most[a] > 0) {
                leftMost[a] = most[a];
                if (arcBehind[a] >= 0) {
                    leftCost[a] = -(model.lottery[arcBehind[a]] >> shift);
                    choice |= flow[a] == 0;
                }
            } else {
                left[tail[a]] -= flow[a];
                left[head[a]] += flow[a];
            }
        }
        if (!choice) {
            return result;
        }
        var again = cheapest(left, leftMost, leftCost)
                .orElseThrow(() -> new IllegalStateException("The cheapest flow is lost among the cheapest flows."));
        for (int a = 0; a < tail.length; a++) {
            if (leftMost[a] > 0) {
                result[a] = again[a];
            }
        }
        if (draw.length > 0) {
            var drawPotential = potentials(leftMost, leftCost, again);
            for (int a = 0; a < tail.length; a++) {
                if (arcBehind[a] >= 0 && leftMost[a] > 0) {
                    draw[arcBehind[a]] =
                            Math.abs(leftCost[a] + drawPotential[tail[a]] - drawPotential[head[a]]) << shift;
                }
            }
        }
        return result;
    }

    private Optional<int[]> cheapest(long[] supply, int[] most, long[] cost) {
        var network = new MinCostFlow(nodes, tail.length);
        try {
            var index = new int[tail.length];
            for (int a = 0; a < tail.length; a++) {
                index[a] = most[a] > 0 ? network.addArcWithCapacityAndUnitCost(tail[a], head[a], most[a], cost[a]) : -1;
            }
            for (int node = 0; node < nodes; node++) {
                network.setNodeSupply(node, supply[node]);
            }
            var status = network.solve();
            if (status == MinCostFlowBase.Status.INFEASIBLE || status == MinCostFlowBase.Status.UNBALANCED) {
                return Optional.empty();
            }
            if (status != MinCostFlowBase.Status.OPTIMAL) {
                throw new IllegalStateException("The flow solver ended with " + status + ".");
            }
            var flow = new int[tail.length];
            for (int a = 0; a < tail.length; a++) {
                flow[a] = index[a] < 0 ? 0 : Math.toIntExact(network.getFlow(index[a]));
            }
            return Optional.of(flow);
        } finally {
            network.delete();
        }
    }

    /// Distances in the residual network (Bellman and Ford). That they exist proves the flow the cheapest, whatever the
    /// solver said: a cheaper one would mean a negative cycle.
    private long[] potentials(int[] most, long[] cost, int[] flow) {
        var distance = new long[nodes];
        for (int pass = 0; pass <= nodes; pass++) {
            boolean changed = false;
            for (int a = 0; a < tail.length; a++) {
                var from = tail[a];
                var to = head[a];
                if (flow[a] < most[a] && distance[from] + cost[a] < distance[to]) {
                    distance[to] = distance[from] + cost[a];
                    changed = true;
                }
                if (flow[a] > 0 && distance[to] - cost[a] < distance[from]) {
                    distance[from] = distance[to] - cost[a];
                    changed = true;
                }
            }
            if (!changed) {
                return distance;
            }
        }
        throw new IllegalStateException("The flow solver's answer is not the cheapest flow.");
    }

    private long solve(MaxFlow network) {
        var status = network.solve(nodes, OUT);
        if (status != MaxFlow.Status.OPTIMAL) {
            throw new IllegalStateException("The flow solver ended with " + status + ".");
        }
        return network.getOptimalFlow();
    }
}
