package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.Person;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The organizers who were added, in memory.
public final class InMemoryAppointed implements Appointed {

    private final Set<Person> people = ConcurrentHashMap.newKeySet();

    @Override
    public Set<Person> all() {
        return Set.copyOf(people);
    }

    @Override
    public boolean add(Person who) {
        return people.add(who);
    }

    @Override
    public boolean remove(Person who) {
        return people.remove(who);
    }
}
