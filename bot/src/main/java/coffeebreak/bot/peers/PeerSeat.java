package coffeebreak.bot.peers;

import coffeebreak.bot.chat.Person;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One person at one table of peers.
///
/// @param id opaque, never used again; it goes along when the person is moved to another table
/// @param given when it was given; null for one that was stored before this was kept
public record PeerSeat(
        String id, Person person, State state, @Nullable Instant given) {

    /// What has become of it. Whoever left stays listed: nobody is asked to the same break again, and the message
    /// they got can be told apart from one that still counts.
    public enum State {
        /// The others expect them.
        EXPECTED,
        /// They said that they can't come.
        DECLINED,
        /// They have a mentor's seat in this break now.
        MOVED_UP,
        /// Everybody else left, and no other table had room for them.
        ALONE,
        /// Taken back by the bot, since the tables had to be changed.
        MOVED,
        /// They withdrew their sign-up.
        WITHDRAWN,
        /// The organizers took the round back that gave it: as if it had never been given.
        UNDONE
    }

    public boolean expected() {
        return state == State.EXPECTED;
    }

    PeerSeat as(State next) {
        return new PeerSeat(id, person, next, given);
    }
}
