package coffeebreak.bot.chat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something the bot owes somebody: planned in the same step as the decision behind it, delivered later, seen exactly
/// once.
///
/// @param id      opaque, and the same whenever the same decision is planned again, so that planning twice owes once
/// @param to      who gets it
/// @param content a new message, or a new text for one that was sent earlier
/// @param due     not before this instant, on the clock that is handed in
/// @param urgency what goes first when many are due
/// @param expires pointless from this instant on; null for never
public record Notice(
        String id,
        Person to,
        Content content,
        Instant due,
        Urgency urgency,
        @Nullable Instant expires) {

    /// What the recipient gets to see.
    public sealed interface Content {
        Message message();

        /// A message of its own.
        record Post(Message message) implements Content {}

        /// A new text for the message of an earlier notice to the same person.
        record Edit(String notice, Message message) implements Content {}
    }

    /// In which order notices that are due leave; within one urgency the earlier due goes first.
    public enum Urgency {
        URGENT,
        ORDINARY
    }
}
