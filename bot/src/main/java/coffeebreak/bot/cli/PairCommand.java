package coffeebreak.bot.cli;

import coffeebreak.bot.files.AnswerJson;
import coffeebreak.bot.files.PeerProblemFile;
import coffeebreak.matching.PeerMatcher;
import coffeebreak.matching.PeerProblem;
import coffeebreak.matching.PeerSeating;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Peers on files: people in, pairs or small groups out, no server started.
@Command(
        name = "pair",
        mixinStandardHelpOptions = true,
        description = {
            "Seat peers in pairs or small groups, from files, with no server.",
            "Ctrl-C writes the best groups so far and ends with 130."
        })
final class PairCommand implements Callable<Integer> {

    @Mixin
    private ProblemOptions options = new ProblemOptions();

    @Override
    public Integer call() {
        var target = options.target();
        return new Solving<PeerProblem, PeerMatcher, PeerSeating>(
                        "pair",
                        options.problem(),
                        System::nanoTime,
                        PeerMatcher::new,
                        this::read,
                        PeerMatcher::match,
                        (_, answer, millis) -> target.write(stream -> AnswerJson.write(answer, millis, stream)))
                .run();
    }

    private PeerProblem read(Consumer<String> watch) {
        var read = PeerProblemFile.read(options.problem(), watch);
        var seed = options.seed();
        return seed == null ? read : read.withSeed(seed);
    }
}
