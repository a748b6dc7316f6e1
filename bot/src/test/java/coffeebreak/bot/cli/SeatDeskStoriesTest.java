package coffeebreak.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.mentoring.MentorTable;
import coffeebreak.bot.mentoring.Seat;
import coffeebreak.bot.mentoring.SeatingPlan;
import coffeebreak.bot.organizing.Command;
import coffeebreak.bot.signup.Consent;
import coffeebreak.bot.signup.Profile;
import coffeebreak.bot.signup.Stage;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// An organizer moves people by hand, in the local workspace, told in order.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SeatDeskStoriesTest {

    private static final String MORNING = "s04";
    private static final String AFTERNOON = "s11";

    private LocalDay day;
    private Visitor marta;

    @BeforeAll
    void theDayBegins(@TempDir Path folder) {
        day = LocalDay.withoutSignUps(folder);
        signUp("UANA", "Ana Souza", "");
        signUp("UBO", "Bo Lindqvist-Wray", "");
        signUp("UPRIYA", "Priya Raghunandan", "");
        marta = day.person("UORGA");
        publish(1);
    }

    @AfterAll
    void theDayEnds() {
        day.close();
    }

    private void signUp(String id, String name, String institution) {
        var profile = new Profile(
                new Person(id),
                name,
                ZoneId.of("America/Sao_Paulo"),
                Stage.PHD1,
                institution,
                List.of(),
                "loss landscapes",
                Set.of(MORNING, AFTERNOON),
                "",
                false,
                Set.of(Consent.values()),
                true,
                false,
                LocalDay.START,
                1);
        assertThat(day.parts().store().profiles().save(profile)).isTrue();
        day.parts().interests().put(profile);
    }

    private void publish(int round) {
        marta.commands("/coffee-admin preview").seesInGeneral("Preview of round " + round);
        marta.presses("Publish", "C0GENERAL").seesInGeneral("Round " + round + " is published");
        Visitor.await("the round is in force", () -> plan().round() == round ? Boolean.TRUE : null);
    }

    private SeatingPlan plan() {
        return day.parts().store().plans().current();
    }

    private Seat seatOf(String id) {
        return plan().takenBy(new Person(id)).getFirst();
    }

    private MentorTable tableOf(String id) {
        return plan().table(seatOf(id).table()).orElseThrow();
    }

    /// An empty table of the afternoon, of a mentor at none of whose tables anybody sits.
    private MentorTable empty(String... not) {
        return plan().tables().stream()
                .filter(table -> table.coffeeBreak().equals(AFTERNOON)
                        && !List.of(not).contains(table.mentor())
                        && plan().seats().stream()
                                .noneMatch(seat -> seat.table().startsWith(table.mentor() + "@")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Order(0)
    void everyCommandOfTheBotHasItsOwnName() {
        assertThat(day.parts().commands().all()).extracting(Command::name).doesNotHaveDuplicates();
    }

    /// Scenario 43: a move by hand tells who is moved and the mentors; others are left alone.
    @Test
    @Order(1)
    void aMoveTellsWhoIsMovedAndNobodyElse() {
        var ana = day.person("UANA");
        ana.sees("You sit with " + tableOf("UANA").host());
        var before = tableOf("UANA");
        var to = empty("kempe");
        var bo = seatOf("UBO");

        marta.commands("/coffee-admin move ana s to " + to.host() + " in the afternoon")
                .seesInGeneral("Ana Souza sits with " + to.host() + " now");

        ana.awaits("You sit with " + to.host());
        ana.seesNoLonger("You sit with " + before.host());
        assertThat(tableOf("UANA")).isEqualTo(to);
        assertThat(seatOf("UBO")).isEqualTo(bo);
        assertThat(day.person("UBO").countOf("The tables had to be changed")).isZero();
    }

    /// Scenario 43: a full table, and a mentor of one's own institution.
    @Test
    @Order(2)
    void aMoveIsCheckedAgainstCapacityAndInstitution() {
        signUp("UKENJI", "Kenji Aoyagi", "New York University");
        publish(2);
        var before = plan();

        assertThat(marta.commands("/coffee-admin move kenji to kempe in break 2")
                        .seesInGeneral("That table cannot take"))
                .contains("That table cannot take Kenji Aoyagi.")
                .contains("These can:");
        var full = tableOf("UANA");
        day.person("UM" + full.mentor().replaceFirst("-.*", "").toUpperCase(java.util.Locale.ROOT))
                .writes("I can take 1")
                .sees("You host a table");
        Visitor.await(
                "a smaller table", () -> plan().table(full.id()).orElseThrow().capacity() == 1 ? true : null);
        marta.commands("/coffee-admin move bo to " + full.host() + " in break 2")
                .seesInGeneral("That table is full");

        assertThat(plan().seats()).isEqualTo(before.seats());
    }

    /// Scenario 20: Kenji would rather not sit with Priya, and no organizer learns of it by moving somebody.
    @Test
    @Order(3)
    void aMoveThatABlockForbidsReadsAsAnyOther() {
        var kenji = day.person("UKENJI");
        kenji.writes("I'd rather not sit with @UPRIYA").sees("Nobody is told");
        var to = tableOf("UPRIYA");

        var refused = marta.commands("/coffee-admin move kenji to " + to.host() + " in " + breakOf(to))
                .seesInGeneral("That table cannot take");

        assertThat(refused).contains("That table cannot take Kenji Aoyagi.").doesNotContain("Priya");
        assertThat(day.parts().store().auditTrail().latest(1)).singleElement().satisfies(entry -> {
            assertThat(entry.act()).isEqualTo("move");
            assertThat(entry.outcome()).isEqualTo("refused: unfit");
        });
        marta.commands("/coffee-admin move priya to " + tableOf("UKENJI").host() + " in " + breakOf(tableOf("UKENJI")))
                .seesInGeneral("That table cannot take Priya Raghunandan.");
        assertThat(day.calls())
                .filteredOn(call -> call.method().startsWith("chat.")
                        && call.arguments().toString().contains("UORGA"))
                .noneMatch(call -> call.arguments().toString().contains("rather not"));
    }

    private static String breakOf(MentorTable table) {
        return table.coffeeBreak().equals(MORNING) ? "break 1" : "break 2";
    }

    /// Scenarios 43 and 44: a locked seat survives a further round and is moved by nobody; who gives it up frees it.
    @Test
    @Order(4)
    void aLockedSeatSurvivesARerun() {
        var locked = seatOf("UBO");
        marta.commands("/coffee-admin lock bo").seesInGeneral("1 seat is locked");
        marta.commands("/coffee-admin seats").seesInGeneral("Bo Lindqvist-Wray (locked)");
        signUp("ULEILA", "Leïla Ben Yedder", "");

        publish(3);

        assertThat(seatOf("UBO")).isEqualTo(locked);
        marta.commands("/coffee-admin move bo to line").seesInGeneral("The seat of Bo Lindqvist-Wray is locked.");
        marta.commands("/coffee-admin status").seesInGeneral("1 locked");
        day.person("UBO").writes("I can't come").sees("Thank you for telling me");
        assertThat(plan().takenBy(new Person("UBO"))).isEmpty();
    }

    /// Scenario 43: by buttons, from the list of tables to the form.
    @Test
    @Order(5)
    void everythingIsDoneByButtonsToo() {
        var table = tableOf("ULEILA");
        var open = "Open " + table.host() + ", " + (table.coffeeBreak().equals(MORNING) ? "10:30" : "15:00");
        marta.commands("/coffee-admin seats").seesInGeneral(open);

        marta.presses(open, "C0GENERAL").seesInGeneral("Leïla Ben Yedder");
        marta.presses("Lock the whole table", "C0GENERAL").seesInGeneral("*locked*");

        assertThat(plan().isLocked(seatOf("ULEILA"))).isTrue();
    }

    /// Organizers keep two apart who sit together: one moves and reads nothing of why; it goes when somebody is
    /// forgotten.
    @Test
    @Order(6)
    void whomOrganizersKeepApartSitApartAndTheListForgetsWhoIsForgotten() {
        var priya = tableOf("UPRIYA");
        marta.commands("/coffee-admin move ana to " + priya.host() + " in " + breakOf(priya))
                .seesInGeneral("Ana Souza sits with " + priya.host() + " now");

        marta.commands("/coffee-admin forbid ana with priya").seesInGeneral("so Ana Souza moves");

        assertThat(tableOf("UANA")).isNotEqualTo(priya);
        assertThat(tableOf("UPRIYA")).isEqualTo(priya);
        var ana = day.person("UANA");
        ana.awaits("You sit with " + tableOf("UANA").host());
        ana.writes("forget me").sees("Forget everything about you?");
        ana.presses("Forget me").awaits("Forgotten");
        marta.commands("/coffee-admin forbids").seesInGeneral("Priya Raghunandan and somebody who was forgotten");
        assertThat(new EverythingKept(day.redis()).naming("UANA", "Ana Souza")).isEmpty();
    }
}
