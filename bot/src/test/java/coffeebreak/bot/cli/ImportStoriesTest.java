package coffeebreak.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.mentoring.Seat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Scenario 48 in the local workspace, told in order: first nobody sits anywhere yet, then seats are
/// published.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ImportStoriesTest {

    private static final String AFTERNOON = "s11";

    /// As somebody keeps it in a spreadsheet: no ends, no ids, one time forgotten, the panel spread over five
    /// rows.
    private static final String DAY = """
            Time,Session,Speaker
            9:00,Invited talk 1,Jascha Sohl-Dickstein (Anthropic)
            9:30,Invited talk 2,Preetum Nakkiran (Apple)
            10:00,Invited talk 3,Jeremy Cohen (Flatiron Institute)
            10:30,Coffee Break,
            11:00,Contributed talks 1 & 2,
            11:30,Poster Session 1,
            12:30,Lunch Break,
            13:30,Contributed talks 3 & 4,
            14:00,Invited talk 4,Julia Kempe (NYU & Meta)
            14:30,Invited talk 5,Matthieu Wyart (Johns Hopkins University)
            %s,Coffee Break,
            ,,Lenka Zdeborová (EPFL)
            ,,Jascha Sohl-Dickstein (Anthropic)
            %s,Panel Discussion,Julia Kempe (NYU & Meta)
            ,,Richard Baraniuk (Rice University)
            ,,Matthieu Wyart (Johns Hopkins University)
            16:30,Competition winners,
            17:00,Poster Session 2,
            """;

    private LocalDay day;

    @BeforeAll
    void theDayBegins(@TempDir Path folder) {
        day = new LocalDay(folder, Set.of(), Map.of("COFFEEBREAK_ORGANIZERS", "UORGA,UORGB"));
    }

    @AfterAll
    void theDayEnds() {
        day.close();
    }

    private LocalTime breakBegins() {
        return day.parts().live().get().session(AFTERNOON).orElseThrow().start();
    }

    /// Scenarios 37 and 48: whoever is no organizer imports nothing, by whatever way.
    @Test
    @Order(1)
    void nobodyButAnOrganizerImports() {
        var ana = day.person("UANA");
        ana.hands("day.csv", DAY.formatted("15:10", "15:40"), "import programme");
        ana.writes("when is lunch?").sees("12:30");
        assertThat(ana.countOf("would bring in")).isZero();
        ana.commands("/coffee-admin import programme").seesInGeneral("Only organizers can do that");
    }

    /// Scenario 48.
    @Test
    @Order(2)
    void aBadFileChangesNothingAndSaysWhereItIsBad() {
        var marta = day.person("UORGA");
        marta.hands("day.csv", DAY.formatted("some time", "15:30"), "import programme");

        assertThat(marta.sees("\"day.csv\" cannot be used as it is, so nothing was changed"))
                .contains("Line 12, \"Time\": left out: \"some time\" is no time of day; write it like 9:30.")
                .doesNotContain("Take it over");
        assertThat(breakBegins()).isEqualTo("15:00");
    }

    /// Scenario 48.
    @Test
    @Order(3)
    void aFileIsReportedWithEachGuessBeforeItCounts() {
        var marta = day.person("UORGA");
        marta.hands("day.csv", DAY.formatted("15:10", "15:40"), "import programme");

        assertThat(marta.sees("day.csv would bring in"))
                .contains("*day.csv* holds 14 sessions, 2 mentoring breaks")
                .contains("Moved: *Coffee Break*: 15:00 to 15:30 becomes 15:10 to 15:40")
                .contains("No end is given in lines 2, 3,")
                .contains("Mentors hold their tables in the coffee breaks: 10:30, 15:10.")
                .contains("Coffee Break 2 moves: nobody sits there yet");
        assertThat(breakBegins()).isEqualTo("15:00");
        day.person("UANA").writes("when is the panel?").sees("15:30");
    }

    /// Scenario 48: nothing before the confirmation, then everything at once.
    @Test
    @Order(4)
    void onePressTakesItOverForEverybody() {
        var marta = day.person("UORGA");
        marta.presses("Take it over").sees("is in force now, for everybody");

        assertThat(breakBegins()).isEqualTo("15:10");
        day.person("UANA").writes("when is the panel?").sees("15:40");
        assertThat(marta.countOf("would bring in")).as("an answered message").isZero();
    }

    /// Scenario 48.
    @Test
    @Order(5)
    void theSameFileAgainDiffersInNothing() {
        var marta = day.person("UORGA");
        marta.hands("day.csv", DAY.formatted("15:10", "15:40"), "import programme");
        marta.sees("just as what is in force");
    }

    /// Scenario 40 for imports: whoever was slower sees what would change now.
    @Test
    @Order(6)
    void ofTwoOrganizersTheSecondSeesTheDifferenceAnew() {
        var marta = day.person("UORGA");
        var jonas = day.person("UORGB");
        marta.hands("one.csv", DAY.formatted("15:15", "15:45"), "import programme");
        marta.sees("one.csv would bring in");
        jonas.hands("two.csv", DAY.formatted("15:20", "15:55"), "import programme");
        jonas.sees("two.csv would bring in");

        marta.presses("Take it over").sees("*one.csv* is in force now");
        jonas.presses("Take it over").sees("The programme has changed since I showed you this");

        assertThat(breakBegins()).isEqualTo("15:15");
        jonas.presses("Take it over").sees("*two.csv* is in force now");
        assertThat(breakBegins()).isEqualTo("15:20");
    }

    @Test
    @Order(7)
    void whatWasImportedCanBePutBackStepByStep() {
        var marta = day.person("UORGA");
        assertThat(marta.commands("/coffee-admin import history").seesInGeneral("What was imported"))
                .contains("two.csv, 14 sessions")
                .contains("one.csv, 14 sessions")
                .contains("what the bot was started with");

        marta.commands("/coffee-admin import back programme").seesInGeneral("Put back what was in force before?");
        marta.presses("Put it back", "C0GENERAL").seesInGeneral("*one.csv* is in force again");

        assertThat(breakBegins()).isEqualTo("15:15");
    }

    /// Scenario 59 for imported titles; and a link takes the place of the file.
    @Test
    @Order(8)
    void aTitleIsWordsWhateverStandsInIt() {
        var marta = day.person("UORGA");
        var link = marta.hands(
                "evil.csv", DAY.formatted("15:15", "15:45") + "18:00,<!channel> *free* beer,=HYPERLINK(1)\n", "");
        marta.sees("What is that file?");

        var report = marta.commands("/coffee-admin import programme " + link).seesInGeneral("evil.csv would bring in");
        assertThat(report)
                .contains("&lt;!channel&gt;")
                .doesNotContain("<!channel>")
                .doesNotContain("*free*");
        marta.presses("Leave it", "C0GENERAL").seesInGeneral("Left alone: nothing of \"evil.csv\" came in.");
        marta.commands("/coffee-admin import programme https://example.org/files/U1/F0123456789/x.csv")
                .seesInGeneral("I don't understand");
    }

    /// Scenario 48: what conference systems export is read as well.
    @ParameterizedTest
    @ValueSource(strings = {"coast-frab.json", "coast-pretalx.json", "coast.xml", "coast.html", "coast.md"})
    @Order(8)
    void whatConferenceSystemsExportIsReportedAndLeftAlone(String file) throws IOException {
        var before = day.parts().live().get();
        var marta = day.person("UORGA");
        marta.hands(file, exported(file), "import programme");

        assertThat(marta.sees(file + " would bring in")).contains("Against what is in force:");
        marta.presses("Leave it").sees("Left alone");
        assertThat(day.parts().live().get()).isEqualTo(before);
    }

    private static String exported(String file) throws IOException {
        try (var resource = Asking.class.getResourceAsStream("/coffeebreak/bot/files/coast/" + file)) {
            return new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// Scenario 48 with 45: seats stay where they are, and those whose break moved are told once.
    @Test
    @Order(9)
    void whoeverSitsInABreakThatMovesIsToldOnceAndKeepsTheSeat() {
        var marta = day.person("UORGA");
        marta.commands("/coffee-admin preview").seesInGeneral("Preview of round 1");
        marta.presses("Publish", "C0GENERAL").seesInGeneral("is published");
        var seat = seats().stream().filter(this::isInTheAfternoon).findFirst().orElseThrow();
        var mentee = day.person(seat.mentee().id());
        mentee.sees("15:15 to 15:45");

        marta.hands("day.csv", DAY.formatted("15:10", "15:40"), "import programme");
        assertThat(marta.sees("day.csv would bring in")).containsPattern("\\d+ people sit there with 7 mentors");
        marta.presses("Take it over");

        mentee.awaits("The day has changed: Coffee Break 2 begins at 15:10");
        mentee.writes("my seat").sees("15:10 to 15:40");
        assertThat(mentee.countOf("The day has changed")).isEqualTo(1);
        assertThat(seats()).contains(seat);
    }

    private List<Seat> seats() {
        return day.parts().store().plans().current().seats();
    }

    private boolean isInTheAfternoon(Seat seat) {
        return seat.table().contains(AFTERNOON);
    }

    @Test
    @Order(10)
    void aBreakInWhichPeopleSitIsNotTakenAway() {
        var marta = day.person("UORGA");
        var without = DAY.formatted("15:10", "15:40").replace("15:10,Coffee Break,\n", "");
        marta.hands("day.csv", without, "import programme");

        assertThat(marta.sees("That would take away Coffee Break 2 (15:10), in which"))
                .contains("people sit")
                .contains("nothing was changed");
    }

    /// Scenario 48 with 45: what organizers changed by hand stays on top.
    @Test
    @Order(11)
    void aDelayStaysOnTopOfAnImport() {
        day.clock.jumpTo(Instant.parse("2026-04-26T17:40:00Z"));
        var marta = day.person("UORGA");
        marta.commands("/coffee-admin delay 15m from 14:30").seesInGeneral("15 minutes late from 14:30?");
        marta.presses("Delay the day", "C0GENERAL").seesInGeneral("The day runs 15 minutes late from 14:30.");
        assertThat(breakBegins()).isEqualTo("15:25");

        marta.hands("day.csv", DAY.formatted("15:20", "15:50"), "import programme");
        marta.sees("That the day runs 15 minutes late from 14:30 stays on top of it.");
        marta.presses("Take it over");

        Visitor.await("the import and the delay", () -> breakBegins().equals(LocalTime.of(15, 35)) ? true : null);
    }
}
