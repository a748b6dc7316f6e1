package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.Attachment;
import java.time.LocalTime;
import java.util.List;

/// Plays the whole day with invented people, beside what is going on: another workspace, another store.
public interface Rehearsals {

    /// Begins one, unless one is being played.
    ///
    /// @param speed how many seconds of the day pass in a real one at most; 0 for as many as can
    /// @return false while one is being played
    boolean begin(int people, int speed, Audience audience);

    /// Ends the one that is being played.
    ///
    /// @return false where there is none
    boolean stop();

    /// Who watches. Called from the thread that plays.
    interface Audience {

        /// What time of the rehearsed day it is; called very often.
        void at(LocalTime time);

        /// Something happened that is worth a line.
        void event(String line);

        /// It is over, and judged.
        ///
        /// @param verdict in a sentence
        /// @param broken  a line for each time a promise was broken
        /// @param page    the whole report
        void judged(boolean kept, String verdict, List<String> broken, Attachment page);

        /// It ended before the day did.
        ///
        /// @param why in a sentence
        void ended(String why);
    }

    /// For a bot that is itself rehearsed.
    static Rehearsals none() {
        return new Rehearsals() {
            @Override
            public boolean begin(int people, int speed, Audience audience) {
                return false;
            }

            @Override
            public boolean stop() {
                return false;
            }
        };
    }
}
