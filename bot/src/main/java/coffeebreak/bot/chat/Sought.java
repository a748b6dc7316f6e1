package coffeebreak.bot.chat;

/// What sort of thing somebody looks for.
public enum Sought {
    ANYTHING,
    TALKS,
    /// Papers and the posters that show them.
    PAPERS,
    MENTORS,
    /// Whoever it is: mentors, organizers, participants who chose to be found.
    PEOPLE,
    PARTICIPANTS,
    ORGANIZERS
}
