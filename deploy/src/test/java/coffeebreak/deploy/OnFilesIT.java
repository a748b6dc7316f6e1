package coffeebreak.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `match`, `pair` and `ask` as a person runs them: nothing but the answer on standard output, nothing left behind, and
/// the best so far for whoever does not want to wait.
final class OnFilesIT {

    private static final int MENTEES = 100_000;
    private static final int TABLES = 5_000;
    private static final int CANDIDATES = 32;
    private static final int CAPACITY = 20;

    @TempDir
    Path folder = Path.of("set by JUnit");

    private Path temporary = Path.of("set before each");
    private Path out = Path.of("set before each");
    private Path complaints = Path.of("set before each");

    @BeforeEach
    void makeFolders() throws IOException {
        temporary = Files.createDirectory(folder.resolve("temporary"));
        out = folder.resolve("out.json");
        complaints = folder.resolve("complaints.txt");
    }

    @Test
    void matchSaysTheAnswerAndNothingElse() throws Exception {
        Files.writeString(folder.resolve("problem.json"), """
                {"mentees":[{"id":"m1","tier":0,"seats":1,"institutions":["epfl"],"breaks":["b1"]},{"id":"m2"}],
                 "tables":[{"id":"t1","mentor":"kempe","break":"b1","capacity":1,"minimum":0,"institutions":["nyu"]}],
                 "affinity":"scores.csv","absent":"zero","locked":[],"current":[["m1","t1"]],
                 "rules":{"oneSeatPerBreak":true,"neverSameMentorTwice":true,"avoidSameInstitution":true,
                          "onePerInstitutionPerTable":false,"fairness":"none","maxMoves":null},
                 "seed":1}
                """);
        Files.writeString(folder.resolve("scores.csv"), "mentee,mentor,score\nm1,kempe,0.83\nm2,kempe,0.5\n");

        assertThat(run("match")).isZero();

        assertThat(Files.readString(out).replaceAll("\"(read|solve)\": [0-9.]+", "\"$1\": 0.1"))
                .isEqualTo("""
                        {
                          "seats": [
                            {"mentee": "m1", "table": "t1", "affinity": 0.83}
                          ],
                          "unseated": [
                            {"mentee": "m2", "reason": "all_seats_taken", "standby": {"b1": 1}}
                          ],
                          "total": 0.83,
                          "minimum": 0.83,
                          "proven": true,
                          "bound": 0.83,
                          "moves": 0,
                          "seed": 1,
                          "millis": {
                            "read": 0.1,
                            "solve": 0.1
                          }
                        }
                        """);
        assertNothingElse("match");
    }

    @Test
    void pairSaysTheAnswerAndNothingElse() throws Exception {
        Files.writeString(
                folder.resolve("problem.json"),
                "{\"people\":[\"a\",\"b\",\"c\",\"d\"],\"affinity\":\"pairs.csv\",\"groupSize\":2,\"rounds\":1}");
        Files.writeString(folder.resolve("pairs.csv"), "a,b,0.5\nc,d,0.25\na,c,0.125\nb,d,0.125\n");

        assertThat(run("pair")).isZero();

        JsonNode answer = JsonMapper.shared().readTree(out);
        assertThat(answer.path("rounds").toString()).isEqualTo("[[[\"a\",\"b\"],[\"c\",\"d\"]]]");
        assertThat(answer.path("left").toString()).isEqualTo("[[]]");
        assertThat(answer.path("total").doubleValue()).isEqualTo(0.75);
        assertNothingElse("pair");
    }

    /// With the model of meanings from the jar, and without Spring.
    @Test
    void askSaysTheAnswerAndNothingElse() throws Exception {
        var day = folder.resolve("day.csv");
        Files.writeString(day, "start,end,title,speakers\n9:00,10:00,Lecture 1,Ana Souza (USP)\n10:00,10:30,Coffee,\n");

        Process process = start(List.of("ask", "--event", day.toString(), "when is Ana Souza's lecture?"));

        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as("%s", Files.readString(complaints)).isZero();
        assertThat(Files.readString(out)).contains("9:00").hasLineCount(1);
        assertThat(complaints).isEmptyFile();
    }

