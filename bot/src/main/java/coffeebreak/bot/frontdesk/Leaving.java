package coffeebreak.bot.frontdesk;

import coffeebreak.bot.answers.Allowance;
import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Message.Button;
import coffeebreak.bot.chat.Message.Confirmation;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.feedback.Feedbacks;
import coffeebreak.bot.mentoring.Forbids;
import coffeebreak.bot.mentoring.Mentoring;
import coffeebreak.bot.notices.Contacts;
import coffeebreak.bot.notices.Outbox;
import coffeebreak.bot.notices.Timekeeper;
import coffeebreak.bot.organizing.Appointed;
import coffeebreak.bot.organizing.AuditTrail;
import coffeebreak.bot.signup.SignUp;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/// Withdrawing, being forgotten, and having left the workspace: what concerns the profile, the seat, and everything
/// else that is kept of a person.
public final class Leaving implements Timekeeper.Duty {

    private final SignUp signUp;
    private final Avoiding avoiding;
    private final Mentoring mentoring;
    private final Questions questions;
    private final Forbids forbids;
    private final Contacts contacts;
    private final Feedbacks feedbacks;
    private final Allowance allowance;
    private final AuditTrail audit;
    private final Appointed appointed;
    private final Outbox outbox;
    private final Consumer<Person> lists;
    private final Remains remains;
    /// Whose leaving this process has dealt with.
    private final Set<Person> seenOff = new HashSet<>();

    public Leaving(
            SignUp signUp,
            Avoiding avoiding,
            Mentoring mentoring,
            Questions questions,
            Forbids forbids,
            Contacts contacts,
            Feedbacks feedbacks,
            Allowance allowance,
            AuditTrail audit,
            Appointed appointed,
            Outbox outbox,
            Consumer<Person> lists,
            Remains remains) {
        this.signUp = signUp;
        this.avoiding = avoiding;
        this.mentoring = mentoring;
        this.questions = questions;
        this.forbids = forbids;
        this.contacts = contacts;
        this.feedbacks = feedbacks;
        this.allowance = allowance;
        this.audit = audit;
        this.appointed = appointed;
        this.outbox = outbox;
        this.lists = lists;
        this.remains = remains;
    }

    static Message askWithdraw() {
        return Message.saying("Withdraw your sign-up?")
                .paragraph("If you withdraw, your seat or place in line goes to somebody else. Your profile is kept.")
                .actions(Button.dangerous(
                        "Withdraw",
                        new ChatIntent.ConfirmWithdraw(),
                        new Confirmation("Withdraw?", "Your seat goes to the next in line.", "Withdraw", "Stay")))
                .build();
    }

    static Message askForget() {
        return Message.saying("Forget everything about you?")
                .paragraph(
                        "I then delete your profile, your seat, your place in line, what you said afterwards and every message "
                                + "waiting for you. "
                                + "This cannot be taken back.")
                .actions(Button.dangerous(
                        "Forget me",
                        new ChatIntent.ConfirmForgetMe(),
                        new Confirmation("Forget you?", "This cannot be taken back.", "Forget me", "Keep me")))
                .build();
    }

    /// The profile goes first: a round that is published at this very moment either gives a seat, which is then freed,
    /// or finds the plan changed.
    ///
    /// @return false when there was nothing to withdraw
    boolean withdraw(Person who) {
        var was = signUp.withdraw(who);
        if (was || mentoring.names(who)) {
            mentoring.withdraw(who);
        }
        return was;
    }

    /// In the same order, and the messages that wait for the person last, when no new one can be planned any more.
    void forget(Person who) {
        var known = signUp.profile(who).isPresent() || mentoring.names(who);
        signUp.forget(who);
        avoiding.forget(who);
        forbids.forget(who);
        if (known) {
            mentoring.forget(who);
        }
        feedbacks.forget(who);
        contacts.forget(who);
        allowance.forget(who);
        audit.forgetRefusalsOf(who);
        appointed.remove(who);
        outbox.dropFor(who);
        questions.forget(who);
        lists.accept(who);
        if (known) {
            remains.countForgotten();
        }
    }

    /// Notes that somebody has no account any more; the rest is done when it is next looked.
    void gone(Person who) {
        contacts.unreachable(who, Contacts.GONE);
    }

    /// Frees what is held by people who have no account any more, and takes back what waits for them.
    @Override
    public void look() {
        var noted = contacts.noted();
        var gone = noted.unreachable().keySet().stream().filter(noted::isGone).toList();
        seenOff.retainAll(gone);
        for (var who : gone) {
            if (!seenOff.contains(who)) {
                if (holdsSomething(who)) {
                    withdraw(who);
                }
                outbox.dropFor(who);
                seenOff.add(who);
            }
        }
    }

    private boolean holdsSomething(Person who) {
        var plan = mentoring.plan();
        return signUp.profile(who).filter(profile -> profile.seeking()).isPresent()
                || !plan.takenBy(who).isEmpty()
                || plan.waits(who)
                || !plan.peers().of(who).isEmpty();
    }
}
