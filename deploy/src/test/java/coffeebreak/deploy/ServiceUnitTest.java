package coffeebreak.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The systemd unit, checked by systemd's own tool where the machine has it.
final class ServiceUnitTest {

    private static final Path SYSTEMD_ANALYZE = Path.of("/usr/bin/systemd-analyze");

    @TempDir
    Path folder = Path.of("set by JUnit");

    private final List<String> lines =
            Shipped.text("coffeebreak.service").lines().toList();

    ServiceUnitTest() throws IOException {}

    @Test
    void itServesUnderAUserOfItsOwnWithTheSettingsOfOneFile() {
        assertThat(lines)
                .contains(
                        "ExecStart=/opt/coffeebreak/coffeebreak serve",
                        "EnvironmentFile=/etc/coffeebreak/coffeebreak.env",
                        "DynamicUser=yes",
                        "ProtectSystem=strict",
                        "NoNewPrivileges=yes",
                        "CapabilityBoundingSet=",
                        "Restart=always");
    }

    @Test
    void theTokenizersLibraryGoesWhereTheUnitMayWrite() {
        assertThat(lines).contains("CacheDirectory=coffeebreak", "Environment=ENGINE_CACHE_DIR=/var/cache/coffeebreak");
    }

    @Test
    void systemdUnderstandsEveryLine() throws Exception {
        Run verify = analyze("verify", unitWithAnExecutableThatExists());

        assertThat(verify.said()).isEmpty();
        assertThat(verify.status()).isZero();
    }

    @Test
    void systemdFindsAMisspeltLine() throws Exception {
        Path unit = unitWithAnExecutableThatExists();
        Files.writeString(unit, Files.readString(unit).replace("ProtectHome=", "ProtectHouse="));

        assertThat(analyze("verify", unit).said()).contains("ProtectHouse");
    }

    @Test
    void systemdCountsTheUnitAmongTheWellProtected() throws Exception {
        Run security = analyze("security", "--offline=yes", unitWithAnExecutableThatExists());

        var exposure = Pattern.compile("exposure level for \\S+: (\\d+\\.\\d)").matcher(security.said());
        assertThat(exposure.find()).as(security.said()).isTrue();
        assertThat(Double.parseDouble(exposure.group(1))).isLessThan(2.0);
    }

    private Path unitWithAnExecutableThatExists() throws IOException {
        Path unit = folder.resolve("coffeebreak.service");
        String text = String.join("\n", lines) + "\n";
        return Files.writeString(unit, text.replace("=/opt/coffeebreak/coffeebreak serve", "=/bin/true serve"));
    }

    private Run analyze(Object... arguments) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(SYSTEMD_ANALYZE), "no systemd-analyze on this machine");
        List<String> command = new ArrayList<>(List.of(SYSTEMD_ANALYZE.toString(), "--no-pager"));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return Run.of(Map.of("PATH", "/usr/bin:/bin", "HOME", folder.toString()), command);
    }
}
