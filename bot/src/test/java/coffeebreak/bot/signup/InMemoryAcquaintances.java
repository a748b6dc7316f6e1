package coffeebreak.bot.signup;

import coffeebreak.bot.chat.Person;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Marks in memory.
public final class InMemoryAcquaintances implements Acquaintances {

    private final Map<Mark, Map<Person, Instant>> marks = new EnumMap<>(Mark.class);

    private Map<Person, Instant> of(Mark mark) {
        return marks.computeIfAbsent(mark, _ -> new HashMap<>());
    }

    @Override
    public synchronized boolean add(Person person, Mark mark, Instant when) {
        return of(mark).putIfAbsent(person, when) == null;
    }

    @Override
    public synchronized boolean has(Person person, Mark mark) {
        return of(mark).containsKey(person);
    }

    @Override
    public synchronized void remove(Person person, Mark mark) {
        of(mark).remove(person);
    }

    @Override
    public synchronized List<Person> marked(Mark mark, Instant until) {
        return of(mark).entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(until))
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public synchronized void forget(Person person) {
        marks.values().forEach(people -> people.remove(person));
    }
}
