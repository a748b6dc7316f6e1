package coffeebreak.bot.frontdesk;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Message.Button;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.StoreUnavailable;
import coffeebreak.bot.chat.Text;
import coffeebreak.bot.mentoring.Mentoring;
import coffeebreak.bot.organizing.Organizing;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.ProgrammePerson;
import coffeebreak.bot.programme.Session;
import coffeebreak.bot.signup.Profile;
import coffeebreak.bot.signup.SignUp;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// A person's Home: where they stand, what they can do, their day.
public final class Home {

    private final Supplier<Programme> programme;
    private final SignUp signUp;
    private final Mentoring mentoring;
    private final Organizing organizing;

    public Home(Supplier<Programme> programme, SignUp signUp, Mentoring mentoring, Organizing organizing) {
        this.programme = programme;
        this.signUp = signUp;
        this.mentoring = mentoring;
        this.organizing = organizing;
    }

    Message of(Person who) {
        var message = Message.saying("Coffeebreak");
        try {
            standing(who, message);
        } catch (StoreUnavailable gone) {
            message.paragraph("I cannot look up where you stand just now. The day below is up to date.");
        }
        message.divider().heading("The day");
        var day = programme.get();
        message.small(
                (day.date() == null ? "The date is not set yet" : day.date().toString()) + ", times at the venue"
                        + (day.zone() == null ? "" : " (" + day.zone().getId() + ")"));
        message.points(
                day.sessions().stream().map(session -> line(day, session)).toList());
        return message.build();
    }

    private void standing(Person who, Message.Builder message) {
        var cards = mentoring.cards(who);
        if (!cards.isEmpty()) {
            cards.forEach(card -> addAll(message, card));
            message.actions(Button.of("Rather not sit with…", new ChatIntent.ShowAvoided()));
        } else {
            mentee(who, message);
        }
        if (organizing.isOrganizer(who)) {
            message.divider()
                    .heading("For organizers")
                    .actions(
                            Button.main("Preview a round", new ChatIntent.Preview()),
                            Button.of("Status", new ChatIntent.Status()),
                            Button.of("Help", new ChatIntent.OrganizerHelp()));
        }
    }

    private void mentee(Person who, Message.Builder message) {
        var profile = signUp.profile(who);
        if (profile.filter(Profile::seeking).isEmpty()) {
            message.heading("Find somebody to talk to")
                    .paragraph(
                            "In the coffee breaks the workshop's speakers sit at small tables with a few participants each. "
                                    + "Tell me what you work on, and I find you a seat.")
                    .actions(
                            Button.main("Find me a mentor", new ChatIntent.StartSignUp()),
                            Button.of("Ask about the day", new ChatIntent.InviteQuestion()));
            return;
        }
        switch (mentoring.standing(who)) {
            case Mentoring.Standing.Seated(var seats) -> seats.forEach(seat -> addAll(message, seat));
            case Mentoring.Standing.Waiting(var waiting) -> addAll(message, waiting);
            case Mentoring.Standing.NotPublished _ ->
                message.heading("You are signed up")
                        .paragraph("The seats are not given out yet. I write to you as soon as they are.");
            case Mentoring.Standing.Nowhere _ ->
                message.heading("You are signed up")
                        .paragraph(
                                "You have no seat at the moment. When the organizers run the matching again, I write to you.");
        }
        message.actions(
                Button.of("My profile", new ChatIntent.ShowProfile()),
                Button.of("Edit", new ChatIntent.StartSignUp()),
                Button.of("Ask about the day", new ChatIntent.InviteQuestion()),
                Button.of("Rather not sit with…", new ChatIntent.ShowAvoided()),
                Button.of("Withdraw", new ChatIntent.Withdraw()),
                Button.of("Forget me", new ChatIntent.ForgetMe()));
    }

    private static void addAll(Message.Builder message, Message added) {
        added.parts().forEach(message::add);
    }

    private static Text line(Programme day, Session session) {
        var people = day.peopleOf(session).stream().map(ProgrammePerson::name).collect(Collectors.joining(", "));
        var text = Text.of("").bold(session.start().toString()).plain("  " + session.title());
        return people.isEmpty() ? text : text.plain(": " + people);
    }
}
