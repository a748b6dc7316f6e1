package coffeebreak.bot.frontdesk;

/// Where the edge brings what comes in, before it acknowledges it.
@FunctionalInterface
public interface Receiving {

    /// Returns when the arrival may be acknowledged, within two seconds. Called for one arrival of a person at a time,
    /// in their order.
    void arrived(Arrival arrival);

    /// A person deleted what they had written: it is not worked any more if nobody has begun. Returns at once.
    default void deleted(String channel, String message) {}
}
