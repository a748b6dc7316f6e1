package coffeebreak.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckTest {

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int check(String... arguments) {
        var words = new String[arguments.length + 1];
        words[0] = "check";
        System.arraycopy(arguments, 0, words, 1, arguments.length);
        return Coffeebreak.commands()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words);
    }

    private static JsonNode tree(String json) {
        return JsonMapper.shared().readTree(json);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void filesThatCanBeUsedAreReportedAndTheStatusIsZero() throws IOException {
        var roster = file("people.csv", "Name;E-mail;Mentor\nAna Souza;ana@usp.br;\nJulia Kempe;;yes\n");
        var papers = file("papers.json", """
                {"notes":[{"id":"p1","content":{"title":"Grokking","authors":["A. Souza","J. Doe"]}}]}""");
        var institutions = file("institutions.yaml", "My Lab: [The Basement]\n");

        assertThat(check("--roster", roster, "--papers", papers, "--institutions", institutions))
                .isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString().replace(folder + "/", "")).isEqualTo("""
                institutions.yaml: 1 institution.
                people.csv:
                  understood  2 people, 1 of them mentors; read as UTF-8, separated by semicolons.
                  understood  line 1, "Name": taken as name.
                  understood  line 1, "E-mail": taken as email.
                  understood  line 1, "Mentor": taken as mentor.
                papers.json:
                  understood  1 papers with 2 authors; read as OpenReview's notes.
                papers.json with people.csv:
                  understood  1 of 2 authors are on the roster.
                  guessed     "authors": author "A. Souza" of "Grokking" is taken for Ana Souza (line 2).
                """);
    }

    @Test
    void whatIsWrongIsOneLineEachAndTheStatusIsOne() throws IOException {
        var roster = file("people.csv", "Name,Email\nAna,ana\n,\nBo,bo@kth.se\n,x@y.org\n");

        assertThat(check("--roster", roster)).isEqualTo(1);
        assertThat(err.toString().replace(folder + "/", "")).isEqualTo("""
                people.csv:2: "Email": "ana" is no e-mail address; taken without. Correct it.
                people.csv:5: left out: it has no name; fill it in.
                """);
        assertThat(check("--papers", folder + "/none.json")).isEqualTo(1);
        assertThat(err.toString()).endsWith("none.json: there is no such file; check the path.\n");
        assertThat(check("--event", file("day.yaml", "name: X\nsessions: [{id: a}]\n")))
                .isEqualTo(1);
        assertThat(err.toString()).contains("day.yaml:2: a session needs \"title\".");
    }

    @Test
    void aProgrammeIsShownAsItWasUnderstood() throws IOException {
        var event = file("day.md", """
                | Time | Session | Notes |
                |------|---------|-------|
                | 9:00 | Invited talk: Dunes | Ana Souza (USP) |
                | 9:30 | Coffee Break | |
                """);

        assertThat(check("--event", event)).isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString().replace(folder + "/", "")).isEqualTo("""
                day.md: day, 2 sessions, 1 person, 1 mentor, 1 break, 0 facts.
                  09:00–09:30?  Invited talk: Dunes | Ana Souza (USP)
                  09:30         Coffee Break | [mentors' tables]
                  guessed     in line 3: the notes are taken for who is on stage.
                  guessed     the event is called "day", after the file.
                  guessed     mentors hold their tables in the coffee breaks: 09:30.
                  guessed     no end is given in line 3: taken from the start of what follows.
                  guessed     no end is given in line 4, and nothing follows: left open.
                  guessed     1 mentors, since they were invited or are on a panel: Ana Souza.
                  understood  2 sessions on one day, 1 people; read as a table in Markdown.
                  guessed     line 1, "Time": taken as start.
                  guessed     line 1, "Session": taken as title.
                  understood  line 1, "Notes": taken as notes.
                """);
    }

    @Test
    void theReportForProgramsKeepsItsShape() throws IOException {
        var event = file("day.csv", "start,title\n9:00,Dunes\nlate,Tides\n");

        assertThat(check("--event", event, "--papers", folder + "/none.json", "--json")).isEqualTo(1);
        assertThat(err.toString()).isEmpty();
        assertThat(tree(out.toString().replace(folder + "/", ""))).isEqualTo(tree("""
                {"usable": false, "files": [
                  {"file": "day.csv", "holds": "programme", "usable": false,
                   "counts": {"sessions": 1, "people": 0, "mentors": 0, "breaks": 0, "facts": 0},
                   "sessions": [{"id": "dunes", "day": 0, "start": "09:00", "end": null, "endInferred": false,
                     "kind": "session", "title": "Dunes", "talkTitle": null, "people": [], "room": null, "mentorship": false}],
                   "remarks": [
                     {"kind": "guessed", "line": 0, "column": "", "what": "the event is called \\"day\\", after the file."},
                     {"kind": "guessed", "line": 0, "column": "", "what": "no coffee break is found, so there is none for mentors' tables."},
                     {"kind": "guessed", "line": 0, "column": "", "what": "no end is given in line 2, and nothing follows: left open."},
                     {"kind": "guessed", "line": 0, "column": "", "what": "nobody is taken for a mentor, since no speaker is named."},
                     {"kind": "understood", "line": 0, "column": "", "what": "1 sessions on one day, 0 people; read as UTF-8, separated by commas."},
                     {"kind": "understood", "line": 1, "column": "start", "what": "taken as start."},
                     {"kind": "understood", "line": 1, "column": "title", "what": "taken as title."},
                     {"kind": "guessed", "line": 2, "column": "", "what": "\\"Dunes\\" is taken for: session."},
                     {"kind": "wrong", "line": 3, "column": "start", "what": "left out: \\"late\\" is no time of day; write it like 9:30."}]},
                  {"file": "none.json", "holds": "papers", "usable": false, "counts": {},
                   "remarks": [{"kind": "wrong", "line": 0, "column": "", "what": "there is no such file; check the path."}]}]}
                """));
    }

    @Test
    void aRosterIsNotLookedAtWithoutItsProgramme() throws IOException {
        assertThat(check("--event", folder + "/none.csv", "--roster", file("people.csv", "Name\nAna\n")))
                .isEqualTo(1);
        assertThat(err.toString().replace(folder + "/", "")).isEqualTo("""
                none.csv: there is no such file; check the path.
                people.csv: not looked at, as it is read together with the programme; correct that first.
                """);
    }

    @Test
    void withoutAFileItSaysWhichThereAre() {
        assertThat(check()).isEqualTo(2);
        assertThat(err.toString()).startsWith("Name at least one file: --event, --roster, --papers or --institutions.");
    }
}