    /// So large that the best seating takes seconds after it is said to be sought.
    @Test
    void whoStopsMatchGetsASeatingThatKeepsEveryCapacity() throws Exception {
        writeLargeProblem();

        Process process = start("match");
        awaitComplaint(process, "possible seats|seating");
        interrupt(process);

        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as("%s", Files.readString(complaints)).isEqualTo(128 + 2);
        assertThat(Files.readString(complaints)).endsWith("match: stopped; the best so far is written.\n");
        JsonNode answer = JsonMapper.shared().readTree(out);
        assertThat(answer.path("proven").booleanValue()).isFalse();
        Map<Integer, Integer> taken = new HashMap<>();
        var seated = new HashSet<Integer>();
        double total = 0;
        for (JsonNode seat : answer.path("seats")) {
            int mentee = Integer.parseInt(seat.path("mentee").stringValue());
            int table = Integer.parseInt(seat.path("table").stringValue());
            assertThat(seated.add(mentee)).as("mentee %d", mentee).isTrue();
            assertThat(taken.merge(table, 1, Integer::sum))
                    .as("table %d", table)
                    .isLessThanOrEqualTo(CAPACITY);
            assertThat(candidates(mentee)).contains(table);
            assertThat(seat.path("affinity").doubleValue()).isEqualTo(thousandths(mentee, table) / 1000.0);
            total += seat.path("affinity").doubleValue();
        }
        assertThat(seated.size() + answer.path("unseated").size()).isEqualTo(MENTEES);
        assertThat(seated).hasSizeGreaterThan(MENTEES / 2);
        assertThat(answer.path("total").doubleValue()).isEqualTo(total);
        assertThat(answer.path("bound").doubleValue()).isGreaterThanOrEqualTo(total);
        assertThat(temporary).isEmptyDirectory();
    }

    /// With rules that cross everywhere the integer programme takes minutes, and its solver would like Ctrl-C for
    /// itself.
    @Test
    void whoStopsMatchInAnIntegerProgrammeGetsASeatingToo() throws Exception {
        writeCrossingProblem();

        Process process = start("match");
        awaitComplaint(process, "(cross|floor|equals).*\\(\\d\\d+ s\\)");
        interrupt(process);

        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as("%s", Files.readString(complaints)).isEqualTo(128 + 2);
        JsonNode answer = JsonMapper.shared().readTree(out);
        assertThat(answer.path("proven").booleanValue()).isFalse();
        assertThat(answer.path("seats").size()).isPositive();
        assertThat(temporary).isEmptyDirectory();
    }

    private void writeCrossingProblem() throws IOException {
        var random = new Random(3);
        var breaks = List.of("\"b0\"", "\"b1\"", "");
        var minimums = List.of(0, 3, 4, 4);
        var mentees = new ArrayList<String>();
        var tables = new ArrayList<String>();
        var scores = new StringBuilder();
        var apart = new StringBuilder();
        for (int m = 0; m < 400; m++) {
            mentees.add("{\"id\":\"m%d\",\"tier\":%d,\"seats\":%d,\"institutions\":[\"i%d\"],\"breaks\":[%s]}"
                    .formatted(
                            m,
                            random.nextInt(3),
                            1 + random.nextInt(3),
                            random.nextInt(20),
                            breaks.get(random.nextInt(3))));
            for (int k = 0; k < 40; k++) {
                int root = random.nextInt(1001);
                scores.append("m%d,k%d,%s\n".formatted(m, k, root * root / 1000 / 1000.0));
            }
            for (int other = m + 1 + random.nextInt(40); other < 400; other += 40) {
                apart.append("m%d,m%d\n".formatted(m, other));
            }
        }
        for (int t = 0; t < 120; t++) {
            tables.add("{\"id\":\"t%d\",\"mentor\":\"k%d\",\"break\":\"b%d\",\"capacity\":%d,\"minimum\":%d}"
                    .formatted(t, t / 3, t % 3, 4 + random.nextInt(4), minimums.get(random.nextInt(4))));
        }
        Files.writeString(
                folder.resolve("problem.json"), """
                {"mentees":[%s],"tables":[%s],"affinity":"scores.csv","apart":"apart.csv",
                 "rules":{"fairness":"maxmin","onePerInstitutionPerTable":true}}
                """.formatted(String.join(",\n", mentees), String.join(",\n", tables)));
        Files.writeString(folder.resolve("scores.csv"), scores);
        Files.writeString(folder.resolve("apart.csv"), apart);
    }

