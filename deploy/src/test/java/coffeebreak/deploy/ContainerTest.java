package coffeebreak.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// `Dockerfile` and `compose.yaml`, read rather than run: that they promise what they should and fit each other.
final class ContainerTest {

    private final JsonNode compose = Shipped.yaml("compose.yaml");
    private final JsonNode bot = compose.at("/services/bot");
    private final JsonNode redis = compose.at("/services/redis");
    private final List<String> dockerfile = Shipped.text("Dockerfile").lines().toList();

    ContainerTest() throws IOException {}

    @Test
    void neitherServiceIsRootOrCanWriteToItsImageOrGainAnything() {
        for (JsonNode service : List.of(bot, redis)) {
            assertThat(service.get("user").asString()).matches("[1-9]\\d*:[1-9]\\d*");
            assertThat(service.get("read_only").asBoolean()).isTrue();
            assertThat(strings(service.get("cap_drop"))).containsExactly("ALL");
            assertThat(strings(service.get("security_opt"))).containsExactly("no-new-privileges:true");
            assertThat(service.has("privileged")).isFalse();
            assertThat(service.has("cap_add")).isFalse();
            assertThat(service.get("mem_limit").asString()).matches("\\d+m");
        }
    }

    @Test
    void theUserIsTheOneTheImageMakes() throws IOException {
        assertThat(dockerfile).contains("USER " + bot.get("user").asString());
        assertThat(Shipped.text("image"))
                .contains("coffeebreak:x:" + bot.get("user").asString() + ":");
    }

    @Test
    void theTwoWaysToTheImageStartTheSameThing() throws IOException {
        var image = Shipped.text("image");
        var entry = dockerfile.stream()
                .filter(line -> line.startsWith("ENTRYPOINT "))
                .flatMap(line ->
                        List.of(line.replaceAll("^ENTRYPOINT \\[\"|\"]$", "").split("\", \"")).stream())
                .toList();

        assertThat(entry).isNotEmpty().isEqualTo(all("--config\\.entrypoint (\\S+)", image));
        var set = dockerfile
                .subList(
                        dockerfile.indexOf("FROM scratch"),
                        dockerfile.indexOf("USER " + bot.get("user").asString()))
                .stream()
                .flatMap(line -> List.of(line.replaceFirst("^ENV ", "").strip().split(" ")).stream())
                .filter(word -> word.matches("[A-Z_]+=.*"))
                .toList();
        assertThat(set).isNotEmpty().containsExactlyInAnyOrderElementsOf(all("--config\\.env (\\S+)", image));
        assertThat(all("--config\\.workingdir (\\S+)", image)).containsExactly("/opt/coffeebreak");
        assertThat(dockerfile.subList(dockerfile.indexOf("FROM scratch"), dockerfile.size()))
                .contains("WORKDIR /opt/coffeebreak");
        assertThat(dockerfile).contains("RUN deploy/image --root-only", "STOPSIGNAL SIGTERM", "CMD [\"serve\"]");
    }

    @Test
    void nothingThatIsWrittenMayBeRun() {
        assertThat(strings(bot.get("tmpfs"))).singleElement().asString().matches("/tmp:mode=1777,size=\\d+m");
    }

    @Test
    void redisKeepsEveryChangeAndDropsNone() {
        assertThat(strings(redis.get("command")))
                .containsSequence("--appendonly", "yes")
                .containsSequence("--maxmemory-policy", "noeviction");
        assertThat(strings(redis.get("volumes"))).containsExactly("redis:/data");
        assertThat(compose.at("/volumes").has("redis")).isTrue();
    }

    @Test
    void onlyTheBotReachesRedisAndOnlyThisMachineReachesTheBot() {
        assertThat(redis.has("ports")).isFalse();
        assertThat(strings(redis.get("networks"))).containsExactly("store");
        assertThat(compose.at("/networks/store/internal").asBoolean()).isTrue();
        assertThat(strings(bot.get("networks"))).contains("store");
        assertThat(strings(bot.get("ports"))).allMatch(port -> port.startsWith("127.0.0.1:"));
        assertThat(bot.at("/environment/REDIS_URL").asString()).isEqualTo("redis://redis:6379");
    }

    @Test
    void theBotWaitsForAHealthyRedisAndSaysItselfHowItIs() {
        assertThat(bot.at("/depends_on/redis/condition").asString()).isEqualTo("service_healthy");
        assertThat(strings(redis.at("/healthcheck/test"))).containsExactly("CMD", "redis-cli", "ping");
        assertThat(dockerfile)
                .anyMatch(
                        line -> line.startsWith("HEALTHCHECK ") && line.endsWith("CMD [\"/opt/coffeebreak/healthy\"]"));
        assertThat(String.join("\n", dockerfile))
                .contains("PORT=" + bot.at("/environment/PORT").asString());
    }

    @Test
    void secretsComeFromTheFileAndStandNowhereElse() throws IOException {
        assertThat(bot.get("env_file").asString()).isEqualTo(".env");
        for (String file : List.of("compose.yaml", "Dockerfile", "coffeebreak.service", ".env.example")) {
            assertThat(Shipped.text(file)).doesNotContainPattern("xox[a-z]-[0-9A-Za-z]|xapp-[0-9A-Za-z]");
        }
        assertThat(Shipped.text("Dockerfile.dockerignore").lines().filter(line -> !line.startsWith("#")))
                .startsWith("*")
                .noneMatch(line -> line.contains(".env"));
    }

    @Test
    void whatTheImageTakesExistsAndMayBeTaken() throws IOException {
        List<String> taken = dockerfile.stream()
                .filter(line -> line.startsWith("COPY ") && !line.contains("--from"))
                .flatMap(line -> List.of(line.split(" ")).stream())
                .filter(word -> word.contains("/") && !word.endsWith("/"))
                .toList();

        assertThat(taken)
                .containsExactlyInAnyOrder(
                        "deploy/coffeebreak", "deploy/healthy", "deploy/image", "bot/target/coffeebreak.jar");
        assertThat(Shipped.text("Dockerfile.dockerignore").lines())
                .containsAll(taken.stream().map(path -> "!" + path).toList());
        assertThat(Files.isExecutable(Shipped.file("coffeebreak"))).isTrue();
        assertThat(Files.isExecutable(Shipped.file("healthy"))).isTrue();
        assertThat(Files.isExecutable(Shipped.file("image"))).isTrue();
    }

    /// What the first group of a pattern finds, in order.
    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static List<String> strings(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }
}
