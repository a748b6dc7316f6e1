package coffeebreak.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The demo plays a little of its day while a real Prometheus looks on: whatever the dashboard and the alerts ask for
/// is there.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ObservedDayIT {

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = RunningJar.freePort();
    private Path folder;
    private RunningJar bot;
    private WorkspaceClient workspace;

    /// All that a collector was sent.
    private final HttpServer collector =
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final StringBuffer collected = new StringBuffer();

    ObservedDayIT() throws IOException {
        collector.createContext("/v1/traces", exchange -> {
            collected.append(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
    }

    @BeforeAll
    void aLittleOfTheDay(@TempDir Path given) throws Exception {
        folder = given;
        bot = RunningJar.start(
                Map.of(
                        "COFFEEBREAK_MANAGEMENT_PORT",
                        "" + port,
                        "COFFEEBREAK_LOG",
                        "json",
                        "COFFEEBREAK_TRACES",
                        "http://127.0.0.1:%d/v1/traces"
                                .formatted(collector.getAddress().getPort())),
                "demo",
                "--port",
                "0",
                "--data",
                folder.resolve("demo").toString());
        var address =
                bot.awaitSaid("open (http://127\\.0\\.0\\.1:\\d+) in a browser").group(1);
        workspace = new WorkspaceClient(address);
        for (var question : List.of("when is lunch?", "who invented the quokka?", "thanks")) {
            anaAsks(question);
        }
        workspace.post("people/UORGA/commands", Map.of("channel", "C0GENERAL", "text", "/coffee-admin preview"));
        Await.until("a preview", () -> figures().contains("coffeebreak_round_solving_seconds_count 1"));
    }

    private void anaAsks(String question) throws IOException, InterruptedException {
        var before = workspace.directMessages("UANA").size();
        workspace.post("people/UANA/messages", Map.of("to", "U0COFFEE", "text", question));
        Await.until(
                question + " is answered",
                () -> workspace.directMessages("UANA").size() > before + 1);
    }

    @AfterAll
    void theDayEnds() {
        bot.close();
        collector.stop(0);
    }

    @Test
    void aCollectorIsToldWhatAnAnswerConsistsOfAndNotWhoseItIs() throws Exception {
        Await.until(
                "the collector has the spans",
                () -> List.of("arrival", "work words", "work command", "chat.postMessage").stream()
                        .allMatch(name -> collected.indexOf(name) >= 0));
        assertThat(collected.toString()).doesNotContain("quokka", "lunch", "UANA", "UORGA", "xoxb");
    }

    /// From the moment the bot itself begins to speak; what starts it speaks to whoever reads along.
    @Test
    void eachLineOfTheLogIsAnObjectAndNobodysWordsAreInIt() {
        var lines = bot.said().lines().filter(line -> line.startsWith("{")).toList();

        assertThat(lines).isNotEmpty().allSatisfy(line -> {
            var entry = JsonMapper.shared().readTree(line);
            assertThat(entry.path("@timestamp").asString()).isNotEmpty();
            assertThat(entry.path("message").asString()).isNotEmpty();
        });
        assertThat(bot.said()).doesNotContain("quokka", "when is lunch");
    }

    private String figures() throws IOException, InterruptedException {
        return get("http://127.0.0.1:%d/actuator/prometheus".formatted(port));
    }

    private String get(String address) throws IOException, InterruptedException {
        var answer = http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(address + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    @Test
    void everyFigureThatDashboardAndAlertsNameIsThere() throws Exception {
        var there = figures()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceAll("[{ ].*", ""))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(Observed.figures()).hasSizeGreaterThan(20);
        assertThat(there).containsAll(Observed.figures());
    }

    @Test
    void everyQueryOfTheDashboardHasAnAnswerAndNoAlertFires() throws Exception {
        var program = Observed.program("prometheus");
        assumeTrue(program.isPresent(), "Prometheus is not installed (Debian: prometheus)");
        var web = RunningJar.freePort();
        var config = Files.writeString(folder.resolve("prometheus.yaml"), """
                global: { scrape_interval: 1s, evaluation_interval: 1s }
                rule_files: ["%s"]
                scrape_configs:
                  - job_name: coffeebreak
                    metrics_path: /actuator/prometheus
                    static_configs: [{ targets: ["127.0.0.1:%d"] }]
                """.formatted(Observed.ALERTS, port));
        var prometheus = new ProcessBuilder(
                        program.get().toString(),
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + folder.resolve("series"),
                        "--web.listen-address=127.0.0.1:" + web)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("prometheus.log").toFile())
                .start();
        try {
            Await.until(
                    "Prometheus has looked three times",
                    () -> result(web, "count_over_time(up{job=\"coffeebreak\"}[1m]) >= 3")
                                    .size()
                            == 1);
            anaAsks("when is the panel?");
            Await.until(
                    "Prometheus has seen that something happened",
                    () -> result(web, "rate(coffeebreak_acknowledgements_seconds_count[5m]) > 0")
                                    .size()
                            == 1);
            for (var query : Observed.queries().entrySet()) {
                var result = result(web, query.getValue());
                assertThat(result)
                        .as("%s: %s", query.getKey(), query.getValue())
                        .isNotEmpty();
                assertThat(result)
                        .as("%s: %s", query.getKey(), query.getValue())
                        .noneMatch(series ->
                                series.path("value").path(1).asString().equals("NaN"));
            }
            for (var condition : Observed.conditions().entrySet()) {
                // As a number, 0 or 1, in place of nothing.
                var asked = condition.getValue().replaceAll(" (>|==) (?=[\\d.]+)", " $1 bool ");
                assertThat(result(web, asked))
                        .as("%s: %s", condition.getKey(), asked)
                        .isNotEmpty();
            }
            assertThat(WorkspaceClient.list(JsonMapper.shared()
                            .readTree(get("http://127.0.0.1:%d/api/v1/alerts".formatted(web)))
                            .path("data")
                            .path("alerts")))
                    .noneMatch(alert -> alert.path("state").asString().equals("firing"));
        } finally {
            prometheus.destroy();
            prometheus.onExit().join();
        }
    }

    private List<JsonNode> result(int web, String query) throws IOException, InterruptedException {
        var answer = get("http://127.0.0.1:%d/api/v1/query?query=%s"
                .formatted(web, URLEncoder.encode(query, StandardCharsets.UTF_8)));
        return WorkspaceClient.list(
                JsonMapper.shared().readTree(answer).path("data").path("result"));
    }
}
