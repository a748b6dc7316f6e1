package coffeebreak.bot.signup;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Person;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every keeper of blocks does.
public abstract class BlocksContract {

    private static final Person ANA = new Person("U-ana");
    private static final Person BO = new Person("U-bo");
    private static final Person CY = new Person("U-cy");

    private final Blocks blocks;

    /// @param blocks with nothing in them
    protected BlocksContract(Blocks blocks) {
        this.blocks = blocks;
    }

    @Test
    void whatOneSaidCountsForBothAndIsShownToNobodyElse() {
        blocks.change(ANA, List.of(BO), List.of());

        assertThat(blocks.said().between(ANA, BO)).isTrue();
        assertThat(blocks.said().between(BO, ANA)).isTrue();
        assertThat(blocks.said().between(ANA, CY)).isFalse();
        assertThat(blocks.said().by(ANA)).containsExactly(BO);
        assertThat(blocks.said().by(BO)).isEmpty();
    }

    @Test
    void itCanBeTakenBackByWhoeverSaidIt() {
        blocks.change(ANA, List.of(BO, CY), List.of());

        blocks.change(BO, List.of(), List.of(ANA));
        blocks.change(ANA, List.of(), List.of(CY));

        assertThat(blocks.said().by(ANA)).containsExactly(BO);
        assertThat(blocks.said().between(CY, ANA)).isFalse();
    }

    @Test
    void whoIsForgottenIsNamedNoMoreButCannotComeBackToTheTable() {
        blocks.change(ANA, List.of(BO), List.of());
        blocks.change(BO, List.of(CY), List.of());

        blocks.forget(BO);

        assertThat(blocks.said().lines()).hasSize(1).allMatch(line -> line.startsWith("U-ana #"));
        assertThat(blocks.said().by(ANA)).isEmpty();
        assertThat(blocks.said().between(BO, ANA)).isTrue();
        assertThat(blocks.said().between(CY, ANA)).isFalse();

        blocks.forget(ANA);
        assertThat(blocks.said().lines()).isEmpty();
    }
}
