package coffeebreak.bot.chat;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What the bot does in answer to one message or click. Replies are part of a conversation: said at most once and never
/// kept. What must not get lost is a [Notice].
public sealed interface Reply {

    /// Says something where the person spoke: in the direct conversation, privately after a command, in the thread of a
    /// channel.
    record Say(Message message) implements Reply {}

    /// Replaces the message whose button was pressed; where there is none, says it.
    record Replace(Message message) implements Reply {}

    /// Replaces the message whose button was pressed, now and whenever there is news of what it began. News that are
    /// not said yet are lost with the process.
    ///
    /// @param message what stands there at first
    /// @param news    what is to stand there, asked about once a second; empty when there will be no news any more
    record Unfolding(Message message, Supplier<Optional<Message>> news) implements Reply {}

    /// Opens a form.
    record Show(Form form) implements Reply {}

    /// Hands over files, one at least, in the direct conversation, wherever the person asked for them. A comment
    /// without parts stands beside them, one with parts is said before them.
    record Attach(List<Attachment> files, Message comment) implements Reply {
        public Attach {
            if (files.isEmpty()) {
                throw new IllegalArgumentException(
                        "there is nothing to hand over with \"%s\"".formatted(comment.summary()));
            }
            files = List.copyOf(files);
        }

        public Attach(Attachment file, Message comment) {
            this(List.of(file), comment);
        }
    }

    /// Renews the person's Home.
    record Home(Message home) implements Reply {}

    /// Several replies, in order.
    record Several(List<Reply> replies) implements Reply {
        public Several {
            replies = List.copyOf(replies);
        }
    }

    /// Silence.
    record Nothing() implements Reply {}

    static Reply say(Message message) {
        return new Say(message);
    }

    static Reply say(String words) {
        return new Say(Message.of(words));
    }
}
