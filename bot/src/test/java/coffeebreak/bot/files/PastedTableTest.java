package coffeebreak.bot.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coffeebreak.bot.importing.Proposal;
import coffeebreak.bot.importing.Remark.Kind;
import coffeebreak.bot.programme.Programme;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Tables as pages have them; [SameDayTest] has a whole one of each kind.
class PastedTableTest {

    @Test
    void columnsMayBeRoomsWithSessionsSideBySide() {
        var read = read("day.html", """
                <table>
                <tr><th>Time</th><th>Aula</th><th>Room 12</th></tr>
                <tr><td>9:00 - 9:30</td><td colspan=2>Opening</td></tr>
                <tr><td>9:30 - 10:00</td><td>Dunes<br>Ana Souza (USP)</td><td rowspan=2>Hands-on tutorial: Gauges</td></tr>
                <tr><td>10:00 - 10:30</td><td>Tides<br>Bo Li (KTH)</td></tr>
                <tr><td>10:30 - 11:00</td><td colspan=2>Coffee</td></tr>
                </table>""");

        assertThat(lines(read))
                .containsExactly(
                        "1 09:00-09:30 Opening [opening 1]",
                        "1 09:30-10:00 Talk \"Dunes\" [talk 1] ana-souza, Aula",
                        "1 09:30-10:30 Tutorial \"Hands-on tutorial: Gauges\" [tutorial 1], Room 12",
                        "1 10:00-10:30 Talk \"Tides\" [talk 2] bo-li, Aula",
                        "1 10:30-11:00 Coffee [coffee_break 1] mentoring");
        assertThat(guesses(read)).contains("2: columns \"Aula\", \"Room 12\" are taken for rooms.");
    }

    @Test
    void columnsMayBeDays() {
        assertThat(lines(read("day.md", """
                        | | Mon, 11 May 2026 | Tue, 12 May 2026 |
                        |---|---|---|
                        | 9:00 | Opening | Invited talk: Ana Souza (USP) – Dunes |
                        | 10:00 | Coffee | Coffee |
                        """)))
                .containsExactly(
                        "1 09:00-10:00~ Opening [opening 1]",
                        "1 10:00-? Coffee [coffee_break 1] mentoring",
                        "2 09:00-10:00~ Invited talk \"Dunes\" [invited_talk 1] ana-souza",
                        "2 10:00-? Coffee [coffee_break 2] mentoring");
    }

    @Test
    void aRowMayNameTheDayOfThoseBelow() {
        var read = read("day.html", """
                <h1>Programme</h1>
                <table>
                <tr><td colspan=2>Day 1 – Monday, May 11, 2026</td></tr>
                <tr><td>9:00</td><td>Opening</td></tr>
                <tr><td colspan=2>Day 2 – Tuesday, May 12, 2026</td></tr>
                <tr><td>9.30am</td><td>Closing</td></tr>
                </table>""");

        assertThat(lines(read)).containsExactly("1 09:00-? Opening [opening 1]", "2 09:30-? Closing [closing 1]");
        assertThat(guesses(read))
                .contains(
                        "3: the table has no headings: its columns are taken for start, title, notes, in this order.",
                        "0: the event is called \"day\", after the file.");
    }

    @Test
    void severalTablesAreOneProgrammeEachUnderItsDay() {
        assertThat(lines(read("day.md", """
                        # Rivers
                        ## Day 1
                        |When|What|
                        |---|---|
                        |9h30|Opening|
                        ## Day 2
                        |When|What|
                        |---|---|
                        |9h00 – 10h00|Closing|
                        """)))
                .containsExactly("1 09:30-? Opening [opening 1]", "2 09:00-10:00 Closing [closing 1]");
    }

