package coffeebreak.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The scan for known holes says "none" only after it looked, by a made-up Maven that leaves what it is told to leave.
final class ScanDependenciesTest {

    @TempDir
    Path home = Path.of("set by JUnit");

    private Path script = Path.of("set below");

    @BeforeEach
    void install() throws IOException {
        script = Files.copy(
                Shipped.file("scan-dependencies"),
                Files.createDirectories(home.resolve("deploy")).resolve("scan-dependencies"));
    }

    @Test
    void nothingFoundInAFreshListIsTheOnlyGoodEnd() throws Exception {
        maven(report(Instant.now().minus(6, ChronoUnit.DAYS), "lucene-core.jar"), 0);

        assertThat(scan()).isEqualTo(new Run(0, "No known hole from CVSS 7 on; the list is 6 days old.\n"));
    }

    @Test
    void aFindingFails() throws Exception {
        maven(report(Instant.now(), "lucene-core.jar"), 1);

        assertThat(scan().status()).isEqualTo(1);
    }

    @Test
    void withoutNetworkAndListItWasNotLookedInto() throws Exception {
        maven("", 1);

        assertThat(scan())
                .isEqualTo(new Run(
                        2,
                        "scan-dependencies: not looked into: Maven ended with status 1 and left no report; "
                                + "target/dependency-check/log says why, most often no network.\n"));
    }

    @Test
    void anOldListIsNone() throws Exception {
        maven(report(Instant.now().minus(9, ChronoUnit.DAYS), "lucene-core.jar"), 0);

        assertThat(scan())
                .isEqualTo(new Run(
                        2,
                        "scan-dependencies: not looked into: the list of known holes is 9 days old, and 7 are allowed; "
                                + "fetch it anew.\n"));
    }

    @Test
    void aReportOfEarlierAReportWithoutATimeAndOneOfNothingAreNone() throws Exception {
        maven(report(Instant.now(), "lucene-core.jar"), 0);
        assertThat(scan().status()).isZero();
        maven("", 0);
        assertThat(scan().status()).isEqualTo(2);
        maven("{\"dependencies\":[{\"fileName\":\"lucene-core.jar\"}]}", 0);
        assertThat(scan().said()).contains("does not say when");
        maven(report(Instant.now(), ""), 0);
        assertThat(scan().said()).contains("names no library");
    }

    private static String report(Instant checked, String library) {
        return """
                {"scanInfo":{"dataSource":[{"name":"NVD API Last Checked","timestamp":"%s"}]},
                 "dependencies":[%s]}
                """.formatted(checked, library.isEmpty() ? "" : "{\"fileName\":\"%s\"}".formatted(library));
    }

    private void maven(String report, int status) throws IOException {
        Files.writeString(home.resolve("report"), report);
        var maven = Files.createDirectories(home.resolve("bin")).resolve("mvn");
        Files.writeString(
                maven,
                "#!/bin/sh\n[ ! -s \"%1$s/report\" ] || cp \"%1$s/report\" \"%1$s/target/dependency-check/dependency-check-report.json\"\nexit %2$d\n"
                        .formatted(home, status));
        assertThat(maven.toFile().setExecutable(true)).isTrue();
    }

    private Run scan() throws Exception {
        return Run.of(
                Map.of("PATH", home.resolve("bin") + ":" + System.getenv("PATH"), "HOME", home.toString()),
                List.of("bash", script.toString()));
    }
}
