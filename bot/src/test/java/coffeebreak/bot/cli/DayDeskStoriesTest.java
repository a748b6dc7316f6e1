package coffeebreak.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
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

/// What Marta, who organizes, changes on the day, in the local workspace, told in order. It is 13:40 at the venue.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DayDeskStoriesTest {

    private LocalDay day;

    @BeforeAll
    void theDayBegins(@TempDir Path folder) {
        day = new LocalDay(folder);
        day.clock.jumpTo(Instant.parse("2026-04-26T16:40:00Z"));
    }

    @AfterAll
    void theDayEnds() {
        day.close();
    }

    /// Scenario 47: the talk of 14:30 is cancelled.
    @Test
    @Order(1)
    void aCancelledTalkIsCancelledForWhoeverAsks() {
        var marta = day.person("UORGA");
        assertThat(marta.commands("/coffee-admin cancel invited talk 5").seesInGeneral("Cancel Invited talk 5?"))
                .contains("14:30 to 15:00, Matthieu Wyart");
        day.person("UANA").writes("when is invited talk 5?").sees("14:30");

        marta.presses("Cancel it", "C0GENERAL").seesInGeneral("Invited talk 5 is cancelled");

        var wyart = day.person("UMWYART");
        wyart.sees("Invited talk 5 is cancelled");
        var ana = day.person("UANA");
        assertThat(ana.writes("when is invited talk 5?").sees("is cancelled"))
                .contains("as the organizers said at 13:4")
                .contains("Nothing takes its place.");
        assertThat(ana.writes("who speaks after Julia Kempe?").sees("Panel Discussion"))
                .contains("is cancelled");
        wyart.writes("when is my talk?").sees("is cancelled");
        wyart.writes("calendar").sees("struck out");
        assertThat(new String(wyart.receives("sci4dl-my-day.ics"), StandardCharsets.UTF_8))
                .contains("STATUS:CANCELLED");
        assertThat(wyart.countOf("Invited talk 5 is cancelled. The organizers")).isEqualTo(1);
    }

    /// Scenario 47: then another is put in its place, and the old one never comes back.
    @Test
    @Order(2)
    void whatTakesItsPlaceIsWhatIsNext() {
        var marta = day.person("UORGA");
        marta.commands("/coffee-admin replace 14:30 with Minima and how to leave them by Julia Kempe")
                .seesInGeneral("In its place: ");
        marta.presses("Replace it", "C0GENERAL").seesInGeneral("is replaced with Minima and how to leave them");

        day.clock.jumpTo(Instant.parse("2026-04-26T17:25:00Z"));
        var ana = day.person("UANA");
        assertThat(ana.writes("what's next?").sees("Minima and how to leave them"))
                .contains("14:30");
        assertThat(ana.writes("when is invited talk 5?").sees("In its place: Minima and how to leave them"))
                .contains("is cancelled");
        day.person("UMKEMPE").sees("You are on stage: Minima and how to leave them");
        ana.writes("my day").sees("Minima and how to leave them");
        assertThat(ana.sees("Minima")).doesNotContain("Invited talk 5");
        ana.writes("find talks by Julia Kempe").sees("Minima and how to leave them");
        assertThat(ana.writes("find talks by Matthieu Wyart").sees("")).doesNotContain("14:30");
    }

    /// Scenario 47: it takes place after all.
    @Test
    @Order(3)
    void whatIsTakenBackIsToldToThoseOnStage() {
        var marta = day.person("UORGA");
        marta.commands("/coffee-admin restore invited talk 5").seesInGeneral("take place after all?");
        marta.presses("Restore it", "C0GENERAL").seesInGeneral("Invited talk 5 takes place after all");

        day.person("UMWYART").sees("Invited talk 5 takes place after all");
        day.person("UMKEMPE").sees("Minima and how to leave them is off");
        var seen = day.person("UANA").writes("what's next?").sees("Invited talk 5");
        assertThat(seen.lines().toList().getLast()).doesNotContain("Minima");
    }

    /// Scenario 55, answered: what the programme does not say organizers can.
    @Test
    @Order(4)
    void whatOrganizersSayOfTheWifiIsTold() {
        var ana = day.person("UANA");
        assertThat(ana.writes("what is the wifi password?").sees("")).doesNotContain("minima26");

        day.person("UORGA")
                .commands("/coffee-admin facts add wifi is the network SCI4DL, password minima26")
                .seesInGeneral("Noted");

        assertThat(ana.writes("what is the wifi password?").sees("minima26")).contains("As of 14:2");
    }

    /// Scenario 50: what the bot could not answer is asked of the organizers by two people in two wordings.
    @Test
    @Order(5)
    void whatNobodyKnewIsAnsweredOnceForAllWhoAsked() {
        var ana = day.person("UANA");
        var bo = day.person("UBO");
        ana.writes("is there a shuttle bus to the venue?").sees("Ask the organizers");
        ana.presses("Ask the organizers").sees("I have asked the organizers. They read your words, not who you are.");
        bo.writes("Is there any shuttle bus to the venue").sees("Ask the organizers");
        bo.presses("Ask the organizers").sees("I have asked the organizers.");
        var marta = day.person("UORGA");
        assertThat(marta.commands("/coffee-admin questions").seesInGeneral("asked by 2 people"))
                .contains("shuttle bus")
                .doesNotContain("Bo ");

        marta.commands("/coffee-admin questions answer 1 No, but the tram stops at the main gate.")
                .seesInGeneral("Answered: 2 people are told");

        ana.awaits("The organizers answered");
        bo.awaits("The organizers answered");
        assertThat(ana.countOf("the tram stops at the main gate")).isEqualTo(1);
        assertThat(day.person("UABDI")
                        .writes("is there a shuttle bus to the venue?")
                        .sees("No, but the tram stops at the main gate."))
                .containsPattern("\\p{L}+, 14:\\d\\d: No, but the tram");
        marta.commands("/coffee-admin questions").seesInGeneral("Nobody waits for an answer of yours.");
        ana.writes("forget me").sees("Forget everything");
        ana.presses("Forget me").sees("Forgotten");
        assertThat(new EverythingKept(day.redis()).naming("UANA")).isEmpty();
    }

    @Test
    @Order(6)
    void whoComesWhenSignUpIsClosedIsToldSo() {
        day.person("UORGA").commands("/coffee-admin close").seesInGeneral("Sign-up is closed");

        day.person("UPRIYA").seesAtHome("Sign-up is closed; whoever comes now gets a seat where one is left.");

        day.person("UORGA").commands("/coffee-admin open").seesInGeneral("Sign-up is open");
        day.person("UORGA").commands("/coffee-admin open").seesInGeneral("Sign-up is open already");
    }

    /// Scenario 49: to those who signed up, and to the channel.
    @Test
    @Order(7)
    void anAnnouncementIsShownFirstAndReachesEachOnce() {
        var marta = day.person("UORGA");
        assertThat(marta.commands("/coffee-admin announce The tram is late to mentors urgent")
                        .seesInGeneral("Announce this to 7 recipients?"))
                .contains("at the chat's pace");
        marta.presses("Send it", "C0GENERAL").seesInGeneral("Announcement 1 is on its way");

        day.person("UMWYART").awaits("The tram is late");
        day.person("UMKEMPE").awaits("The tram is late");
        marta.awaits("7 of 7");
        assertThat(day.person("UMWYART").countOf("The tram is late")).isEqualTo(1);
        assertThat(marta.countOf("have it")).as("one message, edited").isEqualTo(1);

        marta.commands("/coffee-admin announce correct 1 The tram is on time")
                .seesInGeneral("Correct announcement 1 for 7?");
        marta.presses("Correct it", "C0GENERAL").seesInGeneral("Announcement 1 is corrected");
        day.person("UMWYART").awaits("The tram is on time");
        day.person("UMWYART").seesNoLonger("The tram is late");

        marta.commands("/coffee-admin announce We begin again to #C0GENERAL")
                .seesInGeneral("Announce this to 1 recipient?");
        marta.presses("Send it", "C0GENERAL");
        Visitor.await(
                "the channel reads it",
                () -> day.person("UPRIYA").seesNothingIn("C0GENERAL", "From the organizers: We begin again")
                        ? null
                        : Boolean.TRUE);
    }
}
