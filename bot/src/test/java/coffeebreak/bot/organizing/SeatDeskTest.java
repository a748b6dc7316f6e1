package coffeebreak.bot.organizing;

import static coffeebreak.bot.mentoring.Scene.AFTERNOON;
import static coffeebreak.bot.mentoring.Scene.BOTH;
import static coffeebreak.bot.mentoring.Scene.MORNING;
import static coffeebreak.bot.mentoring.Scene.mentor;
import static coffeebreak.bot.organizing.Office.OLGA;
import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Form;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.mentoring.Scene;
import coffeebreak.bot.mentoring.Seat;
import coffeebreak.bot.mentoring.SeatingPlan;
import coffeebreak.bot.signup.Profile;
import coffeebreak.bot.signup.Stage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SeatDeskTest {

    private static final Person ANA = new Person("U-ana");
    private static final Person BO = new Person("U-bo");
    private static final Person COHEN = new Person("U-cohen");
    private static final Person KEMPE = new Person("U-kempe");

    private final Scene scene = new Scene();
    private final Office office = new Office(scene);

    /// Ana sits with Wyart in the morning, Bo with Cohen; Kempe's tables and Cohen's of the afternoon are empty.
    private void published() {
        published(scene, "");
    }

    private static void published(Scene scene, String institution) {
        scene.signUp("Ana", Stage.PHD1, institution, BOTH, false);
        scene.offering(mentor("wyart", 1, Set.of(MORNING), "EPFL"));
        scene.publish();
        scene.signUp("Bo", Stage.PHD1, "", Set.of(MORNING), false);
        scene.offering(
                mentor("wyart", 1, Set.of(MORNING), "EPFL"), mentor("cohen", 2, Set.of(MORNING), "Flatiron Institute"));
        scene.publish();
        scene.offering(
                mentor("wyart", 1, Set.of(MORNING), "EPFL"),
                mentor("cohen", 2, BOTH, "Flatiron Institute"),
                mentor("kempe", 2, BOTH, "NYU"));
        scene.signUp("Cy", Stage.PHD1, "NYU & Flatiron Institute & EPFL", BOTH, false);
        scene.signUp("Di", Stage.PHD1, "", Set.of(AFTERNOON), false);
        scene.publish();
        scene.mentoring.withdraw(new Person("U-di"));
        scene.news();
    }

    private String tableOf(String name) {
        return scene.mentoring.plan().takenBy(new Person("U-" + name)).stream()
                .map(Seat::table)
                .reduce("", String::concat);
    }

    @Test
    void somebodyIsMovedByTheBeginningOfTheirNameAndTheMentors() {
        published();

        assertThat(office.types("move ana to kem in the morning")).isEqualTo("""
                # Ana sits with Julia Kempe now
                Coffee Break 1, 10:30 to 11:00. They are told by a message; everybody else whom it concerns reads it in \
                the messages they have. The seat with wyart goes to the next in line, if there is one.
                [Lock this seat] [Show the table]""");
        assertThat(tableOf("ana")).isEqualTo("kempe@s04");
        assertThat(office.audit.latest(1)).singleElement().satisfies(entry -> {
            assertThat(entry.act()).as("names of people are not kept").isEqualTo("move");
            assertThat(entry.outcome()).isEqualTo("moved to kempe@s04");
        });
    }

    @Test
    void theBreakIsTakenFromTheSeatAndFromWhateverIsSaidOfIt() {
        published();

        office.types("move @U-ana to kempe");
        assertThat(tableOf("ana")).isEqualTo("kempe@s04");
        for (var afternoon : List.of("in break 2", "2", "at 15:00", "in the second one", "afternoon")) {
            office.types("move ana to wyart");
            office.types("move ana to kempe " + afternoon);
            assertThat(tableOf("ana")).as(afternoon).isEqualTo("kempe@s11");
        }
        assertThat(office.types("move ana to cohen in the evening"))
                .isEqualTo(
                        "\"the evening\" is none of the breaks with mentors, which are: Coffee Break 1 (10:30), Coffee "
                                + "Break 2 (15:00).");
    }

    @Test
    void whereSeveralAreMeantAnOrganizerChoosesAndTheAnswerTakesTheQuestionsPlace() {
        published();
        scene.signUp("Anabel", Stage.PHD1, "", BOTH, false);
        scene.signUp("Anna", Stage.PHD1, "", BOTH, false);

        assertThat(office.types("move an to kempe")).isEqualTo("""
                Whom do you mean by "an"?
                [Ana] [Anabel] [Anna]""");
        var question =
                ((Reply.Say) office.reply(OLGA, new ChatIntent.OrganizerCommand("move", "an to kempe"))).message();
        var chosen =
                ((Message.Part.Actions) question.parts().getLast()).buttons().getFirst();
        var answer = office.reply(OLGA, (ChatIntent.OfOrganizer) chosen.intent());

        assertThat(answer).isInstanceOf(Reply.Replace.class);
        assertThat(tableOf("ana")).isEqualTo("kempe@s04");

        assertThat(office.types("seat anna with cohen")).isEqualTo("""
                In which break?
                [Coffee Break 1] [Coffee Break 2]""");
    }

    @Test
    void whatCannotBeUnderstoodSaysHowItIsSaid() {
        assertThat(office.types("seat ana with kempe")).startsWith("No seats are given out yet.");
        assertThat(office.types("seats")).startsWith("No seats are given out yet.");
        published();
        assertThat(office.types("seat ana")).startsWith("Say who and with whom, for example");
        assertThat(office.types("move ana")).startsWith("Say who and where to, for example");
        assertThat(office.types("lock")).startsWith("Say whose seat or whose table");
        assertThat(office.types("forbid ana")).startsWith("Say which two");
        assertThat(office.types("forbid ana with ana")).isEqualTo("Ana is one person. Name two.");
        assertThat(office.types("allow ana with bo"))
                .isEqualTo("Ana and Bo are not among those you keep apart. \"/coffee-admin forbids\" shows who is.");
        assertThat(office.types("move zoe to kempe")).startsWith("I find nobody called \"zoe\".");
        assertThat(office.types("move ana to nobody")).startsWith("No mentor is called \"nobody\".");
        assertThat(office.types("move ana to wyart in break 2")).startsWith("wyart holds no table then.");
        assertThat(office.types("lock di")).startsWith("Di has no seat in a break to come.");
        assertThat(office.types("seat <@U0STRANGER> with kempe 1")).startsWith("@U0STRANGER has no sign-up for a seat");
    }

    @Test
    void aFullTableIsRefusedWithTablesThatCanTakeThem() {
        published();

        assertThat(office.types("move bo to wyart")).isEqualTo("""
                That table is full, counting whom a seat was offered.
                These can:
                [Julia Kempe, Coffee Break 1]""");
        assertThat(office.audit.latest(1).getFirst().outcome()).isEqualTo("refused: full");
    }

    /// Everything that can stand between Ana and Kempe's table without being plain to see.
    static Stream<Consumer<Scene>> reasons() {
        return Stream.of(
                scene -> scene.blocks.change(ANA, List.of(KEMPE), List.of()),
                scene -> scene.blocks.change(KEMPE, List.of(ANA), List.of()),
                scene -> scene.blocks.change(ANA, List.of(new Person("mentor:kempe")), List.of()),
                scene -> scene.blocks.change(ANA, List.of(BO), List.of()),
                scene -> scene.blocks.change(BO, List.of(ANA), List.of()),
                scene -> scene.forbids.forbid(List.of(ANA), List.of(KEMPE)),
                scene -> scene.forbids.forbid(List.of(BO), List.of(ANA)),
                scene -> {
                    var profile = scene.profiles.find(ANA).orElseThrow();
                    scene.profiles.save(new Profile(
                            profile.person(),
                            profile.name(),
                            profile.zone(),
                            profile.stage(),
                            "Meta and New York University",
                            profile.topics(),
                            profile.interests(),
                            profile.breaks(),
                            profile.question(),
                            profile.secondSeat(),
                            profile.consents(),
                            true,
                            false,
                            profile.signedUp(),
                            profile.version() + 1));
                },
                scene -> {
                    // A seat of the afternoon that was offered to her and that she did not answer in time.
                    var plan = scene.mentoring.plan();
                    var offer = Seat.given("old", ANA, "kempe@s11", 0, List.of(), null)
                            .as(Seat.State.EXPIRED);
                    scene.plans.replace(with(offer, plan), List.of());
                });
    }

    private static SeatingPlan with(Seat seat, SeatingPlan plan) {
        return plan.withSeats(
                        Stream.concat(plan.seats().stream(), Stream.of(seat)).toList())
                .next();
    }

    /// Scenario 20: a refused move reads the same whichever rule is behind it, and so does the audit trail; nobody is
    /// told anything.
    @ParameterizedTest
    @MethodSource("reasons")
    void aRefusedMoveDoesNotTellWhichRuleItBreaks(Consumer<Scene> reason) {
        published();
        office.types("move bo to kempe");
        reason.accept(scene);
        scene.news();

        assertThat(office.types("move ana to kempe in break 1")).isEqualTo("""
                That table cannot take Ana.
                These can:
                [Jeremy Cohen, Coffee Break 1] [Jeremy Cohen, Coffee Break 2]""");
        assertThat(office.audit.latest(1)).singleElement().satisfies(entry -> {
            assertThat(entry.act()).isEqualTo("move");
            assertThat(entry.outcome()).isEqualTo("refused: unfit");
        });
        assertThat(office.types("move ana to kempe in break 2")).startsWith("That table cannot take Ana.");
        assertThat(scene.news()).isEmpty();
        assertThat(tableOf("ana")).isEqualTo("wyart@s04");
    }

    @Test
    void theFormOfAMoveListsEveryTableWithRoomWhoeverMaySitThere() {
        published();
        scene.blocks.change(ANA, List.of(KEMPE), List.of());
        var seat = scene.mentoring.plan().takenBy(ANA).getFirst();

        var form = ((Reply.Show) office.reply(OLGA, new ChatIntent.AskMove(seat.id()))).form();
        assertThat(((Form.Field.Choice) form.fields().getFirst()).options())
                .extracting(Form.Option::label)
                .containsExactly(
                        "Jeremy Cohen, Coffee Break 1 (1 free)",
                        "Julia Kempe, Coffee Break 1 (2 free)",
                        "Jeremy Cohen, Coffee Break 2 (2 free)",
                        "Julia Kempe, Coffee Break 2 (2 free)",
                        "A table of peers in the same break",
                        "The head of the line");

        assertThat(office.presses(OLGA, new ChatIntent.OrganizerForm(form.name(), Map.of("to", List.of("kempe@s04")))))
                .startsWith("That table cannot take Ana.");
        assertThat(office.presses(OLGA, new ChatIntent.OrganizerForm(form.name(), Map.of("to", List.of("line")))))
                .startsWith("# Ana is first in line now");
        assertThat(office.presses(OLGA, new ChatIntent.OrganizerForm(form.name(), Map.of("to", List.of("line")))))
                .startsWith("That seat is nobody's any more.");
    }

    @Test
    void theTablesShowWhoSitsWhereAndWhatIsLocked() {
        published();
        office.types("lock ana");

        assertThat(office.types("seats")).isEqualTo("""
                # Tables: 2 people seated, 1 locked
                ---
                Coffee Break 1, 10:30 to 11:00
                - wyart 1/1: Ana (locked)
                - Jeremy Cohen 1/2: Bo
                - Julia Kempe 0/2
                [Open wyart, 10:30] [Open Jeremy Cohen, 10:30] [Open Julia Kempe, 10:30]
                ---
                Coffee Break 2, 15:00 to 15:30
                - Jeremy Cohen 0/2
                - Julia Kempe 0/2
                [Open Jeremy Cohen, 15:00] [Open Julia Kempe, 15:00]""");
        assertThat(office.types("seats wyart")).isEqualTo("""
                # wyart, Coffee Break 1: 1 of 1
                Coffee Break 1, 10:30 to 11:00.
                Ana, has not answered, locked
                [Unlock]
                ---
                [Unlock the whole table] [Show all tables]""");
        assertThat(office.types("status")).contains("2 seated (0 confirmed, 1 locked)");
    }

    @Test
    void aLockIsSetAndTakenAwayByWordsAndByButtons() {
        published();
        var seat = scene.mentoring.plan().takenBy(BO).getFirst();

        assertThat(office.types("lock cohen in break 1")).startsWith("# Jeremy Cohen's table: 1 seat is locked");
        assertThat(office.types("move bo to kempe"))
                .isEqualTo("The seat of Bo is locked. \"/coffee-admin unlock\" with their name unlocks it.");
        assertThat(office.types("unlock bo")).startsWith("# Bo: 1 seat is not locked any more");
        assertThat(office.presses(OLGA, new ChatIntent.LockSeat(seat.id(), true)))
                .contains("Bo, has not answered, locked");
        assertThat(office.presses(OLGA, new ChatIntent.LockTable("cohen@s04", false)))
                .contains("Bo, has not answered\n[Move] [Lock]");
        assertThat(scene.news()).isEmpty();
        assertThat(office.presses(OLGA, new ChatIntent.LockSeat("no seat", true)))
                .startsWith("That seat is nobody's any more.");
        assertThat(office.presses(OLGA, new ChatIntent.ShowTable("no table"))).startsWith("There is no such table");
    }

    @Test
    void whoIsKeptApartIsListedForOrganizersAndAllowedAgain() {
        published();
        office.types("move ana to cohen in break 1");

        assertThat(office.types("forbid ana with bo")).isEqualTo("""
                # Ana and Bo are kept apart
                They share no table from now on, with mentors or with peers, in no round and by no hand.
                They sat together, so Ana moves to Julia Kempe, Coffee Break 1.
                (Nobody is told why. A break that has begun stays as it is.)
                [Allow it again] [Show all pairs]""");
        office.types("forbid bo with kempe");
        scene.forbids.forget(ANA);

        assertThat(office.types("forbids")).isEqualTo("""
                # You keep apart: 2 pairs
                Bo and somebody who was forgotten
                [Allow it again]
                Bo and Julia Kempe
                [Allow it again]
                (Only organizers see this. What participants asked for themselves is shown to nobody.)""");
        assertThat(office.types("allow kempe from bo"))
                .isEqualTo("Julia Kempe and Bo may sit together again, as far as you organizers are concerned.");
        var marked = scene.mentoring.byHand().forbidden().getFirst();
        assertThat(office.presses(
                        OLGA,
                        new ChatIntent.AllowPair(
                                marked.one().id(), marked.other().id())))
                .startsWith("Bo and somebody who was forgotten may sit together again");
        assertThat(office.types("forbids")).startsWith("# You keep nobody apart");
    }

    @Test
    void whatParticipantsSaidThemselvesIsInNoList() {
        published();
        scene.blocks.change(ANA, List.of(BO, COHEN), List.of());

        assertThat(office.types("forbids")).startsWith("# You keep nobody apart");
        assertThat(office.types("seats") + office.types("seats cohen")).doesNotContainIgnoringCase("apart");
    }
}
