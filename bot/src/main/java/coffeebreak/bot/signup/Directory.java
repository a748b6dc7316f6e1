package coffeebreak.bot.signup;

import coffeebreak.bot.chat.Person;
import java.time.ZoneId;
import java.util.Optional;

/// What the chat knows about a person. Implemented where the chat is known.
public interface Directory {

    /// Empty when the chat cannot be asked or does not know the person.
    Optional<Entry> find(Person person);

    /// Whether somebody surely is a full member: not while the chat cannot be asked.
    default boolean isMember(Person person) {
        return find(person).map(Entry::member).orElse(false);
    }

    /// The address a person gives in the chat, asked for when they want somebody to have it; empty where it is not
    /// told.
    default Optional<String> email(Person person) {
        return Optional.empty();
    }

    /// @param name   the name people see, at most 80 characters
    /// @param zone   the zone the person set in the chat
    /// @param member a full member: no bot, guest, stranger or deactivated account
    record Entry(String name, ZoneId zone, boolean member) {}
}
