package coffeebreak.bot.answers;

import coffeebreak.bot.programme.Programme;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.Optional;

/// What the clock on the venue's wall shows.
@FunctionalInterface
public interface VenueClock {

    /// Date and time at the venue; empty when nobody can tell, such as before the zone is set.
    Optional<LocalDateTime> read(Programme programme);

    /// The clock of the programme's zone.
    static VenueClock of(InstantSource instants) {
        return programme -> {
            var zone = programme.zone();
            return zone == null ? Optional.empty() : Optional.of(LocalDateTime.ofInstant(instants.instant(), zone));
        };
    }

    /// A clock that stands, whatever the zone.
    static VenueClock standing(LocalDateTime time) {
        return programme -> Optional.of(time);
    }

    /// No clock at all.
    static VenueClock none() {
        return programme -> Optional.empty();
    }
}
