package coffeebreak.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.methods.SlackApiException;
import com.slack.api.model.Message;
import com.slack.api.model.block.Blocks;
import com.slack.api.model.block.composition.BlockCompositions;
import com.slack.api.model.block.element.BlockElements;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The Web API through Slack's own Java client.
class WebApiTest {
    private final WorkspaceFixture local = new WorkspaceFixture(WorkspaceFixture.settings());

    @AfterEach
    void close() {
        local.close();
    }

    @Test
    void anAppLearnsWhoItIs() throws Exception {
        var me = local.methods().authTest(r -> r);
        assertThat(me.isOk()).isTrue();
        assertThat(me.getUserId()).isEqualTo("U0BOT");
        assertThat(me.getBotId()).isEqualTo("B0LOCAL");
        assertThat(local.methods().apiTest(r -> r.foo("bar")).getArgs().getFoo())
                .isEqualTo("bar");
    }

    @Test
    void aPersonIsFoundByTheirAddressWhereTheScopeIsGiven() throws Exception {
        assertThat(local.methods()
                        .usersLookupByEmail(r -> r.email("U0ANA@workshop.invalid"))
                        .getUser()
                        .getId())
                .isEqualTo("U0ANA");
        assertThat(local.methods()
                        .usersLookupByEmail(r -> r.email("nobody@workshop.invalid"))
                        .getError())
                .isEqualTo("users_not_found");
        try (var strict = new WorkspaceFixture(WorkspaceFixture.settings().withoutScopes(Set.of("users:read.email")))) {
            var refused = strict.methods().usersLookupByEmail(r -> r.email("u0ana@workshop.invalid"));
            assertThat(refused.getError()).isEqualTo("missing_scope");
            assertThat(refused.getNeeded()).isEqualTo("users:read.email");
            assertThat(strict.methods()
                            .usersInfo(r -> r.user("U0ANA"))
                            .getUser()
                            .getProfile()
                            .getEmail())
                    .isNull();
        }
    }

    @Test
    void postingToAPersonOpensTheirDirectMessage() throws Exception {
        var posted = local.methods().chatPostMessage(r -> r.channel("U0ANA").text("Hello"));
        assertThat(posted.isOk()).isTrue();
        assertThat(posted.getChannel()).startsWith("D");
        var opened = local.methods().conversationsOpen(r -> r.users(List.of("U0ANA")));
        assertThat(opened.getChannel().getId()).isEqualTo(posted.getChannel());
        assertThat(opened.isAlreadyOpen()).isTrue();
        var seen = local.page.messages("U0ANA", posted.getChannel());
        assertThat(seen.get(0).path("text").asString()).isEqualTo("Hello");
        assertThat(seen.get(0).path("bot").asBoolean()).isTrue();
    }

    @Test
    void aFileIsUploadedAndStandsBesideWhatIsSaidOfItOnThePage() throws Exception {
        var channel = local.methods()
                .conversationsOpen(r -> r.users(List.of("U0ANA")))
                .getChannel()
                .getId();
        var shared = local.methods()
                .filesUploadV2(r -> r.channel(channel)
                        .filename("seat.ics")
                        .title("Your seat")
                        .content("BEGIN:VCALENDAR")
                        .initialComment("For your calendar"));
        assertThat(shared.isOk()).isTrue();
        assertThat(shared.getFile().getMimetype()).isEqualTo("text/calendar");
        var seen = local.page.messages("U0ANA", channel).get(0);
        assertThat(seen.path("text").asString()).isEqualTo("For your calendar");
        var file = seen.path("files").get(0);
        assertThat(file.path("title").asString()).isEqualTo("Your seat");
        assertThat(fetched(local.address + file.path("url").asString()).body()).isEqualTo("BEGIN:VCALENDAR");
        assertThat(fetched(shared.getFile().getUrlPrivate()).statusCode()).isEqualTo(403);
    }

    @Test
    void metadataComesBackFromHistoryOnlyWhenAskedFor() throws Exception {
        var metadata = Message.Metadata.builder()
                .eventType("coffeebreak_notice")
                .eventPayload(Map.of("nid", "n1"))
                .build();
        var posted = local.methods()
                .chatPostMessage(r -> r.channel("U0ANA").text("Seat").metadata(metadata));
        var plain = local.methods().conversationsHistory(r -> r.channel(posted.getChannel()));
        assertThat(plain.getMessages().getFirst().getMetadata()).isNull();
        var whole = local.methods()
                .conversationsHistory(r -> r.channel(posted.getChannel()).includeAllMetadata(true));
        assertThat(whole.getMessages().getFirst().getMetadata().getEventPayload())
                .containsEntry("nid", "n1");
        assertThat(whole.getMessages().getFirst().getBotId()).isEqualTo("B0LOCAL");
    }

