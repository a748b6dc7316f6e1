package coffeebreak.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// What a program answered.
///
/// @param status its exit status
/// @param said   its output and its complaints, in one
record Run(int status, String said) {

    /// Runs a program to its end in an environment that holds nothing but what is given.
    static Run of(Map<String, String> environment, List<String> command) throws IOException, InterruptedException {
        Path said = Files.createTempFile("run", ".txt");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            Process process = builder.start();
            boolean ended = process.waitFor(120, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly().waitFor();
            }
            assertThat(ended).as("%s ends by itself", command).isTrue();
            return new Run(process.exitValue(), Files.readString(said));
        } finally {
            Files.delete(said);
        }
    }
}
