package coffeebreak.bot.mentoring;

import coffeebreak.bot.chat.Person;
import java.util.List;
import java.util.Map;

/// Who sits where and who waits, as one value: read, changed by a pure function, and written back only if nobody was
/// faster.
///
/// @param version  grows by one with every change; 0 for a plan in which nothing was published yet
/// @param round    number of the round that was published last; 0 for none
/// @param seed     the seed that round was drawn with
/// @param standby  per break (id) who waits for a seat in it, first in line first
public record SeatingPlan(
        long version,
        int round,
        long seed,
        List<MentorTable> tables,
        List<Seat> seats,
        Map<String, List<Person>> standby) {

    public static final SeatingPlan EMPTY = new SeatingPlan(0, 0, 0, List.of(), List.of(), Map.of());

    public SeatingPlan {
        tables = List.copyOf(tables);
        seats = List.copyOf(seats);
        standby = Map.copyOf(standby);
    }
}
