package coffeebreak.bot.files;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.files.BadFile.Problem;
import coffeebreak.bot.files.Headings.Heading;
import coffeebreak.bot.files.Table.Row;
import coffeebreak.bot.importing.Proposal;
import coffeebreak.bot.importing.Remark;
import coffeebreak.bot.importing.Remark.Kind;
import coffeebreak.bot.importing.RosterRow;
import coffeebreak.bot.programme.PersonName;
import coffeebreak.bot.programme.PersonName.Likeness;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.ProgrammePerson;
import coffeebreak.bot.signup.Careers;
import coffeebreak.bot.signup.Stage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads a list of people as registration systems and spreadsheets export it: any order of columns, any usual heading.
/// What it makes of each is in the report.
final class CsvRoster {

    static final int DEFAULT_SEATS = 6;

    private static final Set<String> YES =
            Set.of("yes", "y", "true", "1", "x", "✓", "✔", "ja", "oui", "si", "sim", "mentor");
    private static final Set<String> NO = Set.of("", "no", "n", "false", "0", "-", "nein", "non", "nao");

    private final String file;
    private final Programme programme;
    private final Table table;
    private final Columns<Field> columns;
    private final List<Remark> remarks = new ArrayList<>();

    /// What a column can hold.
    private enum Field {
        NAME,
        FIRST_NAME,
        LAST_NAME,
        EMAIL,
        SLACK,
        INSTITUTION,
        STAGE,
        YEAR,
        INTERESTS,
        TOPICS,
        PAPERS,
        MENTOR,
        BREAKS,
        SEATS,
        AGREED
    }

    private static final Headings<Field> HEADINGS = new Headings<>(
            Field.class,
            List.of(
                    new Heading<>(
                            Field.FIRST_NAME,
                            "first name|given name|forename|vorname|prenom|nombre",
                            "first name|given name"),
                    new Heading<>(
                            Field.LAST_NAME,
                            "last name|family name|surname|nachname|nom de famille|apellido",
                            "last name|family name|surname"),
                    new Heading<>(
                            Field.EMAIL,
                            "e mail|email|mail|email address|e mail address|mail address|contact email|work email|institutional email|slack email",
                            "e ?mail"),
                    new Heading<>(
                            Field.SLACK,
                            "slack|slack id|slack user|slack user id|member id|user id",
                            "slack id|member id"),
                    new Heading<>(
                            Field.YEAR,
                            "year|phd year|year of phd|year of study|year of studies",
                            "(phd|study|studies|program) year|year of"),
                    new Heading<>(
                            Field.STAGE,
                            "position|career stage|stage|academic stage|academic level|level|career|occupation|current position|job title",
                            "career|stage|position|seniority"),
                    new Heading<>(
                            Field.INSTITUTION,
                            "affiliation|affiliations|institution|institutions|university|organization|organisation|employer|company|institute"
                                    + "|affiliation institution|hochschule|universite|universidad",
                            "affiliat|institution|universit|organi[sz]ation|employer|company"),
                    new Heading<>(
                            Field.TOPICS,
                            "topics|topic|areas|area|keywords|themes|tracks|research areas",
                            "topic|keyword"),
                    new Heading<>(
                            Field.INTERESTS,
                            "interests|interest|research interests|research interest|research|research topic|about|bio|what do you work on|description",
                            "interest|work on|research"),
                    new Heading<>(
                            Field.PAPERS,
                            "papers|previous papers|publications|paper|paper titles|selected papers|previous publications|submission title|poster title",
                            "paper|publication"),
                    new Heading<>(
                            Field.MENTOR,
                            "mentor|is mentor|mentoring|role|roles|participant type|wants to mentor",
                            "^mentor|(?:be|are|as|want|willing)\\b.* mentor"),
                    new Heading<>(
                            Field.BREAKS,
                            "breaks|break|coffee breaks|coffee break|slots|availability|available",
                            "break|availab|slot"),
                    new Heading<>(
                            Field.SEATS,
                            "seats|table size|capacity|number of seats|places|mentees",
                            "seats|capacity|how many mentees"),
                    new Heading<>(
                            Field.AGREED, "answered|accepted|agreed|confirmed|rsvp", "^(?:answered|accepted|agreed)"),
                    new Heading<>(
                            Field.NAME,
                            "name|full name|display name|participant|attendee|participant name|attendee name|your name",
                            "full name|\\bname\\b")));

