package coffeebreak.bot.signup;

import coffeebreak.bot.chat.Person;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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
    public synchronized Optional<Marks> marks(String known) {
        var digest = Integer.toHexString(profiles.hashCode());
        return digest.equals(known)
                ? Optional.empty()
                : Optional.of(new Marks(
                        digest,
                        profiles.entrySet().stream()
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey,
                                        entry -> Integer.toHexString(
                                                entry.getValue().hashCode())))));
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
