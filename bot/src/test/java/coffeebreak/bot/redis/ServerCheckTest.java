package coffeebreak.bot.redis;

import static org.assertj.core.api.Assertions.assertThat;

import coffeebreak.bot.encoding.Json;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ServersExtension.class)
class ServerCheckTest {

    @Test
    void aServerThatMayLoseSomethingIsFaultedWithTheWayOut(@TempDir Path folder) throws Exception {
        try (var server = RedisProcess.start(folder, "appendonly no", "maxmemory-policy allkeys-lru");
                var store = store("redis://" + server.node())) {
            assertThat(store.check().faults()).hasSize(2);
            assertThat(store.check().faults().get(0))
                    .contains("config set appendonly yes")
                    .contains("redis.conf");
            assertThat(store.check().faults().get(1))
                    .contains("allkeys-lru")
                    .contains("config set maxmemory-policy noeviction");

            try (var jedis = server.ask()) {
                jedis.configSet("appendonly", "yes");
                jedis.configSet("maxmemory-policy", "noeviction");
            }
            assertThat(store.check()).isEqualTo(new ServerCheck(List.of(), List.of()));
        }
    }

    @Test
    void aServerThatLetsNobodyLookIsWarnedAboutAndOneThatOnlyForbidsItsSettingsIsNot(@TempDir Path folder)
            throws Exception {
        try (var server = RedisProcess.start(
                        folder, "user ana on >word ~* +@all -config", "user bo on >word ~* +@all -config -info");
                var ana = store("redis://ana:word@" + server.node());
                var bo = store("redis://bo:word@" + server.node());
                var stranger = store("redis://ana:another@" + server.node())) {
            assertThat(ana.check()).isEqualTo(new ServerCheck(List.of(), List.of()));
            assertThat(bo.check().faults()).isEmpty();
            assertThat(bo.check().warnings()).singleElement().asString().contains("appendonly yes", "noeviction");
            assertThat(stranger.check().faults()).singleElement().asString().contains("the password in REDIS_URL");
        }
    }

    @Test
    void anOldServerIsFaulted() {
        assertThat(ServerCheck.of("redis_version:6.0.16\r\naof_enabled:1\r\nmaxmemory_policy:noeviction\r\n")
                        .faults())
                .containsExactly("Redis is version 6.0.16: install 6.2 or newer");
        assertThat(ServerCheck.of("redis_version:8.2.0\r\naof_enabled:1\r\nmaxmemory_policy:noeviction\r\n")
                        .faults())
                .isEmpty();
    }

    @Test
    void aMasterThatDoesNotCountItsReplicasIsWarnedAbout(RealSentinels servers) {
        try (var store = store(servers.words())) {
            assertThat(store.check().faults()).isEmpty();
            assertThat(store.check().warnings()).singleElement().asString().contains("min-replicas-to-write 1");
        }
    }

    @Test
    void theMasterOfAClusterThatKeepsTheEventIsAsked(RealCluster servers) {
        try (var store = store(servers.words())) {
            assertThat(store.check()).isEqualTo(new ServerCheck(List.of(), List.of()));
        }
    }

    private static RedisStore store(String address) {
        return RedisStore.at(URI.create(address), "T1", "check", new Json());
    }
}
