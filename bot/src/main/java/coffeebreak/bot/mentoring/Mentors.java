package coffeebreak.bot.mentoring;

import coffeebreak.bot.chat.Person;
import coffeebreak.index.Entry;
import coffeebreak.index.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// The mentors of the day, in the order of the programme.
///
/// @param all each with a different id
public record Mentors(List<Mentor> all) {

    /// The kind of entry the index knows a mentor as.
    public static final String KIND = "mentor";

    public Mentors {
        all = List.copyOf(all);
    }

    public Optional<Mentor> byId(String id) {
        return all.stream().filter(mentor -> mentor.id().equals(id)).findFirst();
    }

    public Optional<Mentor> byPerson(Person person) {
        return all.stream().filter(mentor -> person.equals(mentor.person())).findFirst();
    }

    /// The mentor who has this person as one of their names.
    public Optional<Mentor> named(Person person) {
        return all.stream()
                .filter(mentor -> mentor.identities().contains(person))
                .findFirst();
    }

    /// All names of a person: a mentor has one in the chat and one in the programme.
    public List<Person> identities(Person person) {
        return named(person).map(Mentor::identities).orElseGet(() -> List.of(person));
    }

    /// The same, where somebody is found in the chat for those who have nobody there yet.
    public Mentors linked(Function<Mentor, Optional<Person>> people) {
        return new Mentors(all.stream()
                .map(mentor ->
                        mentor.person() == null ? mentor.as(people.apply(mentor).orElse(null)) : mentor)
                .toList());
    }

    /// What they would talk about, as the index knows them.
    ///
    /// @param writtenBy the papers of somebody of this name
    public List<Entry> entries(Function<String, List<Text>> writtenBy) {
        return all.stream()
                .map(mentor -> new Entry(
                        mentor.indexId(),
                        KIND,
                        mentor.introduced(),
                        Stream.concat(
                                        mentor.topics().stream().map(Text::topic),
                                        writtenBy.apply(mentor.name()).stream())
                                .toList(),
                        1))
                .toList();
    }
}
