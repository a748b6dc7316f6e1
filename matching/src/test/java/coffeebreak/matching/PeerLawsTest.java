package coffeebreak.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds for all groups of peers, on many problems drawn from seeds; each case of a test is a run of seeds.
class PeerLawsTest {
    private static final int RUN = 200;

    private final PeerMatcher matcher = new PeerMatcher();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void onSmallProblemsNoGroupsWhateverComeBeforeTheAnswerInTheWholeOrder(int run) {
        for (long seed = run * RUN; seed < (run + 1) * RUN; seed++) {
            var random = new Random(seed);
            int rounds = 1 + random.nextInt(3);
            var problem = drawn(random, 1 + random.nextInt(rounds == 1 ? 8 : rounds == 2 ? 6 : 5), rounds);
            var seating = matcher.match(problem);
            var rank = PeerExhaustive.rank(problem, seating);
            var name = "seed %d: %s".formatted(seed, problem);
            assertThat(rank).as(name).isEqualTo(PeerExhaustive.best(problem));
            assertThat(seating.proven()).as(name).isTrue();
            assertThat(seating.bound()).as(name).isGreaterThanOrEqualTo(seating.total());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void everybodyIsInOneGroupOrLeftOverAndNobodyMeetsTwiceOrAgainstARule(int run) {
        for (long seed = run * 12; seed < (run + 1) * 12; seed++) {
            var random = new Random(seed);
            var problem = drawn(random, 8 + random.nextInt(20), 1 + random.nextInt(4));
            var seating = matcher.match(problem);
            assertThat(seating.rounds()).hasSize(problem.rounds());
            for (int r = 0; r < problem.rounds(); r++) {
                var everybody = new ArrayList<>(seating.left().get(r));
                seating.rounds().get(r).forEach(everybody::addAll);
                assertThat(everybody)
                        .as("seed %d round %d", seed, r)
                        .containsExactlyInAnyOrderElementsOf(problem.people());
            }
            // Throws where a pair meets twice, is apart, has met before or is not listed.
            PeerExhaustive.rank(problem, seating);
            assertThat(seating.bound()).as("seed %d", seed).isGreaterThanOrEqualTo(seating.total());
        }
    }

    @Test
    void theOrderOfTheRowsAndAnotherRunChangeNothing() {
        for (long seed = 0; seed < 12; seed++) {
            var random = new Random(seed);
            var problem = drawn(random, 4 + random.nextInt(20), 1 + random.nextInt(3));
            var shuffled = new PeerProblem(
                    shuffled(problem.people(), random),
                    shuffled(problem.pairs(), random).stream()
                            .map(pair -> random.nextBoolean()
                                    ? pair
                                    : new PeerPair(pair.other(), pair.one(), pair.affinity()))
                            .toList(),
                    shuffled(problem.apart(), random),
                    shuffled(problem.met(), random),
                    shuffled(problem.hosts(), random),
                    problem.groupSize(),
                    problem.rounds(),
                    problem.seed());
            var seating = matcher.match(problem);
            assertThat(matcher.match(shuffled)).as("seed %d", seed).isEqualTo(seating);
            assertThat(matcher.match(problem)).as("seed %d", seed).isEqualTo(seating);
        }
    }

    @Test
    void severalRoundsTogetherAreNeverWorseThanOneAfterTheOtherAndOftenBetter() {
        int better = 0;
        for (long seed = 0; seed < 20; seed++) {
            var random = new Random(seed);
            var people = people(24);
            var problem = PeerProblem.of(people, pairs(people, random, 0.5)).withRounds(2);
            var together = matcher.match(problem);
            var first = matcher.match(problem.withRounds(1));
            var met = first.rounds().getFirst().stream()
                    .map(pair -> new Met(pair.getFirst(), pair.getLast()))
                    .toList();
            var second = matcher.match(problem.withRounds(1).withMet(met));
            var after = first.total() + second.total();
            var left = first.left().getFirst().size() + second.left().getFirst().size();
            assertThat(together.left().stream().mapToInt(List::size).sum())
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(left);
            if (together.left().stream().mapToInt(List::size).sum() == left) {
                assertThat(together.total()).as("seed %d", seed).isGreaterThanOrEqualTo(after - 1e-9);
                better += together.total() > after + 1e-6 ? 1 : 0;
            }
            // Twice the best single round is a bound that anybody can check.
            assertThat(together.bound()).as("seed %d", seed).isLessThanOrEqualTo(2 * first.total() + 1e-6);
        }
        assertThat(better).isGreaterThan(5);
    }

    @Test
    void theHastyAnswerKeepsEveryRuleToo() {
        for (long seed = 0; seed < RUN; seed++) {
            var random = new Random(seed);
            var problem = drawn(random, 1 + random.nextInt(20), 1 + random.nextInt(3));
            var hasty = new PeerStart(new PeerModel(problem)).hasty().answer(0, false);
            assertThat(PeerExhaustive.rank(problem, hasty).left())
                    .as("seed %d", seed)
                    .isNotNegative();
        }
    }

    private static PeerProblem drawn(Random random, int count, int rounds) {
        var people = people(count);
        var pairs = pairs(people, random, 0.3 + 0.7 * random.nextDouble());
        var apart = new HashSet<Set<String>>();
        var met = new HashSet<Set<String>>();
        for (int i = 0; count > 1 && i < count / 3; i++) {
            var couple = couple(people, random);
            (random.nextBoolean() ? apart : met).add(couple);
        }
        return new PeerProblem(
                people,
                pairs,
                apart.stream()
                        .map(List::copyOf)
                        .map(pair -> new Apart(pair.getFirst(), pair.getLast()))
                        .toList(),
                met.stream()
                        .map(List::copyOf)
                        .map(pair -> new Met(pair.getFirst(), pair.getLast()))
                        .toList(),
                random.nextInt(3) > 0
                        ? List.of()
                        : people.stream().filter(_ -> random.nextInt(3) == 0).toList(),
                2 + random.nextInt(3),
                rounds,
                random.nextInt(1000));
    }

    private static Set<String> couple(List<String> people, Random random) {
        int one = random.nextInt(people.size());
        int other = (one + 1 + random.nextInt(people.size() - 1)) % people.size();
        return Set.of(people.get(one), people.get(other));
    }

    private static List<String> people(int count) {
        return IntStream.range(0, count).mapToObj(i -> "p" + i).toList();
    }

    private static List<PeerPair> pairs(List<String> people, Random random, double share) {
        boolean coarse = random.nextInt(3) == 0;
        var pairs = new ArrayList<PeerPair>();
        for (int i = 0; i < people.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (random.nextDouble() < share) {
                    pairs.add(new PeerPair(
                            people.get(i),
                            people.get(j),
                            coarse ? random.nextInt(5) / 4.0 : random.nextInt(1001) / 1000.0));
                }
            }
        }
        return pairs;
    }

    private static <T> List<T> shuffled(List<T> rows, Random random) {
        var shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
