package coffeebreak.bot.answers;

import coffeebreak.bot.answers.Query.PersonField;
import coffeebreak.bot.answers.Query.SessionField;
import java.util.List;

/// What a language model takes a question to mean. Nothing in it is trusted: [SuggestionCheck] makes a [Query] of
/// it, or refuses it as a whole.
///
/// @param asks  what is asked
/// @param words the words of the question that ask it, exactly as they stand there
public record Suggestion(Asks asks, String words, List<Slot> slots) {

    public Suggestion {
        slots = List.copyOf(slots);
    }

    /// One thing the question says, and where it says it.
    ///
    /// @param value an id of the programme, a time, a number or nothing, as the part wants it
    /// @param words the words of the question that say it, exactly as they stand there
    public record Slot(Part part, String value, String words) {}

    /// What is asked.
    public enum Asks {
        WHEN(new OfSessions(SessionField.WHEN)),
        ENDS(new OfSessions(SessionField.END)),
        HOW_LONG_UNTIL(new OfSessions(SessionField.UNTIL)),
        WHERE(new OfSessions(SessionField.WHERE)),
        WHO_IS_ON_STAGE(new OfSessions(SessionField.WHO)),
        WHAT(new OfSessions(SessionField.WHAT)),
        TITLE(new OfSessions(SessionField.TITLE)),
        HOW_LONG(new OfSessions(SessionField.HOW_LONG)),
        TOTAL_TIME(new OfSessions(SessionField.TOTAL)),
        HOW_MANY_SESSIONS(new OfSessions(SessionField.HOW_MANY)),
        LIST(new OfSessions(SessionField.LIST)),
        WHETHER_ANY(new OfSessions(SessionField.WHETHER)),
        HAS_STARTED(new OfSessions(SessionField.STARTED)),
        WHO(new OfPeople(PersonField.WHO)),
        AFFILIATION(new OfPeople(PersonField.AFFILIATION)),
        CONTACT(new OfPeople(PersonField.CONTACT)),
        WORKS_ON(new OfPeople(PersonField.ABOUT)),
        HOW_MANY_PEOPLE(new OfPeople(PersonField.HOW_MANY)),
        FACT(new OfFact(false)),
        DAYS_UNTIL(new OfFact(true)),
        NOTHING(new OfNothing());

        private final About about;

        Asks(About about) {
            this.about = about;
        }

        About about() {
            return about;
        }
    }

    /// What a question is about.
    sealed interface About {}

    record OfSessions(SessionField field) implements About {}

    record OfPeople(PersonField field) implements About {}

    record OfFact(boolean untilThen) implements About {}

    /// None of what the programme could tell.
    record OfNothing() implements About {}

    /// What a question can say beside what it asks.
    public enum Part {
        KIND,
        NOT_KIND,
        PERSON,
        SESSION,
        ROOM,
        NUMBER,
        PLACE,
        PART_OF_DAY,
        DAY,
        MENTORSHIP,
        AT,
        NOW,
        NEXT,
        TO_COME,
        PREVIOUS,
        IN_MINUTES,
        BEFORE,
        RIGHT_BEFORE,
        AFTER,
        RIGHT_AFTER,
        DURING,
        FROM,
        TO,
        IN_ZONE,
        ROLE,
        NOT_ROLE,
        INSTITUTION,
        COLLEAGUE_OF,
        ON_STAGE_IN,
        NOT_ON_STAGE_IN,
        FACT
    }
}
