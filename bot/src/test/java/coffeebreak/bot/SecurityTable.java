package coffeebreak.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/// What was tried against one of the bot's doors, case by case, and what got through. Printed as one line and written
/// to
/// `target/security/NAME.json`; fails when anything got through, or when less was tried than a door has sides.
public final class SecurityTable {

    private static final Path FOLDER = Path.of("target", "security");

    private final String name;
    private final Map<String, Integer> tried = new TreeMap<>();
    private final List<String> bypasses = new ArrayList<>();

    public SecurityTable(String name) {
        this.name = name;
    }

    /// @param row      what sort of case it is
    /// @param what     this one, to be found again
    /// @param gotThrough whether it had an effect it must not have
    public synchronized void tried(String row, String what, boolean gotThrough) {
        tried.merge(row, 1, Integer::sum);
        if (gotThrough) {
            bypasses.add(row + ": " + what);
        }
    }

    public synchronized int cases() {
        return tried.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// @param atLeast so many cases; fewer mean that the table no longer looks where it should
    public synchronized void judge(int atLeast) {
        System.out.println("security table " + name + ": cases tried " + cases() + ", bypasses " + bypasses.size());
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(
                    FOLDER.resolve(name + ".json"),
                    JsonMapper.builder()
                            .build()
                            .writerWithDefaultPrettyPrinter()
                            .writeValueAsString(
                                    Map.of("table", name, "tried", cases(), "bypasses", bypasses, "rows", tried)));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        assertThat(bypasses).as("what got through at the door \"%s\"", name).isEmpty();
        assertThat(cases()).as("cases tried at the door \"%s\"", name).isGreaterThanOrEqualTo(atLeast);
    }
}
