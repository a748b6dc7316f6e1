package coffeebreak.bot.files;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.files.AnswerJson.Millis;
import coffeebreak.bot.files.AnswerJson.More;
import coffeebreak.matching.Mentee;
import coffeebreak.matching.PeerSeating;
import coffeebreak.matching.Place;
import coffeebreak.matching.SeatMatcher;
import coffeebreak.matching.SeatProblem;
import coffeebreak.matching.Table;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The answers as they are written.
class AnswerJsonTest {

    private static final Millis MILLIS = new Millis(1.23, 2.06);

    @TempDir
    Path folder = Path.of("set by JUnit");

    private final SeatMatcher matcher = new SeatMatcher();

    @Test
    void anAnswerSaysWhoSitsWhereWhoDoesNotAndHowGoodThatIs() throws Exception {
        var problem = read("""
                {"mentees":[{"id":"m1","institutions":["epfl"],"breaks":["b1"]},
                            {"id":"m2","tier":1},{"id":"m3","breaks":["b2"]},{"id":"m \\"4\\" ü","institutions":["nyu"]}],
                 "tables":[{"id":"t1","mentor":"kempe","break":"b1","capacity":1,"institutions":["nyu"]}],
                 "affinity":"scores.csv","seed":5}
                """, "mentee,mentor,score\nm1,kempe,0.83\nm2,kempe,0.9\n");

        assertThat(answer(problem, false, false)).isEqualTo("""
                {
                  "seats": [
                    {"mentee": "m1", "table": "t1", "affinity": 0.83}
                  ],
                  "unseated": [
                    {"mentee": "m \\"4\\" ü", "reason": "no_allowed_table", "standby": {}},
                    {"mentee": "m2", "reason": "all_seats_taken", "standby": {"b1": 1}},
                    {"mentee": "m3", "reason": "no_shared_break", "standby": {}}
                  ],
                  "total": 0.83,
                  "minimum": 0.83,
                  "proven": true,
                  "bound": 0.83,
                  "moves": 0,
                  "seed": 5,
                  "millis": {
                    "read": 1.2,
                    "solve": 2.1
                  }
                }
                """);
    }

    @Test
    void nobodySeatedIsAnAnswerWithoutAMinimum() throws Exception {
        var problem = read("""
                {"mentees":[{"id":"m1"},{"id":"m2"}],
                 "tables":[{"id":"t1","mentor":"kempe","capacity":9,"minimum":3}],"affinity":"scores.csv"}
                """, "");

        assertThat(answer(problem, false, false)).startsWith("""
                {
                  "seats": [],
                  "unseated": [
                    {"mentee": "m1", "reason": "table_closed", "standby": {"": 1}},
                    {"mentee": "m2", "reason": "table_closed", "standby": {"": 2}}
                  ],
                  "total": 0.0,
                  "minimum": null,
                  "proven": true,
                  "bound": 0.0,
                """);
    }

    @Test
    void whenAskedASeatTellsItsAlternativeAndTheRoundItsFiguresAndMoves() throws Exception {
        var problem = read("""
                {"mentees":[{"id":"m1"},{"id":"m2","tier":1}],
                 "tables":[{"id":"t1","mentor":"kempe","capacity":1},{"id":"t2","mentor":"cohen","capacity":1},
                           {"id":"t3","mentor":"cohen","capacity":9,"minimum":5}],
                 "affinity":"scores.csv","current":[["m1","t2"],["m2","t2"]]}
                """, "m1,kempe,0.5\nm1,cohen,0.25\nm2,kempe,0.25\nm2,cohen,0.5\n");

        assertThat(answer(problem, true, true)).startsWith("""
                {
                  "seats": [
                    {"mentee": "m1", "table": "t1", "affinity": 0.5, "alternative": \
                {"table": "t2", "affinity": 0.25, "cost": 0.5}},
                    {"mentee": "m2", "table": "t2", "affinity": 0.5, "alternative": \
                {"table": "t1", "affinity": 0.25, "cost": 0.5}}
                  ],
                  "unseated": [],
                  "total": 1.0,
                  "minimum": 0.5,
                  "proven": true,
                  "bound": 0.95,
                  "moves": 1,
                  "report": {
                    "tiers": [{"tier": 0, "mentees": 1, "seated": [1]}, {"tier": 1, "mentees": 1, "seated": [1]}],
                    "median": 0.5,
                    "gini": 0.0,
                    "closed": ["t3"]
                  },
                  "moved": [
                    {"mentee": "m1", "from": ["t2"], "to": ["t1"]}
                  ],
                  "seed": 1,
                """);
    }

