package coffeebreak.bot.answers;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.programme.Programme;
import java.util.Optional;

/// Somebody to ask what a question means when the rules cannot read it. What they say is checked, and never shown.
@FunctionalInterface
public interface Suggestions {

    /// Gives up within two seconds. Never throws.
    ///
    /// @param question one sentence in plain words
    /// @param asker    whose allowance is used; nothing else of them is looked at
    Optional<Suggestion> of(String question, Programme programme, Person asker);

    /// Whether somebody can be asked now.
    default State state() {
        return State.OFF;
    }

    /// What a health check says of it.
    enum State {
        /// There is nobody to ask.
        OFF,
        ON,
        /// Left alone for a while after failures.
        RESTING
    }

    /// Nobody to ask.
    static Suggestions none() {
        return (question, programme, asker) -> Optional.empty();
    }
}
