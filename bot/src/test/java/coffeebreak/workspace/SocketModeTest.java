package coffeebreak.workspace;

import static coffeebreak.workspace.PageClient.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageChangedEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.view.ViewState;
import com.slack.api.socket_mode.SocketModeClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Socket Mode through Bolt for Java on Tyrus.
class SocketModeTest {
    private static final String BUTTON = """
            [{"type":"actions","block_id":"verbs","elements":[
              {"type":"button","action_id":"join","value":"v1","text":{"type":"plain_text","text":"Join"}},
              {"type":"static_select","action_id":"stage","options":[
                {"text":{"type":"plain_text","text":"PhD"},"value":"phd"},
                {"text":{"type":"plain_text","text":"Postdoc"},"value":"postdoc"}]}]}]""";
    private static final String FORM = """
            {"type":"modal","callback_id":"signup","notify_on_close":true,"private_metadata":"p",
             "title":{"type":"plain_text","text":"Sign up"},"submit":{"type":"plain_text","text":"Send"},
             "blocks":[
              {"type":"input","block_id":"name","label":{"type":"plain_text","text":"Name"},
               "element":{"type":"plain_text_input","action_id":"text"}},
              {"type":"input","block_id":"breaks","optional":true,"label":{"type":"plain_text","text":"Breaks"},
               "element":{"type":"checkboxes","action_id":"boxes","options":[
                 {"text":{"type":"plain_text","text":"First"},"value":"b1"},
                 {"text":{"type":"plain_text","text":"Second"},"value":"b2"}]}}]}""";

    private final WorkspaceFixture local = new WorkspaceFixture(WorkspaceFixture.settings()
            .withLimits(WorkspaceLimits.withoutRates()
                    .withWaits(
                            Duration.ofSeconds(3),
                            List.of(Duration.ZERO, Duration.ofMillis(50), Duration.ofMillis(100)),
                            Duration.ofSeconds(3))));
    private final App app = new App(AppConfig.builder()
            .slack(local.slack)
            .singleTeamBotToken(WorkspaceFixture.BOT_TOKEN)
            .build());
    private final SocketModeApp bolt;
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();

    SocketModeTest() throws Exception {
        bolt = new SocketModeApp(WorkspaceFixture.APP_TOKEN, app, SocketModeClient.Backend.Tyrus, 4);
    }

    @BeforeEach
    void connect() throws Exception {
        app.event(MessageEvent.class, (event, context) -> {
            heard.add(event.getEvent().getUser() + ": " + event.getEvent().getText());
            return context.ack();
        });
        app.event(MessageChangedEvent.class, (event, context) -> {
            heard.add("changed: " + event.getEvent().getMessage().getText());
            return context.ack();
        });
        app.event(AppHomeOpenedEvent.class, (event, context) -> {
            context.client()
                    .viewsPublish(r -> r.userId(event.getEvent().getUser())
                            .viewAsString("{\"type\":\"home\",\"blocks\":[{\"type\":\"divider\"}]}"));
            return context.ack();
        });
        app.event(AppMentionEvent.class, (event, context) -> {
            heard.add("mention: " + event.getEvent().getText());
            return context.ack();
        });
        app.command("/coffee", (request, context) -> {
            var command = request.getPayload();
            if (command.getText().equals("modal")) {
                var opened = context.client()
                        .viewsOpen(r -> r.triggerId(command.getTriggerId()).viewAsString(FORM));
                var again = context.client()
                        .viewsOpen(r -> r.triggerId(command.getTriggerId()).viewAsString(FORM));
                heard.add("opened " + opened.isOk() + ", then " + again.getError());
                return context.ack();
            }
            return context.ack("You said " + command.getText());
        });
        app.blockAction("join", (request, context) -> {
            var action = request.getPayload().getActions().getFirst();
            heard.add("pressed " + action.getValue() + " "
                    + request.getPayload().getMessage().getText());
            context.respond(r -> r.replaceOriginal(true).text("Joined"));
            return context.ack();
        });
        app.blockAction("stage", (request, context) -> {
            heard.add("chose "
                    + request.getPayload()
                            .getActions()
                            .getFirst()
                            .getSelectedOption()
                            .getValue());
            return context.ack();
        });
        app.viewSubmission("signup", (request, context) -> {
            var values = request.getPayload().getView().getState().getValues();
            var name = typed(values, "name", "text").getValue();
            heard.add(name + " "
                    + typed(values, "breaks", "boxes").getSelectedOptions().stream()
                            .map(option -> option.getValue())
                            .toList());
            return name.equals("?") ? context.ackWithErrors(Map.of("name", "Who are you?")) : context.ack();
        });
        app.viewClosed("signup", (request, context) -> {
            heard.add("closed " + request.getPayload().getView().getPrivateMetadata());
            return context.ack();
        });
        bolt.startAsync();
        until(local.page::state, state -> state.at("/bots/0/connected").asBoolean());
    }

