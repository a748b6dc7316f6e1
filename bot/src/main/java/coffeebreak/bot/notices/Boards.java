package coffeebreak.bot.notices;

import coffeebreak.bot.chat.Attachment;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Person;

/// Messages that are written anew while something goes on. Nothing of them is owed: what cannot be shown is
/// not shown, and nothing about them is kept.
public interface Boards {

    /// Writes to one person. Never throws.
    Board open(Person to, Message first);

    /// One such message. Nothing throws.
    interface Board {

        /// Puts other words in its place.
        void show(Message message);

        /// Hands over a file beside it.
        void attach(Attachment file);
    }
}
