package coffeebreak.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a compiler with Slack's types finds in a call, and what it lets pass.
class CallTypesTest {

    @TempDir
    Path folder;

    @Test
    void callsAsSlackTypesThemPassInJsonAndInForms() {
        assertThat(complaints(
                        call("auth.test", "{}"),
                        call("chat.postMessage", """
                                {"channel":"C1","text":"x","unfurl_links":"0","blocks":[{"type":"divider"}]}"""),
                        call("conversations.history", """
                                {"channel":"C1","limit":"100","include_all_metadata":"true"}"""),
                        call("views.publish", """
                                {"user_id":"U1","view":{"type":"home","blocks":[]}}"""),
                        call("response_url", """
                                {"replace_original":true,"text":"x"}""")))
                .isEmpty();
    }

    @Test
    void aMisspeltFieldIsFoundAtEveryDepth() {
        assertThat(complaints(
                        call("chat.postMessage", """
                                {"channel":"C1","text":"x","thread_tss":"1.0"}"""),
                        call("chat.postMessage", """
                                {"channel":"C1","text":"x","blocks":[{"type":"actions","elements":[
                                {"type":"button","text":{"type":"plain_text","text":"x"},"vale":"1"}]}]}"""),
                        call("views.open", """
                                {"trigger_id":"1","view":{"type":"modal","titel":"x","title":{"type":"plain_text","text":"x"},
                                "blocks":[]}}"""),
                        call("response_url", """
                                {"replace_orignal":true,"text":"x"}""")))
                .hasSize(4)
                .satisfiesExactly(
                        one -> assertThat(one).contains("thread_tss"),
                        two -> assertThat(two).contains("vale"),
                        three -> assertThat(three).contains("titel"),
                        four -> assertThat(four).contains("replace_orignal"));
    }

    @Test
    void aMethodSlackDoesNotHaveAndAValueOfTheWrongKindAreFound() {
        assertThat(complaints(call("chat.shout", "{\"text\":\"x\"}"), call("users.list", "{\"limit\":\"many\"}")))
                .hasSize(2);
    }

    private List<String> complaints(JournalCall... calls) {
        return new CallTypes(Node.orSkip(), folder).complaints(List.of(calls));
    }

    private static JournalCall call(String method, String arguments) {
        return new JournalCall(
                0,
                Instant.EPOCH,
                Instant.EPOCH,
                method,
                "bot",
                Json.parse(arguments).orElseThrow(),
                Json.object(),
                200,
                null);
    }
}
