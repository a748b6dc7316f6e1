package coffeebreak.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The one runnable jar: all natives of the platforms we serve, none of others, and they load from within it.
final class RunnableJarTest {

    private static final Path JAR = Shipped.file("../bot/target/coffeebreak.jar");

    /// What a platform we do not serve, or a debugger, calls its files.
    private static final Pattern UNWANTED = Pattern.compile(
            "(?i).*(\\.(dll|exe|pdb|lib)$|\\.dSYM/|win32|windows|win-x|osx-x|darwin-(x86|amd)|linux-(386|x86/|arm/|armel|ppc|mips|s390"
                    + "|riscv|loongarch)|aix|sunos|freebsd|openbsd|dragonfly).*");

    private static final Pattern NATIVE =
            Pattern.compile("(?i).*(\\.(so|dylib|jnilib)(\\.[0-9.]+)?|redis-server-[^/]*)$");

    @TempDir
    Path folder = Path.of("set by JUnit");

    @BeforeEach
    void theJarIsBuilt() {
        assumeTrue(Files.exists(JAR), "bot/target/coffeebreak.jar is not built yet: run mvn verify");
    }

    @Test
    void itCarriesTheNativesOfThePlatformsWeServeAndNoOthers() throws IOException {
        List<String> natives = natives();

        assertThat(natives).noneMatch(name -> UNWANTED.matcher(name).matches());
        for (String library : List.of(
                "onnxruntime/native/linux-x64",
                "onnxruntime/native/linux-aarch64",
                "onnxruntime/native/osx-aarch64",
                "native/lib/linux-x86_64",
                "native/lib/linux-aarch64",
                "native/lib/osx-aarch64",
                "ortools-linux-x86-64/",
                "ortools-linux-aarch64/",
                "ortools-darwin-aarch64/",
                "linux-amd64",
                "linux-arm64",
                "darwin-arm64",
                "jna/linux-x86-64",
                "jna/linux-aarch64",
                "jna/darwin-aarch64")) {
            assertThat(natives).as("natives of %s", library).anyMatch(name -> name.contains(library));
        }
    }

    @Test
    void everyNativeLibraryLoadsFromWithinItUnderAUserWithoutAHome() throws Exception {
        Path classes = Path.of(NativesProbe.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Run probe = Run.of(
                Map.of("HOME", "/nonexistent", "ENGINE_CACHE_DIR", folder.toString()),
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Duser.home=/nonexistent",
                        "-Djava.io.tmpdir=" + folder,
                        "-Dloader.path=" + classes,
                        "-Dloader.main=" + NativesProbe.class.getName(),
                        "-cp",
                        JAR.toString(),
                        "org.springframework.boot.loader.launch.PropertiesLauncher"));

        assertThat(probe.said()).contains("onnxruntime 1.", "tokenizer and model, 384 dimensions", "ortools");
        assertThat(probe.status()).isZero();
    }

    @Test
    void itStaysBelowTwoHundredAndFiveMegabytes() throws IOException {
        assertThat(Files.size(JAR)).isLessThan(205_000_000L);
    }

    /// The names of all native files and of whatever else looks unwanted, each behind the library it lies in.
    private static List<String> natives() throws IOException {
        List<String> names = new ArrayList<>();
        try (JarFile jar = new JarFile(JAR.toFile())) {
            for (var library : jar.stream()
                    .filter(entry -> entry.getName().endsWith(".jar"))
                    .toList()) {
                String inside = library.getName().replaceAll(".*/", "") + "!/";
                try (ZipInputStream zip = new ZipInputStream(jar.getInputStream(library))) {
                    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                        String name = entry.getName();
                        if (NATIVE.matcher(name).matches() || name.matches("(?i).*\\.(dll|exe|pdb|lib)|.*\\.dSYM/.*")) {
                            names.add(inside + name);
                        }
                    }
                }
            }
        }
        return names;
    }
}