    @Test
    void peopleInRowsOfTheirOwnBelongToWhatTheyStandBelow() {
        assertThat(lines(read("day.csv", """
                        time,title,speakers
                        9:00,Panel discussion,Ana Souza
                        ,,Bo Li
                        10:00,Coffee,
                        ,,Cy Young
                        10:30,Panel: dams,
                        ,,Dee Ortega
                        """)))
                .containsExactly(
                        "1 09:00-10:00~ Panel discussion [panel 1] ana-souza bo-li",
                        "1 10:00-10:30~ Coffee [coffee_break 1] mentoring",
                        "1 10:30-? Panel: dams [panel 2] cy-young dee-ortega");
        assertThat(lines(read("day.csv", """
                        time,title,speakers,affiliation
                        9:00,Panel,Ana Souza,USP
                        9:00,Panel,Bo Li,KTH
                        9:00,,Cy Young,UCL
                        """))).containsExactly("1 09:00-? Panel [panel 1] ana-souza bo-li cy-young");
    }

    @Test
    void aLineForEachSessionWillDo() {
        var read = read("upload", """
                Monday, 11 May 2026
                - 9:00 – 9:30: Opening
                - 9:30 – 10:00 Invited talk
                  Ana Souza (USP)
                • 10.00am Coffee

                Tuesday, 12 May 2026
                9:00 Closing
                """);

        assertThat(lines(read))
                .containsExactly(
                        "1 09:00-09:30 Opening [opening 1]",
                        "1 09:30-10:00 Invited talk [invited_talk 1] ana-souza",
                        "1 10:00-? Coffee [coffee_break 1] mentoring",
                        "2 09:00-? Closing [closing 1]");
    }

    @Test
    void aTableWhoseFirstColumnIsTheTimeIsStillATable() {
        for (var separator : List.of(", ", " | ", "\t", ";")) {
            assertThat(lines(read(
                            "upload",
                            "Time,Session,Room\n9:00,Opening,Aula\n9:30,Coffee,Foyer\n9:45,Closing,Aula\n"
                                    .replace(",", separator))))
                    .containsExactly(
                            "1 09:00-09:30~ Opening [opening 1], Aula",
                            "1 09:30-09:45~ Coffee [coffee_break 1] mentoring, Foyer",
                            "1 09:45-? Closing [closing 1], Aula");
        }
    }

    @Test
    void aColumnWithoutAHeadingIsToldOf() {
        assertThat(read("day.html", """
                        <table><tr><th>Time<th colspan=2>What
                        <tr><td>9:00<td>Opening<td>Aula
                        <tr><td>9:30<td>Closing<td></table>""").of(Kind.UNUSED))
                .map(TableProgrammeTest::line)
                .containsExactly("1: column 3 has no heading: \"Aula\" and what stands below it is not used.");
    }

    @Test
    void timesMayNameTheirDayAndTheirZone() {
        var read = read("day.html", """
                <table><tr><th>Time (local)<th>Event
                <tr><td>Sat 6:15 a.m. - 6:30 a.m.<td>Opening
                <tr><td>Sat, 9:00 AM PDT<td>Coffee
                <tr><td>Sun 09:00AM - 09:15AM<td>Closing</table>""");

        assertThat(lines(read))
                .containsExactly(
                        "1 06:15-06:30 Opening [opening 1]",
                        "1 09:00-? Coffee [coffee_break 1] mentoring",
                        "2 09:00-09:15 Closing [closing 1]");
        assertThat(guesses(read))
                .contains(
                        "0: times with a zone or a distance from UTC are taken as the venue's clock shows them, in lines 3.");
    }

    @Test
    void aTableWithoutHeadingsMayHaveStartsAndEndsSideBySide() {
        assertThat(lines(read("day.html", """
                        <table><tr><td>9:00<td>9:30<td>Opening
                        <tr><td>9:30<td>10:00<td>Coffee
                        <tr><td>10:00<td><td>Posters</table>""")))
                .containsExactly(
                        "1 09:00-09:30 Opening [opening 1]",
                        "1 09:30-10:00 Coffee [coffee_break 1] mentoring",
                        "1 10:00-? Posters [poster_session 1]");
    }

