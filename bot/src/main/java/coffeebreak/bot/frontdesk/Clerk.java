package coffeebreak.bot.frontdesk;

import coffeebreak.bot.chat.Reply;

/// Works what came in. What an arrival changes and what is said to it are two steps, so that between them can be stored
/// that it is done.
public interface Clerk {

    /// Changes what the arrival asks for; doing it again after an interruption changes nothing more.
    ///
    /// @param again whether somebody has begun it before, and may have changed something
    /// @throws coffeebreak.bot.chat.StoreUnavailable when the store cannot be reached
    Reply work(Arrival arrival, boolean again);

    /// Says the reply, at most once; never throws.
    void say(Arrival arrival, Reply reply);

    /// Does both for an arrival that could not be kept, and says so where something could not be done; never throws.
    void workUnkept(Arrival arrival);

    /// Says that what is kept is done later; never throws.
    void sayLater(Arrival arrival);

    /// Says that it could not be done; never throws.
    void sayGivenUp(Arrival arrival);
}
