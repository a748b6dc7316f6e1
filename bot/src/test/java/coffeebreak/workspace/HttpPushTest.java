package coffeebreak.workspace;

import static coffeebreak.workspace.PageClient.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.app_backend.SlackSignature;
import com.slack.api.methods.response.views.ViewsUpdateResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// HTTP push, read with the official signature check.
class HttpPushTest {
    private static final String MODAL = """
            {"type":"modal","title":{"type":"plain_text","text":"%s"},"callback_id":"c",
             "submit":{"type":"plain_text","text":"Go"},
             "blocks":[{"type":"input","block_id":"q","label":{"type":"plain_text","text":"Q"},
                        "element":{"type":"plain_text_input","action_id":"a"}}]}""";
    private final HttpApp app = new HttpApp();
    private final WorkspaceFixture local = new WorkspaceFixture(WorkspaceFixture.settings()
            .withEventUrl(app.url())
            .withLimits(WorkspaceLimits.withoutRates()
                    .withWaits(
                            Duration.ofSeconds(3),
                            List.of(Duration.ZERO, Duration.ofMillis(20), Duration.ofMillis(40)),
                            Duration.ofSeconds(3))));

    @AfterEach
    void close() {
        local.close();
        app.close();
    }

    @Test
    void theUrlIsVerifiedAndTheBotShownAsConnected() {
        until(local.page::state, state -> state.at("/bots/0/connected").asBoolean());
        assertThat(app.got("url_verification")).isNotEmpty();
    }

    @Test
    void anEventIsSignedSoThatTheOfficialVerifierTakesIt() {
        local.page.writes("U0ANA", "na\u00efve caf\u00e9");
        var request =
                until(() -> app.got("event_callback"), all -> all.size() == 1).getFirst();
        var timestamp = request.header("X-Slack-Request-Timestamp");
        var signature = request.header("X-Slack-Signature");
        var verifier = new SlackSignature.Verifier(new SlackSignature.Generator("local-signing-secret"));
        assertThat(verifier.isValid(timestamp, request.body(), signature)).isTrue();
        assertThat(new SlackSignature.Verifier(new SlackSignature.Generator("another"))
                        .isValid(timestamp, request.body(), signature))
                .isFalse();
        var event = request.json();
        assertThat(event.at("/event/text").asString()).isEqualTo("na\u00efve caf\u00e9");
        assertThat(event.at("/event/channel_type").asString()).isEqualTo("im");
        assertThat(event.at("/authorizations/0/user_id").asString()).isEqualTo("U0BOT");
        assertThat(event.path("event_time").asLong()).isEqualTo(WorkspaceFixture.MORNING.getEpochSecond());
    }

