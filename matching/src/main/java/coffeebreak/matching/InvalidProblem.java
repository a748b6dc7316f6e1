package coffeebreak.matching;

import java.util.List;

/// A problem that contradicts itself; names everything that is wrong with it at once.
public final class InvalidProblem extends IllegalArgumentException {
    private final List<String> problems;

    InvalidProblem(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /// One sentence for each thing that is wrong.
    public List<String> problems() {
        return problems;
    }
}
