package coffeebreak.bot.answers;

import coffeebreak.bot.chat.Person;

/// How often a language model may still be asked: by one person within a minute and a day, and by all within a day.
public interface Allowance {

    /// Takes one question out of all three, or out of none.
    ///
    /// @return false when one of them is used up
    /// @throws coffeebreak.bot.chat.StoreUnavailable when nobody can tell
    boolean take(Person asker);

    /// Leaves nothing of a person.
    default void forget(Person asker) {}

    /// The most that may be asked; a minute and a day begin with the first question in them.
    record Limits(int personInMinute, int personInDay, int allInDay) {
        public Limits {
            if (personInMinute < 0 || personInDay < 0 || allInDay < 0) {
                throw new IllegalArgumentException("a limit is below zero");
            }
        }
    }
}
