package coffeebreak.bot.files;

import coffeebreak.matching.Apart;
import coffeebreak.matching.Met;
import coffeebreak.matching.PeerPair;
import coffeebreak.matching.PeerProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Who is to meet whom without a mentor, from a JSON file with CSV files beside it. The format is on the page of the
/// module `matching`.
public final class PeerProblemFile {

    private static final int SMALLEST_GROUP = 2;
    private static final int LARGEST_GROUP = 4;

    private final ProblemFolder folder;
    private final StrictJson json;

    private final Map<String, Integer> people = new LinkedHashMap<>();
    private final Map<String, Integer> hosts = new LinkedHashMap<>();
    private int groupSize = 2;
    private int rounds = 1;
    private long seed = 1;

    private PeerProblemFile(ProblemFolder folder, StrictJson json) {
        this.folder = folder;
        this.json = json;
    }

    /// @param watch is told which file is read
    /// @throws BadFile naming everything that is wrong with the file and those beside it
    public static PeerProblem read(Path file, Consumer<String> watch) {
        var folder = new ProblemFolder(file, watch);
        var reader = folder.read(PeerProblemFile::new, PeerProblemFile::document);
        return folder.finish(reader == null ? null : reader.problem());
    }

    private void document() {
        var values = json.object(
                () -> "the problem",
                Map.of(
                        "people", () -> ids("people", "person", people),
                        "affinity", () -> folder.name("affinity", json),
                        "apart", () -> folder.name("apart", json),
                        "met", () -> folder.name("met", json),
                        "hosts", () -> ids("hosts", "host", hosts),
                        "groupSize",
                                () -> groupSize =
                                        (int) json.whole(() -> "\"groupSize\"", SMALLEST_GROUP, LARGEST_GROUP),
                        "rounds", () -> rounds = (int) json.whole(() -> "\"rounds\"", 1, Integer.MAX_VALUE),
                        "seed", () -> seed = json.whole(() -> "\"seed\"", Long.MIN_VALUE, Long.MAX_VALUE)));
        folder.needs(() -> "the problem", values, 0, "people", "affinity");
    }

    private void ids(String key, String word, Map<String, Integer> lines) {
        json.items(() -> "\"" + key + "\"", () -> {
            int line = json.line();
            var id = json.text(() -> "a " + word);
            var first = id == null ? null : lines.putIfAbsent(id, line);
            if (first != null) {
                folder.problems()
                        .note(
                                line,
                                () -> "%s %s is listed twice (first on line %d); keep one.".formatted(word, id, first));
            }
        });
    }

    private PeerProblem problem() {
        hosts.forEach((host, line) -> {
            if (!people.containsKey(host)) {
                folder.problems().note(line, () -> "the problem has no person \"%s\" to be a host.".formatted(host));
            }
        });
        var ids = new Ids(List.copyOf(people.keySet()));
        var pairs = new ArrayList<PeerPair>();
        pairs(
                "affinity",
                ids,
                true,
                (_, one, other, score) -> pairs.add(new PeerPair(ids.id(one), ids.id(other), score)));
        var apart = new ArrayList<Apart>();
        pairs("apart", ids, false, (_, one, other, _) -> apart.add(new Apart(ids.id(one), ids.id(other))));
        var met = new ArrayList<Met>();
        pairs("met", ids, false, (_, one, other, _) -> met.add(new Met(ids.id(one), ids.id(other))));
        return new PeerProblem(
                List.copyOf(people.keySet()), pairs, apart, met, List.copyOf(hosts.keySet()), groupSize, rounds, seed);
    }

    private void pairs(String key, Ids ids, boolean scored, PairFile.Rows rows) {
        folder.beside(
                key, (file, problems) -> PairFile.mutual("person", ids, scored).readEachOnce(file, problems, rows));
    }
}
