package coffeebreak.bot.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import coffeebreak.bot.files.SameDayTest.Told;
import coffeebreak.bot.programme.Programme;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever somebody uploads ends in a proposal or in sentences about what is wrong, and soon.
class AnyBytesTest {

    private static final long SEED = 20260511;
    private static final int TRUNCATIONS = 40;
    private static final int EDITS = 80;
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final List<String> PIECES = List.of(
            "\"",
            "'",
            "<",
            ">",
            "&",
            "|",
            ";",
            ",",
            "\t",
            "\n",
            "\r\n",
            "{",
            "}",
            "[",
            "]",
            ":",
            "-",
            "—",
            "\0",
            "\uFEFF",
            "<!DOCTYPE x [<!ENTITY a \"b\">]>",
            "&a;",
            "<table>",
            "</tr>",
            "|---|",
            "BEGIN:VEVENT",
            "RRULE:FREQ=SECONDLY",
            "99:99",
            "0:00",
            "24:00",
            "2026-02-30",
            "-1",
            "999999999999",
            "((((((((",
            "12 am",
            "null",
            "*a *a",
            "&x *x",
            "\ud800",
            "\\u0000",
            "day: 99999",
            "rowspan=\"99999\"",
            "colspan=\"0\"",
            "é",
            "Infinity",
            "1e999999");

    @ParameterizedTest
    @EnumSource
    void aTornOrBrokenFileIsReadOrToldOf(Told told) throws IOException {
        var whole = Files.readAllBytes(Path.of(TableProgrammeTest.resource("coast/" + told.file)));
        var random = new Random(SEED);
        assertTimeout(LONG, () -> {
            for (var i = 0; i < TRUNCATIONS; i++) {
                outcome(told.file, Arrays.copyOf(whole, (int) ((long) whole.length * i / TRUNCATIONS)));
            }
            for (var i = 0; i < EDITS; i++) {
                var bytes = whole;
                for (var edits = 1 + random.nextInt(4); edits > 0; edits--) {
                    bytes = edited(bytes, random);
                }
                outcome(random.nextInt(4) == 0 ? "day" : told.file, bytes);
            }
        });
    }

    private static byte[] edited(byte[] bytes, Random random) {
        var at = random.nextInt(bytes.length + 1);
        var to = Math.min(bytes.length, at + random.nextInt(40));
        var piece = PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
        var edited = new ByteArrayOutputStream();
        edited.write(bytes, 0, at);
        switch (random.nextInt(5)) {
            case 0 -> edited.write(random.nextInt(256));
            case 1 -> edited.writeBytes(piece);
            case 2 -> {
                // Something is missing.
            }
            case 3 -> {
                edited.write(bytes, at, to - at);
                edited.write(bytes, at, to - at);
            }
            default -> {
                var from = random.nextInt(bytes.length + 1);
                edited.write(bytes, from, Math.min(bytes.length - from, 200));
                to = at;
            }
        }
        edited.write(bytes, to, bytes.length - to);
        return edited.toByteArray();
    }

    @Test
    void whatIsMadeToDoHarmIsRefusedInASentence() {
        assertThat(refusal(
                        "day.xml",
                        "<?xml version=\"1.0\"?>\n<!DOCTYPE schedule SYSTEM \"file:///etc/passwd\">\n<schedule/>"))
                .isEqualTo(
                        "day.xml:2: it has a document type (<!DOCTYPE …>), which may read other files; take that line out.");
        assertThat(refusal(
                        "day.xml", "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><schedule>&b;</schedule>"))
                .startsWith("day.xml:1: it has a document type");
        assertThat(refusal("day.xml", "<a>".repeat(10_000)))
                .isEqualTo("day.xml:1: its elements are nested more than 40 deep; export the schedule alone.");
        for (var deep : List.of("{\"a\":", "[")) {
            assertThat(refusal("day.json", deep.repeat(10_000)))
                    .isEqualTo(
                            "day.json: it is nested more than 40 deep or has a text of more than 200,000 characters; export the schedule alone.");
        }
        assertThat(refusal("day.html", "<table><tr><td>9:00</td></tr></table>" + "<b>".repeat(10_000)))
                .isEqualTo("day.html:1: its elements are nested more than 200 deep; paste the table alone.");
        assertThat(refusal("day.yaml", "name: x\nsessions: " + "[".repeat(10_000)))
                .startsWith("day.yaml:");
        assertThat(refusal("day.yaml", bomb())).startsWith("day.yaml:");
        assertThat(refusal("day.html", "<table>" + "<tr><td colspan=100>9:00</td></tr>".repeat(3_000) + "</table>"))
                .isEqualTo("day.html:1: there are more than 200,000 cells in its tables; keep the programme.");
        assertThat(refusal("day.csv", "start,title\n" + "9:00,x\n".repeat(500_000)))
                .isEqualTo("day.csv:20001: the table has more than 20,000 rows; split it.");
        assertThat(refusal("day.csv", ",".repeat(1_000_000)))
                .isEqualTo("day.csv:1: this row has more than 200 cells; take out what is not needed.");
        assertThat(refusal("day.csv", "start,title\n9:00," + "x".repeat(50_000)))
                .isEqualTo("day.csv:2: a cell of this row has more than 20,000 characters; shorten it.");
        assertThat(refusal("day.csv", "start,title\n" + "9:00,x\n".repeat(5_000)))
                .isEqualTo("day.csv:2002: there are more than 2,000 sessions; keep those of one event.");
        assertThat(refusal("day.md", "|time|title|\n|---|---|\n" + "|9:00|x|\n".repeat(25_000)))
                .isEqualTo("day.md:20002: the table has more than 20,000 rows; split it.");
        assertThat(refusal("day.csv", "x".repeat(5 << 20)))
                .isEqualTo("day.csv: the file is larger than 4 MB; keep the programme alone.");
    }

