package coffeebreak.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.mentoring.Seat;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// The day runs late, in the local workspace, told in order: the talk of 14:30 overruns.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DelayStoriesTest {

    private static final String AFTERNOON = "s11";

    private LocalDay day;
    private Seat seat;

    @BeforeAll
    void theDayBegins(@TempDir Path folder) {
        day = new LocalDay(folder);
        var marta = day.person("UORGA");
        marta.commands("/coffee-admin preview").seesInGeneral("Preview of round 1");
        marta.presses("Publish", "C0GENERAL").seesInGeneral("is published");
        var plan = day.parts().store().plans().current();
        seat = plan.seats().stream()
                .filter(each ->
                        plan.table(each.table()).orElseThrow().coffeeBreak().equals(AFTERNOON))
                .findFirst()
                .orElseThrow();
        day.person(seat.mentee().id()).sees("15:00 to 15:30");
        day.clock.jumpTo(Instant.parse("2026-04-26T17:32:00Z"));
        mentor().sees("Your table in Coffee Break 2");
        day.clock.jumpTo(Instant.parse("2026-04-26T17:40:00Z"));
    }

    @AfterAll
    void theDayEnds() {
        day.close();
    }

    private Visitor mentor() {
        var mentor = seat.table().replaceFirst("[-@].*", "");
        return day.person("UM" + mentor.toUpperCase(Locale.ROOT));
    }

    /// Scenario 37.
    @Test
    @Order(1)
    void nobodyButAnOrganizerMovesTheDay() {
        day.person("UANA").commands("/coffee-admin delay 15m").seesInGeneral("Only organizers can do that");
        day.person("UORGA")
                .commands("/coffee-admin delay a bit")
                .seesInGeneral("I don't understand \"a bit\" as a delay. Say for example");
    }

    /// Scenario 45.
    @Test
    @Order(2)
    void aQuarterOfAnHourFromHalfPastTwoMovesEverythingAfterIt() {
        var marta = day.person("UORGA");
        assertThat(marta.commands("/coffee-admin delay 15m from 14:30").seesInGeneral("15 minutes late from 14:30?"))
                .contains("*Coffee Break*: 15:00 to 15:30 becomes 15:15 to 15:45")
                .contains("*Panel Discussion*: 15:30 to 16:30 becomes 15:45 to 16:45");
        day.person("UANA").writes("when is the second coffee break?").sees("15:00");

        marta.presses("Delay the day", "C0GENERAL").seesInGeneral("The day runs 15 minutes late from 14:30.");

        var mentee = day.person(seat.mentee().id());
        assertThat(mentee.sees("The day has changed: Coffee Break 2 begins at 15:15"))
                .contains("it was to begin at 15:00");
        mentor().sees("The day has changed");
        assertThat(day.person("UANA").writes("when is the second coffee break?").sees("15:15"))
                .contains("As of 14:40 the day runs 15 minutes late from 14:30.");
        mentee.writes("my seat").sees("15:15 to 15:45");
        mentee.seesNoLonger("15:00 to 15:30");
        mentor().seesNoLonger("15:00 to 15:30");
        assertThat(mentee.countOf("The day has changed")).isEqualTo(1);
    }

    /// Scenario 46.
    @Test
    @Order(3)
    void aDelayThatIsTakenBackIsToldToo() {
        day.clock.jumpTo(Instant.parse("2026-04-26T17:51:00Z"));
        day.person("UORGA").commands("/coffee-admin delay off").seesInGeneral("The day runs as planned again.");

        var mentee = day.person(seat.mentee().id());
        mentee.sees("The day has changed: Coffee Break 2 begins at 15:00");
        mentee.sees("At 15:00:");
        assertThat(mentee.countOf("At 15:")).as("reminded once").isEqualTo(1);
        day.person("UORGA").commands("/coffee-admin delay off").seesInGeneral("there is no delay to take back");
    }

    /// Scenario 46: two delays add up, are told once, and nobody is reminded again; also of a day with something
    /// cancelled.
    @Test
    @Order(4)
    void twoDelaysAreToldOnceAndNobodyIsRemindedAgain() {
        var marta = day.person("UORGA");
        marta.commands("/coffee-admin cancel the panel").seesInGeneral("Cancel Panel Discussion?");
        marta.presses("Cancel it", "C0GENERAL").seesInGeneral("Panel Discussion is cancelled");
        for (var said : new String[] {"10m from 15:00", "5m from 15:10"}) {
            marta.commands("/coffee-admin delay " + said).seesInGeneral(" late from ");
            marta.presses("Delay the day", "C0GENERAL").seesInGeneral("The day runs ");
        }

        var mentee = day.person(seat.mentee().id());
        mentee.writes("my seat").sees("15:15 to 15:45");
        assertThat(mentor().writes("my cards").sees("15:15 to 15:45")).doesNotContain("Your panel discussion");
        day.clock.jumpTo(Instant.parse("2026-04-26T18:02:30Z"));
        Visitor.await(
                "it is told: moved, taken back, moved again",
                () -> mentee.countOf("The day has changed") == 3 ? Boolean.TRUE : null);
        assertThat(mentee.countOf("At 15:")).as("reminded once").isEqualTo(1);
        assertThat(day.person("UANA").writes("when is the panel?").sees("is cancelled"))
                .contains("Panel Discussion");
    }
}
