package coffeebreak.bot.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import coffeebreak.matching.Apart;
import coffeebreak.matching.Met;
import coffeebreak.matching.PeerPair;
import coffeebreak.matching.PeerProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the files of a problem of peers mean, and what is said of those that mean nothing.
class PeerProblemFileTest {

    private static final String FULL = """
            {"people":["a","b","c","d"],"affinity":"pairs.csv",
             "apart":"apart.csv","met":"met.csv","hosts":["a"],
             "groupSize":3,"rounds":2,"seed":7}
            """;

    @TempDir
    Path folder = Path.of("set by JUnit");

    private ProblemFiles files = new ProblemFiles(folder);

    @BeforeEach
    void write() throws IOException {
        files = new ProblemFiles(folder)
                .write("pairs.csv", "person,person,score\na,b,0.5\nc,a,0.25\n")
                .write("apart.csv", "a,d\n")
                .write("met.csv", "person,person\nb,c\n");
    }

    @Test
    void everythingTheFormatHasIsRead() throws IOException {
        assertThat(read(FULL))
                .isEqualTo(new PeerProblem(
                        List.of("a", "b", "c", "d"),
                        List.of(new PeerPair("a", "b", 0.5), new PeerPair("c", "a", 0.25)),
                        List.of(new Apart("a", "d")),
                        List.of(new Met("b", "c")),
                        List.of("a"),
                        3,
                        2,
                        7));
    }

    @Test
    void whatIsLeftOutHasItsUsualMeaning() throws IOException {
        assertThat(read("{\"people\":[\"a\",\"b\",\"c\"],\"affinity\":\"pairs.csv\"}"))
                .isEqualTo(PeerProblem.of(
                        List.of("a", "b", "c"), List.of(new PeerPair("a", "b", 0.5), new PeerPair("c", "a", 0.25))));
    }

    @Test
    void aFirstRowOfPeopleIsNoHeaderWhateverTheyAreCalled() throws IOException {
        files.write("pairs.csv", "").write("met.csv", "one,other\n");

        assertThat(read("{\"people\":[\"one\",\"other\"],\"affinity\":\"pairs.csv\",\"met\":\"met.csv\"}")
                        .met())
                .containsExactly(new Met("one", "other"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "groupSize":3 | "groupSize":5 | 3 | "groupSize" must be a whole number from 2 to 4, not 5.
            "rounds":2    | "rounds":0    | 3 | "rounds" must be a whole number of 1 or more, not 0.
            "c","d"]      | "c","c"]      | 1 | person c is listed twice (first on line 1); keep one.
            "hosts":["a"] | "hosts":["e"] | 2 | the problem has no person "e" to be a host.
            "hosts":["a"] | "host":["a"]  | 2 | the problem has no "host". Did you mean "hosts"?
            "people":["a","b","c","d"], | `` | 0 | the problem needs "people".
            """)
    void whatIsWrongIsSaidWithItsLine(String right, String wrong, int line, String said) throws IOException {
        assertThat(FULL).contains(right);

        assertThat(refused(FULL.replace(right, wrong)).lines())
                .contains((line == 0 ? "problem.json: " : "problem.json:" + line + ": ") + said);
    }

    @Test
    void pairsAreListedOnceInEitherOrder() throws IOException {
        files.write("pairs.csv", "a,b,0.5\nb,a,0.5\nc,c,1\na,x,0.5\n").write("met.csv", "b,c\nc,b\n");

        assertThat(refused(FULL)).isEqualTo("""
                pairs.csv:2: the pair of b and a stands twice (first on line 1); keep one row, in either order.
                pairs.csv:3: person c is paired with themselves; take the row out.
                pairs.csv:4: the problem has no person "x".
                met.csv:2: the pair of c and b stands twice (first on line 1); keep one row, in either order.""");
    }

    private PeerProblem read(String text) throws IOException {
        files.write("problem.json", text);
        return PeerProblemFile.read(files.path("problem.json"), _ -> {});
    }

    private String refused(String text) throws IOException {
        files.write("problem.json", text);
        return files.message(
                catchThrowableOfType(BadFile.class, () -> PeerProblemFile.read(files.path("problem.json"), _ -> {})));
    }
}
