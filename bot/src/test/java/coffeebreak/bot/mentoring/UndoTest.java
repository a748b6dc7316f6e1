package coffeebreak.bot.mentoring;

import static coffeebreak.bot.mentoring.Scene.AFTERNOON;
import static coffeebreak.bot.mentoring.Scene.BOTH;
import static coffeebreak.bot.mentoring.Scene.MORNING;
import static coffeebreak.bot.mentoring.Scene.mentor;
import static coffeebreak.bot.mentoring.Scene.person;
import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.mentoring.Mentoring.Since;
import coffeebreak.bot.mentoring.Mentoring.TakingBack;
import coffeebreak.bot.peers.PeerSeat;
import coffeebreak.bot.signup.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A round that is taken back: what was before it is again, and nobody's word is lost.
class UndoTest {

    private static final Person OLGA = Scene.ORGANIZER;

    private final Scene scene =
            new Scene().offering(mentor("cohen", 2, Set.of(MORNING), "Flatiron Institute", "loss landscapes"));

    private TakingBack.Done undo() {
        if (scene.mentoring.takeBack(OLGA, 0) instanceof TakingBack.Done done) {
            return done;
        }
        throw new AssertionError("not taken back: " + scene.mentoring.takingBack(OLGA, 0));
    }

    private void fiveSignUp() {
        for (var name : List.of("Ana", "Bo", "Cy", "Di", "Ed")) {
            scene.signUp(name, Stage.PHD1, "", Set.of(MORNING), false);
        }
    }