    private CsvRoster(String file, Table table, Programme programme) {
        this.file = file;
        this.table = table;
        this.programme = programme;
        this.columns = HEADINGS.read(table, remarks);
    }

    /// The people in a file's bytes.
    ///
    /// @param file what to call it when something is wrong
    /// @throws BadFile when it is no table of people
    static Proposal<List<RosterRow>> parse(String file, byte[] bytes, Programme programme) {
        return new CsvRoster(file, Table.of(file, bytes), programme).proposal();
    }

    private Proposal<List<RosterRow>> proposal() {
        if (!columns.has(Field.NAME) && !(columns.has(Field.FIRST_NAME) && columns.has(Field.LAST_NAME))) {
            throw new BadFile(
                    file,
                    List.of(new Problem(
                            1,
                            "no column holds names: call one \"Name\", or two \"First name\" and \"Last name\". The headings are: "
                                    + String.join(", ", table.headings()) + ".")));
        }
        var rows = new ArrayList<RosterRow>();
        for (var row : table.rows()) {
            read(row).ifPresent(rows::add);
        }
        var different = withoutRepeats(rows);
        var mentors = different.stream().filter(row -> row.mentor() != null).count();
        remarks.add(new Remark(
                0,
                "",
                Kind.UNDERSTOOD,
                "%d people, %d of them mentors; read as %s."
                        .formatted(different.size(), mentors, table.readAs())));
        severalSpellings(different);
        return new Proposal<>(file, different, remarks);
    }

    /// Which spellings count as one institution, so that somebody can object.
    private void severalSpellings(List<RosterRow> rows) {
        var spellings = new TreeMap<String, Set<String>>();
        for (var row : rows) {
            for (var institution : programme.institutions().allIn(row.institution())) {
                spellings.computeIfAbsent(institution, _ -> new TreeSet<>()).add(row.institution());
            }
        }
        spellings.forEach((institution, written) -> {
            if (written.size() > 1) {
                remarks.add(new Remark(
                        0,
                        columns.heading(Field.INSTITUTION),
                        Kind.GUESSED,
                        "colleagues of one institution, %s: %s.".formatted(institution, String.join(" | ", written))));
            }
        });
    }

    private Optional<RosterRow> read(Row row) {
        if (row.cells().size() > table.headings().size()
                && row.cells().subList(table.headings().size(), row.cells().size()).stream()
                        .anyMatch(cell -> !cell.isEmpty())) {
            remark(
                    row,
                    "",
                    Kind.WRONG,
                    "left out: it has %d cells under %d headings; put a cell with a separator in it into quotes."
                            .formatted(row.cells().size(), table.headings().size()));
            return Optional.empty();
        }
        var name = name(row);
        if (name.isEmpty()) {
            remark(row, "", Kind.WRONG, "left out: it has no name; fill it in.");
            return Optional.empty();
        }
        var mentor = mentor(row, name);
        return Optional.of(new RosterRow(
                row.line(),
                name,
                email(row),
                slack(row),
                institution(row, mentor),
                stage(row),
                Stream.concat(
                                phrases(columns.cell(row, Field.TOPICS)).stream(),
                                phrases(columns.cell(row, Field.INTERESTS)).stream())
                        .distinct()
                        .toList(),
                Columns.split(columns.cell(row, Field.PAPERS), "[;|\\n]"),
                breaks(row),
                mentor,
                seats(row),
                agreed(row)));
    }

