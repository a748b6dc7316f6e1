package coffeebreak.bot.signup;

import coffeebreak.bot.chat.Person;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/// Who would rather not sit with whom. It counts from both sides, and nobody but the person who said so ever learns
/// of it: it stands in no message, log, export or explanation. Every method throws
/// [coffeebreak.bot.chat.StoreUnavailable] when the store cannot be reached.
public interface Blocks {

    /// Adds and takes back; what was said before and is not named stays.
    void change(Person who, Collection<Person> added, Collection<Person> removed);

    /// Everything that was said, as it is now.
    Said said();

    /// Forgets what a person said. That others would rather not sit with them stays, under a mark that names nobody.
    void forget(Person who);

    /// Everything that was said at one moment.
    ///
    /// @param lines `<who> <other>`, or `<who> #<mark>` for somebody who was forgotten
    /// @param marks the mark of an id; the same whenever it is asked
    record Said(Set<String> lines, UnaryOperator<String> marks) {

        public static final Said NOTHING = new Said(Set.of(), UnaryOperator.identity());

        public Said {
            lines = Set.copyOf(lines);
        }

        /// Whether one of the two would rather not sit with the other.
        public boolean between(Person one, Person other) {
            return !lines.isEmpty() && (by(one, other) || by(other, one));
        }

        private boolean by(Person who, Person other) {
            return lines.contains(line(who, other))
                    || (lines.stream().anyMatch(line -> line.startsWith(who.id() + " #"))
                            && lines.contains(marked(who, marks.apply(other.id()))));
        }

        /// Whom a person named themselves, as far as these were not forgotten.
        public List<Person> by(Person who) {
            var start = who.id() + " ";
            return lines.stream()
                    .filter(line -> line.startsWith(start) && !line.startsWith(start + "#"))
                    .map(line -> new Person(line.substring(start.length())))
                    .sorted((one, other) -> one.id().compareTo(other.id()))
                    .toList();
        }

        /// All of it as one text, the same for the same.
        public String inOrder() {
            return String.join("\n", new TreeSet<>(lines));
        }

        /// The lines that go when a person is forgotten: what they said, and what names them.
        public List<String> naming(Person who) {
            return lines.stream()
                    .filter(line -> line.startsWith(who.id() + " ") || line.endsWith(" " + who.id()))
                    .toList();
        }

        /// The lines that come in their place.
        public List<String> instead(Person who) {
            return lines.stream()
                    .filter(line -> line.endsWith(" " + who.id()))
                    .map(line -> marked(new Person(line.substring(0, line.indexOf(' '))), marks.apply(who.id())))
                    .toList();
        }

        public static String line(Person who, Person other) {
            return who.id() + " " + other.id();
        }

        private static String marked(Person who, String mark) {
            return who.id() + " #" + mark;
        }
    }
}
