package coffeebreak.bot.llm;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.index.Entry;
import coffeebreak.index.Text;
import coffeebreak.index.TopicIndex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A machine on which the model's native libraries cannot be loaded: in a Java of its own, since they stay loaded.
class WithoutNativesTest {

    @Test
    void wordsCarryOnAndTheHealthSaysWhy(@TempDir Path nothing) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Donnxruntime.native.path=" + nothing,
                        "-cp",
                        System.getProperty("java.class.path"),
                        OnSuchAMachine.class.getName())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(said.lines())
                .contains("WORDS, landscapes first: true, found: true, meaning: false")
                .anyMatch(
                        line -> line.matches(
                                "3 entries, found by words alone, since the embedding model failed: .*(LinkError|NoClassDef|Initializer).*"));
    }

    static final class OnSuchAMachine {

        private OnSuchAMachine() {}

        static void main() {
            try (var index = new TopicIndex(Meanings.miniLm())) {
                index.put(new Entry("ana", "person", "Ana", List.of(Text.words("loss landscapes")), 1));
                index.put(new Entry("m", "mentor", "M", List.of(Text.topic("landscapes of the loss")), 1));
                index.put(new Entry("n", "mentor", "N", List.of(Text.topic("model collapse")), 1));
                var affinity = index.affinity("ana", "m");
                System.out.printf(
                        "%s, landscapes first: %b, found: %b, meaning: %b%n%s%n",
                        affinity.basis(),
                        affinity.score() > index.affinity("ana", "n").score(),
                        !index.search("collapse", java.util.Set.of(), 3).isEmpty(),
                        index.health().meaning(),
                        index.health().sentence());
            }
        }
    }
}
