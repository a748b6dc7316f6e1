package coffeebreak.bot.notices;

import coffeebreak.bot.chat.Notice;

/// How a notice gets into the chat. Each way is another call of the chat, with limits of its own, so each is paced and
/// paused by itself: nobody waits for a new message because others are being edited.
public enum Way {
    /// A message of its own to one person.
    POST,
    /// A new text for an earlier message.
    EDIT,
    /// A message to several in one conversation, which has to be opened first.
    GROUP;

    public static Way of(Notice notice) {
        return switch (notice.content()) {
            case Notice.Content.Edit _, Notice.Content.TakeBack _ -> EDIT;
            case Notice.Content.Post _ -> notice.toSeveral() ? GROUP : POST;
        };
    }
}
