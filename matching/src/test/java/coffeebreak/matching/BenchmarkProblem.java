package coffeebreak.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// The problems that are measured, each drawn from one seed. Affinities stand in arrays, as a caller's would.
enum BenchmarkProblem {
    SEATS_FOR_SOME("700 × 14 tables of 6", true, false, 512) {
        @Override
        SeatProblem problem() {
            return dense(700, 1, 14, 7, 6);
        }
    },
    FEW_AFFINITIES("the same, affinities of one digit", true, false, 512) {
        @Override
        SeatProblem problem() {
            return coarse(dense(700, 1, 14, 7, 6));
        }
    },
    REPAIR("the same, one mentee gone", true, false, 512) {
        @Override
        SeatProblem problem() {
            var before = SEATS_FOR_SOME.problem();
            var seats = new SeatMatcher()
                    .match(before).seats().stream().map(Seat::place).toList();
            var gone = seats.get(seats.size() / 2).mentee();
            return without(gone, before)
                    .withCurrent(seats.stream()
                            .filter(place -> !place.mentee().equals(gone))
                            .toList());
        }
    },
    SEATS_FOR_ALL("700 × 118 tables of 6", true, false, 512) {
        @Override
        SeatProblem problem() {
            return dense(700, 1, 118, 59, 6);
        }
    },
    THREE_SEATS("911 wanting 3 seats × 2435 tables of 6 without breaks", true, true, 1024) {
        @Override
        SeatProblem problem() {
            return dense(911, 3, 2435, 0, 6);
        }
    },
    SPARSE("100,000 with 32 candidates each × 5,000 tables of 20", true, true, 640) {
        @Override
        SeatProblem problem() {
            return sparse(100_000, 32, 5_000, 20);
        }
    },
    MIXED("700 × 14 of 6, floor, institutions, minimums, second seats", false, true, 512) {
        @Override
        SeatProblem problem() {
            return mixed(dense(700, 1, 14, 7, 6), true);
        }
    },
    MIXED_FOR_ALL("the same × 124 tables of 6: seats for everybody", false, true, 512) {
        @Override
        SeatProblem problem() {
            return mixed(dense(700, 1, 124, 62, 6), true);
        }
    },
    MIXED_LARGE_TABLES("the same × 14 tables of 60, without institutions", false, true, 512) {
        @Override
        SeatProblem problem() {
            return mixed(dense(700, 1, 14, 7, 60), false);
        }
    },
    PAIRS("pairs among 1,000 with 30 candidates each", false, false, 512) {
        @Override
        Supplier<Object> matcher() {
            var problem = peers(1_000, 30);
            var matcher = new PeerMatcher();
            return () -> matcher.match(problem);
        }

        @Override
        BareFlow bareFlow() {
            return doubled(peers(1_000, 30));
        }
    },
    PAIRS_IN_THREE_ROUNDS("the same in three rounds without repeats", false, true, 512) {
        @Override
        Supplier<Object> matcher() {
            var problem = peers(1_000, 30).withRounds(3);
            var matcher = new PeerMatcher();
            return () -> matcher.match(problem);
        }

        @Override
        BareFlow bareFlow() {
            return doubled(peers(1_000, 30));
        }
    };

    final String title;
    /// Whether all its rules together are a flow, so that a bare flow solves nearly the same.
    final boolean pureFlow;
    /// Whether it takes so long that each run is measured by itself.
    final boolean large;
    /// Limit of the heap, in megabytes.
    final int heap;

    BenchmarkProblem(String title, boolean pureFlow, boolean large, int heap) {
        this.title = title;
        this.pureFlow = pureFlow;
        this.large = large;
        this.heap = heap;
    }

    /// Who seats whom, where these are seats.
    SeatProblem problem() {
        throw new IllegalStateException(title + " are no seats.");
    }

    /// The problem, drawn, and the matcher that solves it when asked.
    Supplier<Object> matcher() {
        var problem = problem();
        var matcher = new SeatMatcher();
        return () -> matcher.match(problem);
    }

    BareFlow bareFlow() {
        return BareFlow.of(problem());
    }

    private static PeerProblem peers(int count, int candidates) {
        var random = new Random(count);
        var people = IntStream.range(0, count).mapToObj(v -> "peer" + v).toList();
        var pairs = new LinkedHashMap<Set<String>, PeerPair>();
        for (int v = 0; v < count; v++) {
            for (int w : random.ints(0, count).distinct().limit(candidates).toArray()) {
                if (w != v) {
                    pairs.putIfAbsent(
                            Set.of(people.get(v), people.get(w)),
                            new PeerPair(people.get(v), people.get(w), random.nextDouble()));
                }
            }
        }
        return PeerProblem.of(people, List.copyOf(pairs.values()));
    }

    /// Everybody once as giver and once as taker: what of a matching is a flow.
    private static BareFlow doubled(PeerProblem problem) {
        var model = new PeerModel(problem);
        var ones = new int[model.people];
        Arrays.fill(ones, 1);
        var from = IntStream.concat(Arrays.stream(model.one), Arrays.stream(model.other));
        var to = IntStream.concat(Arrays.stream(model.other), Arrays.stream(model.one));
        var worth = IntStream.concat(IntStream.range(0, model.pairs), IntStream.range(0, model.pairs))
                .map(p -> Math.toIntExact(model.weight[p] / 1_000));
        return new BareFlow(ones, ones, from.toArray(), to.toArray(), worth.toArray());
    }

