package coffeebreak.bot.redis;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.signup.ProfileVectors;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The vectors of all profiles in one hash beside the profiles.
final class RedisProfileVectors implements ProfileVectors {

    private final Connection redis;
    private final Keys keys;
    private final Script keep = Script.named("vectors-keep");

    RedisProfileVectors(Connection redis, Keys keys) {
        this.redis = redis;
        this.keys = keys;
    }

    @Override
    public Map<Person, byte[]> all() {
        var vectors = new HashMap<Person, byte[]>();
        redis.ask("reading the vectors of the profiles", jedis -> jedis.hgetAll(keys.vectors()))
                .forEach((person, value) -> vectors.put(
                        new Person(person), Base64.getDecoder().decode(value.substring(value.indexOf(' ') + 1))));
        return vectors;
    }

    @Override
    public void keep(Person person, long version, byte[] vectors) {
        var arguments =
                List.of(person.id(), Long.toString(version), Base64.getEncoder().encodeToString(vectors));
        redis.run("keeping the vectors of a profile", keep, List.of(keys.profiles(), keys.vectors()), arguments);
    }
}