    private String name(Row row) {
        var whole = columns.cell(row, Field.NAME);
        var parts = (columns.cell(row, Field.FIRST_NAME) + " " + columns.cell(row, Field.LAST_NAME)).strip();
        var name = whole.isEmpty() ? parts : whole;
        return PersonName.spoken(name);
    }

    private String email(Row row) {
        var written = columns.cell(row, Field.EMAIL).replaceFirst("(?i)^mailto:", "");
        var inside = written.matches(".*<[^<>]+>") ? written.replaceFirst(".*<([^<>]+)>", "$1") : written;
        if (inside.isEmpty() || inside.matches("[^@\\s,;]+@[^@\\s,;]+\\.[^@\\s,;]+")) {
            return inside.toLowerCase(Locale.ROOT);
        }
        remark(
                row,
                Field.EMAIL,
                Kind.WRONG,
                "\"%s\" is no e-mail address; taken without. Correct it.".formatted(written));
        return "";
    }

    private @Nullable Person slack(Row row) {
        var id = columns.cell(row, Field.SLACK);
        if (id.isEmpty()) {
            return null;
        }
        if (id.matches("[UW][A-Z0-9]{2,}")) {
            return new Person(id);
        }
        remark(
                row,
                Field.SLACK,
                Kind.WRONG,
                "\"%s\" is no Slack user id; taken without. Copy the member ID (U…) from their profile.".formatted(id));
        return null;
    }

    /// Of a mentor the programme knows it where the list does not.
    private String institution(Row row, @Nullable String mentor) {
        var written = columns.cell(row, Field.INSTITUTION);
        return written.isEmpty() && mentor != null
                ? programme.person(mentor).map(ProgrammePerson::affiliation).orElse("")
                : written;
    }

    private @Nullable Stage stage(Row row) {
        var written = columns.cell(row, Field.STAGE);
        var year = columns.cell(row, Field.YEAR);
        var words = year.matches("\\d") ? written + " year " + year : (written + " " + year).strip();
        if (words.isEmpty()) {
            return null;
        }
        var career = Careers.read(words);
        var field = written.isEmpty() ? Field.YEAR : Field.STAGE;
        if (career.stage().isPresent()) {
            return career.stage().get();
        }
        remark(
                row,
                field,
                career.doctoral() ? Kind.GUESSED : Kind.WRONG,
                career.doctoral()
                        ? "\"%s\" does not say the year of the PhD; the stage is left open.".formatted(words)
                        : "\"%s\" is no stage I know; left open. Write for example \"PhD student (2nd year)\" or \"Postdoc\"."
                                .formatted(words));
        return null;
    }

    /// One phrase per line, semicolon or bar; commas separate only short ones.
    private static List<String> phrases(String words) {
        var pieces = Columns.split(words, "[;|\\n•]");
        var byComma = Columns.split(words, ",");
        var allShort = byComma.size() > 1 && byComma.stream().allMatch(piece -> piece.split("\\s+").length <= 4);
        return pieces.size() == 1 && allShort ? byComma : pieces;
    }

    private Set<String> breaks(Row row) {
        var all = programme.breaks();
        var written = columns.cell(row, Field.BREAKS);
        var chosen = new LinkedHashSet<String>();
        for (var word : Columns.split(written.toLowerCase(Locale.ROOT), "[,;/&+|\\n]|\\band\\b")) {
            var found = all.stream()
                    .filter(each -> BreakWords.mean(word, all.indexOf(each), each))
                    .toList();
            if (found.isEmpty()) {
                remark(
                        row,
                        Field.BREAKS,
                        Kind.WRONG,
                        "\"%s\" is none of the %d mentoring breaks; passed over. Write their numbers, such as \"1, 2\"."
                                .formatted(word, all.size()));
            }
            found.forEach(each -> chosen.add(each.id()));
        }
        return chosen.isEmpty() ? all.stream().map(each -> each.id()).collect(Collectors.toSet()) : chosen;
    }