    /// Everybody knows everybody.
    ///
    /// @param mentors each with a table in either of two breaks; 0 for one mentor a table and no breaks
    private static SeatProblem dense(int menteeCount, int seats, int tableCount, int mentors, int capacity) {
        var random = new Random(menteeCount + tableCount);
        var tables = new ArrayList<Table>();
        for (int t = 0; t < tableCount; t++) {
            tables.add(new Table(
                    "table" + t,
                    "mentor" + (mentors == 0 ? t : t % mentors),
                    mentors == 0 ? null : t < mentors ? "morning" : "afternoon",
                    capacity,
                    0,
                    Set.of()));
        }
        var mentees = mentees(menteeCount, seats);
        var values = new double[menteeCount][tableCount];
        for (var row : values) {
            for (int t = 0; t < tableCount; t++) {
                // A mentor is liked as much in either break.
                row[t] = mentors > 0 && t >= mentors ? row[t - mentors] : random.nextDouble();
            }
        }
        return SeatProblem.of(
                mentees, tables, (mentee, table) -> OptionalDouble.of(values[number(mentee.id())][number(table.id())]));
    }

    private static SeatProblem sparse(int menteeCount, int candidates, int tableCount, int capacity) {
        var random = new Random(menteeCount);
        var tables = new ArrayList<Table>();
        for (int t = 0; t < tableCount; t++) {
            tables.add(Table.of("table" + t, "mentor" + t, capacity));
        }
        var known = new int[menteeCount][];
        var values = new float[menteeCount][candidates];
        for (int m = 0; m < menteeCount; m++) {
            known[m] = random.ints(0, tableCount)
                    .distinct()
                    .limit(candidates)
                    .sorted()
                    .toArray();
            for (int i = 0; i < candidates; i++) {
                values[m][i] = random.nextFloat();
            }
        }
        return SeatProblem.of(mentees(menteeCount, 1), tables, new Affinity() {
            @Override
            public OptionalDouble between(Mentee mentee, Table table) {
                int m = number(mentee.id());
                int i = Arrays.binarySearch(known[m], number(table.id()));
                return i < 0 ? OptionalDouble.empty() : OptionalDouble.of(values[m][i]);
            }

            @Override
            public List<Table> candidates(Mentee mentee, List<Table> all) {
                var own = new ArrayList<Table>();
                for (int t : known[number(mentee.id())]) {
                    own.add(tables.get(t));
                }
                return own;
            }
        });
    }

    private static SeatProblem coarse(SeatProblem problem) {
        Map<Place, OptionalDouble> rounded = new HashMap<>();
        for (var mentee : problem.mentees()) {
            for (var table : problem.tables()) {
                rounded.put(
                        new Place(mentee.id(), table.id()),
                        OptionalDouble.of(Math.round(10
                                        * problem.affinity()
                                                .between(mentee, table)
                                                .orElseThrow())
                                / 10.0));
            }
        }
        return SeatProblem.of(
                problem.mentees(),
                problem.tables(),
                (mentee, table) -> rounded.getOrDefault(new Place(mentee.id(), table.id()), OptionalDouble.empty()));
    }

    /// With a floor, three tiers, 40 who want two seats, 5 tables with a minimum of 3, 8 institutions.
    private static SeatProblem mixed(SeatProblem plain, boolean onePerInstitution) {
        var random = new Random(plain.tables().size());
        var mentees = new ArrayList<Mentee>();
        for (var mentee : plain.mentees()) {
            int m = mentees.size();
            mentees.add(new Mentee(
                    mentee.id(), m % 3, m % 17 == 0 && m < 680 ? 2 : 1, Set.of(), Set.of("i" + random.nextInt(8))));
        }
        var tables = new ArrayList<Table>();
        for (var table : plain.tables()) {
            tables.add(new Table(
                    table.id(),
                    table.mentor(),
                    table.coffeeBreak(),
                    table.capacity(),
                    tables.size() < 5 ? 3 : 0,
                    Set.of("i" + random.nextInt(8))));
        }
        return SeatProblem.of(mentees, tables, plain.affinity())
                .withRules(Rules.standard()
                        .withFairness(Rules.Fairness.MAXMIN)
                        .withOnePerInstitutionPerTable(onePerInstitution));
    }

    private static List<Mentee> mentees(int count, int seats) {
        var mentees = new ArrayList<Mentee>();
        for (int m = 0; m < count; m++) {
            mentees.add(new Mentee("mentee" + m, 0, seats, Set.of(), Set.of()));
        }
        return mentees;
    }

    private static SeatProblem without(String mentee, SeatProblem problem) {
        return SeatProblem.of(
                problem.mentees().stream()
                        .filter(other -> !other.id().equals(mentee))
                        .toList(),
                problem.tables(),
                problem.affinity());
    }

    /// The digits at the end of an id.
    private static int number(String id) {
        int number = 0;
        for (int i = 0; i < id.length(); i++) {
            int digit = id.charAt(i) - '0';
            if (digit >= 0 && digit <= 9) {
                number = number * 10 + digit;
            }
        }
        return number;
    }
}
