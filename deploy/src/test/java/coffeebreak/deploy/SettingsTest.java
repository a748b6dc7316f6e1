package coffeebreak.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The settings: those of `.env.example`, those this module's page explains, and those the bot reads.
final class SettingsTest {

    private static final Pattern EXAMPLE = Pattern.compile("^#?([A-Z][A-Z_]+)=(.*)$", Pattern.MULTILINE);
    private static final Pattern EXPLAINED = Pattern.compile("^\\| `([A-Z][A-Z_]+)` \\|", Pattern.MULTILINE);
    private static final Pattern READ = Pattern.compile(
            "\\b(COFFEEBREAK_[A-Z]+(?:_[A-Z]+)*|SLACK_(?:BOT_TOKEN|APP_TOKEN|SIGNING_SECRET|API_URL)|REDIS_URL)\\b|(?:\\$\\{|\")(PORT)\\b");

    private final String example = Shipped.text(".env.example");

    SettingsTest() throws IOException {}

    @Test
    void theExampleListsExactlyTheSettingsThatThePageExplains() throws IOException {
        assertThat(names(EXAMPLE, example)).isEqualTo(names(EXPLAINED, Shipped.text("README.md")));
        assertThat(EXAMPLE.matcher(example).results()).as("none twice").hasSameSizeAs(names(EXAMPLE, example));
    }

    @Test
    void everySettingOfTheExampleIsExplainedAboveIt() {
        List<String> lines = example.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (EXAMPLE.matcher(lines.get(i)).matches()) {
                assertThat(lines.subList(Math.max(0, i - 2), i))
                        .as("the lines above %s", lines.get(i))
                        .anyMatch(above -> above.startsWith("# "));
            }
        }
    }

    @Test
    void noValueOfTheExampleIsQuotedOrFollowedByAComment() {
        assertThat(EXAMPLE.matcher(example).results().map(match -> match.group(2)))
                .allMatch(value -> !value.contains("\"") && !value.contains("'") && !value.contains(" "));
    }

    @Test
    void everySettingTheBotReadsIsInTheExample() throws IOException {
        assertThat(names(EXAMPLE, example)).containsAll(readByTheBot());
    }

    @Test
    void theBotReadsEverySettingOfTheExample() throws IOException {
        assertThat(readByTheBot()).containsAll(names(EXAMPLE, example));
    }

    private static Set<String> readByTheBot() throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Shipped.file("../bot/src/main"))) {
            for (Path file : files.filter(path -> path.toString().matches(".*\\.(java|ya?ml|properties)"))
                    .toList()) {
                names.addAll(names(READ, Files.readString(file)));
            }
        }
        return names;
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(SettingsTest::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(MatchResult match) {
        return match.group(1) == null ? match.group(2) : match.group(1);
    }
}
