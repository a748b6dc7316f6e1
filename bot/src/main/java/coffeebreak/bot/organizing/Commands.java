package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Message.Button;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.chat.Text;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/// Everything organizers can do, whichever desk does it. Rights are checked here, when something is carried out,
/// whichever way it was asked for; every act and every refusal leaves a line in the audit trail.
public final class Commands {

    private static final String HELP = "help";
    private static final int SLIPS = 2;
    private static final int LONGEST_ACT = 100;

    private final Organizers organizers;
    private final List<Desk> desks;
    private final AuditTrail audit;
    private final InstantSource clock;

    /// @param desks in the order in which help names their commands
    public Commands(Organizers organizers, List<Desk> desks, AuditTrail audit, InstantSource clock) {
        this.organizers = organizers;
        this.desks = List.copyOf(desks);
        this.audit = audit;
        this.clock = clock;
    }

    /// How the commands themselves refuse.
    public enum Refused implements Refusal {
        NOT_AN_ORGANIZER("Only organizers can do that. If you are one, ask the person who runs this bot to add you."),
        UNKNOWN_COMMAND("I don't know \"%s\"."),
        OLD_BUTTON("That button is of an older version of mine. Type \"/coffee-admin help\" for what there is now.");

        private final String template;

        Refused(String template) {
            this.template = template;
        }

        @Override
        public String template() {
            return template;
        }
    }

    /// Every command, in the order in which help names them.
    public List<Command> all() {
        return Stream.concat(
                        desks.stream().flatMap(desk -> desk.commands().stream()),
                        Stream.of(Command.of(
                                        HELP,
                                        "says what there is, or how one of them is used",
                                        (_, words) -> help(words))
                                .with("[COMMAND]", "help", "help delay")))
                .toList();
    }

    /// Does what somebody wants if they may.
    public Reply hear(Person who, ChatIntent.OfOrganizer intent) {
        var act = act(who, intent);
        if (!organizers.contains(who)) {
            var refused = Done.refused(Refused.NOT_AN_ORGANIZER);
            write(who, act, refused);
            return refused.reply();
        }
        var done = act.carryOut().get();
        write(who, act, done);
        return done.reply();
    }

    private void write(Person who, Act act, Done done) {
        var name = act.name().length() > LONGEST_ACT ? act.name().substring(0, LONGEST_ACT) + "…" : act.name();
        audit.append(new AuditTrail.Entry(clock.instant(), who, name, done.outcome()));
    }

    private Act act(Person who, ChatIntent.OfOrganizer intent) {
        if (intent instanceof ChatIntent.OrganizerCommand(var name, var words)) {
            return find(name)
                    .map(command -> command.act(who, words.strip()))
                    .orElseGet(() -> new Act("unknown command", () -> unknown((name + " " + words).strip())));
        }
        return desks.stream()
                .flatMap(desk -> desk.pressed(who, intent).stream())
                .findFirst()
                .orElseGet(() -> new Act("an old button", () -> Done.refused(Refused.OLD_BUTTON)));
    }

    /// Nothing at all asks for help.
    private Optional<Command> find(String name) {
        var wanted = name.isBlank() ? HELP : name.strip().toLowerCase(Locale.ROOT);
        return all().stream().filter(command -> command.name().equals(wanted)).findFirst();
    }

    private Done help(String words) {
        if (words.isEmpty()) {
            return new Done(
                    Reply.say(overview(Message.saying("What organizers can do").heading("What organizers can do"))),
                    "shown");
        }
        return find(words)
                .map(command -> new Done(Reply.say(helpOf(command)), "shown"))
                .orElseGet(() -> unknown(words));
    }

    private Message overview(Message.Builder message) {
        desks.forEach(desk ->
                message.points(desk.commands().stream().map(Commands::line).toList()));
        return message.small("\"/coffee-admin help COMMAND\" shows how one of them is used.")
                .actions(
                        Button.main("Preview", new ChatIntent.OrganizerCommand("preview", "")),
                        Button.of("Status", new ChatIntent.OrganizerCommand("status", "")))
                .build();
    }

    private static Text line(Command command) {
        return Text.of("").bold(command.written()).plain(" " + command.does());
    }

    /// How one command is used.
    static Message helpOf(Command command) {
        return Message.saying(command.written() + " " + command.does() + ".")
                .heading(command.written())
                .paragraph("It " + command.does() + ".")
                .paragraph("For example:")
                .points(command.examples().stream()
                        .map(example -> Text.of("/coffee-admin " + example))
                        .toList())
                .build();
    }

    private Done unknown(String words) {
        var refused = Refused.UNKNOWN_COMMAND.with(words);
        var near = nearest(words);
        var message = Message.saying(refused);
        if (near.isPresent()) {
            message.paragraph(refused + " Did you mean this?").points(List.of(line(near.get())));
            return new Done(
                    Reply.say(message.small("\"/coffee-admin help\" shows everything there is.")
                            .build()),
                    "unknown");
        }
        return new Done(Reply.say(overview(message.paragraph(refused))), "unknown");
    }

    /// The command whose name is at most two slips away, or begins as the word does.
    private Optional<Command> nearest(String words) {
        var name = words.strip().toLowerCase(Locale.ROOT).split("\\s+")[0];
        var distance = new LevenshteinDistance(SLIPS);
        return all().stream()
                .filter(command -> slips(distance, command, name) <= SLIPS)
                .min(Comparator.comparingInt(command -> slips(distance, command, name)));
    }

    private static int slips(LevenshteinDistance distance, Command command, String name) {
        if (name.length() > 2 && command.name().startsWith(name)) {
            return 0;
        }
        var slips = distance.apply(command.name(), name);
        return slips < 0 || slips >= name.length() ? Integer.MAX_VALUE : slips;
    }
}
