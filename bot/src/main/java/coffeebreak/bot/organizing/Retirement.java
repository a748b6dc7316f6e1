package coffeebreak.bot.organizing;

import java.util.List;

/// The end of an event: everything about people goes, numbers stay. Throws [coffeebreak.bot.chat.StoreUnavailable] when
/// the store cannot be reached.
public interface Retirement {

    /// What would stay, a figure each: "24 people signed up".
    List<String> stays();

    /// Deletes everything but that. Doing it twice does no harm.
    void retire();
}
