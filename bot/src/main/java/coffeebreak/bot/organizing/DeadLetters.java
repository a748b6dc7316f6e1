package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.Person;
import java.time.Instant;
import java.util.List;

/// What people sent and the bot could not work, however often it tried; kept until organizers decide about it. Every
/// method throws [coffeebreak.bot.chat.StoreUnavailable] when the store cannot be reached.
public interface DeadLetters {

    /// The oldest first.
    List<Letter> all();

    /// Has all of them worked once more, behind what their people sent since.
    ///
    /// @return how many
    int tryAgain();

    /// Drops all of them.
    ///
    /// @return how many
    int drop();

    void forget(Person who);

    /// @param what   sort of thing, without the words: "Words", "ConfirmSeat"
    /// @param words  as the person typed them, for nobody but them; empty where nothing was typed
    /// @param reason why it was given up, without the words
    record Letter(Instant at, Person from, String what, String words, String reason) {}
}
