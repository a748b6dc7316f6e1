package coffeebreak.bot.organizing;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Person;
import org.junit.jupiter.api.Test;

/// What every list of added organizers does.
public abstract class AppointedContract {

    private static final Person ANA = new Person("UANA");
    private static final Person BO = new Person("UBO");

    private final Appointed appointed;

    /// @param appointed with nobody in it
    protected AppointedContract(Appointed appointed) {
        this.appointed = appointed;
    }

    @Test
    void whoeverIsAddedIsThereUntilTheyAreRemovedAndTwiceMakesNoDifference() {
        assertThat(appointed.all()).isEmpty();

        assertThat(appointed.add(ANA)).isTrue();
        assertThat(appointed.add(ANA)).isFalse();
        assertThat(appointed.add(BO)).isTrue();
        assertThat(appointed.all()).containsExactlyInAnyOrder(ANA, BO);

        assertThat(appointed.remove(ANA)).isTrue();
        assertThat(appointed.remove(ANA)).isFalse();
        assertThat(appointed.all()).containsExactly(BO);
    }
}
