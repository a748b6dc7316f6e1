package coffeebreak.bot.files;

import coffeebreak.bot.files.BadFile.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// What is wrong with one file, collected while it is read. Of very many problems the first are listed and the others
/// counted: a wrong file of a million rows is wrong a million times.
final class Problems {

    private static final int MOST = 100;

    private final String file;
    private final List<Problem> listed = new ArrayList<>();
    private int more;

    /// @param file what the person called the file
    Problems(String file) {
        this.file = file;
    }

    static Problems of(String file, List<Problem> all) {
        var problems = new Problems(file);
        all.forEach(problem -> problems.note(problem.line(), problem::what));
        return problems;
    }

    /// @param line from 1; 0 for what concerns the file as a whole
    void note(int line, Supplier<String> what) {
        if (listed.size() < MOST) {
            listed.add(new Problem(line, what.get()));
        } else {
            more++;
        }
    }

    String file() {
        return file;
    }

    List<Problem> listed() {
        return listed;
    }

    int more() {
        return more;
    }

    boolean none() {
        return listed.isEmpty();
    }
}
