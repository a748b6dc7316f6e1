package coffeebreak.bot.notices;

import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.notices.Messenger.Posted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Keeps what is owed until it is delivered. A notice waits, is claimed by one courier at a time, and ends delivered or
/// refused. Per recipient at most one is under way, in the order in which they are due and, due together, planned.
/// Every method throws [coffeebreak.bot.chat.StoreUnavailable] when the store cannot be reached; after that it may or
/// may not have happened, and calling it again does no harm.
///
/// An [Notice.Content.Edit] of a notice that still waits takes effect at once: the waiting notice, or an edit of it
/// that still waits, gets the new text, and there is nothing left to send for the later one. Where the earlier notice
/// was refused or is not known, the edit is posted as a message of its own, and stands in for it from then on.
///
/// A [Notice.Content.TakeBack] of a notice that was surely not delivered ends both, and there is nothing to send; of a
/// notice that ended without a message it is nothing; else it is an edit. What is for several people in one
/// conversation waits in the line of the first of them, and is dropped where any other notice would be refused.
///
/// Two clocks: due times, expiry, pacing and waits that the chat asked for follow the clock that is handed in. Leases
/// and settling follow the store's own, since they are about what really passes between processes. When the clock that
/// is handed in is set back by more than a minute, waits counted on it are void, and what was due stays due.
public interface Outbox {

    /// Owes these notices; one whose id is known already is left as it is.
    void plan(List<Notice> notices);

    /// Takes what comes next: first what an earlier attempt left in doubt, then what is due, urgent before ordinary,
    /// then the earlier due. Until the lease of the settings is over nobody else gets it. What has expired is
    /// refused on the way.
    ///
    /// @param now the clock that is handed in
    Turn claim(Instant now, CourierSettings settings);

    /// After looking in vain: turns a claim that must look into one that may send, with a new lease.
    ///
    /// @return empty when the claim is no longer the current one, or the notice was taken back
    Optional<Claim> renew(Claim claim, Instant now, CourierSettings settings);

    /// The chat has it; the person's next one waits until the instant. Heeded from an older claim as well, unless
    /// somebody is sending by now.
    void delivered(Claim claim, Posted posted, Instant next);

    /// Surely not delivered by this claim; free again at the instant.
    void postpone(Claim claim, Instant until);

    /// Perhaps delivered; the next claim, after the wait by the store's clock, must look first.
    ///
    /// @param looks how many looks in a row have found nothing since the last attempt to send
    void uncertain(Claim claim, int looks, Duration wait);

    /// Will never be delivered; organizers see why.
    void giveUp(Claim claim, String reason);

    /// Nothing that leaves this way is claimed by anybody until the instant, as after a rate limit of the whole
    /// workspace; nothing that is in doubt is looked for either, since that may lead to sending it.
    void pause(Way way, Instant until);

    /// Takes back what waits for a person and erases the texts kept for them. What is under way at this moment may
    /// still arrive, and is not tried again.
    void dropFor(Person person);

    /// What waits for a person alone, in the order in which it is due.
    List<Waiting> waitingFor(Person person);

    Counts counts();

    /// Where the message of a delivered notice stands.
    Optional<Posted> placeOf(String id);

    /// What has become of each of some notices; those that ended undelivered, or are not known, are in neither set. It
    /// asks for one after the other: whoever only counts asks for [#progress].
    Fate fate(List<String> ids);

    /// How long what was delivered had waited.
    Waits waits();

    /// How far some notices are; those that were taken back, or ended in another's text, are not counted.
    ///
    /// @param ids of the notices
    /// @param now the clock that is handed in
    Progress progress(List<String> ids, Instant now);

    /// What was refused or has expired, the latest first.
    List<Refusal> refusals(int count);

    /// What a courier is to do next.
    sealed interface Turn {}

    /// One notice in one courier's hands.
    ///
    /// @param attempt fences: grows with every claim, and an outcome reported with an older one is ignored
    /// @param sends   how often it was handed out to be sent, this time included
    /// @param look    whether an earlier attempt may have delivered it, so that the courier must look first
    /// @param looks   how many looks in a row have found nothing
    /// @param since   when the earliest attempt with an unknown outcome began, by the clock that is handed in
    /// @param edited  for an [Notice.Content.Edit], where the earlier notice stands; null if it was never delivered
    record Claim(
            Notice notice,
            long attempt,
            int sends,
            boolean look,
            int looks,
            Instant since,
            @Nullable Posted edited) implements Turn {}

    /// Nothing to do.
    ///
    /// @param until when it is worth asking again by the clock that is handed in; null when nothing waits
    record Idle(@Nullable Instant until) implements Turn {}

    /// How many notices are in which state. What was delivered or refused stays counted.
    record Counts(long waiting, long underWay, long delivered, long refused) {}

    /// How many notices left how long after they were due, by the clock that is handed in: within two seconds, ten
    /// seconds, a minute, or later.
    record Waits(long twoSeconds, long tenSeconds, long minute, long longer) {

        public long all() {
            return twoSeconds + tenSeconds + minute + longer;
        }
    }

    /// How far some notices are.
    ///
    /// @param delivered the chat has them
    /// @param refused   they will never be delivered
    /// @param due       they leave as soon as they can
    /// @param later     they wait for their time
    record Progress(int delivered, int refused, int due, int later) {
        public int all() {
            return delivered + refused + open();
        }

        /// Those that may still arrive.
        public int open() {
            return due + later;
        }
    }

    /// @param delivered ids of those the chat has
    /// @param waiting   ids of those that wait or are under way
    record Fate(Set<String> delivered, Set<String> waiting) {
        public Fate {
            delivered = Set.copyOf(delivered);
            waiting = Set.copyOf(waiting);
        }
    }

    /// A text that is owed.
    record Waiting(Instant due, Message message) {}

    /// One notice nobody will get.
    record Refusal(String notice, Person to, String reason) {}
}
