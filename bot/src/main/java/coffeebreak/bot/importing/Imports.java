package coffeebreak.bot.importing;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.importing.Content.Sort;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps what was imported and what is offered to be. Every method throws
/// [coffeebreak.bot.chat.StoreUnavailable] when the store cannot be reached.
public interface Imports {

    /// A file that was read and would come in when somebody says so; kept for a day.
    ///
    /// @param file    what the person called it
    /// @param basis   the state of what is in force that the offer was compared with
    /// @param whole   whether the file says all there is to say
    /// @param content as read
    record Offer(
            String id,
            String file,
            Person by,
            Instant at,
            long basis,
            boolean whole,
            Content content,
            List<Remark> remarks) {
        public Offer {
            remarks = List.copyOf(remarks);
        }

        public Offer on(long otherBasis) {
            return new Offer(id, file, by, at, otherBasis, whole, content, remarks);
        }
    }

    /// What came in.
    ///
    /// @param counts in words: "14 sessions, 41 people"
    /// @param before the id of the one in whose place it came; null for what the files at start have
    record Import(
            String id,
            String file,
            Person by,
            Instant at,
            String counts,
            @Nullable String before,
            Content content) {}

    /// Which import of one sort is in force. The programme's stands in the changes of the day instead.
    ///
    /// @param version grows by one with every change
    /// @param id      null for what the files at start have
    record Reference(long version, @Nullable String id) {
        public static final Reference NONE = new Reference(0, null);

        public Reference to(@Nullable String other) {
            return new Reference(version + 1, other);
        }
    }

    void offer(Offer offer);

    /// Empty when it was dropped or its day is over.
    Optional<Offer> offered(String id);

    void drop(String offer);

    void keep(Import taken);

    Optional<Import> find(String id);

    /// [Reference#NONE] before the first import.
    Reference current(Sort sort);

    /// Replaces the reference whose version is one less than the new one's.
    ///
    /// @return false, and nothing changed, when somebody else was faster
    boolean replace(Sort sort, Reference next);

    /// Takes out of everything kept who in the chat somebody is. What they did as an organizer stays.
    void forget(Person person);
}
