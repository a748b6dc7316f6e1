package coffeebreak.bot.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.redis.RedisStore;
import coffeebreak.bot.signup.Stage;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// How people come in and find their way, over the real wire: welcome, reminder, Home, day, calendar, late
/// sign-up.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HomeStoriesTest {

    private static final Instant DAY_BEFORE = Instant.parse("2026-04-25T17:00:00Z");

    private LocalDay day;

    @BeforeAll
    void theDayBegins(@TempDir Path folder) {
        day = new LocalDay(folder);
    }

    @AfterAll
    void theDayEnds() {
        day.close();
    }

    /// Scenario 1.
    @Test
    @Order(1)
    void whoeverComesInIsWelcomedOnceAndNothingButTheIdIsKept() {
        var ana = day.person("UANA");

        ana.seesAtHome("Find somebody to talk to");
        ana.writes("hi").sees("Nothing about you is stored until you sign up");
        ana.seesAtHome("Before you sign up I keep nothing about you but your Slack id");
        ana.writes("hi").sees("Hi again!");

        assertThat(ana.countOf("Nothing about you is stored until you sign up")).isEqualTo(1);
        assertThat(store().profiles().find(new Person("UANA"))).isEmpty();
    }

    /// Scenario 3.
    @Test
    @Order(2)
    void whoBeganToSignUpIsRemindedOnceAndCanEndIt() {
        day.clock.jumpTo(DAY_BEFORE);
        var ana = day.person("UANA");
        ana.writes("I'm a 2nd-year PhD working on grokking").sees("Did I get that right?");

        day.clock.jumpTo(Instant.parse("2026-04-25T20:00:00Z"));
        ana.sees("Sign-up closes at 20:00 on Saturday, 25 April (venue time)");
        ana.presses("Not interested").sees("All right, I won't remind you");

        assertThat(ana.countOf("You began to sign up")).isZero();
        assertThat(store().profiles().find(new Person("UANA"))).isEmpty();
    }

    /// Scenario 2.
    @Test
    @Order(3)
    void whoSignsUpIsToldWhenSeatsAreGivenOutAndThatTheyAreLimited() {
        var bo = day.person("UBO");
        bo.writes("I'm a 2nd-year PhD at EPFL working on loss landscapes").sees("Did I get that right?");
        bo.presses("That's right").sees("Question 1 of 4");
        for (var next : new String[] {"Question 2 of 4", "Question 3 of 4", "Question 4 of 4"}) {
            bo.presses("Yes").sees(next);
        }
        assertThat(bo.presses("Yes").sees("You are signed up"))
                .contains("Sign-up is open until 20:00 on Saturday, 25 April (venue time)")
                .contains("They are limited");
        bo.seesAtHome("You are signed up");
        day.clock.jumpTo(LocalDay.START);
    }

    @Test
    @Order(4)
    void theHomeOfWhomAChangeConcernsIsRenewedWithoutBeingOpened() {
        var marta = day.person("UORGA");
        marta.commands("/coffee-admin preview").seesInGeneral("Preview of round 1");
        marta.presses("Publish", "C0GENERAL").seesInGeneral("is published");

        day.person("UBO").findsAtHome("You sit with");
    }

    /// Scenario 16, and the calendar.
    @Test
    @Order(5)
    void theDayIsToldInOrderAndGoesIntoTheCalendar() {
        var bo = day.person("UBO");

        assertThat(bo.writes("what do I have today").sees("Your day"))
                .containsSubsequence("Invited talk 1", "you sit with", "Panel Discussion");
        bo.writes("add the panel to my calendar").sees("Open the file");
        assertThat(new String(bo.receives("sci4dl-panel-discussion.ics"), UTF_8))
                .contains(
                        "DTSTART;TZID=America/Sao_Paulo:20260426T153000", "METHOD:PUBLISH", "SUMMARY:Panel Discussion");
        bo.presses("Add to calendar").sees("Coffee Break");
    }

    /// Scenario 6.
    @Test
    @Order(6)
    void aNewStageLeavesTheSeatAsItIs() {
        var bo = day.person("UBO");
        var seat = store().plans().current().takenBy(new Person("UBO"));

        bo.writes("I'm a postdoc at EPFL").sees("Did I get that right?");
        bo.presses("That's right").sees("Your seat stays. Your new stage counts only when seats are next given out.");

        assertThat(store().profiles().find(new Person("UBO")).orElseThrow().stage())
                .isEqualTo(Stage.POSTDOC);
        assertThat(store().plans().current().takenBy(new Person("UBO"))).isEqualTo(seat);
    }

    /// Scenario 10.
    @Test
    @Order(7)
    void whoSignsUpAfterThatGetsASeatOrAPlaceInLineAtOnce() {
        day.clock.jumpTo(Instant.parse("2026-04-26T13:05:00Z"));
        var kenji = day.person("UKENJI");
        kenji.writes("I'm a postdoc at MIT working on basket weaving").sees("Did I get that right?");
        kenji.presses("That's right").sees("Question 1 of 4");
        for (var next : new String[] {"Question 2 of 4", "Question 3 of 4", "Question 4 of 4"}) {
            kenji.presses("No").sees(next);
        }
        kenji.presses("No").sees("The seats were given out already");

        var plan = store().plans().current();
        var who = new Person("UKENJI");
        assertThat(plan.takenBy(who).size() + (plan.waits(who) ? 1 : 0)).isEqualTo(1);
        kenji.sees(plan.waits(who) ? "No mentor's seat for you yet" : "You sit with");
    }

    private RedisStore store() {
        return day.parts().store();
    }
}
