package coffeebreak.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coffeebreak.workspace.RateLimiter.Tier;
import com.slack.api.methods.SlackApiException;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// Rates, triggers and `response_url`s, on a time that only moves when told.
class LimitsTest {
    private final AtomicLong nanos = new AtomicLong();
    private final WorkspaceLimits slack = WorkspaceLimits.slack();
    private final Ids ids = new Ids(new SplittableRandom(1));

    @Test
    void aChannelTakesAShortBurstAndThenOneMessageASecond() {
        var limiter = new RateLimiter(slack, nanos::get);
        for (int i = 0; i < slack.postBurst(); i++) {
            assertThat(limiter.post("D1")).isEmpty();
        }
        assertThat(limiter.post("D1")).contains(Duration.ofSeconds(1));
        assertThat(limiter.post("D2")).isEmpty();
        pass(Duration.ofSeconds(1));
        assertThat(limiter.post("D1")).isEmpty();
        assertThat(limiter.post("D1")).isPresent();
    }

    @Test
    void aMethodTakesItsTiersCallsAMinute() {
        var limiter = new RateLimiter(slack, nanos::get);
        for (int i = 0; i < 50; i++) {
            assertThat(limiter.method("chat.update", Tier.THREE)).isEmpty();
        }
        assertThat(limiter.method("chat.update", Tier.THREE)).isPresent();
        assertThat(limiter.method("chat.delete", Tier.THREE)).isEmpty();
        pass(Duration.ofMinutes(1));
        assertThat(limiter.method("chat.update", Tier.THREE)).isEmpty();
    }

    @Test
    void withoutRatesNothingIsLimited() {
        var limiter = new RateLimiter(WorkspaceLimits.withoutRates(), nanos::get);
        for (int i = 0; i < 1000; i++) {
            assertThat(limiter.post("D1")).isEmpty();
        }
    }

    @Test
    void aTriggerIsGoodOnceForThreeSeconds() {
        var triggers = new Triggers(slack.trigger(), nanos::get, ids);
        var used = triggers.make("U0ANA");
        assertThat(triggers.exchange(used)).isEqualTo("U0ANA");
        assertThatThrownBy(() -> triggers.exchange(used)).hasMessageContaining("exchanged_trigger_id");
        var late = triggers.make("U0ANA");
        pass(Duration.ofMillis(3001));
        assertThatThrownBy(() -> triggers.exchange(late)).hasMessageContaining("expired_trigger_id");
        assertThatThrownBy(() -> triggers.exchange("made.up")).hasMessageContaining("invalid_trigger_id");
    }

    @Test
    void aResponseUrlIsGoodForHalfAnHour() {
        var urls = new ResponseUrls(slack, nanos::get, ids, () -> "http://127.0.0.1");
        var url = urls.make("D1", "U0ANA", null);
        var id = url.substring(url.lastIndexOf('/') + 1);
        assertThat(urls.use(id)).isEmpty();
        pass(Duration.ofMinutes(31));
        assertThat(urls.use(id)).contains("expired_url");
        assertThat(urls.use("made-up")).contains("expired_url");
    }

    @Test
    void theOfficialClientIsToldToRetryAfterSeconds() throws Exception {
        try (var local = new WorkspaceFixture(
                WorkspaceSettings.example().withLimits(WorkspaceLimits.slack().withPosts(0.01, 1, 300)))) {
            assertThat(local.methods()
                            .chatPostMessage(r -> r.channel("U0ANA").text("one"))
                            .isOk())
                    .isTrue();
            assertThatThrownBy(() -> local.methods()
                            .chatPostMessage(r -> r.channel("U0ANA").text("two")))
                    .isInstanceOfSatisfying(SlackApiException.class, limited -> {
                        assertThat(limited.getResponse().code()).isEqualTo(429);
                        assertThat(limited.getResponse().header("Retry-After")).matches("[1-9]\\d*");
                    });
            assertThat(local.calls("chat.postMessage").getLast().status()).isEqualTo(429);
            assertThat(local.page.messages("U0ANA", local.page.directMessage("U0ANA")))
                    .hasSize(1);
        }
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
