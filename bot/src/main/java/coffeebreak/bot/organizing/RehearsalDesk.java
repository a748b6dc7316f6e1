package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.Attachment;
import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.chat.Text;
import coffeebreak.bot.notices.Boards;
import coffeebreak.bot.programme.Programme;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// What organizers do to see the day before it comes: one rehearsal at a time, beside everything that is
/// going on.
public final class RehearsalDesk implements Desk {

    private static final Pattern WORDS =
            Pattern.compile("(?:(?:with )?(?<people>\\d{1,6})(?: people)?)?,? ?(?:(?:at )?[x×](?<speed>\\d{1,6}))?");
    private static final int USUAL = 70;
    private static final int MOST = 1_000;
    private static final int FASTEST = 3_600;
    private static final String HOW =
            "Say for example \"/coffee-admin rehearse 300 people x60\", or \"/coffee-admin rehearse stop\".";

    private final Rehearsals rehearsals;
    private final Boards boards;
    private final Supplier<Programme> programme;
    private final InstantSource real;

    /// @param real how often its message is written anew is measured by it
    public RehearsalDesk(Rehearsals rehearsals, Boards boards, Supplier<Programme> programme, InstantSource real) {
        this.rehearsals = rehearsals;
        this.boards = boards;
        this.programme = programme;
        this.real = real;
    }

    /// How a rehearsal is refused.
    public enum Refused implements Refusal {
        NOT_UNDERSTOOD("I don't understand \"%s\" as a rehearsal. " + HOW),
        TOO_MANY("A rehearsal takes 1 to " + MOST + " people, not %s. " + HOW),
        TOO_FAST("The day can run x1 to x" + FASTEST + " as fast, not x%s. Without it the day runs as fast as it can."),
        NO_BREAK("The programme has no coffee break with mentors, so there is nothing to rehearse. Import one first."),
        NO_DATE("The day has no date and time zone yet, so it cannot be rehearsed. Set COFFEEBREAK_EVENT_DATE and "
                + "COFFEEBREAK_EVENT_ZONE and restart."),
        ONE_IS_PLAYED("A rehearsal is being played already. \"/coffee-admin rehearse stop\" ends it."),
        NONE_IS_PLAYED("No rehearsal is being played. " + HOW);

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
                        "rehearse",
                        "plays the whole day with invented people and says what would go wrong; nobody is written to",
                        this::asked)
                .with("[N people] [xSPEED] | stop", "rehearse", "rehearse 300 people x60", "rehearse stop")
                .refusing(Refused.values()));
    }

    @Override
    public Optional<Act> pressed(Person who, ChatIntent.OfOrganizer intent) {
        return Optional.empty();
    }

    private Done asked(Person who, String words) {
        var plain = words.toLowerCase(Locale.ROOT).strip();
        if (plain.equals("stop")) {
            return rehearsals.stop()
                    ? new Done(Reply.say("The rehearsal is stopped. Nothing of it is left."), "stopped")
                    : Done.refused(Refused.NONE_IS_PLAYED);
        }
        var said = WORDS.matcher(plain);
        if (!said.matches()) {
            return Done.refused(Refused.NOT_UNDERSTOOD, words);
        }
        var people = said.group("people") == null ? USUAL : Integer.parseInt(said.group("people"));
        var speed = said.group("speed") == null ? 0 : Integer.parseInt(said.group("speed"));
        if (people < 1 || people > MOST) {
            return Done.refused(Refused.TOO_MANY, people);
        }
        if (said.group("speed") != null && (speed < 1 || speed > FASTEST)) {
            return Done.refused(Refused.TOO_FAST, speed);
        }
        var day = programme.get();
        if (day.date() == null || day.zone() == null) {
            return Done.refused(Refused.NO_DATE);
        }
        if (day.breaks().isEmpty()) {
            return Done.refused(Refused.NO_BREAK);
        }
        return begun(who, people, speed);
    }

    private Done begun(Person who, int people, int speed) {
        var stage = new Stage(who, people, speed);
        if (!rehearsals.begin(people, speed, stage)) {
            return Done.refused(Refused.ONE_IS_PLAYED);
        }
        return new Done(
                Reply.say("The rehearsal begins, with " + people + " invented people in a workspace of its own. In our "
                        + "conversation I show how far it is, and the report in the end."),
                people + " people");
    }

    /// One rehearsal, as its message tells it.
    private final class Stage implements Rehearsals.Audience {

        private static final Duration BETWEEN = Duration.ofSeconds(5);
        private static final int SHOWN = 8;
        private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

        private final String cast;
        private final Boards.Board board;
        private final Deque<String> events = new ArrayDeque<>();
        private Instant shown;

        private Stage(Person who, int people, int speed) {
            this.cast = people + " invented people" + (speed == 0 ? "" : ", the day x" + speed) + ".";
            this.shown = real.instant();
            this.board = boards.open(who, message("The rehearsal is being set up"));
        }

        private Message message(String heading) {
            return Message.saying(heading + ".")
                    .heading(heading)
                    .points(events.stream().map(Text::of).toList())
                    .small(cast + " Nobody is really written to. \"/coffee-admin rehearse stop\" ends it.")
                    .build();
        }

        @Override
        public void at(LocalTime time) {
            if (!real.instant().isBefore(shown.plus(BETWEEN))) {
                shown = real.instant();
                board.show(message("In the rehearsal it is " + TIME.format(time)));
            }
        }

        @Override
        public void event(String line) {
            if (events.size() == SHOWN) {
                events.removeFirst();
            }
            events.addLast(line);
        }

        @Override
        public void judged(boolean kept, String verdict, List<String> broken, Attachment page) {
            var heading = kept ? "The rehearsal went well" : "The rehearsal found what would go wrong";
            var message =
                    Message.saying(heading + ". " + verdict).heading(heading).paragraph(verdict);
            message.points(broken.stream().limit(SHOWN).map(Text::of).toList());
            if (broken.size() > SHOWN) {
                message.paragraph("and " + (broken.size() - SHOWN) + " more");
            }
            board.show(message.small(cast + " Everything else stands in the report: open the file in a browser.")
                    .build());
            board.attach(page);
        }

        @Override
        public void ended(String why) {
            board.show(Message.of(why));
        }
    }
}
