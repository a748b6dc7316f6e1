package coffeebreak.bot.mentoring;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What people have been told of the times of the day.
///
/// @param version of the programme that their messages tell; 0 while nothing was published
/// @param starts  by the id of a break when it begins, as those who sit in it have last been told
/// @param at      when they were last told that it has moved; null for never
public record DayTold(
        long version,
        Map<String, LocalTime> starts,
        @Nullable Instant at) {

    static final DayTold NOTHING = new DayTold(0, Map.of(), null);

    public DayTold {
        starts = Map.copyOf(starts);
    }

    DayTold in(long other) {
        return new DayTold(other, starts, at);
    }
}
