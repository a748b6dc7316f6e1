package coffeebreak.bot.chat;

import java.util.Optional;

/// The files people hand to the bot in the chat. Nothing else is ever fetched: no link of another host leads
/// anywhere.
public interface HandedFiles {

    /// Whatever is larger is not fetched.
    int MOST_BYTES = 5_000_000;

    /// A file as a message names it.
    ///
    /// @param id   as the chat knows it
    /// @param name as the person called it; may be empty
    record Handed(String id, String name) {}

    /// What came of fetching one.
    sealed interface Answer {

        record Content(String name, byte[] bytes) implements Answer {
            public Content {
                bytes = bytes.clone();
            }

            @Override
            public byte[] bytes() {
                return bytes.clone();
            }
        }

        /// Deleted, never there, not stored in the chat, or in a place the bot does not see.
        record Missing() implements Answer {}

        record TooLarge(String name) implements Answer {}

        /// The chat does not let the bot read files; why, and the way out.
        record NotAllowed(String reason) implements Answer {}

        /// The chat gave no answer, or none in time: later perhaps.
        record Unreached(String reason) implements Answer {}
    }

    /// Asks the chat for a file; blocks until it is there.
    Answer fetch(String id);

    /// The id of the file of this chat that a link leads to; empty for any other link or words.
    Optional<String> idIn(String link);
}
