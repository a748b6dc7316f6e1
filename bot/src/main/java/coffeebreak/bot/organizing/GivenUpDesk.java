package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Message.Button;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.chat.Text;
import coffeebreak.bot.organizing.DeadLetters.Letter;
import coffeebreak.bot.programme.Programme;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What people sent and the bot could not work: how many, since when and why, without the words; and the way out.
public final class GivenUpDesk implements Desk {

    private static final String NAME = "given-up";
    private static final int SHOWN = 20;

    private final DeadLetters letters;
    private final Supplier<Programme> programme;

    public GivenUpDesk(DeadLetters letters, Supplier<Programme> programme) {
        this.letters = letters;
        this.programme = programme;
    }

    /// How it is refused.
    public enum Refused implements Refusal {
        NOT_UNDERSTOOD(
                "I don't understand \"%s\". Say \"/coffee-admin given-up again\" to have all of it tried once more, or "
                        + "\"/coffee-admin given-up drop\" to leave it.");

        private final String template;

        Refused(String template) {
            this.template = template;
        }

        @Override
        public String template() {
            return template;
        }
    }

    /// As one thing that waits for an organizer; empty when nothing was given up.
    public static List<Need> waiting(DeadLetters letters) {
        var count = letters.all().size();
        return count == 0
                ? List.of()
                : List.of(new Need(
                        things(count) + " people sent could not be done.",
                        Button.of("See what", new ChatIntent.OrganizerCommand(NAME, ""))));
    }

    private static String things(int count) {
        return count == 1 ? "1 thing" : count + " things";
    }

    @Override
    public List<Command> commands() {
        return List.of(Command.of(
                        NAME,
                        "shows what people sent and I could not do, and has it tried again or dropped",
                        (_, words) -> typed(words))
                .with("[again | drop]", "given-up", "given-up again", "given-up drop")
                .refusing(Refused.NOT_UNDERSTOOD));
    }

    @Override
    public Optional<Act> pressed(Person who, ChatIntent.OfOrganizer intent) {
        return Optional.empty();
    }

    private Done typed(String words) {
        return switch (words) {
            case "" -> shown();
            case "again" -> {
                var count = letters.tryAgain();
                yield new Done(Reply.say("I try again: " + things(count) + "."), "tried " + count + " again");
            }
            case "drop" -> {
                var count = letters.drop();
                yield new Done(
                        Reply.say("Dropped: " + things(count) + ". Who sent it was told that it went wrong."),
                        "dropped " + count);
            }
            default -> Done.refused(Refused.NOT_UNDERSTOOD, words);
        };
    }

    private Done shown() {
        var all = letters.all();
        if (all.isEmpty()) {
            return new Done(Reply.say("Nothing was given up."), "shown");
        }
        var heading = things(all.size()) + " I could not do";
        var message = Message.saying(heading + ".")
                .heading(heading)
                .points(all.stream().limit(SHOWN).map(this::line).toList());
        if (all.size() > SHOWN) {
            message.small("and " + (all.size() - SHOWN) + " more");
        }
        return new Done(
                Reply.say(
                        message.small("What they wrote is theirs, so it is not shown. Whoever runs me finds the fault "
                                        + "in the log at that time.")
                                .actions(
                                        Button.main("Try again", new ChatIntent.OrganizerCommand(NAME, "again")),
                                        Button.of("Drop", new ChatIntent.OrganizerCommand(NAME, "drop")))
                                .build()),
                "shown");
    }

    private Text line(Letter letter) {
        return Text.of(programme.get().timeAtVenue(letter.at()) + " ")
                .mention(letter.from())
                .plain(": " + letter.what() + " (" + letter.reason() + ")");
    }
}
