package coffeebreak.bot.mentoring;

import coffeebreak.bot.chat.Person;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A round that was published.
///
/// @param number  of the preview it came from
/// @param by      the organizer who published it
/// @param seats   how many it gave
/// @param waiting how many were in line then without a seat
/// @param seed    it was drawn with
/// @param undone  who took it back and when; null while nobody has
public record PublishedRound(
        int number,
        Person by,
        Instant at,
        int seats,
        int waiting,
        long seed,
        @Nullable Undone undone) {

    /// @param by the organizer who took it back
    public record Undone(Person by, Instant at) {}

    public boolean wasTakenBack() {
        return undone != null;
    }

    PublishedRound undone(Person who, Instant when) {
        return new PublishedRound(number, by, at, seats, waiting, seed, new Undone(who, when));
    }
}
