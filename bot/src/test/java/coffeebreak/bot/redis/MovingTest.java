package coffeebreak.bot.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coffeebreak.bot.encoding.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.SetParams;
import redis.clients.jedis.params.XAddParams;

/// An event in a file and back, on a server each; what the stories of a real day leave is moved in `MovedDayTest`.
@ExtendWith({RealRedis.Extension.class, ServersExtension.class})
class MovingTest {

    private static final InstantSource CLOCK = () -> Instant.parse("2026-04-26T12:00:00Z");
    /// In the middle of a second: a server older than 7.0 can be asked to a millisecond or two.
    private static final long FAR = 4_102_444_800_500L;

    private final RealRedis redis;
    private final RealCluster cluster;
    private final RealSentinels sentinels;
    private final Keys keys = new Keys("T1", "moved");
    private final Connection connection;

    @TempDir
    private Path folder;

    MovingTest(RealRedis redis, RealCluster cluster, RealSentinels sentinels) {
        this.redis = redis;
        this.cluster = cluster;
        this.sentinels = sentinels;
        this.connection = new Connection(redis::raw);
    }

    @BeforeEach
    void nothingIsThere() {
        empty(redis.raw());
    }

    private void empty(UnifiedJedis jedis) {
        for (var key : EveryKey.of(new Connection(() -> jedis), keys)) {
            jedis.del(key);
        }
    }

    private Moving moving() {
        return new Moving(connection, keys, new Json(), CLOCK);
    }

    /// A key of every type, with what is awkward about it.
    private void putEverything(UnifiedJedis jedis) {
        var prefix = keys.prefix();
        jedis.set(prefix + "rounds", "3");
        jedis.set(prefix + "draft:UANA", "{\"words\":\"\\\"quoted\\\", é, 😀,\n two lines\"}");
        jedis.pexpireAt(prefix + "draft:UANA", FAR);
        jedis.set(prefix + "empty", "");
        jedis.hset(prefix + "profiles", Map.of("UANA", "1 {}", "UBO", "2 {}", "", "of nobody"));
        jedis.hset(
                prefix + "large",
                IntStream.range(0, 12_000).boxed().collect(Collectors.toMap(n -> "field" + n, n -> "value" + n)));
        jedis.sadd(prefix + "muted", "UANA", "UBO");
        jedis.zadd(prefix + "queue:UANA", Map.of("late", 253_402_300_799_999.0, "half", 0.5, "never", -1.0));
        jedis.rpush(prefix + "list", "b", "a", "b");
        jedis.xadd(prefix + "audit", XAddParams.xAddParams().id("5-1"), Map.of("who", "UORGA", "what", "publish"));
        jedis.xadd(prefix + "audit", XAddParams.xAddParams().id("7-0"), Map.of("who", "UORGA"));
        jedis.xdel(prefix + "audit", new StreamEntryID("7-0"));
        jedis.xadd(prefix + "emptied", XAddParams.xAddParams().id("9-9"), Map.of("a", "b"));
        jedis.xdel(prefix + "emptied", new StreamEntryID("9-9"));
    }

    /// Past our own reading: what a client sees.
    private Map<String, String> seen(UnifiedJedis jedis) {
        var seen = new TreeMap<String, String>();
        for (var key : EveryKey.of(new Connection(() -> jedis), keys)) {
            var value = switch (jedis.type(key)) {
                case "string" -> jedis.get(key);
                case "hash" -> new TreeMap<>(jedis.hgetAll(key)).toString();
                case "set" -> jedis.smembers(key).stream().sorted().toList().toString();
                case "zset" -> jedis.zrangeWithScores(key, 0, -1).toString();
                case "list" -> jedis.lrange(key, 0, -1).toString();
                case "stream" ->
                    jedis.xrange(key, (StreamEntryID) null, null) + " after "
                            + jedis.xinfoStream(key).getLastGeneratedId();
                case String other -> other;
            };
            var left = jedis.pttl(key);
            seen.put(key, value + (left < 0 ? "" : " goes in " + left / 60_000 + " minutes"));
        }
        return seen;
    }

