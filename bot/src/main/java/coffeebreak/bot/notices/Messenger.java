package coffeebreak.bot.notices;

import coffeebreak.bot.chat.Notice;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Carries notices into the chat. Implemented where the chat is known.
public interface Messenger {

    /// Tries once to deliver, with no retry below; must carry the notice's id so that [#find] can recognise it.
    ///
    /// @param edited where the message stands that the notice gives a new text to; null for a new message
    Delivery deliver(Notice notice, @Nullable Posted edited);

    /// Looks in the chat for the message of a notice whose delivery was interrupted.
    ///
    /// @param since when the interrupted delivery began, by the clock that is handed in
    Lookup find(Notice notice, Instant since);

    /// Takes away every message of a notice but one. A chat in which nothing can stand twice has nothing to do.
    ///
    /// @return whether there are no others any more
    default boolean leaveOnly(Posted kept, Notice notice) {
        return true;
    }

    /// Where a message stands: the conversation's and the message's id in the chat.
    record Posted(String channel, String ts) {}

    /// How one attempt to deliver ended.
    sealed interface Delivery {
        /// The chat has it.
        record Delivered(Posted posted) implements Delivery {}

        /// The chat surely does not have it; try again after the wait.
        ///
        /// @param everyone whether the wait holds for all notices, as a rate limit of the workspace does
        record TryAgain(Duration after, boolean everyone, String reason) implements Delivery {}

        /// The chat may have it: the answer was lost. Look before sending again.
        record Uncertain(String reason) implements Delivery {}

        /// The chat will never take it.
        record Refused(String reason) implements Delivery {}
    }

    /// What a look into the chat found.
    sealed interface Lookup {
        /// The message is there.
        record Found(Posted posted) implements Lookup {}

        /// The whole time since was read and it is not there.
        record Absent() implements Lookup {}

        /// The chat could not be read; look again later.
        record Unreadable(Duration after, String reason) implements Lookup {}
    }
}
