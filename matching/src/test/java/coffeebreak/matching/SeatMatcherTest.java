package coffeebreak.matching;

import static coffeebreak.matching.Drawn.draw;
import static coffeebreak.matching.Drawn.pairs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class SeatMatcherTest {
    private final SeatMatcher matcher = new SeatMatcher();

    @Test
    void theLastSeatGoesToTheMenteeWhoGainsMost() {
        var seating = matcher.match(draw("""
                      lenkax1  jaschax1
                ana   0.9      0.1
                bo    0.4      0.3
                cy    0.2      0.2
                """));

        assertThat(pairs(seating)).containsExactly("ana-lenka", "bo-jascha");
        assertThat(seating.total()).isCloseTo(1.2, within(1e-12));
        assertThat(seating.minimum()).hasValue(0.3);
        assertThat(seating.proven()).isTrue();
        assertThat(seating.bound()).isCloseTo(1.2, within(1e-9));
    }

    @Test
    void theWholeCountsMoreThanOnesFirstChoice() {
        var seating = matcher.match(draw("""
                      lenkax1  jaschax1
                ana   0.9      0.8
                bo    0.7      0.1
                """));

        assertThat(pairs(seating)).containsExactly("ana-jascha", "bo-lenka");
    }

    @Test
    void anEarlierTierIsSeatedFirstHoweverLittleItGains() {
        var seating = matcher.match(draw("""
                       lenkax1
                ana#1  0.9
                bo#0   0.1
                """));

        assertThat(pairs(seating)).containsExactly("bo-lenka");
        assertThat(seating.unseated())
                .extracting(Unseated::mentee, Unseated::why)
                .containsExactly(tuple("ana", Unseated.Why.ALL_SEATS_TAKEN));
    }

    @Test
    void nobodyHasASecondSeatWhileSomebodyHasNone() {
        var seating = matcher.match(draw("""
                         lenka@amx1  jascha@pmx1
                ana#0*2  0.9         0.9
                bo#2     0.1         0.1
                """));

        assertThat(seating.unseated()).isEmpty();
        assertThat(seating.report().tiers().get(0)).isEqualTo(new SeatReport.Tier(1, List.of(1)));
    }

    @Test
    void aSecondSeatIsInAnotherBreakWithAnotherMentor() {
        var seating = matcher.match(draw("""
                       lenka@amx1  lenka@pmx1  jascha@amx1  jascha@pmx1
                ana*4  0.9         0.8         0.7          0.5
                """));

        assertThat(pairs(seating)).containsExactly("ana-jascha@am", "ana-lenka@pm");
        assertThat(seating.report().tiers().get(0)).isEqualTo(new SeatReport.Tier(1, List.of(1, 1)));
    }

    @Test
    void aMenteeSitsOnlyInABreakTheyCanMake() {
        var seating = matcher.match(draw("""
                          lenka@amx1  jascha@pmx1
                ana@pm    0.9         0.1
                bo@eve    0.9         0.9
                """));

        assertThat(pairs(seating)).containsExactly("ana-jascha@pm");
        assertThat(seating.unseated())
                .containsExactly(new Unseated("bo", Unseated.Why.NO_SHARED_BREAK, new TreeMap<>()));
    }

    @Test
    void nobodySitsWithTheirOwnInstitutionOrAConflict() {
        var problem = draw("""
                           lenkax2/epfl  jaschax2
                ana/epfl   1.0           0.2
                bo         0.3           1.0
                cy/epfl    0.9           -
                """).withConflicts(List.of(new Conflict("bo", "jascha")));
        var seating = matcher.match(problem);

        assertThat(pairs(seating)).containsExactly("ana-jascha", "bo-lenka");
        assertThat(seating.unseated()).extracting(Unseated::why).containsExactly(Unseated.Why.NO_ALLOWED_TABLE);
        assertThat(pairs(matcher.match(problem.withRules(problem.rules().withAvoidSameInstitution(false)))))
                .containsExactly("ana-jascha", "bo-lenka", "cy-lenka");
    }

    @Test
    void aTableWithTooFewIsClosedAndItsMenteesSitElsewhere() {
        var problem = draw("""
                      lenkax3>=3  jaschax2
                ana   0.9         0.1
                bo    0.9         0.2
                """);
        var seating = matcher.match(problem);

        assertThat(pairs(seating)).containsExactly("ana-jascha", "bo-jascha");
        assertThat(seating.report().closed()).containsExactly("lenka");

        var alone = matcher.match(draw("""
                      lenkax3>=2
                ana   0.9
                """));
        assertThat(alone.unseated()).extracting(Unseated::why).containsExactly(Unseated.Why.TABLE_CLOSED);
    }

    @Test
    void twoWhoAreToBeApartShareNoTable() {
        var seating = matcher.match(draw("""
                      lenkax2  jaschax1
                ana   0.9      0.1
                bo    0.8      0.7
                """).withApart(List.of(new Apart("bo", "ana"))));

        assertThat(pairs(seating)).containsExactly("ana-lenka", "bo-jascha");
    }

    @Test
    void atMostOneOfAnInstitutionSitsAtATable() {
        var problem = draw("""
                          lenkax2  jaschax2
                ana/epfl  0.9      0.1
                bo/epfl   0.8      0.7
                cy/nyu    0.7      0.6
                """);
        var seating = matcher.match(problem.withRules(problem.rules().withOnePerInstitutionPerTable(true)));

        assertThat(pairs(seating)).containsExactly("ana-lenka", "bo-jascha", "cy-lenka");
    }

    @Test
    void withMaxminTheWorstOffComesBeforeTheTotal() {
        var problem = draw("""
                      lenkax1  jaschax1
                ana   1.0      0.5
                bo    0.5      0.1
                """);

        assertThat(pairs(matcher.match(problem))).containsExactly("ana-lenka", "bo-jascha");
        var fair = matcher.match(problem.withRules(problem.rules().withFairness(Rules.Fairness.MAXMIN)));
        assertThat(pairs(fair)).containsExactly("ana-jascha", "bo-lenka");
        assertThat(fair.minimum()).hasValue(0.5);
    }

    @Test
    void aLockedSeatStaysWhateverItCosts() {
        var seating = matcher.match(draw("""
                      lenkax1  jaschax1
                ana   0.9      0.0
                bo    0.1      0.0
                """).withLocked(List.of(new Place("bo", "lenka"))));

        assertThat(pairs(seating)).containsExactly("ana-jascha", "bo-lenka");
    }

    @Test
    void aSeatIsMovedOnlyForMoreThanTheMoveCosts() {
        var problem = draw("""
                      lenkax1  jaschax1
                ana   0.50     0.48
                bo    0.40     0.42
                """).withCurrent(List.of(new Place("ana", "jascha"), new Place("bo", "lenka")));

        assertThat(matcher.match(problem).moves()).isZero();
        var cheaply = matcher.match(problem.withRules(problem.rules().withMovePrice(0.01)));
        assertThat(pairs(cheaply)).containsExactly("ana-lenka", "bo-jascha");
        assertThat(cheaply.moves()).isEqualTo(2);
        assertThat(cheaply.bound()).isCloseTo(0.92 - 0.02, within(1e-9));
        assertThat(matcher.match(problem.withRules(
                                problem.rules().withMovePrice(0.01).withMaxMoves(1)))
                        .moves())
                .isZero();
    }

    @Test
    void whenAMentorDropsOutTheirMenteesMoveAndNobodyElse() {
        var problem = draw("""
                      lenkax0  jaschax2  sooyx2
                ana   0.9      0.3       0.2
                bo    0.1      0.9       0.9
                cy    0.1      0.2       0.9
                """)
                .withCurrent(List.of(new Place("ana", "lenka"), new Place("bo", "jascha"), new Place("cy", "sooy")));
        var seating = matcher.match(problem);

        assertThat(pairs(seating)).containsExactly("ana-jascha", "bo-jascha", "cy-sooy");
        assertThat(seating.moves()).isEqualTo(1);
    }

    @Test
    void theQueueOfABreakIsByTierThenByWhatTheyWouldAdd() {
        var seating = matcher.match(draw("""
                           lenka@amx1  jascha@pmx0
                ana#0      0.1         0.1
                bo#1       0.9         0.2
                cy#0@am    0.0         0.9
                dee#1      0.3         0.5
                """));

        assertThat(pairs(seating)).containsExactly("ana-lenka@am");
        assertThat(seating.unseated().stream().collect(Collectors.toMap(Unseated::mentee, Unseated::standby)))
                .isEqualTo(Map.of(
                        "cy", Map.of("am", 1),
                        "bo", Map.of("am", 2, "pm", 2),
                        "dee", Map.of("am", 3, "pm", 1)));
    }

    @Test
    void amongEqualsTheSeedDrawsAndEveryoneHasAFairChance() {
        var problem = draw("""
                      lenkax1  jaschax1
                ana   0.5      0.5
                bo    0.5      -
                cy    0.5      0.5
                dee   0.5      0.5
                """);
        var wins = IntStream.range(0, 600)
                .mapToObj(seed -> matcher.match(problem.withSeed(seed)))
                .flatMap(seating -> seating.seats().stream())
                .collect(Collectors.groupingBy(Seat::mentee, Collectors.counting()));

        // 600 rounds, 2 seats, 4 equals: 300 each; six standard deviations are 74. That bo has one table fewer matters
        // not.
        assertThat(wins).hasSize(4).allSatisfy((_, won) -> assertThat(won).isBetween(226L, 374L));
    }

    @Test
    void anExplanationNamesTheNextBestSeatAndWhatItWouldCostTheWhole() {
        var problem = draw("""
                      lenkax1  jaschax1
                ana   0.9      0.8
                bo    0.7      0.1
                cy    0.0      0.0
                """);
        var seating = matcher.match(problem);
        var explanations = matcher.explain(problem, seating, "ana");

        assertThat(pairs(seating)).containsExactly("ana-jascha", "bo-lenka");
        assertThat(explanations)
                .singleElement()
                .extracting(Explanation::alternative, InstanceOfAssertFactories.optional(Explanation.Alternative.class))
                .hasValueSatisfying(other -> {
                    assertThat(other.seat()).isEqualTo(new Seat("ana", "lenka", 0.9));
                    // ana with lenka, and bo with jascha: 1.0 instead of 1.5.
                    assertThat(other.cost()).isCloseTo(0.5, within(1e-9));
                });
        assertThat(matcher.explain(problem, seating, "cy")).isEmpty();
    }

    @Test
    void aReportCountsTheRound() {
        var report = matcher.match(draw("""
                       lenkax3
                ana#0  0.2
                bo#0   0.4
                cy#1   0.6
                dee#1  0.1
                """)).report();

        assertThat(report.tiers())
                .isEqualTo(Map.of(
                        0, new SeatReport.Tier(2, List.of(2)),
                        1, new SeatReport.Tier(2, List.of(1))));
        assertThat(report.median()).isEqualTo(0.4);
        assertThat(report.gini()).isCloseTo(0.2222, within(1e-4));
    }

    @Test
    void nobodyAndNothingIsAnAnswerToo() {
        var empty = matcher.match(SeatProblem.of(List.of(), List.of(), (_, _) -> OptionalDouble.empty()));
        assertThat(empty.seats()).isEmpty();
        assertThat(empty.minimum()).isEmpty();
        assertThat(empty.proven()).isTrue();

        var noTables =
                matcher.match(SeatProblem.of(List.of(Mentee.of("ana")), List.of(), (_, _) -> OptionalDouble.empty()));
        assertThat(noTables.unseated()).extracting(Unseated::why).containsExactly(Unseated.Why.NO_SHARED_BREAK);
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        var problem = draw("""
                         lenka@amx1/epfl  jascha@amx1   jascha@pmx2
                ana      0.5              0.5           0.5
                ana*2    0.5              1.5           NaN
                bo*0     0.5              0.5           -
                cy/epfl  0.5              0.5           0.5
                """);
        problem = new SeatProblem(
                problem.mentees(),
                problem.tables().stream()
                        .map(table -> table.id().equals("jascha@am")
                                ? new Table("jascha@am", "jascha", "am", -1, 0, table.institutions())
                                : table)
                        .toList(),
                problem.affinity(),
                List.of(new Conflict("cy", "nobody"), new Conflict("cy", "jascha"), new Conflict("cy", "jascha")),
                List.of(new Apart("ana", "cy"), new Apart("cy", "ana"), new Apart("bo", "bo")),
                List.of(
                        new Place("cy", "lenka@am"),
                        new Place("cy", "jascha@pm"),
                        new Place("ana", "lenka@am"),
                        new Place("bo", "jascha@pm")),
                List.of(new Place("zed", "lenka@am")),
                problem.rules().withMovePrice(-1).withMaxMoves(-2),
                1);
        var wrong = problem;

        assertThatThrownBy(() -> matcher.match(wrong))
                .isInstanceOfSatisfying(
                        InvalidProblem.class,
                        refused -> assertThat(refused.problems())
                                .contains(
                                        "Mentee ana is listed twice.",
                                        "Mentee bo wants 0 seats: it must be 1 or more.",
                                        "Table jascha@am has the capacity -1: it must be 0 or more.",
                                        "Unknown mentor nobody in a conflict.",
                                        "The conflict of cy and jascha is listed twice.",
                                        "The apart pair of ana and cy is listed twice.",
                                        "Mentee bo is to be kept apart from themselves.",
                                        "Unknown mentee zed in a current seat.",
                                        "Mentee cy is locked at table lenka@am but is of the mentor's institution epfl.",
                                        "Mentee cy is locked at table jascha@pm but has a conflict with mentor jascha.",
                                        "Mentee bo is locked at table jascha@pm but may not sit there: no affinity is given.",
                                        "Mentee cy wants 1 seats and is locked at 2 tables.",
                                        "Table lenka@am has the capacity 1 and 2 locked seats.",
                                        "Mentees ana and cy are to be apart but both locked at table lenka@am.",
                                        "The move price is -1.0: it must be from 0 to 1000.",
                                        "At most -2 moves are allowed: it must be 0 or more.",
                                        "The affinity of mentee ana and mentor jascha at table jascha@am is 1.5: it must be from 0 to 1.",
                                        "The affinity of mentee ana and mentor jascha at table jascha@pm is NaN: it must be from 0 to 1."));
    }

    @Test
    void locksThatLeaveATableBelowItsMinimumAreRefused() {
        var problem = draw("""
                      lenkax3>=2
                ana   0.9
                """).withLocked(List.of(new Place("ana", "lenka")));

        assertThatThrownBy(() -> matcher.match(problem))
                .isInstanceOf(InvalidProblem.class)
                .hasMessageContaining("unlock seats, lower a minimum or allow more moves");
    }

    @Test
    void manyThreadsMayMatchAtOnce() throws Exception {
        var problem = RandomProblems.medium(3);
        var expected = matcher.match(problem);
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<Seating> task = () -> new SeatMatcher().match(problem);
            for (var seating : threads.invokeAll(Collections.nCopies(16, task))) {
                assertThat(seating.get()).isEqualTo(expected);
            }
        }
    }
}