    @AfterEach
    void close() throws Exception {
        bolt.close();
        local.close();
    }

    @Test
    void aMessageReachesTheAppOnceAndIsAcknowledged() {
        local.page.writes("U0ANA", "hi");
        until(() -> List.copyOf(heard), all -> all.contains("U0ANA: hi"));
        var deliveries = until(() -> local.workspace.deliveries(0), all -> !all.isEmpty());
        assertThat(deliveries).singleElement().satisfies(delivery -> {
            assertThat(delivery.acked()).isTrue();
            assertThat(delivery.via()).isEqualTo("socket");
            assertThat(delivery.subject()).isEqualTo("message");
        });
    }

    @Test
    void anEditAndAMentionAreEventsOfTheirOwn() {
        var sent = local.page.writes("U0ANA", "hi");
        local.page.change(
                "PATCH",
                "people/U0ANA/messages",
                """
                {"channel":"%s","ts":"%s","text":"hello"}""".formatted(sent.path("channel").asString(), sent.path("ts").asString()),
                200);
        local.page.post("people/U0ANA/messages", """
                {"channel":"C0GENERAL","text":"<@U0BOT> what is next?"}""");
        until(
                () -> List.copyOf(heard),
                all -> all.contains("changed: hello") && all.contains("mention: <@U0BOT> what is next?"));
    }

    @Test
    void openingHomeLetsTheAppPublishIt() {
        local.page.post("people/U0ANA/home", "{}");
        var home = until(() -> local.page.home("U0ANA"), view -> view.isObject());
        assertThat(home.at("/blocks/0/type").asString()).isEqualTo("divider");
    }

    @Test
    void aCommandIsAnsweredPrivately() {
        local.page.command("U0ANA", "/coffee black please");
        var direct = local.page.directMessage("U0ANA");
        var seen = until(() -> local.page.messages("U0ANA", direct), messages -> messages.size() == 1);
        assertThat(seen.get(0).path("text").asString()).isEqualTo("You said black please");
        assertThat(seen.get(0).path("ephemeral").asBoolean()).isTrue();
    }

    @Test
    void anUnknownCommandNeverReachesTheApp() {
        var error = local.page.change(
                "POST", "people/U0ANA/commands", """
                {"channel":"%s","text":"/tea"}""".formatted(local.page.directMessage("U0ANA")), 400);
        assertThat(error.path("error").asString()).isEqualTo("/tea is not a valid command");
        assertThat(local.workspace.deliveries(0)).isEmpty();
    }

    @Test
    void aPressedButtonArrivesWithItsMessageWhichItsResponseUrlReplaces() throws Exception {
        var posted = local.methods()
                .chatPostMessage(r -> r.channel("U0ANA").text("Welcome").blocksAsString(BUTTON));
        press(posted.getChannel(), posted.getTs(), "join", "null");
        until(() -> List.copyOf(heard), all -> all.contains("pressed v1 Welcome"));
        var seen = until(
                () -> local.page.messages("U0ANA", posted.getChannel()),
                messages -> messages.get(0).path("text").asString().equals("Joined"));
        assertThat(seen).hasSize(1);
        assertThat(seen.get(0).path("blocks").isNull()).isTrue();
    }