    @Test
    void aFailedEventIsRepeatedWithItsNumberAndReason() {
        app.behaves(_ -> new HttpApp.Reply(500, "no"));
        local.page.writes("U0ANA", "hi");
        var requests = until(() -> app.got("event_callback"), all -> all.size() == 4);
        assertThat(requests.stream().map(request -> request.header("X-Slack-Retry-Num")))
                .containsExactly("", "1", "2", "3");
        assertThat(requests.getLast().header("X-Slack-Retry-Reason")).isEqualTo("http_error");
        assertThat(requests.stream()
                        .map(request -> request.json().path("event_id").asString())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void aCommandComesAsAFormAndItsResponseUrlIsGoodFiveTimes() throws Exception {
        app.behaves(_ -> new HttpApp.Reply(200, "{\"response_type\":\"in_channel\",\"text\":\"Coffee for all\"}"));
        local.page.command("U0ANA", "/coffee now & here");
        var command = app.got("/coffee").getFirst().json();
        assertThat(command.path("text").asString()).isEqualTo("now & here");
        var direct = local.page.directMessage("U0ANA");
        assertThat(local.page.messages("U0ANA", direct).get(0).path("ephemeral").asBoolean())
                .isFalse();
        var url = command.path("response_url").asString();
        for (int use = 1; use <= 5; use++) {
            assertThat(post(url, "{\"text\":\"later\"}")).isEqualTo(200);
        }
        assertThat(post(url, "{\"text\":\"too often\"}")).isEqualTo(404);
        assertThat(local.page.messages("U0ANA", direct)).hasSize(6);
        assertThat(local.calls("response_url")).hasSize(6);
    }

    @Test
    void aCommandNobodyAnswersFailsWithASentence() {
        app.behaves(_ -> new HttpApp.Reply(404, ""));
        var error = local.page.change(
                "POST", "people/U0ANA/commands", """
                {"channel":"%s","text":"/coffee"}""".formatted(local.page.directMessage("U0ANA")), 400);
        assertThat(error.path("error").asString())
                .isEqualTo("/coffee failed because the app did not respond (http_error)");
    }

    @Test
    void aSubmissionMayUpdatePushOrClear() throws Exception {
        local.page.command("U0ANA", "/coffee");
        var trigger = app.got("/coffee").getFirst().json().path("trigger_id").asString();
        var opened = local.methods().viewsOpen(r -> r.triggerId(trigger).viewAsString(MODAL.formatted("One")));
        assertThat(opened.getError()).isNull();
        var id = opened.getView().getId();
        var filled = "{\"q\":{\"a\":\"why?\"}}";

        answerWith("{\"response_action\":\"update\",\"view\":%s}".formatted(MODAL.formatted("Two")));
        var updated = local.page.submits("U0ANA", id, filled);
        assertThat(updated.path("result").asString()).isEqualTo("updated");
        assertThat(updated.at("/view/title/text").asString()).isEqualTo("Two");
        assertThat(updated.at("/view/id").asString()).isEqualTo(id);

        answerWith("{\"response_action\":\"push\",\"view\":%s}".formatted(MODAL.formatted("Three")));
        var pushed = local.page.submits("U0ANA", id, filled);
        var upper = pushed.at("/view/id").asString();
        assertThat(upper).isNotEqualTo(id);
        assertThat(pushed.at("/view/previous_view_id").asString()).isEqualTo(id);
        assertThat(pushed.at("/view/root_view_id").asString()).isEqualTo(id);

        answerWith("");
        var back = local.page.submits("U0ANA", upper, filled);
        assertThat(back.at("/view/id").asString()).isEqualTo(id);

        answerWith("{\"response_action\":\"clear\"}");
        assertThat(local.page.submits("U0ANA", id, filled).path("result").asString())
                .isEqualTo("closed");
        assertThat(local.page.sidebar("U0ANA").path("modal").isNull()).isTrue();
        var submitted = app.got("view_submission").getFirst().json();
        assertThat(submitted.at("/view/state/values/q/a/value").asString()).isEqualTo("why?");
    }

    @Test
    void anAnswerThatIsNoViewFailsAndLeavesTheModalOpen() throws Exception {
        local.page.command("U0ANA", "/coffee");
        var trigger = app.got("/coffee").getFirst().json().path("trigger_id").asString();
        var id = local.methods()
                .viewsOpen(r -> r.triggerId(trigger).viewAsString(MODAL.formatted("One")))
                .getView()
                .getId();
        answerWith("{\"response_action\":\"update\",\"view\":{\"type\":\"modal\"}}");
        var failed = local.page.submits("U0ANA", id, "{\"q\":{\"a\":\"x\"}}");
        assertThat(failed.path("result").asString()).isEqualTo("failed");
        assertThat(failed.path("error").asString()).contains("missing required field: title");
        assertThat(local.page.sidebar("U0ANA").at("/modal/id").asString()).isEqualTo(id);
    }

    @Test
    void whatWasTypedOutlivesAnUpdateWhereItStillFits() throws Exception {
        local.page.command("U0ANA", "/coffee");
        var trigger = app.got("/coffee").getFirst().json().path("trigger_id").asString();
        var id = local.methods()
                .viewsOpen(r -> r.triggerId(trigger).viewAsString(choice("phd", "postdoc")))
                .getView()
                .getId();
        choose(id, "phd");
        var kept = local.methods().viewsUpdate(r -> r.viewId(id).viewAsString(choice("phd", "faculty")));
        assertThat(chosen(kept)).isEqualTo("phd");
        var gone = local.methods().viewsUpdate(r -> r.viewId(id).viewAsString(choice("student", "faculty")));
        assertThat(gone.getError()).isNull();
        assertThat(chosen(gone)).isEqualTo("none");
        var error = local.page.change(
                "POST", "people/U0ANA/views/" + id + "/submit", "{\"state\":{\"stage\":{\"s\":\"phd\"}}}", 400);
        assertThat(error.path("error").asString()).contains("offers no option with the value \"phd\"");
    }

    private void choose(String viewId, String value) {
        local.page.post("people/U0ANA/actions", """
                {"container":{"type":"view","view_id":"%s"},"block_id":"stage","action_id":"s","value":"%s"}""".formatted(viewId, value));
    }

    private static String chosen(ViewsUpdateResponse response) {
        var block = response.getView().getState().getValues().get("stage");
        var value = block == null ? null : block.get("s");
        return value == null || value.getSelectedOption() == null
                ? "none"
                : value.getSelectedOption().getValue();
    }

    private static String choice(String one, String other) {
        var option = "{\"text\":{\"type\":\"plain_text\",\"text\":\"%1$s\"},\"value\":\"%1$s\"}";
        return """
                {"type":"modal","title":{"type":"plain_text","text":"T"},"submit":{"type":"plain_text","text":"Go"},
                 "blocks":[{"type":"input","block_id":"stage","label":{"type":"plain_text","text":"Stage"},
                            "element":{"type":"static_select","action_id":"s","options":[%s,%s]}}]}""".formatted(option.formatted(one), option.formatted(other));
    }

    private void answerWith(String body) {
        app.behaves(_ -> new HttpApp.Reply(200, body));
    }

    private static int post(String url, String json) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(url)).POST(BodyPublishers.ofString(json));
            return client.send(request.build(), BodyHandlers.ofString()).statusCode();
        }
    }
}
