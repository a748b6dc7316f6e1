package coffeebreak.bot.files;

import coffeebreak.bot.files.BadFile.Problem;
import coffeebreak.bot.files.Headings.Heading;
import coffeebreak.bot.files.Table.Row;
import coffeebreak.bot.finding.Paper;
import coffeebreak.bot.finding.Paper.Author;
import coffeebreak.bot.importing.Proposal;
import coffeebreak.bot.importing.Remark.Kind;
import coffeebreak.bot.programme.PersonName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads a table of papers as review systems export it.
final class CsvPapers {

    private enum Field {
        ID,
        TITLE,
        AUTHORS,
        EMAILS,
        SUMMARY,
        KEYWORDS,
        VENUE
    }

    private static final Headings<Field> HEADINGS = new Headings<>(
            Field.class,
            List.of(
                    new Heading<>(Field.TITLE, "title|paper title|poster title|submission title|titre|titel", "title"),
                    new Heading<>(
                            Field.EMAILS,
                            "author emails|authors emails|emails|email|e mails|e mail|author email|author ids|authorids",
                            "e ?mail"),
                    new Heading<>(Field.AUTHORS, "authors|author|author names|author list|author s", "author"),
                    new Heading<>(Field.SUMMARY, "abstract|summary|tldr|description", "abstract|summary"),
                    new Heading<>(
                            Field.KEYWORDS,
                            "keywords|topics|key words|subject areas|primary subject area",
                            "keyword|topic"),
                    new Heading<>(
                            Field.VENUE,
                            "venue|decision|status|type|presentation|track|accepted as",
                            "decision|venue|presentation"),
                    new Heading<>(
                            Field.ID,
                            "id|paper id|number|submission id|paper number|submission number|forum",
                            "\\bid\\b|number")));

    private final String file;
    private final Table table;
    private final PaperList papers = new PaperList();
    private final Columns<Field> columns;

    private CsvPapers(String file, Table table) {
        this.file = file;
        this.table = table;
        this.columns = HEADINGS.read(table, papers.remarks());
    }

    static Proposal<List<Paper>> parse(String file, byte[] bytes) {
        return new CsvPapers(file, Table.of(file, bytes)).read();
    }

    private Proposal<List<Paper>> read() {
        if (!columns.has(Field.TITLE)) {
            throw new BadFile(
                    file,
                    List.of(new Problem(
                            1,
                            "no column holds titles: call one \"Title\". The headings are: "
                                    + String.join(", ", table.headings()) + ".")));
        }
        table.rows().forEach(this::read);
        return papers.proposal(
                file,
                table.readAs());
    }

    private void read(Row row) {
        var title = columns.cell(row, Field.TITLE).replaceAll("\\s+", " ");
        var venue = columns.cell(row, Field.VENUE);
        if (title.isEmpty()) {
            papers.remark(row.line(), "", Kind.WRONG, "left out: it has no title; fill it in.");
            return;
        }
        if (venue.toLowerCase(Locale.ROOT).matches(".*(reject|withdraw).*")) {
            papers.remark(
                    row.line(),
                    columns.heading(Field.VENUE),
                    Kind.UNUSED,
                    "\"%s\" is not taken: %s.".formatted(title, venue));
            return;
        }
        var id = columns.cell(row, Field.ID);
        papers.add(
                row.line(),
                new Paper(
                        id.isEmpty() ? "line " + row.line() : id,
                        title,
                        authors(row),
                        columns.cell(row, Field.SUMMARY),
                        Columns.split(columns.cell(row, Field.KEYWORDS), "[;,|\\n]"),
                        venue));
    }

    private List<Author> authors(Row row) {
        var written = columns.cell(row, Field.AUTHORS).replaceAll("[*†‡]", "");
        var names = names(row, written);
        var emails = Columns.split(columns.cell(row, Field.EMAILS), "[;,|\\s]+");
        if (!emails.isEmpty() && emails.size() != names.size()) {
            papers.remark(
                    row.line(),
                    columns.heading(Field.EMAILS),
                    Kind.GUESSED,
                    "%d addresses for %d authors: taken without the addresses.".formatted(emails.size(), names.size()));
        }
        var authors = new ArrayList<Author>();
        for (var i = 0; i < names.size(); i++) {
            var email = emails.size() == names.size() && emails.get(i).contains("@") ? emails.get(i) : "";
            authors.add(new Author(names.get(i), email));
        }
        return authors;
    }

    /// Semicolons separate authors, else commas; but "Zdeborová, Lenka" is one.
    private List<String> names(Row row, String written) {
        if (written.matches("(?s).*[;|\\n].*")) {
            return Columns.split(written, "[;|\\n]").stream()
                    .map(PersonName::spoken)
                    .toList();
        }
        var pieces = Columns.split(written, ",|\\band\\b|&");
        if (pieces.size() == 2 && written.contains(",") && pieces.stream().noneMatch(piece -> piece.contains(" "))) {
            papers.remark(
                    row.line(),
                    columns.heading(Field.AUTHORS),
                    Kind.GUESSED,
                    "\"%s\" is taken for one author, family name first; separate authors by semicolons."
                            .formatted(written));
            return List.of(PersonName.spoken(written));
        }
        return pieces;
    }
}
