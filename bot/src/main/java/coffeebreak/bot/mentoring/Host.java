package coffeebreak.bot.mentoring;

import coffeebreak.bot.chat.Person;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one mentor has said about hosting, or an organizer on their behalf.
///
/// @param mentor    as the programme names them
/// @param version   grows by one with every change; 0 for who has said nothing
/// @param breaks    by break (id) whether they host a table in it; without one they said nothing about
/// @param seats     at each of their tables; null where they said nothing and the roster counts
/// @param cancelled by break since when a table is not hosted that was
/// @param deputy    who takes their tables; null for nobody
public record Host(
        String mentor,
        long version,
        Map<String, Boolean> breaks,
        @Nullable Integer seats,
        Map<String, Instant> cancelled,
        @Nullable Deputy deputy) {

    public Host {
        breaks = Map.copyOf(breaks);
        cancelled = Map.copyOf(cancelled);
    }

    /// Somebody who takes the tables of a mentor, once an organizer has agreed.
    ///
    /// @param name   as the mentor wrote it
    /// @param person null for somebody who is not in the chat
    public record Deputy(String name, @Nullable Person person, boolean agreed) {}

    /// Somebody who has said nothing.
    static Host silent(String mentor) {
        return new Host(mentor, 0, Map.of(), null, Map.of(), null);
    }

    boolean hosts(String coffeeBreak) {
        return Boolean.TRUE.equals(breaks.get(coffeeBreak));
    }

    @Nullable
    Deputy agreedDeputy() {
        return deputy != null && deputy.agreed() ? deputy : null;
    }

    Host hosting(String coffeeBreak) {
        var still = new HashMap<>(cancelled);
        still.remove(coffeeBreak);
        return new Host(mentor, version + 1, with(coffeeBreak, true), seats, still, deputy);
    }

    Host notHosting(String coffeeBreak, Instant now) {
        var more = new HashMap<>(cancelled);
        if (hosts(coffeeBreak)) {
            more.put(coffeeBreak, now);
        }
        return new Host(mentor, version + 1, with(coffeeBreak, false), seats, more, deputy);
    }

    Host offering(int number) {
        return new Host(mentor, version + 1, breaks, number, cancelled, deputy);
    }

    Host with(@Nullable Deputy other) {
        return new Host(mentor, version + 1, breaks, seats, cancelled, other);
    }

    /// The same as one change, of however many it was made.
    Host versioned(long next) {
        return new Host(mentor, next, breaks, seats, cancelled, deputy);
    }

    private Map<String, Boolean> with(String coffeeBreak, boolean hosted) {
        var more = new HashMap<>(breaks);
        more.put(coffeeBreak, hosted);
        return more;
    }
}
