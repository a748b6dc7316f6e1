package coffeebreak.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What the page reads, and who may speak for it.
class PageTest {
    private final WorkspaceFixture local = new WorkspaceFixture(WorkspaceFixture.settings());
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.shutdownNow();
        local.close();
    }

    @Test
    void theStateNamesTeamPeopleCommandsAndClock() {
        var state = local.page.state();
        assertThat(state.at("/team/name").asString()).isEqualTo("Local workspace");
        assertThat(state.at("/people/0/kind").asString()).isEqualTo("participant");
        assertThat(state.at("/people/0/invented").asBoolean()).isTrue();
        assertThat(state.at("/people/3/kind").asString()).isEqualTo("bot");
        assertThat(state.at("/commands/0/command").asString()).isEqualTo("/coffee");
        assertThat(state.at("/clock/zone").asString()).isEqualTo("America/Sao_Paulo");
        assertThat(state.at("/clock/marks/0/label").asString()).isEqualTo("Coffee");
        assertThat(state.at("/bots/0/connected").asBoolean()).isFalse();
    }

    @Test
    void theClockJumpsAndRuns() {
        var jumped = local.page.post("clock", "{\"jump\":\"2026-04-26T13:30:00Z\",\"speed\":0}");
        assertThat(jumped.path("now").asString()).isEqualTo("2026-04-26T13:30:00Z");
        assertThat(jumped.path("speed").asDouble()).isZero();
        var error = local.page.change("POST", "clock", "{\"speed\":-1}", 400);
        assertThat(error.path("error").asString()).contains("cannot run at speed -1");
        assertThat(local.page
                        .change("POST", "clock", "{\"jump\":\"noon\"}", 400)
                        .has("error"))
                .isTrue();
    }

    @Test
    void unreadMessagesAreCountedUntilTheyAreRead() throws Exception {
        var posted = local.methods().chatPostMessage(r -> r.channel("U0ANA").text("Hello"));
        assertThat(unread("U0ANA", posted.getChannel())).isEqualTo(1);
        assertThat(local.page.state().at("/people/0/unread").asInt()).isEqualTo(1);
        local.page.messages("U0ANA", posted.getChannel());
        assertThat(unread("U0ANA", posted.getChannel())).isZero();
        assertThat(local.page.state().at("/people/0/unread").asInt()).isZero();
    }

    private int unread(String user, String channel) {
        return local.page
                .sidebar(user)
                .path("channels")
                .valueStream()
                .filter(one -> one.path("id").asString().equals(channel))
                .findFirst()
                .orElseThrow()
                .path("unread")
                .asInt();
    }

    @Test
    void nobodyReadsAConversationTheyAreNotIn() throws Exception {
        var posted = local.methods().chatPostMessage(r -> r.channel("U0ANA").text("for Ana"));
        var error = local.page.change("GET", "people/U0BO/channels/" + posted.getChannel(), "", 400);
        assertThat(error.path("error").asString()).startsWith("Bo is in no channel D");
    }

    @Test
    void aForeignPageCannotSpeakForAnybody() throws Exception {
        var body = "{\"to\":\"U0BOT\",\"text\":\"hi\"}";
        assertThat(status(message(body).header("X-Coffeebreak-UI", "1"))).isEqualTo(200);
        assertThat(status(message(body))).isEqualTo(403);
        assertThat(status(message(body).header("X-Coffeebreak-UI", "1").header("Origin", "https://evil.example")))
                .isEqualTo(403);
        assertThat(status(message(body).header("X-Coffeebreak-UI", "1").header("Origin", "http://localhost:1")))
                .isEqualTo(200);
    }

    private HttpRequest.Builder message(String body) {
        return HttpRequest.newBuilder(URI.create(local.address + "/ui/people/U0ANA/messages"))
                .POST(BodyPublishers.ofString(body));
    }

    @Test
    void thePageAndItsLibraryAreServedAndNothingElse() throws Exception {
        var index = client.send(get("/"), BodyHandlers.ofString());
        assertThat(index.statusCode()).isEqualTo(200);
        assertThat(index.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(index.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'");
        assertThat(client.send(get("/lib/preact.js"), BodyHandlers.ofString()).body())
                .contains("export");
        assertThat(client.send(get("/no/such.js"), BodyHandlers.ofString()).statusCode())
                .isEqualTo(404);
        assertThat(client.send(get("/..%2fsci4dl.yaml"), BodyHandlers.ofString())
                        .statusCode())
                .isNotEqualTo(200);
    }

    @Test
    void aChangeIsToldToEveryOpenPage() throws Exception {
        var stream = client.send(get("/ui/events"), BodyHandlers.ofInputStream());
        try (var lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo(": connected");
            var posted = local.methods().chatPostMessage(r -> r.channel("U0ANA").text("Hello"));
            var data = lines.lines()
                    .filter(line -> line.startsWith("data:"))
                    .findFirst()
                    .orElseThrow();
            assertThat(data).contains("\"what\":\"channel\"", posted.getChannel());
        }
    }

    private HttpRequest get(String path) {
        return HttpRequest.newBuilder(URI.create(local.address + path)).build();
    }

    private int status(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        return response.statusCode();
    }
}
