package coffeebreak.bot.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRedisTest {

    @TempDir
    private Path folder;

    @Test
    void whatWasKeptIsThereAfterARestart() {
        try (var redis = EmbeddedRedis.start(folder, false)) {
            keep(redis, "kept");
        }
        try (var redis = EmbeddedRedis.start(folder, false)) {
            assertThat(redis.wasFound()).isFalse();
            assertThat(kept(redis)).isEqualTo("kept");
        }
    }

    @Test
    void aServerLeftBehindIsUsedOn() throws IOException {
        var left = EmbeddedRedis.start(folder, false);
        keep(left, "kept");
        left.abandon();

        try (var redis = EmbeddedRedis.start(folder, false)) {
            assertThat(redis.wasFound()).isTrue();
            assertThat(redis.address()).isEqualTo(left.address());
            assertThat(kept(redis)).isEqualTo("kept");
        }
    }

    @Test
    void aFreshStartHasNoData() throws IOException {
        var left = EmbeddedRedis.start(folder, false);
        keep(left, "kept");
        left.abandon();

        try (var redis = EmbeddedRedis.start(folder, true)) {
            assertThat(redis.wasFound()).isFalse();
            assertThat(kept(redis)).isNull();
        }
    }

    @Test
    void aStrangersServerBehindTheRememberedPortIsLeftAlone(@TempDir Path strangers) throws IOException {
        try (var stranger = EmbeddedRedis.start(strangers, false)) {
            keep(stranger, "theirs");
            Files.createDirectories(folder.resolve("data"));
            Files.writeString(
                    folder.resolve("server.properties"), "port=%d%npassword=other%n".formatted(stranger.port()));

            try (var redis = EmbeddedRedis.start(folder, true)) {
                assertThat(redis.wasFound()).isFalse();
                assertThat(redis.port()).isNotEqualTo(stranger.port());
            }
            assertThat(kept(stranger)).isEqualTo("theirs");
        }
    }

    @Test
    void oneRunAtATimeUsesAFolder() {
        try (var _ = EmbeddedRedis.start(folder, false)) {
            assertThatThrownBy(() -> EmbeddedRedis.start(folder, false))
                    .isInstanceOf(EmbeddedRedis.CannotStart.class)
                    .hasMessageContaining("another run");
        }
    }

    @Test
    void nothingKeptHereIsEverEvictedOrOnlyInMemory() {
        try (var redis = EmbeddedRedis.start(folder, false);
                var connection = new Connection(() -> RedisStore.client(redis.address()))) {
            assertThat(ServerCheck.of(connection, new Keys("T1", "kept")))
                    .isEqualTo(new ServerCheck(List.of(), List.of()));
        }
    }

    @Test
    void whereTheFirstServerCannotRunTheNextOneServes() throws IOException {
        var broken = program("#!/bin/sh\necho libssl.so.3: cannot open shared object file\nexit 127\n");
        try (var redis =
                EmbeddedRedis.start(folder, false, List.of(_ -> Optional.of(broken), EmbeddedRedis::fromJar))) {
            keep(redis, "kept");
            assertThat(kept(redis)).isEqualTo("kept");
        }
    }

    @Test
    void withoutAnyServerOneSentenceSaysWhatToInstall() throws IOException {
        var broken = program("#!/bin/sh\necho libssl.so.3: cannot open shared object file\nexit 127\n");
        assertThatThrownBy(() ->
                        EmbeddedRedis.start(folder, false, List.of(_ -> Optional.of(broken), _ -> Optional.empty())))
                .isInstanceOf(EmbeddedRedis.CannotStart.class)
                .hasMessageContaining("install OpenSSL 3")
                .hasMessageContaining("redis-server")
                .hasMessageContaining("libssl.so.3");
    }

    private Path program(String text) throws IOException {
        var file = Files.writeString(folder.resolve("broken-redis-server"), text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private static void keep(EmbeddedRedis redis, String value) {
        try (var client = RedisStore.client(redis.address())) {
            client.set("key", value);
        }
    }

    private static @org.jspecify.annotations.Nullable String kept(EmbeddedRedis redis) {
        try (var client = RedisStore.client(redis.address())) {
            return client.get("key");
        }
    }
}
