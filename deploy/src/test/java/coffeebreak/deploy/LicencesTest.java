package coffeebreak.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is in the jar, by its own list (CycloneDX), and under which licences. Leaves the list in `target/licences.txt`.
final class LicencesTest {

    private static final Path JAR = Shipped.file("../bot/target/coffeebreak.jar");

    /// Licences that ask for a notice and no more.
    private static final Set<String> FREE =
            Set.of("Apache-2.0", "MIT", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "Public Domain", "iCal4j - License");

    /// Licences that ask for a library's own changes back: only where the library is used unchanged, in a jar of its
    /// own, and only after somebody looked.
    private static final Map<String, String> LOOKED_AT = Map.of(
            "logback-classic", "EPL-2.0",
            "logback-core", "EPL-2.0",
            "jgrapht-core", "Eclipse Public License (EPL) 2.0",
            "jakarta.annotation-api", "EPL-2.0",
            "tyrus-standalone-client", "EPL-2.0");

    /// Spring Boot puts it in when it packs the jar, after the list was made; Apache-2.0 like the rest of it.
    private static final String PACKED_BY_BOOT = "spring-boot-jarmode-tools";

    private static List<Component> components = List.of();
    private static List<String> libraries = List.of();

    private record Component(String group, String name, String version, List<String> licences) {

        boolean isAllowed() {
            return licences.stream().anyMatch(FREE::contains)
                    || LOOKED_AT.containsKey(name) && licences.contains(LOOKED_AT.get(name));
        }

        @Override
        public String toString() {
            return "%s:%s:%s  %s".formatted(group, name, version, String.join(" or ", licences));
        }
    }

    @BeforeAll
    static void read() throws IOException {
        assumeTrue(Files.exists(JAR), "bot/target/coffeebreak.jar is not built yet: run mvn verify");
        try (JarFile jar = new JarFile(JAR.toFile())) {
            var where = jar.getManifest().getMainAttributes().getValue("Sbom-Location");
            assertThat(where).as("the manifest says where the list is").isNotNull();
            components = components(JsonMapper.shared().readTree(jar.getInputStream(jar.getEntry(where))));
            libraries = jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith("BOOT-INF/lib/") && name.endsWith(".jar"))
                    .map(name -> name.substring("BOOT-INF/lib/".length()))
                    .toList();
        }
    }

    @Test
    void everyLibraryInTheJarIsOnItsList() {
        var listed = components.stream()
                .map(component -> component.name + "-" + component.version)
                .collect(Collectors.toSet());

        assertThat(libraries).hasSizeGreaterThan(50);
        assertThat(libraries)
                .filteredOn(library -> !library.startsWith(PACKED_BY_BOOT))
                .allMatch(library -> listed.stream().anyMatch(library::startsWith), "is listed");
    }

    @Test
    void everyComponentIsUnderALicenceThatWeMayShipItUnder() throws IOException {
        Files.write(
                Files.createDirectories(Shipped.file("target")).resolve("licences.txt"),
                new TreeSet<>(components.stream().map(Component::toString).toList()));

        assertThat(components).filteredOn(component -> !component.isAllowed()).isEmpty();
    }

    @Test
    void anUnknownACopyleftAndNoLicenceAreRefused() {
        for (var licences : List.of(
                List.<String>of(),
                List.of("GPL-3.0-only"),
                List.of("AGPL-3.0-only"),
                List.of("LGPL-2.1-only"),
                List.of("EPL-2.0"),
                List.of("SSPL-1.0", "Elastic-2.0"),
                List.of("Somebody's own"))) {
            assertThat(new Component("some", "library", "1", licences).isAllowed())
                    .as("%s", licences)
                    .isFalse();
        }
        assertThat(new Component("some", "library", "1", List.of("LGPL-2.1-or-later", "Apache-2.0")).isAllowed())
                .isTrue();
    }

    @Test
    void nobodyWasLookedAtForNothing() {
        assertThat(components.stream().map(Component::name)).containsAll(LOOKED_AT.keySet());
    }

    /// A component with several licences may be taken under any of them, as Maven has it; an expression with OR as
    /// well.
    private static List<Component> components(JsonNode bom) {
        var all = new ArrayList<Component>();
        for (JsonNode component : bom.path("components")) {
            var licences = new ArrayList<String>();
            for (JsonNode licence : component.path("licenses")) {
                var expression = licence.path("expression").asString("");
                if (expression.isEmpty()) {
                    var id = licence.path("license").path("id").asString("");
                    licences.add(
                            id.isEmpty() ? licence.path("license").path("name").asString("") : id);
                } else {
                    licences.addAll(List.of(expression.replaceAll("[()]", "").split(" OR ")));
                }
            }
            all.add(new Component(
                    component.path("group").asString(""),
                    component.path("name").asString(""),
                    component.path("version").asString(""),
                    licences));
        }
        return all;
    }
}
