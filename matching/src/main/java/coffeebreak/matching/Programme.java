package coffeebreak.matching;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The whole problem as a linear programme: first relaxed (simplex), then, only where that is not integral, in
/// integers (branch and cut). A choice counts only when it keeps every rule in whole numbers, whatever the solver said.
final class Programme {
    /// What came of an aim.
    sealed interface Outcome {
        /// @param value in whole units @param bound no choice is worth more @param proven value and bound meet
        /// @param drawn among its equals the lottery likes it best
        /// @param prices of the relaxation, null where it could not be solved
        record Found(
                boolean[] chosen,
                long value,
                double bound,
                boolean proven,
                boolean drawn,
                @Nullable Prices prices) implements Outcome {
            Found with(@Nullable Prices other) {
                return new Found(
                        chosen,
                        value,
                        other == null || proven ? bound : Math.max(value, other.bound),
                        proven,
                        drawn,
                        other);
            }

            /// Where choices that were not looked at may be worth as much as this.
            Found within(double other) {
                return other <= value ? this : new Found(chosen, value, Math.max(bound, other), false, drawn, prices);
            }
        }

        /// No choice does what was asked.
        record Impossible() implements Outcome {}

        /// The time was up before there was a choice.
        record Unknown() implements Outcome {}
    }

    /// The dual solution of a relaxation: no choice is worth more than `bound`, and one is worth less by each unit's
    /// price where an arc, another variable or a row of positive price is not at its most, of negative price not at
    /// its least.
    ///
    /// @param other by number of the variables that are no arcs
    /// @param row by number of the row
    record Prices(double[] arc, double[] other, double[] row, double bound) {}

    private static final double WHOLE = 1e-6;
    /// Values are whole numbers, so that one less than this above another is the same.
    private static final double BELOW_ONE = 0.9;

    private static final double HALF = 0.5;
    /// Measured: with many ties the primal simplex stalls. The dual one may go in circles, so it is counted.
    private static final List<String> SIMPLEX =
            List.of("use_dual_simplex: true perturb_costs_in_dual_simplex: true", "use_dual_simplex: false");
    private static final double[] NO_PRICES = {};

    final Worth worth;
    private final Model model;
    private final TimeLeft left;
    private long @Nullable [] reach;

    Programme(Model model, Worth worth, TimeLeft left) {
        this.model = model;
        this.worth = worth;
        this.left = left;
    }

    /// For each arc what its mentee cannot exceed in total when using it.
    long[] reach() {
        if (reach == null) {
            reach = new Totals(model, worth).reach();
        }
        return reach;
    }

    /// Where to look first.
    ///
    /// @param window what is settled here beyond what the aim says is tried, not known
    /// @param chosen a choice within the window that may break rules, which then are loosened at a high price
    /// @param outside no choice outside the window is worth more
    record Start(Aim.Settled window, boolean[] chosen, double outside) {}

    Outcome solve(Aim aim) {
        return solve(aim, null);
    }

    Outcome solve(Aim aim, @Nullable Start start) {
        return solve(aim, start, true);
    }

    /// @param integers whether to go on where the relaxation is not integral, rather than call it unknown
    private Outcome solve(Aim aim, @Nullable Start start, boolean integers) {
        var window = start == null ? aim.settled() : start.window();
        var elsewhere = start == null ? Double.POSITIVE_INFINITY : start.outside();
        for (int round = 0; ; round++) {
            var relaxed = new Attempt(aim, window, start, false, NO_PRICES);
            var outcome = relaxed.outcome();
            if (start == null && outcome instanceof Outcome.Impossible) {
                return outcome;
            }
            var prices = relaxed.prices;
            if (prices == null) {
                return start != null
                        ? solve(aim, null, integers)
                        : integers ? whole(aim, aim.settled(), null) : new Outcome.Unknown();
            }
            if (outcome instanceof Outcome.Found found && found.proven()) {
                return outcome;
            }
            boolean inside = relaxed.outside > 0 && relaxed.inside >= elsewhere && !relaxed.loosened;
            if (inside) {
                prices = relaxed.insidePrices();
            } else if (relaxed.outside == 0 && relaxed.loosened) {
                return solve(aim, null, integers);
            }
            if (!integers && (inside || relaxed.outside == 0)) {
                return outcome == null ? new Outcome.Unknown() : outcome;
            }
            if (inside || relaxed.outside == 0) {
                var found = near(aim, prices, outcome instanceof Outcome.Found some ? some : null);
                if (!inside || found instanceof Outcome.Found some && some.value() >= elsewhere) {
                    return found;
                }
                if (left.millis() == 0) {
                    return found instanceof Outcome.Found some ? some.within(elsewhere) : found;
                }
            }
            elsewhere = inside ? Double.POSITIVE_INFINITY : elsewhere;
            window = relaxed.wider(round);
        }
    }