    /// Its scores are a pipe into which nobody writes.
    @Test
    void whoStopsMatchBeforeThereIsAnythingToWriteIsToldSo() throws Exception {
        Files.writeString(
                folder.resolve("problem.json"),
                "{\"mentees\":[{\"id\":\"m1\"}],\"tables\":[],\"affinity\":\"scores.csv\"}");
        assertThat(shell("mkfifo '%s'".formatted(folder.resolve("scores.csv")))).isZero();

        Process process = start("match");
        awaitComplaint(process, "reading .*scores.csv");
        interrupt(process);

        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as("%s", Files.readString(complaints)).isEqualTo(128 + 2);
        assertThat(Files.readString(complaints))
                .endsWith("match: stopped before there was anything to write; nothing is written.\n");
        assertThat(out).isEmptyFile();
        assertThat(temporary).isEmptyDirectory();
    }

    private void writeLargeProblem() throws IOException {
        try (Writer problem = Files.newBufferedWriter(folder.resolve("problem.json"));
                Writer csv = Files.newBufferedWriter(folder.resolve("scores.csv"))) {
            problem.write("{\"affinity\":\"scores.csv\",\"absent\":\"forbidden\",\"mentees\":[{\"id\":\"0\"}");
            for (int m = 1; m < MENTEES; m++) {
                problem.write(",\n{\"id\":\"" + m + "\"}");
            }
            problem.write("],\n\"tables\":[" + table(0));
            for (int t = 1; t < TABLES; t++) {
                problem.write(",\n" + table(t));
            }
            problem.write("]}\n");
            csv.write("mentee,mentor,score\n");
            for (int m = 0; m < MENTEES; m++) {
                for (int t : candidates(m)) {
                    csv.write(m + "," + t + "," + thousandths(m, t) / 1000.0 + "\n");
                }
            }
        }
    }

    private static String table(int number) {
        return "{\"id\":\"%1$d\",\"mentor\":\"%1$d\",\"capacity\":%2$d}".formatted(number, CAPACITY);
    }

    /// Different ones, as if drawn.
    private static int[] candidates(int mentee) {
        int first = new Random(mentee).nextInt(TABLES);
        return IntStream.range(0, CANDIDATES)
                .map(c -> (first + c * c * 3) % TABLES)
                .toArray();
    }

    private static int thousandths(int mentee, int table) {
        return new Random((long) mentee * TABLES + table).nextInt(1001);
    }

    private int run(String command) throws IOException, InterruptedException {
        Process process = start(command);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private Process start(String command) throws IOException, InterruptedException {
        return start(
                List.of(command, "--problem", folder.resolve("problem.json").toString()));
    }

    private Process start(List<String> arguments) throws IOException, InterruptedException {
        var whole = new ArrayList<>(attentive());
        whole.addAll(RunningJar.command(arguments.toArray(String[]::new)));
        whole.add(whole.indexOf("-jar"), "-Djava.io.tmpdir=" + temporary);
        return RunningJar.builder(Map.of(), whole)
                .redirectOutput(out.toFile())
                .redirectError(complaints.toFile())
                .start();
    }

    /// A program started in the background is deaf to Ctrl-C, and so is whatever it starts; where `env` can, it undoes
    /// that.
    private static List<String> attentive() throws IOException, InterruptedException {
        return shell("env --default-signal=INT true") == 0
                ? List.of("/usr/bin/env", "--default-signal=INT")
                : List.of();
    }

    private static void interrupt(Process process) throws IOException, InterruptedException {
        assertThat(shell("kill -INT " + process.pid())).isZero();
    }

    private static int shell(String command) throws IOException, InterruptedException {
        return Run.of(Map.of("PATH", "/usr/bin:/bin"), List.of("/bin/sh", "-c", command))
                .status();
    }

    private void awaitComplaint(Process process, String regex) throws InterruptedException {
        Await.until("match says " + regex, () -> {
            assertThat(process.isAlive()).isTrue();
            return Files.readString(complaints).lines().anyMatch(line -> line.matches(".*(" + regex + ").*"));
        });
    }

    /// Progress is allowed on a machine so busy that a second has passed.
    private void assertNothingElse(String command) throws IOException {
        assertThat(Files.readString(complaints).lines()).allMatch(line -> line.startsWith(command + ": "));
        assertThat(temporary).isEmptyDirectory();
    }
}
