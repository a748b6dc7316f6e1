package coffeebreak.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The first of the demo's mentors, and of those who signed up and can make both breaks.
///
/// @param file    what `COFFEEBREAK_ROSTER` names
/// @param mentees their user ids
record SmallRoster(Path file, List<String> mentees) {

    static SmallRoster written(Path file, int mentors, int mentees) throws IOException {
        try (JarFile jar = new JarFile(RunningJar.JAR.toFile())) {
            JsonNode all = YAMLMapper.shared()
                    .readTree(jar.getInputStream(jar.getJarEntry("BOOT-INF/classes/demo-roster.yaml")));
            keep(all.withArray("mentors"), mentors, _ -> true);
            keep(
                    all.withArray("people"),
                    mentees,
                    person -> person.path("signedUp").asBoolean()
                            && person.path("breaks").size() == 2);
            Files.writeString(file, YAMLMapper.shared().writeValueAsString(all));
            return new SmallRoster(
                    file,
                    WorkspaceClient.list(all.path("people")).stream()
                            .map(person -> person.path("slack").asString())
                            .toList());
        }
    }

    private static void keep(ArrayNode people, int count, Predicate<JsonNode> wanted) {
        List<JsonNode> kept = WorkspaceClient.list(people).stream()
                .filter(wanted)
                .limit(count)
                .toList();
        assertThat(kept).hasSize(count);
        people.removeAll();
        people.addAll(kept);
    }
}
