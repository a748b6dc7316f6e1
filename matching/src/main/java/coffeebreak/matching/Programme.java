package coffeebreak.matching;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The whole problem as a linear programme: first relaxed (simplex), then, only where that is not integral, in
/// integers (branch and cut). A choice counts only when it keeps every rule in whole numbers, whatever the solver said.
final class Programme {
    /// What came of an aim.
    sealed interface Outcome {
        /// @param value in whole units @param bound no choice is worth more @param proven value and bound meet
        record Found(boolean[] chosen, long value, double bound, boolean proven) implements Outcome {}

        /// No choice does what was asked.
        record Impossible() implements Outcome {}

        /// The time was up before there was a choice.
        record Unknown() implements Outcome {}
    }

    private static final double WHOLE = 1e-6;

    private final Model model;
    private final Worth worth;
    private final Duration limit;

    Programme(Model model, Worth worth, Duration limit) {
        this.model = model;
        this.worth = worth;
        this.limit = limit;
    }

    Outcome solve(Aim aim) {
        var relaxed = new Attempt(aim, false).outcome();
        return relaxed == null ? whole(aim) : relaxed;
    }

    private Outcome whole(Aim aim) {
        var outcome = new Attempt(aim, true).outcome();
        return outcome == null ? new Outcome.Unknown() : outcome;
    }

    /// One programme, built, solved and thrown away.
    private final class Attempt {
        private final Aim aim;
        private final boolean integers;
        private final MPSolver solver;
        private final @Nullable MPVariable[] seat = new MPVariable[model.arcs];
        /// Set where a variable says "differs from the choice that is to be equalled", so that sums stay small and the
        /// solver's tolerances far below one unit.
        private final boolean[] flipped = new boolean[model.arcs];

        private final boolean[] in;
        private final boolean[] out;
        private final @Nullable MPVariable[] open = new MPVariable[model.tables.size()];
        /// Where a mentee wants several seats: one variable for each.
        private final @Nullable MPVariable[][] ranks = new MPVariable[model.mentees.size()][];

        Attempt(Aim aim, boolean integers) {
            this.aim = aim;
            this.integers = integers;
            this.in = aim.settled() == null
                    ? new boolean[model.arcs]
                    : aim.settled().in();
            this.out = aim.settled() == null
                    ? new boolean[model.arcs]
                    : aim.settled().out();
            this.solver = MPSolver.createSolver(integers ? "SCIP" : "GLOP");
        }

