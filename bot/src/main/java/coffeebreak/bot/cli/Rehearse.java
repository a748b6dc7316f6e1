package coffeebreak.bot.cli;

import coffeebreak.bot.Day;
import coffeebreak.bot.DaySettings;
import coffeebreak.bot.files.YamlRoster;
import coffeebreak.bot.files.YamlRoster.Roster;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.rehearsal.Rehearsal;
import coffeebreak.bot.rehearsal.Rehearsal.Piece;
import coffeebreak.bot.rehearsal.Report;
import coffeebreak.bot.rehearsal.ReportFiles;
import coffeebreak.bot.rehearsal.Sabotage;
import coffeebreak.bot.rehearsal.TemporaryRedis;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Plays the whole day on this machine before it comes, and says whether every promise was kept.
@Command(
        name = "rehearse",
        mixinStandardHelpOptions = true,
        description = {
            "Play the whole day with invented people, in a local Slack workspace, and judge it: who was told what and when,",
            "how seats went, what broke. Nobody is really written to. Exit status 1 when a promise was broken."
        })
final class Rehearse implements Callable<Integer> {

    private static final String EXAMPLE_DATE = "2026-04-26";
    private static final String EXAMPLE_ZONE = "America/Sao_Paulo";

    @Option(
            names = "--event",
            paramLabel = "FILE",
            description = "The programme (default: the built-in one); date and zone where it has none: " + EXAMPLE_DATE
                    + ", " + EXAMPLE_ZONE + ".")
    private @Nullable Path event;

    @Option(
            names = "--people",
            paramLabel = "FILE|N",
            defaultValue = "70",
            description = "How many invented people sign up (default: ${DEFAULT-VALUE}; 700 take minutes), or a roster "
                    + "whose mentors and participants are played.")
    private String people = "70";

    @Option(
            names = "--speed",
            paramLabel = "N",
            defaultValue = "0",
            description = "How many seconds of the day pass in a real one (default: as many as can).")
    private double speed;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The same seed gives the same people, who do the same (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--report",
            paramLabel = "FOLDER",
            defaultValue = "rehearsal",
            description = "Where the report goes, as a page and as JSON (default: ${DEFAULT-VALUE}).")
    private Path report = Path.of("rehearsal");

    @Option(
            names = "--break-promise",
            paramLabel = "WHICH",
            split = ",",
            description = "To see the verdict fail, break these on purpose: ${COMPLETION-CANDIDATES}.")
    private Set<Sabotage> broken = EnumSet.noneOf(Sabotage.class);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        var piece = piece();
        try (var redis = TemporaryRedis.start();
                var progress = Progress.on(System.err, "rehearse")) {
            Libraries.hushTheBot();
            Listening.quietly();
            var played = new Rehearsal(LocalWorkspace::settings)
                    .play(
                            piece,
                            redis.address(),
                            new RehearsalProgress(progress, piece.programme().venueZone()));
            progress.hush();
            var page = new ReportFiles(report).write(played);
            return say(played, page, spec.commandLine().getOut());
        }
    }

    private Piece piece() {
        var environment = new HashMap<String, String>();
        if (event != null) {
            environment.put("COFFEEBREAK_EVENT", event.toString());
        }
        var programme = dated(Day.programme(DaySettings.from(environment)));
        var counted = people.matches("\\d{1,6}");
        var roster = counted ? invented(programme) : YamlRoster.at(people, programme, Instant.EPOCH);
        var count = counted
                ? Integer.parseInt(people)
                : Math.max(1, roster.profiles().size());
        if (count < 1) {
            throw new CannotRun("--people 0: somebody has to sign up; write for example --people 70.");
        }
        return new Piece(programme, roster, List.of(), count, speed, seed, broken);
    }

    private static Programme dated(Programme programme) {
        return programme.at(
                programme.date() == null ? java.time.LocalDate.parse(EXAMPLE_DATE) : null,
                programme.zone() == null ? java.time.ZoneId.of(EXAMPLE_ZONE) : null);
    }

    /// The demo's people belong to the built-in programme; any other is rehearsed with people made up from
    /// its topics.
    private Roster invented(Programme programme) {
        return event == null ? YamlRoster.demo(programme, Instant.EPOCH) : Roster.EMPTY;
    }

    /// Says how it went.
    ///
    /// @return the exit status
    static int say(Report report, Path page, PrintWriter out) {
        out.println(report.verdict());
        for (var promise : report.promises()) {
            if (!promise.kept()) {
                out.printf(
                        "%n%s: broken %,d of %,d times%n",
                        promise.name(), promise.broken().size(), promise.checked());
                promise.broken().stream()
                        .limit(5)
                        .forEach(
                                breach -> out.printf("  %s  %s: %s%n", breach.at(), breach.person(), breach.message()));
                if (promise.broken().size() > 5) {
                    out.printf("  and %,d more%n", promise.broken().size() - 5);
                }
            }
        }
        out.printf("%nThe report: %s%n", page.toAbsolutePath());
        out.flush();
        return report.kept() ? 0 : 1;
    }
}