    @Test
    void aChoiceArrivesAsItsOption() throws Exception {
        var posted = local.methods()
                .chatPostMessage(r -> r.channel("U0ANA").text("Welcome").blocksAsString(BUTTON));
        press(posted.getChannel(), posted.getTs(), "stage", "\"postdoc\"");
        until(() -> List.copyOf(heard), all -> all.contains("chose postdoc"));
    }

    @Test
    void aModalOpensOncePerTriggerAndIsSubmittedWithErrorsThenAccepted() {
        local.page.command("U0ANA", "/coffee modal");
        until(() -> List.copyOf(heard), all -> all.contains("opened true, then exchanged_trigger_id"));
        var modal = local.page.sidebar("U0ANA").path("modal");
        assertThat(modal.at("/title/text").asString()).isEqualTo("Sign up");
        var id = modal.path("id").asString();
        var missing = local.page.submits("U0ANA", id, "{}");
        assertThat(missing.at("/errors/name").asString()).isEqualTo("Please complete this required field.");
        var refused = local.page.submits("U0ANA", id, """
                {"name":{"text":"?"},"breaks":{"boxes":["b1","b2"]}}""");
        assertThat(refused.at("/errors/name").asString()).isEqualTo("Who are you?");
        var accepted = local.page.submits("U0ANA", id, """
                {"name":{"text":"Ana"},"breaks":{"boxes":[]}}""");
        assertThat(accepted.path("result").asString()).isEqualTo("closed");
        assertThat(heard).contains("? [b1, b2]", "Ana []");
        assertThat(local.page.sidebar("U0ANA").path("modal").isNull()).isTrue();
    }

    @Test
    void closingAModalIsToldWhereTheAppAskedForIt() {
        local.page.command("U0ANA", "/coffee modal");
        var modal = until(() -> local.page.sidebar("U0ANA").path("modal"), view -> view.isObject());
        local.page.post("people/U0ANA/views/" + modal.path("id").asString() + "/close", "{}");
        until(() -> List.copyOf(heard), all -> all.contains("closed p"));
    }

    @Test
    void anEventDeliveredTwiceKeepsItsId() {
        local.page.post("misbehave", """
                {"method":"deliveries","next":[{"fault":"duplicate"}]}""");
        local.page.writes("U0ANA", "twice");
        var deliveries = until(() -> local.workspace.deliveries(0), all -> all.size() == 2);
        assertThat(deliveries.stream().map(JournalDelivery::id).distinct()).hasSize(1);
        until(() -> List.copyOf(heard), all -> all.size() == 2);
    }

    @Test
    void anEventNobodyAcknowledgesIsRepeatedThreeTimes() {
        local.page.post("misbehave", """
                {"method":"deliveries","next":[{"fault":"withhold"},{"fault":"withhold"},{"fault":"withhold"}]}""");
        local.page.writes("U0ANA", "are you there?");
        until(() -> List.copyOf(heard), all -> all.contains("U0ANA: are you there?"));
        var attempts = until(() -> local.workspace.deliveries(0), all -> all.size() == 4);
        assertThat(attempts.stream().map(JournalDelivery::attempt)).containsExactly(0, 1, 2, 3);
        assertThat(attempts.getLast().acked()).isTrue();
    }

    @Test
    void afterADisconnectTheClientComesBackAndHearsAgain() {
        local.page.post("disconnect", "{}");
        until(local.page::state, state -> state.at("/bots/0/connected").asBoolean());
        local.page.writes("U0ANA", "back?");
        until(() -> List.copyOf(heard), all -> all.contains("U0ANA: back?"));
    }

    private static ViewState.Value typed(
            Map<String, Map<String, ViewState.Value>> values, String block, String action) {
        return Objects.requireNonNull(Objects.requireNonNull(values.get(block)).get(action));
    }

    private void press(String channel, String ts, String actionId, String value) {
        local.page.post("people/U0ANA/actions", """
                {"container":{"type":"message","channel":"%s","ts":"%s"},
                 "block_id":"verbs","action_id":"%s","value":%s}""".formatted(channel, ts, actionId, value));
    }
}
