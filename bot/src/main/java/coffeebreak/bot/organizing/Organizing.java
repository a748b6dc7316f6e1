package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Message.Button;
import coffeebreak.bot.chat.Message.Confirmation;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.chat.Text;
import coffeebreak.bot.feedback.Feedback;
import coffeebreak.bot.feedback.Feedbacks;
import coffeebreak.bot.feedback.Figures;
import coffeebreak.bot.mentoring.Mentoring;
import coffeebreak.bot.mentoring.Mentoring.Preview;
import coffeebreak.bot.mentoring.Mentoring.Publication;
import coffeebreak.bot.mentoring.Mentoring.Report;
import coffeebreak.bot.mentoring.Mentoring.TableReport;
import coffeebreak.bot.mentoring.Seat;
import coffeebreak.bot.mentoring.SeatingPlan;
import coffeebreak.bot.notices.Contacts;
import coffeebreak.bot.notices.Outbox;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.signup.Profile;
import coffeebreak.bot.signup.Profiles;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// What organizers can do. Rights are checked here, when something is carried out, whichever way it was asked for;
/// every act and every refusal leaves a line in the audit trail.
public final class Organizing {

    private static final int SHOWN_REFUSALS = 5;
    private static final int SHOWN_UNREACHABLE = 20;
    private static final int SHOWN_LINES = 10;

    private final Set<Person> organizers;
    private final Supplier<Programme> programme;
    private final Mentoring mentoring;
    private final Profiles profiles;
    private final Outbox outbox;
    private final Contacts contacts;
    private final Feedbacks feedbacks;
    private final AuditTrail audit;
    private final InstantSource clock;

    public Organizing(
            Set<Person> organizers,
            Supplier<Programme> programme,
            Mentoring mentoring,
            Profiles profiles,
            Outbox outbox,
            Contacts contacts,
            Feedbacks feedbacks,
            AuditTrail audit,
            InstantSource clock) {
        this.organizers = Set.copyOf(organizers);
        this.programme = programme;
        this.mentoring = mentoring;
        this.profiles = profiles;
        this.outbox = outbox;
        this.contacts = contacts;
        this.feedbacks = feedbacks;
        this.audit = audit;
        this.clock = clock;
    }

    public boolean isOrganizer(Person who) {
        return organizers.contains(who);
    }

    public Reply help(Person who) {
        return asOrganizer(who, "help", () -> new Done(Reply.say(helpMessage()), "shown"));
    }

    /// What to say to a command nobody understands.
    public Reply unknown(Person who, String words) {
        return asOrganizer(
                who,
                "unknown command",
                () -> new Done(
                        Reply.say(Message.saying("I don't know \"" + words + "\".")
                                .paragraph("I don't know \"" + words + "\".")
                                .add(helpMessage().parts().get(1))
                                .build()),
                        "unknown"));
    }

    private static Message helpMessage() {
        return Message.saying("What organizers can do")
                .heading("What organizers can do")
                .points(List.of(
                        Text.of("")
                                .bold("/coffee-admin preview")
                                .plain(" runs the matching and shows it; nobody is told"),
                        Text.of("").bold("/coffee-admin publish").plain(" tells everybody what was previewed last"),
                        Text.of("")
                                .bold("/coffee-admin mentors")
                                .plain(" says who hosts a table, and who has not answered"),
                        Text.of("")
                                .bold("/coffee-admin delay 15m from 14:30")
                                .plain(" lets the day run late, and everything follows; \"delay off\" takes it back"),
                        Text.of("").bold("/coffee-admin status").plain(" says how things stand"),
                        Text.of("").bold("/coffee-admin help").plain(" shows this")))
                .actions(Button.main("Preview", new ChatIntent.Preview()), Button.of("Status", new ChatIntent.Status()))
                .build();
    }

    public Reply status(Person who) {
        return asOrganizer(who, "status", () -> new Done(Reply.say(statusMessage()), "shown"));
    }

    private Message statusMessage() {
        var all = profiles.all();
        var plan = mentoring.plan();
        var seeking = all.stream().filter(Profile::seeking).count();
        var taken = plan.seats().stream().filter(seat -> seat.state().taken()).toList();
        var summary = "How things stand: " + count(seeking, "sign-up") + ", "
                + (plan.published() ? taken.size() + " seated" : "nothing published") + ".";
        return Message.saying(summary)
                .heading("How things stand")
                .points(List.of(
                        told("Day", day()),
                        told("Sign-ups", seeking + " looking for a seat, " + (all.size() - seeking) + " withdrawn"),
                        told("Published", plan.published() ? published(plan, taken) : "nothing yet"),
                        told("Messages", messages())))
                .points(afterwards())
                .points(undelivered(all))
                .points(unreachable(all))
                .actions(Button.main("Preview", new ChatIntent.Preview()))
                .build();
    }

