package coffeebreak.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.Examination;
import coffeebreak.bot.Examination.Native;
import coffeebreak.bot.redis.RedisProcess;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/// What `doctor` says of a set-up in which nothing is wrong, and of each in which one thing is.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoctorTest {

    private static final String SCOPES = "chat:write,commands,im:write,im:history,files:write,files:read,mpim:write,"
            + "mpim:history,users:read,app_mentions:read";
    private static final String KNOWN = """
            {"ok":true,"team":"Example","user":"coffeebreak","team_id":"T0EXAMPLE","user_id":"U0BOT","bot_id":"B0BOT"}""";
    private static final String PERSON = """
            {"ok":true,"user":{"id":"UORGA","real_name":"Marta Oyarzabal","profile":{}}}""";
    private static final String ROOM = "{\"ok\":true,\"url\":\"wss://example.invalid/\"}";
    private static final String FINE = "{\"ok\":true}";

    @TempDir
    private static Path folder = Path.of("");

    private final Map<String, String> answers = new HashMap<>();
    private final Map<String, String> variables = new HashMap<>();
    private HttpServer slack = server();
    private RedisProcess lasting = launched("lasting");
    private RedisProcess forgetting = launched("forgetting", "appendonly no", "maxmemory-policy allkeys-lru");
    private String scopes = SCOPES;
    private Duration ahead = Duration.ZERO;
    private List<Native> natives = List.of();

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static RedisProcess launched(String name, String... settings) {
        try {
            return RedisProcess.start(Files.createTempDirectory("doctor-" + name), settings);
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @BeforeAll
    void listen() {
        slack.createContext("/api/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                var method = exchange.getRequestURI().getPath().substring("/api/".length());
                var answer = Objects.requireNonNullElse(
                                answers.get(method), "{\"ok\":false,\"error\":\"unknown_method\"}")
                        .getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
                exchange.getResponseHeaders().set("x-oauth-scopes", scopes);
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        slack.start();
    }

    @BeforeEach
    void allIsWell() {
        scopes = SCOPES;
        ahead = Duration.ZERO;
        natives = List.of();
        answers.putAll(Map.of(
                "auth.test", KNOWN, "apps.connections.open", ROOM, "users.info", PERSON, "blocks.validate", FINE));
        variables.clear();
        variables.putAll(Map.of(
                "SLACK_BOT_TOKEN", "xoxb-1-example",
                "SLACK_APP_TOKEN", "xapp-1-example",
                "SLACK_API_URL", "http://127.0.0.1:" + slack.getAddress().getPort() + "/api/",
                "REDIS_URL", "redis://" + lasting.node(),
                "COFFEEBREAK_ORGANIZERS", "UORGA",
                "COFFEEBREAK_EVENT_DATE",
                        LocalDate.now(ZoneOffset.UTC).plusDays(30).toString(),
                "COFFEEBREAK_EVENT_ZONE", "America/Sao_Paulo",
                "PORT", "0",
                "COFFEEBREAK_MANAGEMENT_PORT", "0"));
    }

    @AfterAll
    void close() throws Exception {
        slack.stop(0);
        lasting.close();
        forgetting.close();
    }

    /// @param said what stands in the lines that begin with ✗, in their order
    private record Broken(String name, Breaking breaking, List<String> said) {
        @Override
        public String toString() {
            return name;
        }
    }

    private interface Breaking {
        void of(DoctorTest setUp) throws Exception;
    }

    private static Broken broken(String name, Breaking breaking, String... said) {
        return new Broken(name, breaking, List.of(said));
    }

    static Stream<Broken> brokenSetUps() {
        return Stream.of(
                broken("no token at all", it -> it.variables.remove("SLACK_BOT_TOKEN"), "SLACK_BOT_TOKEN is not set"),
                broken(
                        "a token that was taken back",
                        it -> it.answers.put("auth.test", "{\"ok\":false,\"error\":\"token_revoked\"}"),
                        "SLACK_BOT_TOKEN is refused by Slack (token_revoked): install the app anew"),
                broken(
                        "the token of a person",
                        it -> {
                            it.variables.put("SLACK_BOT_TOKEN", "xoxp-1-example");
                            it.answers.put("auth.test", KNOWN.replace(",\"bot_id\":\"B0BOT\"", ""));
                        },
                        "SLACK_BOT_TOKEN does not begin with xoxb-",
                        "SLACK_BOT_TOKEN belongs to a person"),
                broken(
                        "an app installed before two scopes were added",
                        it -> it.scopes = SCOPES.replace("files:read,", "").replace("mpim:write,", ""),
                        "The bot token lacks files:read (without it no programme"),
                broken(
                        "an app-level token without its scope",
                        it -> it.answers.put("apps.connections.open", "{\"ok\":false,\"error\":\"missing_scope\"}"),
                        "SLACK_APP_TOKEN is refused by Slack (missing_scope)"),
                broken(
                        "a Slack that is not there",
                        it -> it.variables.put("SLACK_API_URL", "http://127.0.0.1:1/api/"),
                        "Slack at http://127.0.0.1:1/api/ does not answer as it should"),
                broken(
                        "an organizer of another workspace",
                        it -> it.answers.put("users.info", "{\"ok\":false,\"error\":\"user_not_found\"}"),
                        "COFFEEBREAK_ORGANIZERS names UORGA, whom this workspace does not know"),
                broken(
                        "nobody to run the day",
                        it -> it.variables.remove("COFFEEBREAK_ORGANIZERS"),
                        "COFFEEBREAK_ORGANIZERS is not set"),
                broken(
                        "a Redis that is not there",
                        it -> it.variables.put("REDIS_URL", "redis://127.0.0.1:1"),
                        "Redis at 127.0.0.1:1 does not answer"),
                broken(
                        "a Redis that forgets",
                        it -> it.variables.put("REDIS_URL", "redis://" + it.forgetting.node()),
                        "Redis runs without 'appendonly yes'",
                        "Redis runs with 'maxmemory-policy allkeys-lru'"),
                broken(
                        "a programme with a slip in it",
                        it -> it.variables.put(
                                "COFFEEBREAK_EVENT",
                                "file:"
                                        + Files.writeString(
                                                folder.resolve("day.yaml"), "name: A\nsessions: [{start: 25:00}]\n")),
                        "COFFEEBREAK_EVENT: ",
                        "day.yaml"),
                broken(
                        "a roster that is not there",
                        it -> it.variables.put("COFFEEBREAK_ROSTER", "file:/nowhere/roster.yaml"),
                        "COFFEEBREAK_ROSTER: "),
                broken(
                        "last year's day",
                        it -> it.variables.put("COFFEEBREAK_EVENT_DATE", "2024-04-26"),
                        "The day, 2024-04-26, is over"),
                broken(
                        "a day without a zone",
                        it -> it.variables.remove("COFFEEBREAK_EVENT_ZONE"),
                        "COFFEEBREAK_EVENT_ZONE is not set"),
                broken(
                        "a clock left from a rehearsal",
                        it -> it.variables.put("COFFEEBREAK_NOW", "2026-04-26T11:40:00Z"),
                        "COFFEEBREAK_NOW is set"),
                broken("a clock that runs ahead", it -> it.ahead = Duration.ofMinutes(7), "s ahead of Slack's"),
                broken(
                        "a folder for temporary files that forbids execution",
                        it -> it.natives = List.of(new Native("The solver", () -> {
                            throw new UnsatisfiedLinkError("failed to map segment from shared object");
                        })),
                        "The solver cannot be loaded (failed to map segment from shared object)"),
                broken(
                        "a screen that Slack would not show",
                        it -> it.answers.put("blocks.validate", """
                                {"ok":false,"error":"invalid_blocks","errors":[{"pointer":"/0/text","code":"x","message":"too long"}]}"""),
                        "Slack would not show the screen afterwards: too long at /0/text"));
    }

    @ParameterizedTest
    @MethodSource("brokenSetUps")
    void whatIsBrokenIsNamed(Broken broken) throws Exception {
        broken.breaking().of(this);

        var said = doctor(1);

        var wrong = said.lines().filter(line -> line.startsWith("✗")).toList();
        broken.said().forEach(words -> assertThat(wrong).as(said).anyMatch(line -> line.contains(words)));
        if (!broken.name().contains("programme") && !broken.name().contains("screen")) {
            assertThat(wrong).as("and nothing else: %s", said).hasSameSizeAs(broken.said());
        }
    }

    @Test
    void whereNothingIsWrongItSaysSoOfEach() {
        natives = Examination.natives();

        var said = doctor(0);

        assertThat(said)
                .contains(
                        "✓ Every setting can be read.",
                        "✓ Slack knows the bot token: coffeebreak in the workspace Example.",
                        "✓ The bot token has every scope that is needed.",
                        "✓ This machine's clock goes with Slack's.",
                        "✓ Slack would let the bot connect by Socket Mode.",
                        "✓ The organizer UORGA is Marta Oyarzabal.",
                        "keeps what it is given.",
                        "✓ The solver, which seats people, can be loaded.",
                        "Nothing is wrong.")
                .containsPattern("✓ Slack would show all \\d\\d screens");
    }

    @Test
    void aServerThatChecksNoScreensIsNoFault() {
        answers.remove("blocks.validate");

        assertThat(doctor(0))
                .containsPattern("– Of \\d+ screens Slack was asked 0, and then no more: .*unknown_method");
    }

    @Test
    void aPortThatIsTakenIsNamedWhereSlackCalls() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            variables.put("PORT", Integer.toString(other.getLocalPort()));
            assertThat(doctor(0)).doesNotContain(Integer.toString(other.getLocalPort()));

            variables.putAll(Map.of("COFFEEBREAK_SLACK_MODE", "http", "SLACK_SIGNING_SECRET", "0123456789abcdef"));
            assertThat(doctor(1)).contains("✗ Port %d on 0.0.0.0 cannot be used".formatted(other.getLocalPort()));
        }
    }

    @Test
    void noSecretIsEverSaid() {
        variables.put("REDIS_URL", "redis://somebody:hush-hush@127.0.0.1:1");

        assertThat(doctor(1)).doesNotContain("hush-hush", "xoxb-1-example", "xapp-1-example");
    }

    private String doctor(int status) {
        var out = new StringWriter();
        var command = new CommandLine(new Doctor(variables, () -> Instant.now().plus(ahead), natives));
        assertThat(command.setOut(new PrintWriter(out)).execute())
                .as(out.toString())
                .isEqualTo(status);
        return out.toString();
    }
}
