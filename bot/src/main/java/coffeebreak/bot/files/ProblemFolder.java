package coffeebreak.bot.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A problem's JSON file and the CSV files it names, which lie beside it, with what is wrong with each.
final class ProblemFolder {

    private final Path file;
    private final Consumer<String> watch;
    private final Problems problems;
    private final List<Problems> all = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();

    ProblemFolder(Path file, Consumer<String> watch) {
        this.file = file;
        this.watch = watch;
        this.problems = new Problems(file.toString());
        all.add(problems);
    }

    /// Of the JSON file.
    Problems problems() {
        return problems;
    }

    /// Reads the JSON file from its first token to its last; null where it is no JSON.
    <R> @Nullable R read(BiFunction<ProblemFolder, StrictJson, R> reader, Consumer<R> document) {
        watch.accept("reading " + file);
        var made = new ArrayList<R>();
        try (var in = Files.newInputStream(file)) {
            boolean whole = StrictJson.read(in, problems, json -> {
                made.add(reader.apply(this, json));
                document.accept(made.getFirst());
            });
            return whole ? made.getFirst() : null;
        } catch (IOException unreadable) {
            problems.note(
                    0,
                    () -> !Files.exists(file)
                            ? "there is no such file; check the path."
                            : Files.isDirectory(file)
                                    ? "this is a folder; name the problem's JSON file."
                                    : "the file cannot be read: %s.".formatted(unreadable.getMessage()));
            return null;
        }
    }

    /// Notes each key without a value.
    ///
    /// @param what is in need of them
    void needs(Supplier<String> what, Set<String> values, int line, String... keys) {
        for (var key : keys) {
            if (!values.contains(key)) {
                problems.note(line, () -> "%s needs \"%s\".".formatted(what.get(), key));
            }
        }
    }

    /// Reads the name of a CSV file under a key.
    void name(String key, StrictJson json) {
        var name = json.text(() -> "\"" + key + "\", the name of a .csv or .csv.gz file,");
        if (name != null) {
            names.put(key, name);
        }
    }

    /// Reads the CSV file that was named under a key, if one was.
    ///
    /// @return whether there is one and nothing is wrong with it
    boolean beside(String key, BiConsumer<Path, Problems> read) {
        var name = names.get(key);
        if (name == null) {
            return false;
        }
        Path path;
        try {
            path = file.resolveSibling(name);
        } catch (InvalidPathException _) {
            problems.note(0, () -> "\"%s\" names \"%s\", which is no path.".formatted(key, name));
            return false;
        }
        watch.accept("reading " + path);
        var own = new Problems(path.toString());
        all.add(own);
        read.accept(path, own);
        return own.none();
    }

    /// @return what was read
    /// @throws BadFile when anything is wrong
    <P> P finish(@Nullable P read) {
        if (read == null || !all.stream().allMatch(Problems::none)) {
            throw new BadFile(all);
        }
        return read;
    }
}
