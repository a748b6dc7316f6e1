package coffeebreak.bot.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coffeebreak.bot.importing.Proposal;
import coffeebreak.bot.importing.Remark.Kind;
import coffeebreak.bot.programme.Fact;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.Session;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarProgrammeTest {

    private static final ZoneId VENUE = ZoneId.of("America/Sao_Paulo");

    @Test
    void aCalendarFromLifeIsReadAndEveryGuessIsTold() {
        var read = ProgrammeFile.at(TableProgrammeTest.resource("rivers.ics"), null);

        var programme = read.content();
        assertThat(programme.name()).isEqualTo("Rivers 2026");
        assertThat(programme.zone()).isEqualTo(VENUE);
        assertThat(programme.date()).isEqualTo(LocalDate.of(2026, 5, 4));
        assertThat(programme.sessions())
                .map(TableProgrammeTest::line)
                .containsExactly(
                        "1 08:00-08:30 Registration desk [registration 1]",
                        "1 09:00-10:00 Keynote \"Why rivers meander\" [keynote 1] ana-souza, Aula, ground floor",
                        "1 10:00-10:30 Coffee break [coffee_break 1] mentoring",
                        "1 10:30-? Talk \"Sediment\" [talk 1] bo-li",
                        "2 08:00-08:30 Registration desk [registration 2]",
                        "2 20:00-? Conference dinner [dinner 1]",
                        "3 08:00-08:30 Registration desk [registration 3]",
                        "3 09:00-10:30 Panel discussion [panel 1] bo-li ana-souza dee-ortega",
                        "3 10:45-11:15 Coffee break (later) [coffee_break 2] mentoring");
        assertThat(programme.sessions()).extracting(Session::note).contains("On curves.", "Sand & gravel.");
        assertThat(programme.facts())
                .containsExactly(new Fact(
                        "fact-exhibition-of-maps",
                        "Exhibition of maps: 4 May 2026 to 6 May 2026.",
                        List.of("Exhibition of maps"),
                        LocalDate.of(2026, 5, 4),
                        LocalDate.of(2026, 5, 6)));
        assertThat(read.whole()).isTrue();
        assertThat(read.remarks())
                .filteredOn(remark -> remark.kind() != Kind.UNDERSTOOD)
                .map(TableProgrammeTest::line)
                .containsExactly(
                        "0: mentors hold their tables in the coffee breaks: day 1 10:00, day 3 10:45.",
                        "0: no end is given in lines 39, 58, and nothing follows: left open.",
                        "0: 2 mentors, since they were invited or are on a panel: Ana Souza, Dee Ortega.",
                        "14: links in the description are not taken.",
                        "32: \"Coffee break (later)\" is taken for: coffee break.",
                        "39: \"Sediment\" is taken for: talk.",
                        "45: \"Invited talk: Dams\" is cancelled: not taken.",
                        "52: \"Exhibition of maps\" takes whole days: kept as a statement, not as a session.",
                        "58: \"Conference dinner\" ends after midnight: taken without an end.",
                        "58: \"Conference dinner\" is taken for: dinner.",
                        "71: \"Registration desk\" is repeated without an end: taken up to the last day, 2026-05-06.",
                        "71: \"Registration desk\" is taken for: registration.");
    }

    @Test
    void everyEventThatCannotBeReadIsToldWithItsLineAndHidesNoOther() {
        var read = read("""
                BEGIN:VCALENDAR
                VERSION:2.0
                BEGIN:VEVENT
                DTSTART:20260504T090000
                SUMMARY:Talk 1
                END:VEVENT
                BEGIN:VEVENT
                DTSTART:sometime
                SUMMARY:Talk 2
                END:VEVENT
                BEGIN:VEVENT
                SUMMARY:Talk 3
                END:VEVENT
                BEGIN:VEVENT
                DTSTART:20260504T100000
                END:VEVENT
                BEGIN:VEVENT
                DTSTART:20260504T100000
                DTEND:20260504T090000
                SUMMARY:Talk 5
                END:VEVENT
                BEGIN:VEVENT
                DTSTART:20260504T100000
                SUMMARY:Talk 6
                END:VCALENDAR
                """, null);

        assertThat(read.content().sessions()).extracting(Session::title).containsExactly("Talk 1");
        assertThat(read.of(Kind.WRONG))
                .map(TableProgrammeTest::line)
                .satisfiesExactly(
                        broken -> assertThat(broken)
                                .startsWith("7: left out: this event cannot be read:")
                                .contains("sometime"),
                        undated -> assertThat(undated)
                                .isEqualTo("11: left out: \"Talk 3\" has no DTSTART; say when it starts."),
                        untitled -> assertThat(untitled)
                                .isEqualTo("14: left out: this event has no SUMMARY; give it a title."),
                        backwards -> assertThat(backwards)
                                .isEqualTo("17: left out: \"Talk 5\" ends at 2026-05-04T09:00,"
                                        + " which is before its start at 2026-05-04T10:00."),
                        open -> assertThat(open).startsWith("22: left out: this event cannot be read:"));
    }

    @Test
    void timesOfAnotherZoneAreShownOnTheVenuesClock() {
        var calendar = event("DTSTART:20260504T120000Z", "SUMMARY:Lecture");

        assertThat(read(calendar, VENUE).content().sessions())
                .map(TableProgrammeTest::line)
                .containsExactly("1 09:00-? Lecture [talk 1]");
        assertThat(read(calendar, null)).satisfies(read -> {
            assertThat(read.content().zone()).isEqualTo(ZoneOffset.UTC);
            assertThat(read.of(Kind.GUESSED))
                    .map(TableProgrammeTest::line)
                    .contains(
                            "0: the calendar names no zone, so times are UTC; name the venue's zone when you use it.");
        });
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "Europe/Berlin, Europe/Berlin",
                "\"Europe/Berlin\", Europe/Berlin",
                "/example.org/20260101_1/Europe/Berlin, Europe/Berlin",
                "W. Europe Standard Time, Europe/Vienna"
            })
    void theZoneIsKnownByManyNames(String name, String zone) {
        var read = read(event("DTSTART;TZID=" + name + ":20260504T090000", "SUMMARY:Lecture"), null);

        assertThat(read.content().zone()).isEqualTo(ZoneId.of(zone));
        assertThat(read.content().sessions())
                .extracting(session -> session.start().toString())
                .containsExactly("09:00");
    }

    @Test
    void whatIsPrivateStaysOut() {
        var read = read(
                event("DTSTART:20260504T090000", "SUMMARY:Lecture")
                        .replace(
                                "END:VCALENDAR",
                                "BEGIN:VEVENT\nDTSTART:20260504T100000\nCLASS:PRIVATE\nSUMMARY:Fire Bo\nEND:VEVENT\nEND:VCALENDAR"),
                null);

        assertThat(read.content().sessions()).extracting(Session::title).containsExactly("Lecture");
        assertThat(read.remarks().toString()).doesNotContain("Fire Bo");
    }

    @Test
    void whatIsNoCalendarOrHoldsNoSessionSaysSo() {
        assertThatThrownBy(() -> read("hello\n", null))
                .isInstanceOf(BadFile.class)
                .hasMessage("day.ics:1: this is no calendar; its first line must be BEGIN:VCALENDAR.");
        assertThatThrownBy(() -> read("BEGIN:VCALENDAR\nEND:VCALENDAR\n", null))
                .hasMessage("day.ics: there is no event with a time of day in it; export the calendar once more.");
    }

    private static String event(String... lines) {
        return "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\n" + String.join("\n", lines)
                + "\nEND:VEVENT\nEND:VCALENDAR\n";
    }

    private static Proposal<Programme> read(String calendar, @Nullable ZoneId zone) {
        return ProgrammeFile.parse("day.ics", calendar.getBytes(StandardCharsets.UTF_8), zone);
    }
}
