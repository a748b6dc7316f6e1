package coffeebreak.bot.frontdesk;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.chat.StoreUnavailable;
import java.util.Optional;

/// Lets through what somebody wants, as long as it is not too much within a minute.
final class Turnstile {

    private final Limits limits;

    Turnstile(Limits limits) {
        this.limits = limits;
    }

    /// What is said in place of the answer; empty when the way is free. While nobody can count, it is: questions are
    /// then answered from memory, and what would be stored fails by itself.
    Optional<Reply> refusal(Person who, ChatIntent intent) {
        var what = of(intent);
        if (what.isEmpty()) {
            return Optional.empty();
        }
        try {
            return switch (limits.take(who, what.get())) {
                case WITHIN -> Optional.empty();
                case FIRST_BEYOND -> Optional.of(Reply.say(what.get().sentence()));
                case BEYOND -> Optional.of(new Reply.Nothing());
            };
        } catch (StoreUnavailable gone) {
            return Optional.empty();
        }
    }

    /// Leaving is never too much, and organizers are few.
    private static Optional<Limits.Of> of(ChatIntent intent) {
        return switch (intent) {
            case ChatIntent.ForgetMe _,
                    ChatIntent.ConfirmForgetMe _,
                    ChatIntent.Withdraw _,
                    ChatIntent.ConfirmWithdraw _,
                    ChatIntent.OfOrganizer _ -> Optional.empty();
            case ChatIntent.Ask _, ChatIntent.AskOrganizers _, ChatIntent.Find _, ChatIntent.Recommend _ ->
                Optional.of(Limits.Of.QUESTIONS);
            case ChatIntent.MyData _, ChatIntent.AddToCalendar _ -> Optional.of(Limits.Of.FILES);
            case ChatIntent.SubmitForm(var form, var _)
            when form.startsWith(ChatIntent.OrganizerForm.PREFIX) -> Optional.empty();
            case ChatIntent.DescribeMyself _,
                    ChatIntent.SaveDraft _,
                    ChatIntent.DropDraft _,
                    ChatIntent.AnswerConsent _,
                    ChatIntent.SubmitForm _,
                    ChatIntent.DeclineSignUp _,
                    ChatIntent.TellMet _,
                    ChatIntent.RateSeat _,
                    ChatIntent.StayInTouch _,
                    ChatIntent.Mute _,
                    ChatIntent.ConfirmSeat _,
                    ChatIntent.DeclineSeat _,
                    ChatIntent.Arrive _,
                    ChatIntent.RunLate _,
                    ChatIntent.MoveSeat _,
                    ChatIntent.KnowMentor _,
                    ChatIntent.AnswerSwap _,
                    ChatIntent.Avoid _,
                    ChatIntent.StopAvoiding _,
                    ChatIntent.OfMentor _ -> Optional.of(Limits.Of.CHANGES);
            case ChatIntent.Greet _,
                    ChatIntent.Help _,
                    ChatIntent.Thank _,
                    ChatIntent.OpenHome _,
                    ChatIntent.InviteQuestion _,
                    ChatIntent.StartSignUp _,
                    ChatIntent.ShowProfile _,
                    ChatIntent.ShowDay _,
                    ChatIntent.WriteAboutSeat _,
                    ChatIntent.ShowSeat _,
                    ChatIntent.ExplainSeat _,
                    ChatIntent.ShowAvoided _,
                    ChatIntent.UnknownCommand _ -> Optional.of(Limits.Of.LOOKS);
        };
    }
}
