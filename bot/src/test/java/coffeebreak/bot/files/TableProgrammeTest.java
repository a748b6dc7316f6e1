package coffeebreak.bot.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coffeebreak.bot.importing.Proposal;
import coffeebreak.bot.importing.Remark;
import coffeebreak.bot.importing.Remark.Kind;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.ProgrammePerson;
import coffeebreak.bot.programme.Role;
import coffeebreak.bot.programme.Session;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TableProgrammeTest {

    private static final String PLAIN = "date,start,end,kind,title,speakers,room,notes\n";

    @Test
    void theSimpleTableIsReadAsItStands() {
        var read = read(PLAIN + """
                2026-04-26,9:00,9:30,invited talk,Invited talk 1,Ana Souza (USP; EPFL),Aula,
                2026-04-26,9:30,10:00,coffee break,Coffee Break,,,for mentors
                2026-04-27,9:00,10:00,panel,Panel,Ana Souza; Bo Li (KTH),Aula,bring questions
                """);

        assertThat(read.whole()).isTrue();
        var programme = read.content();
        assertThat(programme.date()).isEqualTo(LocalDate.of(2026, 4, 26));
        assertThat(programme.sessions())
                .map(TableProgrammeTest::line)
                .containsExactly(
                        "1 09:00-09:30 Invited talk 1 [invited_talk 1] ana-souza, Aula",
                        "1 09:30-10:00 Coffee Break [coffee_break 1] mentoring",
                        "2 09:00-10:00 Panel [panel 1] ana-souza bo-li, Aula");
        assertThat(programme.people())
                .extracting(ProgrammePerson::introduced)
                .containsExactly("Ana Souza (USP & EPFL)", "Bo Li (KTH)");
        assertThat(programme.person("ana-souza").orElseThrow().roles())
                .containsExactlyInAnyOrder(Role.INVITED_SPEAKER, Role.PANELIST, Role.MENTOR);
        assertThat(programme.sessions().getLast().note()).isEqualTo("bring questions");
    }

    @Test
    void aTableFromLifeIsReadAndEveryGuessIsTold() {
        var read = ProgrammeFile.at(resource("rivers.csv"), null);

        assertThat(read.content().sessions())
                .map(TableProgrammeTest::line)
                .containsExactly(
                        "1 08:30-09:00 Registration & coffee [registration 1]",
                        "1 09:00-10:00 Keynote \"Why rivers meander\" [keynote 1] ana-souza, Aula",
                        "1 10:00-10:30~ Coffee Break [coffee_break 1] mentoring, Aula",
                        "1 10:30-11:00 Contributed talk \"Sediment \"on the move\"\" [contributed_talks 1] bo-li, Aula",
                        "1 10:30-11:00 Contributed talk \"Ice in rivers\" [contributed_talks 2] cy-young, R 12",
                        "1 11:00-11:30 Contributed talk \"Dams\" [contributed_talks 3], Aula",
                        "1 12:00-13:30 Lunch [lunch 1]",
                        "1 13:30-15:00 Panel: dams or no dams [panel 1] cy-young ana-souza dee-ortega, Aula",
                        "1 15:00-16:00 Build a gauge [hackathon 1] bo-li, R 12",
                        "2 09:00-09:40 Invited talk 1 [invited_talk 1] dee-ortega, Aula",
                        "2 09:40-10:20~ Invited talk 2 [invited_talk 2] eva-ruiz, Aula",
                        "2 10:20-10:50 Kaffee [coffee_break 2], Foyer",
                        "2 10:50-? Posters [poster_session 1], Foyer");
        assertThat(read.content().date()).isEqualTo(LocalDate.of(2026, 5, 4));
        assertThat(read.of(Kind.WRONG)).isEmpty();
        assertThat(read.of(Kind.GUESSED))
                .map(TableProgrammeTest::line)
                .containsExactly(
                        "0: no date is given in lines 3, 4, 5, 6, 7, 8, 9, 10, 12, 13, 14: taken from the line above.",
                        "0: the event is called \"rivers\", after the file.",
                        "0: mentors hold their tables in the breaks that say so: day 1 10:00.",
                        "0: no end is given in lines 4, 12: taken from the start of what follows.",
                        "0: no end is given in line 14, and nothing follows: left open.",
                        "0: 3 mentors, since they were invited or are on a panel: Ana Souza, Dee Ortega, Eva Ruiz.",
                        "1: taken as start.",
                        "1: taken as title.",
                        "2: \"Registration & coffee\" is taken for: registration.",
                        "5: \"Li, Bo (KTH)\" is taken for Bo Li.",
                        "9: \"Ana Souza, Dee Ortega (UNAM)\" is taken for 2 people; separate people by semicolons.",
                        "10: \"Hackathon\" is no usual kind of session: kept as a kind of its own.",
                        "13: \"Kaffee\" is taken for: coffee break.");
    }

    @Test
    void everyWrongCellIsToldAtOnceWithItsLine() {
        var table = PLAIN + """
                2026-04-26,9:00,9:30,talk,Rivers,,,
                someday,9:00,9:30,talk,Lakes,,,
                2026-04-26,late,,talk,Seas,,,
                2026-04-26,,,talk,Ponds,,,
                2026-04-26,9:30,9:00,talk,Wells,,,
                2026-04-26,9:30,later,talk,Springs,,,
                2026-04-26,9:30,10:00,,,,,
                2026-04-26,10:00,10:30,talk,Brooks, streams,,,,
                """;
        var read = read(table);

        assertThat(read.of(Kind.WRONG))
                .map(TableProgrammeTest::line)
                .containsExactly(
                        "3: left out: \"someday\" is no date; write it like 2026-04-26.",
                        "4: left out: \"late\" is no time of day; write it like 9:30.",
                        "5: left out: it has no start; write it like 9:30.",
                        "6: left out: it ends at 09:00, which is not after its start at 09:30.",
                        "7: left out: \"later\" is no time of day; write it like 9:30.",
                        "8: left out: it has no title; fill it in.");
        assertThatThrownBy(() -> BadFile.unlessWhole(read)).hasMessageContaining("day.csv:4: \"start\": left out:");
    }

    @Test
    void aTableWithoutWhatIsNeededSaysSo() {
        assertThatThrownBy(() -> read("when,room\n9:00,Aula\n"))
                .isInstanceOf(BadFile.class)
                .hasMessage("day.csv:1: no column is headed \"title\"; name it so. The headings are: when, room.");
        assertThatThrownBy(() -> read("start,title\n"))
                .hasMessage("day.csv: there is no session in it; write one a line below the headings.");
        assertThatThrownBy(() -> read("start,title\nlate,Rivers\n"))
                .hasMessage("day.csv:2: left out: \"late\" is no time of day; write it like 9:30.");
    }

    @Test
    void aLongNoteIsCutBetweenLettersWhereItHasNoWords() {
        var read = read("start,end,title,note\n9:00,10:00,Rivers," + "🌊".repeat(200) + "\n");

        assertThat(read.content().sessions().getFirst().note()).isEqualTo("🌊".repeat(119) + "…");
    }

    @Test
    void aCellOfSeveralLinesIsQuotedInOne() {
        var read = read("start,title\n\"late\nor later\",Rivers\n9:00,Lakes\n");

        assertThat(read.of(Kind.WRONG))
                .map(TableProgrammeTest::line)
                .singleElement()
                .asString()
                .contains("\"late or later\" is no time of day");
    }

    @Test
    void aMissingEndIsTheStartOfWhatFollowsInTheSameRoom() {
        assertThat(read("start;title;room\n9:00;Rivers;A\n9:10;Lakes;B\n9:30;Seas;A\n10:00;Coffee;\n10:15;Wells;B\n")
                        .content()
                        .sessions())
                .map(TableProgrammeTest::line)
                .containsExactly(
                        "1 09:00-09:30~ Rivers [session 1], A",
                        "1 09:10-10:00~ Lakes [session 2], B",
                        "1 09:30-10:00~ Seas [session 3], A",
                        "1 10:00-10:15~ Coffee [coffee_break 1] mentoring",
                        "1 10:15-? Wells [session 4], B");
    }

    @Test
    void atTheSameTimeWithoutARoomIsToldAndTakenAsParallel() {
        var read = read("start,end,title\n9:00,10:00,Lecture 1\n9:30,10:30,Lecture 2\n");

        assertThat(read.whole()).isTrue();
        assertThat(read.of(Kind.GUESSED))
                .map(TableProgrammeTest::line)
                .contains("3: \"Lecture 2\" (09:30) begins before \"Lecture 1\" (09:00 to 10:00) ends:"
                        + " taken to be at the same time; if so, give both a room.");
    }

    @Test
    void aTableThatCountsToTwelveIsUnderstood() {
        var read = read("time,title\n9:00,Lecture 1\n12:00,Lunch\n1:30,Lecture 2\n3:00,Closing\n");

        assertThat(read.content().sessions())
                .extracting(session -> session.start().toString())
                .containsExactly("09:00", "12:00", "13:30", "15:00");
        assertThat(read.of(Kind.GUESSED))
                .map(TableProgrammeTest::line)
                .contains("0: times before seven are taken for the afternoon, in lines 4, 5.");
    }

    @Test
    void daysMayBeCountedOrNamed() {
        assertThat(read("day,start,title\nDay 1,9:00,Lecture 1\nDay 2,9:00,Lecture 2\n")
                        .content())
                .satisfies(programme -> {
                    assertThat(programme.date()).isNull();
                    assertThat(programme.sessions()).extracting(Session::day).containsExactly(0, 1);
                });
        assertThat(read("day,start,title\nSaturday,9:00,Lecture 1\nMonday,9:00,Lecture 2\n")
                        .content()
                        .sessions())
                .extracting(Session::day)
                .containsExactly(0, 2);
        assertThat(read("start,title\n2026-04-26 09:00,Lecture 1\n2026-04-27T10:00:00,Lecture 2\n")
                        .content())
                .satisfies(programme -> {
                    assertThat(programme.date()).isEqualTo(LocalDate.of(2026, 4, 26));
                    assertThat(programme.sessions()).extracting(Session::day).containsExactly(0, 1);
                });
    }

    @Test
    void aDinnerUntilAfterMidnightHasNoEnd() {
        assertThat(read("start,end,title\n20:00,1:00,Dinner\n").content().sessions())
                .map(TableProgrammeTest::line)
                .containsExactly("1 20:00-? Dinner [dinner 1]");
    }

    @Test
    void namesThatMayBeOnePersonStayTwoAndItIsTold() {
        var read = read("start;title;speakers\n9:00;Rivers;Ana Souza\n10:00;Lakes;A. Souza\n11:00;Seas;SOUZA, Ana\n");

        assertThat(read.content().people()).extracting(ProgrammePerson::name).containsExactly("Ana Souza", "A. Souza");
        assertThat(read.of(Kind.GUESSED))
                .map(TableProgrammeTest::line)
                .contains("3: \"A. Souza\" and \"Ana Souza\" (line 2) are taken for two people;"
                        + " if they are one, write the name the same way.");
    }

    @Test
    void affiliationsMayStandInAColumnOfTheirOwn() {
        assertThat(read("start,title,speaker,affiliation\n9:00,Rivers,Ana Souza; Bo Li,USP; KTH\n")
                        .content()
                        .people())
                .extracting(ProgrammePerson::introduced)
                .containsExactly("Ana Souza (USP)", "Bo Li (KTH)");
    }

    @Test
    void sessionsKeepTheirIdsWhenTimesChange() {
        assertThat(read("start,title\n9:00,Coffee\n10:00,Lecture\n11:00,Coffee\n")
                        .content()
                        .sessions())
                .extracting(Session::id)
                .containsExactly("coffee", "lecture", "coffee-2");
    }

    private static Proposal<Programme> read(String table) {
        return ProgrammeFile.parse("day.csv", table.getBytes(StandardCharsets.UTF_8), null);
    }

    static String resource(String name) {
        return Path.of("src/test/resources/coffeebreak/bot/files", name).toString();
    }

    /// A session on one line; `~` marks an end that was inferred, `?` one that is not known.
    static String line(Session session) {
        return "%d %s-%s%s %s%s [%s %d]%s%s%s"
                .formatted(
                        session.day() + 1,
                        session.start(),
                        session.end() == null ? "?" : session.end(),
                        session.endInferred() ? "~" : "",
                        session.title(),
                        session.talkTitle() == null ? "" : " \"" + session.talkTitle() + "\"",
                        session.kind().id(),
                        session.ordinal(),
                        session.mentorship() ? " mentoring" : "",
                        session.people().isEmpty() ? "" : " " + String.join(" ", session.people()),
                        session.room() == null ? "" : ", " + session.room());
    }

    static String line(Remark remark) {
        return remark.line() + ": " + remark.what();
    }
}
