package coffeebreak.bot.rehearsal;

/// A promise that is broken on purpose, to see that the verdict tells. Each breaks one promise and no other.
///
/// The first two happen on the day, in the bot's name; the others, in [Tampering], between what happened and whoever
/// judges it, as if it had happened so.
public enum Sabotage {
    /// Somebody gets a message twice.
    TOLD_TWICE,
    /// Somebody is told the time before a delay.
    OLD_TIME,
    /// Somebody hears of their seat in the round twenty minutes later than they did.
    ROUND_TOLD_LATE,
    /// Somebody is told of a seat with somebody else.
    WRONG_HOST,
    /// Somebody is not reminded.
    NOT_REMINDED,
    /// A mentor gets the card five minutes late.
    LATE_CARD,
    /// A card leaves out a guest.
    NAMELESS_CARD,
    /// Somebody is not told that their break moved.
    DELAY_NOT_TOLD,
    /// The organizers hear of a mentor who cancels two minutes later.
    LATE_PROPOSAL,
    /// A guest of a cancelled table is told of two places.
    TWO_PLACES,
    /// Somebody is not asked how it was.
    NOT_ASKED,
    /// Two sit together who would rather not.
    NOT_APART,
    /// A seat stays empty, and somebody waits.
    EMPTY_SEAT,
    /// A question is answered wrongly.
    WRONG_ANSWER,
    /// A click is not answered.
    NO_ANSWER,
    /// Something Slack delivered is not acknowledged.
    NOT_ACKNOWLEDGED,
    /// A message is still owed in the end.
    STILL_OWED
}
