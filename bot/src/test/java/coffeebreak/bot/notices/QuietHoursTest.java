package coffeebreak.bot.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuietHoursTest {

    @ParameterizedTest
    @CsvSource({
        // quiet, now, zone, when it ends
        "22:00-07:30, 2026-04-26T21:59:59Z, Europe/London, 22:59:59 is quiet until 2026-04-27T06:30:00Z",
        "22:00-07:30, 2026-04-26T20:59:59Z, Europe/London, 21:59:59 is not",
        "22:00-07:30, 2026-04-26T03:00:00Z, Europe/London, 04:00 is quiet until 2026-04-26T06:30:00Z",
        "22:00-07:30, 2026-04-26T06:30:00Z, Europe/London, 07:30 is not",
        "22:00-07:30, 2026-04-26T17:30:00Z, Asia/Kolkata, 23:00 is quiet until 2026-04-27T02:00:00Z",
        // The night in which London's clocks go forward is an hour shorter.
        "22:00-07:30, 2026-03-28T23:00:00Z, Europe/London, 23:00 is quiet until 2026-03-29T06:30:00Z",
        "13:00-14:00, 2026-04-26T12:30:00Z, Europe/London, 13:30 is quiet until 2026-04-26T13:00:00Z",
        "13:00-14:00, 2026-04-26T14:30:00Z, Europe/London, 15:30 is not",
        "off, 2026-04-26T23:00:00Z, Europe/London, nothing is"
    })
    void theNightIsTheOneOfThePersonsOwnClock(QuietHours quiet, Instant now, ZoneId zone, String told) {
        var until = told.contains("until ")
                ? Optional.of(Instant.parse(told.substring(told.indexOf("until ") + 6)))
                : Optional.<Instant>empty();

        assertThat(quiet.endAt(now, zone)).isEqualTo(until);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "22", "22:00", "25:00-07:00", "22:00 to 07:00", "on"})
    void whatIsNeitherTwoTimesNorOffIsNotTaken(String words) {
        assertThatThrownBy(() -> QuietHours.of(words)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void theSameTimeTwiceIsNoNight() {
        assertThat(QuietHours.of("22:00-22:00").endAt(Instant.parse("2026-04-26T22:30:00Z"), ZoneId.of("UTC")))
                .isEmpty();
    }
}
