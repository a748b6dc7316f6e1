package coffeebreak.bot.mentoring;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What people have been told of the times of the day.
///
/// @param version of the programme that their messages tell; 0 while nothing was published
/// @param reads   fingerprint of what they tell of it; empty where an older version of the bot has stored none
/// @param starts  by the id of a break when it begins, as those who sit in it have last been told
/// @param at      when they were last told that it has moved; null for never
public record DayTold(
        long version,
        String reads,
        Map<String, LocalTime> starts,
        @Nullable Instant at) {

    static final DayTold NOTHING = new DayTold(0, "", Map.of(), null);

    public DayTold {
        reads = reads == null ? "" : reads;
        starts = Map.copyOf(starts);
    }

    DayTold in(long other, String read) {
        return new DayTold(other, read, starts, at);
    }
}
