package coffeebreak.bot.organizing;

import java.util.List;

/// Who sits where, to be printed: for the day the wifi dies. Names only who agreed to it.
///
/// @param title    of the whole
/// @param state    what it shows: "Round 2, as of 10:05"
/// @param breaks   in the order of the day
/// @param guests   by surname, so that people find their tables
/// @param unlisted how many sit somewhere and did not agree to be named
public record TableList(String title, String state, List<Sitting> breaks, List<Guest> guests, int unlisted) {

    public TableList {
        breaks = List.copyOf(breaks);
        guests = List.copyOf(guests);
    }

    /// One break.
    ///
    /// @param when  "Coffee Break 1, 10:30 to 11:00"
    /// @param where its place
    public record Sitting(String when, String where, List<AtTable> tables) {
        public Sitting {
            tables = List.copyOf(tables);
        }
    }

    /// One table.
    ///
    /// @param name    its mentor, or "Peers 1"
    /// @param people  by name, with the institution where they agreed that it is seen
    /// @param unnamed how many more sit there
    public record AtTable(String name, List<String> people, int unnamed) {
        public AtTable {
            people = List.copyOf(people);
        }
    }

    /// One person.
    ///
    /// @param tables "10:30 Jeremy Cohen"
    public record Guest(String name, List<String> tables) {
        public Guest {
            tables = List.copyOf(tables);
        }
    }
}
