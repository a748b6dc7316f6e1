package coffeebreak.bot.organizing;

import java.util.List;

/// Keeps what organizers announced. Every method throws [coffeebreak.bot.chat.StoreUnavailable] when the store cannot
/// be reached.
public interface Announcements {

    /// In the order of their numbers.
    List<Announcement> all();

    /// Replaces the announcement of that number whose version is one less; a new one has version 1.
    ///
    /// @return false, and nothing changed, when somebody else was faster
    boolean replace(Announcement announcement);
}
