package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Form;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Message.Button;
import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.chat.Text;
import coffeebreak.bot.notices.NoticeIds;
import coffeebreak.bot.notices.Outbox;
import coffeebreak.bot.notices.Timekeeper;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What organizers say to many at once. It is shown first, with how many get it, how many of those sleep, and how long
/// it takes; sent by one press, to each once; and corrected or stopped while it is under way. Who sent it reads in one
/// message how far it is.
public final class AnnounceDesk implements Desk, Timekeeper.Duty {

    private static final String FORM = ChatIntent.OrganizerForm.PREFIX + "announcement";
    private static final int LONGEST = 1500;
    private static final int TRIES = 20;
    private static final int SHOWN = 5;
    /// How many more must have left before the message that says how far it is is edited.
    private static final int STEP = 20;

    private static final Pattern NUMBERED =
            Pattern.compile("(?is)(?<what>stop|correct) #?(?<number>\\d{1,6})(?: (?<words>.+))?");
    private static final Pattern URGENT = Pattern.compile("(?is)(?<rest>.+?)[ ,(]+urgent(?:ly)?[)!.]*");

    private final Announcements announcements;
    private final Audience audience;
    private final Outbox outbox;
    private final UnaryOperator<List<Notice>> courtesy;
    private final NoticeIds ids;
    private final double perSecond;
    private final InstantSource clock;

    /// @param courtesy  what becomes of notices before they are owed
    /// @param perSecond how many notices leave in a second
    public AnnounceDesk(
            Announcements announcements,
            Audience audience,
            Outbox outbox,
            UnaryOperator<List<Notice>> courtesy,
            NoticeIds ids,
            double perSecond,
            InstantSource clock) {
        this.announcements = announcements;
        this.audience = audience;
        this.outbox = outbox;
        this.courtesy = courtesy;
        this.ids = ids;
        this.perSecond = perSecond;
        this.clock = clock;
    }

