package coffeebreak.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The files as they lie in the repository.
final class Shipped {

    private static final Path MODULE = Path.of("").toAbsolutePath();

    private Shipped() {}

    /// A file of the folder `deploy`, by its path there; other folders of the repository begin with `../`.
    static Path file(String path) {
        return MODULE.resolve(path).normalize();
    }

    static String text(String path) throws IOException {
        return Files.readString(file(path));
    }

    static JsonNode yaml(String path) throws IOException {
        return YAMLMapper.shared().readTree(text(path));
    }
}
