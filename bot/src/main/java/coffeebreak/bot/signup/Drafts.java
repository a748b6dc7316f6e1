package coffeebreak.bot.signup;

import coffeebreak.bot.chat.Person;
import java.util.Optional;

/// Keeps half-finished sign-ups of a conversation for a while; what is not finished in time is gone. Every method
/// throws [coffeebreak.bot.chat.StoreUnavailable] when the store cannot be reached.
public interface Drafts {

    Optional<Draft> find(Person person);

    /// Keeps the draft for its lifetime, counted anew from now.
    void save(Person person, Draft draft);

    void remove(Person person);
}
