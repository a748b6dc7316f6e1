package coffeebreak.bot.redis;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.organizing.Appointed;
import java.util.Set;
import java.util.stream.Collectors;

/// The organizers who were added, as a set.
final class RedisAppointed implements Appointed {

    private final Connection redis;
    private final Keys keys;

    RedisAppointed(Connection redis, Keys keys) {
        this.redis = redis;
        this.keys = keys;
    }

    @Override
    public Set<Person> all() {
        return redis.ask("reading who the organizers are", jedis -> jedis.smembers(keys.organizers())).stream()
                .map(Person::new)
                .collect(Collectors.toSet());
    }

    @Override
    public boolean add(Person who) {
        return redis.ask("adding an organizer", jedis -> jedis.sadd(keys.organizers(), who.id())) > 0;
    }

    @Override
    public boolean remove(Person who) {
        return redis.ask("removing an organizer", jedis -> jedis.srem(keys.organizers(), who.id())) > 0;
    }
}
