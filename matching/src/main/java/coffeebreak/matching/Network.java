package coffeebreak.matching;

/// Nodes and directed arcs. Flow is sent to the last node, the end.
final class Network {
    final int nodes;
    final int end;
    final int[] tail;
    final int[] head;
    /// The arcs out of node v are `leaving` from `firstLeaving[v]` to before `firstLeaving[v + 1]`, ascending.
    final int[] leaving;

    final int[] firstLeaving;

    Network(int nodes, int[] tail, int[] head) {
        this.nodes = nodes;
        this.end = nodes - 1;
        this.tail = tail;
        this.head = head;
        firstLeaving = new int[nodes + 1];
        for (int from : tail) {
            firstLeaving[from + 1]++;
        }
        for (int node = 0; node < nodes; node++) {
            firstLeaving[node + 1] += firstLeaving[node];
        }
        leaving = new int[tail.length];
        var next = firstLeaving.clone();
        for (int arc = 0; arc < tail.length; arc++) {
            leaving[next[tail[arc]]++] = arc;
        }
    }
}
