package coffeebreak.bot.mentoring;

/// Why a round can be neither previewed nor published.
public enum Hindrance {
    NO_MENTORS,
    NO_TABLE_TO_COME,
    NOBODY_SIGNED_UP,
    NOBODY_CAN_COME,
    EVERYBODY_SEATED,
    /// The day has no date, no time zone, or neither, so nobody could be told when to come.
    NO_DATE,
    NO_ZONE,
    NO_DATE_AND_NO_ZONE,
    NOTHING_PREVIEWED,
    /// There is no previewed round of that number, or its day is over.
    NO_SUCH_PREVIEW
}
