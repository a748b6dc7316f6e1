package coffeebreak.bot.fuzz;

import coffeebreak.bot.SettingsTarget;
import coffeebreak.bot.answers.QuestionTarget;
import coffeebreak.bot.encoding.StoredJsonTarget;
import coffeebreak.bot.files.CsvTarget;
import coffeebreak.bot.files.IcsTarget;
import coffeebreak.bot.files.MentorsTarget;
import coffeebreak.bot.files.PapersTarget;
import coffeebreak.bot.files.ProgrammeTarget;
import coffeebreak.bot.frontdesk.SentenceTarget;
import coffeebreak.bot.slack.ButtonsTarget;
import coffeebreak.bot.slack.EscapeTarget;
import coffeebreak.bot.slack.EventsTarget;
import coffeebreak.bot.slack.ScreensTarget;
import coffeebreak.index.SearchTarget;
import java.util.Arrays;
import java.util.function.Supplier;

/// All targets there are.
public enum Targets {
    ESCAPE(EscapeTarget::new),
    SCREENS(ScreensTarget::new),
    EVENTS(EventsTarget::new),
    BUTTONS(ButtonsTarget::new),
    SENTENCE(SentenceTarget::new),
    QUESTION(QuestionTarget::new),
    PROGRAMME(ProgrammeTarget::new),
    MENTORS(MentorsTarget::new),
    PAPERS(PapersTarget::new),
    CSV(CsvTarget::new),
    ICS(IcsTarget::new),
    SETTINGS(SettingsTarget::new),
    SEARCH(SearchTarget::new),
    STORED_JSON(StoredJsonTarget::new);

    private final Supplier<Target> target;

    Targets(Supplier<Target> target) {
        this.target = target;
    }

    Target make() {
        return target.get();
    }

    /// @throws IllegalArgumentException if there is no such target
    static Targets named(String name) {
        return Arrays.stream(values())
                .filter(target -> target.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no target %s; there are %s"
                        .formatted(name, Arrays.toString(values()).toLowerCase(java.util.Locale.ROOT))));
    }
}
