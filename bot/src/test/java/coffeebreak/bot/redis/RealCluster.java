package coffeebreak.bot.redis;

import coffeebreak.bot.encoding.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A real cluster of three masters, with as many replicas as one asks for: each master has its third of the slots.
public final class RealCluster implements AutoCloseable {

    private static final int SLOTS = 16_384;
    private static final int MASTERS = 3;

    private final Path folder;
    private final List<RedisProcess> nodes = new ArrayList<>();
    private final AtomicInteger events = new AtomicInteger();
    private final Connection connection;

    private RealCluster(Path folder) {
        this.folder = folder;
        this.connection = new Connection(() -> RedisClients.PROMPT.open(RedisAddress.of(words()), () -> false));
    }

    /// @param replicas     of each master
    /// @param milliseconds after which a silent node counts as lost
    public static RealCluster start(int replicas, int milliseconds) throws IOException, InterruptedException {
        var cluster = new RealCluster(Files.createTempDirectory("coffeebreak-cluster"));
        for (var at = 0; at < MASTERS * (1 + replicas); at++) {
            cluster.nodes.add(RedisProcess.start(
                    cluster.folder.resolve("node-" + at),
                    "cluster-enabled yes",
                    "cluster-node-timeout " + milliseconds,
                    "cluster-replica-validity-factor 0",
                    "cluster-require-full-coverage no"));
        }
        cluster.introduce();
        return cluster;
    }

    private void introduce() throws IOException, InterruptedException {
        for (var at = 0; at < nodes.size(); at++) {
            try (var jedis = nodes.get(at).ask()) {
                jedis.sendCommand(
                        redis.clients.jedis.Protocol.Command.CLUSTER, "SET-CONFIG-EPOCH", Integer.toString(at + 1));
                if (at < MASTERS) {
                    jedis.clusterAddSlots(IntStream.range(SLOTS * at / MASTERS, SLOTS * (at + 1) / MASTERS)
                            .toArray());
                }
                if (at > 0) {
                    jedis.clusterMeet("127.0.0.1", nodes.getFirst().port());
                }
            }
        }
        RedisProcess.await(() -> nodes.stream().allMatch(this::knowsAll), "a cluster whose nodes know each other");
        for (var at = MASTERS; at < nodes.size(); at++) {
            try (var replica = nodes.get(at).ask();
                    var master = nodes.get(at % MASTERS).ask()) {
                replica.clusterReplicate(master.clusterMyId());
            }
        }
        for (var replica : nodes.subList(MASTERS, nodes.size())) {
            RedisProcess.await(() -> isInStep(replica), "a replica that follows");
        }
    }

    private boolean knowsAll(RedisProcess node) {
        try (var jedis = node.ask()) {
            var info = jedis.clusterInfo();
            return info.contains("cluster_state:ok")
                    && info.contains("cluster_slots_assigned:" + SLOTS)
                    && info.contains("cluster_known_nodes:" + nodes.size());
        }
    }

    private static boolean isInStep(RedisProcess replica) {
        try (var jedis = replica.ask()) {
            return jedis.info("replication").contains("master_link_status:up");
        }
    }

    public String words() {
        return "redis-cluster://"
                + nodes.stream().map(node -> node.node().toString()).collect(Collectors.joining(","));
    }

    /// The node that is master of where this key is.
    public RedisProcess masterOf(String key) {
        for (var node : nodes) {
            try (var jedis = node.ask()) {
                if (jedis.info("replication").contains("role:master")) {
                    jedis.exists(key);
                    return node;
                }
            } catch (redis.clients.jedis.exceptions.JedisMovedDataException elsewhere) {
                // Another one has it.
            }
        }
        throw new IllegalStateException("nobody has the key");
    }

    /// The node that is master of what is kept, as long as that is of one event.
    public RedisProcess masterOfTheOnlyEvent() {
        for (var node : nodes) {
            try (var jedis = node.ask()) {
                if (jedis.info("replication").contains("role:master")
                        && !jedis.keys("cb:*").isEmpty()) {
                    return node;
                }
            }
        }
        throw new IllegalStateException("nothing is kept");
    }

    /// The name of an event that this master will keep.
    public String eventKeptBy(RedisProcess master) {
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> "beside-" + number)
                .filter(event -> masterOf(new Keys("T1", event).prefix()) == master)
                .findFirst()
                .orElseThrow();
    }

    /// A store with nothing in it.
    RedisStore store() {
        return RedisStore.at(connection, connection, "T1", "event-" + events.incrementAndGet(), new Json());
    }

    @Override
    public void close() throws IOException {
        connection.close();
        for (var node : nodes) {
            node.close();
        }
        RealRedis.delete(folder);
    }
}
