package coffeebreak.bot.cli;

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
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
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
        })
final class Check implements Callable<Integer> {

    @Option(
            names = "--event",
            paramLabel = "FILE.yaml|csv|ics",
            description =
                    "The programme: our own format, a table with headings for start and title, or a calendar (default: the Sci4DL programme).")
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

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (event == null && roster == null && papers == null && institutions == null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "Name at least one file: --event, --roster, --papers or --institutions.");
        }
        var out = spec.commandLine().getOut();
        var day = Optional.ofNullable(event).map(location -> ProgrammeFile.at(location, null));
        var programme = programme(day, out);
        var people = roster == null ? Optional.<Proposal<List<RosterRow>>>empty() : roster(roster, programme, out);
        var works = Optional.ofNullable(papers).map(PaperList::at);
        works.ifPresent(proposal -> report(proposal, out));
        if (people.isPresent() && works.isPresent()) {
            links(people.get(), works.get(), out);
        }
        out.flush();
        return day.map(Proposal::whole).orElse(true)
                        && people.map(Proposal::whole).orElse(true)
                        && works.map(Proposal::whole).orElse(true)
                ? 0
                : 1;
    }

    private Programme programme(Optional<Proposal<Programme>> day, PrintWriter out) {
        var programme = day.map(Proposal::content).orElseGet(YamlProgramme::builtIn);
        if (day.isPresent()) {
            out.printf(
                    "%s: %s, %d sessions, %d people, %d of them mentors, %d facts.%n",
                    event,
                    programme.shortName(),
                    programme.sessions().size(),
                    programme.people().size(),
                    programme.mentors().size(),
                    programme.facts().size());
            printRemarks(day.get(), out);
        }
        if (institutions == null) {
            return programme;
        }
        var more = YamlInstitutions.at(institutions);
        out.printf("%s: %d institutions.%n", institutions, more.aliases().size());
        return programme.with(more);
    }

    private Optional<Proposal<List<RosterRow>>> roster(String file, Programme programme, PrintWriter out) {
        var proposal = RosterFile.at(file, programme);
        report(proposal, out);
        return Optional.of(proposal);
    }

    private void links(Proposal<List<RosterRow>> people, Proposal<List<Paper>> works, PrintWriter out) {
        out.printf("%s with %s:%n", works.file(), people.file());
        AuthorLinks.of(works.content(), people.content()).remarks().forEach(remark -> print(remark, out));
    }

    /// What is wrong goes where errors go, a line each, as every other command tells them.
    private void report(Proposal<?> proposal, PrintWriter out) {
        out.printf("%s:%n", proposal.file());
        printRemarks(proposal, out);
    }

    private void printRemarks(Proposal<?> proposal, PrintWriter out) {
        proposal.remarks().stream()
                .filter(remark -> remark.kind() != Kind.WRONG)
                .forEach(remark -> print(remark, out));
        var errors = spec.commandLine().getErr();
        proposal.of(Kind.WRONG)
                .forEach(remark -> errors.println(proposal.file()
                        + (remark.line() == 0 ? ": " : ":" + remark.line() + ": ")
                        + column(remark)
                        + remark.what()));
        errors.flush();
    }

    private static void print(Remark remark, PrintWriter out) {
        var line = remark.line() == 0 ? "" : "line " + remark.line() + ", ";
        out.printf(
                "  %-10s  %s%s%s%n",
                remark.kind().name().toLowerCase(Locale.ROOT), line, column(remark), remark.what());
    }

    private static String column(Remark remark) {
        return remark.column().isEmpty() ? "" : "\"" + remark.column() + "\": ";
    }
}
