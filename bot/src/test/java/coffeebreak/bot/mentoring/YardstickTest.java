package coffeebreak.bot.mentoring;

import static coffeebreak.bot.mentoring.Scene.AFTERNOON;
import static coffeebreak.bot.mentoring.Scene.BOTH;
import static coffeebreak.bot.mentoring.Scene.MORNING;
import static coffeebreak.bot.mentoring.Scene.mentor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import coffeebreak.bot.signup.Consent;
import coffeebreak.bot.signup.Profile;
import coffeebreak.bot.signup.Stage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class YardstickTest {

    private final Scene scene = new Scene()
            .offering(
                    mentor("cohen", 3, Set.of(MORNING), "Flatiron Institute", "loss landscapes", "edge of stability"),
                    mentor("kempe", 3, Set.of(AFTERNOON), "NYU", "synthetic data", "model collapse"));

    private Compared measured(long seed) {
        return scene.mentoring
                .compared(scene.mentoring.plan(), scene.profiles.all(), seed)
                .orElseThrow();
    }

    private void signUp(String name, String interests) {
        scene.signUp(new Profile(
                Scene.person(name),
                name,
                Scene.VENUE,
                Stage.PHD1,
                "",
                List.of(),
                interests,
                BOTH,
                "",
                false,
                Set.of(Consent.values()),
                true,
                false,
                scene.now(),
                1));
    }

    private void sixWithTwoInterests() {
        for (var number = 1; number <= 3; number++) {
            signUp("a" + number, "loss landscapes and the edge of stability");
            signUp("b" + number, "synthetic data and model collapse");
        }
        scene.publish();
    }

    @Test
    void aFirstRoundIsTheBestThereIsAndBetterThanChance() {
        sixWithTwoInterests();

        var measured = measured(1);

        assertThat(measured.seats()).hasSize(6);
        assertThat(measured.mean()).isCloseTo(measured.optimum(), within(1e-9));
        assertThat(measured.chance()).isLessThan(measured.mean() - 0.05);
        assertThat(measured.byChance()).hasSize(6 * measured.drawn());
    }

    @Test
    void theSameSeedDrawsTheSame() {
        sixWithTwoInterests();

        assertThat(measured(7)).isEqualTo(measured(7));
        assertThat(measured(7).byChance()).isNotEqualTo(measured(8).byChance());
    }

    @Test
    void chanceKeepsTheRules() {
        signUp("a1", "loss landscapes and the edge of stability");
        scene.change(Scene.making(scene.profiles.all().getFirst(), Set.of(MORNING)));
        scene.publish();

        var measured = measured(1);

        assertThat(measured.byChance()).as("one table is all there is").containsOnly(measured.mean());
    }

    @Test
    void withNobodySeatedThereIsNothingToCompare() {
        assertThat(scene.mentoring.compared(scene.mentoring.plan(), List.of(), 1))
                .isEmpty();
    }
}
