package coffeebreak.bot.redis;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.encoding.Json;
import coffeebreak.bot.signup.Draft;
import coffeebreak.bot.signup.Drafts;
import java.time.Duration;
import java.util.Optional;
import redis.clients.jedis.params.SetParams;

/// Half-finished sign-ups, each under its person and with a lifetime.
final class RedisDrafts implements Drafts {

    private final Connection redis;
    private final Keys keys;
    private final Json json;
    private final Duration lifetime;

    RedisDrafts(Connection redis, Keys keys, Json json, Duration lifetime) {
        this.redis = redis;
        this.keys = keys;
        this.json = json;
        this.lifetime = lifetime;
    }

    @Override
    public Optional<Draft> find(Person person) {
        return redis.ask("reading a sign-up", jedis -> Optional.ofNullable(jedis.get(keys.draft(person))))
                .map(draft -> json.read(draft, Draft.class));
    }

    @Override
    public void save(Person person, Draft draft) {
        redis.ask(
                "saving a sign-up",
                jedis -> jedis.set(
                        keys.draft(person),
                        json.write(draft),
                        SetParams.setParams().px(lifetime.toMillis())));
    }

    @Override
    public void remove(Person person) {
        redis.ask("removing a sign-up", jedis -> jedis.del(keys.draft(person)));
    }
}
