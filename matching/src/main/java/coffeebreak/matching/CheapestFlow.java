package coffeebreak.matching;

import java.util.Arrays;

/// A flow that grows unit by unit and is at all times the cheapest for the units sent: successive shortest paths with
/// node potentials [AMO 9.7], as the Hungarian method does it for assignments.
///
/// An arc has two costs. The second counts only between flows that are equal in the first: costs, distances and
/// potentials are pairs in lexicographic order, so one search settles both.
final class CheapestFlow {
    private static final int NONE = Integer.MIN_VALUE;

    final int[] flow;
    private final Network network;
    private final int[] room;
    private final long[] cost;
    private final long[] secondCost;
    /// No arc that has room left has a negative reduced cost, cost + potential of its head − potential of its tail, and
    /// none that is used a positive one: which proves the flow the cheapest.
    private final long[] potential;

    private final long[] secondPotential;
    /// Units waiting at a node to be sent on, negative where so many are lacking.
    private final int[] surplus;

    /// The arcs into each node that are used, as linked lists.
    private final int[] firstUsed;

    private final int[] nextUsed;
    private final int[] previousUsed;

    /// Of the search going on: lengths of the shortest paths known, reduced.
    private final long[] distance;

    private final long[] secondDistance;
    /// The arc by which a node is reached, as its complement where it is walked backwards.
    private final int[] reachedBy;
    private final int[] reachedIn;
    private int search;
    /// The nearest node where a unit may stay and its distance, as far as it is known.
    private int nearest;

    private long shortest;

    private long secondShortest;
    /// Nodes reached and not yet left, a binary heap by distance.
    private final int[] heap;
    private final int[] place;
    private int waiting;
    private final int[] left;
    private int leftCount;

    /// @param room how much each arc can carry
    /// @param cost of each arc, absolutely below 2^61 on any path together
    /// @param secondCost of each arc
    /// @param potential of each node, such that no reduced cost is negative, or any before [#start()]; is changed
    /// @param secondPotential likewise for the second costs
    CheapestFlow(
            Network network, int[] room, long[] cost, long[] secondCost, long[] potential, long[] secondPotential) {
        this.network = network;
        this.room = room;
        this.cost = cost;
        this.secondCost = secondCost;
        this.potential = potential;
        int nodes = network.nodes;
        int arcs = network.tail.length;
        flow = new int[arcs];
        this.secondPotential = secondPotential;
        surplus = new int[nodes];
        firstUsed = new int[nodes];
        Arrays.fill(firstUsed, -1);
        nextUsed = new int[arcs];
        previousUsed = new int[arcs];
        distance = new long[nodes];
        secondDistance = new long[nodes];
        reachedBy = new int[nodes];
        reachedIn = new int[nodes];
        heap = new int[nodes];
        place = new int[nodes];
        left = new int[nodes];
    }

    /// Makes any potentials fit: fills every arc of negative reduced cost. What that leaves too much or too little
    /// somewhere, [#send(int)] sets right, and the better the potentials are, the less there is. The arcs to
    /// the end must have room for no more than all supplies, or what is lacking elsewhere could end there.
    void start() {
        for (int arc = 0; arc < flow.length; arc++) {
            if (room[arc] > 0 && isBefore(reduced(arc), secondReduced(arc), 0, 0)) {
                flow[arc] = room[arc];
                surplus[network.tail[arc]] -= room[arc];
                surplus[network.head[arc]] += room[arc];
                use(arc);
            }
        }
    }

    /// Adds units at a node.
    void supply(int node, int units) {
        surplus[node] += units;
    }

    /// Sends all that is waiting at a node to the end or to where units are lacking, the cheapest way; false where
    /// there is no way.
    boolean send(int from) {
        while (surplus[from] > 0) {
            if (!search(from)) {
                return false;
            }
            int units = surplus[from];
            units = surplus[nearest] < 0 ? Math.min(units, -surplus[nearest]) : units;
            for (int node = nearest; reachedBy[node] != NONE; ) {
                int by = reachedBy[node];
                units = Math.min(units, by >= 0 ? room[by] - flow[by] : flow[~by]);
                node = by >= 0 ? network.tail[by] : network.head[~by];
            }
            surplus[from] -= units;
            surplus[nearest] += nearest == network.end ? 0 : units;
            for (int node = nearest; reachedBy[node] != NONE; ) {
                int by = reachedBy[node];
                if (by >= 0) {
                    if (flow[by] == 0) {
                        use(by);
                    }
                    flow[by] += units;
                    node = network.tail[by];
                } else {
                    flow[~by] -= units;
                    if (flow[~by] == 0) {
                        unuse(~by);
                    }
                    node = network.head[~by];
                }
            }
        }
        return true;
    }

