package coffeebreak.matching;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/// Rounds of 700 mentees at which all rules come together, drawn from a seed. As a command it prints how long each kind
/// takes, over 20 seeds or as many as asked for:
///
/// `java coffeebreak.matching.HardRounds [seeds [words in the kind's name…]]`
final class HardRounds {
    /// How affinities are spread.
    enum Affinities {
        UNIFORM,
        /// From 0.00 to 1.00: many ties.
        TWO_DECIMALS,
        /// Everybody, mentors too, is three numbers: likings go together.
        LOW_RANK,
        /// A third of the pairs at zero.
        SPARSE_ZERO,
        /// A third of the pairs not allowed.
        SPARSE_FORBIDDEN,
        CONSTANT
    }

    /// @param mentors with a table in each break
    /// @param breaks 0 for tables without a break, one a mentor
    /// @param words what else holds: `institutions` (each mentee has one of eight, no two at a
    ///     table), `mixed` (some have none or two), `mentors` (they have one, too), `repair`,
    ///     `moves` (ten at most), `locks`, `tiers`, `apart` (60 pairs)
    record Kind(int mentors, int breaks, int capacity, Set<String> words) {
        static Kind of(int mentors, int breaks, int capacity, String... words) {
            return new Kind(mentors, breaks, capacity, Set.of(words));
        }

        @Override
        public String toString() {
            return mentors + "x" + breaks + "x" + capacity + " "
                    + String.join(" ", words.stream().sorted().toList());
        }
    }

    static final List<Kind> KINDS = List.of(
            Kind.of(7, 2, 6, "institutions"),
            Kind.of(7, 2, 6, "institutions", "mixed"),
            Kind.of(7, 2, 6, "institutions", "mentors"),
            Kind.of(7, 2, 6, "institutions", "mixed", "mentors", "apart", "tiers"),
            Kind.of(14, 0, 6, "institutions"),
            Kind.of(14, 0, 6, "institutions", "mixed", "mentors"),
            Kind.of(59, 2, 6, "institutions"),
            Kind.of(60, 2, 6, "institutions", "mixed", "mentors"),
            Kind.of(65, 2, 6, "institutions"),
            Kind.of(30, 4, 6, "institutions"),
            Kind.of(13, 9, 6, "institutions", "mixed"),
            Kind.of(9, 14, 6, "institutions"),
            Kind.of(118, 0, 6, "institutions"),
            Kind.of(60, 2, 6),
            Kind.of(7, 2, 50),
            Kind.of(7, 2, 55, "mentors"),
            Kind.of(7, 2, 60),
            Kind.of(7, 2, 60, "institutions"),
            Kind.of(14, 0, 50),
            Kind.of(7, 2, 6, "institutions", "tiers"),
            Kind.of(7, 2, 6, "institutions", "apart"),
            Kind.of(60, 2, 6, "institutions", "tiers", "apart"),
            Kind.of(7, 2, 60, "tiers", "apart"),
            Kind.of(7, 2, 6, "institutions", "repair"),
            Kind.of(7, 2, 6, "institutions", "repair", "moves"),
            Kind.of(7, 2, 6, "institutions", "repair", "locks"),
            Kind.of(7, 2, 6, "institutions", "repair", "locks", "moves", "tiers", "apart", "mixed", "mentors"),
            Kind.of(60, 2, 6, "institutions", "repair"),
            Kind.of(60, 2, 6, "institutions", "repair", "moves"),
            Kind.of(60, 2, 6, "institutions", "repair", "locks", "tiers", "apart", "mixed"),
            Kind.of(7, 2, 60, "repair"),
            Kind.of(7, 2, 60, "repair", "moves"),
            Kind.of(7, 2, 60, "repair", "locks", "apart", "tiers"));

    private HardRounds() {}

    static SeatProblem problem(Kind kind, Affinities affinities, long seed) {
        var random = new Random(seed);
        var eight = IntStream.range(0, 8).mapToObj(i -> "i" + i).toList();
        var tables = new ArrayList<Table>();
        for (int mentor = 0; mentor < kind.mentors; mentor++) {
            var at = kind.words.contains("mentors") ? Set.of(eight.get(random.nextInt(8))) : Set.<String>of();
            for (int b = 0; b < Math.max(1, kind.breaks); b++) {
                tables.add(new Table(
                        "t%03d-%d".formatted(mentor, b),
                        "p" + mentor,
                        kind.breaks == 0 ? null : "b" + b,
                        kind.capacity,
                        0,
                        at));
            }
        }
        for (int t : random.ints(0, tables.size()).distinct().limit(5).toArray()) {
            var table = tables.get(t);
            tables.set(
                    t,
                    new Table(table.id(), table.mentor(), table.coffeeBreak(), kind.capacity, 3, table.institutions()));
        }
        var two = random.ints(0, 700).distinct().limit(40).boxed().toList();
        var mentees = new ArrayList<Mentee>();
        for (int m = 0; m < 700; m++) {
            int own = kind.words.contains("mixed") ? new int[] {0, 1, 1, 1, 1, 1, 1, 1, 1, 2}[random.nextInt(10)] : 1;
            var institutions = new HashSet<String>();
            while (institutions.size() < own) {
                institutions.add(eight.get(random.nextInt(8)));
            }
            mentees.add(new Mentee(
                    "m%03d".formatted(m),
                    kind.words.contains("tiers") ? random.nextInt(3) : 0,
                    two.contains(m) ? 2 : 1,
                    Set.of(),
                    institutions));
        }
        var affinity = affinities(kind, affinities, random);
        var apart = new HashMap<String, Apart>();
        while (kind.words.contains("apart") && apart.size() < 60) {
            int one = random.nextInt(699);
            int other = one + 1 + random.nextInt(699 - one);
            apart.put(
                    one + " " + other,
                    new Apart(mentees.get(one).id(), mentees.get(other).id()));
        }
        var index = new HashMap<String, Integer>();
        mentees.forEach(mentee -> index.put(mentee.id(), index.size()));
        Map<String, Integer> mentorIndex = new HashMap<>();
        tables.forEach(table -> mentorIndex.putIfAbsent(table.mentor(), mentorIndex.size()));
        var problem = SeatProblem.of(mentees, tables, (mentee, table) -> {
                    var value =
                            affinity[index.getOrDefault(mentee.id(), -1)][mentorIndex.getOrDefault(table.mentor(), -1)];
                    return value < 0 ? OptionalDouble.empty() : OptionalDouble.of(value);
                })
                .withRules(Rules.standard()
                        .withFairness(Rules.Fairness.MAXMIN)
                        .withOnePerInstitutionPerTable(kind.words.contains("institutions")))
                .withApart(List.copyOf(apart.values()))
                .withSeed(seed);
        return kind.words.contains("repair") ? repair(problem, kind, random) : problem;
    }

