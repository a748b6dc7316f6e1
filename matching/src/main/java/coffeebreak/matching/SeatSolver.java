package coffeebreak.matching;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The objectives one after the other, each at its optimum before the next is asked for:
/// seats by tier, then second seats by tier, …; the floor; the weight; the lottery.
final class SeatSolver {
    private static final long FINEST = 1_000_000_000L;
    private static final long COARSEST = 1_000_000L;

    private final Model model;
    private final Flow flow;
    private final TimeLeft left;

    SeatSolver(Model model, Duration limit) {
        this(model, new TimeLeft(limit));
    }

    private SeatSolver(Model model, TimeLeft left) {
        this.model = model;
        this.flow = new Flow(model);
        this.left = left;
    }

    /// @throws InvalidProblem when the locked seats or the allowed moves leave no seating at all
    Solution solve(Watch<Solution> watch) {
        var worth = worth();
        watch.found(() -> greedy(worth));
        watch.step("seating by %,d possible seats".formatted(model.arcs));
        int[] counts;
        if (model.wantsFloor()) {
            counts = flow.counts();
        } else {
            // The flow leaves rules out, so nothing comes before its optimum; if that keeps all rules, it is the
            // answer.
            var relaxed = flow.best(worth);
            counts = relaxed.counts();
            if (model.keepsRules(relaxed.chosen())) {
                return new Solution(relaxed.chosen(), counts, 0, worth, true, worth.objective(relaxed.chosen()));
            }
        }
        // No counts come before the flow's: if they can be had, they are right.
        var solution = fitting(counts).best(model, counts, watch);
        if (solution.isPresent()) {
            return solution.get();
        }
        if (flow.exact) {
            throw new IllegalStateException("The flow lost its own seats.");
        }
        return counted(watch);
    }

    /// The solver of the same problem in which nobody asks for a seat that these counts leave to nobody.
    private SeatSolver fitting(int[] counts) {
        var fewer = flow.exact ? model : model.fitting(counts);
        return fewer == model ? this : new SeatSolver(fewer, left);
    }

    /// The best seating with these counts of the model this one was made to fit; empty when there is none or none was
    /// found in time.
    private Optional<Solution> best(Model wider, int[] all, Watch<Solution> watch) {
        var counts = model.fitted(wider, all);
        return whole(new Programme(model, worth(), left), counts, watch.from(solution -> solution.withCounts(all)))
                .map(solution -> solution.withCounts(all));
    }

    /// The best seating with the same counts and floor in which one mentee keeps the number of seats, but not this one.
    Optional<boolean[]> instead(Solution solution, Instead asked) {
        var programme = new Programme(model, solution.worth(), left);
        var weighed = weigh(programme, solution.counts(), solution.floor(), Optional.of(asked));
        return switch (weighed.outcome()) {
            case Programme.Outcome.Found(var chosen, var _, var _, var _, var _, var _) -> Optional.of(chosen);
            case Programme.Outcome.Impossible(), Programme.Outcome.Unknown() -> Optional.empty();
        };
    }

    private record Weighed(Programme.Outcome outcome, Aim aim) {}

    /// The seating with these counts and this floor that weighs most. The flow's optimum bounds it from above, and
    /// its reduced costs say what each deviation loses at least: only arcs near the flow need be looked at, once a
    /// seating is found that lies above what all others can reach.
    private Weighed weigh(Programme programme, int[] counts, long floor, Optional<Instead> instead) {
        var worth = programme.worth;
        var aim = Aim.most(counts, worth.weight, floor, instead);
        var flowed = flow.best(counts, worth, allowed(programme, floor), instead);
        if (flowed.isEmpty()) {
            return new Weighed(new Programme.Outcome.Impossible(), aim);
        }
        var relaxed = flowed.get();
        var most = Worth.value(relaxed.chosen(), worth.weight);
        if (model.keepsRules(relaxed.chosen()) && worth.floor(relaxed.chosen()) >= floor) {
            return new Weighed(new Programme.Outcome.Found(relaxed.chosen(), most, most, true, true, null), aim);
        }
        var near = worth.scale / 10_000;
        var window = near(relaxed.chosen(), relaxed.slack(), near);
        int open = 0;
        int all = 0;
        for (int arc = 0; arc < model.arcs; arc++) {
            open += window.in()[arc] || window.out()[arc] ? 0 : 1;
            all += relaxed.slack()[arc] == Long.MAX_VALUE ? 0 : 1;
        }
        // A window that leaves much open saves nothing.
        var start = open > all / 4 ? null : new Programme.Start(window, relaxed.chosen(), most - near);
        var drawing = aim.drawing(
                new Aim.Draw(near(relaxed.chosen(), relaxed.draw(), Lottery.CLOSE), relaxed.chosen(), most));
        return new Weighed(programme.solve(drawing, start), drawing);
    }

