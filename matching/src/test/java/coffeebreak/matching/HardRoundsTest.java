package coffeebreak.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Rounds of 700 at which all rules come together; how long they take is what [HardRounds] prints.
class HardRoundsTest {
    private final SeatMatcher matcher = new SeatMatcher();

    static Stream<HardRounds.Kind> atFourteenTables() {
        return HardRounds.KINDS.stream().filter(kind -> kind.capacity() == 6 && kind.mentors() <= 14);
    }

    @ParameterizedTest
    @MethodSource("atFourteenTables")
    void aRoundWithAllRulesIsProvenAndKeepsThem(HardRounds.Kind kind) {
        if (kind.breaks() > 2) {
            return;
        }
        for (var affinities : HardRounds.Affinities.values()) {
            var problem = HardRounds.problem(kind, affinities, 1);
            var seating = matcher.match(problem);
            var name = kind + " " + affinities;
            assertThat(seating.proven()).as(name).isTrue();
            assertThat(Exhaustive.broken(problem, places(seating))).as(name).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = HardRounds.Affinities.class,
            names = {"UNIFORM", "TWO_DECIMALS", "SPARSE_ZERO"})
    void soIsOneWithSeatsForEverybody(HardRounds.Affinities affinities) {
        for (var kind : List.of(
                HardRounds.Kind.of(59, 2, 6, "institutions"),
                HardRounds.Kind.of(7, 2, 60),
                HardRounds.Kind.of(7, 2, 55, "mentors", "apart", "tiers", "repair", "locks"))) {
            var problem = HardRounds.problem(kind, affinities, 1);
            var seating = matcher.match(problem);
            var name = kind + " " + affinities;
            assertThat(seating.proven()).as(name).isTrue();
            assertThat(seating.unseated()).as(name).isEmpty();
        }
    }

    private static List<Place> places(Seating seating) {
        return seating.seats().stream().map(Seat::place).toList();
    }
}
