package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import java.util.stream.Stream;

/// What came of something an organizer wanted.
///
/// @param reply   what they get to see
/// @param outcome for the audit trail: which round, revision or mentor, and never what somebody wrote or blocks
public record Done(Reply reply, String outcome) {

    /// It was not done, and why; the audit trail keeps the name of the refusal.
    ///
    /// @param named what the refusal names
    public static Done refused(Refusal refusal, Object... named) {
        return new Done(
                Reply.say(told(refusal, named)),
                AuditTrail.Entry.REFUSED
                        + refusal.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
    }

    /// The same where a button was pressed: its answer takes the place of the question.
    Done replacing() {
        return reply instanceof Reply.Say(var message) ? new Done(new Reply.Replace(message), outcome) : this;
    }

    /// A person is linked where it is shown; a summary cannot link.
    private static Message told(Refusal refusal, Object... named) {
        if (Stream.of(named).noneMatch(Person.class::isInstance)) {
            return Message.of(refusal.with(named));
        }
        var aloud = Stream.of(named)
                .map(each -> each instanceof Person ? "another organizer" : each)
                .toArray();
        return Message.saying(refusal.with(aloud))
                .paragraph(refusal.text(named))
                .build();
    }
}
