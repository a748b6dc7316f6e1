package coffeebreak.bot.redis;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.encoding.Json;
import coffeebreak.bot.organizing.AuditTrail;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import redis.clients.jedis.params.XAddParams;

/// The audit trail as a stream.
final class RedisAuditTrail implements AuditTrail {

    /// Refusals are entries too, and anybody can be refused.
    private static final int MOST_KEPT = 10_000;

    private final Connection redis;
    private final Keys keys;
    private final Json json;

    RedisAuditTrail(Connection redis, Keys keys, Json json) {
        this.redis = redis;
        this.keys = keys;
        this.json = json;
    }

    @Override
    public void append(Entry entry) {
        redis.ask(
                "noting what an organizer did",
                jedis -> jedis.xadd(
                        keys.audit(),
                        Map.of("entry", json.write(entry)),
                        XAddParams.xAddParams().maxLen(MOST_KEPT).approximateTrimming()));
    }

    /// A stream cannot be changed: the entry goes, and comes back without the name.
    @Override
    public void forgetRefusalsOf(Person who) {
        var nobody = new Person("forgotten");
        redis.ask("reading the audit trail", jedis -> jedis.xrange(keys.audit(), "-", "+"))
                .forEach(line -> {
                    var entry =
                            json.read(Objects.requireNonNull(line.getFields().get("entry")), Entry.class);
                    if (entry.who().equals(who) && entry.wasRefused()) {
                        append(new Entry(entry.at(), nobody, entry.act(), entry.outcome()));
                        redis.ask("forgetting a refusal", jedis -> jedis.xdel(keys.audit(), line.getID()));
                    }
                });
    }

    @Override
    public List<Entry> latest(int count) {
        return redis.ask("reading the audit trail", jedis -> jedis.xrevrange(keys.audit(), "+", "-", count)).stream()
                .map(entry -> json.read(Objects.requireNonNull(entry.getFields().get("entry")), Entry.class))
                .toList();
    }
}
