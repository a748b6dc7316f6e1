package coffeebreak.bot.mentoring;

/// One mentor in one break, as people were told.
///
/// @param mentor      id of the mentor in the programme
/// @param coffeeBreak id of the break (a session id of the programme)
/// @param capacity    seats at the table; 0 when its mentor does not come after all
/// @param host        the name of whoever sits there; empty in plans that were stored before this was kept
public record MentorTable(String id, String mentor, String coffeeBreak, int capacity, String host) {

    public MentorTable {
        host = host == null ? "" : host;
    }

    MentorTable(String id, String mentor, String coffeeBreak, int capacity) {
        this(id, mentor, coffeeBreak, capacity, "");
    }

    MentorTable with(int seats, String name) {
        return new MentorTable(id, mentor, coffeeBreak, seats, name);
    }
}
