package coffeebreak.bot.redis;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.notices.Contacts;
import java.util.stream.Collectors;

/// Who is muted in a set, who cannot be reached in a hash.
final class RedisContacts implements Contacts {

    private final Connection redis;
    private final Keys keys;

    RedisContacts(Connection redis, Keys keys) {
        this.redis = redis;
        this.keys = keys;
    }

    @Override
    public void mute(Person who, boolean muted) {
        redis.ask(
                "noting how somebody wants to be written to",
                jedis -> muted ? jedis.sadd(keys.muted(), who.id()) : jedis.srem(keys.muted(), who.id()));
    }

    @Override
    public void unreachable(Person who, String reason) {
        redis.ask("noting who cannot be reached", jedis -> jedis.hset(keys.unreachable(), who.id(), reason));
    }

    @Override
    public void reachable(Person who) {
        redis.ask("noting who can be reached", jedis -> jedis.hdel(keys.unreachable(), who.id()));
    }

    @Override
    public Noted noted() {
        return redis.ask(
                "reading how people are written to",
                jedis -> new Noted(
                        jedis.smembers(keys.muted()).stream().map(Person::new).collect(Collectors.toSet()),
                        jedis.hgetAll(keys.unreachable()).entrySet().stream()
                                .collect(Collectors.toMap(
                                        entry -> new Person(entry.getKey()), java.util.Map.Entry::getValue))));
    }

    @Override
    public void forget(Person who) {
        mute(who, false);
        reachable(who);
    }
}
