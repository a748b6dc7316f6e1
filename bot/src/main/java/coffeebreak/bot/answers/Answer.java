package coffeebreak.bot.answers;

/// What the bot says to a question.
///
/// @param text  plain words on one or more lines, without any chat's markup
/// @param after what to hand in with the same person's next question in the same thread
/// @param query how the question was read, in readable form; empty when it was not
public record Answer(Outcome outcome, String text, Conversation after, String query) {

    /// What else can be asked, in the language of the conversation: to be shown below what is not known.
    public String hint() {
        return Sentences.in(after.language()).hint();
    }

    /// What came of a question.
    public enum Outcome {
        /// The programme says so.
        ANSWERED,
        /// The question could mean several things; the text asks which.
        AMBIGUOUS,
        /// The programme does not say, or the question was not understood; offer to ask the organizers.
        UNKNOWN,
        /// Other people's business, or an order in the guise of a question.
        REFUSED,
        /// A greeting, thanks, a joke.
        SMALL_TALK
    }
}