    @Test
    void historyIsNewestFirstAndComesInPagesWithinBounds() throws Exception {
        for (int i = 1; i <= 5; i++) {
            say("C0GENERAL", "m" + i);
        }
        var first =
                local.methods().conversationsHistory(r -> r.channel("C0GENERAL").limit(2));
        assertThat(texts(first.getMessages())).containsExactly("m5", "m4");
        assertThat(first.isHasMore()).isTrue();
        var cursor = first.getResponseMetadata().getNextCursor();
        var second = local.methods()
                .conversationsHistory(r -> r.channel("C0GENERAL").limit(2).cursor(cursor));
        assertThat(texts(second.getMessages())).containsExactly("m3", "m2");
        var bound = second.getMessages().getFirst().getTs();
        var after =
                local.methods().conversationsHistory(r -> r.channel("C0GENERAL").oldest(bound));
        assertThat(texts(after.getMessages())).containsExactly("m5", "m4");
        var from = local.methods()
                .conversationsHistory(r -> r.channel("C0GENERAL").oldest(bound).inclusive(true));
        assertThat(texts(from.getMessages())).containsExactly("m5", "m4", "m3");
        var before =
                local.methods().conversationsHistory(r -> r.channel("C0GENERAL").latest(bound));
        assertThat(texts(before.getMessages())).containsExactly("m2", "m1");
    }

    @Test
    void timestampsAreUniqueAndIncreaseWhenTheClockJumpsBack() throws Exception {
        var first = say("C0GENERAL", "one");
        local.page.post("clock", "{\"jump\":\"2026-04-26T06:00:00Z\"}");
        var second = say("C0GENERAL", "two");
        assertThat(second).isGreaterThan(first).matches("\\d{10}\\.\\d{6}");
    }

    @Test
    void aMessageIsUpdatedDeletedAndRepliedTo() throws Exception {
        var ts = say("C0GENERAL", "first");
        var reply = local.methods()
                .chatPostMessage(r -> r.channel("C0GENERAL").threadTs(ts).text("reply"));
        assertThat(reply.getMessage().getThreadTs()).isEqualTo(ts);
        var thread =
                local.methods().conversationsReplies(r -> r.channel("C0GENERAL").ts(ts));
        assertThat(texts(thread.getMessages())).containsExactly("first", "reply");
        assertThat(thread.getMessages().getFirst().getReplyCount()).isEqualTo(1);
        var updated =
                local.methods().chatUpdate(r -> r.channel("C0GENERAL").ts(ts).text("second"));
        assertThat(updated.getText()).isEqualTo("second");
        assertThat(local.page
                        .messages("U0ANA", "C0GENERAL")
                        .get(0)
                        .path("edited")
                        .isObject())
                .isTrue();
        assertThat(local.methods()
                        .chatDelete(r -> r.channel("C0GENERAL").ts(ts))
                        .isOk())
                .isTrue();
        assertThat(local.methods()
                        .chatDelete(r -> r.channel("C0GENERAL").ts(ts))
                        .getError())
                .isEqualTo("message_not_found");
    }

    @Test
    void anAppMayNotChangeWhatAPersonWrote() throws Exception {
        var sent = local.page.writes("U0ANA", "mine");
        var error = local.methods()
                .chatUpdate(r -> r.channel(sent.path("channel").asString())
                        .ts(sent.path("ts").asString())
                        .text("no"))
                .getError();
        assertThat(error).isEqualTo("cant_update_message");
    }

    @Test
    void anEphemeralMessageIsSeenByOnePersonAndNeverReadBack() throws Exception {
        var posted = local.methods()
                .chatPostEphemeral(r -> r.channel("C0GENERAL").user("U0ANA").text("only you"));
        assertThat(posted.isOk()).isTrue();
        assertThat(local.page.messages("U0ANA", "C0GENERAL")).hasSize(1);
        assertThat(local.page.messages("U0BO", "C0GENERAL")).isEmpty();
        assertThat(local.methods()
                        .conversationsHistory(r -> r.channel("C0GENERAL"))
                        .getMessages())
                .isEmpty();
    }

    @Test
    void refusalsCarrySlacksCodes() throws Exception {
        var methods = local.methods();
        assertThat(methods.chatPostMessage(r -> r.channel("C0NOWHERE").text("x"))
                        .getError())
                .isEqualTo("channel_not_found");
        assertThat(methods.chatPostMessage(r -> r.channel("C0GENERAL")).getError())
                .isEqualTo("no_text");
        assertThat(methods.chatPostMessage(r -> r.channel("C0GENERAL").text("x".repeat(40_001)))
                        .getError())
                .isEqualTo("msg_too_long");
        assertThat(methods.usersInfo(r -> r.user("U0NOBODY")).getError()).isEqualTo("user_not_found");
        assertThat(methods.conversationsOpen(r -> r.users(List.of("U0NOBODY"))).getError())
                .isEqualTo("user_not_found");
        assertThat(local.slack.methods("xoxb-wrong").authTest(r -> r).getError())
                .isEqualTo("invalid_auth");
        assertThat(local.slack
                        .methods(WorkspaceFixture.BOT_TOKEN)
                        .appsConnectionsOpen(r -> r)
                        .getError())
                .isEqualTo("not_allowed_token_type");
        assertThat(methods.pinsAdd(r -> r.channel("C0GENERAL").timestamp("1.1")).getError())
                .isEqualTo("unknown_method");
    }

