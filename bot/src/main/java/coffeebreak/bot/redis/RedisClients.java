package coffeebreak.bot.redis;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.RedisProtocol;
import redis.clients.jedis.RedisSentinelClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.StaticCommandFlagsRegistry;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisClusterOperationException;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.executors.ClusterCommandExecutor;
import redis.clients.jedis.providers.ClusterConnectionProvider;
import redis.clients.jedis.util.Delay;
import redis.clients.jedis.util.Pool;

/// Jedis' clients as they are used here: every wait has an end, and no command is sent twice.
///
/// @param connections to one server, at the most
/// @param patience    how long an answer may take, and a connection
/// @param turn        how long to wait while all connections are taken
record RedisClients(int connections, Duration patience, Duration turn) {

    /// For questions that are answered at once.
    static final RedisClients PROMPT = new RedisClients(32, Duration.ofSeconds(2), Duration.ofSeconds(1));

    /// For what comes in: it waits for no other work, only for its like, and its asker knows how long.
    static final RedisClients DOOR = new RedisClients(16, Duration.ofSeconds(2), Duration.ofSeconds(5));

    /// A failover is heard of from the sentinels at once; this is for one that was not heard.
    private static final Duration SENTINELS_AGAIN = Duration.ofSeconds(1);

    private static final Duration CLUSTER_LOOKED_AT = Duration.ofSeconds(2);

    /// In a cluster: redirections to where a slot went are followed, and a server that takes no connection is tried
    /// again, once its cluster was asked who took over.
    private static final int ATTEMPTS = 3;

    private static final Duration ATTEMPTS_TOGETHER = Duration.ofSeconds(1);

    /// Sentinels and clusters are asked at once who is there; a single server with the first command.
    ///
    /// @param inVain whether a new connection would only wait: a pool makes one for each that broke, and whoever
    /// held the broken one waits for that as well
    /// @throws redis.clients.jedis.exceptions.JedisException when none of them answers
    UnifiedJedis open(RedisAddress address, BooleanSupplier inVain) {
        var pool = new ConnectionPoolConfig();
        pool.setMaxTotal(connections);
        pool.setMaxIdle(connections);
        pool.setMaxWait(turn);
        var config = config(address).build();
        var patient = config(address)
                .hostAndPortMapper(node -> {
                    if (inVain.getAsBoolean()) {
                        throw new JedisConnectionException("it has not answered for a while");
                    }
                    return node;
                })
                .build();
        return switch (address.together()) {
            case RedisAddress.Together.Alone() ->
                RedisClient.builder()
                        .hostAndPort(address.nodes().getFirst())
                        .clientConfig(patient)
                        .poolConfig(pool)
                        .build();
            case RedisAddress.Together.WatchedBySentinels(var master, var password) ->
                RedisSentinelClient.builder()
                        .sentinels(new HashSet<>(address.nodes()))
                        .masterName(master)
                        .sentinelClientConfig(config(address)
                                .user(null)
                                .password(password)
                                .database(0)
                                .build())
                        .sentinelReconnectDelay(Delay.constant(SENTINELS_AGAIN))
                        .clientConfig(patient)
                        .poolConfig(pool)
                        .build();
            case RedisAddress.Together.InACluster() -> {
                var nodes =
                        new ClusterConnectionProvider(new HashSet<>(address.nodes()), config, pool, CLUSTER_LOOKED_AT);
                yield RedisClusterClient.builder()
                        .nodes(new HashSet<>(address.nodes()))
                        .clientConfig(config)
                        .connectionProvider(nodes)
                        .commandExecutor(new SentOnce(nodes))
                        .build();
            }
        };
    }

    private DefaultJedisClientConfig.Builder config(RedisAddress address) {
        return DefaultJedisClientConfig.builder()
                .protocol(RedisProtocol.RESP2)
                .connectionTimeoutMillis((int) patience.toMillis())
                .socketTimeoutMillis((int) patience.toMillis())
                .user(address.user())
                .password(address.password())
                .database(address.database())
                .sslOptions(address.encrypted() ? SslOptions.defaults() : null);
    }

    /// Every pool the client has: one, or one for each server of a cluster.
    static Collection<? extends Pool<redis.clients.jedis.Connection>> pools(UnifiedJedis client) {
        return switch (client) {
            case RedisClient alone -> List.of(alone.getPool());
            case RedisSentinelClient watched ->
                Map.copyOf(watched.getPrimaryNodesConnectionMap()).values();
            case RedisClusterClient cluster -> cluster.getClusterNodes().values();
            default -> List.of();
        };
    }

    /// Jedis sends a command again when its connection broke, and then it may have happened twice. This one is sent
    /// again only when it surely was not: to where a slot has moved, or when no connection could be made.
    private static final class SentOnce extends ClusterCommandExecutor {

        SentOnce(ClusterConnectionProvider nodes) {
            super(nodes, ATTEMPTS, ATTEMPTS_TOGETHER, StaticCommandFlagsRegistry.registry());
        }

        @Override
        protected <T> T execute(redis.clients.jedis.Connection connection, CommandObject<T> command) {
            try {
                return super.execute(connection, command);
            } catch (JedisConnectionException broken) {
                throw new JedisClusterOperationException("no answer from " + connection.getHostAndPort(), broken);
            }
        }
    }
}
