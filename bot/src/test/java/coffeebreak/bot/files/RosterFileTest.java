package coffeebreak.bot.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coffeebreak.bot.files.YamlRoster.Roster;
import coffeebreak.bot.importing.Proposal;
import coffeebreak.bot.importing.Remark;
import coffeebreak.bot.importing.RosterRow;
import coffeebreak.bot.programme.Programme;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RosterFileTest {

    private static final Programme PROGRAMME = YamlProgramme.builtIn();

    private static final String YAML = """
            mentors:
              - {id: kempe, email: Julia@nyu.edu, institutions: [NYU, Meta], breaks: [2], seats: 4, answered: yes}
            people:
              - {slack: UANA, name: Ana Souza}
            """;

    private static Proposal<List<RosterRow>> read(String file, String text) {
        return RosterFile.parse(file, text.getBytes(StandardCharsets.UTF_8), PROGRAMME);
    }

    @Test
    void aMentorIsTheSameInATableAndInOurOwnFormat() {
        var own = read("people.yaml", YAML);
        var table = read("people.csv", """
                Name,Email,Affiliation,Breaks,Seats,Accepted,Mentor
                Julia Kempe,julia@nyu.edu,NYU & Meta,2,4,yes,yes
                """);

        assertThat(Roster.of(own.content())).isEqualTo(Roster.of(table.content()));
        assertThat(own.content()).extracting(RosterRow::line).containsExactly(2, 4);
        assertThat(own.remarks())
                .extracting(Remark::what)
                .containsExactly("2 people, 1 of them mentors; read as our own format.");
    }

    @Test
    void ourOwnFormatIsKnownByItsContentToo() {
        assertThat(read("people.txt", "# who comes\n" + YAML).content()).hasSize(2);
    }

    @Test
    void aPastedTableOfPeopleIsReadAsWell() {
        for (var pasted : List.of(
                "| Name | Mentor |\n|---|---|\n| Julia Kempe | yes |\n| Ana Souza | |\n",
                "<table><tr><th>Name<th>Mentor<tr><td>Julia Kempe<td>yes<tr><td>Ana Souza<td></table>")) {
            assertThat(read("upload", pasted).content()).extracting(RosterRow::mentor).containsExactly("kempe", null);
        }
    }

    @Test
    void whatIsWrongInOurOwnFormatIsToldWithItsLine() {
        assertThatThrownBy(() -> read("people.yaml", "mentors:\n  - {id: nobody}\n"))
                .isInstanceOf(BadFile.class)
                .hasMessageStartingWith("people.yaml:2: the programme has no mentor \"nobody\"");
    }
}
