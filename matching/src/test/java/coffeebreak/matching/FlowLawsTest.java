package coffeebreak.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The flow against another's, on problems drawn from seeds.
class FlowLawsTest {
    private static final int RUN = 500;

    @BeforeAll
    static void load() {
        Natives.load();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void itCostsAsMuchAsTheCheapestFlowThatOrToolsFinds(int run) {
        for (long seed = run * RUN; seed < (run + 1) * RUN; seed++) {
            var network = network(new Random(seed));
            int wanted = network.supply;
            var flow = new CheapestFlow(
                    network.network,
                    network.room,
                    network.cost,
                    new long[network.cost.length],
                    new long[network.nodes],
                    new long[network.nodes]);
            // Costs may be negative here: no potentials are at hand.
            flow.start();
            flow.supply(0, wanted);
            boolean sent = true;
            for (int node = 0; node < network.nodes - 1 && sent; node++) {
                sent = flow.send(node);
            }
            var other = network.solved();
            assertThat(sent).as("seed %d", seed).isEqualTo(other.isPresent());
            if (sent) {
                var cost = 0L;
                for (int arc = 0; arc < network.cost.length; arc++) {
                    cost += flow.flow[arc] * network.cost[arc];
                }
                assertThat(cost).as("seed %d", seed).isEqualTo(other.get());
                var supply = new int[network.nodes];
                supply[0] = wanted;
                assertThat(flow.isProven(supply)).as("seed %d", seed).isTrue();
                supply[0]++;
                assertThat(flow.isProven(supply))
                        .as("seed %d, another supply", seed)
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void anAuctionBeforehandChangesNothing(int run) {
        for (long seed = run * RUN; seed < (run + 1) * RUN; seed++) {
            var model = new Model(RandomProblems.medium(seed));
            var worth = new Worth(model, 1_000_000_000);
            var plain = new Flow(model).best(worth);
            var auctioned = new Flow(model, 0).best(worth);
            assertThat(auctioned.counts()).as("seed %d", seed).isEqualTo(plain.counts());
            assertThat(Worth.value(auctioned.chosen(), worth.weight))
                    .as("seed %d", seed)
                    .isEqualTo(Worth.value(plain.chosen(), worth.weight));
            assertThat(Worth.value(auctioned.chosen(), model.lottery))
                    .as("seed %d, draws", seed)
                    .isEqualTo(Worth.value(plain.chosen(), model.lottery));
        }
    }

    @Test
    void whoIsSentElsewhereAtAnArcLosesAtLeastItsSlack() {
        for (long seed = 0; seed < RUN; seed++) {
            var model = new Model(RandomProblems.small(seed));
            var worth = new Worth(model, 1_000_000);
            var flow = new Flow(model);
            var best = flow.best(worth);
            for (int arc = 0; arc < model.arcs; arc++) {
                if (best.chosen()[arc]) {
                    var allowed = new boolean[model.arcs];
                    Arrays.fill(allowed, true);
                    allowed[arc] = false;
                    var name = "seed %d, arc %d".formatted(seed, arc);
                    var slack = best.slack()[arc];
                    flow.best(best.counts(), worth, allowed, Optional.empty())
                            .ifPresent(without -> assertThat(Worth.value(best.chosen(), worth.weight)
                                            - Worth.value(without.chosen(), worth.weight))
                                    .as(name)
                                    .isGreaterThanOrEqualTo(slack));
                }
            }
        }
    }

    private static DrawnNetwork network(Random random) {
        int nodes = 3 + random.nextInt(12);
        int arcs = nodes + random.nextInt(4 * nodes);
        var tail = new int[arcs];
        var head = new int[arcs];
        var room = new int[arcs];
        var cost = new long[arcs];
        for (int arc = 0; arc < arcs; arc++) {
            // Without circles, so that negative costs have a lowest total.
            tail[arc] = random.nextInt(nodes - 2);
            head[arc] = tail[arc] + 1 + random.nextInt(nodes - 2 - tail[arc]);
            room[arc] = random.nextInt(5);
            cost[arc] = random.nextInt(41) - 20;
        }
        int supply = 1 + random.nextInt(6);
        tail[0] = nodes - 2;
        head[0] = nodes - 1;
        room[0] = supply;
        return new DrawnNetwork(nodes, new Network(nodes, tail, head), room, cost, supply);
    }

    private record DrawnNetwork(int nodes, Network network, int[] room, long[] cost, int supply) {
        /// The cost of sending the supply from the first node to the last; empty where that cannot be.
        Optional<Long> solved() {
            var solver = new MinCostFlow(nodes, cost.length);
            try {
                for (int arc = 0; arc < cost.length; arc++) {
                    solver.addArcWithCapacityAndUnitCost(network.tail[arc], network.head[arc], room[arc], cost[arc]);
                }
                solver.setNodeSupply(0, supply);
                solver.setNodeSupply(nodes - 1, -supply);
                return solver.solve() == MinCostFlowBase.Status.OPTIMAL
                        ? Optional.of(solver.getOptimalCost())
                        : Optional.empty();
            } finally {
                solver.delete();
            }
        }
    }
}
