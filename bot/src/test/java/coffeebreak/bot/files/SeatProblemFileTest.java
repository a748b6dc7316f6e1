package coffeebreak.bot.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import coffeebreak.matching.Apart;
import coffeebreak.matching.Conflict;
import coffeebreak.matching.Mentee;
import coffeebreak.matching.Place;
import coffeebreak.matching.Rules;
import coffeebreak.matching.SeatProblem;
import coffeebreak.matching.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a problem's files mean, and what is said of those that mean nothing.
class SeatProblemFileTest {

    private static final String FULL = """
            {"mentees":[{"id":"m1","tier":0,"seats":1,"institutions":["nyu"],"breaks":["b1"]},
                        {"id":"m2","tier":2,"seats":3}],
             "tables":[{"id":"t1","mentor":"kempe","break":"b1","capacity":6,"minimum":2,"institutions":["epfl"]},
                       {"id":"t2","mentor":"kempe","break":"b2","capacity":6},
                       {"id":"t3","mentor":"cohen","capacity":0}],
             "affinity":"scores.csv", "absent":"forbidden",
             "conflicts":"conflicts.csv", "apart":"apart.csv",
             "locked":[["m1","t1"]], "current":[["m1","t1"],["m2","t2"]],
             "rules":{"oneSeatPerBreak":false,"neverSameMentorTwice":false,"avoidSameInstitution":false,
                      "onePerInstitutionPerTable":true,"fairness":"maxmin","maxMoves":3,"movePrice":0.1},
             "seed":42}
            """;

    private static final String SMALL = """
            {"mentees":[{"id":"m1"},{"id":"m2"}],
             "tables":[{"id":"t1","mentor":"kempe","capacity":6}],
             "affinity":"scores.csv"}
            """;

    @TempDir
    Path folder = Path.of("set by JUnit");

    private ProblemFiles files = new ProblemFiles(folder);

    @BeforeEach
    void write() throws IOException {
        files = new ProblemFiles(folder)
                .write("scores.csv", "mentee,mentor,score\nm1,kempe,0.83\nm2,kempe,0.5\n")
                .write("conflicts.csv", "mentee,mentor\nm1,cohen\n")
                .write("apart.csv", "mentee,mentee\nm1,m2\n");
    }

    @Test
    void everythingTheFormatHasIsRead() throws IOException {
        var problem = read(FULL);

        assertThat(problem.mentees())
                .containsExactly(
                        new Mentee("m1", 0, 1, Set.of("b1"), Set.of("nyu")),
                        new Mentee("m2", 2, 3, Set.of(), Set.of()));
        assertThat(problem.tables())
                .containsExactly(
                        new Table("t1", "kempe", "b1", 6, 2, Set.of("epfl")),
                        new Table("t2", "kempe", "b2", 6, 0, Set.of()),
                        new Table("t3", "cohen", null, 0, 0, Set.of()));
        assertThat(problem.conflicts()).containsExactly(new Conflict("m1", "cohen"));
        assertThat(problem.apart()).containsExactly(new Apart("m1", "m2"));
        assertThat(problem.locked()).containsExactly(new Place("m1", "t1"));
        assertThat(problem.current()).containsExactly(new Place("m1", "t1"), new Place("m2", "t2"));
        assertThat(problem.rules())
                .isEqualTo(
                        new Rules(false, false, false, true, Rules.Fairness.MAXMIN, 0.1, java.util.OptionalInt.empty())
                                .withMaxMoves(3));
        assertThat(problem.seed()).isEqualTo(42);
    }

    @Test
    void whatIsLeftOutOrNullHasItsUsualMeaning() throws IOException {
        for (var text : List.of(SMALL, """
                {"mentees":[{"id":"m1","tier":null,"seats":null,"institutions":null,"breaks":null},
                            {"id":"m2","institutions":[],"breaks":[]}],
                 "tables":[{"id":"t1","mentor":"kempe","break":null,"capacity":6,"minimum":null,"institutions":null}],
                 "affinity":"scores.csv","absent":null,"conflicts":null,"apart":null,"locked":null,"current":null,
                 "rules":{"oneSeatPerBreak":null,"fairness":null,"maxMoves":null,"movePrice":null},"seed":null}
                """)) {
            var problem = read(text);

            assertThat(problem.mentees()).containsExactly(Mentee.of("m1"), Mentee.of("m2"));
            assertThat(problem.tables()).containsExactly(Table.of("t1", "kempe", 6));
            assertThat(problem.rules()).isEqualTo(Rules.standard());
            assertThat(problem.seed()).isEqualTo(1);
            assertThat(problem.conflicts()).isEmpty();
            assertThat(problem.apart()).isEmpty();
            assertThat(problem.locked()).isEmpty();
            assertThat(problem.current()).isEmpty();
        }
    }

