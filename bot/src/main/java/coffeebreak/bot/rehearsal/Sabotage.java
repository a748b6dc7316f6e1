package coffeebreak.bot.rehearsal;

/// A promise that is broken on purpose, to see that the verdict tells.
public enum Sabotage {
    /// The bot sleeps from before the cards are due until the first break is near.
    LATE_CARDS,
    /// Somebody gets a message twice.
    TOLD_TWICE,
    /// Somebody is told the time before a delay.
    OLD_TIME
}
