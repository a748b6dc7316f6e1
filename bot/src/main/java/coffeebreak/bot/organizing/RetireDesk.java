package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Form;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Message.Button;
import coffeebreak.bot.chat.Message.Confirmation;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.chat.Text;
import coffeebreak.bot.programme.Programme;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Ends the event, once somebody has typed its name.
public final class RetireDesk implements Desk {

    /// The name of the form.
    static final String FORM = ChatIntent.OrganizerForm.PREFIX + "retire";

    private static final String NAME = "name";
    private static final String ASK = "form";

    private final Retirement retirement;
    private final Supplier<Programme> programme;

    public RetireDesk(Retirement retirement, Supplier<Programme> programme) {
        this.retirement = retirement;
        this.programme = programme;
    }

    /// How the end is refused.
    public enum Refused implements Refusal {
        OTHER_NAME("\"%s\" is not the name of this event, so nothing was deleted. Type it as it is written: \"%s\".");

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
                        "retire",
                        "ends the event: shows what stays and what goes, and deletes everything about people once you "
                                + "have typed the event's name",
                        (_, words) -> typed(words))
                .with(
                        "[NAME OF THE EVENT]",
                        "retire",
                        "retire " + programme.get().shortName())
                .refusing(Refused.OTHER_NAME));
    }

    @Override
    public Optional<Act> pressed(Person who, ChatIntent.OfOrganizer intent) {
        return intent instanceof ChatIntent.OrganizerForm(var form, var answers) && form.equals(FORM)
                ? Optional.of(new Act(
                        "retire",
                        () -> named(String.join(" ", answers.getOrDefault(NAME, List.of()))
                                .strip())))
                : Optional.empty();
    }

    private Done typed(String words) {
        return switch (words) {
            case "" -> new Done(Reply.say(shown()), "shown");
            case ASK -> new Done(new Reply.Show(form()), "asked for the name");
            default -> named(words);
        };
    }

    private Message shown() {
        var event = programme.get().shortName();
        return Message.saying("Retire " + event + "? Nothing was deleted yet.")
                .heading("Retire " + event + "?")
                .paragraph(Text.of("").bold("These numbers stay:"))
                .points(retirement.stays().stream().map(Text::of).toList())
                .paragraph(Text.of("")
                        .bold("Everything else goes: ")
                        .plain(
                                "profiles, seats, lines, blocks, feedback, contacts, messages that wait, what was changed in "
                                        + "the programme, the list of organizers but for those of the settings, and who did what. "
                                        + "Export first what you want to keep. What I wrote stays in Slack."))
                .actions(
                        Button.of("Export first", new ChatIntent.OrganizerCommand("export", "")),
                        Button.dangerous(
                                "Retire the event",
                                new ChatIntent.OrganizerCommand("retire", ASK),
                                new Confirmation(
                                        "Retire " + event + "?",
                                        "You are asked for its name; then everything about people is deleted. This cannot "
                                                + "be taken back.",
                                        "Go on",
                                        "Keep it")))
                .build();
    }

    private Form form() {
        var event = programme.get().shortName();
        return new Form(
                FORM,
                "Retire the event",
                "Delete everything",
                Text.of("Everything about people is deleted at once, and cannot be brought back."),
                List.of(new Form.Field.Words(
                        NAME, "Type the event's name", "It is written " + event, "", 100, false, true)));
    }

    private Done named(String typed) {
        var event = programme.get().shortName();
        if (!typed.equals(event)) {
            return Done.refused(Refused.OTHER_NAME, typed, event);
        }
        retirement.retire();
        return new Done(
                Reply.say(Message.saying(event + " is retired: everything about people is deleted.")
                        .heading(event + " is retired")
                        .paragraph("Everything about people is deleted. These numbers stay:")
                        .points(retirement.stays().stream().map(Text::of).toList())
                        .build()),
                "retired");
    }
}