    /// The shortest path from a node to the nearest where a unit may stay (Dijkstra); the potentials are changed so
    /// that no reduced cost becomes negative and all along that path are zero.
    private boolean search(int from) {
        search++;
        waiting = 0;
        leftCount = 0;
        nearest = -1;
        shortest = Long.MAX_VALUE;
        secondShortest = Long.MAX_VALUE;
        reach(from, -potential[from], -secondPotential[from], NONE);
        while (waiting > 0 && isBefore(distance[heap[0]], secondDistance[heap[0]], shortest, secondShortest)) {
            int node = takeFirst();
            left[leftCount++] = node;
            leave(node);
        }
        if (nearest < 0) {
            return false;
        }
        for (int i = 0; i < leftCount; i++) {
            int node = left[i];
            potential[node] += shortest - distance[node];
            secondPotential[node] += secondShortest - secondDistance[node];
        }
        return true;
    }

    /// The reduced cost of an arc.
    long reduced(int arc) {
        return cost[arc] + potential[network.head[arc]] - potential[network.tail[arc]];
    }

    /// The same in the second costs, which decide where the reduced cost is zero.
    long secondReduced(int arc) {
        return secondCost[arc] + secondPotential[network.head[arc]] - secondPotential[network.tail[arc]];
    }

    /// Whether the potentials prove that no flow with the same supplies is cheaper, whatever the way here was.
    boolean isProven(int[] supply) {
        var balance = supply.clone();
        for (int arc = 0; arc < flow.length; arc++) {
            var reduced = reduced(arc);
            reduced = reduced == 0 ? secondReduced(arc) : reduced;
            if (flow[arc] < 0
                    || flow[arc] > room[arc]
                    || (flow[arc] < room[arc] && reduced < 0)
                    || (flow[arc] > 0 && reduced > 0)) {
                return false;
            }
            balance[network.tail[arc]] -= flow[arc];
            balance[network.head[arc]] += flow[arc];
        }
        balance[network.end] = 0;
        return Arrays.stream(balance).allMatch(left -> left == 0);
    }

    private void leave(int node) {
        var base = distance[node] - potential[node];
        var secondBase = secondDistance[node] - secondPotential[node];
        for (int i = network.firstLeaving[node]; i < network.firstLeaving[node + 1]; i++) {
            int arc = network.leaving[i];
            if (flow[arc] < room[arc]) {
                reach(network.head[arc], base + cost[arc], secondBase + secondCost[arc], arc);
            }
        }
        for (int arc = firstUsed[node]; arc >= 0; arc = nextUsed[arc]) {
            reach(network.tail[arc], base - cost[arc], secondBase - secondCost[arc], ~arc);
        }
    }

    /// @param length of the path, less the potential of the node
    private void reach(int node, long length, long secondLength, int by) {
        var far = length + potential[node];
        if (far > shortest) {
            return;
        }
        var secondFar = secondLength + secondPotential[node];
        if (!isBefore(far, secondFar, shortest, secondShortest)) {
            return;
        }
        boolean known = reachedIn[node] == search;
        if (known && !isBefore(far, secondFar, distance[node], secondDistance[node])) {
            return;
        }
        distance[node] = far;
        secondDistance[node] = secondFar;
        reachedBy[node] = by;
        reachedIn[node] = search;
        if (node == network.end || surplus[node] < 0) {
            nearest = node;
            shortest = far;
            secondShortest = secondFar;
            return;
        }
        raise(node, known ? place[node] : waiting++);
        // Where there is one way only it is tried at once: the sooner the end is reached, the fewer nodes are.
        int only = network.firstLeaving[node];
        if (network.firstLeaving[node + 1] == only + 1) {
            int arc = network.leaving[only];
            if (flow[arc] < room[arc]) {
                reach(network.head[arc], length + cost[arc], secondLength + secondCost[arc], arc);
            }
        }
    }

    private static boolean isBefore(long one, long secondOfOne, long other, long secondOfOther) {
        return one < other || (one == other && secondOfOne < secondOfOther);
    }

    private boolean isNearer(int node, int other) {
        return isBefore(distance[node], secondDistance[node], distance[other], secondDistance[other]);
    }

    private void raise(int node, int from) {
        int at = from;
        while (at > 0 && isNearer(node, heap[(at - 1) / 2])) {
            put(heap[(at - 1) / 2], at);
            at = (at - 1) / 2;
        }
        put(node, at);
    }

    private int takeFirst() {
        int first = heap[0];
        int last = heap[--waiting];
        int at = 0;
        for (int below = 1; below < waiting; below = 2 * at + 1) {
            if (below + 1 < waiting && isNearer(heap[below + 1], heap[below])) {
                below++;
            }
            if (!isNearer(heap[below], last)) {
                break;
            }
            put(heap[below], at);
            at = below;
        }
        put(last, at);
        return first;
    }

    private void put(int node, int at) {
        heap[at] = node;
        place[node] = at;
    }

    private void use(int arc) {
        int node = network.head[arc];
        previousUsed[arc] = -1;
        nextUsed[arc] = firstUsed[node];
        if (firstUsed[node] >= 0) {
            previousUsed[firstUsed[node]] = arc;
        }
        firstUsed[node] = arc;
    }

    private void unuse(int arc) {
        int next = nextUsed[arc];
        int previous = previousUsed[arc];
        if (next >= 0) {
            previousUsed[next] = previous;
        }
        if (previous >= 0) {
            nextUsed[previous] = next;
        } else {
            firstUsed[network.head[arc]] = next;
        }
    }
}
