package coffeebreak.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds for every problem, on many drawn from seeds; each case of a test is a run of seeds.
class SeatLawsTest {
    private static final int RUN = 250;

    private final SeatMatcher matcher = new SeatMatcher();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void onSmallProblemsNoSeatingWhateverComesBeforeTheAnswerInTheWholeOrder(int run) {
        for (long seed = run * RUN; seed < (run + 1) * RUN; seed++) {
            var problem = RandomProblems.small(seed);
            var best = Exhaustive.best(problem);
            if (best.isEmpty()) {
                assertThatThrownBy(() -> matcher.match(problem))
                        .as("seed %d", seed)
                        .isInstanceOf(InvalidProblem.class);
            } else {
                assertBest(problem, best, "seed " + seed);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void theSameHoldsWithLockedSeats(int run) {
        for (long seed = run * RUN; seed < (run + 1) * RUN; seed++) {
            var problem = RandomProblems.small(seed)
                    .withRules(RandomProblems.small(seed).rules().withMovePrice(0.1));
            if (Exhaustive.best(problem).isEmpty()) {
                continue;
            }
            var random = new Random(seed);
            // Locks from another draw of the same problem, so that they seldom agree with what is best now.
            var other = matcher.match(new SeatProblem(
                    problem.mentees().stream()
                            .filter(_ -> random.nextInt(3) > 0)
                            .toList(),
                    problem.tables(),
                    problem.affinity(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    problem.rules().withMovePrice(0).withFairness(Rules.Fairness.NONE),
                    seed));
            var locked = other.seats().stream()
                    .map(Seat::place)
                    .filter(_ -> random.nextBoolean())
                    .toList();
            var withLocks = problem.withLocked(locked);
            var best = Exhaustive.best(withLocks);
            if (best.isEmpty()) {
                assertThatThrownBy(() -> matcher.match(withLocks))
                        .as("seed %d", seed)
                        .isInstanceOf(InvalidProblem.class);
            } else {
                assertBest(withLocks, best, "seed " + seed + " locked " + locked);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void theCostOfAnAlternativeIsWhatTheWholeLosesWithoutTheSeat(int run) {
        for (long seed = run * RUN; seed < (run + 1) * RUN; seed++) {
            var problem = RandomProblems.small(seed);
            var best = Exhaustive.best(problem);
            if (best.isEmpty()) {
                continue;
            }
            var seating = matcher.match(problem);
            var explanations = matcher.explain(problem, seating);
            assertThat(explanations).extracting(Explanation::seat).containsExactlyElementsOf(seating.seats());
            for (var explanation : explanations) {
                var seat = explanation.seat();
                var without = Exhaustive.best(
                        problem,
                        seats -> !seats.contains(seat.place())
                                && of(seats, seat.mentee()).size()
                                        == of(
                                                        seating.seats().stream()
                                                                .map(Seat::place)
                                                                .toList(),
                                                        seat.mentee())
                                                .size());
                // All objectives but the weight and the lottery.
                int claims = best.get().objectives().size() - 2;
                var name = "seed %d, %s".formatted(seed, seat);
                if (without.isEmpty()
                        || !without.get()
                                .objectives()
                                .subList(0, claims)
                                .equals(best.get().objectives().subList(0, claims))) {
                    assertThat(explanation.alternative()).as(name).isEmpty();
                } else {
                    var lost = best.get().objectives().get(claims)
                            - without.get().objectives().get(claims);
                    assertThat(explanation.alternative()).as(name).isPresent();
                    assertThat(explanation.alternative().get().cost()).as(name).isCloseTo(lost / 1e6, within(1e-9));
                    assertThat(explanation.alternative().get().seat().place())
                            .as(name)
                            .isNotEqualTo(seat.place());
                }
            }
        }
    }

    private static List<Place> of(List<Place> seats, String mentee) {
        return seats.stream().filter(place -> place.mentee().equals(mentee)).toList();
    }

    private void assertBest(SeatProblem problem, Optional<Exhaustive.Rank> best, String name) {
        var seating = matcher.match(problem);
        var places = seating.seats().stream().map(Seat::place).toList();
        assertThat(Exhaustive.broken(problem, places)).as(name).isEmpty();
        assertThat(Exhaustive.rank(problem, places)).as(name).isEqualTo(best.orElseThrow());
        assertThat(seating.proven()).as(name).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void noHardRuleIsEverBrokenAndEverybodyIsAccountedFor(int run) {
        for (long seed = run * RUN; seed < (run + 1) * RUN; seed++) {
            var problem = RandomProblems.medium(seed);
            Seating seating;
            try {
                seating = matcher.match(problem);
            } catch (InvalidProblem impossible) {
                assertThat(problem.rules().maxMoves()).as("seed %d", seed).isPresent();
                continue;
            }
            var places = seating.seats().stream().map(Seat::place).toList();
            assertThat(Exhaustive.broken(problem, places)).as("seed %d", seed).isEmpty();
            var everybody = new ArrayList<String>();
            places.stream().map(Place::mentee).distinct().forEach(everybody::add);
            seating.unseated().stream().map(Unseated::mentee).forEach(everybody::add);
            assertThat(everybody)
                    .as("seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(
                            problem.mentees().stream().map(Mentee::id).toList());
            assertThat(seating.bound())
                    .as("seed %d", seed)
                    .isGreaterThanOrEqualTo(seating.total() - problem.rules().movePrice() * seating.moves() - 1e-4);
            assertThat(seating.proven()).as("seed %d proven", seed).isTrue();
        }
    }

    @Test
    void theShortcutsChangeNothing() {
        for (long seed = 0; seed < RUN; seed++) {
            assertSameLevelByLevel(RandomProblems.medium(seed), seed);
        }
        for (long seed = 0; seed < 20; seed++) {
            assertSameLevelByLevel(RandomProblems.large(seed), seed);
        }
    }

    static void assertSameLevelByLevel(SeatProblem problem, long seed) {
        var model = new Model(problem);
        var worth = new Worth(model, 1_000_000_000);
        var programme = new Programme(model, worth, new TimeLeft(Duration.ofSeconds(60)));
        int[] counts = {};
        Programme.Outcome outcome = programme.solve(Aim.most(counts, worth.weight, 0, Optional.empty()));
        for (int g = 0; g < model.groups.size() && outcome instanceof Programme.Outcome.Found; g++) {
            outcome = programme.solve(Aim.count(counts, g));
            if (outcome instanceof Programme.Outcome.Found counted) {
                counts = Arrays.copyOf(counts, g + 1);
                counts[g] = (int) counted.value();
            }
        }
        if (!(outcome instanceof Programme.Outcome.Found)) {
            assertThatThrownBy(() -> new SeatSolver(model, Duration.ofSeconds(60)).solve(Watch.none()))
                    .as("seed %d", seed)
                    .isInstanceOf(InvalidProblem.class);
            return;
        }
        var solution = new SeatSolver(model, Duration.ofSeconds(60)).solve(Watch.none());
        assertThat(solution.counts()).as("seed %d", seed).isEqualTo(counts);
        var floor = model.wantsFloor() && worth.floor(solution.chosen()) < Long.MAX_VALUE
                ? worth.floor(solution.chosen())
                : 0;
        if (floor > 0) {
            assertThat(programme.solve(Aim.most(counts, worth.weight, floor + 1, Optional.empty())))
                    .as("seed %d", seed)
                    .isInstanceOf(Programme.Outcome.Impossible.class);
        }
        assertThat(programme.solve(Aim.most(counts, worth.weight, floor, Optional.empty())))
                .as("seed %d", seed)
                .isInstanceOfSatisfying(
                        Programme.Outcome.Found.class,
                        found -> assertThat(found.value()).isEqualTo(Worth.value(solution.chosen(), worth.weight)));
        var equals = Aim.most(counts, worth.weight, floor, Optional.empty())
                .among(Worth.value(solution.chosen(), worth.weight), new double[0], model.lottery);
        assertThat(programme.solve(equals))
                .as("seed %d", seed)
                .isInstanceOfSatisfying(
                        Programme.Outcome.Found.class,
                        found -> assertThat(found.value()).isEqualTo(Worth.value(solution.chosen(), model.lottery)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void theOrderOfTheRowsAndAnotherRunChangeNothing(int run) {
        for (long seed = run * RUN; seed < (run + 1) * RUN; seed++) {
            var problem = RandomProblems.medium(seed);
            var random = new Random(seed);
            var shuffled = new SeatProblem(
                    shuffled(problem.mentees(), random),
                    shuffled(problem.tables(), random),
                    problem.affinity(),
                    shuffled(problem.conflicts(), random),
                    shuffled(problem.apart(), random).stream()
                            .map(pair -> random.nextBoolean() ? pair : new Apart(pair.other(), pair.one()))
                            .toList(),
                    problem.locked(),
                    shuffled(problem.current(), random),
                    problem.rules(),
                    problem.seed());
            Seating seating;
            try {
                seating = matcher.match(problem);
            } catch (InvalidProblem impossible) {
                continue;
            }
            assertThat(matcher.match(shuffled)).as("seed %d", seed).isEqualTo(seating);
            assertThat(matcher.match(problem)).as("seed %d", seed).isEqualTo(seating);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aRepairKeepsMoreThanItsPriceLosesAndMovesNobodyForNothing(int run) {
        for (long seed = run * RUN; seed < (run + 1) * RUN; seed++) {
            var problem = RandomProblems.medium(seed).withCurrent(List.of());
            problem = problem.withRules(
                    new Rules(true, true, true, false, Rules.Fairness.NONE, 0.05, OptionalInt.empty()));
            var before = matcher.match(problem);
            var current = before.seats().stream().map(Seat::place).toList();
            assertThat(matcher.match(problem.withCurrent(current)).moves())
                    .as("seed %d, nothing has changed", seed)
                    .isZero();
            if (current.isEmpty()) {
                continue;
            }
            var gone = current.get(new Random(seed).nextInt(current.size())).mentee();
            var rest = new SeatProblem(
                    problem.mentees().stream()
                            .filter(mentee -> !mentee.id().equals(gone))
                            .toList(),
                    problem.tables(),
                    problem.affinity(),
                    problem.conflicts().stream()
                            .filter(pair -> !pair.mentee().equals(gone))
                            .toList(),
                    problem.apart().stream()
                            .filter(pair ->
                                    !pair.one().equals(gone) && !pair.other().equals(gone))
                            .toList(),
                    List.of(),
                    current.stream()
                            .filter(place -> !place.mentee().equals(gone))
                            .toList(),
                    problem.rules(),
                    problem.seed());
            var repaired = matcher.match(rest);
            var fresh = matcher.match(rest.withCurrent(List.of()));
            assertThat(repaired.seats()).as("seed %d", seed).hasSameSizeAs(fresh.seats());
            // Starting anew would have moved some too: what the repair gives up is at most the price it saves.
            var freshMoves = rest.current().stream()
                    .filter(place -> fresh.seats().stream()
                            .noneMatch(seat -> seat.place().equals(place)))
                    .count();
            assertThat(fresh.total() - repaired.total())
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(0.05 * (freshMoves - repaired.moves()) + 1e-4);
        }
    }

    private static <T> List<T> shuffled(List<T> rows, Random random) {
        var shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    @Test
    void whenTheTimeIsUpTheAnswerStillKeepsEveryRuleAndItsBoundHolds() {
        var hasty = new SeatMatcher(Duration.ofMillis(1));
        for (long seed = 0; seed < 4 * RUN; seed++) {
            var problem = RandomProblems.medium(seed);
            Seating best;
            try {
                best = matcher.match(problem);
            } catch (InvalidProblem impossible) {
                continue;
            }
            Seating seating;
            try {
                seating = hasty.match(problem);
            } catch (InvalidProblem nothingFound) {
                continue;
            }
            var name = "seed " + seed;
            var places = seating.seats().stream().map(Seat::place).toList();
            assertThat(Exhaustive.broken(problem, places)).as(name).isEmpty();
            assertThat(seating.bound())
                    .as(name)
                    .isGreaterThanOrEqualTo(seating.total() - problem.rules().movePrice() * seating.moves() - 1e-6);
            if (seating.proven()) {
                assertThat(seating).as(name).isEqualTo(best);
            } else if (seating.report().tiers().equals(best.report().tiers())
                    && seating.minimum().orElse(0) <= best.minimum().orElse(0)) {
                // A lower floor leaves more to choose from.
                assertThat(seating.bound())
                        .as(name)
                        .isGreaterThanOrEqualTo(best.total() - problem.rules().movePrice() * best.moves() - 1e-6);
            }
        }
    }

    @Test
    void theHastyAnswerKeepsEveryRuleToo() {
        for (long seed = 0; seed < 4 * RUN; seed++) {
            var model = new Model(RandomProblems.medium(seed));
            var seats = new Greedy(model).seats();
            if (seats.isPresent()) {
                var places = new ArrayList<Place>();
                for (int arc = 0; arc < model.arcs; arc++) {
                    if (seats.get()[arc]) {
                        places.add(new Place(
                                model.mentees.get(model.menteeOf[arc]).id(),
                                model.table(arc).id()));
                    }
                }
                assertThat(Exhaustive.broken(model.problem, places))
                        .as("seed %d", seed)
                        .isEmpty();
            }
        }
    }
}
