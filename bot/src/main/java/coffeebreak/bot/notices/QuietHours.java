package coffeebreak.bot.notices;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/// The hours of the night in which nobody is written to who need not be. The same time twice means that there
/// are none.
///
/// @param from  on the person's own clock, and already quiet
/// @param until on the person's own clock, and no longer quiet
public record QuietHours(LocalTime from, LocalTime until) {

    public static final QuietHours NONE = new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    private static final Pattern WRITTEN = Pattern.compile("(\\d{2}:\\d{2})\\s*[-–]\\s*(\\d{2}:\\d{2})");

    /// Reads `22:00-07:30`, or `off`.
    ///
    /// @throws DateTimeException if it is neither
    public static QuietHours of(String words) {
        if (words.equals("off")) {
            return NONE;
        }
        var times = WRITTEN.matcher(words);
        if (!times.matches()) {
            throw new DateTimeException("neither off nor two times");
        }
        return new QuietHours(LocalTime.parse(times.group(1)), LocalTime.parse(times.group(2)));
    }

    /// When the quiet hours end in which an instant lies; empty when it lies in none.
    public Optional<Instant> endAt(Instant instant, ZoneId zone) {
        var local = instant.atZone(zone);
        var time = local.toLocalTime();
        var overMidnight = from.isAfter(until);
        var late = !time.isBefore(from);
        var early = time.isBefore(until);
        if (from.equals(until) || !(overMidnight ? late || early : late && early)) {
            return Optional.empty();
        }
        var day = overMidnight && late ? local.toLocalDate().plusDays(1) : local.toLocalDate();
        return Optional.of(day.atTime(until).atZone(zone).toInstant());
    }
}
