package coffeebreak.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The demo starts on a machine where nothing is set up, goes on after a crash, and starts anew when asked to.
final class StartIT {

    private static final String BO = "UBO";
    private static final Pattern PROCESS_ID = Pattern.compile("process_id:(\\d+)");
    private static final String AGAIN = "goes on with what the last demo stored";

    @TempDir
    Path data = Path.of("set by JUnit");

    private final int port;

    StartIT() throws IOException {
        port = RunningJar.freePort();
    }

    @Test
    void theDemoStartsFromNothingGoesOnAfterACrashAndStartsAnewWhenAsked() throws Exception {
        ProcessHandle redis;
        try (var first = start()) {
            var workspace = workspace(first, "from nothing");
            assertThat(first.said()).doesNotContain(AGAIN);
            boSignsUp(workspace);
            redis = redis();
            first.kill();
        }
        assertThat(redis.isAlive()).as("its Redis outlives a kill").isTrue();

        try (var second = start()) {
            var workspace = workspace(second, "with what a killed run left");
            assertThat(second.said()).contains(AGAIN);
            assertThat(redis()).isEqualTo(redis);
            assertThat(answer(workspace, "my profile")).contains("EPFL");
        }
        Await.until("its Redis is stopped with it", () -> !redis.isAlive());

        try (var third = start("--fresh")) {
            var workspace = workspace(third, "anew");
            assertThat(third.said()).doesNotContain(AGAIN);
            assertThat(answer(workspace, "my profile")).contains("I know nothing about you");
        }
    }

    @Test
    void whoTakesAnotherRunsFolderOrPortIsToldSo() throws Exception {
        try (var first = start()) {
            URI address = URI.create(address(first));
            Run sameFolder = RunningJar.run(Map.of(), "demo", "--port", "0", "--data", data.toString());
            assertThat(sameFolder.said())
                    .contains("another run is using the data")
                    .doesNotContain("\tat ");
            assertThat(sameFolder.status()).isEqualTo(1);

            Run samePort = RunningJar.run(Map.of(), "workspace", "--port", "" + address.getPort());
            assertThat(samePort.said())
                    .contains("Port " + address.getPort() + " is taken")
                    .doesNotContain("\tat ");
            assertThat(samePort.status()).isEqualTo(1);
        }
    }

    /// Without a token, a key or an account in the environment.
    private RunningJar start(String... more) throws IOException {
        var arguments = new ArrayList<>(List.of("demo", "--port", "0", "--data", data.toString()));
        arguments.addAll(List.of(more));
        return RunningJar.start(Map.of("COFFEEBREAK_MANAGEMENT_PORT", "" + port), arguments.toArray(String[]::new));
    }

    private static String address(RunningJar jar) throws InterruptedException {
        return jar.awaitSaid("open (http://127\\.0\\.0\\.1:\\d+) in a browser").group(1);
    }

    private WorkspaceClient workspace(RunningJar jar, String how) throws IOException, InterruptedException {
        String address = address(jar);
        System.out.printf("demo %s: ready after %.1f s%n", how, jar.age());
        assertUp();
        return new WorkspaceClient(address);
    }

    /// It is up when Slack, Redis and index are, and ready means all three.
    private void assertUp() throws IOException, InterruptedException {
        URI health = URI.create("http://127.0.0.1:%d/actuator/health".formatted(port));
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(HttpRequest.newBuilder(health).build(), BodyHandlers.ofString());
            assertThat(answer.body()).contains("\"status\":\"UP\"");
            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }

    /// The process of the Redis that the folder remembers, as the server itself says.
    private ProcessHandle redis() throws IOException {
        var memory = new Properties();
        try (var in = Files.newInputStream(data.resolve("server.properties"))) {
            memory.load(in);
        }
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(memory.getProperty("port", "0")))) {
            var commands = "AUTH %s\r\nINFO server\r\nQUIT\r\n".formatted(memory.getProperty("password", ""));
            socket.getOutputStream().write(commands.getBytes(StandardCharsets.UTF_8));
            var answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return PROCESS_ID
                    .matcher(answers)
                    .results()
                    .map(found -> Long.parseLong(found.group(1)))
                    .flatMap(id -> ProcessHandle.of(id).stream())
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("Redis does not say which process it is: " + answers));
        }
    }

    private static void boSignsUp(WorkspaceClient workspace) throws Exception {
        assertThat(answer(workspace, "I'm a 2nd-year PhD at EPFL working on loss landscapes"))
                .contains("Did I get that right?");
        press(workspace, "That's right", "Question 1 of");
        for (int consent = 2; consent <= 4; consent++) {
            press(workspace, "No", "Question " + consent + " of");
        }
        press(workspace, "No", "You are signed up");
    }

    /// Says something to the bot and returns all of what it answers.
    private static String answer(WorkspaceClient workspace, String text) throws Exception {
        int before = workspace.directMessages(BO).size();
        workspace.post("people/%s/messages".formatted(BO), Map.of("to", "U0COFFEE", "text", text));
        Await.until(
                "\"%s\" is answered".formatted(text),
                () -> workspace.directMessages(BO).size() == before + 2);
        return workspace.directMessages(BO).getLast().toString();
    }

    /// Presses a button of the newest message that has it, and waits for what follows.
    private static void press(WorkspaceClient workspace, String label, String then) throws Exception {
        for (JsonNode message : workspace.directMessages(BO).reversed()) {
            for (JsonNode block : message.path("blocks")) {
                for (JsonNode element : block.path("elements")) {
                    if (element.path("text").path("text").asString("").equals(label)) {
                        workspace.post(
                                "people/%s/actions".formatted(BO),
                                Map.of(
                                        "container",
                                        Map.of(
                                                "type", "message",
                                                "channel", workspace.directChannel(BO),
                                                "ts", message.path("ts").asString()),
                                        "block_id",
                                        block.path("block_id").asString(),
                                        "action_id",
                                        element.path("action_id").asString()));
                        Await.until(
                                "\"%s\" is followed by \"%s\"".formatted(label, then),
                                () -> workspace
                                        .directMessages(BO)
                                        .getLast()
                                        .toString()
                                        .contains(then));
                        return;
                    }
                }
            }
        }
        throw new AssertionError("no button " + label);
    }
}
