package coffeebreak.bot.mentoring;

/// One mentor in one break, as it stood when the round was published.
///
/// @param mentor      id of the mentor in the programme
/// @param coffeeBreak id of the break (a session id of the programme)
/// @param capacity    seats at the table
public record MentorTable(String id, String mentor, String coffeeBreak, int capacity) {}
