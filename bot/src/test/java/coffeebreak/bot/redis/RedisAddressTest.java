package coffeebreak.bot.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coffeebreak.bot.redis.RedisAddress.Together.Alone;
import coffeebreak.bot.redis.RedisAddress.Together.InACluster;
import coffeebreak.bot.redis.RedisAddress.Together.WatchedBySentinels;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redis.clients.jedis.HostAndPort;

class RedisAddressTest {

    @Test
    void oneServerHasItsUsualPortAndDatabase() {
        assertThat(RedisAddress.of("redis://redis"))
                .isEqualTo(
                        new RedisAddress(new Alone(), List.of(new HostAndPort("redis", 6379)), null, null, false, 0));
        assertThat(RedisAddress.of("rediss://ana:p%40ss+1@redis.example:6380/2"))
                .isEqualTo(new RedisAddress(
                        new Alone(), List.of(new HostAndPort("redis.example", 6380)), "ana", "p@ss+1", true, 2));
        assertThat(RedisAddress.of("redis://:word@[::1]:7000").nodes()).containsExactly(new HostAndPort("::1", 7000));
    }

    @Test
    void sentinelsAreNamedWithTheMasterTheyWatch() {
        assertThat(RedisAddress.of("redis-sentinel://:word@s1,s2:26380/coffee/1?sentinel-password=other"))
                .isEqualTo(new RedisAddress(
                        new WatchedBySentinels("coffee", "other"),
                        List.of(new HostAndPort("s1", 26379), new HostAndPort("s2", 26380)),
                        null,
                        "word",
                        false,
                        1));
    }

    @Test
    void aClusterIsNamedByAnyOfItsServers() {
        assertThat(RedisAddress.of("rediss-cluster://a:7000,b"))
                .isEqualTo(new RedisAddress(
                        new InACluster(),
                        List.of(new HostAndPort("a", 7000), new HostAndPort("b", 6379)),
                        null,
                        null,
                        true,
                        0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http://:secret@host                    | write redis://host:port
            secret                                 | write redis://host:port
            redis://                               | write redis://host:port
            redis://:secret@a:1,b:2                | sentinels or a cluster
            redis://:secret@a:99999                | 1 to 65535
            redis://:secret@a:1/first              | a database is a number
            redis-sentinel://:secret@a:1           | the name of the master
            redis-cluster://:secret@a:1/2          | one database
            redis-cluster://:secret@a b            | one of the hosts is none
            redis://a?sentinel-password=secret     | only sentinels
            redis://:sec]secret@a                  | two hexadecimal digits
            redis://:%zzsecret@a                   | two hexadecimal digits
            redis-sentinel://:secret@a/my master   | one of its signs
            redis://se cret:secret@a               | two hexadecimal digits
            """)
    void whatIsNoneIsRefusedWithTheWayOutAndWithoutThePassword(String words, String sentence) {
        assertThatThrownBy(() -> RedisStore.checked(words))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence)
                .hasMessageNotContaining("secret");
    }

    @Test
    void aPasswordIsNotSaid() {
        assertThat(RedisAddress.of("redis-sentinel://:secret@a/b?sentinel-password=secret")
                        .toString())
                .doesNotContain("secret");
    }
}
