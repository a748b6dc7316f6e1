package coffeebreak.matching;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The objectives one after the other, each at its optimum before the next is asked for:
/// seats by tier, then second seats by tier, …; the floor; the weight; the lottery.
final class SeatSolver {
    private static final long FINEST = 1_000_000_000L;
    private static final long COARSEST = 1_000_000L;

    private final Model model;
    private final Flow flow;
    private final Duration limit;

    SeatSolver(Model model, Duration limit) {
        this.model = model;
        this.flow = new Flow(model);
        this.limit = limit;
    }

    /// @throws InvalidProblem when the locked seats or the allowed moves leave no seating at all
    Solution solve() {
        var worth = worth();
        var counts = flow.counts();
        var floor = model.wantsFloor() ? flow.floor(counts, worth) : 0;
        // The flow leaves rules out, so nothing comes before its optimum; if that keeps all rules, it is the answer.
        var relaxed = flow.best(counts, worth, allowed(worth, floor), Optional.empty());
        if (relaxed.isPresent() && model.keepsRules(relaxed.get()) && worth.floor(relaxed.get()) >= floor) {
            return new Solution(relaxed.get(), counts, floor, worth, true, worth.objective(relaxed.get()));
        }
        if (flow.exact) {
            throw new IllegalStateException("The flow lost its own seats.");
        }
        return whole(new Worth(model, COARSEST), counts);
    }

    /// The best seating with the same counts and floor in which one mentee keeps the number of seats, but not this one.
    Optional<boolean[]> instead(Solution solution, Instead asked) {
        var worth = solution.worth();
        var relaxed = flow.best(solution.counts(), worth, allowed(worth, solution.floor()), Optional.of(asked));
        if (relaxed.isEmpty()) {
            return Optional.empty();
        }
        if (model.keepsRules(relaxed.get()) && worth.floor(relaxed.get()) >= solution.floor()) {
            return relaxed;
        }
        var aim = Aim.most(solution.counts(), worth.weight, solution.floor()).insteadOf(asked);
        return switch (new Programme(model, worth, limit).solve(aim)) {
            case Programme.Outcome.Found(var chosen, var _, var _, var _) -> Optional.of(chosen);
            case Programme.Outcome.Impossible(), Programme.Outcome.Unknown() -> Optional.empty();
        };
    }

    /// The finest scale at which the flow cannot overflow, or, where it will not be the last word, the coarsest.
    Worth worth() {
        var largest = 1 + model.problem.rules().movePrice();
        for (var scale = FINEST; scale >= COARSEST; scale /= 10) {
            if (largest * scale < flow.mostCost()) {
                return new Worth(model, scale);
            }
        }
        throw new InvalidProblem(List.of("A move price of %s is too high for a problem of %d pairs."
                .formatted(model.problem.rules().movePrice(), model.arcs)));
    }

    private boolean[] allowed(Worth worth, long floor) {
        var allowed = new boolean[model.arcs];
        if (floor <= 0) {
            Arrays.fill(allowed, true);
        } else {
            var reach = flow.reach(worth);
            for (int arc = 0; arc < allowed.length; arc++) {
                allowed[arc] = reach[arc] >= floor;
            }
        }
        return allowed;
    }

    private Solution whole(Worth worth, int[] most) {
        var programme = new Programme(model, worth, limit);
        boolean proven = true;
        var counts = most;
        var found = programme.solve(Aim.most(counts, worth.weight, 0));
        if (!(found instanceof Programme.Outcome.Found)) {
            // The counts of the relaxation cannot be had: count level by level.
            counts = new int[0];
            for (int g = 0; g < model.groups.size(); g++) {
                switch (programme.solve(Aim.count(counts, g))) {
                    case Programme.Outcome.Found(var _, var value, var _, var sure) -> {
                        counts = Arrays.copyOf(counts, g + 1);
                        counts[g] = Math.toIntExact(value);
                        proven &= sure;
                    }
                    case Programme.Outcome.Impossible() -> throw impossible();
                    case Programme.Outcome.Unknown() -> {
                        return greedy(worth);
                    }
                }
            }
            found = programme.solve(Aim.most(counts, worth.weight, 0));
        }
        var floor = 0L;
        if (model.wantsFloor() && found instanceof Programme.Outcome.Found some) {
            var low = worth.floor(some.chosen());
            var high = flow.floor(counts, worth);
            var probe = high;
            while (low < high) {
                switch (programme.solve(Aim.most(counts, worth.weight, probe))) {
                    case Programme.Outcome.Found better -> {
                        found = better;
                        low = worth.floor(better.chosen());
                    }
                    case Programme.Outcome.Impossible() -> high = probe - 1;
                    case Programme.Outcome.Unknown() -> {
                        proven = false;
                        high = probe - 1;
                    }
                }
                probe = low + (high - low + 1) / 2;
            }
            floor = low == Long.MAX_VALUE ? 0 : low;
            found = programme.solve(Aim.most(counts, worth.weight, floor));
        }
        if (!(found instanceof Programme.Outcome.Found(var chosen, var _, var bound, var sure))) {
            if (found instanceof Programme.Outcome.Impossible) {
                throw impossible();
            }
            return greedy(worth);
        }
        proven &= sure;
        var aim = Aim.most(counts, worth.weight, floor).among(chosen, model.lottery);
        if (programme.solve(aim) instanceof Programme.Outcome.Found(var drawn, var _, var _, var drawProven)) {
            chosen = drawn;
            proven &= drawProven;
        } else {
            proven = false;
        }
        return new Solution(chosen, counts, floor, worth, proven, (bound + worth.constant) / worth.scale);
    }

    private Solution greedy(Worth worth) {
        var chosen = new Greedy(model).seats().orElseThrow(this::impossible);
        var all = new boolean[model.arcs];
        Arrays.fill(all, true);
        var bound = flow.best(flow.counts(), worth, all, Optional.empty())
                .map(worth::objective)
                .orElse(Double.POSITIVE_INFINITY);
        return new Solution(chosen, model.counts(chosen), 0, worth, false, bound);
    }

    private InvalidProblem impossible() {
        return new InvalidProblem(
                List.of(
                        "The locked seats, the tables' minimums and the most moves allowed cannot hold together: unlock seats, lower a minimum or allow more moves."));
    }
}
