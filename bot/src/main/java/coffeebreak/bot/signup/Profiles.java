package coffeebreak.bot.signup;

import coffeebreak.bot.chat.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keeps profiles. Every method throws [coffeebreak.bot.chat.StoreUnavailable] when the store cannot be reached.
public interface Profiles {

    Optional<Profile> find(Person person);

    List<Profile> all();

    /// What is stored, in short.
    ///
    /// @param known the digest of what the asker knows
    /// @return empty when it is still that
    Optional<Marks> marks(String known);

    /// @param digest of all that is stored
    /// @param marks  for each person one that tells what their profile says from everything else it could say
    record Marks(String digest, Map<Person, String> marks) {

        public static final Marks NONE = new Marks("", Map.of());

        public Marks {
            marks = Map.copyOf(marks);
        }
    }

    /// Saves a profile whose stored version is exactly one less than its own (none stored for version 1).
    ///
    /// @return false, and nothing changed, when somebody else saved in between
    boolean save(Profile profile);

    /// Removes everything stored under this person's name by sign-up; no matter whether there was anything.
    void remove(Person person);
}
