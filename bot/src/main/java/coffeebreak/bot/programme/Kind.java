package coffeebreak.bot.programme;

import java.util.List;
import java.util.Optional;

/// What sort of session something is. A programme may declare kinds of its own; the usual ones are in [#USUAL].
///
/// @param id     as written in files: `invited_talk`
/// @param name   as said to people, in the singular: "invited talk"
/// @param plural as said of several: "invited talks"
/// @param words  further words people use for it
public record Kind(String id, String name, String plural, List<String> words, Nature nature) {

    /// What happens in sessions of a kind, as far as it matters to a question.
    public enum Nature {
        /// Somebody speaks.
        TALK,
        /// Several people discuss.
        PANEL,
        /// People stand beside their posters.
        POSTERS,
        /// A short rest with something to drink.
        COFFEE,
        /// A meal.
        MEAL,
        /// Prizes, openings, closings.
        CEREMONY,
        /// Dinners, receptions, walks: company without a programme.
        SOCIAL,
        /// Anything else.
        OTHER;

        /// Whether it is a rest from the programme.
        public boolean rest() {
            return this == COFFEE || this == MEAL;
        }
    }

    public Kind {
        words = List.copyOf(words);
    }

    /// The kinds any file may use without declaring them.
    public static final List<Kind> USUAL = List.of(
            new Kind("keynote", "keynote", "keynotes", List.of("keynote talk", "plenary"), Nature.TALK),
            new Kind(
                    "invited_talk",
                    "invited talk",
                    "invited talks",
                    List.of("invited lecture", "invited presentation"),
                    Nature.TALK),
            new Kind(
                    "contributed_talks",
                    "contributed talks",
                    "contributed talks",
                    List.of("contributed talk", "contributed", "orals", "oral", "spotlight", "spotlights"),
                    Nature.TALK),
            new Kind("talk", "talk", "talks", List.of("lecture", "presentation"), Nature.TALK),
            new Kind("tutorial", "tutorial", "tutorials", List.of("hands-on"), Nature.TALK),
            new Kind("panel", "panel discussion", "panel discussions", List.of("panel", "round table"), Nature.PANEL),
            new Kind(
                    "poster_session",
                    "poster session",
                    "poster sessions",
                    List.of("posters", "poster"),
                    Nature.POSTERS),
            new Kind("coffee_break", "coffee break", "coffee breaks", List.of("coffee"), Nature.COFFEE),
            new Kind("lunch", "lunch break", "lunch breaks", List.of("lunch"), Nature.MEAL),
            new Kind("breakfast", "breakfast", "breakfasts", List.of(), Nature.MEAL),
            new Kind("dinner", "dinner", "dinners", List.of("banquet"), Nature.MEAL),
            new Kind("break", "break", "breaks", List.of("pause"), Nature.COFFEE),
            new Kind("reception", "reception", "receptions", List.of("drinks"), Nature.SOCIAL),
            new Kind("social", "social event", "social events", List.of("social", "excursion"), Nature.SOCIAL),
            new Kind("registration", "registration", "registrations", List.of("check-in"), Nature.OTHER),
            new Kind("opening", "opening", "openings", List.of("welcome", "opening remarks"), Nature.CEREMONY),
            new Kind("closing", "closing", "closings", List.of("closing remarks"), Nature.CEREMONY),
            new Kind("awards", "awards", "awards", List.of("award ceremony", "prizes"), Nature.CEREMONY),
            new Kind("competition", "competition", "competitions", List.of("competition winners"), Nature.CEREMONY),
            new Kind("discussion", "discussion", "discussions", List.of("breakout", "open discussion"), Nature.OTHER),
            new Kind("session", "session", "sessions", List.of(), Nature.OTHER));

    /// The usual kind of that id.
    public static Optional<Kind> usual(String id) {
        return USUAL.stream().filter(kind -> kind.id().equals(id)).findFirst();
    }
}
