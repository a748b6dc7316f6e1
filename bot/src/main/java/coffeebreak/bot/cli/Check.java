package coffeebreak.bot.cli;

import coffeebreak.bot.cli.CheckReport.Checked;
import coffeebreak.bot.files.BadFile;
import coffeebreak.bot.files.PaperList;
import coffeebreak.bot.files.ProgrammeFile;
import coffeebreak.bot.files.RosterFile;
import coffeebreak.bot.files.YamlInstitutions;
import coffeebreak.bot.files.YamlProgramme;
import coffeebreak.bot.finding.Paper;
import coffeebreak.bot.importing.AuthorLinks;
import coffeebreak.bot.importing.Proposal;
import coffeebreak.bot.importing.Remark;
import coffeebreak.bot.importing.Remark.Kind;
import coffeebreak.bot.importing.RosterRow;
import coffeebreak.bot.programme.Programme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Looks at an event's files before anybody relies on them.
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Read an event's files and report what was understood, guessed and not; nothing is imported.",
            "Exit status 0 when everything in them can be used."
        },
        footer = {
            "",
            "A programme is known by its content: our own format (YAML), a table (CSV, a web page's HTML, Markdown), lines that begin with a time, a calendar"
                    + " (ICS), the schedule of pentabarf, frab or pretalx (XML, JSON), pretalx's data for its widget, an answer of"
                    + " its API, or a list of sessions in JSON.",
            "",
            "With --json: {\"usable\", \"files\": [{\"file\", \"holds\", \"usable\", \"counts\", \"sessions\", \"remarks\"}]}; holds is"
                    + " programme, roster, papers, institutions or authors; sessions is there for a programme; a remark is"
                    + " {\"kind\", \"line\", \"column\", \"what\"}, its kind understood, guessed, unused or wrong, its line 0 and its"
                    + " column empty for what concerns the whole. Later versions add keys and leave these."
        })
final class Check implements Callable<Integer> {

    @Option(
            names = "--event",
            paramLabel = "FILE",
            description = "The programme, in any of the formats below (default: the Sci4DL programme).")
    private @Nullable String event;

    @Option(
            names = "--roster",
            paramLabel = "FILE.csv|yaml",
            description = "The people: a table with a heading for names, or a roster in our own format.")
    private @Nullable String roster;

    @Option(
            names = "--papers",
            paramLabel = "FILE.json|csv",
            description = "The papers: OpenReview's notes, or a table with a heading for titles.")
    private @Nullable String papers;

    @Option(
            names = "--institutions",
            paramLabel = "FILE.yaml",
            description = "More spellings of institutions, as in institutions.yaml.")
    private @Nullable String institutions;

    @Option(names = "--json", description = "Print the report as one JSON object, for programs.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final List<Checked> checked = new ArrayList<>();

    @Override
    public Integer call() {
        if (event == null && roster == null && papers == null && institutions == null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "Name at least one file: --event, --roster, --papers or --institutions.");
        }
        var programme = programme();
        var people = roster == null ? Optional.<Proposal<List<RosterRow>>>empty() : roster(roster, programme);
        var works = papers == null ? Optional.<Proposal<List<Paper>>>empty() : papers(papers);
        if (people.isPresent() && works.isPresent()) {
            links(people.get(), works.get());
        }
        var report = new CheckReport(checked);
        if (json) {
            report.printJson(spec.commandLine().getOut());
        } else {
            report.print(spec.commandLine().getOut(), spec.commandLine().getErr());
        }
        return report.usable() ? 0 : 1;
    }

    /// The programme the other files are read with; empty where the one that is named cannot be read.
    private Optional<Programme> programme() {
        var programme = event == null ? Optional.of(YamlProgramme.builtIn()) : programme(event);
        return institutions == null ? programme : programme.map(with(institutions));
    }

    private Optional<Programme> programme(String file) {
        var day = read(file, "programme", () -> ProgrammeFile.at(file, null));
        day.ifPresent(proposal -> add("programme", proposal, counts(proposal.content()), proposal.content()));
        return day.map(Proposal::content);
    }

    private UnaryOperator<Programme> with(String file) {
        var more = read(file, "institutions", () -> YamlInstitutions.at(file));
        more.ifPresent(table -> checked.add(new Checked(
                file,
                "institutions",
                true,
                Map.of("institutions", table.aliases().size()),
                null,
                List.of())));
        return programme -> more.map(programme::with).orElse(programme);
    }

    private static Map<String, Integer> counts(Programme programme) {
        var counts = new LinkedHashMap<String, Integer>();
        counts.put("sessions", programme.sessions().size());
        counts.put("people", programme.people().size());
        counts.put("mentors", programme.mentors().size());
        counts.put("breaks", programme.breaks().size());
        counts.put("facts", programme.facts().size());
        return counts;
    }

    private Optional<Proposal<List<RosterRow>>> roster(String file, Optional<Programme> programme) {
        if (programme.isEmpty()) {
            add(file, "roster", "not looked at, as it is read together with the programme; correct that first.");
            return Optional.empty();
        }
        var read = read(file, "roster", () -> RosterFile.at(file, programme.get()));
        read.ifPresent(proposal -> {
            var counts = new LinkedHashMap<String, Integer>();
            counts.put("people", proposal.content().size());
            counts.put("mentors", (int) proposal.content().stream()
                    .filter(row -> row.mentor() != null)
                    .count());
            add("roster", proposal, counts, null);
        });
        return read;
    }

    private Optional<Proposal<List<Paper>>> papers(String file) {
        var read = read(file, "papers", () -> PaperList.at(file));
        read.ifPresent(proposal ->
                add("papers", proposal, Map.of("papers", proposal.content().size()), null));
        return read;
    }

    private void links(Proposal<List<RosterRow>> people, Proposal<List<Paper>> works) {
        checked.add(new Checked(
                works.file() + " with " + people.file(),
                "authors",
                true,
                Map.of(),
                null,
                AuthorLinks.of(works.content(), people.content()).remarks()));
    }

    private void add(String holds, Proposal<?> proposal, Map<String, Integer> counts, @Nullable Programme programme) {
        checked.add(new Checked(proposal.file(), holds, proposal.whole(), counts, programme, proposal.remarks()));
    }

    private void add(String file, String holds, String wrong) {
        checked.add(new Checked(file, holds, false, Map.of(), null, List.of(new Remark(0, "", Kind.WRONG, wrong))));
    }

    /// What a file holds; empty, with everything that is wrong noted, where it cannot be read.
    private <T> Optional<T> read(String file, String holds, Supplier<T> reader) {
        try {
            return Optional.of(reader.get());
        } catch (BadFile bad) {
            checked.add(new Checked(
                    file,
                    holds,
                    false,
                    Map.of(),
                    null,
                    bad.problems().stream()
                            .map(problem -> new Remark(problem.line(), "", Kind.WRONG, problem.what()))
                            .toList()));
            return Optional.empty();
        }
    }
}
