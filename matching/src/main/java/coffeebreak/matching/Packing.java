package coffeebreak.matching;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The most that columns are worth which may be taken from not at all to so often, where each row has room for so much.
///
/// Bounds are ours and not the solver's: for any prices y of the rows, none negative, Σ room·y + Σ most·max(0, worth −
/// Σ entry·y) is at least what any choice is worth (weak duality). The solver only finds good prices.
final class Packing {
    private final List<Double> room = new ArrayList<>();
    private final Ints firstEntry = new Ints();
    private final Ints rowOf = new Ints();
    private double[] entry = new double[64];
    private double[] worth = new double[64];
    private double[] most = new double[64];
    private int columns;
    private final List<int[]> limited = new ArrayList<>();
    private final Ints limits = new Ints();

    Packing() {
        firstEntry.add(0);
    }

    int row(double most) {
        room.add(most);
        return room.size() - 1;
    }

    /// Begins a column; its entries follow.
    int column(double worth, double most) {
        if (columns == this.worth.length) {
            this.worth = Arrays.copyOf(this.worth, columns * 2);
            this.most = Arrays.copyOf(this.most, columns * 2);
        }
        this.worth[columns] = worth;
        this.most[columns] = most;
        firstEntry.add(rowOf.size());
        return columns++;
    }

    /// An entry of the column begun last.
    void entry(int row, double value) {
        if (rowOf.size() == entry.length) {
            entry = Arrays.copyOf(entry, entry.length * 2);
        }
        entry[rowOf.size()] = value;
        rowOf.add(row);
        firstEntry.set(columns, rowOf.size());
    }

    /// From now on at most so many of these columns are taken as wholes. Bounds take no notice.
    void limit(int[] columns, int atMost) {
        limited.add(columns);
        limits.add(atMost);
    }

    /// What a column is worth beyond the prices of its rows.
    double reduced(int column, double[] prices) {
        var reduced = worth[column];
        for (int e = firstEntry.get(column); e < firstEntry.get(column + 1); e++) {
            reduced -= entry[e] * prices[rowOf.get(e)];
        }
        return reduced;
    }

    /// No choice is worth more.
    double bound(double[] prices) {
        var bound = 0.0;
        for (int i = 0; i < prices.length; i++) {
            bound += room.get(i) * prices[i];
        }
        for (int j = 0; j < columns; j++) {
            bound += most[j] * Math.max(0, reduced(j, prices));
        }
        return bound;
    }

    /// Prices that make the bound low: of the linear programme on some columns, to which those are added that its
    /// prices leave worth something, a few times.
    ///
    /// @param some whether a column is looked at from the beginning
    double[] prices(boolean[] some) {
        var looked = some.clone();
        var best = new double[room.size()];
        var lowest = bound(best);
        for (int round = 0; round < 8; round++) {
            var prices = linear(looked);
            var bound = bound(prices);
            if (bound < lowest) {
                lowest = bound;
                best = prices;
            }
            int added = 0;
            for (int j = 0; j < columns; j++) {
                if (!looked[j] && reduced(j, prices) > 1e-9) {
                    looked[j] = true;
                    added++;
                }
            }
            if (added == 0) {
                break;
            }
        }
        return best;
    }

    private double[] linear(boolean[] looked) {
        Natives.load();
        var solver = MPSolver.createSolver("GLOP");
        try {
            var rows = rows(solver);
            for (int j = 0; j < columns; j++) {
                if (looked[j]) {
                    variable(solver, rows, j, false);
                }
            }
            solver.objective().setMaximization();
            solver.solve();
            var prices = new double[rows.length];
            for (int i = 0; i < rows.length; i++) {
                prices[i] = Math.max(0, rows[i].dualValue());
            }
            return prices;
        } finally {
            solver.delete();
        }
    }

    /// What came of a choice of whole columns.
    sealed interface Whole {
        /// @param proven no choice of these columns is worth more @param nodes of the search tree that were looked at
        record Taken(boolean[] columns, boolean proven, long nodes) implements Whole {}

        /// There is none.
        record Impossible() implements Whole {}

        /// None was found within the limits.
        record Unknown() implements Whole {}
    }

    /// The best choice of whole columns.
    ///
    /// @param allowed columns that may be taken
    /// @param sure columns that are taken
    /// @param nodes of the search tree at most: unlike seconds, the same everywhere
    Whole whole(boolean[] allowed, boolean[] sure, long nodes, Duration time) {
        Natives.load();
        var solver = MPSolver.createSolver("SCIP");
        var parameters = new MPSolverParameters();
        try {
            parameters.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 0);
            solver.setTimeLimit(time.toMillis());
            // SCIP takes Ctrl-C for itself otherwise: the process would neither end nor hear of it.
            solver.setSolverSpecificParametersAsString("limits/nodes = " + nodes + "\nmisc/catchctrlc = FALSE");
            var rows = rows(solver);
            var variables = new MPVariable[columns];
            for (int j = 0; j < columns; j++) {
                if (allowed[j] || sure[j]) {
                    variables[j] = variable(solver, rows, j, true);
                    if (sure[j]) {
                        variables[j].setLb(1);
                    }
                }
            }
            for (int l = 0; l < limited.size(); l++) {
                var limit = solver.makeConstraint(Double.NEGATIVE_INFINITY, limits.get(l));
                for (int j : limited.get(l)) {
                    if (allowed[j] || sure[j]) {
                        limit.setCoefficient(variables[j], 1);
                    }
                }
            }
            solver.objective().setMaximization();
            var status = solver.solve(parameters);
            if (status == MPSolver.ResultStatus.INFEASIBLE) {
                return new Whole.Impossible();
            }
            if (status != MPSolver.ResultStatus.OPTIMAL && status != MPSolver.ResultStatus.FEASIBLE) {
                return new Whole.Unknown();
            }
            var taken = new boolean[columns];
            for (int j = 0; j < columns; j++) {
                taken[j] = (allowed[j] || sure[j]) && variables[j].solutionValue() > 0.5;
            }
            return new Whole.Taken(taken, status == MPSolver.ResultStatus.OPTIMAL, solver.nodes());
        } finally {
            parameters.delete();
            solver.delete();
        }
    }

    private MPConstraint[] rows(MPSolver solver) {
        return room.stream()
                .map(most -> solver.makeConstraint(Double.NEGATIVE_INFINITY, most))
                .toArray(MPConstraint[]::new);
    }

    private MPVariable variable(MPSolver solver, MPConstraint[] rows, int j, boolean whole) {
        var variable = solver.makeVar(0, most[j], whole, "");
        for (int e = firstEntry.get(j); e < firstEntry.get(j + 1); e++) {
            rows[rowOf.get(e)].setCoefficient(variable, entry[e]);
        }
        solver.objective().setCoefficient(variable, worth[j]);
        return variable;
    }
}