    private static Aim.Settled near(boolean[] chosen, long[] slack, long loss) {
        var in = new boolean[slack.length];
        var out = new boolean[slack.length];
        for (int arc = 0; arc < slack.length; arc++) {
            if (slack[arc] > loss) {
                in[arc] = chosen[arc];
                out[arc] = !chosen[arc];
            }
        }
        return new Aim.Settled(in, out, Aim.Sides.NONE, Aim.Sides.NONE);
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

    private boolean[] allowed(Programme programme, long floor) {
        var allowed = new boolean[model.arcs];
        if (floor <= 0) {
            Arrays.fill(allowed, true);
        } else {
            for (int arc = 0; arc < allowed.length; arc++) {
                allowed[arc] = programme.reach()[arc] >= floor;
            }
        }
        return allowed;
    }

    /// Level by level, where the counts of the flow cannot be had.
    private Solution counted(Watch<Solution> watch) {
        var worth = worth();
        var programme = new Programme(model, worth, left);
        boolean proven = true;
        var counts = new int[0];
        var found = Optional.<boolean[]>empty();
        for (int g = 0; g < model.groups.size(); g++) {
            watch.step("counting level %d of %d under rules that cross".formatted(g + 1, model.groups.size()));
            switch (programme.solve(Aim.count(counts, g))) {
                case Programme.Outcome.Found level -> {
                    counts = Arrays.copyOf(counts, g + 1);
                    counts[g] = Math.toIntExact(level.value());
                    proven &= level.proven();
                    found = Optional.of(level.chosen());
                }
                case Programme.Outcome.Impossible() -> throw impossible();
                case Programme.Outcome.Unknown() -> {
                    return hasty(worth, found);
                }
            }
        }
        var solution = fitting(counts).best(model, counts, watch);
        if (solution.isEmpty()) {
            return hasty(worth, found);
        }
        return proven ? solution.get() : solution.get().unproven();
    }

    /// The best seating with these counts; empty when there is none or none was found in time.
    private Optional<Solution> whole(Programme programme, int[] counts, Watch<Solution> watch) {
        watch.step("weighing rules that cross");
        var worth = programme.worth;
        var high = model.wantsFloor() ? flow.floor(counts, worth) : 0;
        var weighed = weigh(programme, counts, high, Optional.empty());
        boolean proven = true;
        // Mostly the flow's floor can be had; otherwise look closely below it first, then ever further.
        if (high > 0 && !(weighed.outcome() instanceof Programme.Outcome.Found)) {
            proven &= weighed.outcome() instanceof Programme.Outcome.Impossible;
            weighed = weigh(programme, counts, 0, Optional.empty());
            offer(weighed, counts, worth, watch);
            if (weighed.outcome() instanceof Programme.Outcome.Found(var first, var _, var _, var _, var _, var _)) {
                var floors = new Totals(model, worth).between(worth.floor(first), high);
                var possible = -1L;
                var impossible = floors.size() - 1;
                var step = 1L;
                boolean near = true;
                while (possible + 1 < impossible) {
                    var probe = near ? Math.max(possible + 1, impossible - step) : (possible + impossible) >>> 1;
                    watch.step("raising the floor: %,d to try".formatted(impossible - possible - 1));
                    var tried = weigh(programme, counts, floors.get(probe), Optional.empty());
                    offer(tried, counts, worth, watch);
                    switch (tried.outcome()) {
                        case Programme.Outcome.Found(var chosen, var _, var _, var _, var _, var _) -> {
                            possible = Math.max(probe, floors.index(worth.floor(chosen)));
                            weighed = tried;
                            near = false;
                        }
                        case Programme.Outcome.Impossible() -> impossible = probe;
                        case Programme.Outcome.Unknown() -> {
                            proven = false;
                            impossible = probe;
                        }
                    }
                    step *= 4;
                }
            }
        }
        if (!(weighed.outcome() instanceof Programme.Outcome.Found found)) {
            return Optional.empty();
        }
        var chosen = found.chosen();
        proven &= found.proven();
        var floor = model.wantsFloor() && worth.floor(chosen) < Long.MAX_VALUE ? worth.floor(chosen) : 0;
        offer(weighed, counts, worth, watch);
        if (!found.drawn()) {
            watch.step("drawing lots between equals");
            var drawn = programme.draw(weighed.aim().above(floor), found);
            if (drawn instanceof Programme.Outcome.Found luckiest) {
                chosen = luckiest.chosen();
                proven &= luckiest.proven();
            } else {
                proven = false;
            }
        }
        return Optional.of(solution(chosen, counts, floor, worth, proven, found.bound()));
    }

    private static Solution solution(
            boolean[] chosen, int[] counts, long floor, Worth worth, boolean proven, double bound) {
        return new Solution(chosen, counts, floor, worth, proven, (bound + worth.constant) / worth.scale);
    }

    private void offer(Weighed weighed, int[] counts, Worth worth, Watch<Solution> watch) {
        if (weighed.outcome() instanceof Programme.Outcome.Found found) {
            watch.found(() -> new Solution(found.chosen(), counts, 0, worth, false, most(worth)));
        }
    }

    /// What there is at once: a greedy seating, below everybody's wishes.
    private Solution greedy(Worth worth) {
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

    /// When the time is up: what was found so far or, if that comes first, what a simple way finds.
    private Solution hasty(Worth worth, Optional<boolean[]> found) {
        var chosen = Stream.concat(found.stream(), new Greedy(model).seats().stream())
                .max(Comparator.<boolean[], int[]>comparing(model::counts, Arrays::compare)
                        .thenComparing(seats -> Worth.value(seats, worth.weight)))
                .orElseThrow(this::impossible);
        var counts = model.counts(chosen);
        var all = new boolean[model.arcs];
        Arrays.fill(all, true);
        var bound = flow.best(counts, worth, all, Optional.empty())
                .map(relaxed -> worth.objective(relaxed.chosen()))
                .orElse(Double.POSITIVE_INFINITY);
        return new Solution(chosen, counts, 0, worth, false, bound);
    }

    private InvalidProblem impossible() {
        return new InvalidProblem(
                List.of(
                        "The locked seats, the tables' minimums and the most moves allowed cannot hold together: unlock seats, lower a minimum or allow more moves."));
    }
}
