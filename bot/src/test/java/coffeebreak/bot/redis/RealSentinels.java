package coffeebreak.bot.redis;

import coffeebreak.bot.encoding.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/// A real master and its replica, watched by three real sentinels.
public final class RealSentinels implements AutoCloseable {

    private static final String MASTER = "coffee";
    private static final int SENTINELS = 3;

    private final Path folder;
    private final List<RedisProcess> servers = new ArrayList<>();
    private final List<RedisProcess> sentinels = new ArrayList<>();
    private final AtomicInteger events = new AtomicInteger();
    private final Connection connection =
            new Connection(() -> RedisClients.PROMPT.open(RedisAddress.of(words()), () -> false));

    private RealSentinels(Path folder) {
        this.folder = folder;
    }

    /// @param milliseconds after which a silent master counts as lost
    /// @param settings     of both servers
    public static RealSentinels start(int milliseconds, String... settings) throws IOException, InterruptedException {
        var all = new RealSentinels(Files.createTempDirectory("coffeebreak-sentinels"));
        var master = RedisProcess.start(all.folder.resolve("server-0"), settings);
        all.servers.add(master);
        var following = new ArrayList<>(List.of(settings));
        following.add("replicaof 127.0.0.1 " + master.port());
        var replica = RedisProcess.start(all.folder.resolve("server-1"), following.toArray(String[]::new));
        all.servers.add(replica);
        RedisProcess.await(() -> says(replica, "replication", "master_link_status:up"), "a replica that follows");
        for (var at = 0; at < SENTINELS; at++) {
            all.sentinels.add(RedisProcess.startSentinel(
                    all.folder.resolve("sentinel-" + at),
                    "sentinel monitor %s 127.0.0.1 %d 2".formatted(MASTER, master.port()),
                    "sentinel down-after-milliseconds %s %d".formatted(MASTER, milliseconds),
                    "sentinel failover-timeout %s %d".formatted(MASTER, 10 * milliseconds)));
        }
        for (var sentinel : all.sentinels) {
            RedisProcess.await(
                    () -> says(sentinel, "sentinel", "slaves=1,sentinels=" + SENTINELS),
                    "sentinels who know each other");
        }
        return all;
    }

    private static boolean says(RedisProcess server, String section, String words) {
        try (var jedis = server.ask()) {
            return jedis.info(section).contains(words);
        }
    }

    public String words() {
        return "redis-sentinel://%s/%s"
                .formatted(
                        sentinels.stream()
                                .map(sentinel -> sentinel.node().toString())
                                .collect(Collectors.joining(",")),
                        MASTER);
    }

    /// Whoever the first sentinel takes for the master.
    public RedisProcess master() {
        try (var jedis = sentinels.getFirst().ask()) {
            var port =
                    Integer.parseInt(jedis.sentinelGetMasterAddrByName(MASTER).get(1));
            return servers.stream()
                    .filter(server -> server.port() == port)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /// A store with nothing in it.
    RedisStore store() {
        return RedisStore.at(connection, connection, "T1", "event-" + events.incrementAndGet(), new Json());
    }

    @Override
    public void close() throws IOException {
        connection.close();
        for (var sentinel : sentinels) {
            sentinel.close();
        }
        for (var server : servers) {
            server.close();
        }
        RealRedis.delete(folder);
    }
}
