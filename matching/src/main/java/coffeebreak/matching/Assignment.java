package coffeebreak.matching;

import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;
import java.util.Arrays;

/// Who takes which place: as many as can, then what is worth most. A maximum flow of minimum cost, so exact.
final class Assignment {
    private final int takers;
    private final int places;
    private final int[] mostOfTaker;
    private final int[] mostOfPlace;
    private final Ints taker = new Ints();
    private final Ints place = new Ints();
    private long[] worth = new long[64];

    /// @param mostOfTaker how many places each taker may take at most
    /// @param mostOfPlace how many takers each place has room for
    Assignment(int[] mostOfTaker, int[] mostOfPlace) {
        this.takers = mostOfTaker.length;
        this.places = mostOfPlace.length;
        this.mostOfTaker = mostOfTaker;
        this.mostOfPlace = mostOfPlace;
    }

    /// What a worth may be at most: the solver multiplies costs by the number of nodes and adds up paths of them.
    long most() {
        var nodes = takers + places + 3L;
        return (1L << 61) / (3 * nodes * nodes);
    }

    void may(int takes, int at, long value) {
        if (taker.size() == worth.length) {
            worth = Arrays.copyOf(worth, worth.length * 2);
        }
        worth[taker.size()] = value;
        taker.add(takes);
        place.add(at);
    }

    int options() {
        return taker.size();
    }

    /// Which options are taken, at most `limit` of them.
    boolean[] solve(int limit) {
        int options = taker.size();
        var taken = new boolean[options];
        int source = takers + places;
        int sink = source + 1;
        int start = source + 2;
        Natives.load();
        var network = new MinCostFlow();
        try {
            for (int o = 0; o < options; o++) {
                network.addArcWithCapacityAndUnitCost(taker.get(o), takers + place.get(o), 1, -worth[o]);
            }
            for (int t = 0; t < takers; t++) {
                network.addArcWithCapacityAndUnitCost(source, t, mostOfTaker[t], 0);
            }
            for (int p = 0; p < places; p++) {
                network.addArcWithCapacityAndUnitCost(takers + p, sink, mostOfPlace[p], 0);
            }
            network.addArcWithCapacityAndUnitCost(start, source, limit, 0);
            network.setNodeSupply(start, limit);
            network.setNodeSupply(sink, -limit);
            var status = network.solveMaxFlowWithMinCost();
            if (status != MinCostFlowBase.Status.OPTIMAL) {
                throw new IllegalStateException("The flow solver ended with " + status + ".");
            }
            for (int o = 0; o < options; o++) {
                taken[o] = network.getFlow(o) > 0;
            }
            return taken;
        } finally {
            network.delete();
        }
    }

    int taker(int option) {
        return taker.get(option);
    }

    int place(int option) {
        return place.get(option);
    }
}
