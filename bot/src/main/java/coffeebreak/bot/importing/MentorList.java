package coffeebreak.bot.importing;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.mentoring.Mentor;
import coffeebreak.bot.mentoring.Mentors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Who could host tables, as a list says it.
///
/// @param mentors with the breaks they are asked for
/// @param agreed  ids of those who agreed beforehand; the others are invited
/// @param emails  by mentor's id, for those of whom nobody knows yet who they are in the chat
public record MentorList(List<Mentor> mentors, Set<String> agreed, Map<String, String> emails) {

    public MentorList {
        mentors = List.copyOf(mentors);
        agreed = Set.copyOf(agreed);
        emails = Map.copyOf(emails);
    }

    /// With those found in the chat, whose addresses are then needed no more.
    ///
    /// @param people by address in lower case
    public MentorList linked(Map<String, Person> people) {
        var open = new HashMap<>(emails);
        var linked = new Mentors(mentors).linked(mentor -> {
            var found = Optional.ofNullable(emails.get(mentor.id()))
                    .map(email -> people.get(email.strip().toLowerCase(java.util.Locale.ROOT)));
            found.ifPresent(_ -> open.remove(mentor.id()));
            return found;
        });
        return new MentorList(linked.all(), agreed, open);
    }

    /// Without what says who somebody is in the chat.
    MentorList without(Person person) {
        var left = new HashMap<>(emails);
        mentors.stream().filter(mentor -> person.equals(mentor.person())).forEach(mentor -> left.remove(mentor.id()));
        return new MentorList(
                mentors.stream()
                        .map(mentor -> person.equals(mentor.person())
                                ? new Mentor(
                                        mentor.id(),
                                        mentor.name(),
                                        null,
                                        mentor.institutions(),
                                        mentor.breaks(),
                                        mentor.seats(),
                                        mentor.topics())
                                : mentor)
                        .toList(),
                agreed,
                left);
    }
}
