package coffeebreak.bot.programme;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// Writes appointments as a file that calendars take.
@FunctionalInterface
public interface CalendarFile {

    /// @param zone    of the venue
    /// @param written when this is
    byte[] of(List<Appointment> appointments, ZoneId zone, Instant written);
}