    @Test
    void whoSpeaksMayStandInTheTitleOrBelowIt() {
        var read = read("day.html", """
                <table>
                <tr><td>9:00</td><td><b>Invited Talk: <a href="#">Lenka Okoro</a></b>, EPFL<br><em>Learning by heart</em></td></tr>
                <tr><td>9:30</td><td>Keynote – Ana Souza, University of Leeds</td></tr>
                <tr><td>10:00</td><td>Contributed talks<ul><li>Bo Li and Cy Young</li></ul></td></tr>
                <tr><td>10:30</td><td><ul><li>Oral 1: Sharp minima</li><li>Oral 2: Flat minima</li></ul></td></tr>
                <tr><td>11:00</td><td>Invited talk: Tides, Revisited</td></tr>
                </table>""");

        assertThat(lines(read))
                .containsExactly(
                        "1 09:00-09:30~ Invited talk \"Learning by heart\" [invited_talk 1] lenka-okoro",
                        "1 09:30-10:00~ Keynote [keynote 1] ana-souza",
                        "1 10:00-10:30~ Contributed talks [contributed_talks 1] bo-li cy-young",
                        "1 10:30-11:00~ Contributed talk \"Sharp minima; Oral 2: Flat minima\" [contributed_talks 2]",
                        "1 11:00-? Invited talk \"Tides, Revisited\" [invited_talk 2]");
        assertThat(read.content().people())
                .extracting(person -> person.introduced())
                .containsExactly("Lenka Okoro (EPFL)", "Ana Souza (University of Leeds)", "Bo Li", "Cy Young");
        assertThat(guesses(read)).contains("2: \"Lenka Okoro, EPFL\" is taken for Lenka Okoro of EPFL.");
    }

    @Test
    void aNightGoesOnAfterMidnight() {
        var read = read("day.csv", "time,title\n22:00,Bonfire party\n0:30,Guided tour of stars\n");

        assertThat(lines(read))
                .containsExactly("1 22:00-? Bonfire party [social 1]", "2 00:30-? Guided tour of stars [social 2]");
        assertThat(guesses(read))
                .contains("3: it begins at 00:30, below one that begins at 22:00: taken for the night after.");
    }

    @Test
    void howLongItTakesMayStandInPlaceOfTheEnd() {
        assertThat(
                        lines(
                                read(
                                        "day.csv",
                                        "start,title,duration\n9:00,Opening,15\n9:15,Rivers,1h30\n10:45,Lakes,0:45\n11:30,Seas,long\n")))
                .containsExactly(
                        "1 09:00-09:15 Opening [opening 1]",
                        "1 09:15-10:45 Rivers [session 1]",
                        "1 10:45-11:30 Lakes [session 2]",
                        "1 11:30-? Seas [session 3]");
    }

    @Test
    void aListInJsonIsATable() {
        var read = read("day.json", """
                [{"Proposal title": "Dunes", "Session type": "Talk", "Speaker names": ["Ana Souza", "Bo Li"], "Room": {"en": "Aula"},
                  "Start": "2026-05-11T09:00:00+01:00", "End": "2026-05-11T09:30:00+01:00"},
                 {"Proposal title": "Coffee", "Session type": null, "Start": "2026-05-11T09:30:00+01:00", "End": null}]
                """);

        assertThat(lines(read))
                .containsExactly(
                        "1 09:00-09:30 Talk \"Dunes\" [talk 1] ana-souza bo-li, Aula",
                        "1 09:30-? Coffee [coffee_break 1] mentoring");
        assertThat(guesses(read))
                .contains(
                        "0: times with a zone or a distance from UTC are taken as the venue's clock shows them, in lines 1, 3.");
    }

