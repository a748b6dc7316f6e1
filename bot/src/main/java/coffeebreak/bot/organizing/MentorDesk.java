package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.Attachment;
import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.mentoring.Hosting;
import coffeebreak.bot.mentoring.Invitations;
import coffeebreak.bot.mentoring.Mentoring;
import coffeebreak.bot.organizing.Organizing.Done;

/// What organizers do about mentors: see who answered, speak for those who cannot, find other places when one does
/// not come.
public final class MentorDesk {

    private final Organizing organizing;
    private final Hosting hosting;
    private final Invitations invitations;
    private final Repairs repairs;
    private final Mentoring mentoring;
    private final CardPrinter printer;

    public MentorDesk(
            Organizing organizing,
            Hosting hosting,
            Invitations invitations,
            Repairs repairs,
            Mentoring mentoring,
            CardPrinter printer) {
        this.organizing = organizing;
        this.hosting = hosting;
        this.invitations = invitations;
        this.repairs = repairs;
        this.mentoring = mentoring;
        this.printer = printer;
    }

    /// Does what an organizer wants; rights are checked first, and the act is written down.
    public Reply hear(Person who, ChatIntent.AboutMentors act) {
        return switch (act) {
            case ChatIntent.ShowMentors _ ->
                organizing.asOrganizer(who, "mentors", () -> new Done(Reply.say(hosting.overview()), "shown"));
            case ChatIntent.ConfirmMentor(var mentor) ->
                organizing.asOrganizer(who, "confirm mentor " + mentor, () -> confirm(mentor));
            case ChatIntent.RemindMentor(var mentor) ->
                organizing.asOrganizer(who, "remind mentor " + mentor, () -> remind(mentor));
            case ChatIntent.AgreeToDeputy(var mentor) ->
                organizing.asOrganizer(who, "deputy of " + mentor, () -> agree(mentor));
            case ChatIntent.Reseat(var mentor) -> organizing.asOrganizer(who, "reseat " + mentor, () -> reseat(mentor));
            case ChatIntent.ShowCards(var mentor, var printed) ->
                organizing.asOrganizer(who, "cards of " + mentor, () -> cards(mentor, printed));
        };
    }

    private Done confirm(String mentor) {
        return hosting.confirmByHand(mentor)
                .map(name -> new Done(new Reply.Replace(hosting.overview()), "confirmed"))
                .orElseGet(() -> unknown(mentor));
    }

    private Done remind(String mentor) {
        return invitations
                .remind(mentor)
                .map(name -> new Done(Reply.say("I have asked " + name + " once more."), "reminded"))
                .orElseGet(() -> new Done(
                        Reply.say("There is nothing to remind them of: they have answered, or are not in Slack."),
                        "nothing to remind of"));
    }

    private Done agree(String mentor) {
        return hosting.agreeToDeputy(mentor)
                .map(agreed -> new Done(
                        Reply.say("Agreed: " + agreed + ". Those concerned read it in the messages they have."),
                        agreed))
                .orElseGet(() -> new Done(Reply.say("They name no deputy any more."), "no deputy named"));
    }

    private Done cards(String mentor, boolean printed) {
        var cards = mentoring.cardsOf(mentor);
        if (cards.isEmpty()) {
            return new Done(
                    Reply.say("They have no table yet: there are cards once a round is published."), "no cards");
        }
        if (!printed) {
            return new Done(new Reply.Several(cards.stream().map(Reply::say).toList()), "shown");
        }
        var file = new Attachment(
                "cards-" + mentor + ".pdf", "application/pdf", printer.pdf(cards), "Cards to be printed");
        return new Done(new Reply.Attach(file, Message.of("The cards to be printed.")), "printed");
    }

    private Done reseat(String mentor) {
        return repairs.apply(mentor)
                .map(message -> new Done(new Reply.Replace(message), message.summary()))
                .orElseGet(() -> new Done(
                        new Reply.Replace(Message.of("That is done already: nobody waits for another place.")),
                        "nothing to do"));
    }

    private static Done unknown(String mentor) {
        return new Done(Reply.say("There is no mentor \"" + mentor + "\" (any more)."), "unknown");
    }
}
