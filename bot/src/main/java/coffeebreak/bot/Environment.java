package coffeebreak.bot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The variables of the process, read one by one; what is wrong is collected, so that all of it can be said at once.
final class Environment {

    private final Map<String, String> variables;
    private final List<String> problems = new ArrayList<>();

    Environment(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /// The value of a variable; empty where it is not set or blank.
    Optional<String> words(String name) {
        return Optional.ofNullable(variables.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /// The same for what nobody else may read: where the variable is not set, what stands in the file that the
    /// variable with `_FILE` behind its name names, as Docker and Kubernetes hand secrets over.
    Optional<String> secret(String name) {
        var file = words(name + "_FILE");
        if (words(name).isPresent() || file.isEmpty()) {
            return words(name);
        }
        try {
            return Optional.of(Files.readString(Path.of(file.get())).strip()).filter(value -> !value.isEmpty());
        } catch (IOException | InvalidPathException unreadable) {
            problem("%s_FILE is \"%s\", which is not there or cannot be read: write the path of a file that holds it."
                    .formatted(name, file.get()));
            return Optional.empty();
        }
    }

    /// The same as a date, an instant or a zone.
    <T> Optional<T> parsed(String name, Function<String, T> parse, String wayOut) {
        var words = words(name);
        try {
            return words.map(parse);
        } catch (DateTimeException wrong) {
            problem("%s is \"%s\": %s.".formatted(name, words.orElse(""), wayOut));
            return Optional.empty();
        }
    }

    void problem(String sentence) {
        problems.add(sentence);
    }

    List<String> problems() {
        return problems.stream().flatMap(String::lines).toList();
    }

    /// @throws UnusableSettings if anything was wrong
    void throwProblems() {
        if (!problems.isEmpty()) {
            throw new UnusableSettings(problems);
        }
    }
}