    /// The best choice in whole numbers: as far from the relaxation as need be, and no further.
    private Outcome near(Aim aim, Prices prices, Outcome.@Nullable Found some) {
        var most = Arrays.stream(prices.arc)
                .map(Math::abs)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        if (some == null && aim.group() < 0 && aim.least() == null) {
            // There may be whole choices as good as the relaxation; the lottery leads to a corner among them.
            var best = (long) Math.floor(prices.bound + HALF / 10);
            var drawn = draw(lottery(aim, prices, best), best, false);
            if (drawn instanceof Outcome.Found lucky) {
                return new Outcome.Found(lucky.chosen(), best, prices.bound, true, lucky.proven(), prices);
            }
        }
        // What differs where the loss is larger is worth less than what was found.
        var loss = some == null ? Math.max(HALF, most / 100_000) : prices.bound - some.value();
        if (some != null && loss < BELOW_ONE) {
            return new Outcome.Found(some.chosen(), some.value(), prices.bound, true, false, prices);
        }
        while (true) {
            switch (whole(aim, near(aim, prices, loss), prices)) {
                case Outcome.Found found -> {
                    if (!found.proven() || found.value() + HALF >= prices.bound - loss) {
                        return found;
                    }
                    loss = prices.bound - found.value();
                }
                case Outcome.Impossible() -> {
                    if (loss == Double.POSITIVE_INFINITY) {
                        return new Outcome.Impossible();
                    }
                    loss = loss < most ? loss * 16 : Double.POSITIVE_INFINITY;
                }
                case Outcome.Unknown() -> {
                    return some == null ? new Outcome.Unknown() : some;
                }
            }
        }
    }

    /// Of all choices worth as much as the one found, the one the lottery likes best.
    Outcome draw(Aim aim, Outcome.Found found) {
        return draw(lottery(aim, found.prices(), found.value()), found.value(), true);
    }

    /// Near the relaxation's winner first, if that is an equal at all.
    private Outcome draw(Aim lottery, long value, boolean integers) {
        var draw = lottery.draw();
        if (draw == null || draw.value() - value > HALF) {
            return solve(lottery, null, integers);
        }
        var window = draw.window();
        var settled = lottery.settled();
        if (settled != null) {
            window = new Aim.Settled(window.in().clone(), window.out().clone(), settled.others(), settled.rows());
            for (int arc = 0; arc < model.arcs; arc++) {
                window.in()[arc] = settled.in()[arc] || window.in()[arc] && !settled.out()[arc];
                window.out()[arc] = settled.out()[arc] || window.out()[arc] && !settled.in()[arc];
            }
        }
        return solve(lottery, new Start(window, draw.chosen(), Double.POSITIVE_INFINITY), integers);
    }

    private Aim lottery(Aim aim, @Nullable Prices prices, long value) {
        return prices == null
                ? aim.among(value, NO_PRICES, model.lottery)
                : aim.with(near(aim, prices, prices.bound - value + HALF)).among(value, prices.row, model.lottery);
    }

    private static Aim.Settled near(Aim aim, Prices prices, double loss) {
        var before = aim.settled();
        var arcs = Aim.Sides.of(
                prices.arc, loss, before == null ? Aim.Sides.NONE : new Aim.Sides(before.in(), before.out()));
        return new Aim.Settled(
                arcs.most(),
                arcs.least(),
                Aim.Sides.of(prices.other, loss, before == null ? Aim.Sides.NONE : before.others()),
                Aim.Sides.of(prices.row, loss, before == null ? Aim.Sides.NONE : before.rows()));
    }

