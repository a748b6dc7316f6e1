package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.Attachment;
import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Message.Button;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.chat.Text;
import coffeebreak.bot.mentoring.Hosting;
import coffeebreak.bot.mentoring.Hosting.SpokenFor;
import coffeebreak.bot.mentoring.Invitations;
import coffeebreak.bot.mentoring.Mentor;
import coffeebreak.bot.mentoring.Mentoring;
import coffeebreak.bot.organizing.Whom.Found;
import coffeebreak.bot.programme.BreakWording;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.Session;
import coffeebreak.bot.signup.Profiles;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What organizers do about mentors: see who answered, speak for those who cannot, find other places when one does
/// not come.
public final class MentorDesk implements Desk {

    private static final Pattern SPEAK = Pattern.compile("(?i)(?<word>absent|back)\\s+(?<who>.+)");

    private final Supplier<Programme> programme;
    private final Whom whom;
    private final Hosting hosting;
    private final Invitations invitations;
    private final Repairs repairs;
    private final Mentoring mentoring;
    private final CardPrinter printer;

    public MentorDesk(
            Supplier<Programme> programme,
            Hosting hosting,
            Invitations invitations,
            Repairs repairs,
            Mentoring mentoring,
            Profiles profiles,
            CardPrinter printer) {
        this.programme = programme;
        this.whom = new Whom(mentoring, profiles);
        this.hosting = hosting;
        this.invitations = invitations;
        this.repairs = repairs;
        this.mentoring = mentoring;
        this.printer = printer;
    }

