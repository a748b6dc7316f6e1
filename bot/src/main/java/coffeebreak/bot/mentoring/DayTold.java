package coffeebreak.bot.mentoring;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What people have been told of the times of the day.
///
/// @param reads   fingerprint of what their messages tell of the programme; empty while nothing was published
/// @param starts  by the id of a break when it begins, as those who sit in it have last been told
/// @param at      when they were last told that it has moved; null for never
public record DayTold(
        String reads,
        Map<String, LocalTime> starts,
        @Nullable Instant at) {

    static final DayTold NOTHING = new DayTold("", Map.of(), null);

    public DayTold {
        // What an older version has stored does not say.
        reads = reads == null ? "" : reads;
        starts = Map.copyOf(starts);
    }

    DayTold reading(String other) {
        return new DayTold(other, starts, at);
    }
}
