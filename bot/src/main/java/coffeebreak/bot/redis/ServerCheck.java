package coffeebreak.bot.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import redis.clients.jedis.exceptions.JedisDataException;

/// What a look at a Redis server found. It is asked by `INFO`, which managed servers allow where they forbid `CONFIG`;
/// of a cluster the master that keeps this event.
///
/// @param faults   one sentence for each reason why something acknowledged gets lost, with the way out; empty when all
/// is well
/// @param warnings the same for what may be meant so
public record ServerCheck(List<String> faults, List<String> warnings) {

    /// The oldest on which everything here was run. Version 6.0 lacks commands that are used.
    private static final int MAJOR = 6;

    private static final int MINOR = 2;

    public ServerCheck {
        faults = List.copyOf(faults);
        warnings = List.copyOf(warnings);
    }

    static ServerCheck of(Connection redis, Keys keys) {
        return redis.ask("checking its settings", jedis -> {
            try {
                return of((String) jedis.eval("return redis.call('INFO')", List.of(keys.prefix()), List.of()));
            } catch (JedisDataException refused) {
                var reason = String.valueOf(refused.getMessage());
                if (reason.contains("LOADING")) {
                    throw refused;
                }
                return reason.contains("WRONGPASS") || reason.contains("NOAUTH")
                        ? new ServerCheck(
                                List.of("Redis does not take the user or the password in REDIS_URL: correct it"),
                                List.of())
                        : new ServerCheck(
                                List.of(),
                                List.of("Redis does not let itself be looked at (INFO), so make sure yourself that it"
                                        + " runs with 'appendonly yes' and 'maxmemory-policy noeviction'"));
            }
        });
    }

    static ServerCheck of(String info) {
        var told = info.lines()
                .filter(line -> line.contains(":"))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf(':')),
                        line -> line.substring(line.indexOf(':') + 1).strip(),
                        (first, _) -> first));
        var faults = new ArrayList<String>();
        var version = told.getOrDefault("redis_version", "0");
        if (isOlder(version)) {
            faults.add("Redis is version %s: install %d.%d or newer".formatted(version, MAJOR, MINOR));
        }
        if (!"1".equals(told.get("aof_enabled"))) {
            faults.add("Redis runs without 'appendonly yes', so what it has acknowledged is lost when it is killed:"
                    + " run 'redis-cli config set appendonly yes' and write 'appendonly yes' in its redis.conf");
        }
        var policy = told.getOrDefault("maxmemory_policy", "");
        if (!policy.equals("noeviction")) {
            faults.add(("Redis runs with 'maxmemory-policy %s', so it may throw data away: run 'redis-cli config set"
                            + " maxmemory-policy noeviction' and write the same in its redis.conf")
                    .formatted(policy));
        }
        return new ServerCheck(faults, ofReplicas(told));
    }

    /// How many replicas are in step is only told where a server counts them before it writes.
    private static List<String> ofReplicas(Map<String, String> told) {
        var hasReplicas = !told.getOrDefault("connected_slaves", "0").equals("0");
        return hasReplicas && !told.containsKey("min_slaves_good_slaves")
                ? List.of("Redis has replicas and runs without 'min-replicas-to-write 1': a master that is cut off goes"
                        + " on acknowledging what the next master will not know")
                : List.of();
    }

    private static boolean isOlder(String version) {
        var parts = version.split("\\.");
        var major = Integer.parseInt(parts[0]);
        return major < MAJOR || (major == MAJOR && parts.length > 1 && Integer.parseInt(parts[1]) < MINOR);
    }
}
