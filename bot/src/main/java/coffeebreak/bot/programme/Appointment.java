package coffeebreak.bot.programme;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// One entry for somebody's own calendar. Times are those of the venue's clock.
///
/// @param id       the same whenever the same entry is written again, so that a calendar replaces it
/// @param sequence grows with every change of what the entry is made from
/// @param about    what else belongs to it; may be empty
/// @param place    null when not known
/// @param end      null when nobody said when it ends
/// @param stands   false for what was called off: a calendar then strikes it out
public record Appointment(
        String id,
        long sequence,
        String title,
        String about,
        @Nullable String place,
        LocalDateTime start,
        @Nullable LocalDateTime end,
        boolean stands) {}
