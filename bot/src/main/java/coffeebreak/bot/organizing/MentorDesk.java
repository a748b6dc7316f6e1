package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.Attachment;
import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.mentoring.Hosting;
import coffeebreak.bot.mentoring.Invitations;
import coffeebreak.bot.mentoring.Mentoring;
import java.util.List;
import java.util.Optional;

/// What organizers do about mentors: see who answered, speak for those who cannot, find other places when one does
/// not come.
public final class MentorDesk implements Desk {

    private final Hosting hosting;
    private final Invitations invitations;
    private final Repairs repairs;
    private final Mentoring mentoring;
    private final CardPrinter printer;

    public MentorDesk(
            Hosting hosting, Invitations invitations, Repairs repairs, Mentoring mentoring, CardPrinter printer) {
        this.hosting = hosting;
        this.invitations = invitations;
        this.repairs = repairs;
        this.mentoring = mentoring;
        this.printer = printer;
    }

    /// How what is wanted of mentors is refused.
    public enum Refused implements Refusal {
        NO_MENTOR("There is no mentor \"%s\" (any more). \"/coffee-admin mentors\" shows who there is."),
        NOTHING_TO_REMIND("There is nothing to remind them of: they have answered, or are not in Slack."),
        NO_DEPUTY("They name no deputy any more."),
        NO_CARDS("They have no table yet: there are cards once a round is published.");

        private final String template;

        Refused(String template) {
            this.template = template;
        }

        @Override
        public String template() {
            return template;
        }
    }

    @Override
    public List<Command> commands() {
        return List.of(Command.of(
                        "mentors",
                        "says who hosts a table, and who has not answered",
                        (_, _) -> new Done(Reply.say(hosting.overview()), "shown"))
                .refusing(Refused.values()));
    }

    @Override
    public Optional<Act> pressed(Person who, ChatIntent.OfOrganizer intent) {
        return intent instanceof ChatIntent.AboutMentors act ? Optional.of(act(act)) : Optional.empty();
    }

    private Act act(ChatIntent.AboutMentors act) {
        return switch (act) {
            case ChatIntent.ConfirmMentor(var mentor) -> new Act("confirm mentor " + mentor, () -> confirm(mentor));
            case ChatIntent.RemindMentor(var mentor) -> new Act("remind mentor " + mentor, () -> remind(mentor));
            case ChatIntent.AgreeToDeputy(var mentor) -> new Act("deputy of " + mentor, () -> agree(mentor));
            case ChatIntent.Reseat(var mentor) -> new Act("reseat " + mentor, () -> reseat(mentor));
            case ChatIntent.ShowCards(var mentor, var printed) ->
                new Act("cards of " + mentor, () -> cards(mentor, printed));
        };
    }

    private Done confirm(String mentor) {
        return hosting.confirmByHand(mentor)
                .map(name -> new Done(new Reply.Replace(hosting.overview()), "confirmed"))
                .orElseGet(() -> Done.refused(Refused.NO_MENTOR, mentor));
    }

    private Done remind(String mentor) {
        return invitations
                .remind(mentor)
                .map(name -> new Done(Reply.say("I have asked " + name + " once more."), "reminded"))
                .orElseGet(() -> Done.refused(Refused.NOTHING_TO_REMIND));
    }

    private Done agree(String mentor) {
        return hosting.agreeToDeputy(mentor)
                .map(agreed -> new Done(
                        Reply.say("Agreed: " + agreed + ". Those concerned read it in the messages they have."),
                        agreed))
                .orElseGet(() -> Done.refused(Refused.NO_DEPUTY));
    }

    private Done cards(String mentor, boolean printed) {
        var cards = mentoring.cardsOf(mentor);
        if (cards.isEmpty()) {
            return Done.refused(Refused.NO_CARDS);
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
}