    private static String bomb() {
        var yaml = new StringBuilder("name: x\nfacts: &f0 [a, a]\n");
        for (var i = 1; i < 60; i++) {
            yaml.append("k%d: &f%d [*f%d, *f%d]%n".formatted(i, i, i - 1, i - 1));
        }
        return yaml.toString();
    }

    @Test
    void whatIsSlowElsewhereIsNotHere() {
        var crowd = new StringBuilder("start,title,speakers\n");
        for (var i = 0; i < 1_400; i++) {
            crowd.append("9:00,Talk %d,Ana%d Souza%d; Bo%d Li%n".formatted(i, i, i, i));
        }
        assertTimeout(LONG, () -> {
            outcome("day.csv", bytes(crowd.toString()));
            outcome("day.csv", bytes("start,title,speakers\n9:00,x," + "(".repeat(19_000)));
            outcome("day.csv", bytes("start,title,speakers\n9:00,x," + "Ana Souza (".repeat(1_700)));
            outcome("day.csv", bytes("start,title\n" + "9".repeat(19_000) + ",x"));
            outcome("day.csv", bytes("start,title\n9:00," + "a: ".repeat(6_000)));
            outcome("day.csv", bytes("start,title,notes\n9:00,x," + "Ana ".repeat(4_000)));
            outcome("day.csv", bytes("start,title,notes\n9:00,x," + "A, ".repeat(6_000)));
            outcome("day.csv", bytes("date,start,title\n" + "1 ".repeat(9_000) + ",9:00,x"));
            outcome("day.html", bytes("<table>".repeat(190) + "<tr><td>9:00<td>x".repeat(2_000)));
            outcome("day.html", bytes("<h1>" + "a ".repeat(1_000_000) + "<table><tr><td>9:00<td>x</table>"));
            outcome("day.html", bytes("<table>" + "<tr><td rowspan=500>9:00<td rowspan=500>x".repeat(2_000)));
            outcome("day.md", bytes("|a|b|\n|---|---|\n|9:00|" + "*a **b _c ".repeat(1_900) + "|"));
            outcome("day.md", bytes(">".repeat(50_000) + "\n|a|b|\n|-|-|\n|9:00|x|"));
            outcome("day.md", bytes("[".repeat(100_000) + "\n|a|b|\n|-|-|\n|9:00|x|"));
            outcome("day.ics", bytes("BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\n".repeat(20_000)));
            outcome("day.json", bytes("[" + "{\"start\":\"9:00\",\"title\":\"x\"},".repeat(20_000) + "{}]"));
            outcome("day.xml", bytes("<schedule>" + "<day date='2026-05-11'/>".repeat(100_000) + "</schedule>"));
        });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String refusal(String file, String text) {
        return outcome(file, bytes(text)).orElseThrow();
    }

    /// The refusal, if there is one; anything but a proposal or a refusal is thrown.
    private static Optional<String> outcome(String file, byte[] bytes) {
        try {
            var read = ProgrammeFile.parse(file, bytes, null);
            Programme programme = read.content();
            assertThat(programme.sessions()).isNotEmpty();
            assertThat(read.remarks())
                    .allSatisfy(remark -> assertThat(remark.what()).isNotBlank());
            return Optional.empty();
        } catch (BadFile refused) {
            assertThat(refused.problems()).isNotEmpty().allSatisfy(problem -> {
                assertThat(problem.line()).isNotNegative();
                assertThat(problem.what()).isNotBlank().matches("(?s).*[.?]").doesNotContain("\n", "Exception");
            });
            return Optional.of(String.valueOf(refused.getMessage()));
        }
    }
}
