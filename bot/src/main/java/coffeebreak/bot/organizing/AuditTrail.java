package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.Person;
import java.time.Instant;
import java.util.List;

/// Who did what, and who was refused. Append only. Throws [coffeebreak.bot.chat.StoreUnavailable] when the store cannot
/// be reached.
public interface AuditTrail {

    void append(Entry entry);

    /// Takes a person's name off the refusals they got; what somebody did as an organizer stays.
    void forgetRefusalsOf(Person who);

    /// The latest entries, newest first.
    List<Entry> latest(int count);

    /// @param act     what was asked for, for example "publish round 3"
    /// @param outcome what came of it, for example "published" or "refused: not an organizer"
    record Entry(Instant at, Person who, String act, String outcome) {

        static final String REFUSED = "refused: ";

        public boolean wasRefused() {
            return outcome.startsWith(REFUSED);
        }
    }
}
