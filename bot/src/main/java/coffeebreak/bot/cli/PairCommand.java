package coffeebreak.bot.cli;

import coffeebreak.bot.files.AnswerJson;
import coffeebreak.bot.files.AnswerTarget;
import coffeebreak.bot.files.PeerProblemFile;
import coffeebreak.matching.PeerMatcher;
import coffeebreak.matching.PeerProblem;
import coffeebreak.matching.PeerSeating;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Peers on files: people in, pairs or small groups out, no server started.
@Command(
        name = "pair",
        mixinStandardHelpOptions = true,
        description = {
            "Seat peers in pairs or small groups, from files, with no server.",
            "Ctrl-C writes the best groups so far and ends with 130."
        })
final class PairCommand implements Callable<Integer> {

    @Option(names = "--problem", required = true, paramLabel = "FILE", description = "The problem, as JSON.")
    private Path problem = Path.of("");

    @Option(names = "--out", paramLabel = "FILE", description = "Where the answer goes (default: standard output).")
    private @Nullable Path out;

    @Option(names = "--seed", paramLabel = "N", description = "Of the lottery between equals, in place of the file's.")
    private @Nullable Long seed;

    @Override
    public Integer call() {
        var target = AnswerTarget.of(out, new FileOutputStream(FileDescriptor.out));
        return new Solving<PeerProblem, PeerMatcher, PeerSeating>(
                        "pair",
                        problem,
                        System::nanoTime,
                        PeerMatcher::new,
                        this::read,
                        PeerMatcher::match,
                        (_, answer, millis) -> target.write(stream -> AnswerJson.write(answer, millis, stream)))
                .run();
    }

    private PeerProblem read(Consumer<String> watch) {
        var read = PeerProblemFile.read(problem, watch);
        return seed == null ? read : read.withSeed(seed);
    }
}
