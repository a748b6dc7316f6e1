package coffeebreak.bot.programme;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A short statement that is true of the workshop, shown in its own words.
///
/// @param words one to three sentences
/// @param asked questions or key words under which people look for it
/// @param date  the day it is about, for what has a date; null otherwise
/// @param until the last day, for what takes several; null otherwise
/// @param said  who said it when, for what the programme's file does not say: "Marta, 14:52"; null otherwise
public record Fact(
        String id,
        String words,
        List<String> asked,
        @Nullable LocalDate date,
        @Nullable LocalDate until,
        @Nullable String said) {

    public Fact {
        asked = List.copyOf(asked);
    }

    /// A statement of the programme's file.
    public Fact(String id, String words, List<String> asked, @Nullable LocalDate date, @Nullable LocalDate until) {
        this(id, words, asked, date, until, null);
    }

    /// The statement as it is told, with who said it when.
    public String told() {
        return said == null ? words : said + ": " + words;
    }
}
