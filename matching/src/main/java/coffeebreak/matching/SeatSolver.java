package coffeebreak.matching;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

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
    Solution solve(Watch<Solution> watch) {
        var worth = worth();
        watch.found(() -> hasty(worth));
        Flow.Relaxed relaxed;
        var floor = 0L;
        if (model.wantsFloor()) {
            watch.step("raising the floor");
            var counts = flow.counts();
            floor = flow.floor(counts, worth);
            relaxed = flow.best(counts, worth, allowed(worth, floor), Optional.empty())
                    .orElseThrow(() -> new IllegalStateException("The flow lost its own seats."));
        } else {
            watch.step("seating by %,d possible seats".formatted(model.arcs));
            relaxed = flow.best(worth);
        }
        // The flow leaves rules out, so nothing comes before its optimum; if that keeps all rules, it is the answer.
        var chosen = relaxed.chosen();
        if (model.keepsRules(chosen) && worth.floor(chosen) >= floor) {
            return new Solution(chosen, relaxed.counts(), floor, worth, true, worth.objective(chosen));
        }
        if (flow.exact) {
            throw new IllegalStateException("The flow broke a rule that it knows.");
        }
        return whole(new Worth(model, COARSEST), relaxed.counts(), watch);
    }

    /// The best seating with the same counts and floor in which one mentee keeps the number of seats, but not this one.
    Optional<boolean[]> instead(Solution solution, Instead asked) {
        var weighed = weigh(solution.worth(), solution.counts(), solution.floor(), Optional.of(asked));
        return switch (weighed.outcome()) {
            case Programme.Outcome.Found(var chosen, var _, var _, var _) -> Optional.of(chosen);
            case Programme.Outcome.Impossible(), Programme.Outcome.Unknown() -> Optional.empty();
        };
    }

    /// What came of it, the aim in its last, smallest form, and whether the lottery has been held already.
    private record Weighed(Programme.Outcome outcome, Aim aim, boolean drawn) {}

    /// The seating with these counts and this floor that weighs most. The flow's optimum bounds it from above, and
    /// its reduced costs say what each deviation loses at least: only arcs near the flow need be looked at, once a
    /// seating is found that lies above what all others can reach.
    private Weighed weigh(Worth worth, int[] counts, long floor, Optional<Instead> instead) {
        var programme = new Programme(model, worth, limit);
        var aim = Aim.most(counts, worth.weight, floor, instead);
        var flowed = flow.best(counts, worth, allowed(worth, floor), instead);
        if (flowed.isEmpty()) {
            return new Weighed(new Programme.Outcome.Impossible(), aim, false);
        }
        var relaxed = flowed.get();
        var most = Worth.value(relaxed.chosen(), worth.weight);
        if (model.keepsRules(relaxed.chosen()) && worth.floor(relaxed.chosen()) >= floor) {
            return new Weighed(new Programme.Outcome.Found(relaxed.chosen(), most, most, true), aim, true);
        }
        var widest = 0L;
        for (int arc = 0; arc < model.arcs; arc++) {
            widest = relaxed.slack()[arc] == Long.MAX_VALUE ? widest : Math.max(widest, relaxed.slack()[arc]);
        }
        for (var loss = worth.scale / 100; loss < widest; ) {
            var near = aim.with(settled(relaxed, loss));
            switch (programme.solve(near)) {
                case Programme.Outcome.Found found -> {
                    if (found.value() >= most - loss) {
                        return new Weighed(found, near, false);
                    }
                    // Nothing better loses more than this one.
                    loss = most - found.value();
                }
                case Programme.Outcome.Impossible() -> loss *= 8;
                case Programme.Outcome.Unknown() -> loss = widest;
            }
        }
        return new Weighed(programme.solve(aim), aim, false);
    }

    private Aim.Settled settled(Flow.Relaxed relaxed, long loss) {
        var in = new boolean[model.arcs];
        var out = new boolean[model.arcs];
        for (int arc = 0; arc < model.arcs; arc++) {
            if (relaxed.slack()[arc] > loss) {
                in[arc] = relaxed.chosen()[arc];
                out[arc] = !relaxed.chosen()[arc];
            }
        }
        return new Aim.Settled(in, out);
    }

    /// The finest scale at which the flow cannot overflow.
    Worth worth() {
        var largest = 1 + model.problem.rules().movePrice();
        for (var scale = FINEST; scale >= COARSEST; scale /= 10) {
            if (largest * scale < flow.mostWeight()) {
                return new Worth(model, scale);
            }
        }
        throw new InvalidProblem(List.of("A move price of %s is too high for a problem of %d pairs."
                .formatted(model.problem.rules().movePrice(), model.arcs)));
    }

    /// For questions about a seating that may need the programme, whose costs are kept small.
    Worth worthToAsk() {
        return flow.exact ? worth() : new Worth(model, COARSEST);
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

    private Solution whole(Worth worth, int[] most, Watch<Solution> watch) {
        var programme = new Programme(model, worth, limit);
        boolean proven = true;
        var counts = most;
        watch.step("weighing rules that cross");
        var weighed = weigh(worth, counts, 0, Optional.empty());
        if (!(weighed.outcome() instanceof Programme.Outcome.Found)) {
            // The counts of the relaxation cannot be had: count level by level.
            counts = new int[0];
            for (int g = 0; g < model.groups.size(); g++) {
                watch.step("counting level %d of %d under rules that cross".formatted(g + 1, model.groups.size()));
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
            weighed = weigh(worth, counts, 0, Optional.empty());
        }
        offer(weighed, counts, worth, watch);
        var floor = 0L;
        if (model.wantsFloor() && weighed.outcome() instanceof Programme.Outcome.Found first) {
            var low = worth.floor(first.chosen());
            var high = flow.floor(counts, worth);
            // Mostly the flow's floor can be had; after that halve what is left.
            var probe = high;
            while (low < high) {
                watch.step("raising the floor: between %.6f and %.6f"
                        .formatted(low / (double) worth.scale, high / (double) worth.scale));
                var tried = weigh(worth, counts, probe, Optional.empty());
                offer(tried, counts, worth, watch);
                switch (tried.outcome()) {
                    case Programme.Outcome.Found(var chosen, var _, var _, var _) -> low = worth.floor(chosen);
                    case Programme.Outcome.Impossible() -> high = probe - 1;
                    case Programme.Outcome.Unknown() -> {
                        proven = false;
                        high = probe - 1;
                    }
                }
                probe = low + (high - low + 1) / 2;
            }
            floor = low == Long.MAX_VALUE ? 0 : low;
            weighed = weigh(worth, counts, floor, Optional.empty());
        }
        return switch (weighed.outcome()) {
            case Programme.Outcome.Impossible() -> throw impossible();
            case Programme.Outcome.Unknown() -> greedy(worth);
            case Programme.Outcome.Found(var chosen, var _, var bound, var sure) -> {
                if (weighed.drawn()) {
                    yield solution(chosen, counts, floor, worth, proven && sure, bound);
                }
                offer(weighed, counts, worth, watch);
                watch.step("drawing lots between equals");
                var drawn = programme.solve(weighed.aim().among(chosen, model.lottery));
                yield drawn instanceof Programme.Outcome.Found(var luckiest, var _, var _, var drawnSure)
                        ? solution(luckiest, counts, floor, worth, proven && sure && drawnSure, bound)
                        : solution(chosen, counts, floor, worth, false, bound);
            }
        };
    }

    private static Solution solution(
            boolean[] chosen, int[] counts, long floor, Worth worth, boolean proven, double bound) {
        return new Solution(chosen, counts, floor, worth, proven, (bound + worth.constant) / worth.scale);
    }

    private void offer(Weighed weighed, int[] counts, Worth worth, Watch<Solution> watch) {
        if (weighed.outcome() instanceof Programme.Outcome.Found(var chosen, var _, var _, var _)) {
            watch.found(() -> new Solution(chosen, counts, 0, worth, false, most(worth)));
        }
    }

    /// What there is at once: a greedy seating, below everybody's wishes.
    private Solution hasty(Worth worth) {
        var chosen = new Greedy(model).seats().orElseThrow(this::impossible);
        return new Solution(chosen, model.counts(chosen), 0, worth, false, most(worth));
    }

    /// What the whole would be worth if everybody had the seats they like best.
    private double most(Worth worth) {
        var most = worth.constant;
        for (int m = 0; m < model.mentees.size(); m++) {
            most += IntStream.range(model.firstArc[m], model.firstArc[m + 1])
                    .filter(arc -> model.free[arc])
                    .mapToLong(arc -> -worth.weight[arc])
                    .sorted()
                    .limit(model.wants[m])
                    .map(weight -> -weight)
                    .sum();
        }
        return most / (double) worth.scale;
    }

    private Solution greedy(Worth worth) {
        var chosen = new Greedy(model).seats().orElseThrow(this::impossible);
        var all = new boolean[model.arcs];
        Arrays.fill(all, true);
        var bound = flow.best(flow.counts(), worth, all, Optional.empty())
                .map(relaxed -> worth.objective(relaxed.chosen()))
                .orElse(Double.POSITIVE_INFINITY);
        return new Solution(chosen, model.counts(chosen), 0, worth, false, bound);
    }

    private InvalidProblem impossible() {
        return new InvalidProblem(
                List.of(
                        "The locked seats, the tables' minimums and the most moves allowed cannot hold together: unlock seats, lower a minimum or allow more moves."));
    }
}
