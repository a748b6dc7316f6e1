package coffeebreak.matching;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A seating that keeps every rule and is nobody's best: the answer when there is no time for a better one.
final class Greedy {
    private final Model model;

    Greedy(Model model) {
        this.model = model;
    }

    /// Empty where this simple way finds no seating that keeps every rule.
    Optional<boolean[]> seats() {
        var closed = new boolean[model.tables.size()];
        while (true) {
            var chosen = seats(closed);
            boolean settled = true;
            var taken = model.lockedAt.clone();
            for (int arc = 0; arc < model.arcs; arc++) {
                taken[model.tableOf[arc]] += chosen[arc] ? 1 : 0;
            }
            for (int t = 0; t < closed.length; t++) {
                if (taken[t] > 0 && taken[t] < model.tables.get(t).minimum()) {
                    if (closed[t]) {
                        return Optional.empty();
                    }
                    closed[t] = true;
                    settled = false;
                }
            }
            if (settled) {
                return model.keepsRules(chosen) ? Optional.of(chosen) : Optional.empty();
            }
        }
    }

    private boolean[] seats(boolean[] closed) {
        var chosen = new boolean[model.arcs];
        var wants = model.wants.clone();
        var room = new int[model.tables.size()];
        Arrays.setAll(room, t -> closed[t] ? 0 : model.room(t));
        var limitsOf = new Ints[model.arcs];
        var limits = Stream.of(model.menteeLimits, model.tableLimits)
                .flatMap(List::stream)
                .toList();
        var left = limits.stream().mapToInt(Limit::room).toArray();
        for (int l = 0; l < limits.size(); l++) {
            for (int arc : limits.get(l).arcs()) {
                if (limitsOf[arc] == null) {
                    limitsOf[arc] = new Ints();
                }
                limitsOf[arc].add(l);
            }
        }
        var order = IntStream.range(0, model.arcs)
                .filter(arc -> model.free[arc])
                .boxed()
                .sorted(Comparator.<Integer, Boolean>comparing(arc -> !model.current[arc])
                        .thenComparing(
                                arc -> model.mentees.get(model.menteeOf[arc]).tier())
                        .thenComparing(arc -> -model.affinity[arc])
                        .thenComparing(arc -> -model.lottery[arc]))
                .toList();
        // A first seat for everybody before a second for anybody.
        for (int rank = 1; rank <= Arrays.stream(wants).max().orElse(0); rank++) {
            for (int arc : order) {
                int m = model.menteeOf[arc];
                int t = model.tableOf[arc];
                if (!chosen[arc] && model.wants[m] - wants[m] < rank && wants[m] > 0 && room[t] > 0) {
                    var own = limitsOf[arc];
                    boolean fits = true;
                    for (int i = 0; own != null && i < own.size(); i++) {
                        fits &= left[own.get(i)] > 0;
                    }
                    if (fits) {
                        chosen[arc] = true;
                        wants[m]--;
                        room[t]--;
                        for (int i = 0; own != null && i < own.size(); i++) {
                            left[own.get(i)]--;
                        }
                    }
                }
            }
        }
        return chosen;
    }
}
