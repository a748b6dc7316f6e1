package coffeebreak.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// No secret stands in a file of the repository or ever stood in one. What is found is told by its place, never itself.
final class SecretsTest {

    /// What tokens and keys look like. Slack's have digits in their second part; the tests' own have words there.
    private static final Pattern SECRET =
            Pattern.compile("(?:xox[abeoprs]-[0-9]{8,}-[A-Za-z0-9-]{8,}|xapp-[0-9]-[A-Z0-9]{8,}-[0-9]{8,}-[a-f0-9]{16,}"
                    + "|hooks\\.slack\\.com/(?:services|workflows|triggers)/T[A-Z0-9]{8,}/[A-Za-z0-9/]{8,}"
                    + "|sk-(?:ant-|proj-|svcacct-)?[A-Za-z0-9_-]{24,}"
                    + "|AKIA[A-Z0-9]{16}|AIza[A-Za-z0-9_-]{35}"
                    + "|gh[oprsu]_[A-Za-z0-9]{30,}|github_pat_[A-Za-z0-9_]{30,}|glpat-[A-Za-z0-9_-]{20,}|npm_[A-Za-z0-9]{36}"
                    + "|-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----"
                    + "|eyJ[A-Za-z0-9_-]{20,}\\.eyJ[A-Za-z0-9_-]{20,}\\.[A-Za-z0-9_-]{20,}"
                    + "|rediss?://[^\\s:@/\"{}<>$]*:[^\\s@/\"{}<>$]{12,}@(?!localhost|127\\.0\\.0\\.1)"
                    + "|(?i:secret|token|passw(?:or)?d|api_?key)[\"']?\\s*[:=]\\s*[\"']?[a-f0-9]{32,}\\b)");

    /// One of these is in every secret of those kinds: most lines are done with at once.
    private static final List<String> SIGNS = List.of(
            "xox",
            "xapp-",
            "hooks.slack",
            "sk-",
            "AKIA",
            "AIza",
            "gho_",
            "ghp_",
            "ghr_",
            "ghs_",
            "ghu_",
            "github_pat_",
            "glpat-",
            "npm_",
            "PRIVATE KEY",
            "eyJ",
            "redis:",
            "rediss:",
            "ecret",
            "ECRET",
            "oken",
            "OKEN",
            "assw",
            "ASSW",
            "key",
            "Key",
            "KEY");

    @Test
    void eachKindOfSecretIsRecognizedAndWhatTestsMakeUpIsNot() {
        for (var secret : List.of(
                "xox" + "b-123456789012-123456789012-AbCdEfGhIjKl",
                "xap" + "p-1-A0123456789-1234567890123-0123456789abcdef0123",
                "https://hooks.slack" + ".com/services/T01234567/B01234567/abcdefghijkl",
                "sk" + "-ant-api03-abcdefghijklmnopqrstuvwx",
                "AKIA" + "ABCDEFGHIJKLMNOP",
                "gh" + "p_abcdefghijklmnopqrstuvwxyz0123456789",
                "-----BEGIN RSA" + " PRIVATE KEY-----",
                "rediss://bot:" + "correcthorsebattery@redis.example",
                "SLACK_SIGNING_SEC" + "RET=0123456789abcdef0123456789abcdef")) {
            assertThat(isSecret("x = \"" + secret + "\"")).as(secret).isTrue();
        }
        for (var harmless : List.of("xoxb-test", "xoxb-local-workspace-bot", "redis://localhost:6379", "token=token")) {
            assertThat(isSecret(harmless)).as(harmless).isFalse();
        }
    }

    @Test
    void noFileHoldsASecret() throws Exception {
        Set<String> places = new LinkedHashSet<>();
        for (String file : git("ls-files", "-z").split("\0")) {
            var path = Shipped.file("../" + file);
            if (Files.isRegularFile(path)) {
                var number = 0;
                for (String line :
                        Files.readString(path, StandardCharsets.ISO_8859_1).split("\n")) {
                    number++;
                    if (isSecret(line)) {
                        places.add(file + ":" + number);
                    }
                }
            }
        }

        assertThat(places).isEmpty();
    }

    @Test
    void noFileEverHeldASecret() throws Exception {
        Set<String> places = new LinkedHashSet<>();
        var log = start("log", "-p", "-U0", "--no-color", "--no-ext-diff", "--no-textconv", "--format=commit %h");
        var lines = 0;
        try (var output =
                new BufferedReader(new InputStreamReader(log.getInputStream(), StandardCharsets.ISO_8859_1))) {
            var commit = "";
            var file = "";
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                lines++;
                if (line.startsWith("commit ")) {
                    commit = line;
                } else if (line.startsWith("+++ ")) {
                    file = line.substring(4);
                } else if (line.startsWith("+") && isSecret(line)) {
                    places.add(commit + ", " + file);
                }
            }
        }

        assertThat(log.waitFor()).isZero();
        assertThat(lines).as("lines of history").isPositive();
        assertThat(places).isEmpty();
    }

    private static boolean isSecret(String line) {
        return SIGNS.stream().anyMatch(line::contains) && SECRET.matcher(line).find();
    }

    private static String git(String... arguments) throws IOException, InterruptedException {
        var process = start(arguments);
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return output;
    }

    private static Process start(String... arguments) throws IOException {
        assumeTrue(Files.exists(Shipped.file("../.git")), "this tree has no git");
        var command = new java.util.ArrayList<>(
                List.of("git", "-C", Shipped.file("..").toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
