package coffeebreak.bot.redis;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.signup.Acquaintances;
import java.time.Instant;
import java.util.List;
import redis.clients.jedis.params.ZAddParams;
import redis.clients.jedis.params.ZRangeParams;

/// A sorted set of people for each mark, by when it was made.
final class RedisAcquaintances implements Acquaintances {

    private final Connection redis;
    private final Keys keys;

    RedisAcquaintances(Connection redis, Keys keys) {
        this.redis = redis;
        this.keys = keys;
    }

    @Override
    public boolean add(Person person, Mark mark, Instant when) {
        return redis.ask(
                        "marking an acquaintance",
                        jedis -> jedis.zadd(
                                keys.marked(mark),
                                when.toEpochMilli(),
                                person.id(),
                                ZAddParams.zAddParams().nx()))
                > 0;
    }

    @Override
    public boolean has(Person person, Mark mark) {
        return redis.ask("looking for a mark", jedis -> jedis.zscore(keys.marked(mark), person.id()) != null);
    }

    @Override
    public void remove(Person person, Mark mark) {
        redis.ask("removing a mark", jedis -> jedis.zrem(keys.marked(mark), person.id()));
    }

    @Override
    public List<Person> marked(Mark mark, Instant until) {
        return redis
                .ask(
                        "reading marks",
                        jedis -> jedis.zrange(
                                keys.marked(mark), ZRangeParams.zrangeByScoreParams(0, until.toEpochMilli())))
                .stream()
                .map(Person::new)
                .toList();
    }

    @Override
    public void forget(Person person) {
        for (var mark : Mark.values()) {
            remove(person, mark);
        }
    }
}
