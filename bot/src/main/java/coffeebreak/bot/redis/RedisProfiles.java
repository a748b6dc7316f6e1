package coffeebreak.bot.redis;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.encoding.Json;
import coffeebreak.bot.signup.Profile;
import coffeebreak.bot.signup.Profiles;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// All profiles in one hash, so that reading them all is one step and one moment.
final class RedisProfiles implements Profiles {

    private final Connection redis;
    private final Keys keys;
    private final Json json;
    private final Script save = Script.named("profile-save");
    private final Script marks = Script.named("profiles-marks");
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
    public Optional<Marks> marks(String known) {
        var given = redis.run("comparing the profiles", marks, List.of(keys.profiles()), List.of(known));
        if (given == null) {
            return Optional.empty();
        }
        var words = ((List<?>) given).stream().map(String.class::cast).toList();
        var found = new HashMap<Person, String>();
        for (var at = 1; at < words.size(); at += 2) {
            found.put(new Person(words.get(at)), words.get(at + 1));
        }
        return Optional.of(new Marks(words.getFirst(), found));
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
