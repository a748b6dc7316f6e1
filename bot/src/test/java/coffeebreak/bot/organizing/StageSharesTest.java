package coffeebreak.bot.organizing;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.mentoring.Scene;
import coffeebreak.bot.signup.Profile;
import coffeebreak.bot.signup.Stage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StageSharesTest {

    private final Scene scene = new Scene();
    private final List<Profile> people = new ArrayList<>();

    private StageSharesTest some(int count, Stage stage) {
        for (var number = 0; number < count; number++) {
            people.add(scene.signUp(stage + "-" + number, stage, "", Scene.BOTH, false));
        }
        return this;
    }

    private List<String> shares() {
        return StageShares.of(people, profile -> profile.name().endsWith("0")).groups().stream()
                .map(group -> group.words() + ": " + group.seated() + " of " + group.people())
                .toList();
    }

    @Test
    void stagesWithEnoughPeopleStandAlone() {
        some(5, Stage.MASTER).some(7, Stage.PHD1);

        assertThat(shares()).containsExactly("Master's student: 1 of 5", "PhD student, 1st year: 1 of 7");
    }

    @Test
    void aSmallStageIsCountedWithTheNextAndTheLastWithTheOneBefore() {
        some(2, Stage.BACHELOR).some(5, Stage.PHD1).some(6, Stage.PHD2).some(4, Stage.INDUSTRY);

        assertThat(shares())
                .containsExactly(
                        "Bachelor's student to PhD student, 1st year: 2 of 7",
                        "PhD student, 2nd year to Industry or other: 2 of 10");
    }

    @Test
    void ofFewerThanFivePeopleNothingIsTold() {
        some(4, Stage.POSTDOC);

        assertThat(shares()).isEmpty();
    }
}