    private Outcome whole(Aim aim, Aim.@Nullable Settled window, @Nullable Prices prices) {
        if (left.millis() == 0) {
            return new Outcome.Unknown();
        }
        var outcome = new Attempt(aim, window, null, true, prices == null ? NO_PRICES : prices.row).outcome();
        return switch (outcome) {
            case null -> new Outcome.Unknown();
            case Outcome.Found found -> found.with(prices);
            case Outcome.Impossible _, Outcome.Unknown _ -> outcome;
        };
    }

    /// One programme, built, solved and thrown away.
    private final class Attempt {
        private final Aim aim;
        private final Aim.@Nullable Settled settled;
        private final @Nullable Start start;
        private final boolean integers;
        private final double[] known;
        private final MPSolver solver;
        private final List<MPVariable> variables = new ArrayList<>();
        /// The variable of an arc that is not settled, otherwise -1.
        private final int[] seat = new int[model.arcs];

        private final boolean[] in;
        private final boolean[] out;
        private final int[] open = new int[model.tables.size()];
        /// Where a mentee wants several seats: a variable for each.
        private final int[] @Nullable [] ranks = new int[model.mentees.size()][];

        private final List<Row> rows = new ArrayList<>();
        private int rowNumber;
        private int firstOther;
        /// The objective, and the weight that is to be equalled, less prices of rows that hold exactly: the same, but
        /// in small numbers, far above the solver's tolerances.
        private final Sum objective = new Sum();

        private final Sum equal = new Sum();

        /// Of the relaxation, once it was solved.
        private @Nullable Prices prices;
        /// Arcs that are settled against their price, though the aim does not ask for it.
        private int outside;
        /// The bound for choices within the window.
        private double inside;
        /// Whether the solution keeps all rules only because they were loosened.
        private boolean loosened;
        /// Where the variables start.
        private double[] at = {};
        /// The number of variables but for those that loosen rules.
        private int rigid;

        Attempt(Aim aim, boolean integers) {
            this(aim, aim.settled(), null, integers, NO_PRICES);
        }

        /// @param known prices of the rows, from an earlier relaxation
        Attempt(Aim aim, Aim.@Nullable Settled settled, @Nullable Start start, boolean integers, double[] known) {
            this.aim = aim;
            this.start = start;
            this.settled = settled;
            this.integers = integers;
            this.known = known;
            this.in = settled == null ? new boolean[model.arcs] : settled.in();
            this.out = settled == null ? new boolean[model.arcs] : settled.out();
            Natives.load();
            this.solver = MPSolver.createSolver(integers ? "SCIP" : "GLOP");
        }

        /// Null where the relaxation is not integral, or the time was up.
        @Nullable
        Outcome outcome() {
            try {
                variables();
                rigid = variables.size();
                at = start == null ? at : at(start.chosen());
                mentees();
                tables();
                limits();
                moves();
                counts();
                floor();
                equals();
                objective();
                var parameters = new MPSolverParameters();
                MPSolver.ResultStatus status;
                try {
                    if (integers) {
                        parameters.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 0);
                        solver.setTimeLimit(left.millis());
                        // SCIP takes Ctrl-C for itself otherwise: the process would neither end nor hear of it.
                        solver.setSolverSpecificParametersAsString("misc/catchctrlc = FALSE");
                    }
                    status = integers ? solver.solve(parameters) : simplex(parameters);
                } finally {
                    parameters.delete();
                    left.spend(integers ? wallTime() : 0);
                }
                if (!integers && status == MPSolver.ResultStatus.OPTIMAL) {
                    prices = prices();
                }
                return switch (status) {
                    case OPTIMAL -> read(true);
                    case FEASIBLE -> integers ? read(false) : null;
                    case INFEASIBLE -> new Outcome.Impossible();
                    case UNBOUNDED, ABNORMAL, MODEL_INVALID, NOT_SOLVED -> null;
                };
            } finally {
                solver.delete();
            }
        }

