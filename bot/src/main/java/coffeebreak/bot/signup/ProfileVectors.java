package coffeebreak.bot.signup;

import coffeebreak.bot.chat.Person;
import java.util.Map;

/// Keeps what the index made of a profile's texts beside the profile, so that a restart need not make it again. Goes
/// with the profile when that is [removed][Profiles#remove]. Every method throws
/// [coffeebreak.bot.chat.StoreUnavailable] when the store cannot be reached.
public interface ProfileVectors {

    /// Everything that is kept, by person.
    Map<Person, byte[]> all();

    /// Keeps the vectors of a profile, unless it stands in another version by now or is gone.
    ///
    /// @param vectors as [coffeebreak.index.TopicIndex#vectors] gives them
    void keep(Person person, long version, byte[] vectors);

    /// Keeps nothing: everything is made again.
    static ProfileVectors none() {
        return new ProfileVectors() {
            @Override
            public Map<Person, byte[]> all() {
                return Map.of();
            }

            @Override
            public void keep(Person person, long version, byte[] vectors) {}
        };
    }
}
