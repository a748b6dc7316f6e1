package coffeebreak.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher among made-up JDKs: a made-up java says its version when asked, and otherwise what it was started with.
///
/// ```
/// home/opt/coffeebreak   the launcher, and beside it coffeebreak.jar
/// home/jdks/…            the "usual folders"
/// home/bin/…             the PATH, with the few tools the launcher needs and no real java
/// ```
final class LauncherTest {

    @TempDir
    Path home = Path.of("set by JUnit");

    private Path launcher = Path.of("set below");
    private Path jar = Path.of("set below");

    @BeforeEach
    void install() throws IOException {
        home = home.toRealPath();
        Path folder = Files.createDirectories(home.resolve("opt/coffeebreak"));
        launcher = Files.copy(Shipped.file("coffeebreak"), folder.resolve("coffeebreak"));
        jar = Files.writeString(folder.resolve("coffeebreak.jar"), "");
        Files.createDirectories(home.resolve("jdks"));
        Path bin = Files.createDirectories(home.resolve("bin"));
        for (String tool : List.of("sed", "head", "tr", "dirname", "readlink")) {
            executable(bin.resolve(tool), "#!/bin/sh\nexec " + realTool(tool) + " \"$@\"\n");
        }
    }

    @Test
    void theFirstJavaOnThePathServesWhenItIsNewEnough() throws Exception {
        Path java = java("bin/java", "25.0.3");

        assertThat(launch("serve"))
                .isEqualTo(new Run(
                        0, java + " started with -Xmx512m -XX:+ExitOnOutOfMemoryError -jar " + jar + " serve\n"));
    }

    @Test
    void anOlderJavaOnThePathIsPassedOverForANewerOneInTheUsualFolders() throws Exception {
        java("bin/java", "17.0.19");
        java("jdks/openjdk-21/bin/java", "21.0.2");
        Path newer = java("jdks/temurin-26/bin/java", "26");

        assertThat(launch("--which-java")).isEqualTo(new Run(0, newer + "\n"));
    }

    @Test
    void aFolderLaidOutAsOnMacOsIsUnderstood() throws Exception {
        Path java = java("jdks/temurin-25.jdk/Contents/Home/bin/java", "25.0.1");

        assertThat(launch("--which-java")).isEqualTo(new Run(0, java + "\n"));
    }

    @Test
    void javaHomeGoesBeforeThePathUnlessItIsTooOld() throws Exception {
        Path onPath = java("bin/java", "25.0.3");
        Path recent = java("recent/bin/java", "25.0.1");
        java("old/bin/java", "1.8.0_402");

        assertThat(launch(Map.of("JAVA_HOME", home + "/recent"), "--which-java"))
                .isEqualTo(new Run(0, recent + "\n"));
        assertThat(launch(Map.of("JAVA_HOME", home + "/old"), "--which-java")).isEqualTo(new Run(0, onPath + "\n"));
    }

    @Test
    void aJavaNamedOnPurposeIsTakenOrRefusedWithItsVersionButNeverReplaced() throws Exception {
        java("bin/java", "25.0.3");
        Path named = java("named/bin/java", "27-ea");
        java("old/bin/java", "21.0.2");

        assertThat(launch(Map.of("COFFEEBREAK_JAVA", home + "/named"), "--which-java"))
                .isEqualTo(new Run(0, named + "\n"));
        assertThat(launch(Map.of("COFFEEBREAK_JAVA", named.toString()), "--which-java"))
                .isEqualTo(new Run(0, named + "\n"));
        assertThat(launch(Map.of("COFFEEBREAK_JAVA", home + "/old"), "serve"))
                .isEqualTo(new Run(
                        1,
                        "coffeebreak: COFFEEBREAK_JAVA is " + home
                                + "/old, a Java 21, and Coffeebreak needs Java 25 or newer.\n"));
        assertThat(launch(Map.of("COFFEEBREAK_JAVA", home + "/nowhere"), "serve"))
                .isEqualTo(new Run(
                        1,
                        "coffeebreak: COFFEEBREAK_JAVA is " + home
                                + "/nowhere, where no java is found; set it to the folder of a JDK 25 or newer.\n"));
    }

