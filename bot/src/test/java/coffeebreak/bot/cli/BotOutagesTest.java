package coffeebreak.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.encoding.Json;
import coffeebreak.bot.redis.Outages;
import coffeebreak.bot.redis.Outages.Outcome;
import coffeebreak.bot.redis.Outages.Step;
import coffeebreak.bot.redis.RealCluster;
import coffeebreak.bot.redis.RealSentinels;
import coffeebreak.bot.redis.RedisProcess;
import coffeebreak.bot.signup.ProfilesContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// The whole bot while Redis is lost: its health goes down and comes back by itself, the day is told meanwhile, nothing
/// is acknowledged that is not kept. Prints a table and writes `target/faults/servers-bot.json`.
///
/// `-Doutages.all=true` plays all five ways instead of one, `-Doutages.frozen=30` freezes it that long; seconds.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BotOutagesTest {

    private static final String ALL = "outages.all";
    private static final int FROZEN = Integer.getInteger("outages.frozen", 1);
    private static final int LOST_AFTER_MILLISECONDS = 1_000;
    private static final Step NOTHING = () -> {};

    private final List<Outcome> outcomes = new ArrayList<>();

    @Test
    void frozen(@TempDir Path folder) throws Exception {
        try (var server = RedisProcess.start(folder.resolve("server"))) {
            play(
                    folder,
                    "redis://" + server.node(),
                    "frozen for " + FROZEN + " s",
                    server::freeze,
                    FROZEN,
                    server::thaw);
        }
    }

    @Test
    @EnabledIfSystemProperty(named = ALL, matches = "true")
    void killedAndStartedAgain(@TempDir Path folder) throws Exception {
        try (var server = RedisProcess.start(folder.resolve("server"))) {
            play(folder, "redis://" + server.node(), "killed, started again", server::kill, 1, server::launchAgain);
        }
    }

    @Test
    @EnabledIfSystemProperty(named = ALL, matches = "true")
    void withAFullDisk(@TempDir Path folder) throws Exception {
        try (var server = RedisProcess.start(folder.resolve("server"))) {
            play(folder, "redis://" + server.node(), "disk full", server::fillDisk, 1, server::freeDisk);
        }
    }

    @Test
    @EnabledIfSystemProperty(named = ALL, matches = "true")
    void failedOverBySentinels(@TempDir Path folder) throws Exception {
        try (var servers = RealSentinels.start(LOST_AFTER_MILLISECONDS)) {
            play(folder, servers.words(), "master killed, Sentinel", servers.master()::kill, 0, NOTHING);
        }
    }

    @Test
    @EnabledIfSystemProperty(named = ALL, matches = "true")
    void aMasterOfAClusterLost(@TempDir Path folder) throws Exception {
        try (var servers = RealCluster.start(1, LOST_AFTER_MILLISECONDS);
                var day = LocalDay.withoutSignUps(folder.resolve("day"), Map.of("REDIS_URL", servers.words()))) {
            var master = servers.masterOfTheOnlyEvent();
            play(day, servers.words(), servers.eventKeptBy(master), "master killed, Cluster", master::kill, 0, NOTHING);
        }
    }

    private void play(Path folder, String address, String name, Step outage, int seconds, Step repair)
            throws Exception {
        try (var day = LocalDay.withoutSignUps(folder.resolve("day"), Map.of("REDIS_URL", address))) {
            play(day, address, "beside", name, outage, seconds, repair);
        }
    }

    private void play(LocalDay day, String address, String event, String name, Step outage, int seconds, Step repair)
            throws Exception {
        try (var outages = new Outages(
                address,
                event,
                person -> ProfilesContract.profile(person, 1),
                profile -> ProfilesContract.profile(profile.person(), profile.version() + 1),
                day::isHealthy)) {
            var ana = day.person("UANA");
            Step meanwhile = () -> {
                if (seconds > 0) {
                    ana.writes("when is lunch?").sees("12:30");
                    ana.writes("I'm a master's student at TU Munich working on grokking")
                            .sees("try again");
                    TimeUnit.SECONDS.sleep(seconds);
                }
            };

            var outcome = outages.play(name, outage, meanwhile, repair, repair == NOTHING);
            outcomes.add(outcome);

            assertThat(outcome.lost()).as("acknowledged changes lost").isZero();
            ana.writes("I'm a master's student at TU Munich working on grokking")
                    .sees("Did I get that right?");
        }
    }

    @AfterAll
    void print() throws Exception {
        System.out.println(Outcome.HEAD);
        outcomes.forEach(System.out::println);
        var file = Path.of("target", "faults", "servers-bot.json");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file, new Json().write(outcomes.stream().map(Outcome::inJson).toList()));
    }
}
