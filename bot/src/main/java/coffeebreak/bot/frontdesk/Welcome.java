package coffeebreak.bot.frontdesk;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Message.Button;
import coffeebreak.bot.chat.Text;
import java.util.ArrayList;

/// What the bot says of itself.
final class Welcome {

    private Welcome() {}

    static Message message() {
        return Message.saying("Hi! I find you a mentor for a coffee break, and I answer questions about the day.")
                .paragraph(Text.of("Hi! I'm ")
                        .bold("Coffeebreak")
                        .plain(
                                ". I seat you at a small table with one of the workshop's speakers in a coffee break, and I answer "
                                        + "questions about the day. What would you like?"))
                .actions(
                        Button.main("Find me a mentor", new ChatIntent.StartSignUp()),
                        Button.of("Ask about the day", new ChatIntent.InviteQuestion()))
                .small("Nothing about you is stored until you sign up.")
                .build();
    }

    /// @param next what is next for the person, in one sentence
    static Message again(String next, boolean signedUp) {
        var message = Message.saying("Hi again! " + next).paragraph("Hi again! " + next);
        return (signedUp
                        ? message.actions(
                                Button.main("My day", new ChatIntent.ShowDay()),
                                Button.of("Ask about the day", new ChatIntent.InviteQuestion()))
                        : message.actions(
                                Button.main("Find me a mentor", new ChatIntent.StartSignUp()),
                                Button.of("Ask about the day", new ChatIntent.InviteQuestion())))
                .build();
    }

    static Message inviteQuestion() {
        return Message.saying("Ask away!")
                .paragraph(Text.of("Ask away! For example ")
                        .italic("what's next?")
                        .plain(", ")
                        .italic("when is the panel?")
                        .plain(" or ")
                        .italic("how long is lunch?"))
                .build();
    }

    static Message help(boolean organizer) {
        var lines = new ArrayList<Text>();
        lines.add(Text.of("").bold("sign up").plain(": find a mentor, by form or in a sentence about yourself"));
        lines.add(Text.of("").bold("what's next?").plain(": any question about the day"));
        lines.add(Text.of("").bold("find diffusion models").plain(": talks, papers, mentors and people on a topic"));
        lines.add(Text.of("")
                .bold("what should I see?")
                .plain(" or ")
                .bold("recommend")
                .plain(": what fits your profile"));
        lines.add(Text.of("")
                .bold("my day")
                .plain(" or ")
                .bold("add the panel to my calendar")
                .plain(": what is yours today, also as a file"));
        lines.add(Text.of("").bold("my seat").plain(": where you sit and why"));
        lines.add(Text.of("").bold("I can't come").plain(": give your seat to the next in line"));
        lines.add(Text.of("")
                .bold("my profile")
                .plain(" or ")
                .bold("my data")
                .plain(": what I know about you, or all of it as a file"));
        lines.add(Text.of("").bold("stop writing to me").plain(": only what concerns your own seat comes then"));
        lines.add(Text.of("")
                .bold("withdraw")
                .plain(" or ")
                .bold("forget me")
                .plain(": leave, or leave without a trace"));
        if (organizer) {
            lines.add(Text.of("").bold("/coffee-admin help").plain(": what organizers can do"));
        }
        return Message.saying("This is what I understand")
                .paragraph("This is what I understand, typed here or behind /coffee:")
                .points(lines)
                .actions(
                        Button.main("Find me a mentor", new ChatIntent.StartSignUp()),
                        Button.of("Ask about the day", new ChatIntent.InviteQuestion()))
                .build();
    }
}
