package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Message.Button;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.chat.Text;
import coffeebreak.bot.programme.Programme;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Shows who did what, the latest first, by the venue's clock.
public final class AuditDesk implements Desk {

    private static final int PAGE = 20;
    /// As many as are kept.
    private static final int MOST = 10_000;

    private static final Pattern WORDS = Pattern.compile(
            "(?:(?<count>\\d{1,5}))?\\s*(?:<?@(?<who>[UW][A-Z0-9]{2,})(?:\\|[^>]*)?>?)?\\s*(?:from (?<from>\\d{1,5}))?",
            Pattern.CASE_INSENSITIVE);
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH);

    private final AuditTrail trail;
    private final Supplier<Programme> programme;

    public AuditDesk(AuditTrail trail, Supplier<Programme> programme) {
        this.trail = trail;
        this.programme = programme;
    }

    /// How the trail is refused.
    public enum Refused implements Refusal {
        NOT_UNDERSTOOD(
                "I don't understand \"%s\". Say how many lines, of whom, or both: \"/coffee-admin audit 50 @Ana\".");

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
                        "audit",
                        "shows who did what and who was refused, the latest first, by the venue's clock",
                        (_, words) -> shown(words))
                .with("[LINES] [@PERSON]", "audit", "audit 50", "audit @Ana", "audit 50 @Ana")
                .refusing(Refused.NOT_UNDERSTOOD));
    }

    @Override
    public Optional<Act> pressed(Person who, ChatIntent.OfOrganizer intent) {
        return Optional.empty();
    }

    private Done shown(String words) {
        var said = WORDS.matcher(words);
        if (!said.matches()) {
            return Done.refused(Refused.NOT_UNDERSTOOD, words);
        }
        var wanted = Math.clamp(number(said.group("count"), PAGE), 1, 2 * PAGE);
        var from = number(said.group("from"), 0);
        var whom = said.group("who");
        var lines = trail.latest(MOST).stream()
                .filter(entry -> whom == null || entry.who().id().equalsIgnoreCase(whom))
                .skip(from)
                .limit(wanted + 1L)
                .toList();
        if (lines.isEmpty()) {
            return new Done(Reply.say(from == 0 ? "Nothing was done yet." : "There is nothing earlier."), "shown");
        }
        var heading = from == 0 ? "What was done, the latest first" : "What was done before";
        var message = Message.saying(heading + ".")
                .heading(heading)
                .points(lines.stream().limit(wanted).map(this::line).toList());
        if (lines.size() > wanted) {
            var next = wanted + (whom == null ? "" : " @" + whom) + " from " + (from + wanted);
            message.actions(Button.of("Earlier", new ChatIntent.OrganizerCommand("audit", next)));
        }
        return new Done(Reply.say(message.build()), "shown");
    }

    private static int number(@Nullable String digits, int otherwise) {
        return digits == null ? otherwise : Integer.parseInt(digits);
    }

    private Text line(AuditTrail.Entry entry) {
        var when = WHEN.format(entry.at().atZone(programme.get().venueZone()));
        var who = entry.who().id();
        var line = Text.of(when + " ");
        return (who.matches("[UW][A-Z0-9]{2,}") ? line.mention(entry.who()) : line.plain(who))
                .plain(": ")
                .bold(entry.act())
                .plain(", " + entry.outcome());
    }
}
