package coffeebreak.bot.mentoring;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.signup.Blocks;
import java.util.Collection;
import java.util.List;

/// Whom organizers keep apart. It counts like what participants say themselves (their [Blocks]), from both sides and on
/// every path to a table; but it is a list of its own, which organizers may read and change. Every method throws
/// [coffeebreak.bot.chat.StoreUnavailable] when the store cannot be reached.
public final class Forbids {

    private final Blocks kept;

    /// @param kept nothing but forbids, each from both sides
    public Forbids(Blocks kept) {
        this.kept = kept;
    }

    /// Two people, or a person and a mentor, who are kept apart.
    ///
    /// @param other under a mark for somebody who was forgotten
    public record Pair(Person one, Person other) {
        public boolean namesBoth() {
            return !other.id().startsWith("#");
        }
    }

    /// Keeps two people apart.
    ///
    /// @param one   under all their names
    /// @param other likewise
    public void forbid(Collection<Person> one, Collection<Person> other) {
        one.forEach(each -> kept.change(each, other, List.of()));
        other.forEach(each -> kept.change(each, one, List.of()));
    }

    /// They may sit together again, as far as organizers are concerned.
    public void allow(Collection<Person> one, Collection<Person> other) {
        one.forEach(each -> kept.change(each, List.of(), other));
        other.forEach(each -> kept.change(each, List.of(), one));
    }

    /// All of it, to be asked for pairs.
    Blocks.Said said() {
        return kept.said();
    }

    /// Every pair once, in a settled order.
    public List<Pair> pairs() {
        return kept.said().lines().stream()
                .map(line -> line.split(" ", 2))
                .map(names -> new Pair(new Person(names[0]), new Person(names[1])))
                .filter(pair -> !pair.namesBoth()
                        || pair.one().id().compareTo(pair.other().id()) < 0)
                .sorted((left, right) -> left.toString().compareTo(right.toString()))
                .toList();
    }

    /// Nothing names a person any more who asked to be forgotten; whom they are kept apart from stays apart from them,
    /// under a mark.
    public void forget(Person who) {
        kept.forget(who);
    }
}