    @Test
    void aScoreOfAMentorCountsAtEachOfTheirTables() throws IOException {
        var problem = read(FULL);

        assertThat(affinities(problem))
                .containsExactly("m1 t1 0.83", "m1 t2 0.83", "m1 t3 -", "m2 t1 0.5", "m2 t2 0.5", "m2 t3 -");
        assertThat(problem.affinity().candidates(problem.mentees().getFirst(), problem.tables()))
                .extracting(Table::id)
                .containsExactly("t1", "t2");
    }

    @Test
    void aPairNotListedScoresZeroUnlessItIsForbidden() throws IOException {
        files.write("scores.csv", "m2,kempe,0.5\n");

        assertThat(affinities(read(SMALL))).containsExactly("m1 t1 0.0", "m2 t1 0.5");
        assertThat(affinities(read(SMALL.replace("\"scores.csv\"", "\"scores.csv\",\"absent\":\"zero\""))))
                .containsExactly("m1 t1 0.0", "m2 t1 0.5");
        assertThat(affinities(read(SMALL.replace("\"scores.csv\"", "\"scores.csv\",\"absent\":\"forbidden\""))))
                .containsExactly("m1 t1 -", "m2 t1 0.5");
    }

    @Test
    void theFilesMayBeCompressed() throws IOException {
        files.write("scores.csv.gz", ProblemFiles.gzip("m2,kempe,0.5\n"));

        assertThat(affinities(read(SMALL.replace("scores.csv", "scores.csv.gz"))))
                .containsExactly("m1 t1 0.0", "m2 t1 0.5");
    }

    @Test
    void theJsonMayBeginWithAByteOrderMark() throws IOException {
        assertThat(read("\uFEFF" + SMALL).mentees()).hasSize(2);
    }

    @Test
    void nobodyAndNoTableIsAProblemToo() throws IOException {
        files.write("scores.csv", "");

        var problem = read("{\"mentees\":[],\"tables\":[],\"affinity\":\"scores.csv\"}");

        assertThat(problem.mentees()).isEmpty();
        assertThat(problem.tables()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mentee,mentor,score",
                "Mentee ID,Mentor ID,Affinity",
                "person,topic,score",
                "\"who\",\"with whom\",\"how much\"",
                "m1,nobody,score",
                "\uFEFFmentee,mentor,score\r"
            })
    void aFirstRowWhoseScoreIsNoNumberIsAHeader(String header) throws IOException {
        files.write("scores.csv", header + "\nm2,kempe,0.5\n");

        assertThat(affinities(read(SMALL))).containsExactly("m1 t1 0.0", "m2 t1 0.5");
    }

    @Test
    void columnsAHeaderAddsArePassedOver() throws IOException {
        files.write("scores.csv", "person,topic,score,reasons\nm2,kempe,0.5,\"loss landscapes, edge of stability\"\n");

        assertThat(affinities(read(SMALL))).containsExactly("m1 t1 0.0", "m2 t1 0.5");
    }

    @Test
    void withoutAHeaderTheFirstRowCounts() throws IOException {
        files.write("conflicts.csv", "m1,cohen\n").write("apart.csv", "m2,m1\n");

        var problem = read(FULL);

        assertThat(problem.conflicts()).containsExactly(new Conflict("m1", "cohen"));
        assertThat(problem.apart()).containsExactly(new Apart("m2", "m1"));
    }

