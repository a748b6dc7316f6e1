package coffeebreak.bot.cli;

import coffeebreak.bot.files.AnswerJson;
import coffeebreak.bot.files.AnswerJson.More;
import coffeebreak.bot.files.SeatProblemFile;
import coffeebreak.matching.SeatMatcher;
import coffeebreak.matching.SeatProblem;
import coffeebreak.matching.Seating;
import coffeebreak.matching.Watch;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Mentor tables on files: a problem in, a seating out, no server started.
@Command(
        name = "match",
        mixinStandardHelpOptions = true,
        description = {
            "Seat mentees at mentors' tables, from files, with no server.",
            "Ctrl-C writes the best seating so far and ends with 130."
        })
final class MatchCommand implements Callable<Integer> {

    @Mixin
    private ProblemOptions options = new ProblemOptions();

    @Option(
            names = "--time-limit",
            paramLabel = "TIME",
            defaultValue = "60s",
            converter = TimeSpan.class,
            description = {
                "How long each integer programme may take before its best answer is used, unproven: 500ms, 90s, 5m",
                "(default: ${DEFAULT-VALUE}). Most problems need none."
            })
    private Duration timeLimit = Duration.ofSeconds(60);

    @Option(names = "--explain", description = "Tell of each seat the best alternative, and its cost to the whole.")
    private boolean explain;

    @Option(names = "--report", description = "Tell the round in figures, and who moves.")
    private boolean report;

    private record Answer(Seating seating, More more) {}

    @Override
    public Integer call() {
        var target = options.target();
        return new Solving<SeatProblem, SeatMatcher, Answer>(
                        "match",
                        options.problem(),
                        System::nanoTime,
                        () -> new SeatMatcher(timeLimit),
                        this::read,
                        this::solve,
                        (asked, answer, millis) -> target.write(
                                stream -> AnswerJson.write(asked, answer.seating(), answer.more(), millis, stream)))
                .run();
    }

    private SeatProblem read(Consumer<String> watch) {
        var read = SeatProblemFile.read(options.problem(), watch);
        var seed = options.seed();
        return seed == null ? read : read.withSeed(seed);
    }

    private Answer solve(SeatMatcher matcher, SeatProblem asked, Watch<Answer> watch) {
        var seating = matcher.match(asked, new Watch<>() {
            @Override
            public void step(String what) {
                watch.step(what);
            }

            @Override
            public void found(Supplier<Seating> bestSoFar) {
                watch.found(() -> unexplained(bestSoFar.get()));
            }
        });
        if (!explain) {
            return unexplained(seating);
        }
        watch.found(() -> unexplained(seating));
        watch.step("explaining %,d seats".formatted(seating.seats().size()));
        return new Answer(seating, new More(true, matcher.explain(asked, seating), report));
    }

    private Answer unexplained(Seating seating) {
        return new Answer(seating, new More(false, List.of(), report));
    }
}
