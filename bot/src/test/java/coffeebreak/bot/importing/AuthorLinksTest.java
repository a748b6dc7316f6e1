package coffeebreak.bot.importing;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.finding.Paper;
import coffeebreak.bot.finding.Paper.Author;
import coffeebreak.bot.importing.AuthorLinks.How;
import coffeebreak.bot.importing.AuthorLinks.Link;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuthorLinksTest {

    private static final List<RosterRow> ROSTER = List.of(
            row(2, "Lenka Zdeborová", "lenka@epfl.ch"),
            row(3, "Wei Zhang", "wei@pku.edu.cn"),
            row(4, "Wei Zhang", "zhang@mit.edu"),
            row(5, "Jeremy Cohen", ""),
            row(6, "Ada Maria Lima", ""));

    private static RosterRow row(int line, String name, String email) {
        return new RosterRow(line, name, email, null, "", null, List.of(), List.of(), Set.of(), null, 6, false);
    }

    private static List<Link> links(Author... authors) {
        var paper = new Paper("p", "On Things", List.of(authors), "", List.of(), "");
        return AuthorLinks.of(List.of(paper), ROSTER).links();
    }

    private static String of(String name, String email) {
        var link = links(new Author(name, email)).getFirst();
        return link.how() + link.row().map(row -> " " + row.line()).orElse("");
    }

    @Test
    void anAuthorIsRecognisedByAddressOrNameHoweverItIsSpelt() {
        assertThat(of("L. Z.", "Lenka@EPFL.ch")).isEqualTo("EMAIL 2");
        assertThat(of("LENKA ZDEBOROVA", "")).isEqualTo("NAME 2");
        assertThat(of("Zdeborova, Lenka", "private@gmail.com")).isEqualTo("NAME 2");
        assertThat(of("J. Cohen", "")).isEqualTo("SIMILAR_NAME 5");
        assertThat(of("Ada Lima", "")).isEqualTo("SIMILAR_NAME 6");
        assertThat(of("Grace Hopper", "")).isEqualTo("UNKNOWN");
    }

    @Test
    void whoCouldBeTwoIsNobodyUnlessTheAddressTells() {
        assertThat(of("Wei Zhang", "")).isEqualTo("AMBIGUOUS");
        assertThat(of("W. Zhang", "")).isEqualTo("AMBIGUOUS");
        assertThat(of("Wei Zhang", "zhang@mit.edu")).isEqualTo("EMAIL 4");
    }

    @Test
    void nobodyIsTwoAuthorsOfOnePaper() {
        assertThat(links(new Author("Jeremy Cohen", ""), new Author("J. Cohen", "")))
                .extracting(Link::how)
                .as("the surer one stays")
                .containsExactly(How.NAME, How.AMBIGUOUS);
        assertThat(links(new Author("J. Cohen", ""), new Author("J. Cohen", "")))
                .extracting(Link::how)
                .containsOnly(How.AMBIGUOUS);
    }

    @Test
    void theReportNamesWhatIsNotCertain() {
        var paper = new Paper(
                "p",
                "On Things",
                List.of(new Author("Wei Zhang", ""), new Author("J. Cohen", ""), new Author("Nobody", "")),
                "",
                List.of(),
                "");

        assertThat(AuthorLinks.of(List.of(paper), ROSTER).remarks())
                .extracting(Remark::what)
                .containsExactly(
                        "1 of 3 authors are on the roster.",
                        "author \"Wei Zhang\" of \"On Things\" could be Wei Zhang (line 3) or Wei Zhang (line 4): linked to nobody; "
                                + "give both files the same e-mail address.",
                        "author \"J. Cohen\" of \"On Things\" is taken for Jeremy Cohen (line 5).");
    }
}
