package coffeebreak.bot.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every target holds for its seeds, which are also what once was found. `mvn -pl bot -am -Pfuzz` goes on from there.
class SeedsTest {

    @ParameterizedTest
    @EnumSource
    void everyTargetHoldsForItsSeeds(Targets one) throws Exception {
        var target = one.make();
        assertThat(target.seeds()).isNotEmpty();
        target.holds(new byte[0]);
        for (var seed : target.seeds()) {
            target.holds(seed);
        }
    }
}
