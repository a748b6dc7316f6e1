package coffeebreak.matching;

import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;

/// What one would write with OR-Tools at hand and none of this module: source → mentee → table → sink, one call. Knows
/// capacities, seats wanted and affinities, and nothing of tiers, rules, lottery, proof or reasons.
///
/// @param menteeOf of each arc @param tableOf of each arc @param worth of each arc, in millionths
record BareFlow(int[] seats, int[] capacities, int[] menteeOf, int[] tableOf, int[] worth) {

    /// The arcs chosen.
    boolean[] solve() {
        int mentees = seats.length;
        int source = mentees + capacities.length;
        int sink = source + 1;
        var network = new MinCostFlow(sink + 1, menteeOf.length + mentees + capacities.length);
        try {
            for (int arc = 0; arc < menteeOf.length; arc++) {
                network.addArcWithCapacityAndUnitCost(menteeOf[arc], mentees + tableOf[arc], 1, -worth[arc]);
            }
            long wanted = 0;
            for (int m = 0; m < mentees; m++) {
                network.addArcWithCapacityAndUnitCost(source, m, seats[m], 0);
                wanted += seats[m];
            }
            for (int t = 0; t < capacities.length; t++) {
                network.addArcWithCapacityAndUnitCost(mentees + t, sink, capacities[t], 0);
            }
            network.setNodeSupply(source, wanted);
            network.setNodeSupply(sink, -wanted);
            var status = network.solveMaxFlowWithMinCost();
            if (status != MinCostFlowBase.Status.OPTIMAL) {
                throw new IllegalStateException("The bare flow ended with " + status + ".");
            }
            var chosen = new boolean[menteeOf.length];
            for (int arc = 0; arc < chosen.length; arc++) {
                chosen[arc] = network.getFlow(arc) > 0;
            }
            return chosen;
        } finally {
            network.delete();
        }
    }

    /// The same arcs as the matcher may use.
    static BareFlow of(SeatProblem problem) {
        var model = new Model(problem);
        var worth = new Worth(model, 1_000_000);
        var free = new Ints();
        for (int arc = 0; arc < model.arcs; arc++) {
            if (model.free[arc]) {
                free.add(arc);
            }
        }
        var arcs = free.toArray();
        var menteeOf = new int[arcs.length];
        var tableOf = new int[arcs.length];
        var weight = new int[arcs.length];
        for (int i = 0; i < arcs.length; i++) {
            menteeOf[i] = model.menteeOf[arcs[i]];
            tableOf[i] = model.tableOf[arcs[i]];
            weight[i] = Math.toIntExact(worth.weight[arcs[i]]);
        }
        return new BareFlow(
                model.wants, model.tables.stream().mapToInt(Table::capacity).toArray(), menteeOf, tableOf, weight);
    }
}
