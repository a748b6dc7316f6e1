package coffeebreak.bot.cli;

import coffeebreak.bot.files.AnswerTarget;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options `match` and `pair` have in common.
final class ProblemOptions {

    @Option(names = "--problem", required = true, paramLabel = "FILE", description = "The problem, as JSON.")
    private Path problem = Path.of("");

    @Option(names = "--out", paramLabel = "FILE", description = "Where the answer goes (default: standard output).")
    private @Nullable Path out;

    @Option(names = "--seed", paramLabel = "N", description = "Of the lottery between equals, in place of the file's.")
    private @Nullable Long seed;

    Path problem() {
        return problem;
    }

    /// @throws BadFile when nothing can be written there
    AnswerTarget target() {
        return AnswerTarget.of(out, new FileOutputStream(FileDescriptor.out));
    }

    /// Null for the file's own.
    @Nullable
    Long seed() {
        return seed;
    }
}
