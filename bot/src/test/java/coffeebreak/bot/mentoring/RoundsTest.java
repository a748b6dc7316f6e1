package coffeebreak.bot.mentoring;

import static coffeebreak.bot.mentoring.Scene.AFTERNOON;
import static coffeebreak.bot.mentoring.Scene.BOTH;
import static coffeebreak.bot.mentoring.Scene.MORNING;
import static coffeebreak.bot.mentoring.Scene.mentor;
import static coffeebreak.bot.mentoring.Scene.person;
import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.files.YamlProgramme;
import coffeebreak.bot.mentoring.Mentoring.Preview;
import coffeebreak.bot.mentoring.Mentoring.Publication;
import coffeebreak.bot.mentoring.Mentoring.Staleness;
import coffeebreak.bot.signup.Consent;
import coffeebreak.bot.signup.Profile;
import coffeebreak.bot.signup.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private final Scene scene = new Scene().offering(mentor("cohen", 2, BOTH, "Flatiron Institute", "loss landscapes"));

    @Test
    void withNobodySignedUpThereIsNothingToMatch() {
        assertThat(scene.mentoring.preview()).isEqualTo(new Preview.Nothing(Hindrance.NOBODY_SIGNED_UP));
        assertThat(scene.plans.latestDraft()).isZero();
    }

    @Test
    void withoutMentorsThePreviewSaysHowToNameThem() {
        scene.offering().signUp("Ana");

        assertThat(scene.mentoring.preview()).isEqualTo(new Preview.Nothing(Hindrance.NO_MENTORS));
    }

    @Test
    void theOnlyOneWhoSignedUpGetsASeatAndNobodyElseIsTold() {
        scene.signUp("Ana");

        var published = scene.publish();

        assertThat(published.round())
                .isEqualTo(new PublishedRound(1, Scene.ORGANIZER, scene.now(), 1, 0, seed(), null));
        assertThat(published.notices()).hasSize(1);

        assertThat(scene.headlines()).containsExactly("U-ana: You sit with Jeremy Cohen");
    }

    @Test
    void aPreviewChangesNoSeatAndTellsNobody() {
        scene.signUp("Ana");

        scene.preview();
        scene.preview();

        assertThat(scene.mentoring.plan()).isEqualTo(SeatingPlan.EMPTY);
        assertThat(scene.news()).isEmpty();
        assertThat(scene.mentoring.standing(person("ana"))).isEqualTo(new Mentoring.Standing.NotPublished());
    }

    @Test
    void aPreviewCountsWhoAskedWhoIsSeatedAndWhoIsEarlyInTheirCareer() {
        scene.offering(mentor("cohen", 2, Set.of(MORNING), "Flatiron Institute"));
        scene.signUp("Ana");
        scene.signUp("Bo", Stage.PHD2, "", BOTH, false);
        scene.signUp("Cy", Stage.POSTDOC, "", BOTH, false);
        scene.signUp("Di", Stage.PHD1, "", Set.of(AFTERNOON), false);

        var report = ((Preview.Ready) scene.mentoring.preview()).report();

        assertThat(report.asked()).isEqualTo(4);
        assertThat(report.seated()).isEqualTo(2);
        assertThat(report.earlyStage()).isEqualTo(3);
        assertThat(report.earlyStageSeated()).isEqualTo(2);
        assertThat(report.waiting()).containsExactlyInAnyOrder(person("cy"), person("di"));
        assertThat(report.brokenRules()).isZero();
        assertThat(report.tables())
                .singleElement()
                .satisfies(table -> assertThat(table.names()).containsExactlyInAnyOrder("Ana", "Bo"));
    }

    @Test
    void aSecondPreviewCountsOnlyThoseItIsAbout() {
        scene.signUp("Ana");
        scene.publish();
        scene.signUp("Bo");

        var report = ((Preview.Ready) scene.mentoring.preview()).report();

        assertThat(List.of(report.asked(), report.seated(), report.earlyStage(), report.earlyStageSeated()))
                .containsExactly(1, 1, 1, 1);
    }

    @Test
    void publishingTellsEachOfThemOnce() {
        scene.offering(
                mentor("cohen", 1, Set.of(MORNING), "Flatiron Institute"), mentor("kempe", 1, Set.of(MORNING), "NYU"));
        scene.signUp("Ana");
        scene.signUp("Bo");
        scene.signUp("Cy", Stage.POSTDOC, "", Set.of(MORNING), false);
        scene.signUp("Di", Stage.PHD1, "", Set.of(AFTERNOON), false);

        scene.publish();

        assertThat(scene.headlines())
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).startsWith("U-ana: You sit with J"),
                        line -> assertThat(line).startsWith("U-bo: You sit with J"),
                        line -> assertThat(line).isEqualTo("U-cy: No mentor's seat for you yet"),
                        line -> assertThat(line).isEqualTo("U-di: No mentor's seat for you yet"));
    }

    @Test
    void whatWasPublishedIsNotPublishedAgain() {
        scene.signUp("Ana");
        scene.publish();
        scene.news();

        var round = scene.mentoring.plan().round(1).orElseThrow();
        assertThat(scene.publish(1)).isEqualTo(new Publication.AlreadyPublished(round));
        assertThat(scene.publish(0)).isEqualTo(new Publication.AlreadyPublished(round));
        assertThat(scene.news()).isEmpty();
    }

    @Test
    void ofTwoOrganizersWhoPublishAtOnceOneIsToldThatItIsDone() {
        scene.signUp("Ana");
        scene.preview();
        var other = new Person("U-other");
        var seen = new ArrayList<Publication>();
        scene.plans.faster = () -> seen.add(scene.mentoring.publish(other, 1));

        assertThat(scene.publish(1)).isInstanceOf(Publication.Published.class);
        assertThat(seen).containsExactly(new Publication.Underway(new Turn(Scene.ORGANIZER, scene.now())));
        assertThat(scene.mentoring.publish(other, 1)).isInstanceOf(Publication.AlreadyPublished.class);
        assertThat(scene.headlines()).hasSize(1);
    }

    @Test
    void whoeverTakesSoLongThatTheirTurnHasEndedStillPublishesNothingASecondTime() {
        scene.signUp("Ana");
        scene.preview();
        var other = new Person("U-other");
        scene.plans.faster = () -> {
            scene.plans.endTurn(new Turn(Scene.ORGANIZER, scene.now()));
            scene.mentoring.publish(other, 1);
        };

        assertThat(scene.publish(1))
                .isInstanceOfSatisfying(
                        Publication.AlreadyPublished.class,
                        done -> assertThat(done.round().by()).isEqualTo(other));
        assertThat(scene.headlines()).hasSize(1);
    }

    @Test
    void whatSomebodyElsePublishedMeanwhileMakesAnotherPreviewStale() {
        scene.signUp("Ana");
        scene.preview();
        scene.preview();
        scene.clock.advance(Duration.ofSeconds(1));
        scene.publish(2);

        assertThat(scene.publish(1))
                .isEqualTo(new Publication.Stale(
                        1,
                        new Staleness.Overtaken(scene.mentoring.plan().round(2).orElseThrow())));
        assertThat(scene.headlines()).hasSize(1);
    }

    private long seed() {
        return scene.mentoring.plan().seed();
    }

    @Test
    void withoutADateOrZoneNothingIsPublished() {
        scene.signUp("Ana");
        scene.programme = YamlProgramme.builtIn();
        scene.preview();

        assertThat(scene.publish(1)).isEqualTo(new Publication.Impossible(Hindrance.NO_DATE_AND_NO_ZONE, 1));
        scene.programme = YamlProgramme.builtIn().at(Scene.DAY, null);
        assertThat(scene.publish(1)).isInstanceOf(Publication.Impossible.class);
        assertThat(scene.mentoring.plan()).isEqualTo(SeatingPlan.EMPTY);
        assertThat(scene.news()).isEmpty();
    }

    @Test
    void whatWasNotPreviewedIsNotPublished() {
        assertThat(scene.publish(0)).isEqualTo(new Publication.Impossible(Hindrance.NOTHING_PREVIEWED, 0));
        assertThat(scene.publish(4)).isEqualTo(new Publication.Impossible(Hindrance.NO_SUCH_PREVIEW, 4));
    }

    @Test
    void aPreviewIsStaleOnceSomebodySignedUpChangedOrLeft() {
        var stale = new Publication.Stale(1, new Staleness.AskedOtherwise());
        var ana = scene.signUp("Ana");
        scene.preview();

        var bo = scene.signUp("Bo");
        assertThat(scene.publish(1)).isEqualTo(stale);
        scene.profiles.remove(bo.person());
        scene.change(ana);
        assertThat(scene.publish(1)).isEqualTo(stale);
        scene.profiles.remove(ana.person());
        assertThat(scene.publish(1)).isEqualTo(stale);
        assertThat(scene.news()).isEmpty();
    }

    @Test
    void aPreviewIsStaleWhenSomebodyWasForgottenAndSignedUpAnew() {
        var ana = scene.signUp("Ana");
        scene.preview();

        scene.profiles.remove(ana.person());
        scene.clock.advance(Duration.ofMinutes(1));
        scene.signUp("Ana", Stage.PHD1, "", Set.of(AFTERNOON), false);

        assertThat(scene.publish(1)).isInstanceOf(Publication.Stale.class);
    }

    @Test
    void aPreviewIsStaleOnceSeatsOrBreaksHaveMovedOn() {
        scene.signUp("Ana");
        scene.publish();
        scene.signUp("Bo");
        scene.preview();

        scene.itIs("10:30");
        assertThat(scene.publish(2)).isInstanceOf(Publication.Stale.class);
        scene.mentoring.decline(person("ana"), "");
        assertThat(scene.publish(2)).isEqualTo(new Publication.Stale(2, new Staleness.SeatsMoved()));
    }

    @Test
    void aPreviewIsNotStaleSinceTheRoundBeforeCanNoLongerBeTakenBack() {
        scene.signUp("Ana");
        scene.publish();
        scene.signUp("Bo");
        scene.preview();
        var previewed = scene.mentoring.plan();

        scene.clock.advance(Duration.ofMinutes(6));
        scene.mentoring.timePasses();

        assertThat(scene.mentoring.plan().version()).isGreaterThan(previewed.version());
        assertThat(scene.publish(2)).isInstanceOf(Publication.Published.class);
    }

    @Test
    void aFurtherRoundKeepsTheSeatsAndFillsTheFreeOnes() {
        scene.offering(mentor("cohen", 2, Set.of(MORNING), "Flatiron Institute"));
        scene.signUp("Ana", Stage.FACULTY, "", BOTH, false);
        scene.publish();
        scene.news();
        scene.signUp("Bo");
        scene.signUp("Cy");

        scene.publish();

        assertThat(scene.seats()).hasSize(2).contains("ana@cohen/s04");
        assertThat(scene.headlines())
                .hasSize(3)
                .as("whoever sits there reads who comes")
                .contains("U-ana* You sit with Jeremy Cohen");
    }

    @Test
    void aFurtherRoundFillsNoBreakThatHasBegun() {
        scene.signUp("Ana");
        scene.publish();
        scene.itIs("10:30");
        scene.signUp("Bo");
        scene.signUp("Cy");
        scene.signUp("Di");

        scene.publish();

        assertThat(scene.seats())
                .filteredOn(seat -> !seat.startsWith("ana"))
                .hasSizeLessThanOrEqualTo(2)
                .allMatch(seat -> seat.endsWith(AFTERNOON));
        scene.itIs("15:00");
        assertThat(scene.mentoring.preview()).isEqualTo(new Preview.Nothing(Hindrance.NO_TABLE_TO_COME));
    }

    @Test
    void thoseWhoWaitAreNotToldAgainInTheNextRound() {
        scene.offering(mentor("cohen", 1, Set.of(MORNING), "Flatiron Institute"));
        scene.signUp("Ana");
        unwillingToSitWithPeers("Bo", Stage.POSTDOC, BOTH);
        var afternoon = unwillingToSitWithPeers("Cy", Stage.PHD1, Set.of(AFTERNOON));
        scene.publish();
        scene.news();

        scene.signUp("Di", Stage.FACULTY, "", BOTH, false);
        scene.publish();

        assertThat(scene.news()).extracting(Notice::to).containsExactlyInAnyOrder(person("di"), afternoon.person());
        assertThat(scene.outbox.counts().waiting())
                .as("the notice to %s has the id of the first round's, and is owed once", afternoon)
                .isEqualTo(4);
    }

    private Profile unwillingToSitWithPeers(String name, Stage stage, Set<String> breaks) {
        var profile = scene.signUp(name, stage, "", breaks, false);
        scene.change(Scene.agreeing(profile, Set.of(Consent.CARD)));
        return profile;
    }

    @Test
    void secondSeatsGoOnlyToThoseWhoAskedAndOnlyWhenEverybodyHasOne() {
        scene.offering(
                mentor("cohen", 1, Set.of(MORNING), "Flatiron Institute"),
                mentor("kempe", 2, Set.of(AFTERNOON), "NYU"));
        scene.signUp("Ana", Stage.PHD1, "", BOTH, true);
        scene.signUp("Bo", Stage.FACULTY, "", BOTH, true);
        scene.signUp("Cy", Stage.FACULTY, "", BOTH, false);

        scene.publish();

        assertThat(scene.seats()).hasSize(3);
        assertThat(scene.mentoring.plan().takenBy(person("ana"))).hasSize(1);
        assertThat(scene.mentoring.plan().takenBy(person("bo"))).hasSize(1);
        assertThat(scene.mentoring.plan().takenBy(person("cy"))).hasSize(1);

        scene.offering(
                mentor("cohen", 3, Set.of(MORNING), "Flatiron Institute"),
                mentor("kempe", 3, Set.of(AFTERNOON), "NYU"));
        scene.publish();

        assertThat(scene.mentoring.plan().takenBy(person("ana"))).hasSize(2);
        assertThat(scene.mentoring.plan().takenBy(person("bo"))).hasSize(2);
        assertThat(scene.mentoring.plan().takenBy(person("cy"))).hasSize(1);
    }

    @Test
    void nobodySitsWithAMentorOfTheirOwnInstitution() {
        scene.offering(
                mentor("cohen", 1, Set.of(MORNING), "Flatiron Institute"),
                mentor("kempe", 1, Set.of(MORNING), "NYU & Meta"));
        scene.signUp("Ana", Stage.PHD1, "new york university", BOTH, false);
        scene.signUp("Bo", Stage.PHD1, "Flatiron", BOTH, false);

        scene.publish();

        assertThat(scene.seats()).containsExactly("ana@cohen/s04", "bo@kempe/s04");
    }

    @Test
    void aMentorWhoSignsUpSitsOnlyInABreakInWhichTheyHoldNoTable() {
        scene.offering(mentor("cohen", 1, BOTH, "Flatiron Institute"), mentor("kempe", 1, Set.of(MORNING), "NYU"));
        scene.signUp("Kempe", Stage.FACULTY, "NYU", BOTH, true);
        scene.signUp("Cohen", Stage.FACULTY, "Flatiron Institute", BOTH, true);

        scene.publish();

        assertThat(scene.seats()).containsExactly("kempe@cohen/s11");
    }

    @Test
    void whoCouldNotComeIsNotAskedForThatBreakAgain() {
        scene.signUp("Ana", Stage.PHD1, "", Set.of(MORNING), false);
        scene.publish();
        scene.mentoring.decline(person("ana"), "");
        scene.news();

        scene.signUp("Bo", Stage.PHD1, "", Set.of(MORNING), false);
        scene.publish();

        assertThat(scene.seats()).containsExactly("bo@cohen/s04");
        assertThat(scene.news()).extracting(Notice::to).doesNotContain(person("ana"));
    }

    @Test
    void whoWithdrewAndSignedUpAgainCanHaveAnotherMentorInTheSameBreak() {
        scene.offering(mentor("cohen", 1, Set.of(MORNING), "Flatiron Institute"));
        var ana = scene.signUp("Ana");
        scene.publish();
        scene.mentoring.withdraw(ana.person());
        scene.offering(
                mentor("cohen", 1, Set.of(MORNING), "Flatiron Institute"), mentor("kempe", 1, Set.of(MORNING), "NYU"));

        scene.publish();

        assertThat(scene.seats()).containsExactly("ana@kempe/s04");
    }

    @Test
    void aMentorTakenOffTheRosterLeavesTheSeatsReadable() {
        scene.signUp("Ana");
        scene.signUp("Bo", Stage.POSTDOC, "", BOTH, false);
        scene.signUp("Cy", Stage.POSTDOC, "", BOTH, false);
        scene.signUp("Di", Stage.POSTDOC, "", BOTH, false);
        scene.signUp("Ed", Stage.POSTDOC, "", BOTH, false);
        scene.publish();

        scene.offering(mentor("kempe", 1, BOTH, "NYU"));

        assertThat(scene.mentoring.standing(person("ana"))).isInstanceOf(Mentoring.Standing.Seated.class);
        assertThat(scene.mentoring.decline(person("ana"), "")).isInstanceOf(Mentoring.Answer.Done.class);
        assertThat(scene.seats()).as("nobody moves up to a table that is gone").hasSize(3);
        scene.publish();
        assertThat(scene.seats()).anyMatch(seat -> seat.contains("@kempe/"));
        assertThat(scene.mentoring.standing(person("bo"))).isInstanceOf(Mentoring.Standing.Seated.class);
    }
}
