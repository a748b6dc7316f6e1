package coffeebreak.bot.frontdesk;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Message.Button;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.StoreUnavailable;
import coffeebreak.bot.chat.Text;
import coffeebreak.bot.mentoring.Mentoring;
import coffeebreak.bot.organizing.OrganizerHome;
import coffeebreak.bot.organizing.Organizers;
import coffeebreak.bot.signup.Profile;
import coffeebreak.bot.signup.SignUp;
import coffeebreak.bot.signup.SignUpDeadline;
import java.util.List;
import java.util.Optional;

/// A person's Home, from top to bottom: for organizers the day as they run it, then for everybody where they stand,
/// their day, their profile, help, and what is kept about them.
public final class Home {

    private final SignUp signUp;
    private final Mentoring mentoring;
    private final Organizers organizers;
    private final OrganizerHome organizerHome;
    private final MyDay day;
    private final SignUpDeadline deadline;

    public Home(
            SignUp signUp,
            Mentoring mentoring,
            Organizers organizers,
            OrganizerHome organizerHome,
            MyDay day,
            SignUpDeadline deadline) {
        this.signUp = signUp;
        this.mentoring = mentoring;
        this.organizers = organizers;
        this.organizerHome = organizerHome;
        this.day = day;
        this.deadline = deadline;
    }

    Message of(Person who) {
        var message = Message.saying("Coffeebreak");
        var profile = Optional.<Profile>empty();
        try {
            if (organizers.contains(who)) {
                organizerHome.addTo(message);
                message.divider();
            }
            profile = signUp.profile(who);
            standing(who, profile.filter(Profile::seeking).isPresent(), message);
        } catch (StoreUnavailable gone) {
            message.paragraph("I cannot look up where you stand just now. The day below is up to date.");
        }
        message.divider();
        day.addTo(message, who);
        profile.ifPresent(known -> profile(known, message));
        help(message);
        privacy(message);
        return message.build();
    }

    private void standing(Person who, boolean seeking, Message.Builder message) {
        var cards = mentoring.cards(who);
        cards.forEach(card -> addAll(message, card));
        if (seeking) {
            mentee(who, message);
        } else if (cards.isEmpty()) {
            message.heading("Find somebody to talk to")
                    .paragraph(
                            "You are not signed up. In the coffee breaks the workshop's speakers sit at small tables with a "
                                    + "few participants each. Tell me what you work on, and I find you a seat."
                                    + deadline.ahead()
                                            .map(until -> " Sign-up is open until " + until + ".")
                                            .orElse(
                                                    deadline.isClosed()
                                                            ? " Sign-up is closed; whoever comes now gets a seat where one is left."
                                                            : ""))
                    .actions(Button.main("Find me a mentor", new ChatIntent.StartSignUp()));
        }
    }

    private void mentee(Person who, Message.Builder message) {
        switch (mentoring.standing(who)) {
            case Mentoring.Standing.Seated(var seats) -> seats.forEach(seat -> addAll(message, seat));
            case Mentoring.Standing.Waiting(var waiting) -> addAll(message, waiting);
            case Mentoring.Standing.NotPublished _ ->
                message.heading("You are signed up")
                        .paragraph(deadline.ahead()
                                        .map(until ->
                                                "Sign-up is open until " + until + "; then the seats are given out. ")
                                        .orElse("The seats are not given out yet. ")
                                + "They are limited, and I write to you either way.");
            case Mentoring.Standing.Nowhere _ ->
                message.heading("You are signed up")
                        .paragraph(
                                "You have no seat at the moment. When the organizers run the matching again, I write to you.");
        }
    }

    private void profile(Profile profile, Message.Builder message) {
        message.divider().heading("My profile").points(signUp.told(profile));
        if (profile.seeking()) {
            message.actions(
                    Button.of("Edit", new ChatIntent.StartSignUp()), Button.of("Withdraw", new ChatIntent.Withdraw()));
        } else {
            message.paragraph("You withdrew, so no seat is sought for you.")
                    .actions(Button.of("Sign up again", new ChatIntent.StartSignUp()));
        }
    }

    private static void help(Message.Builder message) {
        message.divider()
                .heading("Ask me")
                .paragraph("Write to me in Messages, in your own words. For example:")
                .points(List.of(
                        Text.of("").italic("what's next?"),
                        Text.of("").italic("find diffusion models"),
                        Text.of("").italic("I can't come")))
                .actions(
                        Button.of("Ask about the day", new ChatIntent.InviteQuestion()),
                        Button.of("What else?", new ChatIntent.Help()));
    }

    private void privacy(Message.Builder message) {
        message.divider()
                .heading("Privacy")
                .paragraph(
                        "Before you sign up I keep nothing about you but your Slack id. Whatever I keep you can see and "
                                + "delete here. " + signUp.kept())
                .actions(
                        Button.of("My data", new ChatIntent.MyData()),
                        Button.of("Rather not sit with…", new ChatIntent.ShowAvoided()),
                        Button.of("Forget me", new ChatIntent.ForgetMe()));
    }

    private static void addAll(Message.Builder message, Message added) {
        added.parts().forEach(message::add);
    }
}