    /// The mentor's id in the programme; null for whoever is none.
    private @Nullable String mentor(Row row, String name) {
        var written = columns.cell(row, Field.MENTOR).toLowerCase(Locale.ROOT);
        var isMentor = YES.contains(written) || written.matches(".*\\b(mentor|speaker|panell?ist)s?\\b.*");
        if (!isMentor) {
            if (!NO.contains(written)
                    && !written.matches(
                            ".*\\b(mentee|participant|attendee|organi[sz]er|author|student|guest)s?\\b.*")) {
                remark(
                        row,
                        Field.MENTOR,
                        Kind.GUESSED,
                        "\"%s\" is taken for no; write yes for whoever offers a table."
                                .formatted(columns.cell(row, Field.MENTOR)));
            }
            return null;
        }
        var asWritten = PersonName.of(name);
        for (var likeness : List.of(Likeness.SAME, Likeness.POSSIBLE)) {
            var alike = programme.mentors().stream()
                    .filter(person -> names(person).anyMatch(known -> known.to(asWritten) == likeness))
                    .toList();
            if (alike.size() == 1) {
                if (likeness == Likeness.POSSIBLE) {
                    remark(
                            row,
                            Field.NAME,
                            Kind.GUESSED,
                            "\"%s\" is taken for the programme's %s."
                                    .formatted(name, alike.getFirst().name()));
                }
                return alike.getFirst().id();
            }
        }
        remark(
                row,
                Field.MENTOR,
                Kind.WRONG,
                "the programme has no mentor \"%s\", so no table is made; add them there with the role mentor. It has %s."
                        .formatted(
                                name,
                                programme.mentors().stream()
                                        .map(ProgrammePerson::name)
                                        .collect(Collectors.joining(", "))));
        return null;
    }

    private static Stream<PersonName> names(ProgrammePerson person) {
        return Stream.concat(Stream.of(person.name()), person.aliases().stream())
                .map(PersonName::of);
    }

    /// A mentor is asked unless the list says that they have agreed.
    private boolean agreed(Row row) {
        var written = columns.cell(row, Field.AGREED).toLowerCase(Locale.ROOT);
        return YES.contains(written)
                || Set.of("accepted", "agreed", "confirmed").contains(written);
    }

    private int seats(Row row) {
        var written = columns.cell(row, Field.SEATS);
        if (written.isEmpty()) {
            return DEFAULT_SEATS;
        }
        if (written.matches("\\d{1,3}(\\.0+)?")) {
            return Integer.parseInt(written.replaceFirst("\\..*", ""));
        }
        remark(
                row,
                Field.SEATS,
                Kind.WRONG,
                "\"%s\" is no number of seats; taken as %d. Write a number.".formatted(written, DEFAULT_SEATS));
        return DEFAULT_SEATS;
    }

    /// Of several lines about one person the last counts: forms are filled in again to correct them.
    private List<RosterRow> withoutRepeats(List<RosterRow> rows) {
        var last = new ArrayList<RosterRow>();
        for (var row : rows) {
            var known = last.stream().filter(before -> isRepeat(before, row)).findFirst();
            known.ifPresent(before -> {
                last.remove(before);
                remarks.add(new Remark(
                        before.line(),
                        "",
                        Kind.GUESSED,
                        "line %d is about the same person, %s: only that one is taken."
                                .formatted(row.line(), row.name())));
            });
            last.add(row);
        }
        return List.copyOf(last);
    }

    private static boolean isRepeat(RosterRow one, RosterRow other) {
        if (!one.email().isEmpty() && !other.email().isEmpty()) {
            return one.email().equals(other.email());
        }
        if (one.person() != null && other.person() != null) {
            return one.person().equals(other.person());
        }
        return PersonName.of(one.name()).to(PersonName.of(other.name())) == Likeness.SAME;
    }

    private void remark(Row row, Field field, Kind kind, String what) {
        remark(row, columns.heading(field), kind, what);
    }

    private void remark(Row row, String column, Kind kind, String what) {
        remarks.add(new Remark(row.line(), column, kind, what));
    }
}
