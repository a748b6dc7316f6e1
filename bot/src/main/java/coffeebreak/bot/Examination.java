package coffeebreak.bot;

import coffeebreak.bot.chat.StoreUnavailable;
import coffeebreak.bot.doctor.Finding;
import coffeebreak.bot.encoding.Json;
import coffeebreak.bot.files.BadFile;
import coffeebreak.bot.files.PaperList;
import coffeebreak.bot.files.YamlRoster;
import coffeebreak.bot.llm.Meanings;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.redis.RedisStore;
import coffeebreak.bot.slack.SlackExamination;
import coffeebreak.bot.slack.SlackSettings;
import coffeebreak.matching.SeatMatcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Looks at everything the bot needs before it serves, and says of each how it stands: one fault does not hide the
/// others. Changes nothing, and nobody in the workspace sees anything of it.
public final class Examination {

    private static final Duration CALL = Duration.ofSeconds(10);
    private static final Duration KNOCK = Duration.ofSeconds(1);

    private final Environment environment;
    private final InstantSource wallClock;
    private final List<Native> natives;

    /// What is no Java and has to be loaded from the jar.
    ///
    /// @param what    begins a sentence
    /// @param loading throws when it cannot
    public record Native(String what, Runnable loading) {}

    /// @param variables of the process, as `serve` reads them
    /// @param wallClock the time of day as this machine has it
    /// @param natives   what is to be loaded
    public Examination(Map<String, String> variables, InstantSource wallClock, List<Native> natives) {
        this.environment = new Environment(variables);
        this.wallClock = wallClock;
        this.natives = List.copyOf(natives);
    }

    /// All that `serve` loads.
    public static List<Native> natives() {
        return List.of(
                new Native("The solver, which seats people,", SeatMatcher::prepare),
                new Native(
                        "The model, which compares interests,",
                        () -> Meanings.miniLm().embed(List.of("coffee"))));
    }

    /// Tells each finding as soon as it is made.
    public void tell(Consumer<Finding> listener) {
        var settings = BotSettings.read(environment);
        Stream.of(
                        settings(),
                        () -> day(settings.day()),
                        () -> slack(settings),
                        () -> redis(settings, 3),
                        () -> machine(settings))
                .map(Supplier::get)
                .flatMap(List::stream)
                .forEach(listener);
    }

    private Supplier<List<Finding>> settings() {
        var problems = environment.problems();
        return () -> problems.isEmpty()
                ? List.of(Finding.well("Every setting can be read."))
                : problems.stream().map(Finding::wrong).toList();
    }

    private List<Finding> day(DaySettings settings) {
        var findings = new ArrayList<Finding>();
        var programme = file("COFFEEBREAK_EVENT", () -> Day.programme(settings), findings);
        programme.ifPresent(day -> {
            findings.add(Finding.well("The programme can be read: %s, %d sessions."
                    .formatted(day.shortName(), day.sessions().size())));
            findings.add(when(settings, day));
            settings.roster()
                    .flatMap(location -> file(
                            "COFFEEBREAK_ROSTER", () -> YamlRoster.at(location, day, wallClock.instant()), findings))
                    .ifPresent(roster -> findings.add(Finding.well("The roster can be read: %d mentors."
                            .formatted(roster.mentors().size()))));
        });
        if (settings.roster().isEmpty()) {
            findings.add(Finding.open(
                    "COFFEEBREAK_ROSTER is not set: nobody mentors until you import a list or name mentors."));
        }
        settings.papers()
                .flatMap(location ->
                        file("COFFEEBREAK_PAPERS", () -> BadFile.unlessWhole(PaperList.at(location)), findings))
                .ifPresent(
                        papers -> findings.add(Finding.well("The papers can be read: %d.".formatted(papers.size()))));
        return findings;
    }

    private Finding when(DaySettings settings, Programme day) {
        if (settings.now().isPresent()) {
            return Finding.wrong(
                    "COFFEEBREAK_NOW is set, so the clock does not show the real time: take it out; it is for rehearsals.");
        }
        if (day.date() == null || day.zone() == null) {
            return Finding.wrong("%s not set, and without it no seat can be published: write %s."
                    .formatted(
                            day.date() == null ? "COFFEEBREAK_EVENT_DATE is" : "COFFEEBREAK_EVENT_ZONE is",
                            day.date() == null
                                    ? "the day, such as 2026-04-26"
                                    : "the venue's zone, such as America/Sao_Paulo"));
        }
        return day.lastEnd().filter(wallClock.instant()::isAfter).isPresent()
                ? Finding.wrong("The day, %s, is over: correct COFFEEBREAK_EVENT_DATE.".formatted(day.date()))
                : Finding.well("The day is %s in %s.".formatted(day.date(), day.zone()));
    }