    /// How what is wanted of mentors is refused.
    public enum Refused implements Refusal {
        HOW_TO_SPEAK(
                "Say who, for example \"/coffee-admin mentors absent Kempe\", \"/coffee-admin mentors absent Kempe in "
                        + "break 2\" or \"/coffee-admin mentors back Kempe\"; \"/coffee-admin mentors\" alone shows who there is."),
        NOBODY("No mentor is called \"%s\". \"/coffee-admin mentors\" shows who there is."),
        TOO_MANY("%s mentors could be meant by \"%s\". Write more of the name."),
        NO_BREAK("\"%s\" is none of the breaks with mentors, which are: %s."),
        NO_BREAK_TO_COME(
                "%s was asked for no such break that is still to come. \"/coffee-admin mentors\" shows for which."),
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
                        "says who hosts a table and who has not answered; or for a mentor who cannot, that they do not come",
                        (_, words) -> mentors(words))
                .with(
                        "[absent|back MENTOR [in BREAK]]",
                        "mentors",
                        "mentors absent Kempe",
                        "mentors back Kempe in break 2")
                .refusing(Refused.values()));
    }

    @Override
    public Optional<Act> pressed(Person who, ChatIntent.OfOrganizer intent) {
        return intent instanceof ChatIntent.AboutMentors act ? Optional.of(act(act)) : Optional.empty();
    }

    private Act act(ChatIntent.AboutMentors act) {
        return switch (act) {
            case ChatIntent.ConfirmMentor(var mentor) -> new Act("confirm mentor " + mentor, () -> confirm(mentor));
            case ChatIntent.AskForMentor(var mentor, var breaks, var comes) ->
                new Act(word(comes) + mentor, () -> ask(mentor, breaks, comes));
            case ChatIntent.SpeakForMentor(var mentor, var breaks, var comes) ->
                new Act(word(comes) + mentor, () -> speak(mentor, breaks, comes).replacing());
            case ChatIntent.RemindMentor(var mentor) -> new Act("remind mentor " + mentor, () -> remind(mentor));
            case ChatIntent.AgreeToDeputy(var mentor) -> new Act("deputy of " + mentor, () -> agree(mentor));
            case ChatIntent.Reseat(var mentor) -> new Act("reseat " + mentor, () -> reseat(mentor));
            case ChatIntent.ShowCards(var mentor, var printed) ->
                new Act("cards of " + mentor, () -> cards(mentor, printed));
        };
    }

    private Done mentors(String words) {
        if (words.isEmpty()) {
            return new Done(Reply.say(hosting.overview()), "shown");
        }
        var said = SPEAK.matcher(words);
        if (!said.matches()) {
            return Done.refused(Refused.HOW_TO_SPEAK);
        }
        var comes = said.group("word").equalsIgnoreCase("back");
        var day = programme.get();
        var place = InBreak.of(said.group("who"), day);
        var breaks = InBreak.breaks(place.when(), day);
        if (!place.when().isEmpty() && breaks.isEmpty()) {
            return Done.refused(Refused.NO_BREAK, place.when(), InBreak.all(day));
        }
        return Meant.one(
                        whom.mentors(place.what()),
                        place.what(),
                        Refused.NOBODY,
                        Refused.TOO_MANY,
                        found -> new ChatIntent.AskForMentor(id(found), breaks, comes))
                .then(found -> ask(id(found), breaks, comes));
    }

    private static String id(Found mentor) {
        return mentor.mentor().map(Mentor::id).orElse("");
    }

    private static String word(boolean comes) {
        return comes ? "mentors back " : "mentors absent ";
    }

    private Done ask(String mentor, List<String> which, boolean comes) {
        return meant(mentor, hosting.speakingFor(mentor, which, comes)).then(asked -> {
            var question = (comes ? "Does " : "Is ")
                    + asked.name()
                    + (comes ? " host " : " absent from ")
                    + named(asked.breaks())
                    + (comes ? " after all?" : "?");
            var follows = comes
                    ? "Whoever has another place by now keeps it; free seats go to those in line at once."
                    : asked.guests() == 0
                            ? "Nobody has a place there."
                            : Comparing.count(asked.guests(), "person", "people")
                                    + (asked.guests() == 1 ? " has" : " have")
                                    + " a place there. You organizers then get other places for them to confirm.";
            var act = new ChatIntent.SpeakForMentor(mentor, ids(asked.breaks()), comes);
            return new Done(
                    Reply.say(Message.saying(question + " " + follows)
                            .paragraph(Text.of("").bold(question).plain(" " + follows))
                            .actions(Button.main(comes ? "Hosts after all" : "Is absent", act))
                            .build()),
                    "asked");
        });
    }

    private Done speak(String mentor, List<String> which, boolean comes) {
        return meant(mentor, hosting.speakFor(mentor, which, comes)).then(done -> {
            var where = named(done.breaks());
            var summary = done.name() + (comes ? " hosts " : " does not host ") + where + ".";
            var follows = comes || done.guests() == 0
                    ? ""
                    : " You organizers get a message each with other places for the "
                            + Comparing.count(done.guests(), "person", "people")
                            + " who would have come. Nobody at the table was told yet.";
            var back = new ChatIntent.SpeakForMentor(mentor, ids(done.breaks()), !comes);
            return new Done(
                    Reply.say(Message.saying(summary + follows)
                            .paragraph(Text.of("").bold(summary).plain(follows))
                            .actions(Button.of(comes ? "Absent after all" : "Comes after all", back))
                            .build()),
                    (comes ? "hosts " : "does not host ") + where);
        });
    }

    private static Meant<SpokenFor> meant(String mentor, Optional<SpokenFor> spoken) {
        if (spoken.isEmpty()) {
            return new Meant.Not<>(Done.refused(Refused.NO_MENTOR, mentor));
        }
        return spoken.get().breaks().isEmpty()
                ? new Meant.Not<>(
                        Done.refused(Refused.NO_BREAK_TO_COME, spoken.get().name()))
                : new Meant.One<>(spoken.get());
    }

    private static List<String> ids(List<Session> breaks) {
        return breaks.stream().map(Session::id).toList();
    }

    private String named(List<Session> breaks) {
        var wording = new BreakWording(programme.get());
        return breaks.stream().map(wording::name).collect(Collectors.joining(" and "));
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
