package coffeebreak.bot.slack;

import static coffeebreak.bot.slack.ScriptedSlack.error;
import static coffeebreak.bot.slack.ScriptedSlack.hangUp;
import static coffeebreak.bot.slack.ScriptedSlack.json;
import static coffeebreak.bot.slack.ScriptedSlack.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.encoding.Json;
import coffeebreak.bot.notices.LastLook;
import coffeebreak.bot.notices.Messenger.Delivery;
import coffeebreak.bot.notices.Messenger.Lookup;
import coffeebreak.bot.notices.Messenger.Posted;
import com.google.gson.JsonParser;
import com.slack.api.Slack;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackMessengerTest {

    private static final Instant NOW = Instant.parse("2026-04-26T12:00:00Z");
    private static final Person ANA = new Person("U0ANA");
    private static final Message SEAT =
            Message.saying("You sit with Lenka").paragraph("10:30, table 3").build();
    private static final Posted STANDING = new Posted("D0ANA", "1714100000.000100");

    private final ScriptedSlack workspace = new ScriptedSlack();
    private final Slack slack = SlackClients.slack(settings(workspace.api()), Duration.ofSeconds(10));
    private final SlackMessenger messenger = messenger(slack);

    @AfterEach
    void stop() throws Exception {
        slack.close();
        workspace.close();
    }

    @Test
    void aNoticeIsPostedToThePersonWithNothingButItsIdInTheMetadata() {
        assertThat(messenger.deliver(post("n1"), null)).isEqualTo(new Delivery.Delivered(STANDING));
        var call = workspace.calls("chat.postMessage").getFirst();
        assertThat(call.argument("channel")).isEqualTo("U0ANA");
        assertThat(call.argument("text")).isEqualTo("You sit with Lenka");
        assertThat(JsonParser.parseString(call.argument("metadata")))
                .isEqualTo(JsonParser.parseString(
                        "{\"event_type\":\"coffeebreak_notice\",\"event_payload\":{\"nid\":\"n1\"}}"));
        assertThat(call.arguments())
                .containsEntry("unfurl_links", "0")
                .containsEntry("unfurl_media", "0")
                .containsEntry("link_names", "0");
        assertThat(workspace.calls()).as("no other call was needed").hasSize(1);
    }

    @Test
    void anEditChangesTheStandingMessageAndKeepsWhoseItIs() {
        assertThat(messenger.deliver(edit("n2", "n1"), STANDING)).isEqualTo(new Delivery.Delivered(STANDING));
        var call = workspace.calls("chat.update").getFirst();
        assertThat(call.arguments()).containsEntry("channel", "D0ANA").containsEntry("ts", "1714100000.000100");
        assertThat(JsonParser.parseString(call.argument("metadata"))
                        .getAsJsonObject()
                        .getAsJsonObject("event_payload"))
                .isEqualTo(JsonParser.parseString("{\"nid\":\"n1\",\"edit\":\"n2\"}"));
    }

    @Test
    void anEditOfWhatWasNeverDeliveredIsAMessageOfItsOwn() {
        assertThat(messenger.deliver(edit("n2", "n1"), null)).isEqualTo(new Delivery.Delivered(STANDING));
        assertThat(workspace.calls("chat.postMessage").getFirst().argument("metadata"))
                .contains("\"n2\"");
    }

    // What Slack says, and what it means for the notice.

    @ParameterizedTest
    @ValueSource(
            strings = {
                "channel_not_found",
                "user_disabled",
                "is_archived",
                "msg_too_long",
                "invalid_blocks",
                "restricted_action"
            })
    void whatSlackWillNeverTakeIsRefused(String code) {
        workspace.answers("chat.postMessage", error(code));
        assertThat(messenger.deliver(post("n1"), null)).isEqualTo(new Delivery.Refused("chat.postMessage: " + code));
    }

    @Test
    void anInactiveAccountIsTheRecipientsAsLongAsSlackKnowsUs() {
        workspace.answers("chat.postMessage", error("account_inactive"));
        assertThat(messenger.deliver(post("n1"), null))
                .isEqualTo(new Delivery.Refused("chat.postMessage: account_inactive"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"invalid_auth", "token_revoked", "account_inactive", "missing_scope"})
    void whileSlackDoesNotLetUsInEverybodyWaits(String code) {
        workspace.answers("chat.postMessage", error(code));
        workspace.answers("auth.test", error(code));
        assertThat(messenger.deliver(post("n1"), null))
                .isEqualTo(new Delivery.TryAgain(Duration.ofMinutes(1), true, "chat.postMessage: " + code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fatal_error",
                "internal_error",
                "service_unavailable",
                "request_timeout",
                "duplicate_message_not_found",
                "a_code_of_2027"
            })
    void whatSaysNothingCertainIsUncertain(String code) {
        workspace.answers("chat.postMessage", error(code));
        assertThat(messenger.deliver(post("n1"), null)).isEqualTo(new Delivery.Uncertain("chat.postMessage: " + code));
    }

    @Test
    void aRateLimitHoldsForEverybodyAsLongAsSlackSays() {
        workspace.answers(
                "chat.postMessage",
                status(429, "{\"ok\":false,\"error\":\"ratelimited\"}", Map.of("Retry-After", "17")));
        assertThat(messenger.deliver(post("n1"), null))
                .isEqualTo(new Delivery.TryAgain(Duration.ofSeconds(17), true, "chat.postMessage: rate limited"));
        workspace.answers(
                "chat.postMessage",
                status(200, "{\"ok\":false,\"error\":\"ratelimited\"}", Map.of("Retry-After", "3")));
        assertThat(messenger.deliver(post("n1"), null))
                .isEqualTo(new Delivery.TryAgain(Duration.ofSeconds(3), true, "chat.postMessage: rate limited"));
        workspace.answers("chat.postMessage", status(429, "", Map.of("Retry-After", "soon")));
        assertThat(messenger.deliver(post("n1"), null)).isInstanceOf(Delivery.TryAgain.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 404, 408})
    void aBrokenAnswerIsUncertainAndNotRepeated(int status) {
        workspace.answers("chat.postMessage", status(status, "<html>", Map.of("Retry-After", "0")));
        assertThat(messenger.deliver(post("n1"), null)).isInstanceOf(Delivery.Uncertain.class);
        assertThat(workspace.calls("chat.postMessage")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "not json", "[]"})
    void anAnswerThatIsNoneIsUncertain(String body) {
        workspace.answers("chat.postMessage", json(body));
        assertThat(messenger.deliver(post("n1"), null)).isInstanceOf(Delivery.Uncertain.class);
    }

    @Test
    void whenSlackHangsUpBeforeItAnswersNothingIsSentASecondTime() {
        // The first call leaves a connection in the pool: exactly there the SDK's default client sends again.
        messenger.deliver(post("n0"), null);
        workspace.answers("chat.postMessage", hangUp());
        assertThat(messenger.deliver(post("n1"), null)).isInstanceOf(Delivery.Uncertain.class);
        assertThat(workspace.calls("chat.postMessage").stream()
                        .filter(call -> call.argument("metadata").contains("n1")))
                .hasSize(1);
    }

    @Test
    void whileNobodyListensNothingWasSentAndEverybodyWaits() throws Exception {
        var nobody = SlackClients.slack(
                settings(URI.create("http://127.0.0.1:%d/api/".formatted(freePort()))), Duration.ofSeconds(10));
        try {
            assertThat(messenger(nobody).deliver(post("n1"), null))
                    .isInstanceOfSatisfying(Delivery.TryAgain.class, again -> {
                        assertThat(again.everyone()).isTrue();
                        assertThat(again.reason()).contains("not reached");
                    });
        } finally {
            nobody.close();
        }
    }

    // Looking for what may have been delivered.

    @Test
    void aNoticeIsFoundByItsIdAmongOurOwnMessages() {
        history(
                message("1714100009.000100", "\"bot_id\":\"B0BOT\"", "n1"),
                message("1714100005.000100", "\"user\":\"U0BOT\"", "n1"),
                message("1714100001.000100", "\"bot_id\":\"B0BOT\"", "n0"));
        assertThat(messenger.find(post("n1"), NOW))
                .as("the earliest copy")
                .isEqualTo(new Lookup.Found(new Posted("D0ANA", "1714100005.000100")));
        assertThat(workspace.calls("conversations.history").getFirst().arguments())
                .containsEntry("include_all_metadata", "1")
                .containsEntry("channel", "D0ANA");
    }

    @Test
    void aMessageThatAnotherAppMadeLookLikeOursIsNotOurs() {
        history(message("1714100009.000100", "\"bot_id\":\"B0EVIL\",\"user\":\"U0EVIL\"", "n1"));
        assertThat(messenger.find(post("n1"), NOW)).isEqualTo(new Lookup.Absent());
    }

    @Test
    void anEditIsFoundByTheMarkItLeft() {
        history(
                "{\"type\":\"message\",\"ts\":\"1.1\",\"bot_id\":\"B0BOT\",\"metadata\":{\"event_type\":\"coffeebreak_notice\","
                        + "\"event_payload\":{\"nid\":\"n1\",\"edit\":\"n2\"}}}");
        assertThat(messenger.find(edit("n2", "n1"), NOW)).isEqualTo(new Lookup.Found(new Posted("D0ANA", "1.1")));
    }

    @Test
    void ofSeveralMessagesOfOneNoticeOnlyTheKnownOneIsLeft() {
        history(
                message("1714100009.000100", "\"bot_id\":\"B0BOT\"", "n1"),
                message("1714100007.000100", "\"bot_id\":\"B0EVIL\"", "n1"),
                message("1714100000.000100", "\"bot_id\":\"B0BOT\"", "n1"),
                message("1714099999.000100", "\"bot_id\":\"B0BOT\"", "n0"));
        assertThat(messenger.leaveOnly(STANDING, post("n1")))
                .as("looked once more after something was taken away")
                .isFalse();
        assertThat(workspace.calls("chat.delete"))
                .singleElement()
                .satisfies(call -> assertThat(call.arguments())
                        .containsEntry("channel", "D0ANA")
                        .containsEntry("ts", "1714100009.000100"));
        history(message("1714100000.000100", "\"bot_id\":\"B0BOT\"", "n1"));
        assertThat(messenger.leaveOnly(STANDING, post("n1"))).isTrue();
    }

    @Test
    void nothingLeavesOnceTheCouriersTimeIsOver() {
        assertThatThrownBy(() -> LastLook.before(() -> false, () -> messenger.deliver(post("n1"), null)))
                .isInstanceOf(LastLook.TooLate.class);
        assertThat(workspace.calls()).isEmpty();
    }

    @Test
    void theWholeConversationIsReadPageByPage() {
        workspace.answers(
                "conversations.history",
                json("{\"ok\":true,\"messages\":[],\"has_more\":true,\"response_metadata\":{\"next_cursor\":\"c2\"}}"),
                json("{\"ok\":true,\"has_more\":false,\"messages\":[" + message("1.1", "\"bot_id\":\"B0BOT\"", "n1")
                        + "]}"));
        assertThat(messenger.find(post("n1"), NOW)).isInstanceOf(Lookup.Found.class);
        assertThat(workspace.calls("conversations.history").get(1).argument("cursor"))
                .isEqualTo("c2");
    }

    @Test
    void whatCannotBeReadIsNotCalledAbsent() {
        workspace.answers("conversations.history", status(429, "", Map.of("Retry-After", "9")));
        assertThat(messenger.find(post("n1"), NOW))
                .isEqualTo(new Lookup.Unreadable(Duration.ofSeconds(9), "conversations.history: rate limited"));
        workspace.answers("conversations.history", error("fatal_error"));
        assertThat(messenger.find(post("n1"), NOW)).isInstanceOf(Lookup.Unreadable.class);
        workspace.answers("conversations.open", error("internal_error"));
        assertThat(messenger(slack).find(post("n1"), NOW)).isInstanceOf(Lookup.Unreadable.class);
    }

    @Test
    void withoutKnowingWhoWeAreNothingIsCalledAbsent() {
        workspace.answers("auth.test", hangUp());
        history();
        assertThat(messenger.find(post("n1"), NOW)).isInstanceOf(Lookup.Unreadable.class);
    }

    @Test
    void whereThePersonIsIsRememberedFromTheAnswer() {
        messenger.deliver(post("n1"), null);
        history();
        messenger.find(post("n1"), NOW);
        assertThat(workspace.calls("conversations.open")).isEmpty();
    }

    @Test
    void severalPeopleAreBroughtTogetherOnceAndToldThere() {
        workspace.answers("conversations.open", json("{\"ok\":true,\"channel\":{\"id\":\"G0TABLE\"}}"));
        workspace.answers("chat.postMessage", json("{\"ok\":true,\"channel\":\"G0TABLE\",\"ts\":\"1.1\"}"));
        assertThat(messenger.deliver(together("g1"), null))
                .isEqualTo(new Delivery.Delivered(new Posted("G0TABLE", "1.1")));
        messenger.deliver(together("g2"), null);

        assertThat(workspace.calls("conversations.open")).hasSize(1);
        assertThat(workspace.calls("conversations.open").getFirst().argument("users"))
                .isEqualTo("U0ANA,U0BO,U0CY");
        assertThat(workspace.calls("chat.postMessage").getFirst().argument("channel"))
                .isEqualTo("G0TABLE");
    }

    @Test
    void theirMessageIsLookedForWhereTheyAreTogether() {
        workspace.answers("conversations.open", json("{\"ok\":true,\"channel\":{\"id\":\"G0TABLE\"}}"));
        history(message("1.1", "\"bot_id\":\"B0BOT\"", "g1"));

        assertThat(messenger.find(together("g1"), NOW)).isEqualTo(new Lookup.Found(new Posted("G0TABLE", "1.1")));
        assertThat(workspace.calls("conversations.history").getFirst().argument("channel"))
                .isEqualTo("G0TABLE");
    }

    /// A guest, somebody who left, an app that was installed before it asked for the scope.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "user_not_visible",
                "user_disabled",
                "restricted_action",
                "invalid_user_combination",
                "too_many_users",
                "missing_scope"
            })
    void whereTheyCannotBeBroughtTogetherNothingElseIsHeldUp(String code) {
        workspace.answers("conversations.open", error(code));
        assertThat(messenger.deliver(together("g1"), null))
                .isEqualTo(new Delivery.Refused("conversations.open: " + code));
        assertThat(workspace.calls("chat.postMessage")).isEmpty();
    }

    @Test
    void whileItIsNotKnownWhetherTheyCanNothingWasSent() {
        workspace.answers("conversations.open", error("internal_error"), status(429, "", Map.of("Retry-After", "9")));
        assertThat(messenger.deliver(together("g1"), null)).isInstanceOf(Delivery.TryAgain.class);
        assertThat(messenger.deliver(together("g1"), null))
                .isEqualTo(new Delivery.TryAgain(Duration.ofSeconds(9), false, "conversations.open: rate limited"));
    }

    @Test
    void anEditOfWhatSeveralNeverGotOpensNoConversation() {
        var edit = new Notice(
                "g2",
                ANA,
                List.of(new Person("U0BO")),
                new Notice.Content.Edit("g1", SEAT),
                NOW,
                Notice.Urgency.ORDINARY,
                null);
        assertThat(messenger.deliver(edit, null)).isInstanceOf(Delivery.Refused.class);
        assertThat(workspace.calls()).isEmpty();
    }

    private static Notice together(String id) {
        return new Notice(
                id,
                ANA,
                List.of(new Person("U0BO"), new Person("U0CY")),
                new Notice.Content.Post(SEAT),
                NOW,
                Notice.Urgency.ORDINARY,
                null);
    }

    private void history(String... messages) {
        workspace.answers(
                "conversations.history",
                json("{\"ok\":true,\"has_more\":false,\"messages\":[" + String.join(",", messages) + "]}"));
    }

    private static String message(String ts, String from, String nid) {
        return """
                {"type":"message","ts":"%s",%s,"metadata":{"event_type":"coffeebreak_notice","event_payload":{"nid":"%s"}}}""".formatted(ts, from, nid);
    }

    private static Notice post(String id) {
        return new Notice(id, ANA, new Notice.Content.Post(SEAT), NOW, Notice.Urgency.ORDINARY, null);
    }

    private static Notice edit(String id, String earlier) {
        return new Notice(id, ANA, new Notice.Content.Edit(earlier, SEAT), NOW, Notice.Urgency.ORDINARY, null);
    }

    private static SlackMessenger messenger(Slack slack) {
        var methods = slack.methods("xoxb-test");
        return new SlackMessenger(methods, new Identity(methods), new Screens(new Buttons(new Json())));
    }

    static SlackSettings settings(URI api) {
        return new SlackSettings("xoxb-test", "xapp-test", "", SlackSettings.Mode.SOCKET, api);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
