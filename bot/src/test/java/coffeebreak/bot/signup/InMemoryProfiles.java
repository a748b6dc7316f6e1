package coffeebreak.bot.signup;

import coffeebreak.bot.chat.Person;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Profiles in memory, under the same contract as the ones in Redis.
public final class InMemoryProfiles implements Profiles {

    private final Map<Person, Profile> profiles = new LinkedHashMap<>();

    @Override
    public synchronized Optional<Profile> find(Person person) {
        return Optional.ofNullable(profiles.get(person));
    }

    @Override
    public synchronized List<Profile> all() {
        return List.copyOf(profiles.values());
    }

    @Override
    public synchronized boolean save(Profile profile) {
        var stored = profiles.get(profile.person());
        if (profile.version() != (stored == null ? 1 : stored.version() + 1)) {
            return false;
        }
        profiles.put(profile.person(), profile);
        return true;
    }

    @Override
    public synchronized void remove(Person person) {
        profiles.remove(person);
    }
}
