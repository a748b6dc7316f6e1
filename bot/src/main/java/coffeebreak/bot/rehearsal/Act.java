package coffeebreak.bot.rehearsal;

import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.signup.Profile;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/// Somebody does something at some time.
///
/// @param who the person's id in the chat
record Act(Instant at, String who, Deed deed) {

    /// What is done.
    sealed interface Deed {}

    /// Signs up by the form: says hello, presses the button, fills it in.
    record SignUpByForm(Profile words) implements Deed {}

    /// Signs up by a sentence, and answers what is asked back.
    record SignUpBySentence(Profile words, String sentence) implements Deed {}

    /// Fills in the form that was asked for.
    record FillIn(Profile words) implements Deed {}

    /// Answers what the bot asks back after a sentence.
    record AnswerBack(Profile words, int times) implements Deed {}

    /// Asks for the form and walks away.
    record BeginOnly() implements Deed {}

    /// Asks about the day.
    record Ask(Question question) implements Deed {}

    /// Writes something that asks for no particular answer.
    record Write(String words) implements Deed {}

    /// Presses a button of the conversation with the bot, if it is still there.
    record Press(String label) implements Deed {}

    /// Types a command, and presses the button of the answer; none where the label is empty.
    record Command(String line, String label) implements Deed {}

    /// Presses the button of the answer to a command.
    record PressAnswer(String label) implements Deed {}

    record OpenHome() implements Deed {}

    /// The organizer publishes the first round.
    record Publish() implements Deed {}

    /// An organizer lets the day run late.
    record DelayDay(String session) implements Deed {}

    /// An organizer puts something else in the place of a talk.
    record ReplaceSession(String session) implements Deed {}

    /// A mentor cancels.
    record CancelTable(String coffeeBreak) implements Deed {}

    /// Slack refuses and loses some calls.
    record SlackStumbles() implements Deed {}

    /// The bot is killed, and started again.
    record Kill() implements Deed {}

    /// The state of the plan is noted for the verdict.
    record Look(String coffeeBreak, When when) implements Deed {}

    /// For a rehearsal that is to fail: a promise is broken on purpose.
    record BreakPromise(Sabotage promise) implements Deed {}

    /// At which moment of a break the plan is looked at.
    enum When {
        AT_THE_START,
        AT_THE_END
    }

    /// A question about the day with a known answer.
    ///
    /// @param session  which part of the programme it is about; empty for none
    /// @param expected by the programme as it is when the question is asked: any of these is right
    record Question(String words, String session, Function<Programme, List<String>> expected) {}
}
