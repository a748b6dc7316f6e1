package coffeebreak.bot.feedback;

import coffeebreak.bot.chat.Person;
import java.util.List;
import java.util.Optional;

/// Keeps what people said after the breaks, and whom they would like to stay in touch with. Every method throws
/// [coffeebreak.bot.chat.StoreUnavailable] when the store cannot be reached.
public interface Feedbacks {

    Optional<Feedback> find(String seat, Person by);

    /// In place of what the person said of this seat before.
    void save(Feedback feedback);

    /// Everything anybody said, in no order.
    List<Feedback> all();

    /// Notes that somebody would like to stay in touch with somebody.
    void wish(Person who, Person other);

    /// Whether somebody said that they would like to stay in touch with somebody.
    boolean wishes(Person who, Person other);

    /// With whom somebody would like to stay in touch, by their ids.
    List<Person> wishedBy(Person who);

    /// Leaves nothing of the person: neither what they said nor what names them.
    void forget(Person who);
}
