package coffeebreak.bot.mentoring;

import static coffeebreak.bot.mentoring.Scene.AFTERNOON;
import static coffeebreak.bot.mentoring.Scene.BOTH;
import static coffeebreak.bot.mentoring.Scene.MORNING;
import static coffeebreak.bot.mentoring.Scene.mentor;
import static coffeebreak.bot.mentoring.Scene.person;
import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.mentoring.Mentoring.Preview;
import coffeebreak.bot.mentoring.Mentoring.Report;
import coffeebreak.bot.signup.Stage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A further round: whoever sits stays, unless they cannot sit there any more.
class FurtherRoundTest {

    private static final Mentor COHEN = mentor("cohen", 1, Set.of(MORNING), "Flatiron Institute");
    private static final Mentor KEMPE = mentor("kempe", 1, Set.of(AFTERNOON), "NYU");

    private final Scene scene = new Scene().offering(COHEN, KEMPE);

    private Report report() {
        return ((Preview.Ready) scene.mentoring.preview()).report();
    }

    @Test
    void whoeverCannotMakeTheBreakAnyMoreMovesAndTheListOfMovesIsShownFirst() {
        var ana = scene.signUp("Ana", Stage.PHD1, "", Set.of(MORNING), false);
        scene.publish();
        scene.news();
        scene.change(Scene.making(ana, Set.of(AFTERNOON)));

        assertThat(report().shifts())
                .containsExactly(new Shift(
                        person("ana"),
                        "Ana",
                        List.of("Jeremy Cohen, Coffee Break 1"),
                        List.of("Julia Kempe, Coffee Break 2")));
        assertThat(scene.seats()).as("a preview moves nobody").containsExactly("ana@cohen/s04");
        scene.publish();

        assertThat(scene.seats()).containsExactly("ana@kempe/s11");
        assertThat(scene.headlines())
                .containsExactlyInAnyOrder(
                        "U-ana* The tables had to be changed, so your seat with Jeremy Cohen (Coffee Break 1, 10:30 to "
                                + "11:00) is no longer yours. You have another one, in a newer message, or are the first in line.",
                        "U-ana: You sit with Julia Kempe");
    }

    @Test
    void whoeverNowWorksWhereTheMentorWorksMoves() {
        var ana = scene.signUp("Ana");
        scene.publish();
        var mentors = scene.seats().getFirst().contains("cohen") ? "Flatiron Institute" : "NYU";
        scene.change(Scene.at(ana, mentors));

        scene.publish();

        assertThat(scene.seats())
                .hasSize(1)
                .noneMatch(seat -> seat.contains(mentors.equals("NYU") ? "kempe" : "cohen"));
    }

    @Test
    void otherChangesOfASignUpMoveNobody() {
        var ana = scene.signUp("Ana");
        scene.publish();
        var before = scene.seats();
        scene.change(Scene.at(ana, "EPFL"));
        scene.signUp("Bo");

        assertThat(report().shifts()).extracting(Shift::name).containsExactly("Bo");
        scene.publish();

        assertThat(scene.seats()).hasSize(2).containsAll(before);
    }

    @Test
    void aLockedSeatSurvives() {
        var ana = scene.signUp("Ana", Stage.PHD1, "", Set.of(MORNING), false);
        scene.publish();
        var plan = scene.mentoring.plan();
        scene.plans.replace(plan.next().withLocked(scene.seatOf("ana"), true), List.of());
        scene.change(Scene.making(ana, Set.of(AFTERNOON)));

        assertThat(scene.mentoring.preview()).isEqualTo(new Preview.Nothing(Hindrance.EVERYBODY_SEATED));
    }

    @Test
    void whoeverHasToMoveComesBeforeNewcomersAndElseFirstInLine() {
        scene.offering(COHEN);
        scene.signUp("Ana", Stage.FACULTY, "", BOTH, false);
        scene.publish();
        scene.news();
        scene.change(Scene.at(scene.profiles.find(person("ana")).orElseThrow(), "Flatiron Institute"));
        scene.offering(COHEN, KEMPE);
        scene.signUp("Bo", Stage.PHD1, "", Set.of(AFTERNOON), false);

        scene.publish();

        assertThat(scene.seats()).containsExactly("ana@kempe/s11");
    }

    @Test
    void whoeverLosesTheirSeatAndGetsNoOtherIsFirstInLineAndToldOnce() {
        var ana = scene.signUp("Ana", Stage.FACULTY, "", Set.of(MORNING), false);
        scene.change(Scene.agreeing(ana, Set.of()));
        scene.publish();
        scene.signUp("Bo", Stage.PHD1, "", Set.of(AFTERNOON), false);
        scene.publish();
        scene.news();
        scene.change(Scene.making(scene.profiles.find(person("ana")).orElseThrow(), Set.of(AFTERNOON)));
        scene.signUp("Cy", Stage.PHD1, "", Set.of(AFTERNOON), false);

        assertThat(report().shifts())
                .containsExactly(new Shift(person("ana"), "Ana", List.of("Jeremy Cohen, Coffee Break 1"), List.of()));
        scene.publish();

        assertThat(scene.mentoring.plan().standby().get(AFTERNOON)).startsWith(person("ana"));
        assertThat(scene.news().stream()
                        .filter(notice -> notice.to().equals(person("ana")))
                        .filter(notice -> notice.content() instanceof coffeebreak.bot.chat.Notice.Content.Post))
                .hasSize(1);
    }

    @Test
    void whoeverLeavesABreakLeavesTheirPeersInIt() {
        scene.offering(mentor("cohen", 1, Set.of(MORNING), "Flatiron Institute"));
        for (var name : List.of("Ana", "Bo", "Cy", "Di", "Ed")) {
            scene.signUp(name, Stage.PHD1, "", BOTH, false);
        }
        scene.publish();
        var place = scene.mentoring.plan().peers().places().getFirst();
        var who = place.seat().person();
        var elsewhere = place.table().coffeeBreak().equals(MORNING) ? AFTERNOON : MORNING;
        scene.change(Scene.making(scene.profiles.find(who).orElseThrow(), Set.of(elsewhere)));
        scene.signUp("Flo", Stage.PHD1, "", BOTH, false);

        scene.publish();

        assertThat(scene.mentoring.plan().peers().of(who))
                .noneMatch(now -> now.table().coffeeBreak().equals(place.table().coffeeBreak()));
    }

    @Test
    void theSameLotteryIsUsedAgainForAPreviewThatIsStale() {
        scene.signUp("Ana");
        var first = (Preview.Ready) scene.mentoring.preview();
        scene.signUp("Bo", Stage.FACULTY, "", Set.of(AFTERNOON), false);

        var renewed = scene.mentoring.previewAgain(first.number());

        assertThat(((Preview.Ready) renewed.preview()).draft().seed())
                .isEqualTo(first.draft().seed());
        assertThat(renewed.differences())
                .isNotEmpty()
                .anyMatch(shift -> shift.name().equals("Bo") && shift.gainsOnly());
    }
}
