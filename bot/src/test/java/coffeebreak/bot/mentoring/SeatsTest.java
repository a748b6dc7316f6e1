package coffeebreak.bot.mentoring;

import static coffeebreak.bot.mentoring.Scene.AFTERNOON;
import static coffeebreak.bot.mentoring.Scene.BOTH;
import static coffeebreak.bot.mentoring.Scene.MORNING;
import static coffeebreak.bot.mentoring.Scene.mentor;
import static coffeebreak.bot.mentoring.Scene.person;
import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.mentoring.Mentoring.Answer;
import coffeebreak.bot.mentoring.Mentoring.Standing;
import coffeebreak.bot.signup.Stage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeatsTest {

    /// One seat in the morning, one in the afternoon, held by Ana and Bo; the others wait in the order of their names.
    private final Scene scene = new Scene()
            .offering(
                    mentor("cohen", 1, Set.of(MORNING), "Flatiron Institute"),
                    mentor("kempe", 1, Set.of(AFTERNOON), "NYU"));

    private void anaAndBoSit() {
        scene.signUp("Ana", Stage.PHD1, "", Set.of(MORNING), false);
        scene.signUp("Bo", Stage.PHD1, "", Set.of(AFTERNOON), false);
    }

    private void published() {
        scene.publish();
        scene.news();
    }

    @Test
    void whoSaysTheyComeIsThankedByAnEditOnce() {
        anaAndBoSit();
        published();
        var seat = scene.seatOf("ana");

        assertThat(scene.mentoring.confirm(person("ana"), seat.id()))
                .isEqualTo(new Answer.Done(seat.as(Seat.State.CONFIRMED), "Jeremy Cohen"));
        assertThat(scene.mentoring.confirm(person("ana"), seat.id()))
                .isEqualTo(new Answer.Already(seat.as(Seat.State.CONFIRMED), "Jeremy Cohen"));

        assertThat(scene.headlines()).containsExactly("U-ana* You sit with Jeremy Cohen");
    }

    @Test
    void theFirstInLineIsAskedWhenSomebodyCannotComeAndMovesUpByTakingTheSeat() {
        anaAndBoSit();
        scene.signUp("Cy", Stage.POSTDOC, "", BOTH, false);
        published();
        var seat = scene.seatOf("ana");

        assertThat(scene.mentoring.decline(person("ana"), seat.id()))
                .isEqualTo(new Answer.Done(seat.as(Seat.State.DECLINED), "Jeremy Cohen"));

        assertThat(scene.headlines())
                .containsExactly(
                        "U-ana* You said you can't come. Your seat with Jeremy Cohen (Coffee Break 1, 10:30 to 11:00) "
                                + "goes to the next person in line.",
                        "U-cy: A seat with Jeremy Cohen is free for you");
        assertThat(queue(MORNING)).as("while asked they keep their place").containsExactly(person("cy"));

        scene.mentoring.confirm(person("cy"), "");

        assertThat(scene.seats()).containsExactly("bo@kempe/s11", "cy@cohen/s04");
        assertThat(scene.mentoring.plan().standby().values())
                .allSatisfy(queue -> assertThat(queue).isEmpty());
        assertThat(scene.headlines())
                .containsExactly(
                        "U-cy* You were in line, and now you have a seat: see below.",
                        "U-cy* You sit with Jeremy Cohen");
    }

    @Test
    void aDoubleClickGivesUpOneSeatOnly() {
        anaAndBoSit();
        published();
        var seat = scene.seatOf("ana");
        scene.mentoring.decline(person("ana"), seat.id());
        var plan = scene.mentoring.plan();
        scene.news();

        assertThat(scene.mentoring.decline(person("ana"), seat.id()))
                .isEqualTo(new Answer.Already(seat.as(Seat.State.DECLINED), "Jeremy Cohen"));
        assertThat(scene.mentoring.confirm(person("ana"), seat.id())).isInstanceOf(Answer.Already.class);
        assertThat(scene.mentoring.plan()).isEqualTo(plan);
        assertThat(scene.news()).isEmpty();
    }

    @Test
    void theSeatOfSomebodyElseIsNotTheirsToAnswer() {
        anaAndBoSit();
        published();
        var seat = scene.seatOf("ana").id();

        assertThat(scene.mentoring.decline(person("bo"), seat)).isEqualTo(new Answer.NoSeat());
        assertThat(scene.mentoring.confirm(person("bo"), seat)).isEqualTo(new Answer.NoSeat());
        assertThat(scene.mentoring.explain(person("bo"), seat)).isEmpty();
        assertThat(scene.mentoring.confirm(person("bo"), "no such seat")).isEqualTo(new Answer.NoSeat());
        assertThat(scene.news()).isEmpty();
    }

    @Test
    void movingUpSkipsTheOwnInstitutionTheOtherBreakAndTheWithdrawn() {
        anaAndBoSit();
        scene.signUp("Cy", Stage.PHD2, "", Set.of(MORNING), false);
        scene.signUp("Di", Stage.POSTDOC, "", Set.of(MORNING), false);
        scene.signUp("Ed", Stage.POSTDOC, "", Set.of(MORNING), false);
        scene.signUp("Flo", Stage.POSTDOC, "", Set.of(MORNING), false);
        scene.preview();
        scene.publish();
        var queue = queue(MORNING);
        assertThat(queue).hasSize(4);
        var seated = scene.mentoring.plan().seats().stream()
                .filter(seat -> seat.table().startsWith("cohen"))
                .findFirst()
                .orElseThrow();
        var first = scene.profiles.find(queue.get(0)).orElseThrow();
        var second = scene.profiles.find(queue.get(1)).orElseThrow();
        var third = scene.profiles.find(queue.get(2)).orElseThrow();
        scene.change(Scene.at(first, "Flatiron"));
        scene.change(Scene.making(second, Set.of(AFTERNOON)));
        scene.change(third.withSeeking(false));

        scene.mentoring.decline(seated.mentee(), seated.id());

        assertThat(scene.mentoring.plan().takenBy(queue.get(3))).hasSize(1);
        scene.mentoring.confirm(queue.get(3), "");
        assertThat(queue(MORNING))
                .as("those passed over keep their place")
                .containsExactly(queue.get(0), queue.get(1), queue.get(2));
    }

    @Test
    void whoHasNoSeatYetMovesUpBeforeWhoWantsASecond() {
        anaAndBoSit();
        scene.signUp("Cy", Stage.PHD1, "", BOTH, true);
        scene.signUp("Di", Stage.FACULTY, "", BOTH, false);
        published();
        var waiting = queue(MORNING);
        assertThat(waiting).contains(person("di"));
        var afternoon = seatIn(AFTERNOON);
        var morning = seatIn(MORNING);

        scene.mentoring.decline(morning.mentee(), morning.id());
        scene.mentoring.decline(afternoon.mentee(), afternoon.id());

        assertThat(scene.mentoring.plan().takenBy(person("di"))).hasSize(1);
    }

    private List<Person> queue(String coffeeBreak) {
        return scene.mentoring.plan().standby().getOrDefault(coffeeBreak, List.of());
    }

    private Seat seatIn(String coffeeBreak) {
        return scene.mentoring.plan().seats().stream()
                .filter(seat -> seat.table().endsWith(coffeeBreak))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nobodyIsAskedOnceTheBreakIsTenMinutesOld() {
        anaAndBoSit();
        scene.signUp("Cy", Stage.POSTDOC, "", BOTH, false);
        published();

        scene.itIs("10:40");
        scene.mentoring.decline(person("ana"), scene.seatOf("ana").id());

        assertThat(scene.seats()).containsExactly("bo@kempe/s11");
        assertThat(scene.headlines()).hasSize(1);
    }

    @Test
    void nobodyMovesUpToATableThatHasMorePeopleThanItNowTakes() {
        scene.offering(mentor("cohen", 3, Set.of(MORNING), "Flatiron Institute"));
        scene.signUp("Ana");
        scene.signUp("Bo");
        scene.signUp("Cy");
        scene.publish();
        scene.offering(mentor("cohen", 1, Set.of(MORNING), "Flatiron Institute"));
        scene.signUp("Di");
        scene.publish();

        scene.mentoring.decline(person("ana"), "");

        assertThat(scene.seats()).containsExactly("bo@cohen/s04", "cy@cohen/s04");
    }

    @Test
    void withoutASeatsIdTheNextOneOfTheDayIsMeant() {
        scene.signUp("Ana", Stage.PHD1, "", BOTH, true);
        published();

        scene.itIs("11:00");
        scene.mentoring.decline(person("ana"), "");
        assertThat(scene.seats()).containsExactly("ana@cohen/s04");

        scene.mentoring.confirm(person("ana"), "");
        assertThat(scene.seatOf("ana").state()).isEqualTo(Seat.State.CONFIRMED);
        assertThat(scene.mentoring.confirm(person("nobody"), "")).isEqualTo(new Answer.NoSeat());
    }

    @Test
    void whoeverWithdrawsFreesBothSeatsAndTheirPlaceInLine() {
        scene.signUp("Ana", Stage.PHD1, "", BOTH, true);
        published();
        scene.signUp("Bo", Stage.PHD1, "", Set.of(MORNING), false);
        scene.signUp("Cy", Stage.PHD1, "", Set.of(AFTERNOON), false);
        scene.publish();
        scene.news();

        scene.mentoring.withdraw(person("ana"));

        assertThat(scene.seats()).containsExactly("bo@cohen/s04", "cy@kempe/s11");
        assertThat(scene.headlines())
                .containsExactlyInAnyOrder(
                        "U-ana* You withdrew. Your seat with Jeremy Cohen (Coffee Break 1, 10:30 to 11:00) goes to the "
                                + "next person in line.",
                        "U-ana* You withdrew. Your seat with Julia Kempe (Coffee Break 2, 15:00 to 15:30) goes to the "
                                + "next person in line.",
                        "U-bo: A seat with Jeremy Cohen is free for you",
                        "U-cy: A seat with Julia Kempe is free for you");

        scene.mentoring.withdraw(person("ana"));
        assertThat(scene.seats()).containsExactly("bo@cohen/s04", "cy@kempe/s11");
    }

    @Test
    void whoeverWaitsAndWithdrawsWaitsNoMore() {
        anaAndBoSit();
        scene.signUp("Cy", Stage.POSTDOC, "", BOTH, false);
        published();
        assertThat(scene.mentoring.standing(person("cy"))).isInstanceOf(Standing.Waiting.class);

        scene.mentoring.withdraw(person("cy"));

        assertThat(scene.mentoring.standing(person("cy"))).isEqualTo(new Standing.Nowhere());
        assertThat(scene.headlines()).containsExactly("U-cy* You withdrew, so you are no longer in line.");
    }

    @Test
    void afterForgetMeThePlanNamesThemNowhereAndNothingIsOwedToThem() {
        anaAndBoSit();
        scene.signUp("Cy", Stage.POSTDOC, "", BOTH, false);
        published();

        scene.mentoring.forget(person("ana"));
        scene.mentoring.forget(person("cy"));

        assertThat(scene.mentoring.plan().toString()).doesNotContain("U-ana").doesNotContain("U-cy");
        assertThat(scene.news()).extracting(Notice::to).doesNotContain(person("ana"));
        assertThat(scene.mentoring.plan().seats())
                .filteredOn(seat -> seat.mentee().equals(new Person("forgotten")))
                .allSatisfy(seat -> assertThat(seat.reasons()).isEmpty());
    }

    @Test
    void somebodyFasterCostsNobodyTheirSeat() {
        anaAndBoSit();
        scene.signUp("Cy", Stage.POSTDOC, "", BOTH, false);
        published();
        scene.plans.faster = () -> scene.mentoring.decline(person("bo"), "");

        scene.mentoring.decline(person("ana"), "");

        assertThat(scene.mentoring.plan().takenBy(person("cy")))
                .singleElement()
                .satisfies(seat -> assertThat(seat.table()).isEqualTo("kempe@s11"));
        assertThat(scene.headlines()).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void everybodyIsToldWhereTheyStand() {
        anaAndBoSit();
        scene.signUp("Cy", Stage.POSTDOC, "", Set.of(MORNING), false);
        published();

        assertThat(scene.mentoring.standing(person("ana"))).isInstanceOf(Standing.Seated.class);
        assertThat(scene.mentoring.standing(person("cy"))).isInstanceOf(Standing.Waiting.class);
        assertThat(scene.mentoring.standing(person("nobody"))).isEqualTo(new Standing.Nowhere());
        assertThat(scene.mentoring.plan().placesOf(person("cy"))).isEqualTo(Map.of(MORNING, 1));
        assertThat(scene.mentoring.cards(person("cohen"))).hasSize(1);
        assertThat(scene.mentoring.cards(person("ana"))).isEmpty();
    }
}