    private static <T> Optional<T> file(String setting, Supplier<T> reader, List<Finding> findings) {
        try {
            return Optional.of(reader.get());
        } catch (BadFile bad) {
            String.valueOf(bad.getMessage())
                    .lines()
                    .map(line -> Finding.wrong(setting + ": " + line))
                    .forEach(findings::add);
            return Optional.empty();
        }
    }

    private List<Finding> slack(BotSettings settings) {
        if (!settings.isSlackSet()) {
            return List.of(Finding.open("Slack was not asked: its settings have to be right first."));
        }
        try (var slack = new SlackExamination(settings.slack(), CALL, wallClock)) {
            var findings = new ArrayList<>(slack.tokens());
            findings.addAll(
                    settings.organizers().isEmpty()
                            ? List.of(Finding.wrong(
                                    "COFFEEBREAK_ORGANIZERS is not set, so nobody may use /coffee-admin: write the member IDs (U…)"
                                            + " of those who run the day, separated by commas."))
                            : slack.organizers(settings.organizers()));
            findings.addAll(slack.screens(screens()));
            return findings;
        }
    }

    /// Every screen there is, as the tests hold it against what is sent.
    static SortedMap<String, String> screens() {
        try {
            var screens = new TreeMap<String, String>();
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath:screens/*.json")) {
                screens.put(
                        Objects.requireNonNull(file.getFilename()).replace(".json", ""),
                        file.getContentAsString(StandardCharsets.UTF_8));
            }
            return screens;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the screens in the jar cannot be read", unreadable);
        }
    }

    /// @param tries how often it is asked: a store gives up soon, so that nobody waits, and here there is time
    private static List<Finding> redis(BotSettings settings, int tries) {
        if (!settings.isRedisSet()) {
            return List.of(Finding.open("Redis was not asked: REDIS_URL has to be right first."));
        }
        var where =
                "%s:%d".formatted(settings.redis().getHost(), settings.redis().getPort());
        try (var store = RedisStore.at(settings.redis(), settings.slack().workspace(), "doctor", new Json())) {
            var check = store.check();
            var findings = new ArrayList<Finding>();
            check.faults().stream().map(fault -> Finding.wrong(fault + ".")).forEach(findings::add);
            check.warnings().stream()
                    .map(warning -> Finding.open(warning + "."))
                    .forEach(findings::add);
            if (check.faults().isEmpty()) {
                findings.add(
                        store.takes()
                                ? Finding.well("Redis at %s keeps what it is given.".formatted(where))
                                : Finding.wrong(
                                        "Redis at %s answers and takes nothing: look whether its disk is full, it is a replica, or too few replicas are in step."
                                                .formatted(where)));
            }
            return findings;
        } catch (StoreUnavailable gone) {
            if (tries > 1) {
                return redis(settings, tries - 1);
            }
            var cause = gone.getCause();
            return List.of(Finding.wrong("Redis at %s does not answer (%s): start it, or correct REDIS_URL."
                    .formatted(where, cause == null ? gone.getMessage() : cause.getMessage())));
        }
    }

    private List<Finding> machine(BotSettings settings) {
        return Stream.concat(ports(settings).stream(), natives.stream().map(Examination::loads))
                .toList();
    }

    private static List<Finding> ports(BotSettings settings) {
        if (answers(settings.management())) {
            return List.of(Finding.open("Port %d answers: where that is the bot itself, all is well."
                    .formatted(settings.management().port())));
        }
        var ofManagement = port(
                "COFFEEBREAK_MANAGEMENT_PORT",
                settings.management().address(),
                settings.management().port());
        return settings.slack().mode() == SlackSettings.Mode.HTTP
                ? List.of(port("PORT", settings.address(), settings.port()), ofManagement)
                : List.of(ofManagement);
    }

    private static boolean answers(BotSettings.Management management) {
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(management.address(), management.port()), Math.toIntExact(KNOCK.toMillis()));
            return true;
        } catch (IOException | IllegalArgumentException nobody) {
            return false;
        }
    }

    private static Finding port(String setting, String address, int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getByName(address))) {
            return Finding.well("Port %d is free.".formatted(port == 0 ? socket.getLocalPort() : port));
        } catch (IOException taken) {
            return Finding.wrong("Port %d on %s cannot be used (%s): stop what listens there, or set %s to another."
                    .formatted(port, address, taken.getMessage(), setting));
        }
    }

    private static Finding loads(Native library) {
        try {
            library.loading().run();
            return Finding.well(library.what() + " can be loaded.");
        } catch (RuntimeException | LinkageError failure) {
            return Finding.wrong(
                    "%s cannot be loaded (%s): the folder for temporary files, %s, must be writable, allow execution and hold 100 MB."
                            .formatted(library.what(), reason(failure), System.getProperty("java.io.tmpdir")));
        }
    }

    /// What lies below, where the library that loads it only says that it could not.
    private static String reason(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
