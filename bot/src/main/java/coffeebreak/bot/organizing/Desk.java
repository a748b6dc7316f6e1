package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Person;
import java.util.List;
import java.util.Optional;

/// One part of what organizers can do. It checks no rights: whoever comes here has them.
public interface Desk {

    /// In the order in which help names them.
    List<Command> commands();

    /// What a button or a form of this desk is to do; empty for those of others. Typed commands do not come here.
    Optional<Act> pressed(Person who, ChatIntent.OfOrganizer intent);
}