    @Test
    void whatIsExportedAndImportedIsTheSame() throws IOException {
        putEverything(redis.raw());
        var before = seen(redis.raw());
        var one = folder.resolve("one");
        var count = moving().export(one);
        empty(redis.raw());

        assertThat(moving().take(one, false)).isEqualTo(count).isEqualTo(before.size());

        assertThat(seen(redis.raw())).isEqualTo(before);
        var other = folder.resolve("other");
        moving().export(other);
        assertThat(withoutJitter(other)).isEqualTo(withoutJitter(one));
    }

    /// A server older than 7.0 says how long a key has, not until when: to a few milliseconds.
    private static List<String> withoutJitter(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("{\"entries\""))
                .map(line -> line.replaceAll("\"ends\":(\\d+)\\d{3}\\b", "\"ends\":$1"))
                .toList();
    }

    @Test
    void fromOneServerIntoAClusterAndBehindSentinels() throws IOException {
        putEverything(redis.raw());
        var before = seen(redis.raw());
        var file = folder.resolve("event");
        moving().export(file);

        for (var words : List.of(cluster.words(), sentinels.words())) {
            var jedis = RedisClients.PROMPT.open(RedisAddress.of(words), () -> false);
            var there = new Moving(new Connection(() -> jedis), keys, new Json(), CLOCK);
            there.take(file, false);
            assertThat(seen(jedis)).as(words).isEqualTo(before);
            var back = folder.resolve("back");
            there.export(back);
            assertThat(withoutJitter(back)).as(words).isEqualTo(withoutJitter(file));
            Files.delete(back);
            empty(jedis);
            jedis.close();
        }
    }

    @Test
    void onlyItsOwnerMayReadTheFileAndNoneIsWrittenOver() throws IOException {
        putEverything(redis.raw());
        var file = folder.resolve("event");
        moving().export(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> moving().export(file))
                .isInstanceOf(CannotMove.class)
                .hasMessageContaining("already");
        assertThat(folder.toFile().list()).containsExactly("event");
    }

    @Test
    void aFileThatIsCutOffOrAlteredOrAnothersIsRefusedAndNothingIsTouched() throws IOException {
        putEverything(redis.raw());
        var file = folder.resolve("event");
        moving().export(file);
        redis.raw().set(keys.prefix() + "rounds", "4");
        var before = seen(redis.raw());
        var lines = Files.readAllLines(file);

        refused(lines.subList(0, lines.size() - 1), "cut off");
        refused(lines.subList(0, 3), "cut off");
        refused(List.of(), "no file of export-event");
        refused(List.of("{\"a\":1}"), "no file of export-event");
        refused(List.of(lines.getFirst().replace("\"coffeebreak\":1", "\"coffeebreak\":2")), "another version");
        refused(lines.stream().map(line -> line.replace("UORGA", "UANNA")).toList(), "altered");
        refused(lines.stream().map(line -> line.replace("\"T1\"", "\"T2\"")).toList(), "altered");
        refused(lines.stream().filter(line -> !line.contains("\"muted\"")).toList(), "altered");
        refused(
                lines.stream()
                        .map(line -> line.replace("\"values\"", "\"valves\""))
                        .toList(),
                "altered");
        var whole = Files.readString(file);
        refusedAs(whole.substring(0, whole.length() - 20), "altered");
        var elsewhere = new Moving(connection, new Keys("T1", "another"), new Json(), CLOCK);
        assertThatThrownBy(() -> elsewhere.take(file, true))
                .isInstanceOf(CannotMove.class)
                .hasMessageContaining("holds the event moved of the workspace T1");

        assertThat(seen(redis.raw())).isEqualTo(before);
    }

    private void refused(List<String> lines, String why) throws IOException {
        refusedAs(lines.isEmpty() ? "" : String.join("\n", lines) + "\n", why);
    }

    private void refusedAs(String text, String why) throws IOException {
        var file = Files.writeString(folder.resolve("bad"), text);
        assertThatThrownBy(() -> moving().take(file, true))
                .isInstanceOf(CannotMove.class)
                .hasMessageContaining(why)
                .hasMessageNotContaining("UANNA");
    }

    @Test
    void anEventThatIsThereStaysUnlessItIsToBeReplaced() throws IOException {
        putEverything(redis.raw());
        var before = seen(redis.raw());
        var file = folder.resolve("event");
        moving().export(file);
        redis.raw().set(keys.prefix() + "rounds", "4");
        redis.raw().set(keys.prefix() + "import:new", "{}");

        assertThatThrownBy(() -> moving().take(file, false)).hasMessageContaining("add --replace");
        assertThat(redis.raw().get(keys.prefix() + "rounds")).isEqualTo("4");

        moving().take(file, true);
        assertThat(seen(redis.raw())).isEqualTo(before);
    }

    @Test
    void whileABotServesTheEventNothingIsMoved() throws IOException {
        putEverything(redis.raw());
        var file = folder.resolve("event");
        moving().export(file);
        var presence = new Presence(connection, keys);
        assertThat(presence.begin()).isTrue();

        assertThatThrownBy(() -> moving().export(folder.resolve("again"))).hasMessageContaining("A bot serves");
        assertThatThrownBy(() -> moving().take(file, true)).hasMessageContaining("A bot serves");

        presence.end();
        presence.renew();
        assertThat(moving().export(folder.resolve("again"))).isPositive();
    }

    @Test
    void whileTheEventIsMovedNoBotBeginsToServeItAndNobodyElseMovesIt() {
        redis.raw().set(keys.moving(), "somebody else");

        assertThat(new Presence(connection, keys).begin()).isFalse();
        assertThat(EveryKey.of(connection, keys)).containsExactly(keys.moving());
        assertThatThrownBy(() -> moving().export(folder.resolve("event"))).hasMessageContaining("under way");
    }

    /// A bot that begins while the file is being read: whoever reads it looks again at the end.
    @Test
    void aBotThatBeginsMeanwhileIsNoticed() {
        putEverything(redis.raw());
        var late = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int from, int length) {
                redis.raw().set(keys.serving("late"), "");
                super.write(bytes, from, length);
            }
        };

        assertThatThrownBy(() -> moving().export(late)).hasMessageContaining("A bot serves");

        assertThat(late.toString(StandardCharsets.UTF_8)).doesNotContain("sha256");
    }

    /// What a killed import left is no part of the event, hinders none, and goes.
    @Test
    void anImportThatWasKilledLeavesNothingBehind() throws IOException {
        putEverything(redis.raw());
        var before = seen(redis.raw());
        var file = folder.resolve("event");
        moving().export(file);
        var aside = keys.prefix() + "importing:muted";
        redis.raw().sadd(aside, "UZOE");

        moving().take(file, true);

        assertThat(seen(redis.raw())).isEqualTo(before);
    }

    @Test
    void whatWasOverWhenItIsImportedIsGone() throws IOException {
        redis.raw().set(keys.prefix() + "rounds", "3");
        redis.raw().set(keys.prefix() + "rest:UANA", "x", SetParams.setParams().px(300));
        var file = folder.resolve("event");
        moving().export(file);
        redis.pass(java.time.Duration.ofMillis(310));

        moving().take(file, true);

        assertThat(EveryKey.of(connection, keys)).containsExactly(keys.prefix() + "rounds");
    }

    /// Two at once: one is refused or both come one after the other, and what is there is whole.
    @Test
    void ofTwoImportsAtOnceNoneMixesWithTheOther() throws IOException {
        putEverything(redis.raw());
        var before = seen(redis.raw());
        var file = folder.resolve("event");
        moving().export(file);

        var came = IntStream.range(0, 4).parallel().filter(_ -> takes(file)).count();

        assertThat(came).isPositive();
        assertThat(seen(redis.raw())).isEqualTo(before);
    }

    private boolean takes(Path file) {
        try {
            moving().take(file, true);
            return true;
        } catch (CannotMove refused) {
            return false;
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    @Test
    void aRedisWithoutTheEventIsNotExportedAsAnEmptyOne() {
        redis.raw().set(keys.probe(), "", SetParams.setParams().ex(60));

        assertThatThrownBy(() -> moving().export(folder.resolve("event"))).hasMessageContaining("holds nothing");
    }
}