    @Test
    void groupsOfPeersAreWrittenRoundByRound() {
        var out = new ByteArrayOutputStream();

        AnswerJson.write(
                new PeerSeating(
                        List.of(List.of(List.of("a", "b"), List.of("c", "d")), List.of(List.of("a", "c"))),
                        List.of(List.of(), List.of("b", "d")),
                        1.2,
                        Double.POSITIVE_INFINITY,
                        false),
                MILLIS,
                out);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("""
                {
                  "rounds": [
                    [["a", "b"], ["c", "d"]],
                    [["a", "c"]]
                  ],
                  "left": [
                    [],
                    ["b", "d"]
                  ],
                  "total": 1.2,
                  "bound": null,
                  "proven": false,
                  "millis": {
                    "read": 1.2,
                    "solve": 2.1
                  }
                }
                """);
    }

    /// From files to files: what is read back keeps every rule that the files name, and rows in another order give the
    /// same bytes.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void onRandomFilesTheAnswerReadBackKeepsEveryRuleWhateverTheOrderOfTheRows(int run) throws Exception {
        for (long seed = run * 50L; seed < (run + 1) * 50L; seed++) {
            var files = RandomFiles.of(seed);
            files.write(folder, new Random(seed));
            var answer = answer(SeatProblemFile.read(folder.resolve("problem.json"), _ -> {}), false, true);
            files.assertKept(JsonMapper.shared().readTree(answer), "seed " + seed);

            files.write(folder, new Random(-seed - 1));
            assertThat(answer(SeatProblemFile.read(folder.resolve("problem.json"), _ -> {}), false, true))
                    .as("seed %d", seed)
                    .isEqualTo(answer);
        }
    }

    private SeatProblem read(String problem, String scores) throws Exception {
        Files.writeString(folder.resolve("problem.json"), problem);
        Files.writeString(folder.resolve("scores.csv"), scores);
        return SeatProblemFile.read(folder.resolve("problem.json"), _ -> {});
    }

    private String answer(SeatProblem problem, boolean explained, boolean reported) {
        var seating = matcher.match(problem);
        var explanations = explained ? matcher.explain(problem, seating) : List.<coffeebreak.matching.Explanation>of();
        var out = new ByteArrayOutputStream();
        AnswerJson.write(problem, seating, new More(explained, explanations, reported), MILLIS, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /// A problem as files, kept as plain rows so that what is checked is not what was read.
    private record RandomFiles(
            List<Mentee> mentees,
            List<Table> tables,
            Map<Place, Double> scores,
            boolean forbidden,
            Set<Place> conflicts,
            Set<Place> apart,
            Set<Place> current) {

        static RandomFiles of(long seed) {
            var random = new Random(seed);
            var breaks = List.of("b1", "b2");
            var tables = new ArrayList<Table>();
            for (int t = 0; t < 2 + random.nextInt(5); t++) {
                tables.add(new Table(
                        "t" + t,
                        "k" + random.nextInt(3),
                        random.nextInt(4) == 0 ? null : breaks.get(random.nextInt(2)),
                        random.nextInt(4),
                        random.nextInt(3),
                        random.nextInt(3) == 0 ? Set.of("nyu") : Set.of()));
            }
            var mentees = new ArrayList<Mentee>();
            for (int m = 0; m < 1 + random.nextInt(12); m++) {
                mentees.add(new Mentee(
                        "m" + m,
                        random.nextInt(2),
                        1 + random.nextInt(2),
                        random.nextInt(3) == 0 ? Set.of(breaks.get(random.nextInt(2))) : Set.of(),
                        random.nextInt(3) == 0 ? Set.of("nyu") : Set.of()));
            }
            var scores = new HashMap<Place, Double>();
            var conflicts = new HashSet<Place>();
            var apart = new HashSet<Place>();
            var current = new HashSet<Place>();
            for (var mentee : mentees) {
                for (var mentor : tables.stream().map(Table::mentor).distinct().toList()) {
                    if (random.nextInt(3) > 0) {
                        scores.put(new Place(mentee.id(), mentor), random.nextInt(101) / 100.0);
                    }
                    if (random.nextInt(8) == 0) {
                        conflicts.add(new Place(mentee.id(), mentor));
                    }
                }
                var other = mentees.get(random.nextInt(mentees.size())).id();
                if (random.nextInt(4) == 0 && mentee.id().compareTo(other) < 0) {
                    apart.add(new Place(mentee.id(), other));
                }
                if (random.nextInt(4) == 0) {
                    current.add(new Place(
                            mentee.id(),
                            tables.get(random.nextInt(tables.size())).id()));
                }
            }
            return new RandomFiles(mentees, tables, scores, random.nextBoolean(), conflicts, apart, current);
        }

        void write(Path folder, Random order) throws Exception {
            Files.writeString(folder.resolve("problem.json"), """
                    {"seed":3,"affinity":"scores.csv","conflicts":"conflicts.csv","apart":"apart.csv","absent":"%s",
                     "current":[%s],"tables":[%s],"mentees":[%s]}""".formatted(
                    forbidden ? "forbidden" : "zero",
                    shuffled(
                            order,
                            current.stream()
                                    .map(place -> "[\"%s\",\"%s\"]".formatted(place.mentee(), place.table()))
                                    .toList(),
                            ","),
                    shuffled(order, tables.stream().map(RandomFiles::json).toList(), ","),
                    shuffled(order, mentees.stream().map(RandomFiles::json).toList(), ",")));
            Files.writeString(
                    folder.resolve("scores.csv"),
                    "mentee,mentor,score\n"
                            + shuffled(
                                    order,
                                    scores.entrySet().stream()
                                            .map(entry -> "%s,%s,%s"
                                                    .formatted(
                                                            entry.getKey().mentee(),
                                                            entry.getKey().table(),
                                                            entry.getValue()))
                                            .toList(),
                                    "\n"));
            Files.writeString(folder.resolve("conflicts.csv"), pairs(order, conflicts));
            Files.writeString(folder.resolve("apart.csv"), pairs(order, apart));
        }

        private static String pairs(Random order, Set<Place> pairs) {
            return shuffled(
                    order,
                    pairs.stream()
                            .map(pair -> pair.mentee() + "," + pair.table())
                            .toList(),
                    "\n");
        }

        private static String shuffled(Random order, List<String> rows, String between) {
            var shuffled = new ArrayList<>(rows);
            java.util.Collections.shuffle(shuffled, order);
            return String.join(between, shuffled);
        }

        private static String json(Mentee mentee) {
            return "{\"seats\":%d,\"id\":\"%s\",\"tier\":%d,\"breaks\":[%s],\"institutions\":[%s]}"
                    .formatted(
                            mentee.seats(),
                            mentee.id(),
                            mentee.tier(),
                            quoted(mentee.breaks()),
                            quoted(mentee.institutions()));
        }

        private static String json(Table table) {
            return "{\"id\":\"%s\",\"mentor\":\"%s\",\"break\":%s,\"capacity\":%d,\"minimum\":%d,\"institutions\":[%s]}"
                    .formatted(
                            table.id(),
                            table.mentor(),
                            table.coffeeBreak() == null ? "null" : "\"" + table.coffeeBreak() + "\"",
                            table.capacity(),
                            table.minimum(),
                            quoted(table.institutions()));
        }

        private static String quoted(Set<String> texts) {
            return texts.isEmpty() ? "" : "\"" + String.join("\",\"", texts) + "\"";
        }

        void assertKept(JsonNode answer, String name) {
            var places = new ArrayList<Place>();
            double total = 0;
            for (var seat : answer.path("seats")) {
                places.add(new Place(
                        seat.path("mentee").stringValue(), seat.path("table").stringValue()));
                total += seat.path("affinity").doubleValue();
            }
            assertThat(places).as(name).doesNotHaveDuplicates();
            assertThat(answer.path("total").doubleValue()).as(name).isEqualTo(total);
            for (var table : tables) {
                var seated = places.stream()
                        .filter(place -> place.table().equals(table.id()))
                        .map(Place::mentee)
                        .toList();
                assertThat(seated.size()).as(name).isLessThanOrEqualTo(table.capacity());
                assertThat(seated.isEmpty() || seated.size() >= table.minimum())
                        .as(name)
                        .isTrue();
                assertThat(apart)
                        .as(name)
                        .noneMatch(pair -> seated.contains(pair.mentee()) && seated.contains(pair.table()));
            }
            for (var mentee : mentees) {
                var own = places.stream()
                        .filter(place -> place.mentee().equals(mentee.id()))
                        .flatMap(place ->
                                tables.stream().filter(table -> table.id().equals(place.table())))
                        .toList();
                assertThat(own.size()).as(name).isLessThanOrEqualTo(mentee.seats());
                assertThat(own).extracting(Table::mentor).as(name).doesNotHaveDuplicates();
                assertThat(own.stream().map(Table::coffeeBreak).filter(java.util.Objects::nonNull))
                        .as(name)
                        .doesNotHaveDuplicates();
                for (var table : own) {
                    assertThat(mentee.breaks().isEmpty()
                                    || table.coffeeBreak() == null
                                    || mentee.breaks().contains(table.coffeeBreak()))
                            .as(name)
                            .isTrue();
                    assertThat(java.util.Collections.disjoint(mentee.institutions(), table.institutions()))
                            .as(name)
                            .isTrue();
                    var pair = new Place(mentee.id(), table.mentor());
                    assertThat(conflicts).as(name).doesNotContain(pair);
                    assertThat(!forbidden || scores.containsKey(pair)).as(name).isTrue();
                }
                boolean unseated = false;
                for (var row : answer.path("unseated")) {
                    unseated |= row.path("mentee").stringValue().equals(mentee.id());
                }
                assertThat(unseated).as(name).isEqualTo(own.isEmpty());
            }
        }
    }
}
