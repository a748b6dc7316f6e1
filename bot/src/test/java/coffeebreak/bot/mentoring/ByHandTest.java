package coffeebreak.bot.mentoring;

import static coffeebreak.bot.mentoring.Scene.AFTERNOON;
import static coffeebreak.bot.mentoring.Scene.BOTH;
import static coffeebreak.bot.mentoring.Scene.MORNING;
import static coffeebreak.bot.mentoring.Scene.mentor;
import static coffeebreak.bot.mentoring.Scene.person;
import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.mentoring.ByHand.Hurdle;
import coffeebreak.bot.mentoring.ByHand.Outcome;
import coffeebreak.bot.signup.Consent;
import coffeebreak.bot.signup.Stage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ByHandTest {

    private final Scene scene = new Scene();

    private void published(Mentor... mentors) {
        scene.offering(mentors);
        scene.publish();
        scene.news();
    }

    private Outcome move(String name, String table) {
        return scene.mentoring.byHand().move(person(name), table, "");
    }

    private Outcome seat(String name, String table) {
        return scene.mentoring.byHand().seat(person(name), table);
    }

    private void lock(String name) {
        scene.mentoring.byHand().lock(List.of(scene.seatOf(name).id()), true);
    }

    private static void isHindered(Outcome outcome, Hurdle by) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Hindered.class,
                        hindered -> assertThat(hindered.hurdle()).isEqualTo(by));
    }

    /// Ana sits with Cohen in the morning, Bo with Kempe; Wyart's table of the afternoon is empty.
    private void anaAndBoSit() {
        scene.signUp("Ana", Stage.PHD1, "", BOTH, false);
        published(mentor("cohen", 1, Set.of(MORNING), "Flatiron Institute"));
        scene.signUp("Bo", Stage.PHD1, "", Set.of(MORNING), false);
        published(
                mentor("cohen", 1, Set.of(MORNING), "Flatiron Institute"),
                mentor("kempe", 2, Set.of(MORNING), "NYU"),
                mentor("wyart", 2, Set.of(AFTERNOON), "EPFL"));
        assertThat(scene.seats()).containsExactly("ana@cohen/s04", "bo@kempe/s04");
    }

    @Test
    void aMoveTellsThoseConcernedAndNobodyElse() {
        anaAndBoSit();
        scene.itIs("10:05");
        scene.mentoring.timePasses();
        scene.news();

        assertThat(move("ana", "kempe@s04")).isInstanceOf(Outcome.Seated.class);

        assertThat(scene.seats()).containsExactly("ana@kempe/s04", "bo@kempe/s04");
        assertThat(scene.headlines())
                .containsExactlyInAnyOrder(
                        "U-ana* The tables had to be changed, so your seat with Jeremy Cohen (Coffee Break 1, 10:30 to "
                                + "11:00) is no longer yours. You have another one, in a newer message, or are the first "
                                + "in line.",
                        "U-ana: You sit with Julia Kempe",
                        "U-bo* You sit with Julia Kempe",
                        "U-cohen* Your table in Coffee Break 1: nobody yet",
                        "U-kempe* Your table in Coffee Break 1: 2 people");
    }

    @Test
    void theSeatSomebodyLeavesIsOfferedToTheFirstInLine() {
        anaAndBoSit();
        scene.signUp("Cy", Stage.PHD1, "NYU", Set.of(MORNING), false);
        scene.mentoring.join(person("cy"));

        move("ana", "wyart@s11");

        assertThat(scene.seats()).containsExactly("ana@wyart/s11", "bo@kempe/s04", "cy@cohen/s04");
        assertThat(scene.seatOf("cy").state()).isEqualTo(Seat.State.HELD);
    }

    @Test
    void whoWaitsIsGivenASeatAndWaitsNoMore() {
        anaAndBoSit();
        scene.signUp("Cy", Stage.PHD1, "", Set.of(MORNING), false);
        scene.mentoring.join(person("cy"));
        assertThat(scene.seats()).contains("cy@kempe/s04");
        scene.signUp("Di", Stage.PHD1, "", BOTH, false);

        assertThat(seat("di", "wyart@s11")).isInstanceOf(Outcome.Seated.class);

        assertThat(scene.seats()).contains("di@wyart/s11");
        assertThat(scene.mentoring.plan().waits(person("di"))).isFalse();
        assertThat(scene.headlines()).contains("U-di: You sit with wyart");
    }

    @Test
    void everyRuleThatIsPlainToSeeIsSaidByItsName() {
        anaAndBoSit();
        scene.signUp("Cy", Stage.PHD1, "", Set.of(AFTERNOON), false);
        var before = scene.mentoring.plan();

        isHindered(move("nobody", "kempe@s04"), Hurdle.NOT_SEEKING);
        isHindered(move("cy", "wyart@s11"), Hurdle.NOT_SEATED);
        isHindered(move("ana", "kempe@s11"), Hurdle.NO_TABLE);
        isHindered(move("ana", "cohen@s04"), Hurdle.THERE_ALREADY);
        isHindered(move("bo", "cohen@s04"), Hurdle.FULL);
        isHindered(seat("bo", "wyart@s11"), Hurdle.CANNOT_MAKE);
        isHindered(seat("ana", "wyart@s11"), Hurdle.ENOUGH_SEATS);
        isHindered(scene.mentoring.byHand().toLine(person("cy"), ""), Hurdle.NOT_SEATED);
        scene.itIs("10:41");
        isHindered(seat("ana", "kempe@s04"), Hurdle.TOO_LATE);

        assertThat(scene.mentoring.plan()).isEqualTo(before);
        assertThat(scene.news()).isEmpty();
    }

    @Test
    void nobodySitsAtTheirOwnTableNorInTwoPlacesAtOnce() {
        scene.signUp("cohen", Stage.FACULTY, "", BOTH, true);
        scene.signUp("Ana", Stage.PHD1, "", BOTH, true);
        published(
                mentor("cohen", 1, Set.of(MORNING), "Flatiron Institute"),
                mentor("kempe", 3, BOTH, "NYU"),
                mentor("wyart", 3, BOTH, "EPFL"));
        assertThat(scene.mentoring.plan().takenBy(person("ana"))).hasSize(2);
        var morning = scene.mentoring.plan().inBreak(person("ana"), MORNING).orElseThrow();

        isHindered(seat("cohen", "kempe@s04"), Hurdle.HOSTS_THEN);
        isHindered(
                scene.mentoring.byHand().move(person("ana"), otherTable("ana", AFTERNOON), morning.id()),
                Hurdle.SITS_THEN);
    }

    private String otherTable(String name, String coffeeBreak) {
        var table = scene.mentoring
                .plan()
                .inBreak(person(name), coffeeBreak)
                .orElseThrow()
                .table();
        return table.startsWith("kempe") ? "wyart@" + coffeeBreak : "kempe@" + coffeeBreak;
    }

    @Test
    void aSeatTakenBackByHandCanBeGivenBackByHand() {
        anaAndBoSit();
        move("ana", "kempe@s04");

        assertThat(move("ana", "cohen@s04")).isInstanceOf(Outcome.Seated.class);
        assertThat(scene.seats()).containsExactly("ana@cohen/s04", "bo@kempe/s04");
    }

    @Test
    void whoIsSentToTheLineIsItsFirstAndIsTold() {
        anaAndBoSit();
        scene.news();

        assertThat(scene.mentoring.byHand().toLine(person("ana"), "")).isInstanceOf(Outcome.TakenBack.class);

        assertThat(scene.mentoring.plan().standby().get(MORNING)).startsWith(person("ana"));
        assertThat(scene.owed)
                .filteredOn(notice -> notice.to().equals(person("ana")))
                .extracting(notice -> notice.content().getClass().getSimpleName())
                .containsExactlyInAnyOrder("Edit", "Post");
    }

    @Test
    void aTableOfPeersTakesWhomItCanAndNobodyLearnsWhyNot() {
        scene.signUp("Ana", Stage.PHD1, "", Set.of(MORNING), false);
        var bo = scene.signUp("Bo", Stage.PHD1, "", Set.of(MORNING), false);
        for (var name : List.of("Di", "Ed", "Flo")) {
            scene.signUp(name, Stage.PHD4, "", Set.of(MORNING), false);
        }
        published(mentor("cohen", 2, Set.of(MORNING), "Flatiron Institute"));
        scene.blocks.change(person("ed"), List.of(person("ana")), List.of());

        isHindered(scene.mentoring.byHand().toPeers(person("ana"), ""), Hurdle.NO_PEERS);
        assertThat(scene.seats()).containsExactly("ana@cohen/s04", "bo@cohen/s04");

        scene.blocks.change(person("ed"), List.of(), List.of(person("ana")));
        assertThat(scene.mentoring.byHand().toPeers(person("ana"), "")).isInstanceOf(Outcome.TakenBack.class);
        assertThat(scene.mentoring.plan().peers().of(person("ana"))).hasSize(1);

        scene.change(Scene.agreeing(bo, Set.of(Consent.CARD)));
        isHindered(scene.mentoring.byHand().toPeers(person("bo"), ""), Hurdle.NO_PEERS);
    }

    @Test
    void aLockedSeatIsNotMovedButItsHolderCanGiveItUp() {
        anaAndBoSit();
        lock("ana");
        assertThat(scene.news()).isEmpty();

        isHindered(move("ana", "kempe@s04"), Hurdle.LOCKED);
        isHindered(scene.mentoring.byHand().toLine(person("ana"), ""), Hurdle.LOCKED);
        scene.mentoring.decline(person("ana"), "");

        assertThat(scene.seats()).containsExactly("bo@kempe/s04");
        assertThat(scene.mentoring.plan().seats()).noneMatch(scene.mentoring.plan()::isLocked);
    }

    @Test
    void aLockedSeatSurvivesAFurtherRoundAndASmallerTable() {
        for (var name : List.of("Ana", "Bo", "Cy")) {
            scene.signUp(name, Stage.PHD1, "", Set.of(MORNING), false);
        }
        published(
                mentor("cohen", 3, Set.of(MORNING), "Flatiron Institute"), mentor("kempe", 1, Set.of(MORNING), "NYU"));
        var cohen = scene.mentoring.plan().table("cohen@s04").orElseThrow();
        var there = scene.mentoring.plan().at(cohen);
        var last = there.getLast();
        scene.mentoring.byHand().lock(List.of(last.id()), true);
        scene.signUp("Di", Stage.PHD1, "", Set.of(MORNING), false);

        scene.publish();
        scene.hosting.hear(person("cohen"), new coffeebreak.bot.chat.ChatIntent.OfferSeats(1));

        assertThat(scene.mentoring.plan().at(cohen)).extracting(Seat::id).containsExactly(last.id());
    }

    @Test
    void aLockedSeatIsNotTakenForEmpty() {
        for (var name : List.of("Ana", "Bo")) {
            scene.signUp(name, Stage.PHD1, "", Set.of(MORNING), false);
        }
        scene.signUp("Cy", Stage.POSTDOC, "", Set.of(MORNING), false);
        published(mentor("cohen", 2, Set.of(MORNING), "Flatiron Institute"));
        lock("bo");
        scene.itIs("10:36");
        scene.mentoring.arrive(person("ana"), "");

        scene.mentoring.timePasses();
        assertThat(scene.seats()).containsExactly("ana@cohen/s04", "bo@cohen/s04");

        scene.mentoring.byHand().lock(List.of(scene.seatOf("bo").id()), false);
        scene.mentoring.timePasses();
        assertThat(scene.seats()).containsExactly("ana@cohen/s04", "cy@cohen/s04");
    }

    @Test
    void whomOrganizersKeepApartShareNoTableOnAnyPath() {
        for (var name : List.of("Ana", "Bo")) {
            scene.signUp(name, Stage.PHD1, "", Set.of(MORNING), false);
        }
        scene.mentoring.byHand().forbid(person("ana"), person("bo"));
        published(mentor("cohen", 2, Set.of(MORNING), "Flatiron Institute"));
        assertThat(scene.seats()).hasSize(1);
        var waits = scene.seats().getFirst().startsWith("ana") ? "bo" : "ana";

        isHindered(seat(waits, "cohen@s04"), Hurdle.UNFIT);

        scene.mentoring.byHand().allow(person("bo"), person("ana"));
        assertThat(seat(waits, "cohen@s04")).isInstanceOf(Outcome.Seated.class);
    }

    @Test
    void ofTwoWhoSitTogetherTheOneWithoutALockMovesWithoutAReason() {
        for (var name : List.of("Ana", "Bo")) {
            scene.signUp(name, Stage.PHD1, "", Set.of(MORNING), false);
        }
        published(mentor("cohen", 2, Set.of(MORNING), "Flatiron Institute"));
        scene.offering(
                mentor("cohen", 2, Set.of(MORNING), "Flatiron Institute"), mentor("kempe", 2, Set.of(MORNING), "NYU"));
        scene.signUp("Cy", Stage.PHD1, "", Set.of(MORNING), false);
        scene.publish();
        lock("ana");
        scene.news();

        assertThat(scene.mentoring.byHand().forbid(person("ana"), person("bo"))).isEqualTo(person("bo"));

        assertThat(scene.seats()).contains("ana@cohen/s04", "bo@kempe/s04");
        assertThat(scene.owed)
                .filteredOn(notice -> notice.content() instanceof Notice.Content.Post)
                .extracting(Notice::to)
                .containsExactly(person("bo"));
        assertThat(scene.headlines()).noneMatch(line -> line.matches("(?is).*(apart|organizer|forbid).*"));
    }

    @Test
    void aMentorStaysWhereTheyAreAndWhoMustNotSitThereMoves() {
        anaAndBoSit();

        assertThat(scene.mentoring.byHand().forbid(new Person("mentor:cohen"), person("ana")))
                .isEqualTo(person("ana"));

        assertThat(scene.seats()).hasSize(2).doesNotContain("ana@cohen/s04");
        assertThat(scene.mentoring.byHand().forbidden()).isNotEmpty();
    }
}