        private MPSolver.ResultStatus simplex(MPSolverParameters parameters) {
            var status = MPSolver.ResultStatus.NOT_SOLVED;
            int steps = 10_000 + 4 * (solver.numConstraints() + variables.size());
            for (var way : SIMPLEX) {
                if (status != MPSolver.ResultStatus.OPTIMAL && status != MPSolver.ResultStatus.INFEASIBLE) {
                    solver.setSolverSpecificParametersAsString(way + " max_number_of_iterations: " + steps);
                    status = solver.solve(parameters);
                }
            }
            return status;
        }

        // Deprecated in the C++ half only in favour of a name that the Java half does not have.
        @SuppressWarnings("deprecation")
        private long wallTime() {
            return solver.wallTime();
        }

        private void variables() {
            Arrays.fill(seat, -1);
            for (int arc = 0; arc < model.arcs; arc++) {
                if (!in[arc] && !out[arc] && usable(arc)) {
                    seat[arc] = variable();
                }
            }
            firstOther = variables.size();
            for (int m = 0; m < ranks.length; m++) {
                if (model.wants[m] > 1) {
                    ranks[m] = new int[model.wants[m]];
                    Arrays.setAll(ranks[m], _ -> variable());
                }
            }
            Arrays.setAll(open, t -> model.hasMinimum(t) ? variable() : -1);
            for (int v = firstOther; settled != null && v < variables.size(); v++) {
                if (settled.others().most(v - firstOther)) {
                    variables.get(v).setLb(1);
                }
                if (settled.others().least(v - firstOther)) {
                    variables.get(v).setUb(0);
                }
            }
        }

        private double[] at(boolean[] chosen) {
            var values = new double[variables.size()];
            var seats = new int[ranks.length];
            var taken = model.lockedAt.clone();
            for (int arc = 0; arc < model.arcs; arc++) {
                if (chosen[arc]) {
                    seats[model.menteeOf[arc]]++;
                    taken[model.tableOf[arc]]++;
                    if (seat[arc] >= 0) {
                        values[seat[arc]] = 1;
                    }
                }
            }
            for (int m = 0; m < ranks.length; m++) {
                for (int r = 0; ranks[m] != null && r < ranks[m].length; r++) {
                    values[ranks[m][r]] = seats[m] > r ? 1 : 0;
                }
            }
            for (int t = 0; t < open.length; t++) {
                if (open[t] >= 0) {
                    values[open[t]] = taken[t] > 0 ? 1 : 0;
                }
            }
            return values;
        }

        private boolean usable(int arc) {
            return model.free[arc]
                    && (aim.floor() <= 0 || reach()[arc] >= aim.floor())
                    && (aim.instead().isEmpty() || aim.instead().get().arc() != arc);
        }

        private int variable() {
            variables.add(solver.makeVar(0, 1, integers, ""));
            return variables.size() - 1;
        }

        private void mentees() {
            var must = mustHave();
            for (int m = 0; m < ranks.length; m++) {
                var seats = new Sum();
                for (int arc = model.firstArc[m]; arc < model.firstArc[m + 1]; arc++) {
                    seats.add(arc, 1);
                }
                if (ranks[m] == null) {
                    seats.between(must[m], model.wants[m]);
                } else {
                    for (int r = 0; r < must[m]; r++) {
                        variables.get(ranks[m][r]).setLb(1);
                    }
                    for (int r = 0; r < ranks[m].length; r++) {
                        seats.addVariable(ranks[m][r], -1);
                        if (r > 0) {
                            new Sum()
                                    .addVariable(ranks[m][r], 1)
                                    .addVariable(ranks[m][r - 1], -1)
                                    .atMost(0);
                        }
                    }
                    seats.exactly(0);
                }
            }
            aim.instead().ifPresent(asked -> {
                var seats = new Sum();
                for (int arc = model.firstArc[asked.mentee()]; arc < model.firstArc[asked.mentee() + 1]; arc++) {
                    seats.add(arc, 1);
                }
                seats.exactly(asked.seats() - model.lockedSeats[asked.mentee()]);
            });
        }

