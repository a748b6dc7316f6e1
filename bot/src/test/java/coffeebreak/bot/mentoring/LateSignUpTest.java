package coffeebreak.bot.mentoring;

import static coffeebreak.bot.mentoring.Scene.AFTERNOON;
import static coffeebreak.bot.mentoring.Scene.BOTH;
import static coffeebreak.bot.mentoring.Scene.MORNING;
import static coffeebreak.bot.mentoring.Scene.person;
import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.signup.Stage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Scenario 10: whoever signs up when seats were given out already.
class LateSignUpTest {

    private final Scene scene = new Scene();

    private void published(int morning, int afternoon) {
        scene.offering(
                Scene.mentor("cohen", morning, Set.of(MORNING), "Flatiron Institute", "loss landscapes"),
                Scene.mentor("kempe", afternoon, Set.of(AFTERNOON), "Meta", "loss landscapes"));
        scene.signUp("Ana", Stage.PHD1, "", Set.of(MORNING), false);
        scene.publish();
        scene.news();
        scene.itIs("10:05");
    }

    private void signsUpLate(String name, String institution, Set<String> breaks) {
        scene.mentoring.join(
                scene.signUp(name, Stage.PHD3, institution, breaks, false).person());
    }

    @Test
    void aFreeSeatInTheFirstBreakIsTheirs() {
        published(2, 2);
        signsUpLate("Bo", "", BOTH);

        assertThat(scene.seats()).contains("bo@cohen/s04");
        assertThat(scene.headlines()).contains("U-bo: You sit with Jeremy Cohen");
    }

    @Test
    void elseOneInTheSecond() {
        published(1, 1);
        signsUpLate("Bo", "", BOTH);

        assertThat(scene.seats()).contains("bo@kempe/s11");
        assertThat(scene.headlines()).contains("U-bo: You sit with Julia Kempe");
    }

    @Test
    void elseTheyAreLastInLineAndToldSo() {
        published(1, 1);
        signsUpLate("Bo", "", BOTH);
        signsUpLate("Cy", "", BOTH);
        signsUpLate("Di", "", BOTH);

        assertThat(scene.mentoring.plan().standby().get(MORNING)).endsWith(person("cy"), person("di"));
        assertThat(scene.headlines()).contains("U-di: No mentor's seat for you yet");
    }

    @Test
    void noRuleIsBrokenForThem() {
        published(2, 2);
        scene.blocks.change(person("bo"), List.of(person("ana")), List.of());
        signsUpLate("Bo", "", BOTH);
        signsUpLate("Cy", "Flatiron Institute", Set.of(MORNING));

        assertThat(scene.seats()).contains("bo@kempe/s11").noneMatch(seat -> seat.startsWith("cy@"));
        assertThat(scene.headlines()).contains("U-cy: No mentor's seat for you yet");
        assertThat(scene.mentoring.plan().waits(person("cy"))).isFalse();
    }

    @Test
    void aBreakThatHasBegunIsNone() {
        published(2, 2);
        scene.itIs("10:35");
        signsUpLate("Bo", "", BOTH);

        assertThat(scene.seats()).contains("bo@kempe/s11");
    }

    @Test
    void whoWaitsAlreadyKeepsThePlaceAndNobodyIsToldTwice() {
        published(1, 1);
        signsUpLate("Bo", "", BOTH);
        signsUpLate("Cy", "", BOTH);
        scene.news();
        var before = scene.mentoring.plan();
        scene.mentoring.join(person("cy"));
        scene.mentoring.join(person("bo"));

        assertThat(scene.mentoring.plan()).isEqualTo(before);
        assertThat(scene.news()).isEmpty();
    }

    @Test
    void beforeAnySeatIsGivenOutNothingHappens() {
        scene.offering(Scene.mentor("cohen", 1, Set.of(MORNING), "Flatiron Institute", "loss landscapes"));
        signsUpLate("Bo", "", BOTH);

        assertThat(scene.mentoring.plan().published()).isFalse();
        assertThat(scene.news()).isEmpty();
    }

    /// Scenario 7: never at their own table, and in no two roles in one break.
    @Test
    void aMentorWithAFreeBreakIsAGuestInThatOneOnly() {
        published(2, 2);
        var kempe = person("kempe");
        signsUpLate("Kempe", "", BOTH);

        assertThat(scene.mentoring.plan().takenBy(kempe))
                .singleElement()
                .satisfies(seat -> assertThat(seat.table()).isEqualTo("cohen@s04"));
        assertThat(scene.mentoring.bookings(kempe))
                .extracting(Booking::coffeeBreak)
                .containsExactly(MORNING, AFTERNOON);
    }

    @Test
    void aMentorWithNoFreeSeatIsNotInLineForTheirOwnBreak() {
        published(1, 2);
        signsUpLate("Kempe", "", BOTH);

        assertThat(scene.mentoring.plan().placesOf(person("kempe"))).containsOnlyKeys(MORNING);
    }
}
