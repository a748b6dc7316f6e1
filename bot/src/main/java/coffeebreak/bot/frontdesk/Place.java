package coffeebreak.bot.frontdesk;

import org.jspecify.annotations.Nullable;

/// Where something was said or pressed, in the chat's own ids, and how it can be answered there.
///
/// @param channel     the conversation; empty for the Home and for a form, which are answered in the direct
///     conversation
/// @param message     the message whose button was pressed, or the message itself that was written; null where there is
/// none
/// @param thread      the thread it stands in; null outside a thread
/// @param trigger     opens a form, once and within three seconds; null where no form can be opened
/// @param responseUrl answers a command in private; null where there is none
public record Place(
        Kind kind,
        String channel,
        @Nullable String message,
        @Nullable String thread,
        @Nullable String trigger,
        @Nullable String responseUrl) {

    /// What sort of place.
    public enum Kind {
        /// A conversation between the person and the bot.
        DIRECT,
        /// A channel, where answers go into a thread.
        CHANNEL,
        /// A slash command, answered in private.
        COMMAND,
        /// The Home tab.
        HOME
    }
}
