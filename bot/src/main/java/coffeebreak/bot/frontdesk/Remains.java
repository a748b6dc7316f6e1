package coffeebreak.bot.frontdesk;

import java.time.Instant;
import java.util.Optional;

/// What stays when everything about people is gone: numbers. Every method throws
/// [coffeebreak.bot.chat.StoreUnavailable] when the store cannot be reached.
public interface Remains {

    /// One more person was forgotten; nobody can tell who.
    void countForgotten();

    /// The report that was kept when everything else was deleted; empty before that.
    Optional<Report> report();

    /// Deletes all that is kept of this event but the report and the count. A report that is there already stays.
    void clear(Report report);

    /// How many people were forgotten because they asked for it.
    long forgotten();

    /// The event in numbers.
    ///
    /// @param at        when everything else was deleted
    /// @param signedUp  profiles, those who withdrew included
    /// @param seated    seats with a mentor that were held to the end
    /// @param withPeers places at tables of peers, likewise
    /// @param met       how many said that they met, and `missed` that they did not
    /// @param rated     how many said how useful it was, from 1 to 5, and `useful` their mean
    /// @param delivered notices, and `refused` those that were not
    record Report(
            Instant at,
            long signedUp,
            long seated,
            long withPeers,
            long met,
            long missed,
            long rated,
            double useful,
            long delivered,
            long refused,
            long forgotten) {}
}
