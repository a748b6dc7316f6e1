package coffeebreak.bot.signup;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.signup.Acquaintances.Mark;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// What every keeper of acquaintances does.
public abstract class AcquaintancesContract {

    private static final Person ANA = new Person("U-ana");
    private static final Person BO = new Person("U-bo");
    private static final Instant NINE = Instant.parse("2026-04-26T09:00:00Z");

    private final Acquaintances marks;

    /// @param marks with nothing in them
    protected AcquaintancesContract(Acquaintances marks) {
        this.marks = marks;
    }

    @Test
    void aMarkIsNewOnceAndItsFirstTimeCounts() {
        assertThat(marks.add(ANA, Mark.BEGAN, NINE)).isTrue();
        assertThat(marks.add(ANA, Mark.BEGAN, NINE.plusSeconds(60))).isFalse();
        assertThat(marks.add(BO, Mark.BEGAN, NINE.minusSeconds(60))).isTrue();

        assertThat(marks.marked(Mark.BEGAN, NINE)).containsExactly(BO, ANA);
        assertThat(marks.marked(Mark.BEGAN, NINE.minusMillis(1))).containsExactly(BO);
        assertThat(marks.has(ANA, Mark.BEGAN)).isTrue();
        assertThat(marks.has(ANA, Mark.WELCOMED)).isFalse();
    }

    @Test
    void aMarkIsRemovedByItselfAndAllOfAPersonTogether() {
        marks.add(ANA, Mark.WELCOMED, NINE);
        marks.add(ANA, Mark.NOT_INTERESTED, NINE);
        marks.add(BO, Mark.WELCOMED, NINE);
        marks.remove(ANA, Mark.WELCOMED);
        assertThat(marks.has(ANA, Mark.WELCOMED)).isFalse();
        assertThat(marks.has(ANA, Mark.NOT_INTERESTED)).isTrue();

        marks.forget(ANA);
        assertThat(marks.has(ANA, Mark.NOT_INTERESTED)).isFalse();
        assertThat(marks.has(BO, Mark.WELCOMED)).isTrue();
    }
}
