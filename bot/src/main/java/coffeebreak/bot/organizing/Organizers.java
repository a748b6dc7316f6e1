package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.Person;
import java.util.Set;

/// Who the organizers are. They have a list of their own: an administrator of the workspace is not one by that alone.
public interface Organizers {

    /// As it is at this moment.
    Set<Person> all();

    default boolean contains(Person who) {
        return all().contains(who);
    }
}
