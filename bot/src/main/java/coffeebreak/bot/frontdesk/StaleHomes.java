package coffeebreak.bot.frontdesk;

import coffeebreak.bot.chat.Person;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;

/// Whose Home a change has made out of date, each once, the one that waits longest first. Kept in memory: a Home
/// is also renewed whenever it is opened. Safe for several threads.
public final class StaleHomes {

    private static final int MOST = 10_000;

    private final LinkedHashSet<Person> people = new LinkedHashSet<>();

    public synchronized void add(Collection<Person> changed) {
        for (var person : changed) {
            if (people.size() < MOST) {
                people.add(person);
            }
        }
    }

    synchronized void remove(Person person) {
        people.remove(person);
    }

    synchronized Optional<Person> next() {
        return people.isEmpty() ? Optional.empty() : Optional.of(people.removeFirst());
    }
}
