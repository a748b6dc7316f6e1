package coffeebreak.bot.frontdesk;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.HandedFiles;
import coffeebreak.bot.chat.Person;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One message, command, click or form as it came in. A value through and through, so that it can be kept and worked
/// later.
///
/// @param ids  by what a repeat is recognised: the id of the event and what it is about; a repeat may share only
///     one of
/// them
/// @param from who sent it, as verified at the edge
public record Arrival(Set<String> ids, Person from, Place place, Input input) {

    public Arrival {
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("an arrival needs an id, else its repeats cannot be recognised");
        }
        ids = Set.copyOf(ids);
    }

    /// Names the message that a person wrote or edited, so that it can be told when they delete it; empty for what was
    /// pressed or commanded.
    public Optional<String> written() {
        var message = place.message();
        return message == null || place.trigger() != null
                ? Optional.empty()
                : Optional.of(written(place.channel(), message));
    }

    /// Tells it from others in a log, and nobody who it is from or about.
    public String mark() {
        return "%08x".formatted(ids.hashCode());
    }

    public static String written(String channel, String message) {
        return "message:" + channel + ":" + message;
    }

    /// What came in.
    public sealed interface Input {
        /// Words typed in a conversation with the bot, or in a channel where it was mentioned (the mention
        /// removed).
        record Words(String words) implements Input {}

        /// Files handed to the bot in their conversation, with what was written beside them; that may be empty.
        record Files(String words, List<HandedFiles.Handed> files) implements Input {
            public Files {
                files = List.copyOf(files);
            }
        }

        /// The new words of a message to the bot that was edited.
        record Edited(String words) implements Input {}

        /// A slash command such as `/coffee` with the words behind it.
        record Command(String command, String words) implements Input {}

        /// A button pressed, a form submitted, the Home opened: the intent is known.
        record Intent(ChatIntent intent) implements Input {}

        /// The person's account in the chat was closed.
        record Left() implements Input {}
    }
}
