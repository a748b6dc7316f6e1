package coffeebreak.bot.frontdesk;

import coffeebreak.bot.chat.Person;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// What came in and is not worked yet, over all replicas. At most one of them holds a person at a time, and works the
/// first of what they sent; its lease ends by the store's own clock. Every method throws
/// [coffeebreak.bot.chat.StoreUnavailable] when the store cannot be reached.
public interface Inbox {

    /// In one step drops a repeat, known by any of its ids for a day, or keeps the arrival behind what its person sent
    /// before; and where nobody holds the person, takes the first of it.
    ///
    /// @param within how long the caller waits; what the store reads later is not kept
    Admission admit(Arrival arrival, Duration lease, Duration within);

    /// Takes what people sent whom nobody holds any more: of a process that is gone, or to be tried again.
    ///
    /// @param most how many people
    List<Held> takeOver(Duration lease, int most);

    /// Everything the arrival asked for is changed. Its person stays held, for what is said to it.
    ///
    /// @return false when the lease was over and somebody else took it; then nothing is to be said to it here
    boolean done(Held held);

    /// What the person sent next; when there is nothing, or somebody else took over, they are not held any more.
    Optional<Held> next(Held held, Duration lease);

    /// Lets go of the person, to be taken after a pause.
    ///
    /// @param tried whether it counts as a try
    void putBack(Held held, Duration pause, boolean tried);

    /// Keeps the arrival for organizers to look at, out of everybody's way. Its person stays held.
    ///
    /// @return false when somebody else took it
    boolean giveUp(Held held, String reason);

    /// Goes on holding what is still held.
    void renew(Collection<Held> held, Duration lease);

    /// What a person wrote is not to be worked any more; also when it arrives later than this.
    ///
    /// @param written as [Arrival#written]
    void takeBack(String written);

    /// What became of an arrival.
    sealed interface Admission {
        /// It came before.
        record Repeated() implements Admission {}

        /// It is kept; whoever holds its person works it.
        record Behind() implements Admission {}

        /// It is kept, and its person is held by the caller.
        record Taken(Held held) implements Admission {}

        /// The store read it after the caller had stopped waiting, and did not keep it.
        record TooLate() implements Admission {}
    }

    /// An arrival that is being worked.
    ///
    /// @param entry     its place in what its person sent
    /// @param number    of this hold; grows
    /// @param tries     how often it was begun, this time included
    /// @param takenBack whether its person has deleted it
    record Held(Arrival arrival, String entry, long number, int tries, boolean takenBack) {
        Person person() {
            return arrival.from();
        }
    }
}
