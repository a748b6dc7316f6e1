package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Message.Button;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.chat.Text;
import coffeebreak.bot.programme.DayChanges;
import coffeebreak.bot.programme.Delay;
import coffeebreak.bot.programme.LiveProgramme;
import coffeebreak.bot.programme.Programme;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What organizers do about the times of the day: let it run late, and take that back; open and close sign-up.
/// Everything else follows by itself: answers, messages about seats, cards, reminders, hard stops.
public final class DayDesk implements Desk {

    private static final String HOW =
            "Say for example \"/coffee-admin delay 15m from 14:30\", or \"/coffee-admin delay "
                    + "off\" when the day is on time again.";
    private static final Pattern WORDS = Pattern.compile(
            "(?:by )?(?<minutes>\\d{1,3}) ?(?:m|min|mins|minutes?)?(?: late)?(?: from (?<from>\\d{1,2}[:.]\\d\\d)| from now)?");
    private static final int LONGEST = 180;

    private final LiveProgramme programme;
    private final InstantSource clock;

    public DayDesk(LiveProgramme programme, InstantSource clock) {
        this.programme = programme;
        this.clock = clock;
    }

    /// How changes of the day are refused.
    public enum Refused implements Refusal {
        NOT_A_DELAY("I don't understand \"%s\" as a delay. " + HOW),
        NO_DATE("The day has no date and time zone yet, so it cannot run late. Set COFFEEBREAK_EVENT_DATE and "
                + "COFFEEBREAK_EVENT_ZONE and restart."),
        NOT_SO_LONG("A delay takes 1 to " + LONGEST + " minutes, not %s. " + HOW),
        NO_TIME("\"%s\" is no time of the day. " + HOW),
        NOTHING_TO_COME("Nothing is still to come at %s or later, so nothing would move."),
        IMPOSSIBLE("That cannot be: %s."),
        NO_DELAY("The day runs as planned; there is no delay to take back."),
        OPEN_ALREADY("Sign-up is open already, since %s. \"/coffee-admin close\" closes it."),
        CLOSED_ALREADY("Sign-up is closed already, since %s. \"/coffee-admin open\" opens it again.");

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
        return List.of(
                Command.of(
                                "delay",
                                "lets the day run late, and everything follows; \"delay off\" takes it back",
                                (_, words) -> asked(words.toLowerCase(Locale.ROOT)))
                        .with("MINUTES [from TIME] | off", "delay 15m from 14:30", "delay 10", "delay off")
                        .refusing(
                                Refused.NOT_A_DELAY,
                                Refused.NO_DATE,
                                Refused.NOT_SO_LONG,
                                Refused.NO_TIME,
                                Refused.NOTHING_TO_COME,
                                Refused.IMPOSSIBLE,
                                Refused.NO_DELAY),
                Command.of("open", "opens sign-up, whatever deadline was set", (_, _) -> signUp(true))
                        .refusing(Refused.OPEN_ALREADY),
                Command.of(
                                "close",
                                "closes sign-up; whoever comes later gets a seat where one is left",
                                (_, _) -> signUp(false))
                        .refusing(Refused.CLOSED_ALREADY));
    }

    private Done signUp(boolean open) {
        var before = programme.changes().signUp();
        if (before != null && before.open() == open) {
            return Done.refused(
                    open ? Refused.OPEN_ALREADY : Refused.CLOSED_ALREADY,
                    programme.get().timeAtVenue(before.said()));
        }
        var gate = new DayChanges.SignUpGate(open, clock.instant());
        var changed = programme.change(changes -> changes.with(gate));
        return new Done(
                Reply.say(Message.saying("Sign-up is " + (open ? "open." : "closed."))
                        .heading("Sign-up is " + (open ? "open" : "closed"))
                        .paragraph(
                                open
                                        ? "No deadline holds until you close it."
                                        : "Whoever signs up from now on is told so, and gets a seat where one is left.")
                        .actions(
                                open
                                        ? Button.of("Close sign-up", new ChatIntent.OrganizerCommand("close", ""))
                                        : Button.of("Open sign-up", new ChatIntent.OrganizerCommand("open", "")))
                        .build()),
                (open ? "opened" : "closed") + ", revision " + changed.revision());
    }

    @Override
    public Optional<Act> pressed(Person who, ChatIntent.OfOrganizer intent) {
        return intent instanceof ChatIntent.AboutDay act ? Optional.of(act(act)) : Optional.empty();
    }

    private Act act(ChatIntent.AboutDay act) {
        return switch (act) {
            case ChatIntent.SetDelay(var minutes, var from, var day, var after) ->
                new Act("delay " + minutes + " minutes from " + from, () -> set(minutes, from, day, after));
            case ChatIntent.EndDelays _ -> new Act("delay off", this::end);
        };
    }