        /// Null where the relaxation is not integral, or the time was up.
        @Nullable
        Outcome outcome() {
            try {
                variables();
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
                        solver.setTimeLimit(limit.toMillis());
                        // SCIP takes Ctrl-C for itself otherwise: the process would neither end nor hear of it.
                        solver.setSolverSpecificParametersAsString("misc/catchctrlc = FALSE");
                    }
                    status = solver.solve(parameters);
                } finally {
                    parameters.delete();
                }
                return switch (status) {
                    case OPTIMAL, FEASIBLE -> read(status == MPSolver.ResultStatus.OPTIMAL);
                    case INFEASIBLE -> new Outcome.Impossible();
                    case UNBOUNDED, ABNORMAL, MODEL_INVALID, NOT_SOLVED -> null;
                };
            } finally {
                solver.delete();
            }
        }

        private void variables() {
            for (int arc = 0; arc < model.arcs; arc++) {
                if (model.free[arc] && !in[arc] && !out[arc]) {
                    seat[arc] = variable(1);
                    flipped[arc] = aim.equals() != null && aim.equals()[arc];
                }
            }
            for (int m = 0; m < ranks.length; m++) {
                if (model.wants[m] > 1) {
                    ranks[m] = new MPVariable[model.wants[m]];
                    for (int r = 0; r < ranks[m].length; r++) {
                        ranks[m][r] = variable(1);
                    }
                }
            }
            for (int t = 0; t < open.length; t++) {
                open[t] = model.hasMinimum(t) ? variable(1) : null;
            }
        }

        private MPVariable variable(double most) {
            return solver.makeVar(0, most, integers, "");
        }

        private void mentees() {
            for (int m = 0; m < ranks.length; m++) {
                var seats = new Sum();
                for (int arc = model.firstArc[m]; arc < model.firstArc[m + 1]; arc++) {
                    seats.add(arc, 1);
                }
                if (ranks[m] == null) {
                    seats.atMost(model.wants[m]);
                } else {
                    for (int r = 0; r < ranks[m].length; r++) {
                        seats.add(ranks[m][r], -1);
                        if (r > 0) {
                            new Sum()
                                    .add(ranks[m][r], 1)
                                    .add(ranks[m][r - 1], -1)
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
                new Sum().add(asked.arc(), 1).exactly(0);
            });
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
                if (opened == null) {
                    taken[t].atMost(room);
                } else {
                    taken[t].copy().add(opened, -room).atMost(0);
                    int least = model.tables.get(t).minimum() - model.lockedAt[t];
                    taken[t].add(opened, -least).atLeast(0);
                    if (model.lockedAt[t] > 0) {
                        opened.setLb(1);
                    }
                }
            }
        }

        private void limits() {
            for (var limits : List.of(model.menteeLimits, model.tableLimits)) {
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
                    seated.add(own[group.rank() - model.lockedSeats[m] - 1], 1);
                }
            }
            return seated;
        }

        private void counts() {
            for (int g = 0; g < aim.counts().length; g++) {
                seated(model.groups.get(g)).exactly(aim.counts()[g]);
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
                    for (int arc = model.firstArc[m]; arc < model.firstArc[m + 1]; arc++) {
                        if (worth.score[arc] < missing) {
                            new Sum().add(arc, 1).exactly(0);
                        }
                    }
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
                    total.add(own[0], -1).atLeast(0);
                }
            }
        }

        private void equals() {
            var equal = aim.equals();
            if (equal != null) {
                var sum = new Sum();
                for (int arc = 0; arc < model.arcs; arc++) {
                    sum.add(arc, worth.weight[arc]);
                }
                sum.atLeast(Worth.value(equal, worth.weight));
            }
        }

        private void objective() {
            var objective = solver.objective();
            objective.setMaximization();
            if (aim.group() >= 0) {
                seated(model.groups.get(aim.group())).makeObjective();
            } else {
                var sum = new Sum();
                for (int arc = 0; arc < model.arcs; arc++) {
                    sum.add(arc, aim.worth()[arc]);
                }
                sum.makeObjective();
            }
        }

        private @Nullable Outcome read(boolean optimal) {
            var chosen = new boolean[model.arcs];
            for (int arc = 0; arc < model.arcs; arc++) {
                var variable = seat[arc];
                chosen[arc] = in[arc];
                if (variable != null) {
                    var value = variable.solutionValue();
                    if (Math.abs(value - Math.round(value)) > WHOLE) {
                        return null;
                    }
                    chosen[arc] = (Math.round(value) == 1) != flipped[arc];
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
                    || (aim.equals() != null
                            && Worth.value(chosen, worth.weight) < Worth.value(aim.equals(), worth.weight))) {
                return null;
            }
            var value = aim.group() >= 0 ? counts[aim.group()] : Worth.value(chosen, aim.worth());
            var bound = integers && !optimal
                    ? solver.objective().bestBound()
                    : solver.objective().value();
            // Objectives are whole numbers: a bound less than one above the value leaves no better choice.
            return new Outcome.Found(chosen, value, Math.max(bound, value), optimal && bound < value + 0.9);
        }

        /// A linear expression over seats and other variables.
        private final class Sum {
            private final List<MPVariable> variables = new ArrayList<>();
            private final List<Double> factors = new ArrayList<>();
            private double constant;
            private int terms;

            Sum add(int arc, double factor) {
                var variable = seat[arc];
                constant += in[arc] ? factor : 0;
                if (variable != null && factor != 0) {
                    if (flipped[arc]) {
                        constant += factor;
                        add(variable, -factor);
                    } else {
                        add(variable, factor);
                    }
                }
                return this;
            }

            Sum add(MPVariable variable, double factor) {
                variables.add(variable);
                factors.add(factor);
                terms++;
                return this;
            }

            Sum copy() {
                var copy = new Sum();
                copy.variables.addAll(variables);
                copy.factors.addAll(factors);
                copy.constant = constant;
                copy.terms = terms;
                return copy;
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

            private void between(double least, double most) {
                if (terms == 0 && least <= constant && constant <= most) {
                    return;
                }
                MPConstraint row = solver.makeConstraint(least - constant, most - constant);
                for (int i = 0; i < variables.size(); i++) {
                    row.setCoefficient(variables.get(i), factors.get(i));
                }
            }

            void makeObjective() {
                for (int i = 0; i < variables.size(); i++) {
                    solver.objective().setCoefficient(variables.get(i), factors.get(i));
                }
                solver.objective().setOffset(constant);
            }
        }
    }
}