        /// Where a whole group is seated, each of its mentees is: many small rows instead of a long one.
        private int[] mustHave() {
            var must = new int[ranks.length];
            for (int g = 0; g < aim.counts().length; g++) {
                var mentees = model.groups.get(g).mentees();
                if (mentees.length == aim.counts()[g]) {
                    for (int m : mentees) {
                        must[m] = Math.max(must[m], model.groups.get(g).rank() - model.lockedSeats[m]);
                    }
                }
            }
            return must;
        }

        private void tables() {
            var taken = new Sum[open.length];
            for (int t = 0; t < open.length; t++) {
                taken[t] = new Sum();
            }
            for (int arc = 0; arc < model.arcs; arc++) {
                taken[model.tableOf[arc]].add(arc, 1);
            }
            for (int t = 0; t < open.length; t++) {
                int room = Math.max(0, model.room(t));
                var opened = open[t];
                if (opened < 0) {
                    taken[t].atMost(room);
                } else {
                    taken[t].copy().addVariable(opened, -room).atMost(0);
                    int least = model.tables.get(t).minimum() - model.lockedAt[t];
                    taken[t].addVariable(opened, -least).atLeast(0);
                    if (model.lockedAt[t] > 0) {
                        variables.get(opened).setLb(1);
                    }
                }
            }
        }

        private void limits() {
            for (var limits : List.of(model.menteeLimits, model.tableLimits, model.impliedLimits)) {
                for (var limit : limits) {
                    var used = new Sum();
                    for (int arc : limit.arcs()) {
                        used.add(arc, 1);
                    }
                    used.atMost(limit.room());
                }
            }
        }

        private void moves() {
            if (model.keepAtLeast() > 0) {
                var kept = new Sum();
                for (int arc = 0; arc < model.arcs; arc++) {
                    kept.add(arc, model.current[arc] ? 1 : 0);
                }
                kept.atLeast(model.keepAtLeast());
            }
        }

        private Sum seated(Group group) {
            var seated = new Sum();
            for (int m : group.mentees()) {
                var own = ranks[m];
                if (own == null) {
                    for (int arc = model.firstArc[m]; arc < model.firstArc[m + 1]; arc++) {
                        seated.add(arc, 1);
                    }
                } else {
                    seated.addVariable(own[group.rank() - model.lockedSeats[m] - 1], 1);
                }
            }
            return seated;
        }

        private void counts() {
            for (int g = 0; g < aim.counts().length; g++) {
                if (aim.counts()[g] < model.groups.get(g).mentees().length) {
                    seated(model.groups.get(g)).exactly(aim.counts()[g]);
                }
            }
        }

        /// Scores above what is still missing to the floor are cut to it: the same choices, a tighter relaxation.
        private void floor() {
            if (aim.floor() <= 0) {
                return;
            }
            var before = worth.lockedTotals();
            for (int m = 0; m < ranks.length; m++) {
                var missing = aim.floor() - before[m];
                if (missing <= 0 || (model.wants[m] == 0 && model.lockedSeats[m] == 0)) {
                    continue;
                }
                if (model.wants[m] == 1 && model.lockedSeats[m] == 0) {
                    // Only arcs that reach the floor are usable.
                    continue;
                }
                var total = new Sum();
                for (int arc = model.firstArc[m]; arc < model.firstArc[m + 1]; arc++) {
                    total.add(arc, Math.min(worth.score[arc], missing) / (double) missing);
                }
                var own = ranks[m];
                if (model.lockedSeats[m] > 0) {
                    total.atLeast(1);
                } else if (own != null) {
                    total.addVariable(own[0], -1).atLeast(0);
                    notAlone(m, own, missing);
                }
            }
        }

