package coffeebreak.bot.answers;

import coffeebreak.bot.programme.Programme;
import java.util.List;

/// Turns words into a query over the programme, or says that it cannot.
public interface QuestionReader {

    /// Reads one question.
    ///
    /// @param before the questions of the conversation that still count, oldest first
    Reading read(String question, List<String> before, Programme programme);

    /// What a reader makes of a question.
    sealed interface Reading {

        /// Every content word of the question has its place in the query.
        ///
        /// @param followUp whether it was understood only from what was asked before
        record Understood(Query query, boolean followUp) implements Reading {}

        /// A question without its subject: "which company?"
        record Incomplete() implements Reading {}

        /// Not a question about the programme, or not one this reader understands.
        record Beyond() implements Reading {}
    }
}
