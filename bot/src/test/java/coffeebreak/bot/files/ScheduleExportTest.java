package coffeebreak.bot.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coffeebreak.bot.importing.Proposal;
import coffeebreak.bot.importing.Remark.Kind;
import coffeebreak.bot.programme.Programme;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What conference systems export; [SameDayTest] has a whole day of each.
class ScheduleExportTest {

    @Test
    void aNightBelongsToTheDateOfItsEvents() {
        assertThat(lines(read("day.xml", """
                        <schedule><conference><title>Stars</title></conference>
                        <day date="2026-05-11" start="2026-05-11T10:00:00+02:00">
                          <room name="Roof">
                            <event><start>00:30</start><duration>01:00</duration><title>Stars</title><type>lecture</type></event>
                            <event><start>22:00</start><duration>02:30</duration><title>Dusk</title><type>lecture</type></event>
                          </room>
                        </day></schedule>""")))
                .containsExactly(
                        "1 22:00-? Talk \"Dusk\" [talk 1], Roof", "2 00:30-01:30 Talk \"Stars\" [talk 2], Roof");
    }

    @Test
    void submissionsOfTheApiAreTakenByTheirSlotsWhereTheyAreConfirmed() {
        var read = read("talks.json", """
                {"count": 3, "next": null, "results": [
                  {"code": "A1", "title": "Dunes", "state": "confirmed", "submission_type": {"id": 1, "name": {"en": "Keynote", "de": "Hauptvortrag"}},
                   "speakers": [{"code": "S1", "name": "Ana Souza"}],
                   "slots": [{"id": 7, "start": "2026-05-11T07:00:00Z", "end": "2026-05-11T08:00:00Z", "room": {"id": 1, "name": {"en": "Aula"}}}]},
                  {"code": "A2", "title": "Tides", "state": "rejected", "slots": []},
                  {"code": "A3", "title": "Seas", "state": "confirmed", "slots": []}
                ]}""");

        assertThat(lines(read)).containsExactly("1 09:00-10:00 Keynote \"Dunes\" [keynote 1] ana-souza, Aula");
        assertThat(read.of(Kind.UNUSED))
                .map(TableProgrammeTest::line)
                .containsExactly("5: \"Tides\" is rejected: not taken.", "6: \"Seas\" has no time yet: not taken.");
    }

    @Test
    void slotsOfTheApiAreTakenWithTheirBreaks() {
        var read = read("latest.json", """
                {"id": 3, "version": "1.0", "slots": [
                  {"id": 7, "submission": {"code": "A1", "title": "Dunes", "submission_type": "Keynote", "speakers": [{"name": "Ana Souza"}]},
                   "room": {"id": 1, "name": "Aula"}, "start": "2026-05-11T07:00:00Z", "end": "2026-05-11T08:00:00Z"},
                  {"id": 8, "submission": null, "description": {"en": "Coffee break"},
                   "room": {"id": 1, "name": "Aula"}, "start": "2026-05-11T08:00:00Z", "end": "2026-05-11T08:30:00Z"},
                  {"id": 9, "submission": "B2", "room": 1, "start": "2026-05-11T08:30:00Z", "end": "2026-05-11T09:00:00Z"}
                ]}""");

        assertThat(read.content().sessions())
                .map(TableProgrammeTest::line)
                .containsExactly(
                        "1 09:00-10:00 Keynote \"Dunes\" [keynote 1] ana-souza, Aula",
                        "1 10:00-10:30 Coffee break [coffee_break 1] mentoring, Aula");
        assertThat(read.of(Kind.WRONG))
                .map(TableProgrammeTest::line)
                .containsExactly(
                        "6: left out: \"B2\" is a code alone; fetch the answer with expand=slots.submission,slots.room.");
    }

    @Test
    void anExportWithoutBreaksSaysWhereTheyAre() {
        assertThat(read("day.json", """
                        {"schedule": {"conference": {"title": "Rivers", "days": [{"date": "2026-05-11", "rooms": {"Aula": [
                          {"date": "2026-05-11T09:00:00+02:00", "start": "09:00", "duration": "00:30", "title": "Dunes", "type": "Talk",
                           "persons": [{"public_name": "Ana Souza"}]}]}}]}}}""").of(Kind.GUESSED))
                .map(TableProgrammeTest::line)
                .contains(
                        "0: there is no break in it; pretalx leaves breaks out of this export, and has them in the data of its"
                                + " widget (schedule/widgets/schedule.json).");
    }

    @Test
    void eventsThatCannotBeUsedAreToldWithTheirLines() {
        var read = read("day.xml", """
                <schedule>
                <day date="2026-05-11"><room name="Aula">
                <event id="1"><start>09:00</start><title>Dunes</title></event>
                <event id="2"><start>09:30</start><title> </title></event>
                <event id="3"><start>soon</start><title>Tides</title></event>
                </room></day></schedule>""");

        assertThat(read.of(Kind.WRONG))
                .map(TableProgrammeTest::line)
                .containsExactly(
                        "4: left out: an event has no title (id 2); give it one.",
                        "5: left out: \"Tides\" has no start that can be read; write it like 09:30.");
        assertThatThrownBy(() -> read("day.xml", "<rss><item/></rss>"))
                .hasMessage("day.xml:1: this is no schedule that is known here; export frab's or pretalx's schedule,"
                        + " or a list of sessions with \"start\" and \"title\".");
        assertThatThrownBy(() -> read("day.json", "{\"a\":\n [1,}"))
                .hasMessageStartingWith("day.json:2: this is not JSON at column ");
        assertThatThrownBy(() -> read("day.xml", "<schedule>\n<day>\n</schedule>"))
                .hasMessageStartingWith("day.xml:3: this is not XML: The element type \"day\" must be terminated");
    }

    private static Proposal<Programme> read(String file, String text) {
        return ProgrammeFile.parse(file, text.getBytes(StandardCharsets.UTF_8), ZoneId.of("Europe/Zurich"));
    }

    private static List<String> lines(Proposal<Programme> read) {
        assertThat(read.of(Kind.WRONG)).isEmpty();
        return read.content().sessions().stream().map(TableProgrammeTest::line).toList();
    }
}