        /// Whoever has one seat only has one that reaches the floor: implied in whole numbers, but not in the
        /// relaxation.
        private void notAlone(int m, int[] own, long floor) {
            var enough = new Sum().addVariable(own[0], -1);
            for (int r = 1; r < own.length; r++) {
                enough.addVariable(own[r], 1);
            }
            for (int arc = model.firstArc[m]; arc < model.firstArc[m + 1]; arc++) {
                enough.add(arc, worth.score[arc] < floor ? 0 : 1);
            }
            enough.atLeast(0);
            for (var limit : limitsOf(m)) {
                var second = new Sum().addVariable(own[1], -1);
                for (int arc : limit.arcs()) {
                    second.add(arc, worth.score[arc] < floor ? 1 : 0);
                }
                second.atMost(0);
            }
        }

        private List<Limit> limitsOf(int m) {
            return model.menteeLimits.stream()
                    .filter(limit -> limit.room() == 1 && model.menteeOf[limit.arcs()[0]] == m)
                    .toList();
        }

        private void equals() {
            if (aim.least() != null) {
                for (int arc = 0; arc < model.arcs; arc++) {
                    equal.add(arc, worth.weight[arc]);
                }
                var sum = equal.condensed().rounded();
                var least = aim.least() - HALF;
                if (sum.least() < least) {
                    sum.atLeast(least);
                }
            }
        }

        private void objective() {
            if (aim.group() >= 0) {
                objective.add(seated(model.groups.get(aim.group())));
            } else {
                for (int arc = 0; arc < model.arcs; arc++) {
                    objective.add(arc, aim.worth()[arc]);
                }
            }
            solver.objective().setMaximization();
            objective.condensed().makeObjective();
        }

        /// From the solver's row prices the bound is computed anew, so that it holds whatever their precision.
        private Prices prices() {
            var price = new double[rowNumber];
            var reduced = new double[variables.size()];
            var arcs = new double[model.arcs];
            for (int v = 0; v < reduced.length; v++) {
                reduced[v] = solver.objective().getCoefficient(variables.get(v));
            }
            objective.settle(arcs, 1);
            var bound = solver.objective().offset();
            for (var row : rows) {
                var dual = row.constraint.dualValue();
                var side = dual > 0 ? row.most : row.least;
                if (dual == 0 || Double.isInfinite(side)) {
                    continue;
                }
                price[row.number] = dual;
                bound += dual * side;
                row.sum.forEach((variable, factor) -> reduced[variable] -= dual * factor);
                row.sum.settle(arcs, -dual);
            }
            for (int v = 0; v < reduced.length; v++) {
                if (v < rigid) {
                    var least = variables.get(v).lb();
                    var most = variables.get(v).ub();
                    bound += Math.max(reduced[v] * least, reduced[v] * most);
                    reduced[v] = least == most ? 0 : reduced[v];
                } else {
                    loosened |= variables.get(v).solutionValue() > WHOLE;
                }
            }
            inside = bound;
            for (int arc = 0; arc < model.arcs; arc++) {
                if (seat[arc] >= 0) {
                    arcs[arc] = reduced[seat[arc]];
                } else if (!usable(arc) || sure(arc)) {
                    arcs[arc] = 0;
                } else if (in[arc] ? arcs[arc] < 0 : arcs[arc] > 0) {
                    // The bound is to hold for the whole aim, not only for the window.
                    bound += Math.abs(arcs[arc]);
                    outside += Math.abs(arcs[arc]) > BELOW_ONE ? 1 : 0;
                }
            }
            return new Prices(arcs, Arrays.copyOfRange(reduced, firstOther, rigid), price, bound);
        }

        /// The same, where nothing outside the window matters.
        Prices insidePrices() {
            var known = Objects.requireNonNull(prices);
            var arcs = known.arc.clone();
            for (int arc = 0; arc < model.arcs; arc++) {
                arcs[arc] = in[arc] ? Double.POSITIVE_INFINITY : out[arc] ? Double.NEGATIVE_INFINITY : arcs[arc];
            }
            return new Prices(arcs, known.other, known.row, inside);
        }

        /// Whether the aim itself settles the arc.
        private boolean sure(int arc) {
            return aim.settled() != null
                    && (aim.settled().in()[arc] || aim.settled().out()[arc]);
        }

