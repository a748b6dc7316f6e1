package coffeebreak.bot.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.exceptions.JedisDataException;

/// What a look at a Redis server's settings found.
///
/// @param warnings one sentence for each setting under which something acknowledged could get lost; empty when all is
/// well
public record ServerCheck(List<String> warnings) {

    public ServerCheck {
        warnings = List.copyOf(warnings);
    }

    static ServerCheck of(Connection redis) {
        return redis.ask("checking its settings", jedis -> {
            try {
                // One by one: servers before 7 take one name at a time.
                return of(Map.of(
                        "appendonly",
                        jedis.configGet("appendonly").getOrDefault("appendonly", ""),
                        "maxmemory-policy",
                        jedis.configGet("maxmemory-policy").getOrDefault("maxmemory-policy", "")));
            } catch (JedisDataException forbidden) {
                return new ServerCheck(
                        List.of("Redis does not let its settings be read, so make sure yourself that it runs with"
                                + " 'appendonly yes' and 'maxmemory-policy noeviction'"));
            }
        });
    }

    static ServerCheck of(Map<String, String> settings) {
        var warnings = new ArrayList<String>();
        if (!"yes".equals(settings.get("appendonly"))) {
            warnings.add("Redis runs without 'appendonly yes': what it has acknowledged is lost when it is killed");
        }
        if (!"noeviction".equals(settings.get("maxmemory-policy"))) {
            warnings.add("Redis runs with 'maxmemory-policy %s' instead of 'noeviction': it may throw data away"
                    .formatted(settings.get("maxmemory-policy")));
        }
        return new ServerCheck(warnings);
    }
}
