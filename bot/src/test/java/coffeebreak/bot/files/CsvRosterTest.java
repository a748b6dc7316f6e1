package coffeebreak.bot.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.importing.Proposal;
import coffeebreak.bot.importing.Remark;
import coffeebreak.bot.importing.Remark.Kind;
import coffeebreak.bot.importing.RosterRow;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.signup.Stage;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Lists of people as people really export them.
class CsvRosterTest {

    private static final Programme PROGRAMME = YamlProgramme.builtIn();

    private static Proposal<List<RosterRow>> read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Proposal<List<RosterRow>> read(byte[] bytes) {
        return CsvRoster.parse("people.csv", bytes, PROGRAMME);
    }

    private static RosterRow only(String text) {
        assertThat(read(text).content()).hasSize(1);
        return read(text).content().getFirst();
    }

    private static List<String> said(Proposal<?> proposal, Kind kind) {
        return proposal.of(kind).stream().map(CsvRosterTest::line).toList();
    }

    private static String line(Remark remark) {
        return remark.line() + " " + remark.column() + ": " + remark.what();
    }

    @Test
    void aRegistrationExportIsReadWhateverItsOrderAndHeadings() {
        var proposal = read("""
                Timestamp,Email Address,Full name,Current position,University,"What are your research interests?",Mentor,Coffee breaks,Seats,T-shirt
                1/2/2026,Ana@USP.br,Ana Souza,PhD student (2nd year),Universidade de São Paulo,"loss landscapes; ""sharp"" minima",no,"1, 2",,M
                1/2/2026,jc@example.org,"Cohen, Jeremy",Research scientist,Flatiron Institute,edge of stability; Adam,yes,morning,5,

                1/3/2026,,Lenka Zdeborova,Professor,EPFL,statistical physics,Yes,both,,
                """);

        assertThat(proposal.content())
                .containsExactly(
                        new RosterRow(
                                2,
                                "Ana Souza",
                                "ana@usp.br",
                                null,
                                "Universidade de São Paulo",
                                Stage.PHD2,
                                List.of("loss landscapes", "\"sharp\" minima"),
                                List.of(),
                                Set.of("s04", "s11"),
                                null,
                                6,
                                false),
                        new RosterRow(
                                3,
                                "Jeremy Cohen",
                                "jc@example.org",
                                null,
                                "Flatiron Institute",
                                Stage.INDUSTRY,
                                List.of("edge of stability", "Adam"),
                                List.of(),
                                Set.of("s04"),
                                "cohen",
                                5,
                                false),
                        new RosterRow(
                                5,
                                "Lenka Zdeborova",
                                "",
                                null,
                                "EPFL",
                                Stage.FACULTY,
                                List.of("statistical physics"),
                                List.of(),
                                Set.of("s04", "s11"),
                                "zdeborova",
                                6,
                                false));
        assertThat(proposal.whole()).isTrue();
        assertThat(said(proposal, Kind.UNDERSTOOD))
                .contains(
                        "1 Full name: taken as name.",
                        "0 : 3 people, 2 of them mentors; read as UTF-8, separated by commas.");
        assertThat(said(proposal, Kind.GUESSED))
                .containsExactly("1 What are your research interests?: taken as interests.");
        assertThat(said(proposal, Kind.UNUSED)).containsExactly("1 Timestamp: not used.", "1 T-shirt: not used.");
    }

