package coffeebreak.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
                institutions.yaml: 1 institutions.
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
    void withoutAFileItSaysWhichThereAre() {
        assertThat(check()).isEqualTo(2);
        assertThat(err.toString()).startsWith("Name at least one file: --event, --roster, --papers or --institutions.");
    }
}
