package coffeebreak.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import coffeebreak.bot.SecurityTable;
import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.encoding.Json;
import coffeebreak.bot.redis.RedisStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// The bot in HTTP mode as Spring assembles it, from outside: what comes twice, what its two ports tell, who is slow,
/// and what stands in its log when everything is over.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DoorsStoriesTest {

    private static final String SECRET = "canary0secret0of0the0signature";
    /// Words nobody else says; none of them may stand in a log.
    private static final List<String> WORDS = List.of("quokka", "zyxwvut", "Priya", "Marta", "hooks/canary");

    private static final List<String> SECRETS = List.of(SECRET, LocalWorkspace.BOT_TOKEN, LocalWorkspace.APP_TOKEN);

    private final Queue<String> logged = new ConcurrentLinkedQueue<>();
    private LocalDay day;
    private int sent;

    @BeforeAll
    void theDayBegins(@TempDir Path folder) {
        day = new LocalDay(folder, Set.of(), Map.of("COFFEEBREAK_SLACK_MODE", "http", "SLACK_SIGNING_SECRET", SECRET));
        var appender = new AppenderBase<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent event) {
                logged.add(event.getLoggerName() + " " + event.getFormattedMessage() + " "
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())));
            }
        };
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        appender.setContext(context);
        appender.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
        // Our own say everything they can.
        context.getLogger("coffeebreak").setLevel(Level.TRACE);
    }

    @AfterAll
    void theDayEnds() {
        ((LoggerContext) LoggerFactory.getILoggerFactory())
                .getLogger("coffeebreak")
                .setLevel(Level.INFO);
        day.close();
    }

    /// Scenarios 63 and 74: whatever comes three times, at once or one after the other, has one effect; and so has a
    /// request that somebody kept and sends again.
    @Test
    @Order(1)
    void whatComesThreeTimesIsDoneOnce() throws Exception {
        var table = new SecurityTable("replay");
        for (var words : List.of(
                "when is lunch?",
                "I'd rather not sit with <@UBO>",
                "what do you know about me?",
                "stop writing to me")) {
            var body = message("UANA", words);
            table.tried("a message", words, effects(body) != 1);
            table.tried("a message, kept and sent again", words, effects(body) != 0);
        }
        for (var words : List.of("my seat", "when does Julia Kempe speak?", "help")) {
            var body = command("UANA", "/coffee", words);
            table.tried("a command", words, effects(body) != 1);
            table.tried("a command, kept and sent again", words, effects(body) != 0);
        }
        for (var value : List.of(new Json().write(new ChatIntent.Help()), "of an earlier version")) {
            var press = press("UANA", value);
            table.tried("a press", value, effects(press) != 1);
            table.tried("a press, kept and sent again", value, effects(press) != 0);
        }
        var elsewhere = message("UANA", "when is lunch?").replace("T0COFFEE", "T0ELSEWHERE");
        table.tried("of another workspace", "a message", effects(elsewhere) != 0);
        table.tried(
                "of another workspace",
                "a command",
                effects(command("UANA", "/coffee", "help").replace("T0COFFEE", "T0ELSEWHERE")) != 0);
        table.tried(
                "of another workspace",
                "an organizer's command",
                effects(command("UORGA", "/coffee-admin", "status").replace("T0COFFEE", "T0ELSEWHERE")) != 0);
        table.tried(
                "of another workspace",
                "a press",
                effects(press("UANA", new Json().write(new ChatIntent.Help())).replace("T0COFFEE", "T0ELSEWHERE"))
                        != 0);
        table.judge(20);
        assertThat(store().blocks().said().by(new Person("UANA"))).containsExactly(new Person("UBO"));
    }

    /// How many messages of the bot follow three deliveries, the last two at the same time.
    private int effects(String body) throws Exception {
        var before = said();
        assertThat(deliver(body, "0").statusCode()).isEqualTo(200);
        Stream.of("1", "2").parallel().forEach(retry -> {
            try {
                assertThat(deliver(body, retry).statusCode()).isEqualTo(200);
            } catch (IOException | InterruptedException broken) {
                throw new AssertionError(broken);
            }
        });
        // Everything of one person is worked in order, so what answers this has come after all of them.
        var marker = "hello " + sent;
        deliver(message("UANA", "thanks"), "0");
        Visitor.await(marker, () -> said() > before ? Boolean.TRUE : null);
        deliver(message("UANA", "thanks"), "0");
        Visitor.await(marker, () -> thanks() >= 2L * rounds + 2 ? Boolean.TRUE : null);
        rounds++;
        return said() - before - 2;
    }

    private int rounds;

    private long thanks() {
        return day.calls().stream()
                .filter(call -> call.arguments().toString().contains("You're welcome!"))
                .count();
    }

    private int said() {
        return (int) day.calls().stream()
                .filter(call -> call.method().equals("chat.postMessage")
                        || call.method().equals("chat.postEphemeral")
                        || call.method().startsWith("response_url"))
                .count();
    }

    /// Whoever is not Slack learns a status and nothing else; how the bot is, is told on a port of its own.
    @Test
    @Order(2)
    void thePortsTellNothingButWhatTheyAreFor() throws Exception {
        var table = new SecurityTable("surface");
        for (var path : List.of(
                "/",
                "/actuator",
                "/actuator/health",
                "/actuator/metrics",
                "/actuator/prometheus",
                "/actuator/health/liveness",
                "/livez",
                "/actuator/env",
                "/actuator/heapdump",
                "/error",
                "/error?trace=true&message=true",
                "/slack",
                "/slack/events/..%2f..%2factuator",
                "/favicon.ico",
                "/%00",
                "/..;/actuator",
                "/index.html",
                "/h2-console",
                "/swagger-ui.html",
                "/.env",
                "/.git/config",
                "/WEB-INF/web.xml")) {
            for (var method : List.of("GET", "POST", "PUT", "DELETE", "TRACE", "OPTIONS")) {
                var answer = raw(
                        day.port(),
                        method + " " + path + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n"
                                + "Content-Length: 0\r\n\r\n");
                table.tried("the port of Slack", method + " " + path, tells(answer) || isServed(answer, method));
            }
        }
        for (var endpoint : List.of(
                "env",
                "heapdump",
                "threaddump",
                "loggers",
                "shutdown",
                "beans",
                "configprops",
                "mappings",
                "info",
                "conditions",
                "scheduledtasks",
                "sessions",
                "startup",
                "httpexchanges",
                "logfile",
                "caches",
                "auditevents",
                "health/slack/x",
                "quartz",
                "sbom")) {
            for (var method : List.of("GET", "POST")) {
                var answer = raw(
                        day.managementPort(),
                        method + " /actuator/" + endpoint
                                + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
                table.tried(
                        "the port of health",
                        method + " " + endpoint,
                        tells(answer) || answer.startsWith("HTTP/1.1 2"));
            }
        }
        for (var broken : List.of(
                "GARBAGE\r\n\r\n",
                "GET / HTTP/9.9\r\n\r\n",
                "POST /slack/events HTTP/1.1\r\nHost: h\r\nContent-Length: -1\r\n\r\n",
                "POST /slack/events HTTP/1.1\r\nHost: h\r\nContent-Length: x\r\n\r\n",
                "POST /slack/events HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nZZZ\r\n",
                "POST /slack/events HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx",
                "GET /\u0001 HTTP/1.1\r\nHost: h\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: h\r\nX: " + "x".repeat(20_000) + "\r\n\r\n",
                "GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: h\r\n\r\n")) {
            for (var port : List.of(day.port(), day.managementPort())) {
                var answer = raw(port, broken);
                table.tried("what is no request", broken, tells(answer) || answer.startsWith("HTTP/1.1 2"));
            }
        }
        table.judge(150);
        var health = get(day.managementPort(), "/actuator/health");
        assertThat(health.body()).contains("\"status\":\"UP\"").doesNotContain("redis://");
        assertThat(health.body())
                .contains("\"slack\":{\"status\":\"UP\"}", "\"redis\":{\"status\":\"UP\"}")
                .contains("\"index\":{\"status\":\"UP\"}", "\"outbox\":{\"status\":\"ON_TIME\"}");
        assertThat(get(day.managementPort(), "/actuator/health/readiness").body())
                .contains("\"status\":\"UP\"", "\"index\"");
        assertThat(get(day.managementPort(), "/actuator/metrics").body()).contains("jvm.memory.used");
        assertThat(figures()).contains("coffeebreak_redis_up 1.0", "coffeebreak_acknowledgements_seconds_count");
    }

    private String figures() throws IOException, InterruptedException {
        return get(day.managementPort(), "/actuator/prometheus").body();
    }

    private static boolean isServed(String answer, String method) {
        return answer.startsWith("HTTP/1.1 2") && !method.equals("OPTIONS");
    }

    private static boolean tells(String answer) {
        return Stream.of("Exception", "at coffeebreak", "Tomcat", "Spring", "trace", "Whitelabel", "xoxb", "redis://")
                .anyMatch(answer::contains);
    }

    /// Half a request, and then nothing.
    @Test
    @Order(3)
    void whoIsSilentIsCutOff() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), day.port())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream()
                    .write("POST /slack/events HTTP/1.1\r\nHost: h\r\nX-".getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .doesNotStartWith("HTTP/1.1 2");
        }
    }

    /// After a day on which people wrote, signed up, were refused and made the bot stumble.
    @Test
    @Order(4)
    void nothingThatIsSomebodysStandsInTheLog() throws Exception {
        deliver(
                message(
                        "UPRIYA",
                        "I'm a 2nd-year PhD at Zyxwvut University working on quokka landscapes. My question: why quokkas?"),
                "0");
        deliver(message("UPRIYA", "yes"), "0");
        deliver(message("UPRIYA", "forget me"), "0");
        deliver(command("UPRIYA", "/coffee-admin", "publish quokka"), "0");
        deliver(command("UORGA", "/coffee-admin", "preview"), "0");
        deliver(command("UORGA", "/coffee-admin", "quokka zyxwvut"), "0");
        deliver(press("UPRIYA", "{\"quokka\":1}"), "0");
        deliver("{\"type\":\"event_callback\",\"quokka\":\"zyxwvut\"}", "0");
        deliver("payload=quokka", "0");
        deliver(
                "payload=" + URLEncoder.encode("{\"type\":\"quokka\",\"text\":\"zyxwvut\"}", StandardCharsets.UTF_8),
                "0");
        day.redisGoes();
        deliver(message("UPRIYA", "quokka again"), "0");
        deliver(message("UPRIYA", "I'd rather not sit with zyxwvut"), "0");
        deliver(command("UPRIYA", "/coffee", "forget me quokka"), "0");
        Visitor.await(
                "the bot stumbles",
                () -> logged.stream().anyMatch(line -> line.contains("StoreUnavailable")) ? Boolean.TRUE : null);
        Visitor.await("Redis is away", () -> day.isHealthy() ? null : Boolean.TRUE);
        assertThat(get(day.managementPort(), "/actuator/health/liveness").statusCode())
                .isEqualTo(200);
        assertThat(figures()).contains("coffeebreak_redis_up 0.0");
        day.redisComesBack();
        Visitor.await("Redis is back", () -> store().takes() ? Boolean.TRUE : null);
        day.slackRefuses("chat.postMessage", "fatal_error");
        deliver(message("UPRIYA", "what is a quokka?"), "0");
        deliver(message("UPRIYA", "when is lunch?"), "0");
        var table = new SecurityTable("canaries");
        var health = get(day.managementPort(), "/actuator/health").body();
        var kept = new EverythingKept(day.redis());
        var figures = figures();
        for (var somebody : List.of("UPRIYA", "UANA", "UORGA", "C0GENERAL", "Priya", "quokka", "zyxwvut")) {
            table.tried("somebody in the figures", somebody, figures.contains(somebody));
        }
        for (var secret : SECRETS) {
            table.tried("a secret in the figures", secret, figures.contains(secret));
            table.tried("a secret in the log", secret, logged.stream().anyMatch(line -> line.contains(secret)));
            table.tried("a secret in Redis", secret, !kept.naming(secret).isEmpty());
            table.tried("a secret in the health", secret, health.contains(secret));
            table.tried(
                    "a secret on a screen",
                    secret,
                    day.calls().stream()
                            .anyMatch(call -> call.arguments().toString().contains(secret)));
        }
        for (var word : WORDS) {
            table.tried(
                    "a word in the log",
                    word + ": "
                            + logged.stream()
                                    .filter(line -> line.contains(word))
                                    .findFirst()
                                    .orElse(""),
                    logged.stream().anyMatch(line -> line.contains(word)));
        }
        assertThat(logged).as("something was logged at all").hasSizeGreaterThan(3);
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        for (var name : List.of(
                "com.slack.api",
                "com.slack.api.socket_mode.SocketModeClient",
                "com.slack.api.app_backend.SlackSignature",
                "com.slack.api.bolt.App",
                "com.slack.api.methods",
                "okhttp3",
                "org.glassfish.tyrus",
                "redis.clients.jedis",
                "dev.langchain4j",
                "org.apache.coyote",
                "org.springframework.web")) {
            table.tried(
                    "a library's logger below INFO",
                    name,
                    context.getLogger(name).getEffectiveLevel().toInt() < Level.INFO_INT);
        }
        table.judge(25);
    }

    private String message(String who, String words) {
        sent++;
        return "{\"type\":\"event_callback\",\"team_id\":\"T0COFFEE\",\"api_app_id\":\"A0COFFEE\",\"event_id\":\"Ev%d\",\"event\":{\"type\":\"message\",\"channel\":\"%s\",\"channel_type\":\"im\",\"user\":\"%s\",\"ts\":\"1714100000.%06d\",\"text\":\"%s\"}}"
                .formatted(sent, who, who, sent, words);
    }

    private String command(String who, String command, String words) {
        sent++;
        return "command=%s&text=%s&user_id=%s&channel_id=C0GENERAL&team_id=T0COFFEE&trigger_id=13.%d&response_url=%s&token=t"
                .formatted(
                        URLEncoder.encode(command, StandardCharsets.UTF_8),
                        URLEncoder.encode(words, StandardCharsets.UTF_8),
                        who,
                        sent,
                        URLEncoder.encode("https://evil.invalid/hooks/canary", StandardCharsets.UTF_8));
    }

    private String press(String who, String value) {
        sent++;
        return "payload="
                + URLEncoder.encode(
                        """
                        {"type":"block_actions","user":{"id":"%s"},"team":{"id":"T0COFFEE"},"trigger_id":"13.%d",
                         "response_url":"https://evil.invalid/hooks/canary","channel":{"id":"C0GENERAL","name":"general"},
                         "container":{"type":"message","message_ts":"1714100000.000100","channel_id":"C0GENERAL"},
                         "message":{"type":"message","ts":"1714100000.000100","text":"t"},
                         "actions":[{"type":"button","action_id":"b","block_id":"b","action_ts":"1714100001.%d","value":%s}]}""".formatted(who, sent, sent, new com.google.gson.Gson().toJson(value)),
                        StandardCharsets.UTF_8);
    }

    private HttpResponse<String> deliver(String body, String retry) throws IOException, InterruptedException {
        var timestamp = String.valueOf(Instant.now().getEpochSecond());
        return sent(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + day.port() + "/slack/events"))
                .header("X-Slack-Request-Timestamp", timestamp)
                .header("X-Slack-Signature", sign(timestamp, body))
                .header("X-Slack-Retry-Num", retry)
                .header("Content-Type", body.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return sent(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build());
    }

    /// Each on a connection of its own: one that was kept is closed by the bot when nothing came for five seconds, and
    /// a request may meet just that.
    private static HttpResponse<String> sent(HttpRequest request) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString());
        }
    }

    private static String raw(int port, String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            try {
                return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            } catch (java.net.SocketException hungUp) {
                return "";
            }
        }
    }

    private static String sign(String timestamp, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "v0="
                    + HexFormat.of()
                            .formatHex(mac.doFinal(("v0:" + timestamp + ":" + body).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new AssertionError(missing);
        }
    }

    private RedisStore store() {
        return day.parts().store();
    }
}