    /// The latest people who could not be told something, and why.
    private List<Text> undelivered(List<Profile> all) {
        var names = all.stream().collect(Collectors.toMap(Profile::person, Profile::name));
        return outbox.refusals(SHOWN_REFUSALS).stream()
                .map(refusal -> Text.of("Not delivered to ")
                        .bold(names.getOrDefault(refusal.to(), refusal.to().id()))
                        .plain(": " + refusal.reason()))
                .toList();
    }

    /// What people said after the breaks, in numbers and in lines that nobody's name stands beside.
    private List<Text> afterwards() {
        var figures = Figures.of(feedbacks.all());
        if (figures.met() + figures.missed() == 0) {
            return List.of();
        }
        var lines = new ArrayList<Text>();
        lines.add(told(
                "Afterwards",
                figures.met() + " met, " + figures.missed() + " did not"
                        + (figures.rated() == 0
                                ? ""
                                : String.format(
                                        Locale.ROOT,
                                        "; useful %.1f of 5, said %d",
                                        figures.useful(),
                                        figures.rated()))));
        feedbacks.all().stream()
                .map(Feedback::line)
                .filter(line -> !line.isEmpty())
                .sorted()
                .limit(SHOWN_LINES)
                .forEach(line -> lines.add(Text.of("Somebody wrote: ").italic(line)));
        return lines;
    }

    /// Who cannot be reached at all, by name.
    private List<Text> unreachable(List<Profile> all) {
        var names = all.stream().collect(Collectors.toMap(Profile::person, Profile::name));
        mentoring
                .mentors()
                .all()
                .forEach(mentor -> mentor.identities().forEach(each -> names.putIfAbsent(each, mentor.name())));
        var who = contacts.noted().unreachable();
        var lines = who.entrySet().stream()
                .sorted(Comparator.comparing(entry ->
                        names.getOrDefault(entry.getKey(), "~" + entry.getKey().id())))
                .limit(SHOWN_UNREACHABLE)
                .map(entry -> Text.of("Cannot be reached: ")
                        .bold(names.getOrDefault(entry.getKey(), entry.getKey().id()))
                        .plain(" (" + entry.getValue() + ")"))
                .collect(Collectors.toCollection(ArrayList::new));
        if (who.size() > lines.size()) {
            lines.add(Text.of("and " + (who.size() - lines.size()) + " more who cannot be reached"));
        }
        return lines;
    }

    private static Text told(String what, String words) {
        return Text.of("").bold(what + ": ").plain(words);
    }

    private String day() {
        var day = programme.get();
        return (day.date() == null ? "no date set" : day.date().toString()) + ", "
                + (day.zone() == null ? "no time zone set" : day.zone().getId());
    }

    private static String published(SeatingPlan plan, List<Seat> taken) {
        var confirmed = taken.stream()
                .filter(seat -> seat.state() == Seat.State.CONFIRMED)
                .count();
        var waiting = plan.standby().values().stream()
                .flatMap(List::stream)
                .distinct()
                .filter(person -> plan.takenBy(person).isEmpty())
                .count();
        return "round " + plan.round() + ", " + taken.size() + " seated (" + confirmed + " confirmed), " + waiting
                + " waiting";
    }

    private String messages() {
        var owed = outbox.counts();
        return owed.delivered() + " delivered, " + (owed.waiting() + owed.underWay()) + " on their way, "
                + owed.refused() + " could not be delivered";
    }

    /// "1 seat", "2 seats".
    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    public Reply preview(Person who) {
        return asOrganizer(who, "preview", () -> switch (mentoring.preview()) {
            case Preview.Nothing(var why) -> new Done(Reply.say("Nobody to match: " + why + "."), "nobody to match");
            case Preview.Ready ready ->
                new Done(Reply.say(shown(ready, "Preview of round " + ready.number())), "round " + ready.number());
        });
    }

