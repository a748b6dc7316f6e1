package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Message.Button;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.chat.Text;
import coffeebreak.bot.organizing.Organizing.Done;
import coffeebreak.bot.programme.DayChanges;
import coffeebreak.bot.programme.Delay;
import coffeebreak.bot.programme.LiveProgramme;
import coffeebreak.bot.programme.Programme;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What organizers do about the times of the day: let it run late, and take that back. Everything else follows by
/// itself: answers, messages about seats, cards, reminders, hard stops.
public final class DayDesk {

    private static final String HOW =
            "Say for example \"/coffee-admin delay 15m from 14:30\", or \"/coffee-admin delay "
                    + "off\" when the day is on time again.";
    private static final Pattern WORDS = Pattern.compile(
            "(?:by )?(?<minutes>\\d{1,3}) ?(?:m|min|mins|minutes?)?(?: late)?(?: from (?<from>\\d{1,2}[:.]\\d\\d)| from now)?");
    private static final int LONGEST = 180;

    private final Organizing organizing;
    private final LiveProgramme programme;
    private final InstantSource clock;

    public DayDesk(Organizing organizing, LiveProgramme programme, InstantSource clock) {
        this.organizing = organizing;
        this.programme = programme;
        this.clock = clock;
    }

    /// Does what an organizer wants; rights are checked first, and the act is written down.
    public Reply hear(Person who, ChatIntent.AboutDay act) {
        return switch (act) {
            case ChatIntent.AskDelay(var words) ->
                organizing.asOrganizer(
                        who, "delay " + words, () -> asked(words.strip().toLowerCase(Locale.ROOT)));
            case ChatIntent.SetDelay(var minutes, var from, var day) ->
                organizing.asOrganizer(
                        who, "delay " + minutes + " minutes from " + from, () -> set(minutes, from, day));
            case ChatIntent.EndDelays _ -> organizing.asOrganizer(who, "delay off", this::end);
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
            return refused("I don't understand \"" + words + "\" as a delay. " + HOW);
        }
        var day = programme.get();
        if (day.date() == null || day.zone() == null) {
            return refused(
                    "The day has no date and time zone yet, so it cannot run late. Set COFFEEBREAK_EVENT_DATE and "
                            + "COFFEEBREAK_EVENT_ZONE and restart.");
        }
        var minutes = Integer.parseInt(said.group("minutes"));
        if (minutes < 1 || minutes > LONGEST) {
            return refused("A delay takes 1 to " + LONGEST + " minutes, not " + minutes + ". " + HOW);
        }
        return proposed(minutes, said.group("from"), day);
    }

    private Done proposed(int minutes, @Nullable String from, Programme day) {
        var which = day.dayAt(clock.instant());
        var time = from == null ? Optional.of(day.timeAtVenue(clock.instant())) : time(from);
        if (time.isEmpty()) {
            return refused("\"" + from + "\" is no time of the day. " + HOW);
        }
        try {
            var delay = new Delay(which, time.get(), Duration.ofMinutes(minutes), clock.instant());
            var changes = changes(day, programme.with(programme.changes().with(delay)));
            if (changes.isEmpty()) {
                return refused("Nothing is still to come at " + time.get() + " or later, so nothing would move.");
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
                                    new ChatIntent.SetDelay(minutes, time.get().toString(), which)))
                            .build()),
                    "proposed");
        } catch (IllegalArgumentException impossible) {
            return refused("That cannot be: " + impossible.getMessage() + ".");
        }
    }

    private static Optional<LocalTime> time(String words) {
        try {
            var padded = words.replace('.', ':');
            return Optional.of(LocalTime.parse(padded.length() == 4 ? "0" + padded : padded));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    private Done set(int minutes, String from, int day) {
        var before = programme.get();
        var time = time(from);
        if (time.isEmpty()) {
            return refused("\"" + from + "\" is no time of the day. " + HOW);
        }
        var delay = new Delay(day, time.get(), Duration.ofMinutes(minutes), clock.instant());
        try {
            var changed = programme.change(changes -> {
                var next = changes.with(delay);
                programme.with(next);
                return next;
            });
            return done("The day runs " + delay.inWords() + ".", before, changed, "delayed");
        } catch (IllegalArgumentException impossible) {
            return refused("That cannot be: " + impossible.getMessage() + ".");
        }
    }

    private Done end() {
        if (programme.changes().delays().isEmpty()) {
            return refused("The day runs as planned; there is no delay to take back.");
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

    private static Done refused(String why) {
        return new Done(Reply.say(why), "refused: " + why);
    }
}