    @Test
    void jsonAndFormsAreBothTakenAndATokenIsNeeded() throws Exception {
        var target = URI.create(local.address + "/api/chat.postMessage");
        var json = HttpRequest.newBuilder(target)
                .header("Authorization", "Bearer " + WorkspaceFixture.BOT_TOKEN)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString("{\"channel\":\"C0GENERAL\",\"text\":\"as JSON: caf\u00e9\"}"));
        assertThat(send(json)).contains("\"ok\":true", "as JSON: caf\u00e9");
        var form = HttpRequest.newBuilder(target)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("token=xoxb-local&channel=general&text=as+a+form%3A+caf%C3%A9"));
        assertThat(send(form)).contains("\"ok\":true", "as a form: caf\u00e9");
        var nobody = HttpRequest.newBuilder(target).POST(BodyPublishers.noBody());
        assertThat(send(nobody)).isEqualTo("{\"ok\":false,\"error\":\"not_authed\"}");
    }

    private static String send(HttpRequest.Builder request) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    @Test
    void blocksBeyondSlacksLimitsAreRefusedWithThePlace() throws Exception {
        var long76 = "x".repeat(76);
        var refused = local.methods()
                .chatPostMessage(r -> r.channel("C0GENERAL")
                        .text("fallback")
                        .blocks(List.of(Blocks.actions(a -> a.elements(List.of(BlockElements.button(
                                b -> b.actionId("go").text(BlockCompositions.plainText(long76)))))))));
        assertThat(refused.getError()).isEqualTo("invalid_blocks");
        assertThat(refused.getResponseMetadata().getMessages())
                .containsExactly(
                        "[ERROR] must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]");
        assertThat(local.page.messages("U0ANA", "C0GENERAL")).isEmpty();
    }

    @Test
    void theHomeTabIsPublishedAndAStaleHashRefused() throws Exception {
        var view = """
                {"type":"home","blocks":[{"type":"divider"}]}""";
        var published = local.methods().viewsPublish(r -> r.userId("U0ANA").viewAsString(view));
        assertThat(published.isOk()).isTrue();
        assertThat(local.page.home("U0ANA").path("blocks")).hasSize(1);
        var again = local.methods()
                .viewsPublish(r -> r.userId("U0ANA")
                        .viewAsString(view)
                        .hash(published.getView().getHash()));
        assertThat(again.isOk()).isTrue();
        assertThat(again.getView().getId()).isEqualTo(published.getView().getId());
        var stale = local.methods()
                .viewsPublish(r -> r.userId("U0ANA")
                        .viewAsString(view)
                        .hash(published.getView().getHash()));
        assertThat(stale.getError()).isEqualTo("hash_conflict");
    }

    @Test
    void peopleAndChannelsAreListed() throws Exception {
        var ana = local.methods().usersInfo(r -> r.user("U0ANA")).getUser();
        assertThat(ana.getRealName()).isEqualTo("Ana");
        assertThat(ana.getTz()).isEqualTo("Europe/Zurich");
        assertThat(ana.getTzOffset()).isEqualTo(7200);
        assertThat(local.methods().usersList(r -> r).getMembers()).hasSize(4);
        assertThat(local.methods().conversationsList(r -> r).getChannels()).hasSize(1);
        assertThat(local.methods()
                        .conversationsMembers(r -> r.channel("C0GENERAL"))
                        .getMembers())
                .contains("U0ANA", "U0BOT");
        assertThat(local.methods()
                        .conversationsInfo(r -> r.channel("C0GENERAL"))
                        .getChannel()
                        .getName())
                .isEqualTo("general");
        var group = local.methods().conversationsOpen(r -> r.users(List.of("U0ANA", "U0BO")));
        assertThat(local.methods()
                        .conversationsInfo(r -> r.channel(group.getChannel().getId()))
                        .getChannel()
                        .isMpim())
                .isTrue();
    }

    @Test
    void everyCallIsInTheJournalWithoutItsToken() throws Exception {
        say("C0GENERAL", "kept");
        var calls = local.page.get("journal?since=0&method=chat.postMessage").path("calls");
        assertThat(calls).hasSize(1);
        assertThat(calls.get(0).path("token_kind").asString()).isEqualTo("bot");
        assertThat(calls.get(0).path("arguments").path("text").asString()).isEqualTo("kept");
        assertThat(calls.toString()).doesNotContain(WorkspaceFixture.BOT_TOKEN);
    }

    private String say(String channel, String text) throws IOException, SlackApiException {
        var posted = local.methods().chatPostMessage(r -> r.channel(channel).text(text));
        assertThat(posted.getError()).isNull();
        return posted.getTs();
    }

    private static List<String> texts(List<Message> messages) {
        return messages.stream().map(Message::getText).toList();
    }

    private static HttpResponse<String> fetched(String address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