    private Message shown(Preview.Ready ready, String heading) {
        var report = ready.report();
        var draft = ready.draft();
        var message = Message.saying(heading + ": " + report.seated() + " of " + report.asked() + " seated.")
                .heading(heading)
                .paragraph(figures(report))
                .small("Seed " + draft.seed() + ", " + draft.milliseconds() + " ms, "
                        + (draft.proven() ? "proven optimal" : "not proven optimal")
                        + ", rules broken: " + report.brokenRules() + ". Nobody was told yet.");
        for (var coffeeBreak : programme.get().breaks()) {
            var tables = report.tables().stream()
                    .filter(table -> table.table().coffeeBreak().equals(coffeeBreak.id()))
                    .map(Organizing::line)
                    .toList();
            if (!tables.isEmpty()) {
                message.divider()
                        .paragraph(Text.of("")
                                .bold(coffeeBreak.title() + " " + coffeeBreak.ordinal() + ", " + coffeeBreak.start()))
                        .points(tables);
            }
        }
        var day = programme.get();
        if (day.date() == null || day.zone() == null) {
            message.paragraph("It cannot be published yet: the date or the time zone of the day is not set "
                    + "(COFFEEBREAK_EVENT_DATE, COFFEEBREAK_EVENT_ZONE).");
            return message.build();
        }
        var told = count(report.seated() + report.waiting().size(), "participant");
        return message.actions(
                        Button.main(
                                "Publish",
                                new ChatIntent.Publish(ready.number()),
                                new Confirmation(
                                        "Publish round " + ready.number() + "?",
                                        told + " and the mentors are told what is new to them.",
                                        "Publish",
                                        "Not yet")),
                        Button.of("Preview again", new ChatIntent.Preview()))
                .build();
    }

    private static Text figures(Report report) {
        return Text.of("")
                .bold(report.seated() + " of " + report.asked())
                .plain(" who asked have a seat; early-stage: ")
                .bold(report.earlyStageSeated() + " of " + report.earlyStage())
                .plain(". Without a seat: " + report.waiting().size() + "." + peers(report.peers()) + " Left alone: "
                        + report.alone() + ".");
    }

    /// " Tables of peers: 2 (7 people)."
    private static String peers(List<Integer> sizes) {
        var people = sizes.stream().mapToInt(size -> size).sum();
        return sizes.isEmpty() ? "" : " Tables of peers: " + sizes.size() + " (" + people + " people).";
    }

    private static Text line(TableReport report) {
        return Text.of("")
                .bold(report.mentor().name())
                .plain(" " + report.names().size() + "/" + report.table().capacity()
                        + (report.names().isEmpty()
                                ? ""
                                : String.format(Locale.ROOT, ", affinity %.2f: ", report.mean())
                                        + String.join(", ", report.names())));
    }

    /// @param round the round's number; 0 for the one previewed last
    public Reply publish(Person who, int round) {
        return asOrganizer(
                who, "publish " + (round == 0 ? "latest" : "round " + round), () -> switch (mentoring.publish(round)) {
                    case Publication.Published(var number, var seats, var waiting, var notices) ->
                        new Done(
                                new Reply.Replace(Message.saying("Round " + number + " is published.")
                                        .heading("Round " + number + " is published")
                                        .paragraph(Text.of("")
                                                .bold(count(seats, "seat"))
                                                .plain(" given, " + waiting + " in line. On their way: "
                                                        + count(notices, "message") + "."))
                                        .actions(Button.of("Status", new ChatIntent.Status()))
                                        .build()),
                                "published round " + number + ", " + notices + " notices");
                    case Publication.AlreadyPublished(var number) ->
                        new Done(
                                Reply.say("Round " + number + " is published already; nobody was told anything again."),
                                "already published");
                    case Publication.Stale(var number, var difference) -> staleInstead(number, difference);
                    case Publication.Impossible(var why) ->
                        new Done(Reply.say("Not published: " + why + "."), "impossible");
                });
    }

    private Done staleInstead(int number, String difference) {
        var told = "Round " + number + " was not published: " + difference + ".";
        return switch (mentoring.preview()) {
            case Preview.Nothing(var why) ->
                new Done(Reply.say(told + " Now there is nobody to match: " + why + "."), "stale");
            case Preview.Ready ready ->
                new Done(
                        Reply.say(shown(
                                ready, "Not published: " + difference + ". Round " + ready.number() + " instead")),
                        "stale, previewed round " + ready.number());
        };
    }

    Reply asOrganizer(Person who, String act, Supplier<Done> carryOut) {
        if (!isOrganizer(who)) {
            audit.append(new AuditTrail.Entry(clock.instant(), who, act, "refused: not an organizer"));
            return Reply.say(
                    "Only organizers can do that. If you are one, ask the person who runs this bot to add you.");
        }
        var done = carryOut.get();
        audit.append(new AuditTrail.Entry(clock.instant(), who, act, done.outcome()));
        return done.reply();
    }

    record Done(Reply reply, String outcome) {}
}
