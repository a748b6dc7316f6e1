package coffeebreak.matching;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Seats mentees at mentors' tables. In this order:
///
/// 1. every hard rule holds: capacities and minimums, breaks, conflicts, apart pairs, [Rules], locked seats;
/// 2. most mentees of tier 0 have a seat, then of tier 1, …;
/// 3. most mentees of tier 0 have a second seat, then of tier 1, …; likewise a third;
/// 4. with [Rules.Fairness#MAXMIN], the lowest total affinity of any seated mentee is as high as it can be;
/// 5. the total affinity, less a price for every current seat that is not kept, is as large as it can be;
/// 6. a lottery from the seed decides what is left.
///
/// Nothing is traded between levels. Affinities are rounded to nine digits, to six at least where the problem is huge
/// or no flow. Safe to share between threads: it keeps nothing.
public final class SeatMatcher {
    private final Duration integerLimit;

    /// Gives up proving the best seating after a minute of integer programmes; most problems need none.
    public SeatMatcher() {
        this(Duration.ofSeconds(60));
    }

    /// @param integerLimit how long all integer programmes of one question may take together before the best answer so
    ///     far is used, unproven
    public SeatMatcher(Duration integerLimit) {
        if (integerLimit.toMillis() < 1) {
            throw new IllegalArgumentException(
                    "Integer programmes may take %s: give them a millisecond at least.".formatted(integerLimit));
        }
        this.integerLimit = integerLimit;
    }

    /// Loads the solver now, which otherwise happens with the first question and takes some tenths of a second.
    ///
    /// @throws LinkageError when there is none for this machine, or it cannot be unpacked
    public static void prepare() {
        Natives.load();
    }

    /// The best seating. Same problem in, same seating out: no clock, no randomness, no I/O, unless the limit is hit.
    ///
    /// @throws InvalidProblem naming everything that is wrong with the problem
    public Seating match(SeatProblem problem) {
        return match(problem, Watch.none());
    }

    /// The same, followed by somebody: told of each step, and of answers to fall back on.
    ///
    /// @throws InvalidProblem naming everything that is wrong with the problem
    public Seating match(SeatProblem problem, Watch<Seating> watch) {
        watch.step("reading %,d mentees and %,d tables"
                .formatted(problem.mentees().size(), problem.tables().size()));
        var model = new Model(problem);
        return seating(
                model, new SeatSolver(model, integerLimit).solve(watch.from(solution -> seating(model, solution))));
    }

    /// What each seat of a seating competed with: where its mentee would sit otherwise, and what that would cost the
    /// whole. Solves the problem once more for each seat; locked seats have no alternative.
    ///
    /// @param seating an answer of [#match(SeatProblem)] to the same problem
    public List<Explanation> explain(SeatProblem problem, Seating seating) {
        return explain(problem, seating, seating.seats());
    }

    /// The same for the seats of one mentee.
    ///
    /// @param mentee the mentee's id; empty answer for somebody without a seat
    public List<Explanation> explain(SeatProblem problem, Seating seating, String mentee) {
        return explain(
                problem,
                seating,
                seating.seats().stream()
                        .filter(seat -> seat.mentee().equals(mentee))
                        .toList());
    }

    private List<Explanation> explain(SeatProblem problem, Seating seating, List<Seat> asked) {
        var whole = new Model(problem);
        var chosen = new boolean[whole.arcs];
        for (var seat : seating.seats()) {
            var arc = whole.arc(seat.mentee(), seat.table());
            if (arc < 0) {
                throw new IllegalArgumentException("The seating seats %s at %s, which the problem does not allow."
                        .formatted(seat.mentee(), seat.table()));
            }
            chosen[arc] = !whole.locked[arc];
        }
        var model = whole.fitting(whole.counts(chosen));
        var solver = new SeatSolver(model, integerLimit);
        var worth = solver.worth();
        var floor = model.wantsFloor() && seating.minimum().isPresent() ? worth.floor(chosen) : 0;
        var solution = new Solution(chosen, model.counts(chosen), floor, worth, seating.proven(), seating.bound());
        return asked.stream()
                .map(seat -> new Explanation(seat, alternative(model, solver, solution, seat)))
                .toList();
    }

    private static Optional<Explanation.Alternative> alternative(
            Model model, SeatSolver solver, Solution solution, Seat seat) {
        int arc = model.arc(seat.mentee(), seat.table());
        int m = model.mentee(seat.mentee());
        if (model.locked[arc]) {
            return Optional.empty();
        }
        int seats = model.lockedSeats[m];
        for (int own = model.firstArc[m]; own < model.firstArc[m + 1]; own++) {
            seats += solution.chosen()[own] ? 1 : 0;
        }
        var other = solver.instead(solution, new Instead(m, seats, arc));
        if (other.isEmpty()) {
            return Optional.empty();
        }
        var cost = Worth.value(solution.chosen(), solution.worth().weight)
                - Worth.value(other.get(), solution.worth().weight);
        // With several seats the others may change as well: the new one nearest in affinity takes this seat's place.
        return IntStream.range(model.firstArc[m], model.firstArc[m + 1])
                .filter(own -> other.get()[own] && !solution.chosen()[own])
                .boxed()
                .min(Comparator.comparing(own -> Math.abs(model.affinity[own] - seat.affinity())))
                .map(own -> new Explanation.Alternative(
                        seat(model, own), Math.max(0, cost) / (double) solution.worth().scale));
    }

    private static Seat seat(Model model, int arc) {
        return new Seat(
                model.mentees.get(model.menteeOf[arc]).id(), model.table(arc).id(), model.affinity[arc]);
    }

