package coffeebreak.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.SecurityTable;
import coffeebreak.bot.frontdesk.Arrival;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.LifecycleException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything somebody could send who is not Slack, or Slack's own request altered or kept for later, byte for byte
/// over a socket of its own; and one request as Slack signs it, which is heard.
class SignatureTableTest {

    private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
    private static final Instant NOW = Instant.parse("2026-04-26T12:00:00Z");
    private static final String BODY = "{\"type\":\"event_callback\",\"team_id\":\"T0\",\"api_app_id\":\"A0\","
            + "\"event_id\":\"Ev1\",\"event\":{\"type\":\"message\",\"channel\":\"D0ANA\",\"channel_type\":\"im\","
            + "\"user\":\"U0ANA\",\"ts\":\"1714100000.000200\",\"text\":\"hi\"}}";
    private static final String MARKER = BODY.replace("Ev1", "EvMarker").replace("\"hi\"", "\"marker\"");

    @TempDir
    Path folder;

    private final ScriptedSlack slack = new ScriptedSlack();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final SecurityTable table = new SecurityTable("signature");
    private ServletHost host;
    private final SlackEdge edge = new SlackEdge(
            new SlackSettings("xoxb-test", "", SECRET, SlackSettings.Mode.HTTP, slack.api()),
            Duration.ofSeconds(10),
            workers,
            InstantSource.fixed(NOW));

    @BeforeEach
    void start() throws LifecycleException {
        host = new ServletHost(folder, edge.endpoint().orElseThrow());
        edge.open(arrivals::add);
    }

    @AfterEach
    void stop() throws LifecycleException {
        edge.close();
        host.close();
        workers.shutdownNow();
        slack.close();
    }

    @Test
    void nothingButWhatSlackSignedNowIsHeard() throws Exception {
        forged();
        truncated();
        alteredBodies();
        otherTimes();
        otherSecrets();
        headerTricks();
        requestTricks();
        tooMuch();

        assertThat(status(post(signed(MARKER), MARKER))).as("Slack's own").isEqualTo(200);
        var heard = arrivals.poll(10, TimeUnit.SECONDS);
        assertThat(heard).isNotNull();
        assertThat(heard.input()).isEqualTo(new Arrival.Input.Words("marker"));
        assertThat(arrivals).as("and nothing after it").isEmpty();
        table.judge(450);
    }

    private void forged() throws IOException {
        for (var signature : List.of(
                "",
                "v0=",
                "v0=0",
                "v0=" + "0".repeat(64),
                "v0=" + "f".repeat(64),
                "v0=null",
                "null",
                "*",
                "v0=" + "é".repeat(32))) {
            refused("forged", signature, with(signed(BODY), "X-Slack-Signature", signature), BODY);
        }
        var whole = sign(timestamp(), BODY);
        for (var version : List.of("v1", "V0", "v00", "v", "", "0", "v0 ", "v0=v0")) {
            refused(
                    "wrong version",
                    version,
                    with(signed(BODY), "X-Slack-Signature", whole.replace("v0", version)),
                    BODY);
        }
        refused("altered signature", "upper case", with(signed(BODY), "X-Slack-Signature", upper(whole)), BODY);
        for (var i = 3; i < whole.length(); i++) {
            var other = whole.charAt(i) == '0' ? '1' : '0';
            var altered = whole.substring(0, i) + other + whole.substring(i + 1);
            refused("altered signature", "digit " + i, with(signed(BODY), "X-Slack-Signature", altered), BODY);
        }
    }

    private static String upper(String signature) {
        return "v0=" + signature.substring(3).toUpperCase(Locale.ROOT);
    }

    private void truncated() throws IOException {
        var whole = sign(timestamp(), BODY);
        for (var length = 0; length < whole.length(); length++) {
            refused(
                    "truncated signature",
                    "to " + length,
                    with(signed(BODY), "X-Slack-Signature", whole.substring(0, length)),
                    BODY);
        }
        refused("longer signature", "a digit", with(signed(BODY), "X-Slack-Signature", whole + "0"), BODY);
        refused("longer signature", "twice", with(signed(BODY), "X-Slack-Signature", whole + "," + whole), BODY);
        for (var length = 0; length < BODY.length(); length += 7) {
            refused("truncated body", "to " + length, signed(BODY), BODY.substring(0, length));
        }
    }

    private void alteredBodies() throws IOException {
        for (var i = 0; i < BODY.length(); i++) {
            var other = BODY.charAt(i) == 'x' ? 'y' : 'x';
            refused("altered body", "byte " + i, signed(BODY), BODY.substring(0, i) + other + BODY.substring(i + 1));
        }
        for (var altered : List.of(
                BODY + " ",
                BODY + "\n",
                " " + BODY,
                "\uFEFF" + BODY,
                BODY.replace("U0ANA", "UORGA"),
                BODY.replace("\"hi\"", "\"forget me\""),
                BODY.replace("\"T0\"", "\"T1\""),
                "payload=" + BODY,
                BODY + BODY)) {
            refused("altered body", altered, signed(BODY), altered);
        }
    }