        /// The window without what the prices speak against; the more rounds there were, the more generous.
        Aim.Settled wider(int round) {
            var price = Objects.requireNonNull(prices).arc;
            // What nearly speaks against it will mostly do so next.
            var enough = (aim.least() == null ? worth.scale / 50.0 : Lottery.CLOSE) * Math.pow(2, round);
            var sure = aim.settled();
            var wider = new Aim.Settled(
                    in.clone(),
                    out.clone(),
                    sure == null ? Aim.Sides.NONE : sure.others(),
                    sure == null ? Aim.Sides.NONE : sure.rows());
            for (int arc = 0; arc < model.arcs; arc++) {
                if (!sure(arc) && (in[arc] ? price[arc] < enough : price[arc] > -enough)) {
                    wider.in()[arc] = false;
                    wider.out()[arc] = false;
                }
            }
            return wider;
        }

        private @Nullable Outcome read(boolean optimal) {
            var chosen = new boolean[model.arcs];
            for (int arc = 0; arc < model.arcs; arc++) {
                chosen[arc] = in[arc];
                if (seat[arc] >= 0) {
                    var value = variables.get(seat[arc]).solutionValue();
                    if (Math.abs(value - Math.round(value)) > WHOLE) {
                        return null;
                    }
                    chosen[arc] = Math.round(value) == 1;
                }
            }
            var counts = model.counts(chosen);
            for (int g = 0; g < aim.counts().length; g++) {
                if (counts[g] != aim.counts()[g]) {
                    return null;
                }
            }
            if (!model.keepsRules(chosen)
                    || (aim.floor() > 0 && worth.floor(chosen) < aim.floor())
                    || (aim.least() != null && Worth.value(chosen, worth.weight) < aim.least())) {
                return null;
            }
            var value = aim.group() >= 0 ? counts[aim.group()] : Worth.value(chosen, aim.worth());
            // A proof in integers has no gap; one by prices counts where it leaves no whole number in between.
            var bound = !integers
                    ? prices == null ? value : prices.bound
                    : optimal ? value : solver.objective().bestBound();
            return new Outcome.Found(
                    chosen, value, Math.max(bound, value), optimal && bound < value + BELOW_ONE, false, prices);
        }

        /// A row of the programme; its number is the same in every attempt at one aim.
        private record Row(int number, Sum sum, double least, double most, MPConstraint constraint) {}

        /// A linear expression over seats and other variables.
        private final class Sum {
            private int[] variable = new int[8];
            private double[] factor = new double[8];
            private double constant;
            private int terms;
            /// Terms that are settled, for the prices of the relaxation.
            private int[] settledArc = new int[0];

            private double[] settledFactor = new double[0];
            private int settledTerms;

            Sum add(int arc, double times) {
                if (seat[arc] >= 0) {
                    return addVariable(seat[arc], times);
                }
                constant += in[arc] ? times : 0;
                if ((in[arc] || out[arc]) && !integers) {
                    addSettled(arc, times);
                }
                return this;
            }

            private void addSettled(int arc, double times) {
                if (times != 0) {
                    if (settledTerms == settledArc.length) {
                        settledArc = Arrays.copyOf(settledArc, Math.max(8, 2 * settledTerms));
                        settledFactor = Arrays.copyOf(settledFactor, Math.max(8, 2 * settledTerms));
                    }
                    settledArc[settledTerms] = arc;
                    settledFactor[settledTerms++] = times;
                }
            }

            private void addSettled(Sum other, double times) {
                for (int i = 0; i < other.settledTerms; i++) {
                    addSettled(other.settledArc[i], times * other.settledFactor[i]);
                }
            }

            Sum addVariable(int index, double times) {
                if (times != 0) {
                    if (terms == variable.length) {
                        variable = Arrays.copyOf(variable, 2 * terms);
                        factor = Arrays.copyOf(factor, 2 * terms);
                    }
                    variable[terms] = index;
                    factor[terms++] = times;
                }
                return this;
            }

            Sum add(Sum other) {
                constant += other.constant;
                other.forEach(this::addVariable);
                addSettled(other, 1);
                return this;
            }

            Sum copy() {
                var copy = new Sum();
                copy.variable = variable.clone();
                copy.factor = factor.clone();
                copy.constant = constant;
                copy.terms = terms;
                copy.addSettled(this, 1);
                return copy;
            }

