package coffeebreak.bot.mentoring;

import coffeebreak.bot.chat.Notice;
import java.util.List;
import java.util.Optional;

/// Keeps the seating plan and the drafts of rounds. Every method throws [coffeebreak.bot.chat.StoreUnavailable] when
/// the store cannot be reached.
public interface Plans {

    /// The plan in force, [SeatingPlan#EMPTY] before the first publish.
    SeatingPlan current();

    /// In one atomic step: replaces the plan whose version is one less than the new one's, and owes the notices.
    ///
    /// @return false, and nothing changed or owed, when somebody else changed the plan in between
    boolean replace(SeatingPlan plan, List<Notice> notices);

    /// Takes the turn to publish, which ends by itself after half a minute of the store's clock.
    ///
    /// @return whose turn it is instead; empty when it is theirs now
    Optional<Turn> takeTurn(Turn turn);

    /// Gives the turn back, if it is still theirs.
    void endTurn(Turn turn);

    /// Keeps a previewed round for a day and gives it the next number.
    int keepDraft(RoundDraft draft);

    /// The draft of that number, empty when there is none or its day is over.
    Optional<RoundDraft> draft(int number);

    /// Forgets all drafts; their numbers are not given again.
    void dropDrafts();

    /// The number of the draft kept last; 0 for none.
    int latestDraft();
}