    @Test
    void aPageWithoutTimesSaysWhatToDo() {
        assertThatThrownBy(() -> read("day.html", "<html><body><p>Soon!</p></body></html>"))
                .hasMessage("day.html: there is no table in it; paste the programme's table with its headings.");
        assertThatThrownBy(() -> read("day.html", "<table><tr><td>Soon</td></tr></table>"))
                .hasMessage(
                        "day.html: no table in it has times of day like 9:30 in a column; paste the programme's table.");
        assertThatThrownBy(() -> read("day", "See you soon"))
                .hasMessage("day: this is none of the formats a programme comes in; send a table (CSV, Markdown, HTML),"
                        + " a line for each session that begins with its time,"
                        + " a calendar (ICS), a schedule of frab or pretalx (XML, JSON), or our own YAML.");
        assertThatThrownBy(() -> read("day.csv", " \n"))
                .hasMessage("day.csv: the file is empty; it must hold the programme.");
        assertThatThrownBy(() -> read("day.csv", "%PDF-1.7"))
                .hasMessage("day.csv: this is a PDF; copy what is needed into a text file.");
    }

    @Test
    void whatAFileIsShowsInItsContent() {
        for (var content : List.of(
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20260511T090000\nSUMMARY:Opening\nEND:VEVENT\nEND:VCALENDAR\n",
                "<schedule><day date='2026-05-11'><room name=''><event><start>09:00</start><title>Opening</title></event></room></day></schedule>",
                "{\"schedule\":{\"conference\":{\"days\":[{\"date\":\"2026-05-11\",\"rooms\":{\"\":[{\"start\":\"9:00\",\"title\":\"Opening\"}]}}]}}}",
                "Here it is:\n\n|Time|Session|\n|-|-|\n|9:00|Opening|\n",
                "<p>Here</p><table><tr><th>Time<th>Session<tr><td>9:00<td>Opening</table>",
                "name: X\nsessions:\n  - {id: a, title: Opening, kind: opening, start: \"9:00\"}\n",
                "{\"name\": \"X\", \"people\": [], \"sessions\": [{\"id\": \"a\", \"title\": \"Opening\", \"kind\": \"opening\", \"start\": \"9:00\"}]}",
                "time\tsession\n9:00\tOpening\n")) {
            for (var name : List.of("upload", "day.txt", "day.md")) {
                assertThat(lines(read(name, content))).as(content).containsExactly("1 09:00-? Opening [opening 1]");
            }
        }
    }

    @Test
    void whereATextIsNotUtf8IsTold() {
        var latin = Charset.forName("windows-1252");
        var table = "time,title\n9:00,Opening\n10:00,Café\n";

        var read = ProgrammeFile.parse("day.csv", table.getBytes(latin), null);
        assertThat(read.content().sessions().getLast().title()).isEqualTo("Café");
        assertThat(guesses(read))
                .contains("3: byte 10 of this line, 0xE9, is no UTF-8 text: the file is read as Windows-1252.");
        assertThatThrownBy(() ->
                        ProgrammeFile.parse("day.yaml", "name: X\nplace: Café\nsessions: []\n".getBytes(latin), null))
                .hasMessage("day.yaml:2: byte 11 of this line, 0xE9, is no UTF-8 text; save the file as UTF-8.");
        var marked = ProgrammeFile.parse("day.csv", ("\uFEFF" + table).getBytes(StandardCharsets.UTF_16LE), null);
        assertThat(marked.content().sessions().getLast().title()).isEqualTo("Café");
        assertThatThrownBy(() -> ProgrammeFile.parse("day.csv", table.getBytes(StandardCharsets.UTF_16LE), null))
                .hasMessage("day.csv: this is no text; save it as UTF-8 text, a table as CSV and not as a workbook.");
    }

    private static Proposal<Programme> read(String file, String text) {
        return ProgrammeFile.parse(file, text.getBytes(StandardCharsets.UTF_8), null);
    }

    private static List<String> lines(Proposal<Programme> read) {
        assertThat(read.of(Kind.WRONG)).isEmpty();
        return read.content().sessions().stream().map(TableProgrammeTest::line).toList();
    }

    private static List<String> guesses(Proposal<Programme> read) {
        return read.of(Kind.GUESSED).stream().map(TableProgrammeTest::line).toList();
    }
}
