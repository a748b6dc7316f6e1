package coffeebreak.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/// Problems drawn from a seed, with every rule on somewhere and few distinct affinities, so that ties are common.
final class RandomProblems {
    private RandomProblems() {}

    static SeatProblem small(long seed) {
        return problem(new Random(seed), 1 + new Random(seed + 1).nextInt(5), 1 + new Random(seed + 2).nextInt(4), 2);
    }

    static SeatProblem medium(long seed) {
        return problem(new Random(seed), 8 + new Random(seed + 1).nextInt(25), 2 + new Random(seed + 2).nextInt(7), 4);
    }

    static SeatProblem large(long seed) {
        return problem(new Random(seed), 50 + new Random(seed + 1).nextInt(80), 6 + new Random(seed + 2).nextInt(8), 8);
    }

    private static SeatProblem problem(Random random, int menteeCount, int tableCount, int capacity) {
        var breaks = List.of("am", "pm", "eve");
        var institutions = List.of("epfl", "nyu", "oxford");
        var tables = new ArrayList<Table>();
        for (int t = 0; t < tableCount; t++) {
            tables.add(new Table(
                    "t" + t,
                    "mentor" + random.nextInt(Math.max(1, tableCount * 2 / 3)),
                    random.nextInt(6) == 0 ? null : breaks.get(random.nextInt(tableCount > 4 ? 3 : 2)),
                    random.nextInt(12) == 0 ? 0 : 1 + random.nextInt(capacity),
                    random.nextInt(4) == 0 ? random.nextInt(capacity + 1) : 0,
                    some(random, institutions, 0.25)));
        }
        boolean several = random.nextBoolean();
        var mentees = new ArrayList<Mentee>();
        for (int m = 0; m < menteeCount; m++) {
            mentees.add(new Mentee(
                    "m" + m,
                    random.nextInt(3),
                    several && random.nextInt(3) == 0 ? 2 + random.nextInt(2) : 1,
                    random.nextInt(3) == 0 ? some(random, breaks, 0.5) : Set.of(),
                    some(random, institutions, 0.25)));
        }
        boolean coarse = random.nextBoolean();
        Map<Place, Double> affinity = new HashMap<>();
        for (var mentee : mentees) {
            for (var table : tables) {
                if (random.nextInt(8) > 0) {
                    affinity.put(
                            new Place(mentee.id(), table.id()),
                            coarse ? random.nextInt(5) / 4.0 : random.nextInt(1001) / 1000.0);
                }
            }
        }
        var conflicts = new HashSet<Conflict>();
        var apart = new HashSet<Set<String>>();
        for (var mentee : mentees) {
            if (random.nextInt(6) == 0) {
                conflicts.add(new Conflict(
                        mentee.id(), tables.get(random.nextInt(tableCount)).mentor()));
            }
            var other = mentees.get(random.nextInt(menteeCount)).id();
            if (random.nextInt(5) == 0 && !other.equals(mentee.id())) {
                apart.add(Set.of(mentee.id(), other));
            }
        }
        var current = new HashSet<Place>();
        if (random.nextInt(3) == 0) {
            for (var mentee : mentees) {
                if (random.nextBoolean()) {
                    current.add(new Place(
                            mentee.id(), tables.get(random.nextInt(tableCount)).id()));
                }
            }
        }
        var rules = new Rules(
                random.nextInt(5) > 0,
                random.nextInt(5) > 0,
                random.nextBoolean(),
                random.nextInt(3) == 0,
                random.nextInt(3) == 0 ? Rules.Fairness.MAXMIN : Rules.Fairness.NONE,
                random.nextInt(4) == 0 ? 0 : random.nextInt(6) / 20.0,
                random.nextInt(3) == 0
                        ? java.util.OptionalInt.of(random.nextInt(current.size() + 2))
                        : java.util.OptionalInt.empty());
        return new SeatProblem(
                mentees,
                tables,
                (mentee, table) -> {
                    var value = affinity.get(new Place(mentee.id(), table.id()));
                    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
                },
                List.copyOf(conflicts),
                apart.stream()
                        .map(pair -> {
                            var sorted = new TreeSet<>(pair);
                            return new Apart(sorted.first(), sorted.last());
                        })
                        .toList(),
                List.of(),
                List.copyOf(current),
                rules,
                random.nextInt(1000));
    }

    private static Set<String> some(Random random, List<String> all, double share) {
        var some = new HashSet<String>();
        all.forEach(one -> {
            if (random.nextDouble() < share) {
                some.add(one);
            }
        });
        return some;
    }
}
