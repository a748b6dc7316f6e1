package coffeebreak.bot.programme;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Something that organizers said of the day which its file does not say: a password, a place, the answer to a
/// question.
///
/// @param key     what it is about, in their words: "wifi"; there is one saying of each
/// @param words   what they said; empty for something of the file that does not hold any more
/// @param asked   questions or key words under which people look for it
/// @param session of which part of the programme this is the room (id); null for everything else
/// @param said    when
/// @param by      the name of whoever answered a question; empty for what the organizers said of themselves
public record Saying(
        String key,
        String words,
        List<String> asked,
        @Nullable String session,
        Instant said,
        String by) {

    public Saying {
        asked = List.copyOf(asked);
    }

    boolean isAbout(String other) {
        return key.equalsIgnoreCase(other);
    }

    /// Whether it tells where a part of the programme is, or hides something: neither is a statement of its own.
    boolean isStatement() {
        return session == null && !words.isEmpty();
    }

    /// As answers tell it, with its time.
    Fact fact(Programme programme) {
        var time = programme.timeAtVenue(said);
        return new Fact(
                "said:" + key.toLowerCase(Locale.ROOT),
                words,
                asked,
                null,
                null,
                by.isEmpty() ? "As of " + time + ", by the organizers" : by + ", " + time);
    }
}
