package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.Person;
import java.util.Set;

/// The organizers whom organizers have added. Every method throws [coffeebreak.bot.chat.StoreUnavailable] when the
/// store cannot be reached.
public interface Appointed {

    Set<Person> all();

    /// @return false when they were there already
    boolean add(Person who);

    /// @return false when they were not there
    boolean remove(Person who);
}
