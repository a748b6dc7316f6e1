package coffeebreak.bot.signup;

import coffeebreak.bot.chat.Person;
import java.time.Instant;
import java.util.List;

/// What the bot remembers of its dealings with people, signed up or not: a mark and when it was made, under the
/// id the chat gives them and nothing else. Every method throws [coffeebreak.bot.chat.StoreUnavailable] when the
/// store cannot be reached.
public interface Acquaintances {

    /// What is remembered.
    enum Mark {
        /// They have looked at their Home, so that it is kept up to date.
        LOOKED_AT_HOME("looked at the Home"),
        /// They were welcomed once.
        WELCOMED("was welcomed"),
        /// They began to sign up and have not finished.
        BEGAN("began to sign up"),
        /// They do not want to be reminded of signing up.
        NOT_INTERESTED("does not want to be reminded of signing up");

        private final String words;

        Mark(String words) {
            this.words = words;
        }

        /// As told to the person.
        public String words() {
            return words;
        }
    }

    /// Makes a mark, unless it is there; the first one's time counts.
    ///
    /// @return whether it is new
    boolean add(Person person, Mark mark, Instant when);

    boolean has(Person person, Mark mark);

    void remove(Person person, Mark mark);

    /// Whoever has a mark that was made at the instant or before, the earliest first.
    List<Person> marked(Mark mark, Instant until);

    /// Removes all marks of a person.
    void forget(Person person);
}