    /// People know their seats; then one mentor in twenty is gone, and one mentee in a hundred.
    private static SeatProblem repair(SeatProblem before, Kind kind, Random random) {
        var seats = new SeatMatcher()
                .match(before.withRules(before.rules().withFairness(Rules.Fairness.NONE))).seats().stream()
                        .map(Seat::place)
                        .toList();
        var gone = before.tables().get(random.nextInt(before.tables().size()));
        var tables = before.tables().stream()
                .map(table -> table != gone
                        ? table
                        : new Table(gone.id(), gone.mentor(), gone.coffeeBreak(), 0, 0, gone.institutions()))
                .toList();
        var current = seats.stream().filter(_ -> random.nextInt(100) > 0).toList();
        var locked = current.stream()
                .filter(place -> !place.table().equals(gone.id()))
                .filter(_ -> kind.words.contains("locks") && random.nextInt(3) == 0)
                .toList();
        long lost = current.stream()
                .filter(place -> place.table().equals(gone.id()))
                .count();
        var rules =
                kind.words.contains("moves") ? before.rules().withMaxMoves(Math.toIntExact(lost) + 10) : before.rules();
        return new SeatProblem(
                before.mentees(),
                tables,
                before.affinity(),
                before.conflicts(),
                before.apart(),
                locked,
                current,
                rules,
                before.seed());
    }

    /// By mentee and mentor; below zero where the two may not meet.
    private static double[][] affinities(Kind kind, Affinities affinities, Random random) {
        var mentees = traits(700, random);
        var mentors = traits(kind.mentors, random);
        var values = new double[700][kind.mentors];
        for (int m = 0; m < 700; m++) {
            for (int mentor = 0; mentor < kind.mentors; mentor++) {
                values[m][mentor] = switch (affinities) {
                    case UNIFORM -> random.nextDouble();
                    case TWO_DECIMALS -> random.nextInt(101) / 100.0;
                    case LOW_RANK -> product(mentees[m], mentors[mentor]);
                    case SPARSE_ZERO -> random.nextInt(10) < 3 ? 0 : random.nextDouble();
                    case SPARSE_FORBIDDEN -> random.nextInt(10) < 3 ? -1 : random.nextDouble();
                    case CONSTANT -> 0.5;
                };
            }
        }
        return values;
    }

    private static double[][] traits(int people, Random random) {
        var traits = new double[people][3];
        for (var own : traits) {
            Arrays.setAll(own, _ -> random.nextDouble());
            var length = Math.sqrt(product(own, own));
            Arrays.setAll(own, i -> own[i] / length);
        }
        return traits;
    }

    private static double product(double[] one, double[] other) {
        return Math.min(
                1, IntStream.range(0, 3).mapToDouble(i -> one[i] * other[i]).sum());
    }

    public static void main(String[] words) {
        int seeds = words.length == 0 ? 20 : Integer.parseInt(words[0]);
        var wanted = Arrays.stream(words).skip(1).toList();
        var matcher = new SeatMatcher();
        // Of the calling thread, which does all the work: others may be busy on this machine.
        var watch = ManagementFactory.getThreadMXBean();
        System.out.printf("%-75s %6s %6s %6s  %s%n", "milliseconds", "first", "median", "most", "unproven");
        for (var kind : KINDS) {
            for (var affinities : Affinities.values()) {
                var name = kind + " " + affinities;
                if (!Arrays.asList(name.split(" ")).containsAll(wanted)) {
                    continue;
                }
                var times = new ArrayList<Long>();
                int unproven = 0;
                long worst = 0;
                for (long seed = 0; seed < seeds; seed++) {
                    var problem = problem(kind, affinities, seed);
                    var start = watch.getCurrentThreadCpuTime();
                    var seating = matcher.match(problem);
                    times.add((watch.getCurrentThreadCpuTime() - start) / 1_000_000);
                    worst = times.getLast() > times.get((int) worst) ? seed : worst;
                    unproven += seating.proven() ? 0 : 1;
                }
                var sorted = times.stream().sorted().toList();
                System.out.printf(
                        "%-75s %6d %6d %6d  %s (seed %d)%n",
                        name,
                        times.getFirst(),
                        sorted.get(seeds / 2),
                        sorted.getLast(),
                        unproven == 0 ? "-" : unproven,
                        worst);
            }
        }
    }
}
