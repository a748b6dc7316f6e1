package coffeebreak.bot.files;

import coffeebreak.bot.importing.Proposal;
import coffeebreak.bot.importing.Remark;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A file that cannot be used, or several, with everything that is wrong with them.
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
        this(List.of(Problems.of(file, problems)));
    }

    /// @param files what is wrong with each
    BadFile(List<Problems> files) {
        super(files.stream().flatMap(BadFile::lines).collect(Collectors.joining("\n")));
        this.problems = files.stream().flatMap(BadFile::sorted).toList();
    }

    private static Stream<Problem> sorted(Problems file) {
        return file.listed().stream().sorted(Comparator.comparingInt(Problem::line));
    }

    private static Stream<String> lines(Problems file) {
        var listed = sorted(file)
                .map(problem -> problem.line() == 0
                        ? file.file() + ": " + problem.what()
                        : file.file() + ":" + problem.line() + ": " + problem.what());
        return file.more() == 0
                ? listed
                : Stream.concat(listed, Stream.of("%s: and %,d more.".formatted(file.file(), file.more())));
    }

    /// Everything that is wrong, file by file in the order of the lines; of very many the first.
    public List<Problem> problems() {
        return problems;
    }

    /// A file of which nothing can be used.
    ///
    /// @param remarks   what was made of it; each that says something is wrong is a problem
    /// @param otherwise what is wrong where none says so
    static BadFile nothingOf(String file, List<Remark> remarks, String otherwise) {
        var wrong = remarks.stream()
                .filter(remark -> remark.kind() == Remark.Kind.WRONG)
                .map(remark -> new Problem(remark.line(), remark.what()))
                .toList();
        return new BadFile(file, wrong.isEmpty() ? List.of(new Problem(0, otherwise)) : wrong);
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
