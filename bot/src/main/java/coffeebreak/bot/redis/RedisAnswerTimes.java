package coffeebreak.bot.redis;

import coffeebreak.bot.mentoring.AnswerTimes;
import java.time.Duration;
import java.util.List;

/// A field for each seat, in milliseconds.
final class RedisAnswerTimes implements AnswerTimes {

    private final Connection redis;
    private final Keys keys;

    RedisAnswerTimes(Connection redis, Keys keys) {
        this.redis = redis;
        this.keys = keys;
    }

    @Override
    public void note(String seat, Duration took) {
        redis.ask(
                "noting how long an answer took",
                jedis -> jedis.hsetnx(keys.answerTimes(), seat, Long.toString(took.toMillis())));
    }

    @Override
    public List<Duration> all() {
        return redis.ask("reading how long answers took", jedis -> jedis.hvals(keys.answerTimes())).stream()
                .map(took -> Duration.ofMillis(Long.parseLong(took)))
                .toList();
    }
}
