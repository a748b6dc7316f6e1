package coffeebreak.bot.redis;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.encoding.Json;
import coffeebreak.bot.signup.Profile;
import coffeebreak.bot.signup.Profiles;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// All profiles in one hash, so that reading them all is one step and one moment.
final class RedisProfiles implements Profiles {

    private final Connection redis;
    private final Keys keys;
    private final Json json;
    private final Script save = Script.named("profile-save");
    private final Script remove = Script.named("profile-remove");

    RedisProfiles(Connection redis, Keys keys, Json json) {
        this.redis = redis;
        this.keys = keys;
        this.json = json;
    }

    @Override
    public Optional<Profile> find(Person person) {
        return redis.ask("reading a profile", jedis -> Optional.ofNullable(jedis.hget(keys.profiles(), person.id())))
                .map(this::read);
    }

    @Override
    public List<Profile> all() {
        return redis.ask("reading the profiles", jedis -> jedis.hvals(keys.profiles())).stream()
                .map(this::read)
                .toList();
    }

    @Override
    public boolean save(Profile profile) {
        var arguments = List.of(profile.person().id(), Long.toString(profile.version()), json.write(profile));
        return Objects.equals(1L, redis.run("saving a profile", save, List.of(keys.profiles()), arguments));
    }

    @Override
    public void remove(Person person) {
        redis.run("removing a profile", remove, List.of(keys.profiles(), keys.vectors()), List.of(person.id()));
    }

    private Profile read(String value) {
        return json.read(value.substring(value.indexOf(' ') + 1), Profile.class);
    }
}