    /// How announcements are refused.
    public enum Refused implements Refusal {
        TO_WHOM(
                "I don't see whom that is for. End with \"to everybody\", \"to signed up\", \"to seated\", \"to unseated\", "
                        + "\"to mentors\", \"to those in coffee break 2\" or \"to #channel\", for example \"/coffee-admin announce "
                        + "Lunch is in the garden to everybody\"."),
        NOBODY("Nobody is \"%s\" at the moment, so nobody would get it."),
        TOO_LONG("An announcement takes " + LONGEST + " characters at most; this one has %s. Say it shorter."),
        NO_SUCH_ANNOUNCEMENT(
                "There is no announcement %s that could be %s. \"/coffee-admin announce\" shows the latest."),
        NO_WORDS("Say what is right instead, for example \"/coffee-admin announce correct 3 Lunch is in the foyer\"."),
        SENT_ALREADY("Announcement %s was sent already; nobody gets it twice.");

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
                        "announce",
                        "tells many people something, after showing how many; \"stop\" and \"correct\" change one that was sent",
                        this::typed)
                .with(
                        "[TEXT to WHOM [urgent] | stop NUMBER | correct NUMBER TEXT]",
                        "announce Lunch is in the garden to everybody",
                        "announce The bus leaves now to those in coffee break 2 urgent",
                        "announce stop 3",
                        "announce correct 3 Lunch is in the foyer")
                .refusing(Refused.values())
                .unquoted());
    }

    @Override
    public Optional<Act> pressed(Person who, ChatIntent.OfOrganizer intent) {
        if (intent instanceof ChatIntent.OrganizerForm(var form, var answers) && form.equals(FORM)) {
            var words =
                    String.join(" ", answers.getOrDefault("words", List.of())).strip();
            var to = String.join(" ", answers.getOrDefault("to", List.of()));
            var urgent = !answers.getOrDefault("urgent", List.of()).isEmpty();
            return Optional.of(new Act("announce", () -> propose(who, words, to, urgent)));
        }
        return intent instanceof ChatIntent.AboutAnnouncement act ? Optional.of(act(act)) : Optional.empty();
    }

    private Act act(ChatIntent.AboutAnnouncement act) {
        return switch (act) {
            case ChatIntent.WriteAnnouncement _ -> new Act("announce", () -> new Done(new Reply.Show(form()), "shown"));
            case ChatIntent.Announce(var number) -> new Act("announce " + number, () -> send(number));
            case ChatIntent.CorrectAnnouncement(var number) ->
                new Act("correct announcement " + number, () -> correct(number));
        };
    }

    private static Form form() {
        return new Form(
                FORM,
                "Announcement",
                "Preview",
                Text.of("You see how many get it before anything is sent."),
                List.of(
                        new Form.Field.Words("words", "What do you want to say?", "", "", LONGEST, true, true),
                        new Form.Field.Choice(
                                "to",
                                "To whom?",
                                "",
                                Audience.kinds().stream()
                                        .map(kind -> new Form.Option(kind, kind))
                                        .toList(),
                                "everybody",
                                true),
                        new Form.Field.Ticks(
                                "urgent",
                                "Urgent?",
                                "Urgent ones wake people, also those who asked for quiet.",
                                List.of(new Form.Option("urgent", "Send it at once, also where it is night")),
                                Set.of(),
                                false)));
    }

    private Done typed(Person who, String words) {
        if (words.isEmpty()) {
            return new Done(Reply.say(latest()), "shown");
        }
        var numbered = NUMBERED.matcher(words);
        if (numbered.matches()) {
            var number = Integer.parseInt(numbered.group("number"));
            return numbered.group("what").equalsIgnoreCase("stop")
                    ? stop(number)
                    : proposeCorrection(number, numbered.group("words"));
        }
        var urgent = URGENT.matcher(words);
        var rest = urgent.matches() ? urgent.group("rest") : words;
        for (var at = rest.lastIndexOf(" to "); at > 0; at = rest.lastIndexOf(" to ", at - 1)) {
            if (audience.of(rest.substring(at + 4)).isPresent()) {
                return propose(who, rest.substring(0, at).strip(), rest.substring(at + 4), urgent.matches());
            }
        }
        return Done.refused(Refused.TO_WHOM);
    }

    private Message latest() {
        var all = announcements.all().stream().filter(Announcement::isSent).toList();
        var message = Message.saying(all.isEmpty() ? "Nothing was announced yet." : "The latest announcements")
                .heading(all.isEmpty() ? "Nothing was announced yet" : "The latest announcements");
        all.reversed().stream()
                .limit(SHOWN)
                .forEach(each -> message.points(List.of(Text.of("")
                        .bold(each.number() + ". ")
                        .plain("to " + each.to() + ", " + progress(each) + ": ")
                        .italic(each.words()))));
        return message.small("For example: /coffee-admin announce Lunch is in the garden to everybody")
                .actions(Button.main("Write one", new ChatIntent.WriteAnnouncement()))
                .build();
    }

    private String progress(Announcement sent) {
        var progress = outbox.progress(idsOf(sent), clock.instant());
        return progress.delivered() + " of " + sent.people().size()
                + (progress.open() == 0 ? "" : ", " + progress.open() + " still to come");
    }

    private Done propose(Person who, String words, String to, boolean urgent) {
        if (words.length() > LONGEST) {
            return Done.refused(Refused.TOO_LONG, words.length());
        }
        var named = audience.of(to);
        if (named.isEmpty() || words.isEmpty()) {
            return Done.refused(Refused.TO_WHOM);
        }
        if (named.get().people().isEmpty()) {
            return Done.refused(Refused.NOBODY, named.get().name());
        }
        for (var tries = 0; tries < TRIES; tries++) {
            var number = announcements.all().stream()
                            .mapToInt(Announcement::number)
                            .max()
                            .orElse(0)
                    + 1;
            var draft = new Announcement(number, 1, words, to, urgent, who, "", List.of(), clock.instant(), 0);
            if (announcements.replace(draft)) {
                return new Done(Reply.say(preview(draft, named.get())), "proposed announcement " + number);
            }
        }
        throw new IllegalStateException("announcements changed " + TRIES + " times while one was written");
    }

    private Message preview(Announcement draft, Audience.Named named) {
        var now = clock.instant();
        var all = notices(draft, named.people());
        var considered = courtesy.apply(all);
        var later =
                considered.stream().filter(notice -> notice.due().isAfter(now)).count();
        var left = all.size() - considered.size();
        var heading =
                "Announce this to " + considered.size() + (considered.size() == 1 ? " recipient?" : " recipients?");
        var points = new ArrayList<Text>();
        points.add(Text.of("To: ").bold(named.name()).plain(draft.urgent() ? ", urgent" : ""));
        points.add(Text.of(
                later == 0
                        ? "Nobody of them has to be waked."
                        : later + " of them sleep now and get it in the morning on their own clock"));
        if (left > 0) {
            points.add(Text.of(left + " more do not get it: they asked for quiet, or have no account any more"));
        }
        points.add(Text.of("It takes about " + span(considered.size() - (int) later) + " at the chat's pace."));
        return Message.saying(heading)
                .heading(heading)
                .paragraph(Text.of("").italic(draft.words()))
                .points(points)
                .actions(Button.main("Send it", new ChatIntent.Announce(draft.number())))
                .build();
    }

    private String span(int count) {
        var seconds = (long) Math.ceil(count / perSecond);
        return seconds < 90
                ? seconds + (seconds == 1 ? " second" : " seconds")
                : Duration.ofSeconds(seconds).toMinutes() + " minutes";
    }

    private Done send(int number) {
        var named = find(number).flatMap(draft -> audience.of(draft.to()));
        var now = clock.instant();
        var sent = change(
                number,
                draft -> draft.isSent() || named.isEmpty()
                        ? null
                        : draft.sentTo(named.get().people(), now));
        if (sent.isEmpty()) {
            return find(number).filter(Announcement::isSent).isPresent()
                    ? Done.refused(Refused.SENT_ALREADY, number)
                    : Done.refused(Refused.NO_SUCH_ANNOUNCEMENT, number, "sent");
        }
        look();
        var count = sent.get().people().size();
        return new Done(
                new Reply.Replace(Message.saying("Announcement " + number + " is on its way.")
                        .heading("Announcement " + number + " is on its way")
                        .paragraph(Text.of("").italic(sent.get().words()))
                        .paragraph(
                                "To " + named.orElseThrow().name() + ": " + count + ". I write to you how far it is.")
                        .actions(Button.of(
                                "Stop what is not out yet",
                                new ChatIntent.OrganizerCommand("announce", "stop " + number)))
                        .build()),
                "sent announcement " + number + " to " + count);
    }

    /// Takes back what has not left; who has it keeps it.
    private Done stop(int number) {
        var sent = find(number).filter(Announcement::isSent);
        if (sent.isEmpty()) {
            return Done.refused(Refused.NO_SUCH_ANNOUNCEMENT, number, "stopped");
        }
        var announcement = sent.get();
        var fate = outbox.fate(idsOf(announcement));
        outbox.plan(announcement.people().stream()
                .filter(who -> fate.waiting().contains(id(announcement, who)))
                .map(who -> notice(
                        ids.of("announcement-stop", Integer.toString(number), who.id()),
                        who,
                        new Notice.Content.TakeBack(id(announcement, who), message(announcement)),
                        announcement))
                .toList());
        return new Done(
                Reply.say("Announcement " + number + " is stopped: "
                        + fate.delivered().size() + " have it, "
                        + fate.waiting().size() + " do not get it any more."),
                "stopped announcement " + number);
    }

    private Done proposeCorrection(int number, @Nullable String words) {
        if (words == null || words.isBlank()) {
            return Done.refused(Refused.NO_WORDS);
        }
        if (words.length() > LONGEST) {
            return Done.refused(Refused.TOO_LONG, words.length());
        }
        var proposed = change(number, sent -> sent.isSent() ? sent.proposing(words.strip()) : null);
        if (proposed.isEmpty()) {
            return Done.refused(Refused.NO_SUCH_ANNOUNCEMENT, number, "corrected");
        }
        var heading = "Correct announcement " + number + " for "
                + proposed.get().people().size() + "?";
        return new Done(
                Reply.say(Message.saying(heading)
                        .heading(heading)
                        .points(List.of(
                                Text.of("It says: ").italic(proposed.get().words()),
                                Text.of("It would say: ").italic(words.strip())))
                        .paragraph("Their messages are edited, which makes no sound.")
                        .actions(Button.main("Correct it", new ChatIntent.CorrectAnnouncement(number)))
                        .build()),
                "proposed to correct announcement " + number);
    }

    private Done correct(int number) {
        var corrected = change(number, sent -> sent.isSent() && !sent.pending().isEmpty() ? sent.corrected() : null);
        if (corrected.isEmpty()) {
            return Done.refused(Refused.NO_SUCH_ANNOUNCEMENT, number, "corrected");
        }
        var announcement = corrected.get();
        outbox.plan(announcement.people().stream()
                .map(who -> notice(
                        ids.of(
                                "announcement-edit",
                                Integer.toString(number),
                                Long.toString(announcement.version()),
                                who.id()),
                        who,
                        new Notice.Content.Edit(id(announcement, who), message(announcement)),
                        announcement))
                .toList());
        return new Done(
                new Reply.Replace(Message.of("Announcement " + number + " is corrected: "
                        + announcement.people().size() + " messages are edited, those not out yet as well.")),
                "corrected announcement " + number);
    }

    /// Owes what was sent, under ids that are always the same, and tells whoever sent it how far it is.
    @Override
    public void look() {
        for (var each : announcements.all()) {
            if (each.isSent() && each.shown() >= 0) {
                follow(each);
            }
        }
    }

    private void follow(Announcement sent) {
        if (sent.shown() == 0) {
            outbox.plan(notices(sent, sent.people()));
        }
        var told = outbox.progress(idsOf(sent), clock.instant());
        var left = sent.people().size() - told.open();
        var over = told.open() == 0;
        if (over || left >= sent.shown() + STEP || sent.shown() == 0) {
            var progress = ids.of("announcement-progress", Integer.toString(sent.number()));
            var message = Message.saying("Announcement " + sent.number() + ": "
                            + told.delivered() + " of " + sent.people().size()
                            + (over ? " have it." : " have it so far."))
                    .heading("Announcement " + sent.number())
                    .paragraph(Text.of("")
                            .bold(told.delivered() + " of " + sent.people().size())
                            .plain(over ? " have it; nothing is left to send." : " have it so far."))
                    .build();
            outbox.plan(List.of(
                    notice(progress, sent.by(), new Notice.Content.Post(message), sent),
                    notice(
                            ids.of("announcement-progress", Integer.toString(sent.number()), left + (over ? "!" : "")),
                            sent.by(),
                            new Notice.Content.Edit(progress, message),
                            sent)));
            announcements.replace(sent.showing(over ? -1 : Math.max(1, left)));
        }
    }

    private List<Notice> notices(Announcement announcement, List<Person> people) {
        return people.stream()
                .map(who -> notice(
                        id(announcement, who), who, new Notice.Content.Post(message(announcement)), announcement))
                .toList();
    }

    private Notice notice(String id, Person who, Notice.Content content, Announcement announcement) {
        var urgency = announcement.urgent() ? Notice.Urgency.URGENT : Notice.Urgency.OPTIONAL;
        return new Notice(
                id,
                who,
                content,
                clock.instant(),
                content instanceof Notice.Content.Post && !who.equals(announcement.by())
                        ? urgency
                        : Notice.Urgency.URGENT,
                null);
    }

    private List<String> idsOf(Announcement announcement) {
        return announcement.people().stream().map(who -> id(announcement, who)).toList();
    }

    private String id(Announcement announcement, Person who) {
        return ids.of("announcement", Integer.toString(announcement.number()), who.id());
    }

    private static Message message(Announcement announcement) {
        return Message.saying("From the organizers: " + announcement.words())
                .heading("From the organizers")
                .paragraph(announcement.words())
                .build();
    }

    private Optional<Announcement> find(int number) {
        return announcements.all().stream()
                .filter(each -> each.number() == number)
                .findFirst();
    }

    /// @param change gives null where there is nothing to change
    private Optional<Announcement> change(int number, Function<Announcement, @Nullable Announcement> change) {
        for (var tries = 0; tries < TRIES; tries++) {
            var before = find(number);
            var next = before.isEmpty() ? null : change.apply(before.get());
            if (next == null) {
                return Optional.empty();
            }
            if (announcements.replace(next)) {
                return Optional.of(next);
            }
        }
        throw new IllegalStateException("announcement " + number + " changed " + TRIES + " times while it was changed");
    }

    /// Takes a person off everything that was announced.
    public void forget(Person who) {
        for (var each : announcements.all()) {
            if (each.people().contains(who)) {
                change(each.number(), sent -> sent.people().contains(who) ? sent.without(who) : null);
            }
        }
    }
}
