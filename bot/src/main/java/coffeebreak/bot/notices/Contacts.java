package coffeebreak.bot.notices;

import coffeebreak.bot.chat.Person;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How people want to be written to, and who cannot be. Every method throws
/// [coffeebreak.bot.chat.StoreUnavailable] when the store cannot be reached.
public interface Contacts {

    /// The reason for somebody who has no account any more: they are not written to at all.
    String GONE = "the account is deactivated";

    /// Whether somebody gets only what concerns their own seat.
    void mute(Person who, boolean muted);

    /// Notes that somebody cannot be reached, and why; in place of what was noted before.
    void unreachable(Person who, String reason);

    /// Whoever writes, or gets a message, can be reached.
    void reachable(Person who);

    /// Everything that is noted, at one moment.
    Noted noted();

    /// Leaves nothing of the person.
    void forget(Person who);

    /// What is noted.
    ///
    /// @param muted       whoever asked not to be written to
    /// @param unreachable whoever cannot be reached, and why
    record Noted(Set<Person> muted, Map<Person, String> unreachable) {

        public Noted {
            muted = Set.copyOf(muted);
            unreachable = Map.copyOf(unreachable);
        }

        public boolean isMuted(Person who) {
            return muted.contains(who);
        }

        public Optional<String> trouble(Person who) {
            return Optional.ofNullable(unreachable.get(who));
        }

        public boolean isGone(Person who) {
            return GONE.equals(unreachable.get(who));
        }
    }
}
