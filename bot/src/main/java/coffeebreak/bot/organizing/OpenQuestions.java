package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.Person;
import java.util.List;
import java.util.Map;

/// Keeps the questions that people passed on, and for a day those that somebody may still pass on. Every method throws
/// [coffeebreak.bot.chat.StoreUnavailable] when the store cannot be reached.
public interface OpenQuestions {

    /// In the order of their numbers.
    List<OpenQuestion> all();

    /// Replaces the question of that number whose version is one less; a new one has version 1.
    ///
    /// @return false, and nothing changed, when somebody else was faster
    boolean replace(OpenQuestion question);

    /// What somebody asked in vain and has not passed on, by ids; for a day.
    Map<String, String> askedInVain(Person who);

    /// Keeps what somebody asked in vain, in place of what was kept.
    void keepAskedInVain(Person who, Map<String, String> questions);
}
