package coffeebreak.bot.files;

import coffeebreak.bot.importing.Proposal;
import coffeebreak.bot.importing.Remark;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// A file that cannot be used, with everything that is wrong with it.
public final class BadFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /// One thing that is wrong.
    ///
    /// @param line from 1; 0 for what concerns the file as a whole
    /// @param what one sentence that names the thing and the way out
    public record Problem(int line, String what) {}

    /// @param file what the person called the file
    public BadFile(String file, List<Problem> problems) {
        super(problems.stream()
                .sorted(Comparator.comparingInt(Problem::line))
                .map(problem -> problem.line() == 0
                        ? file + ": " + problem.what()
                        : file + ":" + problem.line() + ": " + problem.what())
                .collect(Collectors.joining("\n")));
        this.problems =
                problems.stream().sorted(Comparator.comparingInt(Problem::line)).toList();
    }

    /// Everything that is wrong, in the order of the lines.
    public List<Problem> problems() {
        return problems;
    }

    /// What a file would bring in, if everything in it can be used.
    ///
    /// @throws BadFile with every line that cannot
    public static <T> T unlessWhole(Proposal<T> proposal) {
        if (!proposal.whole()) {
            throw new BadFile(
                    proposal.file(),
                    proposal.of(Remark.Kind.WRONG).stream()
                            .map(remark -> new Problem(
                                    remark.line(),
                                    (remark.column().isEmpty() ? "" : "\"" + remark.column() + "\": ") + remark.what()))
                            .toList());
        }
        return proposal.content();
    }
}
