package coffeebreak.bot.mentoring;

/// What somebody has, or had, in one coffee break.
public sealed interface Booking {

    /// Opaque, the same as long as it is the same booking.
    String id();

    /// Id of the break (a session id of the programme).
    String coffeeBreak();

    Stand stand();

    /// Whether a booking still counts.
    enum Stand {
        STANDS,
        /// Kept for a while until they answer.
        OFFERED,
        GONE
    }

    /// A seat at a mentor's table.
    record WithMentor(String id, String coffeeBreak, String mentor, Stand stand) implements Booking {}

    /// A place at a table of peers.
    record WithPeers(String id, String coffeeBreak, Stand stand) implements Booking {}

    /// A table of one's own.
    ///
    /// @param guests how many are expected at it
    record Hosting(String id, String coffeeBreak, int guests, Stand stand) implements Booking {}
}
