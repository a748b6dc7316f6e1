package coffeebreak.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.frontdesk.Arrival;
import coffeebreak.bot.fuzz.Target;
import coffeebreak.bot.fuzz.Words;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/// A signed body of any kind is answered by a status without a word about the inside; only what was acknowledged is
/// handed over, and without the right signature nothing is.
public final class EventsTarget implements Target {

    private static final Instant NOW = Instant.parse("2026-04-26T12:00:00Z");
    private static final String TIMESTAMP = String.valueOf(NOW.getEpochSecond());

    private final RequestSignature signature = new RequestSignature("fuzz", InstantSource.fixed(NOW));
    private final ConcurrentLinkedQueue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
    private final SlackEdge edge = new SlackEdge(
            new SlackSettings("xoxb-test", "", "fuzz", SlackSettings.Mode.HTTP, URI.create("http://127.0.0.1:9/api/")),
            Duration.ofSeconds(1),
            this::work,
            InstantSource.fixed(NOW));
    private boolean open;

    public EventsTarget() {
        edge.open(arrivals::add);
        open = true;
    }

    /// At once, so that what is handed over is there when the answer is; but to ask who we are there is no Slack.
    private void work(Runnable task) {
        if (open) {
            task.run();
        }
    }

    /// Who the bot is: it asks there, and nobody answers.
    @Override
    public boolean connects() {
        return true;
    }

    @Override
    public List<byte[]> seeds() {
        return Words.seeds(
                "{\"type\":\"url_verification\",\"challenge\":\"c\",\"token\":\"t\"}",
                "{\"type\":\"event_callback\",\"team_id\":\"T1\",\"api_app_id\":\"A1\",\"event_id\":\"Ev1\",\"event\":{\"type\":\"message\","
                        + "\"channel\":\"D1\",\"channel_type\":\"im\",\"user\":\"U1\",\"text\":\"hi\",\"ts\":\"1714100000.000200\"}}",
                "{\"type\":\"event_callback\",\"team_id\":\"T1\",\"event_id\":\"Ev2\",\"event\":{\"type\":\"app_home_opened\","
                        + "\"user\":\"U1\",\"tab\":\"home\",\"channel\":\"D1\"}}",
                "{\"type\":\"event_callback\",\"event\":null}",
                "command=%2Fcoffee&text=hi&user_id=U1&team_id=T1&channel_id=C1&trigger_id=1.2&response_url=https%3A%2F%2Fhooks.slack.com%2Fx",
                "payload=%7B%22type%22%3A%22block_actions%22%2C%22user%22%3A%7B%22id%22%3A%22U1%22%7D%2C%22team%22%3A%7B%22id%22%3A%22T1"
                        + "%22%7D%2C%22actions%22%3A%5B%7B%22action_id%22%3A%22a%22%2C%22type%22%3A%22button%22%2C%22value%22%3A%22x%22%7D%5D%7D",
                "payload=%7B%22type%22%3A%22view_submission%22%2C%22user%22%3A%7B%22id%22%3A%22U1%22%7D%2C%22view%22%3A%7B%22"
                        + "callback_id%22%3A%22sign-up%22%2C%22state%22%3A%7B%22values%22%3A%7B%7D%7D%7D%7D");
    }

    @Override
    public void holds(byte[] input) throws Exception {
        var forged = post(input, "v0=00");
        assertThat(forged.getStatus()).isEqualTo(401);
        assertThat(forged.getContentAsByteArray()).isEmpty();
        assertThat(arrivals).isEmpty();
        var answer = post(input, signature.sign(TIMESTAMP, input));
        assertThat(answer.getStatus()).isIn(200, 400, 404, 500);
        if (answer.getStatus() != 200) {
            assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).doesNotContain("Exception", "\tat ", "xoxb");
            assertThat(arrivals).isEmpty();
        }
        arrivals.clear();
    }

    private MockHttpServletResponse post(byte[] body, String signed) throws Exception {
        var request = new MockHttpServletRequest("POST", "/slack/events");
        request.setContent(body);
        request.setContentType(
                body.length > 0 && body[0] == '{' ? "application/json" : "application/x-www-form-urlencoded");
        request.addHeader("X-Slack-Request-Timestamp", TIMESTAMP);
        request.addHeader("X-Slack-Signature", signed);
        var response = new MockHttpServletResponse();
        edge.endpoint().orElseThrow().service(request, response);
        return response;
    }
}
