package coffeebreak.bot.frontdesk;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;

/// Says a reply where it belongs. Implemented where the chat is known.
public interface Speaker {

    /// At most once; a failure is logged there and not thrown.
    void say(Place place, Person to, Reply reply);

    /// Puts a reply in place of what was said to a message that has been edited since; where nothing is known to have
    /// been said to it, stays silent.
    default void correct(Place place, Person to, Reply reply) {}
}