    private void otherTimes() throws IOException {
        for (var seconds : List.of(301, 302, 360, 3_600, 86_400, 31_536_000)) {
            for (var sign : List.of(-1, 1)) {
                var timestamp = String.valueOf(NOW.getEpochSecond() + (long) sign * seconds);
                refused(sign < 0 ? "too old" : "too new", seconds + " s", signed(timestamp, BODY), BODY);
            }
        }
        var stale = signed(String.valueOf(NOW.getEpochSecond() - 301), BODY);
        for (var seconds : List.of(-300, -1, 0, 1, 300)) {
            var timestamp = String.valueOf(NOW.getEpochSecond() + seconds);
            if (!timestamp.equals(timestamp())) {
                refused("altered timestamp", seconds + " s", with(signed(BODY), TIMESTAMP, timestamp), BODY);
            }
            refused("an old request with a new time", seconds + " s", with(stale, TIMESTAMP, timestamp), BODY);
        }
        var now = timestamp();
        for (var timestamp : List.of(
                "",
                "soon",
                "-" + now,
                "+" + now,
                now + ".0",
                now + "000",
                "0x" + Long.toHexString(NOW.getEpochSecond()),
                "1e9",
                "99999999999999999999",
                now + "," + now,
                now + " 0",
                "NaN",
                "٠١٢٣٤٥٦٧٨٩",
                now + ":")) {
            refused("no timestamp at all", timestamp, signed(timestamp, BODY), BODY);
        }
        // What is signed is "v0:TIME:BODY": a colon that moves must not make one request of another.
        var moved = BODY.substring(1);
        refused("moved colon", "brace in the time", with(signed(BODY), TIMESTAMP, now + ":{"), moved);
    }

    private void otherSecrets() throws IOException {
        for (var secret :
                List.of("other", SECRET + "0", SECRET.substring(1), upperSecret(), "null", "unset", "xoxb-test", " ")) {
            if (secret.isBlank()) {
                continue;
            }
            var headers = with(
                    signed(BODY),
                    "X-Slack-Signature",
                    new RequestSignature(secret, InstantSource.fixed(NOW)).sign(timestamp(), bytes(BODY)));
            refused("another secret", secret, headers, BODY);
        }
    }

    private static String upperSecret() {
        return SECRET.toUpperCase(Locale.ROOT);
    }

    private static final String TIMESTAMP = "X-Slack-Request-Timestamp";

    private void headerTricks() throws IOException {
        refused("missing headers", "no signature", without(signed(BODY), "X-Slack-Signature"), BODY);
        refused("missing headers", "no timestamp", without(signed(BODY), TIMESTAMP), BODY);
        refused("missing headers", "neither", Map.of(), BODY);
        for (var claim : List.of(
                Map.of("X-Slack-Retry-Num", "1", "X-Slack-Retry-Reason", "http_timeout"),
                Map.of("X-Forwarded-For", "127.0.0.1", "X-Real-IP", "127.0.0.1"),
                Map.of("Authorization", "Bearer xoxb-test"),
                Map.of("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)"),
                Map.of("X_Slack_Signature", sign(timestamp(), BODY), "X_Slack_Request_Timestamp", timestamp()),
                Map.of("X-Slack-Signature-Verified", "true"),
                Map.of("X-HTTP-Method-Override", "POST"),
                Map.of("Cookie", "X-Slack-Signature=" + sign(timestamp(), BODY)))) {
            refused("claims instead of a signature", claim.toString(), claim, BODY);
        }
        var wrongFirst = "X-Slack-Signature: v0=0\r\n" + lines(signed(BODY));
        refused("two signatures", "the wrong one first", raw("POST", "/slack/events", wrongFirst, bytes(BODY)));
        var oldFirst = TIMESTAMP + ": 1\r\n" + lines(signed(BODY));
        refused("two times", "the old one first", raw("POST", "/slack/events", oldFirst, bytes(BODY)));
        refused(
                "split header",
                "a line break in the name",
                raw(
                        "POST",
                        "/slack/events",
                        "X-Slack\r\n-Signature: " + sign(timestamp(), BODY) + "\r\n",
                        bytes(BODY)));
    }

