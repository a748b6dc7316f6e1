package coffeebreak.bot.answers;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// Whoever asks, as far as an answer depends on it.
///
/// @param zone where their own clock stands; null when not known
public record Asker(@Nullable ZoneId zone) {

    public static Asker somewhere() {
        return new Asker(null);
    }
}
