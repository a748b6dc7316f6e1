package coffeebreak.bot.chat;

import java.util.Locale;

/// A language somebody may write in and be answered in.
public enum Language {
    ENGLISH(Locale.ENGLISH),
    FRENCH(Locale.FRENCH),
    SPANISH(Locale.of("es")),
    PORTUGUESE(Locale.of("pt")),
    GERMAN(Locale.GERMAN),
    CHINESE(Locale.SIMPLIFIED_CHINESE);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /// By which names of days, months and zones are spelled.
    public Locale locale() {
        return locale;
    }

    /// As in the names of word tables: `fr`.
    public String code() {
        return locale.getLanguage();
    }
}
