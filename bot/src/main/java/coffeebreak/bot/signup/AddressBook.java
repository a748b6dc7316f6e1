package coffeebreak.bot.signup;

import coffeebreak.bot.chat.Person;
import java.time.Duration;

/// Who in the chat has an e-mail address. Implemented where the chat is known; not every workspace lets the bot ask.
public interface AddressBook {

    /// Asks once.
    Answer find(String email);

    /// What came of it.
    sealed interface Answer {

        record Found(Person person) implements Answer {}

        /// Nobody there has it, or whoever has it is no full member.
        record Nobody() implements Answer {}

        /// The bot may not ask, and need not ask again.
        ///
        /// @param reason what is missing, and what to do about it
        record NotAllowed(String reason) implements Answer {}

        /// Too many questions; the next may be asked after the wait.
        record Later(Duration after) implements Answer {}

        /// No answer, for whatever reason.
        record Unknown(String reason) implements Answer {}
    }
}
