package coffeebreak.bot.mentoring;

import coffeebreak.bot.chat.Person;
import java.util.List;

/// What a round, or one preview against another, means for one person.
///
/// @param name as organizers may see it
/// @param from the seats they have, "Jeremy Cohen, Coffee Break 1", that they would not have then
/// @param to   the seats they would have then and have not
public record Shift(Person who, String name, List<String> from, List<String> to) {

    public Shift {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }

    public boolean gainsOnly() {
        return from.isEmpty();
    }

    public boolean losesOnly() {
        return to.isEmpty();
    }
}
