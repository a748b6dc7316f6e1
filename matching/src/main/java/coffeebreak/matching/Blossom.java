package coffeebreak.matching;

import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jgrapht.alg.matching.SparseEdmondsMaximumCardinalityMatching;
import org.jgrapht.alg.matching.blossom.v5.KolmogorovWeightedPerfectMatching;
import org.jgrapht.alg.matching.blossom.v5.ObjectiveSense;
import org.jgrapht.graph.SimpleWeightedGraph;

/// Maximum-weight matching among those of maximum cardinality in a general graph: V. Kolmogorov, Blossom V, *Math.
/// Programming Computation* 1, 2009, as JGraphT implements it for perfect matchings. Whoever is bound to be left over,
/// so many as a maximum-cardinality matching (J. Edmonds: Paths, trees and flowers, 1965) leaves, is matched with an
/// empty chair that weighs nothing.
final class Blossom {
    private final PeerModel model;
    /// More than all weights together, so that it is worth more to have a host; 0 where nobody hosts.
    private final double bonus;
    /// JGraphT takes differences above 1e10 for infinite.
    private final double unit;

    Blossom(PeerModel model) {
        this.model = model;
        boolean hosts = model.hosted(IntStream.range(0, model.people).toArray());
        this.unit = hosts ? 1000 : 1;
        this.bonus = hosts ? PeerModel.SCALE / unit * (model.people / 2 + 1) : 0;
    }

    /// An edge: a pair, or -1 for an empty chair.
    private static final class Edge {
        final int pair;

        Edge(int pair) {
            this.pair = pair;
        }
    }

    /// The pairs that leave fewest over, then have most hosts, then weigh most.
    ///
    /// @param takesPart who is matched
    /// @param allowed which pairs may be used
    int[] match(IntPredicate takesPart, IntPredicate allowed) {
        var graph = new SimpleWeightedGraph<Integer, Edge>(null, null);
        for (int p = 0; p < model.pairs; p++) {
            if (allowed.test(p) && takesPart.test(model.one[p]) && takesPart.test(model.other[p])) {
                var edge = new Edge(p);
                graph.addVertex(model.one[p]);
                graph.addVertex(model.other[p]);
                graph.addEdge(model.one[p], model.other[p], edge);
                graph.setEdgeWeight(
                        edge,
                        Math.rint(model.weight[p] / unit) + (model.hosted(model.one[p], model.other[p]) ? bonus : 0));
            }
        }
        if (graph.edgeSet().isEmpty()) {
            return new int[0];
        }
        var present = List.copyOf(graph.vertexSet());
        int matched = new SparseEdmondsMaximumCardinalityMatching<>(graph)
                .getMatching()
                .getEdges()
                .size();
        for (int chair = model.people; chair < model.people + present.size() - 2 * matched; chair++) {
            graph.addVertex(chair);
            for (int v : present) {
                var empty = new Edge(-1);
                graph.addEdge(v, chair, empty);
                graph.setEdgeWeight(empty, 0);
            }
        }
        var pairs = new BitSet();
        for (var edge : new KolmogorovWeightedPerfectMatching<>(graph, ObjectiveSense.MAXIMIZE)
                .getMatching()
                .getEdges()) {
            if (edge.pair >= 0) {
                pairs.set(edge.pair);
            }
        }
        return pairs.stream().toArray();
    }
}
