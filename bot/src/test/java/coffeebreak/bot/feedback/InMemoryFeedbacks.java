package coffeebreak.bot.feedback;

import coffeebreak.bot.chat.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Feedback in memory.
public final class InMemoryFeedbacks implements Feedbacks {

    private final Map<String, Feedback> said = new HashMap<>();
    private final Set<String> wishes = new TreeSet<>();

    @Override
    public synchronized Optional<Feedback> find(String seat, Person by) {
        return Optional.ofNullable(said.get(seat))
                .filter(feedback -> feedback.by().equals(by));
    }

    @Override
    public synchronized void save(Feedback feedback) {
        said.put(feedback.seat(), feedback);
    }

    @Override
    public synchronized List<Feedback> all() {
        return List.copyOf(said.values());
    }

    @Override
    public synchronized void wish(Person who, Person other) {
        wishes.add(who.id() + " " + other.id());
    }

    @Override
    public synchronized boolean wishes(Person who, Person other) {
        return wishes.contains(who.id() + " " + other.id());
    }

    @Override
    public synchronized List<Person> wishedBy(Person who) {
        return wishes.stream()
                .filter(line -> line.startsWith(who.id() + " "))
                .map(line -> new Person(line.split(" ")[1]))
                .toList();
    }

    @Override
    public synchronized void forget(Person who) {
        said.values().removeIf(feedback -> feedback.by().equals(who));
        wishes.removeIf(line -> line.startsWith(who.id() + " ") || line.endsWith(" " + who.id()));
    }
}