            /// The same with one term for each variable that is not fixed.
            Sum condensed() {
                var factors = new double[variables.size()];
                forEach((index, times) -> factors[index] += times);
                var condensed = new Sum();
                condensed.constant = constant;
                condensed.addSettled(this, 1);
                for (int index = 0; index < factors.length; index++) {
                    if (factors[index] != 0) {
                        var value = variables.get(index);
                        if (value.lb() == value.ub()) {
                            condensed.constant += factors[index] * value.lb();
                        } else {
                            condensed.addVariable(index, factors[index]);
                        }
                    }
                }
                return condensed;
            }

            /// The same without terms that are rounding errors.
            Sum rounded() {
                var rounded = new Sum();
                rounded.constant = constant;
                rounded.addSettled(this, 1);
                forEach((index, times) -> rounded.addVariable(index, Math.abs(times) * terms < HALF / 2 ? 0 : times));
                return rounded;
            }

            /// The least it can be when all its variables are free.
            double least() {
                var least = constant;
                for (int i = 0; i < terms; i++) {
                    least += Math.min(0, factor[i]);
                }
                return least;
            }

            /// Adds the settled terms to what is told by arc.
            void settle(double[] arcs, double times) {
                for (int i = 0; i < settledTerms; i++) {
                    arcs[settledArc[i]] += times * settledFactor[i];
                }
            }

            double most() {
                var most = constant;
                for (int i = 0; i < terms; i++) {
                    most += Math.max(0, factor[i]);
                }
                return most;
            }

            void forEach(BiConsumer<Integer, Double> term) {
                for (int i = 0; i < terms; i++) {
                    term.accept(variable[i], factor[i]);
                }
            }

            void atMost(double most) {
                between(Double.NEGATIVE_INFINITY, most);
            }

            void atLeast(double least) {
                between(least, Double.POSITIVE_INFINITY);
            }

            void exactly(double value) {
                between(value, value);
            }

            void between(double least, double most) {
                int number = rowNumber++;
                if (least <= least() && most() <= most) {
                    return;
                }
                if (settled != null && whole()) {
                    most = settled.rows().least(number) ? least : most;
                    least = settled.rows().most(number) ? most : least;
                }
                if (least == most) {
                    price(objective, known, number, most);
                    price(equal, aim.prices(), number, most);
                }
                if (start != null) {
                    loosen(least, most);
                }
                var constraint = solver.makeConstraint(least - constant, most - constant);
                for (int i = 0; i < terms; i++) {
                    constraint.setCoefficient(variables.get(variable[i]), factor[i]);
                }
                rows.add(new Row(number, this, least - constant, most - constant, constraint));
            }

            /// Room for where the choice that we start from breaks the row, at a price above what it may be worth.
            private void loosen(double least, double most) {
                var value = constant;
                for (int i = 0; i < terms; i++) {
                    value += factor[i] * at[variable[i]];
                }
                if (value < least - WHOLE || value > most + WHOLE) {
                    variables.add(solver.makeVar(0, Math.max(least - value, value - most), integers, ""));
                    addVariable(variables.size() - 1, value < least ? 1 : -1);
                    objective.addVariable(variables.size() - 1, -3.0 * worth.scale);
                }
            }

            private void price(Sum sum, double[] prices, int number, double value) {
                if (number < prices.length && prices[number] != 0) {
                    for (int i = 0; i < terms; i++) {
                        sum.addVariable(variable[i], -prices[number] * factor[i]);
                    }
                    sum.addSettled(this, -prices[number]);
                    sum.constant += prices[number] * (value - constant);
                }
            }

            /// Whether it changes in whole steps.
            private boolean whole() {
                for (int i = 0; i < terms; i++) {
                    if (factor[i] != Math.rint(factor[i])) {
                        return false;
                    }
                }
                return true;
            }

            void makeObjective() {
                for (int i = 0; i < terms; i++) {
                    solver.objective().setCoefficient(variables.get(variable[i]), factor[i]);
                }
                solver.objective().setOffset(constant);
            }
        }
    }
}
