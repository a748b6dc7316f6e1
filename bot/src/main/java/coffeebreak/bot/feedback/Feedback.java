package coffeebreak.bot.feedback;

import coffeebreak.bot.chat.Person;
import org.jspecify.annotations.Nullable;

/// What somebody said about one of their seats.
///
/// @param seat   the seat's id, with a mentor or with peers
/// @param met    whether they met; null until they said so
/// @param useful 1 to 5; 0 until they said so
/// @param line   in their own words; may be empty
public record Feedback(String seat, Person by, @Nullable Boolean met, int useful, String line) {

    public Feedback {
        if (useful < 0 || useful > 5) {
            throw new IllegalArgumentException("usefulness goes from 1 to 5, not " + useful);
        }
    }

    static Feedback none(String seat, Person by) {
        return new Feedback(seat, by, null, 0, "");
    }

    /// Whoever did not meet cannot say how useful it was.
    Feedback withMet(boolean happened) {
        return new Feedback(seat, by, happened, happened ? useful : 0, line);
    }

    Feedback withUseful(int points) {
        return new Feedback(seat, by, true, points, line);
    }

    Feedback withLine(String words) {
        return new Feedback(seat, by, met, useful, words);
    }

    /// Whatever somebody typed stays out of every log.
    @Override
    public String toString() {
        return "Feedback";
    }
}
