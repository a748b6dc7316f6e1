package coffeebreak.bot.redis;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// How far the notices are, for a rehearsal whose clock waits for them.
///
/// @param underWay how many are in a courier's hands or in doubt
/// @param next     when the next one may leave, by the clock that is handed in; empty when none waits
/// @param paused   until when nothing leaves or is looked for, by the same clock, since the chat asked for a pause;
/// may be over; empty when it never did
public record Ahead(long underWay, Optional<Instant> next, Optional<Instant> paused) {

    public boolean isPausedAt(Instant now) {
        return paused.filter(until -> until.isAfter(now)).isPresent();
    }

    static Ahead of(Connection redis, Keys keys) {
        return redis.ask(
                "looking what waits",
                jedis -> new Ahead(
                        jedis.zcard(keys.outboxUnderWay()),
                        Stream.of(keys.outboxUrgent(), keys.outboxOrdinary())
                                .flatMap(lane -> jedis.zrangeWithScores(lane, 0, 0).stream())
                                .map(head -> Instant.ofEpochMilli((long) head.getScore()))
                                .min(Comparator.naturalOrder()),
                        Optional.ofNullable(jedis.hget(keys.outboxPace(), "paused"))
                                .map(until -> Instant.ofEpochMilli(Long.parseLong(until)))));
    }
}
