package coffeebreak.bot.mentoring;

import java.util.List;

/// Keeps what mentors have said about hosting. Every method throws [coffeebreak.bot.chat.StoreUnavailable] when the
/// store cannot be reached.
public interface Hosts {

    /// Everybody who has said something, in no order.
    List<Host> all();

    /// Replaces what was said whose version is one less than the new one's.
    ///
    /// @return false, and nothing changed, when somebody else was faster
    boolean replace(Host host);
}