    @Test
    void theFirstRoundTakenBackLeavesNothingPublishedAndEverybodyReadsSo() {
        fiveSignUp();
        scene.publish();
        scene.news();

        var done = undo();

        assertThat(done.people()).isEqualTo(5);
        var plan = scene.mentoring.plan();
        assertThat(plan.published()).isFalse();
        assertThat(scene.seats()).isEmpty();
        assertThat(plan.standby()).isEmpty();
        assertThat(plan.told()).isEmpty();
        assertThat(plan.peers().places()).noneMatch(place -> place.seat().expected());
        assertThat(plan.round(1).orElseThrow().undone()).isEqualTo(new PublishedRound.Undone(OLGA, scene.now()));
        assertThat(scene.mentoring.standing(person("ana"))).isEqualTo(new Mentoring.Standing.NotPublished());
        var news = scene.news();
        assertThat(news)
                .isNotEmpty()
                .allSatisfy(notice -> assertThat(notice.content()).isInstanceOf(Notice.Content.TakeBack.class))
                .allSatisfy(notice -> assertThat(notice.content().message().summary())
                        .startsWith("The organizers took this round back"));
        assertThat(news).extracting(Notice::to).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void whatWasNotSentYetIsNotSentAtAll() {
        fiveSignUp();
        scene.publish();
        assertThat(scene.outbox.waiting()).hasSize(5);

        undo();

        assertThat(scene.outbox.waiting()).isEmpty();
    }

    @Test
    void theSameSeatsCanBeGivenAgainAndEverybodyIsToldAgain() {
        fiveSignUp();
        scene.publish();
        var before = scene.seats();
        undo();
        scene.news();

        scene.publish();

        assertThat(scene.seats()).hasSameSizeAs(before).hasSize(2);
        assertThat(scene.news()).extracting(Notice::to).hasSize(5).doesNotHaveDuplicates();
        assertThat(scene.outbox.waiting()).hasSize(5);
    }

    @Test
    void aFurtherRoundTakenBackLeavesTheEarlierOneAsItWas() {
        fiveSignUp();
        scene.publish();
        scene.mentoring.confirm(scene.mentoring.plan().seats().getFirst().mentee(), "");
        var before = scene.mentoring.plan();
        scene.offering(
                mentor("cohen", 2, Set.of(MORNING), "Flatiron Institute", "loss landscapes"),
                mentor("kempe", 2, Set.of(MORNING), "NYU"));
        scene.publish();
        assertThat(scene.seats()).hasSize(4);
        scene.news();

        undo();

        var after = scene.mentoring.plan();
        assertThat(after.round()).isEqualTo(1);
        assertThat(after.seats().stream().filter(seat -> before.seat(seat.id()).isPresent()))
                .containsExactlyElementsOf(before.seats());
        assertThat(after.seats().stream().filter(seat -> before.seat(seat.id()).isEmpty()))
                .hasSize(2)
                .allMatch(seat -> seat.state() == Seat.State.UNDONE);
        assertThat(after.standby()).isEqualTo(before.standby());
        assertThat(after.told())
                .as("who sits with peers again does not read any more that they are alone")
                .isEqualTo(before.told());
        assertThat(after.peers().places().stream().filter(place -> place.seat().expected()))
                .containsExactlyInAnyOrderElementsOf(before.peers().places().stream()
                        .filter(place -> place.seat().expected())
                        .toList());
    }

    @Test
    void whoeverSaidThatTheyCannotComeIsNeitherSeatedNorInLineAndTheirWordCountsInTheNextRound() {
        fiveSignUp();
        scene.publish();
        var gone = scene.mentoring.plan().seats().getFirst().mentee();
        var yes = scene.mentoring.plan().seats().get(1).mentee();
        scene.mentoring.confirm(yes, "");
        scene.mentoring.decline(gone, "");
        scene.news();

        var done = undo();

        assertThat(done.since())
                .contains(
                        new Since(name(gone), Since.What.CANNOT_COME, true),
                        new Since(name(yes), Since.What.SAID_YES, false))
                .anyMatch(since -> since.what() == Since.What.WAS_SEATED && !since.kept());
        assertThat(scene.seats()).isEmpty();
        scene.publish();
        assertThat(scene.mentoring.plan().takenBy(gone)).isEmpty();
    }

    private static String name(Person person) {
        var id = person.id().substring(2);
        return Character.toUpperCase(id.charAt(0)) + id.substring(1);
    }

    @Test
    void whoeverWithdrewOrWasForgottenSinceStaysAway() {
        fiveSignUp();
        scene.publish();
        scene.signUp("Flo", Stage.PHD1, "", Set.of(MORNING), false);
        scene.signUp("Gus", Stage.PHD1, "", Set.of(MORNING), false);
        scene.publish();
        var waits = scene.mentoring.plan().standby().getOrDefault(MORNING, List.of());
        scene.profiles.remove(waits.getFirst());
        scene.mentoring.forget(waits.getFirst());
        assertThat(scene.mentoring.plan().toString())
                .doesNotContain(waits.getFirst().id());

        undo();

        assertThat(scene.mentoring.plan().toString())
                .doesNotContain(waits.getFirst().id());
        assertThat(scene.mentoring.plan().waits(waits.getFirst())).isFalse();
    }

    @Test
    void aLateSignUpKeepsTheSeatWhereAnEarlierRoundIsInForceAgain() {
        scene.offering(
                mentor("cohen", 2, Set.of(MORNING), "Flatiron Institute"), mentor("kempe", 2, Set.of(MORNING), "NYU"));
        scene.signUp("Ana", Stage.PHD1, "", Set.of(MORNING), false);
        scene.publish();
        scene.signUp("Bo", Stage.PHD1, "", Set.of(MORNING), false);
        scene.publish();
        scene.signUp("Cy", Stage.PHD1, "", Set.of(MORNING), false);
        scene.mentoring.join(person("cy"));
        assertThat(scene.seats()).hasSize(3);

        var done = undo();

        assertThat(done.since()).containsExactly(new Since("Cy", Since.What.WAS_SEATED, true));
        assertThat(scene.mentoring.plan().takenBy(person("ana"))).hasSize(1);
        assertThat(scene.mentoring.plan().takenBy(person("bo"))).isEmpty();
        assertThat(scene.mentoring.plan().takenBy(person("cy"))).hasSize(1);
    }

    @Test
    void aSeatThatTheRoundTookFromSomebodyIsTheirsAgain() {
        var ana = scene.signUp("Ana", Stage.PHD1, "", BOTH, false);
        scene.publish();
        var seat = scene.seatOf("ana");
        scene.offering(
                mentor("cohen", 2, Set.of(MORNING), "Flatiron Institute"),
                mentor("kempe", 2, Set.of(AFTERNOON), "NYU"));
        scene.change(Scene.making(ana, Set.of(AFTERNOON)));
        scene.publish();
        assertThat(scene.seats()).containsExactly("ana@kempe/s11");
        scene.news();

        undo();

        assertThat(scene.seats()).containsExactly("ana@cohen/s04");
        assertThat(scene.seatOf("ana")).isEqualTo(seat);
        assertThat(scene.headlines())
                .containsExactlyInAnyOrder(
                        "U-ana* You sit with Jeremy Cohen",
                        "U-ana** The organizers took this round back, so your seat with Julia Kempe (Coffee Break 2, "
                                + "15:00 to 15:30) does not hold. If you have another, my message about that one says so; else "
                                + "I write to you when seats are given out again.");
    }

    @Test
    void whoMovedUpToAMentorIsExpectedByTheirPeersAgain() {
        fiveSignUp();
        scene.publish();
        var peer = scene.mentoring.plan().peers().places().getFirst().seat().person();
        scene.offering(
                mentor("cohen", 2, Set.of(MORNING), "Flatiron Institute", "loss landscapes"),
                mentor("kempe", 3, Set.of(MORNING), "NYU"));
        scene.publish();
        assertThat(scene.mentoring.plan().peers().of(peer)).isEmpty();

        undo();

        assertThat(scene.mentoring.plan().peers().of(peer)).hasSize(1);
        assertThat(scene.mentoring.plan().peers().all()).hasSize(1);
        assertThat(scene.mentoring.plan().peers().all().getFirst().seats())
                .allMatch(place -> place.state() == PeerSeat.State.EXPECTED);
    }

    @Test
    void twoWhoMustBeKeptApartSinceAreNotBroughtTogetherAgain() {
        fiveSignUp();
        scene.publish();
        var peers = scene.mentoring.plan().peers().all().getFirst().expected();
        scene.offering(
                mentor("cohen", 2, Set.of(MORNING), "Flatiron Institute", "loss landscapes"),
                mentor("kempe", 3, Set.of(MORNING), "NYU"));
        scene.publish();
        scene.blocks.change(peers.getFirst(), List.of(peers.getLast()), List.of());
        scene.mentoring.separate(peers.getFirst());

        undo();

        assertThat(scene.mentoring.plan().peers().all())
                .noneMatch(table -> table.expected().contains(peers.getFirst())
                        && table.expected().contains(peers.getLast()));
    }

    @Test
    void onlyTheLatestRoundCanBeTakenBackOnceAndForFiveMinutes() {
        assertThat(scene.mentoring.takeBack(OLGA, 0)).isEqualTo(new TakingBack.Nothing(0));
        scene.signUp("Ana", Stage.PHD1, "", Set.of(MORNING), false);
        scene.publish();
        var first = scene.mentoring.plan().round(1).orElseThrow();
        scene.signUp("Bo", Stage.PHD1, "", Set.of(MORNING), false);
        scene.publish();
        var second = scene.mentoring.plan().round(2).orElseThrow();
        assertThat(scene.mentoring.takeBack(OLGA, 9)).isEqualTo(new TakingBack.Nothing(9));
        assertThat(scene.mentoring.takeBack(OLGA, 1)).isEqualTo(new TakingBack.Overtaken(first, second));
        scene.clock.advance(Duration.ofMinutes(5).minusMillis(1));
        assertThat(scene.mentoring.takingBack(OLGA, 2)).isInstanceOf(TakingBack.Possible.class);
        assertThat(scene.mentoring.canBeTakenBack(2)).contains(second.at().plus(Duration.ofMinutes(5)));

        scene.clock.advance(Duration.ofMillis(1));

        assertThat(scene.mentoring.takeBack(OLGA, 2)).isEqualTo(new TakingBack.TooLate(second));
        assertThat(scene.mentoring.canBeTakenBack(2)).isEmpty();
        scene.mentoring.timePasses();
        assertThat(scene.mentoring.plan().undoable())
                .as("what was before is not kept any longer")
                .isNull();
        assertThat(scene.mentoring.takeBack(OLGA, 0)).isEqualTo(new TakingBack.TooLate(second));
    }

    @Test
    void whatWasTakenBackIsNotTakenBackAgainNorPublishedAgain() {
        scene.signUp("Ana", Stage.PHD1, "", Set.of(MORNING), false);
        scene.publish();
        undo();
        scene.news();
        var undone = scene.mentoring.plan().round(1).orElseThrow();

        assertThat(scene.mentoring.takeBack(OLGA, 0)).isEqualTo(new TakingBack.Already(undone));
        assertThat(scene.publish(1))
                .isEqualTo(new Mentoring.Publication.Stale(1, new Mentoring.Staleness.TakenBack(undone)));
        assertThat(scene.news()).isEmpty();
    }

    @Test
    void whoReadThatThereIsNoTableForThemReadsItAgainInTheNextRound() {
        scene.signUp("Ana", Stage.PHD1, "", Set.of(MORNING), false);
        scene.signUp("Bo", Stage.PHD1, "", Set.of(AFTERNOON), false);
        scene.publish();
        assertThat(scene.headlines()).contains("U-bo: No mentor's seat for you yet");
        undo();
        assertThat(scene.headlines()).anyMatch(line -> line.startsWith("U-bo** The organizers took this round back"));

        scene.publish();

        assertThat(scene.headlines()).contains("U-bo: No mentor's seat for you yet");
        assertThat(scene.outbox.waiting()).extracting(Notice::to).contains(person("bo"));
    }

    @Test
    void anUndoThatSomebodyWasFasterThanIsMadeAgainWithWhatTheySaid() {
        scene.signUp("Ana", Stage.PHD1, "", Set.of(MORNING), false);
        scene.publish();
        scene.plans.faster = () -> scene.mentoring.decline(person("ana"), "");

        var done = undo();

        assertThat(done.since()).containsExactly(new Since("Ana", Since.What.CANNOT_COME, true));
        assertThat(scene.mentoring.plan().standby()).isEqualTo(Map.of());
    }
}
