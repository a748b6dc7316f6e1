package coffeebreak.workspace;

import static coffeebreak.workspace.PageClient.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// The workspace does wrong exactly what it is told to.
class MisbehaviourTest {
    private final WorkspaceFixture local = new WorkspaceFixture(WorkspaceFixture.settings());
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.close();
        local.close();
    }

    @Test
    void aDroppedReplyWasCommitted() {
        next("drop_reply");
        assertThatThrownBy(() -> post("lost reply")).isInstanceOf(IOException.class);
        assertThat(texts()).containsExactly("lost reply");
        var call = local.calls("chat.postMessage").getFirst();
        assertThat(call.status()).isZero();
        assertThat(call.fault()).isEqualTo("drop_reply");
        assertThat(call.response().path("ok").asBoolean()).isTrue();
    }

    @Test
    void aReplyThatIsLongOnItsWayWasCommittedBefore() throws Exception {
        local.page.post("misbehave", """
                {"method":"chat.postMessage","next":[{"fault":"delay_reply","millis":2000}]}""");
        var reply = CompletableFuture.supplyAsync(() -> {
            try {
                return post("slow reply").body();
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        });
        assertThat(until(this::texts, texts -> !texts.isEmpty())).containsExactly("slow reply");
        assertThat(reply).isNotDone();
        assertThat(reply.get()).contains("\"ok\":true");
    }

    @Test
    void aLostCallWasNot() {
        next("lost");
        assertThatThrownBy(() -> post("nothing")).isInstanceOf(IOException.class);
        assertThat(texts()).isEmpty();
    }

    @Test
    void aLateCommitComesAfterItsConnectionDied() {
        next("late_commit");
        assertThatThrownBy(() -> post("late")).isInstanceOf(IOException.class);
        assertThat(until(this::texts, texts -> !texts.isEmpty())).containsExactly("late");
    }

    @Test
    void aRefusalSaysWhatWasOrderedAndDoesNothing() throws Exception {
        local.page.post("misbehave", """
                {"method":"chat.postMessage","next":[{"fault":"refuse","error":"restricted_action"}]}""");
        assertThat(post("none").body()).contains("restricted_action");
        assertThat(texts()).isEmpty();
    }

    @Test
    void aFatalErrorWasCommittedAndA500WasNot() throws Exception {
        next("fatal_error");
        assertThat(post("half").body()).contains("fatal_error");
        next("status_500");
        assertThat(post("none").statusCode()).isEqualTo(500);
        assertThat(texts()).containsExactly("half");
    }

    @Test
    void a429SaysWhenToComeBackAndTheNextCallIsFine() throws Exception {
        local.page.post("misbehave", """
                {"method":"chat.postMessage","next":[{"fault":"ratelimited","retryAfter":7}]}""");
        var limited = post("later");
        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.headers().firstValue("Retry-After")).contains("7");
        assertThat(post("now").body()).contains("\"ok\":true");
        assertThat(texts()).containsExactly("now");
    }

    @Test
    void aShareOfAllCallsFailsTheSameWayWithTheSameSeed() {
        var first = fates(7);
        assertThat(first).contains(true, false);
        assertThat(fates(7)).isEqualTo(first);
        assertThat(fates(8)).isNotEqualTo(first);
    }

    private static List<Boolean> fates(long seed) {
        var misbehaviour = new Misbehaviour();
        misbehaviour.order(JsonMapper.shared().readTree("""
                {"rate":{"method":"*","fault":"drop_reply","share":0.3,"seed":%d}}""".formatted(seed)));
        return IntStream.range(0, 100)
                .mapToObj(_ -> misbehaviour.take("chat.postMessage").isPresent())
                .toList();
    }

    @Test
    void historyMayLagBehindItsOwnCommit() throws Exception {
        post("fresh");
        local.page.post("misbehave", "{\"historyLagMillis\":600000}");
        assertThat(history()).isEmpty();
        local.page.post("misbehave", "{\"clear\":true}");
        assertThat(history()).hasSize(1);
    }

    @Test
    void anOrderThatMakesNoSenseIsRefusedWithASentence() {
        var unknown = local.page.change("POST", "misbehave", """
                {"method":"chat.postMessage","next":[{"fault":"explode"}]}""", 400);
        assertThat(unknown.path("error").asString()).contains("there is no fault \"explode\"");
        assertThat(local.page
                        .change("POST", "misbehave", "{}", 400)
                        .path("error")
                        .asString())
                .startsWith("say \"next\"");
    }

    private List<?> history() throws Exception {
        return local.methods().conversationsHistory(r -> r.channel("C0GENERAL")).getMessages();
    }

    private void next(String fault) {
        local.page.post("misbehave", """
                {"method":"chat.postMessage","next":[{"fault":"%s","millis":30}]}""".formatted(fault));
    }

    private List<String> texts() {
        return local.page
                .messages("U0ANA", "C0GENERAL")
                .valueStream()
                .map(message -> message.path("text").asString())
                .toList();
    }

    private HttpResponse<String> post(String text) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(local.address + "/api/chat.postMessage"))
                .header("Authorization", "Bearer " + WorkspaceFixture.BOT_TOKEN)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"channel\":\"C0GENERAL\",\"text\":\"%s\"}".formatted(text)));
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
