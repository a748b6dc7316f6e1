package coffeebreak.bot.redis;

import coffeebreak.bot.answers.Allowance;
import coffeebreak.bot.chat.Person;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/// What is left of an allowance, in counters that end with their minute or day.
final class RedisAllowance implements Allowance {

    private static final String MINUTE = Long.toString(Duration.ofMinutes(1).toSeconds());
    private static final String DAY = Long.toString(Duration.ofDays(1).toSeconds());

    private final Connection redis;
    private final Keys keys;
    private final Limits limits;
    private final Script take = Script.named("allowance-take");

    RedisAllowance(Connection redis, Keys keys, Limits limits) {
        this.redis = redis;
        this.keys = keys;
        this.limits = limits;
    }

    @Override
    public void forget(Person asker) {
        redis.ask(
                "forgetting what was left to somebody",
                jedis -> jedis.del(keys.allowanceOfMinute(asker), keys.allowanceOfDay(asker)));
    }

    @Override
    public boolean take(Person asker) {
        return Objects.equals(
                1L,
                redis.run(
                        "counting a question to the language model",
                        take,
                        List.of(keys.allowanceOfMinute(asker), keys.allowanceOfDay(asker), keys.allowanceOfAll()),
                        List.of(
                                Integer.toString(limits.personInMinute()),
                                MINUTE,
                                Integer.toString(limits.personInDay()),
                                DAY,
                                Integer.toString(limits.allInDay()),
                                DAY)));
    }
}
