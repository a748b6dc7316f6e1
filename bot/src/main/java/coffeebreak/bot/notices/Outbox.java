package coffeebreak.bot.notices;

import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.notices.Messenger.Posted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps what is owed until it is delivered. A notice is planned, claimed by one courier at a time, and ends delivered,
/// refused
/// or expired; per recipient at most one is under way, in the order planned. Every method throws
/// [coffeebreak.bot.chat.StoreUnavailable] when the store cannot be reached.
public interface Outbox {

    /// Owes these notices; one whose id is known already is left as it is.
    void plan(List<Notice> notices);

    /// Takes the next notice that is due, urgent before ordinary, then the earlier due, under a lease: while it lasts,
    /// nobody
    /// else gets it.
    ///
    /// @param now the clock that is handed in, for due times and expiry; leases run on the store's own clock
    Optional<Claim> claim(Instant now);

    /// The chat has it. Ignored when the claim is no longer the current one.
    void delivered(Claim claim, Posted posted);

    /// Surely not delivered; free again at the instant.
    void postpone(Claim claim, Instant until);

    /// Perhaps delivered; the next claim, not before the instant, must look first.
    void uncertain(Claim claim, Instant until);

    /// Will never be delivered; organizers see why.
    void giveUp(Claim claim, String reason);

    /// Takes back what was planned for a person and has not been claimed yet.
    void dropFor(Person person);

    Counts counts();

    /// One notice in one courier's hands.
    ///
    /// @param attempt  fences: an outcome reported with an older attempt than the current one is ignored
    /// @param look     whether an earlier attempt may have delivered it, so that the courier must look before
    ///                 sending
    /// @param since    when the earliest attempt whose outcome is unknown began; null when look is false
    /// @param edited   for an [Notice.Content.Edit], where the earlier notice stands; null if that was never
    ///                 delivered
    /// @param lease    how long the claim lasts
    record Claim(
            Notice notice,
            long attempt,
            boolean look,
            @Nullable Instant since,
            @Nullable Posted edited,
            Duration lease) {}

    /// How many notices are in which state.
    record Counts(long waiting, long underWay, long delivered, long refused) {}
}
