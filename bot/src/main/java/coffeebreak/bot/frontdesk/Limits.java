package coffeebreak.bot.frontdesk;

import coffeebreak.bot.chat.Person;

/// How much one person may want of the bot within a minute, counted over all replicas. More than people do, and little
/// enough that nobody's script keeps the bot from the others.
public interface Limits {

    /// No limits at all.
    Limits NONE = (_, _) -> Taken.WITHIN;

    /// Takes one of what a person may do in this minute. A minute begins with the first.
    ///
    /// @throws coffeebreak.bot.chat.StoreUnavailable when nobody can tell
    Taken take(Person who, Of what);

    /// Leaves nothing of a person.
    default void forget(Person who) {}

    /// What is counted apart from each other.
    enum Of {
        /// Questions and searches, also those that are edited.
        QUESTIONS(20, "questions"),
        /// Sign-ups and whatever else changes what is kept.
        CHANGES(30, "changes"),
        /// Files and calendars.
        FILES(10, "files"),
        /// What only shows something.
        LOOKS(60, "messages");

        private final int inMinute;
        private final String name;

        Of(int inMinute, String name) {
            this.inMinute = inMinute;
            this.name = name;
        }

        public int inMinute() {
            return inMinute;
        }

        String sentence() {
            return "That were more than %d %s within a minute, and I have the others to answer as well. Please wait a minute and go on then; nothing you did before is lost."
                    .formatted(inMinute, name);
        }
    }

    /// What became of it.
    enum Taken {
        WITHIN,
        /// The first one too many: the person is told.
        FIRST_BEYOND,
        /// Another one: there is nothing new to tell.
        BEYOND
    }
}
