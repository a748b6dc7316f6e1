package coffeebreak.bot.redis;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.encoding.Json;
import coffeebreak.bot.redis.Outages.Outcome;
import coffeebreak.bot.redis.Outages.Step;
import coffeebreak.bot.signup.ProfilesContract;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Redis lost in five ways, while people sign up: nothing that was acknowledged is lost, and the bot comes back by
/// itself. Prints a table and writes `target/faults/servers.json`.
///
/// `-Doutages.all=true` plays all five, `-Doutages.frozen=30` freezes it that long; seconds.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutagesTest {

    private static final String ALL = "outages.all";
    private static final int FROZEN = Integer.getInteger("outages.frozen", 1);
    private static final int LOST_AFTER_MILLISECONDS = 1_000;
    private static final Step NOTHING = () -> {};

    private final List<Outcome> outcomes = new ArrayList<>();

    @Test
    @EnabledIfSystemProperty(named = ALL, matches = "true")
    void killedAndStartedAgain(@TempDir Path folder) throws Exception {
        try (var server = RedisProcess.start(folder)) {
            measure(
                    "redis://" + server.node(),
                    "killed, there again after 1 s",
                    server::kill,
                    seconds(1),
                    server::launchAgain);
        }
    }

    @Test
    @EnabledIfSystemProperty(named = ALL, matches = "true")
    void frozen(@TempDir Path folder) throws Exception {
        try (var server = RedisProcess.start(folder)) {
            measure(
                    "redis://" + server.node(),
                    "frozen for " + FROZEN + " s",
                    server::freeze,
                    seconds(FROZEN),
                    server::thaw);
        }
    }

    @Test
    void withAFullDisk(@TempDir Path folder) throws Exception {
        try (var server = RedisProcess.start(folder)) {
            measure("redis://" + server.node(), "disk full for 1 s", server::fillDisk, seconds(1), server::freeDisk);
        }
    }

    @Test
    void failedOverBySentinels() throws Exception {
        try (var servers = RealSentinels.start(LOST_AFTER_MILLISECONDS, "min-replicas-max-lag 3")) {
            measure(servers.words(), "master killed, Sentinel", servers.master()::kill, NOTHING, NOTHING);
        }
    }

    @Test
    void aMasterOfAClusterLost() throws Exception {
        try (var servers = RealCluster.start(1, LOST_AFTER_MILLISECONDS)) {
            var master = servers.masterOf(new Keys("T1", "outage").prefix());
            measure(servers.words(), "master killed, Cluster", master::kill, NOTHING, NOTHING);
        }
    }

    private void measure(String address, String name, Step outage, Step whileGone, Step repair) throws Exception {
        try (var watched = RedisStore.at(URI.create(address), "T1", "outage", new Json());
                var outages = new Outages(
                        address,
                        "outage",
                        person -> ProfilesContract.profile(person, 1),
                        profile -> ProfilesContract.profile(profile.person(), profile.version() + 1),
                        Outages.readinessOf(watched))) {
            var outcome = outages.play(name, outage, whileGone, repair, repair == NOTHING);
            outcomes.add(outcome);

            assertThat(outcome.lost()).as("acknowledged changes lost").isZero();
            assertThat(outcome.changes()).as("changes made").isPositive();
            assertThat(outcome.refused()).as("changes refused").isPositive();
        }
    }

    private static Step seconds(int seconds) {
        return () -> TimeUnit.SECONDS.sleep(seconds);
    }

    @AfterAll
    void print() throws Exception {
        System.out.println(Outcome.HEAD);
        outcomes.forEach(System.out::println);
        var file = Path.of("target", "faults", "servers.json");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file, new Json().write(outcomes.stream().map(Outcome::inJson).toList()));
    }
}
