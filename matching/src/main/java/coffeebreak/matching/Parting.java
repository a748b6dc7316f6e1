package coffeebreak.matching;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Parts groups into rounds in which nobody is in two: a colouring of the groups, found by trying the most bound group
/// first (D. Brélaz: New methods to color the vertices of a graph, 1979) and going back where that fails.
final class Parting {
    private static final int TRIES = 2_000;
    private static final int SHRUNK = 80;
    private static final int SMALL = 200;
    private static final int STARTS = 6;
    private static final int STEPS_EACH = 400;

    private final PeerModel model;
    private final List<int[]> groups;
    private final int[] chosen;
    private final int[] round;
    private final boolean[][] busy;
    private int[] failed = {};
    private int tries;

    Parting(PeerModel model, List<int[]> groups, int[] chosen) {
        this.model = model;
        this.groups = groups;
        this.chosen = chosen;
        this.round = new int[chosen.length];
        this.busy = new boolean[model.rounds][model.people];
        Arrays.fill(round, -1);
    }

    /// Empty where it cannot be done, or was not found out within some tries; then [#failed()] tells where.
    Optional<PeerRounds> rounds() {
        for (var part : connected()) {
            if (!parted(part)) {
                failed = Arrays.stream(tries < 0 ? part : shrunk(part))
                        .map(i -> chosen[i])
                        .toArray();
                return Optional.empty();
            }
        }
        var rounds = new ArrayList<List<int[]>>();
        for (int r = 0; r < model.rounds; r++) {
            var own = new ArrayList<int[]>();
            for (int i = 0; i < chosen.length; i++) {
                if (round[i] == r) {
                    own.add(groups.get(chosen[i]));
                }
            }
            rounds.add(own);
        }
        return Optional.of(new PeerRounds(model, rounds));
    }

    private boolean parted(int[] part) {
        // With two rounds there is nothing to choose; with more, whoever goes back seldom comes to an end in large
        // parts.
        tries = model.rounds < 3 || part.length <= SMALL ? TRIES + 3 * part.length : 0;
        if (tries > 0 && colour(part, part.length)) {
            return true;
        }
        if (tries > 0) {
            return false;
        }
        tries = -1;
        for (int start = 0; start < STARTS; start++) {
            if (walk(part, new Random(model.seed + start))) {
                return true;
            }
            Arrays.stream(part).filter(i -> round[i] >= 0).forEach(i -> occupy(i, round[i], false));
        }
        return false;
    }

    /// Gives a group without a round one in which it displaces fewest, by lot among equals, until none is without.
    private boolean walk(int[] part, Random random) {
        var waiting = new ArrayDeque<Integer>();
        for (int i : part) {
            if (round[i] < 0) {
                waiting.add(i);
            }
        }
        var at = new int[model.rounds][model.people];
        for (var sits : at) {
            Arrays.fill(sits, -1);
        }
        for (int i : part) {
            for (int v : groups.get(chosen[i])) {
                if (round[i] >= 0) {
                    at[round[i]][v] = i;
                }
            }
        }
        // Who displaced whom last is not displaced in return.
        var displacedBy = new int[chosen.length];
        Arrays.fill(displacedBy, -1);
        for (int step = 0; step < STEPS_EACH * part.length; step++) {
            if (waiting.isEmpty()) {
                return true;
            }
            int i = waiting.remove();
            var members = groups.get(chosen[i]);
            int best = -1;
            int fewest = Integer.MAX_VALUE;
            int equals = 0;
            for (int r = 0; r < model.rounds; r++) {
                int displaced = 0;
                for (int v : members) {
                    displaced += at[r][v] < 0 ? 0 : at[r][v] == displacedBy[i] ? members.length : 1;
                }
                equals = displaced < fewest ? 1 : displaced == fewest ? equals + 1 : equals;
                if (displaced < fewest || (displaced == fewest && random.nextInt(equals) == 0)) {
                    fewest = displaced;
                    best = r;
                }
            }
            for (int v : members) {
                int out = at[best][v];
                if (out >= 0) {
                    for (int w : groups.get(chosen[out])) {
                        at[best][w] = -1;
                    }
                    occupy(out, best, false);
                    displacedBy[out] = i;
                    waiting.add(out);
                }
            }
            for (int v : members) {
                at[best][v] = i;
            }
            occupy(i, best, true);
        }
        return waiting.isEmpty();
    }

    /// Leaves out what the failure does not need, so that what remains is small.
    private int[] shrunk(int[] part) {
        var needed = part;
        for (int i = 0; i < part.length && part.length <= SHRUNK; i++) {
            int out = part[i];
            var rest = Arrays.stream(needed).filter(j -> j != out).toArray();
            Arrays.stream(part).filter(j -> round[j] >= 0).forEach(j -> occupy(j, round[j], false));
            tries = TRIES;
            if (!colour(rest, rest.length) && tries >= 0) {
                needed = rest;
            }
        }
        tries = 0;
        return needed;
    }

    /// Groups that hang together and cannot be parted.
    int[] failed() {
        return failed;
    }

    /// Whether the tries were used up before it was known.
    boolean undecided() {
        return tries < 0;
    }

    private List<int[]> connected() {
        var of = new ArrayList<Ints>();
        for (int v = 0; v < model.people; v++) {
            of.add(new Ints());
        }
        for (int i = 0; i < chosen.length; i++) {
            for (int v : groups.get(chosen[i])) {
                of.get(v).add(i);
            }
        }
        var seen = new boolean[chosen.length];
        var parts = new ArrayList<int[]>();
        for (int i = 0; i < chosen.length; i++) {
            if (!seen[i]) {
                var part = new Ints();
                part.add(i);
                seen[i] = true;
                for (int next = 0; next < part.size(); next++) {
                    for (int v : groups.get(chosen[part.get(next)])) {
                        for (int k = 0; k < of.get(v).size(); k++) {
                            int other = of.get(v).get(k);
                            if (!seen[other]) {
                                seen[other] = true;
                                part.add(other);
                            }
                        }
                    }
                }
                parts.add(part.toArray());
            }
        }
        return parts;
    }

    private boolean colour(int[] part, int left) {
        if (left == 0) {
            return true;
        }
        if (tries-- == 0) {
            return false;
        }
        int most = -1;
        int fewest = Integer.MAX_VALUE;
        for (int i : part) {
            if (round[i] < 0) {
                int open = 0;
                for (int r = 0; r < model.rounds; r++) {
                    open += free(i, r) ? 1 : 0;
                }
                if (open < fewest) {
                    fewest = open;
                    most = i;
                }
            }
        }
        // Rounds nobody of this part sits in yet are alike: one of them is enough.
        boolean untouched = false;
        for (int r = 0; r < model.rounds; r++) {
            boolean empty = isEmpty(part, r);
            if (free(most, r) && !(empty && untouched)) {
                untouched |= empty;
                occupy(most, r, true);
                if (colour(part, left - 1)) {
                    return true;
                }
                occupy(most, r, false);
            }
            if (tries < 0) {
                return false;
            }
        }
        return false;
    }

    private boolean isEmpty(int[] part, int r) {
        for (int i : part) {
            if (round[i] == r) {
                return false;
            }
        }
        return true;
    }

    private boolean free(int i, int r) {
        for (int v : groups.get(chosen[i])) {
            if (busy[r][v]) {
                return false;
            }
        }
        return true;
    }

    private void occupy(int i, int r, boolean taken) {
        round[i] = taken ? r : -1;
        for (int v : groups.get(chosen[i])) {
            busy[r][v] = taken;
        }
    }
}
