package coffeebreak.bot.frontdesk;

import java.util.Set;

/// Remembers for a day what has come in, over all replicas.
public interface Repeats {

    /// True for the first arrival that carries any of these ids, false for each later one.
    ///
    /// @throws coffeebreak.bot.chat.StoreUnavailable when the memory cannot be asked
    boolean isFirst(Set<String> ids);
}
