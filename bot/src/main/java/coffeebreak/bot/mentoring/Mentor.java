package coffeebreak.bot.mentoring;

import coffeebreak.bot.chat.Person;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A speaker or panelist who offers a table and has accepted.
///
/// @param id           as the programme names them: `kempe`
/// @param person       who they are in the chat; null for a mentor who is not there
/// @param institutions as written; the rule against colleagues compares them by the programme's table of spellings
/// @param breaks       ids of the breaks they hold a table in
/// @param seats        at each of their tables
/// @param topics       what they would talk about, a phrase each
public record Mentor(
        String id,
        String name,
        @Nullable Person person,
        Set<String> institutions,
        Set<String> breaks,
        int seats,
        List<String> topics) {

    public Mentor {
        if (seats < 0) {
            throw new IllegalArgumentException("mentor %s offers %d seats".formatted(id, seats));
        }
        institutions = Set.copyOf(institutions);
        breaks = Set.copyOf(breaks);
        topics = List.copyOf(topics);
    }

    Mentor as(@Nullable Person inTheChat) {
        return new Mentor(id, name, inTheChat, institutions, breaks, seats, topics);
    }

    /// "Julia Kempe (Meta & NYU)"
    public String introduced() {
        return institutions.isEmpty()
                ? name
                : name + institutions.stream().sorted().collect(Collectors.joining(" & ", " (", ")"));
    }

    /// Under which names somebody may have said that they would rather not sit with this mentor: as a person of the
    /// chat, and as one of the programme.
    public List<Person> identities() {
        var listed = new Person(indexId());
        return person == null ? List.of(listed) : List.of(listed, person);
    }

    /// Under which id the index knows a mentor.
    public String indexId() {
        return "mentor:" + id;
    }
}
