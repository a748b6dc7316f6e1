package coffeebreak.bot.redis;

import coffeebreak.bot.encoding.Json;
import coffeebreak.bot.frontdesk.Remains;
import java.util.Optional;
import java.util.Set;
import redis.clients.jedis.params.SetParams;

/// The report and the count, each under a key of its own; everything else with the event's prefix can go.
final class RedisRemains implements Remains {

    /// Whatever comes in while the keys are read is found by reading them again.
    private static final int MOST_PASSES = 10;

    private final Connection redis;
    private final Keys keys;
    private final Json json;

    RedisRemains(Connection redis, Keys keys, Json json) {
        this.redis = redis;
        this.keys = keys;
        this.json = json;
    }

    @Override
    public void countForgotten() {
        redis.ask("counting who was forgotten", jedis -> jedis.incr(keys.forgotten()));
    }

    @Override
    public long forgotten() {
        return redis.ask("reading how many were forgotten", jedis -> Optional.ofNullable(jedis.get(keys.forgotten())))
                .map(Long::valueOf)
                .orElse(0L);
    }

    @Override
    public Optional<Report> report() {
        return redis.ask("reading the report", jedis -> Optional.ofNullable(jedis.get(keys.report())))
                .map(report -> json.read(report, Report.class));
    }

    @Override
    public void clear(Report report) {
        redis.ask(
                "keeping the report",
                jedis -> jedis.set(
                        keys.report(), json.write(report), SetParams.setParams().nx()));
        for (var pass = 0; pass < MOST_PASSES; pass++) {
            var found = personal();
            if (found.isEmpty()) {
                return;
            }
            redis.ask("deleting what is personal", jedis -> jedis.del(found.toArray(String[]::new)));
        }
    }

    /// What is being worked goes by itself within moments; without it whoever asked for all this would get no answer.
    private Set<String> personal() {
        var found = EveryKey.of(redis, keys);
        found.remove(keys.report());
        found.remove(keys.forgotten());
        found.removeIf(keys::isOfArrivalsUnderWay);
        return found;
    }
}
