package coffeebreak.workspace;

import java.util.Locale;

/// What somebody's account in the workspace is, as an administrator made it.
enum Account {
    MEMBER,
    /// A guest of several channels.
    RESTRICTED,
    /// A guest of one channel.
    ULTRA_RESTRICTED,
    /// Somebody of another workspace, met in a channel both share.
    STRANGER,
    BOT;

    /// How `users.info` marks it.
    String mark() {
        return "is_" + name().toLowerCase(Locale.ROOT);
    }
}
