package coffeebreak.bot.answers;

import coffeebreak.bot.chat.Person;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// Whoever asks, as far as an answer depends on it.
///
/// @param zone   where their own clock stands; null when not known
/// @param person whose allowance a language model is asked on; null for nobody, and then none is asked
/// @param name   as the chat has it, by which the programme may know them; null when not known
public record Asker(
        @Nullable ZoneId zone,
        @Nullable Person person,
        @Nullable String name) {

    public Asker(@Nullable ZoneId zone) {
        this(zone, null, null);
    }

    public static Asker somewhere() {
        return new Asker(null);
    }
}
