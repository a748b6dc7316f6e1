package coffeebreak.bot.importing;

import coffeebreak.bot.finding.Paper;
import coffeebreak.bot.finding.Paper.Author;
import coffeebreak.bot.programme.PersonName;
import coffeebreak.bot.programme.PersonName.Likeness;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Which author of which paper is who of the roster. Whatever could mean two people links to none and is reported.
///
/// @param links one for each author of each paper, in order
public record AuthorLinks(List<Link> links) {

    public AuthorLinks {
        links = List.copyOf(links);
    }

    /// @param to the rows that could be meant: one unless ambiguous or unknown
    public record Link(Paper paper, Author author, How how, List<RosterRow> to) {
        public Link {
            to = List.copyOf(to);
        }

        /// Who it surely is.
        public Optional<RosterRow> row() {
            return how == How.AMBIGUOUS || to.isEmpty() ? Optional.empty() : Optional.of(to.getFirst());
        }
    }

    /// By what an author was recognised.
    public enum How {
        EMAIL,
        NAME,
        /// The only one whose name is alike: an initial, a middle name, another order.
        SIMILAR_NAME,
        AMBIGUOUS,
        /// Most authors do not come.
        UNKNOWN
    }

    /// Compares every author with everybody.
    public static AuthorLinks of(List<Paper> papers, List<RosterRow> rows) {
        var named = rows.stream()
                .map(row -> new Named(row, PersonName.of(row.name())))
                .toList();
        var links = new ArrayList<Link>();
        for (var paper : papers) {
            var ofPaper = paper.authors().stream()
                    .map(author -> link(paper, author, named))
                    .toList();
            ofPaper.forEach(link -> links.add(onlyOnce(link, ofPaper)));
        }
        return new AuthorLinks(links);
    }

    private record Named(RosterRow row, PersonName name) {}

    private static Link link(Paper paper, Author author, List<Named> rows) {
        var email = author.email().toLowerCase(Locale.ROOT);
        var byEmail = rows.stream()
                .filter(each -> !email.isEmpty() && email.equals(each.row().email()))
                .toList();
        if (byEmail.size() == 1) {
            return new Link(paper, author, How.EMAIL, List.of(byEmail.getFirst().row()));
        }
        var name = PersonName.of(author.name());
        var same = alike(name, rows, Likeness.SAME);
        if (!same.isEmpty()) {
            return new Link(paper, author, same.size() == 1 ? How.NAME : How.AMBIGUOUS, same);
        }
        var possible = alike(name, rows, Likeness.POSSIBLE);
        return new Link(
                paper,
                author,
                possible.isEmpty() ? How.UNKNOWN : possible.size() == 1 ? How.SIMILAR_NAME : How.AMBIGUOUS,
                possible);
    }

    private static List<RosterRow> alike(PersonName name, List<Named> rows, Likeness likeness) {
        return rows.stream()
                .filter(each -> each.name().to(name) == likeness)
                .map(Named::row)
                .toList();
    }

    /// Nobody is two authors of one paper.
    private static Link onlyOnce(Link link, List<Link> ofPaper) {
        var others = ofPaper.stream()
                .filter(other ->
                        other != link && link.row().isPresent() && other.row().equals(link.row()))
                .toList();
        return others.isEmpty() || others.stream().allMatch(other -> other.how().compareTo(link.how()) > 0)
                ? link
                : new Link(link.paper(), link.author(), How.AMBIGUOUS, link.to());
    }

    /// What somebody should know of the links: how many there are, and each that is ambiguous or rests on a likeness.
    public List<Remark> remarks() {
        var remarks = new ArrayList<Remark>();
        var sure = links.stream().filter(link -> link.row().isPresent()).count();
        remarks.add(new Remark(
                0, "", Remark.Kind.UNDERSTOOD, "%d of %d authors are on the roster.".formatted(sure, links.size())));
        for (var link : links) {
            var of = "author \"%s\" of \"%s\""
                    .formatted(link.author().name(), link.paper().title());
            switch (link.how()) {
                case AMBIGUOUS ->
                    remarks.add(new Remark(
                            0,
                            "authors",
                            Remark.Kind.GUESSED,
                            of + " could be " + people(link.to())
                                    + ": linked to nobody; give both files the same e-mail address."));
                case SIMILAR_NAME ->
                    remarks.add(new Remark(
                            0, "authors", Remark.Kind.GUESSED, of + " is taken for " + people(link.to()) + "."));
                case EMAIL, NAME, UNKNOWN -> {}
            }
        }
        return remarks;
    }

    private static String people(List<RosterRow> rows) {
        return rows.stream()
                .map(row -> row.name() + " (line " + row.line() + ")")
                .collect(Collectors.joining(" or "));
    }
}