    @Test
    void excelsSemicolonsTabsAndOldEncodingsAreRead() {
        var words = "Vorname;Nachname;E-Mail;Hochschule\nJürgen;Müller;jm@example.org;TU München\n";
        var expected = "Jürgen Müller, TU München";

        for (var bytes : List.of(
                words.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + words).getBytes(StandardCharsets.UTF_8),
                ("sep=;\r\n" + words.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8),
                words.getBytes(Charset.forName("windows-1252")),
                ("\uFEFF" + words.replace(';', '\t')).getBytes(StandardCharsets.UTF_16LE),
                words.replace(';', '|').getBytes(StandardCharsets.UTF_8))) {
            assertThat(read(bytes).content())
                    .singleElement()
                    .satisfies(row ->
                            assertThat(row.name() + ", " + row.institution()).isEqualTo(expected));
        }
        assertThat(read(words.getBytes(Charset.forName("windows-1252")))
                        .of(Kind.UNDERSTOOD)
                        .getFirst()
                        .what())
                .contains("read as windows-1252, separated by semicolons");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PhD student (2nd year)        | PHD2
            PhD, year 3                   | PHD3
            2nd year PhD                  | PHD2
            Doctoral candidate (1st year) | PHD1
            PhD 5                         | PHD4
            Postdoc                       | POSTDOC
            Post-doctoral researcher      | POSTDOC
            Master's student              | MASTER
            Undergraduate                 | BACHELOR
            Assistant Professor           | FACULTY
            Research Scientist            | INDUSTRY
            PhD student                   |
            wizard                        |
            """)
    void stagesAreReadAsPeopleWriteThem(String written, Stage stage) {
        var proposal = read("Name,Career stage\nAna,\"" + written + "\"\n");

        assertThat(proposal.content().getFirst().stage()).isEqualTo(stage);
        assertThat(proposal.remarks().stream().anyMatch(remark -> remark.line() == 2))
                .isEqualTo(stage == null);
    }

    @Test
    void theYearMayStandInAColumnOfItsOwn() {
        assertThat(only("Name,Position,Year\nAna,PhD,3\n").stage()).isEqualTo(Stage.PHD3);
        assertThat(only("Name,Position,Year\nAna,Postdoc,2\n").stage()).isEqualTo(Stage.POSTDOC);
    }

    @Test
    void topicsAndInterestsArePhrases() {
        assertThat(
                        only("Name,Topics,Interests\nAna,\"loss landscapes, SGD\",\"I like flat minima, and I wonder why they generalize\"\n")
                                .interests())
                .containsExactly("loss landscapes", "SGD", "I like flat minima, and I wonder why they generalize");
        assertThat(only("Name,Papers\nAna,\"On A, B and C; On D\"\n").papers())
                .containsExactly("On A, B and C", "On D");
    }

    @Test
    void breaksAreNamedByNumberTimeOrHalfOfTheDay() {
        assertThat(only("Name,Breaks\nAna,2\n").breaks()).containsExactly("s11");
        assertThat(only("Name,Breaks\nAna,10:30\n").breaks()).containsExactly("s04");
        assertThat(only("Name,Breaks\nAna,Afternoon break\n").breaks()).containsExactly("s11");
        assertThat(only("Name,Breaks\nAna,first and second\n").breaks()).hasSize(2);
        assertThat(said(read("Name,Breaks\nAna,7\n"), Kind.WRONG))
                .containsExactly(
                        "2 Breaks: \"7\" is none of the 2 mentoring breaks; passed over. Write their numbers, such as \"1, 2\".");
    }

    @Test
    void whatIsWrongNamesTheLineTheColumnAndTheWayOut() {
        var proposal = read("""
                Name,Email,Slack ID,Seats,Mentor,Position
                Ana,ana at usp.br,U0ANA,,,
                ,nobody@example.org,,,,
                Bo,bo@example.org,@bo,lots,maybe,PhD student
                Cy,cy@example.org,,,yes,
                Dee,d@example.org,,,,,,extra
                """);

        assertThat(said(proposal, Kind.WRONG))
                .containsExactly(
                        "2 Email: \"ana at usp.br\" is no e-mail address; taken without. Correct it.",
                        "3 : left out: it has no name; fill it in.",
                        "4 Slack ID: \"@bo\" is no Slack user id; taken without. Copy the member ID (U…) from their profile.",
                        "4 Seats: \"lots\" is no number of seats; taken as 6. Write a number.",
                        "5 Mentor: the programme has no mentor \"Cy\", so no table is made; add them there with the role mentor. It has "
                                + "Jascha Sohl-Dickstein, Preetum Nakkiran, Jeremy Cohen, Julia Kempe, Matthieu Wyart, Lenka Zdeborová, Richard Baraniuk.",
                        "6 : left out: it has 8 cells under 6 headings; put a cell with a separator in it into quotes.");
        assertThat(said(proposal, Kind.GUESSED))
                .containsExactly(
                        "4 Mentor: \"maybe\" is taken for no; write yes for whoever offers a table.",
                        "4 Position: \"PhD student\" does not say the year of the PhD; the stage is left open.");
        assertThat(proposal.whole()).isFalse();
        assertThat(proposal.content()).extracting(RosterRow::name).containsExactly("Ana", "Bo", "Cy");
        assertThat(proposal.content().getFirst().person()).isEqualTo(new Person("U0ANA"));
    }

    @Test
    void ofSeveralLinesAboutOnePersonTheLastCounts() {
        var proposal = read("""
                Name,Email,Affiliation
                Ana Souza,ana@usp.br,USP
                Bo Berg,bo@kth.se,KTH
                ANA SOUZA,Ana@usp.br,MIT
                Bo Berg,other@lu.se,Lund
                Souza Ana,ana@usp.br,Stanford
                """);

        assertThat(proposal.content())
                .extracting(RosterRow::institution)
                .as("who has two addresses is two")
                .containsExactly("KTH", "Lund", "Stanford");
        assertThat(said(proposal, Kind.GUESSED))
                .containsExactly(
                        "2 : line 4 is about the same person, ANA SOUZA: only that one is taken.",
                        "4 : line 6 is about the same person, Souza Ana: only that one is taken.");
    }

    @Test
    void lineNumbersAreThoseOfTheFile() {
        var proposal = read("Name,About\n\nAna,\"two\nlines\"\n\n\nBo,x\n");

        assertThat(proposal.content()).extracting(RosterRow::line).containsExactly(3, 7);
    }

    @Test
    void whatIsNoTableOfPeopleIsRefusedWithTheWayOut() {
        assertThatThrownBy(() -> read("Affiliation,Country\nEPFL,CH\n"))
                .hasMessage(
                        "people.csv:1: no column holds names: call one \"Name\", or two \"First name\" and \"Last name\". The "
                                + "headings are: Affiliation, Country.");
        assertThatThrownBy(() -> read("\n \n"))
                .hasMessage("people.csv: the file is empty; its first line must hold the headings.");
        assertThatThrownBy(() -> read(new byte[] {'P', 'K', 3, 4, 0, 0, 0}))
                .hasMessage("people.csv: this is an Excel or Word file, or an archive; export the table as CSV.");
        assertThatThrownBy(() -> read("Name,About\nAna,\"never closed\nBo,x\n"))
                .hasMessageStartingWith("people.csv:")
                .hasMessageContaining("each must be closed");
        assertThatThrownBy(() -> RosterFile.at("/no/such/people.csv", PROGRAMME))
                .hasMessage("/no/such/people.csv: there is no such file; check the path.");
    }

    @Test
    void severalSpellingsOfOneInstitutionAreSaid() {
        assertThat(said(read("""
                        Name,Affiliation
                        A,NYU
                        B,"New York University, USA"
                        C,EPFL
                        """), Kind.GUESSED))
                .containsExactly(
                        "0 Affiliation: colleagues of one institution, New York University: NYU | New York University, USA.");
    }
}
