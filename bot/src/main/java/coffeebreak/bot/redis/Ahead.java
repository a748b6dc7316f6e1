package coffeebreak.bot.redis;

import coffeebreak.bot.notices.CourierSettings;
import coffeebreak.bot.notices.Way;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// How far the notices are, for a rehearsal whose clock waits for them.
///
/// @param underWay how many are in a courier's hands or in doubt
/// @param next     when the next one may leave by its due time, its way's pace and the chat's pauses, by the clock that
/// is handed in; empty when none waits
/// @param pauses   until when the chat asked not to be called, by the same clock; may be over. What is in doubt is not
/// looked for in a pause
public record Ahead(long underWay, Optional<Instant> next, List<Instant> pauses) {

    /// The end of the first pause that is not over.
    public Optional<Instant> resumes(Instant now) {
        return pauses.stream().filter(end -> end.isAfter(now)).min(Comparator.naturalOrder());
    }

    static Ahead of(Connection redis, Keys keys, CourierSettings settings) {
        return redis.ask("looking what waits", jedis -> {
            var paces = jedis.hgetAll(keys.outboxPace());
            var pauses = Stream.of(Way.values())
                    .flatMap(way -> Stream.ofNullable(paces.get(keys.outboxPaused(way))))
                    .map(until -> Instant.ofEpochMilli(Long.parseLong(until)))
                    .toList();
            var next = Stream.of(Way.values())
                    .flatMap(way -> Stream.of(keys.outboxUrgent(way), keys.outboxOrdinary(way))
                            .flatMap(lane -> jedis.zrangeWithScores(lane, 0, 0).stream())
                            .map(head -> Math.max((long) head.getScore(), freeAt(way, paces, keys, settings))))
                    .min(Comparator.naturalOrder())
                    .map(Instant::ofEpochMilli);
            return new Ahead(jedis.zcard(keys.outboxUnderWay()), next, pauses);
        });
    }

    /// As the script that claims has it.
    private static long freeAt(Way way, Map<String, String> paces, Keys keys, CourierSettings settings) {
        var pace = settings.pace(way);
        var following = Long.parseLong(paces.getOrDefault(keys.outboxFollowing(way), "0"));
        var paused = Long.parseLong(paces.getOrDefault(keys.outboxPaused(way), "0"));
        return Math.max(following - (pace.burst() - 1) * pace.interval().toMillis(), paused);
    }
}
