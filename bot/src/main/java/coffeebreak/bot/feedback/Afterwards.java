package coffeebreak.bot.feedback;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Form;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Message.Button;
import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.chat.Notice.Content;
import coffeebreak.bot.chat.Notice.Urgency;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.chat.Text;
import coffeebreak.bot.notices.NoticeIds;
import coffeebreak.bot.notices.Outbox;
import coffeebreak.bot.notices.Timekeeper;
import coffeebreak.bot.signup.Directory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The one question after a break: did you meet, was it useful, a line if you like; and staying in touch, which
/// happens only where both say so.
public final class Afterwards implements Timekeeper.Duty {

    /// The name of the form begins with this; the seat's id follows.
    public static final String FORM = "feedback:";

    /// How long after the end of a break people are asked.
    public static final Duration BREATH = Duration.ofMinutes(5);

    private static final String LINE = "line";
    private static final int LONGEST_LINE = 300;
    private static final Duration WORTH_ASKING = Duration.ofHours(12);
    private static final int MOST_BUTTONS = 8;

    private final Meetings meetings;
    private final Directory directory;
    private final Feedbacks feedbacks;
    private final Outbox outbox;
    private final NoticeIds ids;
    private final InstantSource clock;
    /// The ends of the breaks about which this process has asked: asking again would do no harm, but work.
    private final Set<Instant> asked = new HashSet<>();