    private static Seating seating(Model model, Solution solution) {
        var seats = new ArrayList<Seat>();
        var totals = new double[model.mentees.size()];
        var held = new int[model.mentees.size()];
        var taken = new int[model.tables.size()];
        var total = 0.0;
        for (int arc = 0; arc < model.arcs; arc++) {
            if (model.locked[arc] || solution.chosen()[arc]) {
                seats.add(seat(model, arc));
                totals[model.menteeOf[arc]] += model.affinity[arc];
                held[model.menteeOf[arc]]++;
                taken[model.tableOf[arc]]++;
                total += model.affinity[arc];
            }
        }
        var seated = IntStream.range(0, held.length)
                .filter(m -> held[m] > 0)
                .mapToDouble(m -> totals[m])
                .sorted()
                .toArray();
        var closed = new boolean[taken.length];
        var closedIds = new ArrayList<String>();
        for (int t = 0; t < taken.length; t++) {
            var table = model.tables.get(t);
            closed[t] = taken[t] == 0 && table.minimum() > Math.min(1, table.capacity());
            if (closed[t]) {
                closedIds.add(table.id());
            }
        }
        var objective = solution.worth().objective(solution.chosen());
        return new Seating(
                seats,
                unseated(model, held, closed),
                total,
                seated.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(seated[0]),
                solution.proven(),
                Math.max(solution.bound(), objective),
                model.moves(solution.chosen()),
                new SeatReport(tiers(model, held), median(seated), gini(seated), closedIds));
    }

    private static List<Unseated> unseated(Model model, int[] held, boolean[] closed) {
        var standby = standby(model, held);
        var unseated = new ArrayList<Unseated>();
        for (int m = 0; m < held.length; m++) {
            if (held[m] == 0) {
                unseated.add(new Unseated(
                        model.mentees.get(m).id(), why(model, m, closed), standby.getOrDefault(m, new TreeMap<>())));
            }
        }
        return unseated;
    }

    private static Unseated.Why why(Model model, int m, boolean[] closed) {
        if (model.firstArc[m] == model.firstArc[m + 1]) {
            var mentee = model.mentees.get(m);
            return model.tables.stream().anyMatch(mentee::canMake)
                    ? Unseated.Why.NO_ALLOWED_TABLE
                    : Unseated.Why.NO_SHARED_BREAK;
        }
        for (int arc = model.firstArc[m]; arc < model.firstArc[m + 1]; arc++) {
            if (!closed[model.tableOf[arc]]) {
                return Unseated.Why.ALL_SEATS_TAKEN;
            }
        }
        return Unseated.Why.TABLE_CLOSED;
    }

    /// The queue of each break: by tier, then by the best affinity the break could offer, then by lottery.
    private static Map<Integer, TreeMap<String, Integer>> standby(Model model, int[] held) {
        var tablesOf = new TreeMap<String, BitSet>();
        for (int t = 0; t < model.tables.size(); t++) {
            var coffeeBreak = model.tables.get(t).coffeeBreak();
            tablesOf.computeIfAbsent(coffeeBreak == null ? "" : coffeeBreak, _ -> new BitSet())
                    .set(t);
        }
        var draws = new Lottery(model.problem.seed());
        var draw = new long[held.length];
        for (int m = 0; m < held.length; m++) {
            draw[m] = held[m] == 0 ? draws.of(model.mentees.get(m).id()) : 0;
        }
        var places = new HashMap<Integer, TreeMap<String, Integer>>();
        tablesOf.forEach((coffeeBreak, tables) -> {
            var best = new double[held.length];
            Arrays.fill(best, -1);
            for (int m = 0; m < held.length; m++) {
                for (int arc = model.firstArc[m]; held[m] == 0 && arc < model.firstArc[m + 1]; arc++) {
                    if (model.affinity[arc] > best[m] && tables.get(model.tableOf[arc])) {
                        best[m] = model.affinity[arc];
                    }
                }
            }
            var queue = IntStream.range(0, held.length)
                    .filter(m -> best[m] >= 0)
                    .boxed()
                    .sorted(Comparator.<Integer>comparingInt(
                                    m -> model.mentees.get(m).tier())
                            .thenComparingDouble(m -> -best[m])
                            .thenComparingLong(m -> -draw[m])
                            .thenComparingInt(m -> m))
                    .toList();
            for (int i = 0; i < queue.size(); i++) {
                places.computeIfAbsent(queue.get(i), _ -> new TreeMap<>()).put(coffeeBreak, i + 1);
            }
        });
        return places;
    }

    private static TreeMap<Integer, SeatReport.Tier> tiers(Model model, int[] held) {
        var tiers = new TreeMap<Integer, SeatReport.Tier>();
        model.mentees.stream().mapToInt(Mentee::tier).distinct().forEach(tier -> {
            var members = IntStream.range(0, held.length)
                    .filter(m -> model.mentees.get(m).tier() == tier)
                    .toArray();
            int most = Arrays.stream(members).map(m -> held[m]).max().orElse(0);
            var seated = IntStream.rangeClosed(1, Math.max(1, most))
                    .mapToObj(rank -> (int)
                            Arrays.stream(members).filter(m -> held[m] >= rank).count())
                    .toList();
            tiers.put(tier, new SeatReport.Tier(members.length, seated));
        });
        return tiers;
    }

    private static double median(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length == 0 ? 0 : sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private static double gini(double[] sorted) {
        var sum = Arrays.stream(sorted).sum();
        var weighted = 0.0;
        for (int i = 0; i < sorted.length; i++) {
            weighted += (2.0 * (i + 1) - sorted.length - 1) * sorted[i];
        }
        return sum == 0 ? 0 : weighted / (sorted.length * sum);
    }
}
