package coffeebreak.bot.feedback;

import coffeebreak.bot.chat.Person;
import java.time.Instant;
import java.util.List;

/// One person at one table of a break.
///
/// @param id          of their seat; for a mentor of their table
/// @param coffeeBreak its name
/// @param with        whom they met, in words
/// @param others      whom they could stay in touch with: whoever is in the chat
/// @param hosts       whether it is the mentor of the table
record Meeting(String id, Person who, String coffeeBreak, Instant end, String with, List<Other> others, boolean hosts) {

    Meeting {
        others = List.copyOf(others);
    }

    /// @param seat  where they sat
    /// @param named whether they agreed that the person may know their name
    record Other(Person person, String seat, String name, boolean named) {}
}