    public Afterwards(
            Meetings meetings,
            Directory directory,
            Feedbacks feedbacks,
            Outbox outbox,
            NoticeIds ids,
            InstantSource clock) {
        this.meetings = meetings;
        this.directory = directory;
        this.feedbacks = feedbacks;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /// Asks everybody who was expected at a table, some minutes after their break. The plan is read only when a break
    /// has just become due.
    @Override
    public void look() {
        var now = clock.instant();
        var due = meetings.ends().stream()
                .filter(end -> isToBeAsked(end, now) && !asked.contains(end))
                .toList();
        if (due.isEmpty()) {
            return;
        }
        outbox.plan(meetings.all().stream()
                .filter(meeting -> due.contains(meeting.end()))
                .map(meeting -> new Notice(
                        questionOf(meeting),
                        meeting.who(),
                        new Content.Post(message(meeting)),
                        now,
                        Urgency.OPTIONAL,
                        meeting.end().plus(WORTH_ASKING)))
                .toList());
        asked.addAll(due);
    }

    private static boolean isToBeAsked(Instant end, Instant now) {
        return !now.isBefore(end.plus(BREATH)) && now.isBefore(end.plus(WORTH_ASKING));
    }

    private String questionOf(Meeting meeting) {
        return ids.of("feedback", meeting.id());
    }

    /// "We met", or not.
    ///
    /// @param seat    the seat's id; empty for the latest one that is over
    /// @param pressed whether it was a button of the question, which then shows the answer
    public Reply met(Person who, String seat, boolean happened, boolean pressed) {
        return change(who, seat, pressed, feedback -> feedback.withMet(happened));
    }

    /// @param points 1 to 5
    public Reply useful(Person who, String seat, int points, boolean pressed) {
        return points < 1 || points > 5
                ? Reply.say("Please give it 1 to 5: 5 is very useful.")
                : change(who, seat, pressed, feedback -> feedback.withUseful(points));
    }

    /// The form for a line in one's own words.
    public Reply form(Person who, String seat) {
        return found(who, seat)
                .<Reply>map(meeting -> new Reply.Show(new Form(
                        FORM + meeting.id(),
                        "One line",
                        "Save",
                        Text.of("The organizers read it without your name; your mentor and your table do not."),
                        List.of(new Form.Field.Words(
                                LINE,
                                "What would you like to say about it?",
                                "",
                                feedback(meeting).line(),
                                LONGEST_LINE,
                                true,
                                false)))))
                .orElseGet(Afterwards::nothingToSay);
    }

    public Reply submit(Person who, String form, Map<String, List<String>> answers) {
        var line = String.join(" ", answers.getOrDefault(LINE, List.of())).strip();
        return change(who, form.substring(FORM.length()), false, feedback -> feedback.withLine(line));
    }

    private Reply change(Person who, String seat, boolean pressed, UnaryOperator<Feedback> how) {
        return found(who, seat)
                .filter(meeting -> !meeting.hosts())
                .map(meeting -> {
                    feedbacks.save(how.apply(feedback(meeting)));
                    return shown(meeting, pressed, "Thank you, noted. ");
                })
                .orElseGet(Afterwards::nothingToSay);
    }

    /// "Stay in touch": with the mentor, with the peers at the table, or, for a mentor, with one mentee or with all.
    /// Whoever says so first learns nothing of the other.
    ///
    /// @param about id of a seat or, of a mentor, of their table; empty for the latest one that is over
    public Reply stayInTouch(Person who, String about, boolean pressed) {
        var meeting = found(who, about).or(() -> meetings.hostedWith(who, about));
        if (meeting.isEmpty()) {
            return nothingToSay();
        }
        var others = meeting.get().others().stream()
                .filter(other -> !meeting.get().hosts()
                        || about.isEmpty()
                        || about.equals(meeting.get().id())
                        || other.seat().equals(about))
                .toList();
        if (others.isEmpty()) {
            return Reply.say("There is nobody at that table whom I can write to.");
        }
        others.forEach(other -> feedbacks.wish(who, other.person()));
        others.stream()
                .filter(other -> feedbacks.wishes(other.person(), who))
                .forEach(other -> exchange(who, other.person()));
        return shown(meeting.get(), pressed, "Noted. I tell you as soon as they want it too, and nobody before. ");
    }

    private void exchange(Person one, Person other) {
        var pair = Stream.of(one.id(), other.id()).sorted().toList();
        outbox.plan(Stream.of(one, other)
                .map(to -> new Notice(
                        ids.of("in-touch", pair.getFirst(), pair.getLast(), to.id()),
                        to,
                        new Content.Post(address(to.equals(one) ? other : one)),
                        clock.instant(),
                        Urgency.URGENT,
                        null))
                .toList());
    }

    private Message address(Person of) {
        var name = directory.find(of).map(Directory.Entry::name).orElse("your partner");
        var text = Text.of("You both would like to stay in touch: ").mention(of);
        return Message.saying("You and " + name + " would both like to stay in touch.")
                .paragraph(directory
                        .email(of)
                        .map(email -> text.plain(", " + email))
                        .orElse(text))
                .build();
    }

    private Optional<Meeting> found(Person who, String seat) {
        var now = clock.instant();
        return seat.isEmpty()
                ? meetings.of(who).stream()
                        .filter(meeting -> !now.isBefore(meeting.end()))
                        .reduce((_, later) -> later)
                : meetings.of(who).stream()
                        .filter(meeting -> meeting.id().equals(seat))
                        .findFirst();
    }

    private static Reply nothingToSay() {
        return Reply.say("There is no table of yours that is over, so there is nothing to tell about it yet.");
    }

    /// After a button its message shows the answer; after words the question is edited, and a sentence says so.
    private Reply shown(Meeting meeting, boolean pressed, String said) {
        var message = message(meeting);
        if (pressed) {
            return new Reply.Replace(message);
        }
        if (isToBeAsked(meeting.end(), clock.instant())) {
            outbox.plan(List.of(new Notice(
                    ids.of("feedback-edit", meeting.id(), clock.instant().toString()),
                    meeting.who(),
                    new Content.Edit(questionOf(meeting), message),
                    clock.instant(),
                    Urgency.ORDINARY,
                    null)));
        }
        return Reply.say(said.strip());
    }

    private Feedback feedback(Meeting meeting) {
        return feedbacks.find(meeting.id(), meeting.who()).orElseGet(() -> Feedback.none(meeting.id(), meeting.who()));
    }

    /// The question as it stands, with what was answered so far.
    Message message(Meeting meeting) {
        var wished = new HashSet<>(feedbacks.wishedBy(meeting.who()));
        return meeting.hosts() ? toHost(meeting, wished) : toGuest(meeting, feedback(meeting), wished);
    }

    private static Message toGuest(Meeting meeting, Feedback feedback, Set<Person> wished) {
        var id = meeting.id();
        var met = feedback.met();
        if (met == null) {
            return Message.saying("Did you meet " + meeting.with() + "?")
                    .paragraph(
                            Text.of("Did you meet ").bold(meeting.with()).plain(" in " + meeting.coffeeBreak() + "?"))
                    .actions(
                            Button.main("We met", new ChatIntent.TellMet(id, true)),
                            Button.of("We didn't", new ChatIntent.TellMet(id, false)))
                    .small("The organizers see how many met, never who said what.")
                    .build();
        }
        if (met && feedback.useful() == 0) {
            return Message.saying("How useful was it?")
                    .paragraph(
                            Text.of("You met ").bold(meeting.with()).plain(". How useful was it, from 1 to 5 (very)?"))
                    .actions(java.util.stream.IntStream.rangeClosed(1, 5)
                            .mapToObj(
                                    points -> Button.of(Integer.toString(points), new ChatIntent.RateSeat(id, points)))
                            .toArray(Button[]::new))
                    .build();
        }
        var said = met
                ? "You met " + meeting.with() + ". Useful: " + feedback.useful() + " of 5."
                : "You did not meet " + meeting.with() + ".";
        var message = Message.saying(said).paragraph("Thank you. " + said);
        if (!feedback.line().isEmpty()) {
            message.paragraph(Text.of("You wrote: ").italic(feedback.line()));
        }
        var buttons = new ArrayList<Button>();
        buttons.add(Button.of(
                feedback.line().isEmpty() ? "Add one line" : "Change the line", new ChatIntent.WriteAboutSeat(id)));
        var others = meeting.others().stream().map(Meeting.Other::person).toList();
        if (!others.isEmpty() && !wished.containsAll(others)) {
            buttons.addFirst(Button.main("Stay in touch", new ChatIntent.StayInTouch(id)));
            message.small("Staying in touch: if both sides press it, I send each the other's name and e-mail address. "
                    + "Nobody learns that you pressed it otherwise.");
        } else if (!others.isEmpty()) {
            message.paragraph("You would like to stay in touch. I tell you as soon as they want it too.");
        }
        return message.actions(buttons.toArray(Button[]::new)).build();
    }

    private static Message toHost(Meeting meeting, Set<Person> wished) {
        var open = meeting.others().stream()
                .filter(other -> !wished.contains(other.person()))
                .toList();
        var summary = "Thank you for hosting your table.";
        var message = Message.saying(summary)
                .paragraph(Text.of("").bold(summary).plain(" " + meeting.coffeeBreak() + " is over."));
        var chosen = meeting.others().stream()
                .filter(other -> wished.contains(other.person()))
                .map(Meeting.Other::name)
                .toList();
        if (!chosen.isEmpty()) {
            message.paragraph("You would like to stay in touch with " + String.join(", ", chosen)
                    + ". I tell you as soon as they want it too.");
        }
        if (!open.isEmpty()) {
            message.paragraph("Would you like to stay in touch with somebody? If both sides say so, I send each the "
                    + "other's name and e-mail address. Nobody learns that you pressed it otherwise.");
            var buttons = new ArrayList<Button>();
            open.stream()
                    .filter(Meeting.Other::named)
                    .limit(MOST_BUTTONS)
                    .forEach(other ->
                            buttons.add(Button.of("With " + other.name(), new ChatIntent.StayInTouch(other.seat()))));
            buttons.add(Button.of("With all of them", new ChatIntent.StayInTouch(meeting.id())));
            message.actions(buttons.toArray(Button[]::new));
        }
        return message.build();
    }
}
