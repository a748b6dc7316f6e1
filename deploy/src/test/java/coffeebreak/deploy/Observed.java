package coffeebreak.deploy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The dashboard and the alerts, as expressions by name; and the programs of Prometheus, where this machine has them.
final class Observed {

    static final Path ALERTS = Shipped.file("observe/alerts.yaml");
    static final Path ALERTS_TEST = Shipped.file("observe/alerts-test.yaml");

    private static final Pattern FIGURE = Pattern.compile("\\b(?:coffeebreak|jvm|logback|process)_[a-z_]+");

    private Observed() {}

    static Optional<Path> program(String name) {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static JsonNode dashboard() throws IOException {
        return JsonMapper.shared().readTree(Shipped.text("observe/dashboard.json"));
    }

    static List<JsonNode> alerts() throws IOException {
        return WorkspaceClient.list(
                Shipped.yaml("observe/alerts.yaml").path("groups").path(0).path("rules"));
    }

    /// Every query of the dashboard, by panel and letter.
    static Map<String, String> queries() throws IOException {
        var queries = new LinkedHashMap<String, String>();
        for (var panel : dashboard().path("panels")) {
            for (var target : panel.path("targets")) {
                queries.put(
                        panel.path("title").asString() + " "
                                + target.path("refId").asString(),
                        target.path("expr").asString());
            }
        }
        return queries;
    }

    /// Every condition of an alert, by its name.
    static Map<String, String> conditions() throws IOException {
        return alerts().stream()
                .collect(Collectors.toMap(
                        alert -> alert.path("alert").asString(),
                        alert -> alert.path("expr").asString(),
                        (one, _) -> one,
                        LinkedHashMap::new));
    }

    /// The figures that dashboard and alerts ask for.
    static Set<String> figures() throws IOException {
        return Stream.concat(queries().values().stream(), conditions().values().stream())
                .flatMap(expression -> FIGURE.matcher(expression).results())
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
