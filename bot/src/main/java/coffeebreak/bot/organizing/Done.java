package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.Reply;

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
                Reply.say(refusal.with(named)),
                AuditTrail.Entry.REFUSED
                        + refusal.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
    }
}