    @Test
    void whoIsCalledLikeAColumnIsNoHeader() throws IOException {
        files.write("scores.csv", "").write("apart.csv", "one,other\n");

        var problem = read("""
                {"mentees":[{"id":"one"},{"id":"other"}],"tables":[],"affinity":"scores.csv","apart":"apart.csv"}
                """);

        assertThat(problem.apart()).containsExactly(new Apart("one", "other"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "tier":0         | "tier":-1       | 1 | "tier" of mentee m1 must be a whole number of 0 or more, not -1.
            "tier":0         | "tier":0.5      | 1 | "tier" of mentee m1 must be a whole number of 0 or more, not 0.5.
            "tier":0         | "tier":"zero"   | 1 | "tier" of mentee m1 must be a whole number of 0 or more, not "zero".
            "tier":0         | "tier":99999999999999999999 | 1 | "tier" of mentee m1 must be a whole number of 0 or more, not 99999999999999999999.
            "seats":1        | "seats":0       | 1 | "seats" of mentee m1 must be a whole number of 1 or more, not 0.
            "id":"m1",       | ``              | 1 | a mentee needs "id".
            "id":"m1"        | "id":7          | 1 | "id" of a mentee must be a text in quotes, not 7.
            "id":"m1"        | "id":" "        | 1 | "id" of a mentee must not be blank.
            "tier":0         | "teir":0        | 1 | mentee m1 has no "teir". Did you mean "tier"?
            "tier":0         | "tier":0,"tier":0 | 1 | "tier" stands twice in mentee m1 (first on line 1); keep one.
            ["nyu"]          | "nyu"           | 1 | "institutions" of mentee m1 must be a list, […], not "nyu".
            ["b1"]           | [1]             | 1 | each of "breaks" of mentee m1 must be a text in quotes, not 1.
            {"id":"m2"       | "m3",{"id":"m2" | 2 | a mentee must be an object, {"breaks": …}, not "m3".
            "id":"m2"        | "id":"m1"       | 2 | mentee m1 is listed twice (first on line 1); keep one.
            "mentor":"cohen",| ``              | 5 | table t3 needs "mentor".
            "capacity":0     | "minimum":0     | 5 | table t3 needs "capacity".
            "capacity":0     | "capacity":-4   | 5 | "capacity" of table t3 must be a whole number of 0 or more, not -4.
            "capacity":0     | "capacity":{}   | 5 | "capacity" of table t3 must be a whole number of 0 or more, not an object.
            "minimum":2      | "minimum":-2    | 3 | "minimum" of table t1 must be a whole number of 0 or more, not -2.
            "id":"t3"        | "id":"t1"       | 5 | table t1 is listed twice (first on line 3); keep one.
            "break":"b1"     | "break":""      | 3 | "break" of table t1 must not be blank.
            "forbidden"      | "never"         | 6 | "absent" must be "zero" or "forbidden", not "never".
            "scores.csv"     | ["scores.csv"]  | 6 | "affinity", the name of a .csv or .csv.gz file, must be a text in quotes, not a list.
            "affinity":"scores.csv", | ``      | 0 | the problem needs "affinity".
            "locked":[["m1","t1"]] | "locked":[["m1"]] | 8 | a locked seat is ["mentee", "table"].
            "locked":[["m1","t1"]] | "locked":[["m9","t1"]] | 8 | the problem has no mentee "m9", who has a locked seat.
            "locked":[["m1","t1"]] | "locked":[["m1","t9"]] | 8 | the problem has no table "t9", which has a locked seat.
            ["m2","t2"]      | ["m1","t1"]     | 8 | the current seat of m1 at t1 stands twice (first on line 8); keep one.
            "oneSeatPerBreak":false | "oneSeatPerBreak":0 | 9 | "oneSeatPerBreak" must be true or false, not 0.
            "oneSeatPerBreak" | "oneSeatPerbreak" | 9 | "rules" has no "oneSeatPerbreak". Did you mean "oneSeatPerBreak"?
            "maxmin"         | "leximin"       | 10 | "fairness" must be "none" or "maxmin", not "leximin".
            "maxMoves":3     | "maxMoves":-3   | 10 | "maxMoves" must be a whole number of 0 or more, not -3.
            "movePrice":0.1  | "movePrice":-1  | 10 | "movePrice" must be a number from 0 to 1000, not -1.
            "movePrice":0.1  | "movePrice":1e9 | 10 | "movePrice" must be a number from 0 to 1000, not 1e9.
            "seed":42        | "seed":1.5      | 11 | "seed" must be a whole number, not 1.5.
            "seed":42}       | "seed":42} true | 11 | there is something behind the end; the file must hold one JSON object and nothing else.
            "conflicts":     | "conflict":     | 7 | the problem has no "conflict". Did you mean "conflicts"?
            """)
    void whatIsWrongInTheProblemIsSaidWithItsLine(String right, String wrong, int line, String said)
            throws IOException {
        assertThat(FULL).contains(right);

        var message = refused(FULL.replaceFirst(java.util.regex.Pattern.quote(right), wrong.replace("\\", "\\\\")));

        // Whoever is not understood is unknown to the other files; that is said behind.
        assertThat(message.lines().findFirst())
                .contains((line == 0 ? "problem.json: " : "problem.json:" + line + ": ") + said);
    }

    @Test
    void whatIsNoJsonIsSaidWithLineAndColumn() throws IOException {
        assertThat(refused("{\"mentees\": [],\n \"tables\": [}"))
                .startsWith("problem.json:2: this is not JSON at column ");
        assertThat(refused("{\"mentees\": []")).startsWith("problem.json:1: this is not JSON at column ");
        assertThat(refused("{\"seed\": NaN}")).startsWith("problem.json:1: this is not JSON at column ");
        assertThat(refused("{\"seed\": 1,}")).startsWith("problem.json:1: this is not JSON at column ");
        assertThat(refused("")).isEqualTo("problem.json: the file is empty; it must hold one JSON object.");
        assertThat(refused("[]"))
                .startsWith("problem.json:1: the problem must be an object, {\"absent\": …}, not a list.");
    }

    @Test
    void filesThatAreNotThereAreNamed() throws IOException {
        assertThat(refused(SMALL.replace("scores.csv", "score.csv")))
                .isEqualTo("score.csv: there is no such file; its path is relative to the problem's folder.");
        assertThat(files.message(catchThrowableOfType(
                        BadFile.class, () -> SeatProblemFile.read(files.path("none.json"), _ -> {}))))
                .isEqualTo("none.json: there is no such file; check the path.");
        assertThat(catchThrowableOfType(BadFile.class, () -> SeatProblemFile.read(folder, _ -> {})))
                .hasMessageContaining("this is a folder");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            m1,kempe,1.5         | the score 1.5 must be from 0 to 1.
            m1,kempe,-0.1        | the score -0.1 must be from 0 to 1.
            m1,kempe,high        | the score must be a number from 0 to 1 such as 0.83, not "high".
            m1,kempe,NaN         | the score must be a number from 0 to 1 such as 0.83, not "NaN".
            m1,kempe,            | the score must be a number from 0 to 1 such as 0.83, not "".
            m9,kempe,0.5         | the problem has no mentee "m9".
            m1,nobody,0.5        | the problem has no mentor "nobody".
            m1,kempe             | a row is mentee,mentor,score, separated by commas; this one has 2 columns.
            m1;kempe;0.5         | a row is mentee,mentor,score, separated by commas; this one has 1 column.
            m1,kempe,0.5,x       | a row is mentee,mentor,score, separated by commas; this one has 4 columns.
            m2,kempe,0.1         | the pair of m2 and kempe stands twice (first on line 1); keep one row.
            """)
    void whatIsWrongInTheScoresIsSaidWithItsLine(String row, String said) throws IOException {
        files.write("scores.csv", "m2,kempe,0.5\n\n" + row + "\n");

        assertThat(refused(SMALL)).isEqualTo("scores.csv:3: " + said);
    }

    @Test
    void aMistypedScoreInTheFirstRowIsNoHeader() throws IOException {
        files.write("scores.csv", "m2,kempe,O.5\n");

        assertThat(refused(SMALL)).startsWith("scores.csv:1: the score must be a number");
    }

    @Test
    void columnsInTheOtherOrderAreNoticed() throws IOException {
        files.write("scores.csv", "mentor,mentee,score\n").write("conflicts.csv", "mentor,mentee\n");

        assertThat(refused(SMALL))
                .isEqualTo("scores.csv:1: the columns are in the other order; it must be mentee,mentor,score.");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceWhicheverFileItIsIn() throws IOException {
        files.write("scores.csv", "m1,kempe,2\nm7,kempe,0.5\n")
                .write("conflicts.csv", "m1,ghost\nm1,cohen\nm1,cohen\n")
                .write("apart.csv", "m1,m1\nm1,m2\nm2,m1\nm1,m8\n");

        assertThat(refused(FULL.replace("\"capacity\":6,\"minimum\":2", "\"capacity\":-6")
                        .replace("\"break\":\"b1\",\"c", "\"break\":\"b2\",\"c")))
                .isEqualTo("""
                        problem.json: Mentee m1 is locked at table t1 but cannot make the break b2.
                        problem.json: Table t1 has the capacity 0 and 1 locked seats.
                        problem.json:3: "capacity" of table t1 must be a whole number of 0 or more, not -6.
                        conflicts.csv:1: the problem has no mentor "ghost".
                        conflicts.csv:3: the pair of m1 and cohen stands twice (first on line 2); keep one row.
                        apart.csv:1: mentee m1 is paired with themselves; take the row out.
                        apart.csv:3: the pair of m2 and m1 stands twice (first on line 2); keep one row, in either order.
                        apart.csv:4: the problem has no mentee "m8".
                        scores.csv:1: the score 2 must be from 0 to 1.
                        scores.csv:2: the problem has no mentee "m7".""");
    }

    @Test
    void locksThatContradictARuleAreNamed() throws IOException {
        files.write("conflicts.csv", "m1,kempe\n");

        assertThat(refused(FULL))
                .isEqualTo("problem.json: Mentee m1 is locked at table t1 but has a conflict with mentor kempe.");
    }

    @Test
    void ofAWrongFileTheFirstHundredRowsAreNamedAndTheOthersCounted() throws IOException {
        files.write("scores.csv", "x,y,0.5\n".repeat(1000));

        var lines = refused(SMALL).lines().toList();

        assertThat(lines).hasSize(101);
        assertThat(lines.getLast()).isEqualTo("scores.csv: and 1,900 more.");
    }

    @Test
    void moreSeatsThanCanBeWeighedMustBeListed() throws IOException {
        var mentees = IntStream.range(0, 10_000)
                .mapToObj("{\"id\":\"m%d\"}"::formatted)
                .collect(Collectors.joining(","));
        var tables = IntStream.range(0, 6_000)
                .mapToObj("{\"id\":\"t%d\",\"mentor\":\"kempe\",\"capacity\":1}"::formatted)
                .collect(Collectors.joining(","));
        var text = "{\"mentees\":[%s],\"tables\":[%s],\"affinity\":\"scores.csv\"}".formatted(mentees, tables);

        assertThat(refused(text))
                .isEqualTo(
                        "problem.json: \"absent\":\"zero\" makes 60,000,000 seats possible, more than 50,000,000: list whom"
                                + " each may sit with and write \"absent\":\"forbidden\".");
        assertThat(read(text.replace("\"affinity\"", "\"absent\":\"forbidden\",\"affinity\""))
                        .mentees())
                .hasSize(10_000);
    }

    @Test
    void aBrokenArchiveIsSaidToBeOne() throws IOException {
        var whole = ProblemFiles.gzip("m1,kempe,0.5\n".repeat(100_000));
        files.write("scores.csv", Arrays.copyOf(whole, whole.length / 2));

        assertThat(refused(SMALL)).contains("scores.csv: the compressed file is broken or ends early");
    }

    private SeatProblem read(String text) throws IOException {
        files.write("problem.json", text);
        return SeatProblemFile.read(files.path("problem.json"), _ -> {});
    }

    private String refused(String text) throws IOException {
        files.write("problem.json", text);
        return files.message(
                catchThrowableOfType(BadFile.class, () -> SeatProblemFile.read(files.path("problem.json"), _ -> {})));
    }

    private static List<String> affinities(SeatProblem problem) {
        return problem.mentees().stream()
                .flatMap(mentee -> problem.tables().stream().map(table -> {
                    OptionalDouble between = problem.affinity().between(mentee, table);
                    return "%s %s %s"
                            .formatted(
                                    mentee.id(),
                                    table.id(),
                                    between.isPresent() ? Double.toString(between.getAsDouble()) : "-");
                }))
                .toList();
    }
}
