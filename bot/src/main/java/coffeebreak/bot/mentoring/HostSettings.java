package coffeebreak.bot.mentoring;

import coffeebreak.bot.programme.Programme;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What organizers decide about mentors.
///
/// @param deadline    until when mentors are to answer, on the venue's clock; null for the evening before, 18:00
/// @param patience    how long a proposal waits for an organizer when a mentor does not come
/// @param unconfirmed what happens to those at the table then
public record HostSettings(@Nullable LocalDateTime deadline, Duration patience, Unconfirmed unconfirmed) {

    private static final LocalTime EVENING = LocalTime.of(18, 0);

    public static final HostSettings STANDARD = new HostSettings(null, Duration.ofMinutes(3), Unconfirmed.APPLY);

    /// What becomes of a proposal nobody confirms.
    public enum Unconfirmed {
        /// It is carried out as proposed.
        APPLY,
        /// Nobody comes to another mentor: all go to tables of peers, or to the head of the line.
        PEERS
    }

    /// Until when mentors are to answer, on the venue's clock; empty until the date is set.
    Optional<LocalDateTime> deadlineAtVenue(Programme day) {
        var date = day.date();
        return Optional.ofNullable(deadline)
                .or(() -> Optional.ofNullable(date)
                        .map(first -> first.minusDays(1).atTime(EVENING)));
    }

    Optional<Instant> deadline(Programme day) {
        var zone = day.zone();
        return zone == null
                ? Optional.empty()
                : deadlineAtVenue(day).map(local -> local.atZone(zone).toInstant());
    }
}
