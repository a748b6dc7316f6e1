package coffeebreak.bot.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.mentoring.Forbids.Pair;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What organizers' list of those kept apart does, wherever it is kept.
public abstract class ForbidsContract {

    private static final Person ANA = new Person("U-ana");
    private static final Person BO = new Person("U-bo");
    private static final Person CY = new Person("U-cy");
    private static final List<Person> COHEN = List.of(new Person("mentor:cohen"), new Person("U-cohen"));

    private final Forbids forbids;

    /// @param forbids with nothing in it
    protected ForbidsContract(Forbids forbids) {
        this.forbids = forbids;
    }

    @Test
    void itCountsFromBothSidesAndIsListedOnce() {
        forbids.forbid(List.of(BO), List.of(ANA));
        forbids.forbid(List.of(ANA), List.of(BO));

        assertThat(forbids.said().between(ANA, BO)).isTrue();
        assertThat(forbids.said().between(BO, ANA)).isTrue();
        assertThat(forbids.said().between(ANA, CY)).isFalse();
        assertThat(forbids.pairs()).containsExactly(new Pair(ANA, BO));
    }

    @Test
    void aMentorIsMeantUnderEachOfTheirNames() {
        forbids.forbid(List.of(ANA), COHEN);

        assertThat(COHEN).allMatch(name -> forbids.said().between(ANA, name));
        assertThat(forbids.pairs()).hasSize(2);
    }

    @Test
    void whoIsAllowedMaySitTogetherAgainWhicheverIsNamedFirst() {
        forbids.forbid(List.of(ANA), COHEN);
        forbids.forbid(List.of(ANA), List.of(BO));

        forbids.allow(COHEN, List.of(ANA));

        assertThat(forbids.pairs()).containsExactly(new Pair(ANA, BO));
    }

    @Test
    void whoIsForgottenIsNamedNoMoreButCannotComeBackToTheTable() {
        forbids.forbid(List.of(ANA), List.of(BO));
        forbids.forbid(List.of(CY), List.of(ANA));

        forbids.forget(ANA);

        assertThat(forbids.pairs())
                .hasSize(2)
                .noneMatch(Pair::namesBoth)
                .extracting(Pair::one)
                .containsExactly(BO, CY);
        assertThat(forbids.said().between(ANA, BO)).isTrue();
        assertThat(forbids.said().lines()).noneMatch(line -> line.contains("ana"));

        var marked = forbids.pairs().getFirst();
        forbids.allow(List.of(marked.one()), List.of(marked.other()));
        assertThat(forbids.said().between(ANA, BO)).isFalse();

        forbids.forget(CY);
        assertThat(forbids.pairs()).isEmpty();
    }
}