    private void requestTricks() throws IOException {
        for (var method :
                List.of("GET", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "TRACE", "CONNECT", "PROPFIND", "post")) {
            refused("another method", method, raw(method, "/slack/events", lines(signed(BODY)), bytes(BODY)));
        }
        for (var path : List.of(
                "/",
                "/slack",
                "/slack/events/",
                "/slack/events/x",
                "/slack/events;x=/..",
                "/slack/../slack/events/..",
                "//slack/events%00",
                "/SLACK/EVENTS")) {
            var answer = raw("POST", path, lines(signed(MARKER.replace("EvMarker", "EvPath"))), bytes(BODY));
            refused("another path", path, answer);
        }
        var query = "/slack/events?payload=" + java.net.URLEncoder.encode(BODY, StandardCharsets.UTF_8);
        refused("the body in the address", "signed for nothing", raw("POST", query, lines(signed("")), new byte[0]));
        var form = "ssl_check=1&token=t";
        refused("a check nobody signed", form, Map.of("Content-Type", "application/x-www-form-urlencoded"), form);
        var challenge = "{\"type\":\"url_verification\",\"challenge\":\"c\",\"token\":\"t\"}";
        refused("a check nobody signed", challenge, Map.of("Content-Type", "application/json"), challenge);
        var smuggled = "POST /slack/events HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n"
                + lines(signed(BODY)) + "\r\n0\r\n\r\n" + "POST /slack/events HTTP/1.1\r\nHost: h\r\nContent-Length: "
                + BODY.length() + "\r\nConnection: close\r\n\r\n" + BODY;
        refused("a request within a request", "two lengths", exchange(smuggled.getBytes(StandardCharsets.UTF_8)));
    }

    private void tooMuch() throws IOException {
        var large = BODY.substring(0, BODY.length() - 1) + " ".repeat(1024 * 1024) + "}";
        refused("huge body", "signed", signed(large), large);
        refused("huge body", "not signed", Map.of(), large);
        refused("huge header", "64 KiB", with(signed(BODY), "X-Filler", "x".repeat(64 * 1024)), BODY);
        var many = new LinkedHashMap<>(signed(BODY));
        for (var i = 0; i < 500; i++) {
            many.put("X-Filler-" + i, "x");
        }
        refused("many headers", "500", many, BODY);
    }

    /// A byte now and then, so that no silence is ever long enough.
    @Test
    void whoLetsTheBodyDripIsCutOff() throws IOException {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), host.address().getPort())) {
            socket.setSoTimeout(200);
            var out = socket.getOutputStream();
            out.write(bytes("POST /slack/events HTTP/1.1\r\nHost: h\r\nContent-Length: 100000\r\n" + lines(signed(BODY))
                    + "\r\n"));
            var heard = new StringBuilder();
            for (var i = 0; i < 1_000 && heard.isEmpty(); i++) {
                try {
                    out.write('x');
                    out.flush();
                    var next = socket.getInputStream().read();
                    heard.append(next < 0 ? "ended" : Character.toString(next));
                } catch (java.net.SocketTimeoutException nothingYet) {
                    continue;
                } catch (java.net.SocketException hungUp) {
                    heard.append("ended");
                }
            }
            assertThat(heard).as("an end long before the body's").isNotEmpty();
            assertThat(arrivals).isEmpty();
        }
    }

    private void refused(String row, String what, Map<String, String> headers, String body) throws IOException {
        refused(row, what, post(headers, body));
    }

    /// Nothing but a status that refuses, and nothing told beside it but what the web server says to everybody.
    private void refused(String row, String what, String answer) {
        var heard = arrivals.poll();
        var told = answer.contains("at coffeebreak") || answer.contains("Exception");
        table.tried(row, what, heard != null || told || answer.startsWith("HTTP/1.1 2"));
    }

    private String post(Map<String, String> headers, String body) throws IOException {
        return raw("POST", "/slack/events", lines(headers), bytes(body));
    }

    private static String lines(Map<String, String> headers) {
        var lines = new StringBuilder();
        headers.forEach(
                (name, value) -> lines.append(name).append(": ").append(value).append("\r\n"));
        return lines.toString();
    }

    private String raw(String method, String path, String headers, byte[] body) throws IOException {
        var head = bytes(method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Length: "
                + body.length + "\r\n" + headers + "\r\n");
        var request = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return exchange(request);
    }

    /// A server that refuses early may hang up before it has read everything.
    private String exchange(byte[] request) throws IOException {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), host.address().getPort())) {
            socket.setSoTimeout(20_000);
            try {
                socket.getOutputStream().write(request);
                socket.getOutputStream().flush();
                return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            } catch (java.net.SocketException hungUp) {
                return "";
            }
        }
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.split(" ")[1]);
    }

    private static Map<String, String> signed(String body) {
        return signed(timestamp(), body);
    }

    private static Map<String, String> signed(String timestamp, String body) {
        var headers = new LinkedHashMap<String, String>();
        headers.put(TIMESTAMP, timestamp);
        headers.put("X-Slack-Signature", sign(timestamp, body));
        headers.put("Content-Type", "application/json");
        return headers;
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return more;
    }

    private static Map<String, String> without(Map<String, String> headers, String name) {
        var fewer = new LinkedHashMap<>(headers);
        fewer.remove(name);
        return fewer;
    }

    private static String sign(String timestamp, String body) {
        return new RequestSignature(SECRET, InstantSource.fixed(NOW)).sign(timestamp, bytes(body));
    }

    private static String timestamp() {
        return String.valueOf(NOW.getEpochSecond());
    }

    private static byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
