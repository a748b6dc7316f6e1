package coffeebreak.bot.redis;

import coffeebreak.bot.encoding.Json;
import coffeebreak.bot.mentoring.Host;
import coffeebreak.bot.mentoring.Hosts;
import java.util.List;
import java.util.Objects;

/// What mentors said in one hash, replaced like profiles: by version.
final class RedisHosts implements Hosts {

    private final Connection redis;
    private final Keys keys;
    private final Json json;
    private final Script save = Script.named("profile-save");

    RedisHosts(Connection redis, Keys keys, Json json) {
        this.redis = redis;
        this.keys = keys;
        this.json = json;
    }

    @Override
    public List<Host> all() {
        return redis.ask("reading what mentors said", jedis -> jedis.hvals(keys.hosts())).stream()
                .map(value -> json.read(value.substring(value.indexOf(' ') + 1), Host.class))
                .toList();
    }

    @Override
    public boolean replace(Host host) {
        var arguments = List.of(host.mentor(), Long.toString(host.version()), json.write(host));
        return Objects.equals(1L, redis.run("keeping what a mentor said", save, List.of(keys.hosts()), arguments));
    }
}
