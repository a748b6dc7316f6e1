package coffeebreak.bot.chat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something the bot owes somebody: planned in the same step as the decision behind it, delivered later, seen exactly
/// once.
///
/// @param id      opaque, and the same whenever the same decision is planned again, so that planning twice owes once
/// @param to      who gets it
/// @param with    who else gets it, in one conversation of all of them; empty for a notice to one person. Such a notice
///                is an addition: where the chat does not allow the conversation, it is dropped and nobody misses it
/// @param content a new message, or a new text for one that was sent earlier
/// @param due     not before this instant, on the clock that is handed in
/// @param urgency what goes first when many are due
/// @param expires pointless from this instant on; null for never
public record Notice(
        String id,
        Person to,
        List<Person> with,
        Content content,
        Instant due,
        Urgency urgency,
        @Nullable Instant expires) {

    public Notice {
        with = List.copyOf(with);
    }

    /// A notice to one person.
    public Notice(String id, Person to, Content content, Instant due, Urgency urgency, @Nullable Instant expires) {
        this(id, to, List.of(), content, due, urgency, expires);
    }

    /// Everybody who gets it.
    public List<Person> everybody() {
        var all = new ArrayList<>(List.of(to));
        all.addAll(with);
        return all;
    }

    public boolean toSeveral() {
        return !with.isEmpty();
    }

    /// What the recipient gets to see.
    public sealed interface Content {
        Message message();

        /// A message of its own.
        record Post(Message message) implements Content {}

        /// A new text for the message of an earlier notice to the same person.
        record Edit(String notice, Message message) implements Content {}

        /// Takes an earlier notice back that surely was not delivered yet, so that nobody gets it; else gives its
        /// message a new text, as an edit does.
        record TakeBack(String notice, Message message) implements Content {}
    }

    /// In which order notices that are due leave; within one urgency the earlier due goes first.
    public enum Urgency {
        URGENT,
        ORDINARY,
        /// In line with the ordinary ones, and not sent to whoever asked not to be written to: reminders,
        /// questions, invitations.
        OPTIONAL
    }
}