    @Test
    void withoutAnyJavaNewEnoughOneSentenceSaysWhatToInstall() throws Exception {
        java("bin/java", "17.0.19");
        java("jdks/openjdk-21/bin/java", "21.0.2");

        assertThat(launch("serve"))
                .isEqualTo(new Run(
                        1,
                        "coffeebreak: no Java 25 or newer was found; install one (for example Eclipse Temurin 25) or set"
                                + " COFFEEBREAK_JAVA to its folder.\n"));
    }

    @Test
    void withoutTheJarOneSentenceSaysWhereItWasLookedForAndHowToBuildIt() throws Exception {
        assumeFalse(
                Files.exists(Path.of("/opt/coffeebreak/coffeebreak.jar")), "Coffeebreak is installed on this machine");
        java("bin/java", "25.0.3");
        Files.delete(jar);

        assertThat(launch("serve"))
                .isEqualTo(new Run(
                        1,
                        "coffeebreak: coffeebreak.jar was found neither beside " + launcher
                                + " nor in /opt/coffeebreak; build it with 'mvn -pl bot -am package' or set"
                                + " COFFEEBREAK_JAR.\n"));
    }

    @Test
    void inTheRepositoryTheJarIsTakenFromWhereMavenLeavesIt() throws Exception {
        Path java = java("bin/java", "25.0.3");
        Files.delete(jar);
        Path built = home.resolve("opt/bot/target/coffeebreak.jar");
        Files.createDirectories(home.resolve("opt/bot/target"));
        Files.writeString(built, "");

        assertThat(launch("demo").said()).startsWith(java.toString()).endsWith("/../bot/target/coffeebreak.jar demo\n");
    }

    @Test
    void aLinkToTheLauncherFindsTheJarBesideTheLauncher() throws Exception {
        java("bin/java", "25.0.3");
        Path link =
                Files.createSymbolicLink(home.resolve("bin/coffeebreak"), Path.of("../opt/coffeebreak/coffeebreak"));

        assertThat(Run.of(environment(), List.of(link.toString(), "serve")).said())
                .contains("-jar " + jar + " serve");
    }

    @Test
    void argumentsKeepTheirBlanksAndJavaOptsReplacesOurFlags() throws Exception {
        Path java = java("bin/java", "25.0.3");

        assertThat(launch(Map.of("JAVA_OPTS", "-Xmx256m -Xss1m"), "demo", "two words"))
                .isEqualTo(new Run(0, java + " started with -Xmx256m -Xss1m -jar " + jar + " demo two words\n"));
    }

    @Test
    void theStatusOfTheBotIsTheStatusOfTheLauncher() throws Exception {
        java("bin/java", "25.0.3");

        assertThat(launch("--fail").status()).isEqualTo(7);
    }

    private Run launch(String... arguments) throws IOException, InterruptedException {
        return launch(Map.of(), arguments);
    }

    private Run launch(Map<String, String> more, String... arguments) throws IOException, InterruptedException {
        Map<String, String> environment = environment();
        environment.putAll(more);
        return Run.of(
                environment,
                Stream.concat(Stream.of(launcher.toString()), Stream.of(arguments))
                        .toList());
    }

    private Map<String, String> environment() {
        return new HashMap<>(Map.of(
                "HOME", home.toString(),
                "PATH", home.resolve("bin").toString(),
                "COFFEEBREAK_JAVA_FOLDERS", home.resolve("nowhere") + ":" + home.resolve("jdks")));
    }

    private Path java(String path, String version) throws IOException {
        Path java = home.resolve(path);
        Files.createDirectories(home.resolve(path).resolve("..").normalize());
        return executable(java, """
                #!/bin/sh
                case "$*" in
                    -version) echo 'openjdk version "%s" 2026-04-21' >&2 ;;
                    *--fail) exit 7 ;;
                    *) echo "$0 started with $*" ;;
                esac
                """.formatted(version));
    }

    private static Path executable(Path file, String script) throws IOException {
        Files.writeString(file, script);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path realTool(String name) {
        return Stream.of("/usr/bin", "/bin")
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("this machine has no " + name));
    }
}