    private Done asked(String words) {
        var delays = programme.changes().delays();
        if (words.isEmpty()) {
            return new Done(Reply.say(standing(delays)), "shown");
        }
        if (words.equals("off")) {
            return end();
        }
        var said = WORDS.matcher(words);
        if (!said.matches()) {
            return Done.refused(Refused.NOT_A_DELAY, words);
        }
        var day = programme.get();
        if (day.date() == null || day.zone() == null) {
            return Done.refused(Refused.NO_DATE);
        }
        var minutes = Integer.parseInt(said.group("minutes"));
        if (minutes < 1 || minutes > LONGEST) {
            return Done.refused(Refused.NOT_SO_LONG, minutes);
        }
        return proposed(minutes, said.group("from"), day);
    }

    private Done proposed(int minutes, @Nullable String from, Programme day) {
        var which = day.dayAt(clock.instant());
        var time = from == null ? Optional.of(day.timeAtVenue(clock.instant())) : SessionFinder.time(from);
        if (time.isEmpty()) {
            return Done.refused(Refused.NO_TIME, String.valueOf(from));
        }
        try {
            var delay = new Delay(which, time.get(), Duration.ofMinutes(minutes), clock.instant());
            var changes = changes(day, programme.with(programme.changes().with(delay)));
            if (changes.isEmpty()) {
                return Done.refused(Refused.NOTHING_TO_COME, time.get());
            }
            var heading = "Shall the day run " + delay.inWords() + "?";
            return new Done(
                    Reply.say(Message.saying(heading)
                            .heading(heading)
                            .points(changes)
                            .paragraph(
                                    "Whoever sits in a break that moves, and its mentors, are told once; every message, "
                                            + "card and answer tells the new times at once.")
                            .actions(Button.main(
                                    "Delay the day",
                                    new ChatIntent.SetDelay(
                                            minutes,
                                            time.get().toString(),
                                            which,
                                            programme.changes().delays().size())))
                            .build()),
                    "proposed");
        } catch (IllegalArgumentException impossible) {
            return Done.refused(Refused.IMPOSSIBLE, String.valueOf(impossible.getMessage()));
        }
    }

    /// Pressed again, or worked again after an interruption, it delays the day no further.
    private Done set(int minutes, String from, int day, int after) {
        var before = programme.get();
        var time = SessionFinder.time(from);
        if (time.isEmpty()) {
            return Done.refused(Refused.NO_TIME, String.valueOf(from));
        }
        var delay = new Delay(day, time.get(), Duration.ofMinutes(minutes), clock.instant());
        if (isSaid(delay, after)) {
            return new Done(Reply.say("The day runs " + delay.inWords() + " already."), "delayed already");
        }
        try {
            var changed = programme.change(changes -> {
                if (changes.delays().size() != after) {
                    throw new IllegalArgumentException("the day was delayed, or is on time again, since I asked: \""
                            + changes.delays().stream().map(Delay::inWords).collect(Collectors.joining(", ")) + "\"");
                }
                var next = changes.with(delay);
                programme.with(next);
                return next;
            });
            return done("The day runs " + delay.inWords() + ".", before, changed, "delayed");
        } catch (IllegalArgumentException impossible) {
            return Done.refused(Refused.IMPOSSIBLE, String.valueOf(impossible.getMessage()));
        }
    }

    private boolean isSaid(Delay delay, int after) {
        programme.refresh();
        var delays = programme.changes().delays();
        return delays.size() > after
                && delays.get(after).day() == delay.day()
                && delays.get(after).from().equals(delay.from())
                && delays.get(after).by().equals(delay.by());
    }

    private Done end() {
        if (programme.changes().delays().isEmpty()) {
            return Done.refused(Refused.NO_DELAY);
        }
        var before = programme.get();
        var changed = programme.change(DayChanges::withoutDelays);
        return done("The day runs as planned again.", before, changed, "delays taken back");
    }

    private Done done(String heading, Programme before, DayChanges changed, String outcome) {
        return new Done(
                new Reply.Replace(Message.saying(heading)
                        .heading(heading)
                        .points(changes(before, programme.with(changed)))
                        .small("Those concerned are being told.")
                        .build()),
                outcome + ", revision " + changed.revision());
    }

    private static Message standing(List<Delay> delays) {
        if (delays.isEmpty()) {
            return Message.of("The day runs as planned. " + HOW);
        }
        return Message.saying("The day runs late.")
                .heading("The day runs late")
                .points(delays.stream().map(delay -> Text.of(delay.inWords())).toList())
                .actions(Button.of("On time again", new ChatIntent.EndDelays()))
                .build();
    }

    /// "Coffee Break 15:00 → 15:15"
    private static List<Text> changes(Programme before, Programme after) {
        var lines = new ArrayList<Text>();
        for (var session : after.sessions()) {
            before.session(session.id())
                    .filter(was -> !was.start().equals(session.start()) || !Objects.equals(was.end(), session.end()))
                    .ifPresent(was -> lines.add(Text.of("")
                            .bold(session.title())
                            .plain(": " + was.start() + end(was.end()) + " becomes " + session.start()
                                    + end(session.end()))));
        }
        return lines;
    }

    private static String end(@Nullable LocalTime end) {
        return end == null ? "" : " to " + end;
    }
}
