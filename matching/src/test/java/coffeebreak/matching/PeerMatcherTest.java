package coffeebreak.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PeerMatcherTest {
    private final PeerMatcher matcher = new PeerMatcher();

    @Test
    void theWholeCountsMoreThanTheBestPair() {
        var seating = matcher.match(draw("""
                ana
                bo   0.9
                cy   0.8  0.1
                dee  0.1  0.7  0.3
                """));

        assertThat(seating.rounds()).containsExactly(List.of(List.of("ana", "cy"), List.of("bo", "dee")));
        assertThat(seating.total()).isCloseTo(1.5, within(1e-12));
        assertThat(seating.bound()).isCloseTo(1.5, within(1e-12));
        assertThat(seating.proven()).isTrue();
    }

    @Test
    void theOddOneOutJoinsThePairWithWhichAllThreeGainMost() {
        var seating = matcher.match(draw("""
                ana
                bo   0.9
                cy   0.1  0.1
                dee  0.1  0.1  0.8
                eve  0.2  0.3  0.4  0.4
                """));

        assertThat(seating.rounds().getFirst()).containsExactly(List.of("ana", "bo"), List.of("cy", "dee", "eve"));
        assertThat(seating.left()).containsExactly(List.of());
    }

    @Test
    void somebodyIsLeftOverOnlyWhereForbiddenPairsForceIt() {
        var picture = draw("""
                ana
                bo   0.9
                cy   0.5  0.5
                """);

        assertThat(matcher.match(picture).rounds().getFirst()).containsExactly(List.of("ana", "bo", "cy"));
        var apart = matcher.match(picture.withApart(List.of(new Apart("cy", "bo"))));
        assertThat(apart.rounds().getFirst()).containsExactly(List.of("ana", "bo"));
        assertThat(apart.left()).containsExactly(List.of("cy"));
    }

    @Test
    void inSeveralRoundsNobodyMeetsTwiceAndAllRoundsCountTogether() {
        // The heaviest round, ana-bo and cy-dee, would leave the second with little.
        var seating = matcher.match(draw("""
                ana
                bo   1.0
                cy   0.9  0.0
                dee  0.0  0.9  0.9
                """).withRounds(2));

        assertThat(seating.rounds())
                .hasSize(2)
                .allSatisfy(round -> assertThat(round).hasSize(2));
        assertThat(seating.total()).isCloseTo(3.7, within(1e-9));
    }

    @Test
    void aTournamentOfSixHasFiveRoundsThoughPlayingOneAfterTheOtherGetsStuck() {
        var people = List.of("ana", "bo", "cy", "dee", "eve", "flo");
        var pairs = new ArrayList<PeerPair>();
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < i; j++) {
                pairs.add(new PeerPair(people.get(i), people.get(j), (i * 7 + j * 3) % 11 / 10.0));
            }
        }
        var seating = matcher.match(PeerProblem.of(people, pairs).withRounds(5));

        assertThat(seating.left()).allSatisfy(left -> assertThat(left).isEmpty());
        assertThat(seating.proven()).isTrue();
    }

    @Test
    void whoHasMetBeforeMeetsSomebodyElse() {
        var seating = matcher.match(draw("""
                ana
                bo   0.9
                cy   0.2  0.2
                dee  0.2  0.2  0.9
                """).withMet(List.of(new Met("bo", "ana"))));

        assertThat(seating.rounds().getFirst()).doesNotContain(List.of("ana", "bo"));
        assertThat(seating.left().getFirst()).isEmpty();
    }

    @Test
    void inGroupsOfThreeAllPairsCountAndTheOneTooManyMakesAFourth() {
        var seating = matcher.match(draw("""
                ana
                bo   0.9
                cy   0.9  0.9
                dee  0.1  0.1  0.1
                eve  0.1  0.1  0.1  0.8
                flo  0.1  0.1  0.1  0.8  0.8
                gus  0.1  0.1  0.1  0.5  0.5  0.5
                """).withGroupSize(3));

        assertThat(seating.rounds().getFirst())
                .containsExactly(List.of("ana", "bo", "cy"), List.of("dee", "eve", "flo", "gus"));
        assertThat(seating.proven()).isTrue();
    }

    @Test
    void asManyGroupsAsCanHaveAHost() {
        var seating = matcher.match(draw("""
                ana
                bo   0.9
                cy   0.2  0.2
                dee  0.2  0.2  0.9
                """).withHosts(List.of("ana", "bo")));

        assertThat(seating.rounds().getFirst())
                .allSatisfy(group -> assertThat(group).containsAnyOf("ana", "bo"));
    }

    @Test
    void amongEqualsTheSeedDrawsWhoIsLeftOver() {
        var picture = draw("""
                ana
                bo   0.5
                cy   0.5  -
                """);
        var left = new ArrayList<String>();
        for (int seed = 0; seed < 40; seed++) {
            left.addAll(matcher.match(picture.withSeed(seed)).left().getFirst());
        }

        assertThat(left).hasSize(40).contains("bo", "cy").doesNotContain("ana");
    }

    @Test
    void nobodyOneAndStrangersAreAnswersToo() {
        assertThat(matcher.match(PeerProblem.of(List.of(), List.of())).rounds()).containsExactly(List.of());
        assertThat(matcher.match(PeerProblem.of(List.of("ana"), List.of()).withRounds(2))
                        .left())
                .containsExactly(List.of("ana"), List.of("ana"));
        var strangers = matcher.match(PeerProblem.of(List.of("ana", "bo"), List.of()));
        assertThat(strangers.left()).containsExactly(List.of("ana", "bo"));
        assertThat(strangers.proven()).isTrue();
    }

    @Test
    void whoeverWatchesHasAnAnswerThatKeepsEveryRuleBeforeTheBestIsFound() {
        var offered = new ArrayList<Supplier<PeerSeating>>();
        var steps = new ArrayList<String>();
        var problem = draw("""
                ana
                bo   0.9
                cy   0.8  0.1
                dee  0.1  0.7  0.3
                """);
        matcher.match(problem, new Watch<>() {
            @Override
            public void step(String what) {
                steps.add(what);
            }

            @Override
            public void found(Supplier<PeerSeating> bestSoFar) {
                offered.add(bestSoFar);
            }
        });

        assertThat(steps).isNotEmpty();
        assertThat(offered.getFirst().get().left().getFirst()).isEmpty();
        assertThat(offered.getFirst().get().proven()).isFalse();
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        var wrong = new PeerProblem(
                List.of("ana", "bo", "bo", " "),
                List.of(
                        new PeerPair("ana", "bo", 1.5),
                        new PeerPair("bo", "ana", 0.5),
                        new PeerPair("ana", "ana", 0.5),
                        new PeerPair("ana", "zed", Double.NaN)),
                List.of(new Apart("ana", "bo"), new Apart("bo", "ana"), new Apart("ana", "yan")),
                List.of(new Met("bo", "bo")),
                List.of("xia"),
                5,
                0,
                1);

        assertThatThrownBy(() -> matcher.match(wrong))
                .isInstanceOfSatisfying(
                        InvalidProblem.class,
                        refused -> assertThat(refused.problems())
                                .contains(
                                        "Person bo is listed twice.",
                                        "A person has a blank id.",
                                        "The affinity of ana and bo is 1.5: it must be from 0 to 1.",
                                        "The pair of bo and ana is listed twice.",
                                        "The pair of ana and ana is one person.",
                                        "Unknown person zed in a pair.",
                                        "The affinity of ana and zed is NaN: it must be from 0 to 1.",
                                        "The apart pair of bo and ana is listed twice.",
                                        "Unknown person yan in an apart pair.",
                                        "The pair that has met, bo and bo is one person.",
                                        "Unknown person xia in the hosts.",
                                        "The group size is 5: it must be from 2 to 4.",
                                        "There are 0 rounds: it must be from 1 to 100."));
    }

    /// Reads the lower half of a table of affinities; `-` is a pair that may not sit together.
    private static PeerProblem draw(String picture) {
        var rows = picture.lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.strip().split("\\s+"))
                .toList();
        var people = rows.stream().map(words -> words[0]).toList();
        var pairs = new ArrayList<PeerPair>();
        for (var words : rows) {
            for (int i = 1; i < words.length; i++) {
                if (!words[i].equals("-")) {
                    pairs.add(new PeerPair(words[0], people.get(i - 1), Double.parseDouble(words[i])));
                }
            }
        }
        assertThat(Arrays.asList(rows.getFirst())).hasSize(1);
        return PeerProblem.of(people, pairs);
    }
}
