package coffeebreak.bot.redis;

import coffeebreak.bot.notices.Outbox;
import coffeebreak.bot.notices.Way;
import coffeebreak.bot.observing.Stock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Everything that is counted, by one script.
final class RedisStock implements Stock {

    private final Connection redis;
    private final Keys keys;
    private final InstantSource clock;
    private final Script stock = Script.named("stock");

    /// @param clock by which notices are due
    RedisStock(Connection redis, Keys keys, InstantSource clock) {
        this.redis = redis;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Levels now() {
        var ways = Stream.of(Way.values()).map(Keys::name).toList();
        var told =
                (List<?>) Objects.requireNonNull(redis.run("counting what waits", stock, List.of(keys.prefix()), ways));
        var values = told.stream().map(String.class::cast).iterator();
        var here = Long.parseLong(values.next());
        var oldest = since(values.next(), here);
        var arrivals = Long.parseLong(values.next());
        var dead = Long.parseLong(values.next());
        var doubt = Long.parseLong(values.next());
        var overdue = new EnumMap<Way, Duration>(Way.class);
        for (var way : Way.values()) {
            overdue.put(way, since(values.next(), clock.instant().toEpochMilli()));
        }
        var counts =
                Stream.generate(() -> Long.parseLong(values.next())).limit(8).toList();
        return new Levels(
                new Outbox.Counts(counts.get(0), counts.get(1), counts.get(2), counts.get(3)),
                doubt,
                overdue,
                new Outbox.Waits(counts.get(4), counts.get(5), counts.get(6), counts.get(7)),
                arrivals,
                oldest,
                dead);
    }

    private static Duration since(String begun, long now) {
        return begun.isEmpty() ? Duration.ZERO : Duration.ofMillis(Math.max(0, now - Long.parseLong(begun)));
    }
}
