package coffeebreak.bot.importing;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.files.YamlProgramme;
import coffeebreak.bot.finding.Paper;
import coffeebreak.bot.importing.Content.Sort;
import coffeebreak.bot.importing.Imports.Import;
import coffeebreak.bot.importing.Imports.Offer;
import coffeebreak.bot.importing.Imports.Reference;
import coffeebreak.bot.mentoring.Mentor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every keeper of imports does.
public abstract class ImportsContract {

    private static final Instant NOW = Instant.parse("2026-04-26T12:00:00Z");
    private static final Person OLGA = new Person("UOLGA");
    private static final Person JULIA = new Person("UJULIA");

    private final Imports imports;

    /// @param imports with nothing in it
    protected ImportsContract(Imports imports) {
        this.imports = imports;
    }

    @Test
    void aProgrammeComesBackAsItWas() {
        var programme = YamlProgramme.builtIn().at(LocalDate.of(2026, 4, 26), ZoneId.of("America/Sao_Paulo"));
        var taken = taken("i1", Content.OfProgramme.of(programme));

        imports.keep(taken);

        var found = imports.find("i1").orElseThrow();
        assertThat(found).isEqualTo(taken);
        var back = ((Content.OfProgramme) found.content()).programme(programme.institutions());
        assertThat(back.sessions()).isEqualTo(programme.sessions());
        assertThat(back.zone()).isEqualTo(programme.zone());
    }

    @Test
    void anOfferComesBackUntilItIsDropped() {
        var offer = offer("o1", mentors());

        imports.offer(offer);
        assertThat(imports.offered("o1")).contains(offer);
        imports.offer(offer.on(7));
        assertThat(imports.offered("o1")).contains(offer.on(7));
        imports.drop("o1");
        assertThat(imports.offered("o1")).isEmpty();
    }

    @Test
    void papersAreKeptWithoutTheirAuthorsAddresses() {
        var paper = new Paper("p", "Grokking", List.of(new Paper.Author("Ana", "ana@epfl.ch")), "", List.of(), "Oral");
        imports.keep(taken("i1", new Content.OfPapers(List.of(paper))));

        assertThat(imports.find("i1").orElseThrow().content().toString())
                .contains("Grokking")
                .doesNotContain("epfl");
    }

    @Test
    void ofManyAtTheSameTimeOneIsTaken() {
        assertThat(imports.current(Sort.PAPERS)).isEqualTo(Reference.NONE);

        var taken = IntStream.range(0, 20)
                .parallel()
                .filter(each -> imports.replace(Sort.PAPERS, Reference.NONE.to("i" + each)))
                .count();

        assertThat(taken).isEqualTo(1);
        assertThat(imports.current(Sort.PAPERS).version()).isEqualTo(1);
        assertThat(imports.current(Sort.MENTORS)).isEqualTo(Reference.NONE);
    }

    @Test
    void whoeverIsForgottenIsNobodyInTheChatAnyMore() {
        imports.keep(taken("i1", mentors()));
        imports.offer(offer("o1", mentors()));
        imports.replace(Sort.MENTORS, Reference.NONE.to("i1"));

        imports.forget(JULIA);

        var list = ((Content.OfMentors) imports.find("i1").orElseThrow().content()).list();
        assertThat(list.mentors()).extracting(Mentor::person).containsExactly(null, new Person("UMATTHIEU"));
        assertThat(list.emails()).isEmpty();
        assertThat(imports.offered("o1").orElseThrow().content().toString()).doesNotContain("UJULIA");
        assertThat(imports.current(Sort.MENTORS)).as("replicas read it again").isEqualTo(new Reference(2, "i1"));
    }

    private static Content mentors() {
        return new Content.OfMentors(new MentorList(
                List.of(mentor("kempe", JULIA), mentor("wyart", new Person("UMATTHIEU"))),
                Set.of("kempe"),
                Map.of("kempe", "julia@nyu.edu")));
    }

    private static Mentor mentor(String id, Person person) {
        return new Mentor(id, id, person, Set.of("NYU"), Set.of("s04"), 6, List.of("grokking"));
    }

    private static Import taken(String id, Content content) {
        return new Import(id, "day <&> one.csv", OLGA, NOW, "3 sessions", null, content);
    }

    private static Offer offer(String id, Content content) {
        return new Offer(
                id,
                "day.csv",
                OLGA,
                NOW,
                3,
                true,
                content,
                List.of(new Remark(3, "Ende", Remark.Kind.GUESSED, "ends at 10:30.")));
    }
}
