package coffeebreak.bot.signup;

import coffeebreak.bot.chat.Person;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/// Who would rather not sit with whom, in memory.
public final class InMemoryBlocks implements Blocks {

    private final Set<String> lines = new TreeSet<>();

    @Override
    public synchronized void change(Person who, Collection<Person> added, Collection<Person> removed) {
        added.forEach(other -> lines.add(Said.line(who, other)));
        removed.forEach(other -> lines.remove(Said.line(who, other)));
    }

    @Override
    public synchronized Said said() {
        return new Said(lines, id -> Integer.toHexString(id.hashCode()));
    }

    @Override
    public synchronized void forget(Person who) {
        var said = said();
        lines.addAll(said.instead(who));
        said.naming(who).forEach(lines::remove);
    }
}
