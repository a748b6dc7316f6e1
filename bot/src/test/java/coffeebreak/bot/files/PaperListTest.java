package coffeebreak.bot.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coffeebreak.bot.finding.Paper;
import coffeebreak.bot.finding.Paper.Author;
import coffeebreak.bot.importing.Proposal;
import coffeebreak.bot.importing.Remark.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Papers as review systems give them.
class PaperListTest {

    private static final Paper GROKKING = new Paper(
            "abc1",
            "Grokking without weight decay",
            List.of(new Author("Ana Souza", "ana@usp.br"), new Author("Čeněk Dvořák", "")),
            "We train for very long.",
            List.of("grokking", "weight decay"),
            "Sci4DL 2026 Oral");

    private static Proposal<List<Paper>> read(String file, String text) {
        return PaperList.parse(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> said(Proposal<?> proposal, Kind kind) {
        return proposal.of(kind).stream()
                .map(remark -> remark.line() + " " + remark.column() + ": " + remark.what())
                .toList();
    }

    @Test
    void openReviewsFirstShapeIsRead() {
        var proposal = read("notes.json", """
                {"notes": [
                  {"id": "abc1", "forum": "abc1", "number": 7, "content": {
                     "title": "Grokking without\\n weight decay",
                     "authors": ["Ana Souza", "Čeněk Dvořák"],
                     "authorids": ["ana@usp.br", "~Čeněk_Dvořák1"],
                     "abstract": "We train for very long.",
                     "keywords": ["grokking", "weight decay"],
                     "pdf": "/pdf/abc1.pdf", "venue": "Sci4DL 2026 Oral"}}
                ], "count": 1}
                """);

        assertThat(proposal.content()).containsExactly(GROKKING);
        assertThat(said(proposal, Kind.UNDERSTOOD))
                .containsExactly("0 : 1 papers with 2 authors; read as OpenReview's notes.");
    }

    @Test
    void openReviewsSecondShapeIsReadAlsoOneNotePerLine() {
        var note = """
                {"id":"abc1","content":{"title":{"value":"Grokking without weight decay"},\
                "authors":{"value":["Ana Souza","Čeněk Dvořák"],"readers":["x"]},"authorids":{"value":["ana@usp.br","~C1"]},\
                "abstract":{"value":"We train for very long."},"keywords":{"value":"grokking; weight decay"},\
                "venue":{"value":"Sci4DL 2026 Oral"},"venueid":{"value":"ICLR.cc/2026/Workshop/Sci4DL"}}}
                """;

        assertThat(read("notes.json", "[" + note + "]").content()).containsExactly(GROKKING);
        assertThat(read("notes.jsonl", note + note.replace("abc1", "abc2").replace("Grokking", "Sharpness"))
                        .content())
                .extracting(Paper::id)
                .containsExactly("abc1", "abc2");
    }

    @Test
    void whatWasNotAcceptedOrIsThereTwiceIsLeftOutAndSaid() {
        var proposal = read("notes.json", """
                [{"id":"a","content":{"title":"One","authors":["A B"],"venue":"Submitted to Sci4DL"}},
                 {"id":"b","content":{"title":"Two","authors":["A B"],"decision":"Reject"}},
                 {"id":"c","content":{"title":{"value":"Three"},"authors":{"value":["A B"]},"venueid":{"value":"X/Withdrawn_Submission"}}},
                 {"id":"d","ddate":1,"content":{"title":"Four","authors":["A B"]}},
                 {"id":"e","content":{"title":"ONE.","authors":["A B"]}},
                 {"id":"a","content":{"title":"Five","authors":["Anonymous"]}},
                 {"id":"g","content":{"comment":"nice"}},
                 {"id":"h","content":{"title":"Six","authors":["Anonymous"]}}]
                """);

        assertThat(proposal.content()).extracting(Paper::title).containsExactly("One", "Six");
        assertThat(said(proposal, Kind.UNUSED))
                .containsExactly(
                        "2 b: \"Two\" is not taken: Reject.",
                        "3 c: \"Three\" is not taken: deleted.",
                        "4 d: \"Four\" is not taken: deleted.");
        assertThat(said(proposal, Kind.GUESSED))
                .containsExactly(
                        "5 title: \"ONE.\" is in line 1 already; taken once.",
                        "6 a: names no authors; taken without. Export after the reveal to have them.",
                        "8 h: names no authors; taken without. Export after the reveal to have them.");
        assertThat(said(proposal, Kind.WRONG))
                .containsExactly(
                        "6 id: left out: the id \"a\" is another paper's; give it one of its own.",
                        "7 g: left out: the note has no content.title; export the submissions themselves.");
    }

    @Test
    void aTableOfPapersIsRead() {
        var proposal = read(
                "papers.csv",
                """
                Paper ID;Title;Authors;Author emails;Abstract;Keywords;Decision
                abc1;Grokking without weight decay;Souza, Ana; Čeněk Dvořák;;;
                """.replace(
                                        "Souza, Ana; Čeněk Dvořák;;;",
                                        "\"Souza, Ana; Čeněk Dvořák\";ana@usp.br, -;We train for very long.;grokking, weight decay;Sci4DL 2026 Oral")
                        + "2;Sharpness;\"A One, B Two and C Three\";only@one.org;;;Accept\n3;Flatness;\"Zdeborová, Lenka\";;;;Accept\n4;Out;X;;;;Reject\n5;;Y;;;;\n");

        assertThat(proposal.content().getFirst()).isEqualTo(GROKKING);
        assertThat(proposal.content())
                .extracting(paper -> paper.authors().stream().map(Author::name).toList())
                .containsExactly(
                        List.of("Ana Souza", "Čeněk Dvořák"),
                        List.of("A One", "B Two", "C Three"),
                        List.of("Lenka Zdeborová"));
        assertThat(said(proposal, Kind.GUESSED))
                .containsExactly(
                        "3 Author emails: 1 addresses for 3 authors: taken without the addresses.",
                        "4 Authors: \"Zdeborová, Lenka\" is taken for one author, family name first; separate authors by semicolons.");
        assertThat(said(proposal, Kind.UNUSED)).containsExactly("5 Decision: \"Out\" is not taken: Reject.");
        assertThat(said(proposal, Kind.WRONG)).containsExactly("6 : left out: it has no title; fill it in.");
    }

    @Test
    void whatHoldsNoPapersIsRefusedWithTheWayOut() {
        assertThatThrownBy(() -> read("notes.json", "{\"notes\": [{\"id\": \"a\",\n oops"))
                .hasMessageStartingWith("notes.json:2: this is not JSON: ");
        assertThatThrownBy(() -> read("notes.json", "{\"notes\": []}"))
                .hasMessageStartingWith("notes.json: there are no notes in it;");
        assertThatThrownBy(() -> read("papers.csv", "Name,Year\nx,1\n"))
                .hasMessage("papers.csv:1: no column holds titles: call one \"Title\". The headings are: Name, Year.");
    }
}
