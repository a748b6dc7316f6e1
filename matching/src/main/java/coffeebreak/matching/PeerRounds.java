package coffeebreak.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Groups in rounds, as a value.
final class PeerRounds {
    final List<List<int[]>> rounds;
    final PeerScore score;
    private final PeerModel model;

    PeerRounds(PeerModel model, List<List<int[]>> rounds) {
        this.model = model;
        this.rounds = rounds;
        int left = model.people * rounds.size();
        int penalty = 0;
        int hosted = 0;
        var weight = 0L;
        for (var round : rounds) {
            for (var group : round) {
                left -= group.length;
                penalty += model.penalty(group.length);
                hosted += model.hosted(group) ? 1 : 0;
                for (int p : model.pairs(group)) {
                    weight += model.weight[p];
                }
            }
        }
        score = new PeerScore(left, penalty, hosted, weight);
    }

    Stream<int[]> groups() {
        return rounds.stream().flatMap(List::stream);
    }

    PeerRounds with(int round, List<int[]> groups) {
        var changed = new ArrayList<>(rounds);
        changed.set(round, groups);
        return new PeerRounds(model, changed);
    }

    /// Pairs that meet in another round than these two.
    boolean[] usedOutside(int round, int orRound) {
        var used = new boolean[model.pairs];
        for (int r = 0; r < rounds.size(); r++) {
            if (r != round && r != orRound) {
                for (var group : rounds.get(r)) {
                    for (int p : model.pairs(group)) {
                        used[p] = true;
                    }
                }
            }
        }
        return used;
    }

    /// Who has no group in a round.
    int[] left(int round) {
        var seated = new boolean[model.people];
        for (var group : rounds.get(round)) {
            for (int v : group) {
                seated[v] = true;
            }
        }
        var left = new Ints();
        for (int v = 0; v < model.people; v++) {
            if (!seated[v]) {
                left.add(v);
            }
        }
        return left.toArray();
    }

    PeerSeating answer(double bound, boolean proven) {
        var names = new ArrayList<List<List<String>>>();
        var over = new ArrayList<List<String>>();
        var total = 0.0;
        for (int r = 0; r < rounds.size(); r++) {
            names.add(rounds.get(r).stream()
                    .map(group -> Arrays.stream(group)
                            .mapToObj(v -> model.ids[v])
                            .sorted()
                            .toList())
                    .sorted((a, b) -> a.getFirst().compareTo(b.getFirst()))
                    .toList());
            over.add(Arrays.stream(left(r)).mapToObj(v -> model.ids[v]).sorted().toList());
        }
        var met = new boolean[model.pairs];
        for (var round : rounds) {
            for (var group : round) {
                for (int p : model.pairs(group)) {
                    if (met[p]) {
                        throw new IllegalStateException(
                                "%s and %s meet twice.".formatted(model.ids[model.one[p]], model.ids[model.other[p]]));
                    }
                    met[p] = true;
                }
            }
        }
        for (int p = 0; p < met.length; p++) {
            total += met[p] ? model.affinity[p] : 0;
        }
        return new PeerSeating(names, over, total, Math.max(bound, total), proven);
    }
}
