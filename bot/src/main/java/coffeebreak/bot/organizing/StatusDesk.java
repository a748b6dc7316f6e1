package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Message.Button;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Reply;
import coffeebreak.bot.chat.Text;
import coffeebreak.bot.feedback.Feedback;
import coffeebreak.bot.feedback.Feedbacks;
import coffeebreak.bot.feedback.Figures;
import coffeebreak.bot.mentoring.Mentoring;
import coffeebreak.bot.mentoring.Seat;
import coffeebreak.bot.mentoring.SeatingPlan;
import coffeebreak.bot.notices.Contacts;
import coffeebreak.bot.notices.Outbox;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.signup.Profile;
import coffeebreak.bot.signup.Profiles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Says how things stand: first what waits for an organizer, each with the button that deals with it.
public final class StatusDesk implements Desk {

    private static final int SHOWN_REFUSALS = 5;
    private static final int SHOWN_UNREACHABLE = 20;
    private static final int SHOWN_LINES = 10;
    private static final int SHOWN_NEEDS = 8;

    private final Supplier<Programme> programme;
    private final Mentoring mentoring;
    private final Profiles profiles;
    private final Outbox outbox;
    private final Contacts contacts;
    private final Feedbacks feedbacks;
    private final Overview overview;

    public StatusDesk(
            Supplier<Programme> programme,
            Mentoring mentoring,
            Profiles profiles,
            Outbox outbox,
            Contacts contacts,
            Feedbacks feedbacks,
            Overview overview) {
        this.programme = programme;
        this.mentoring = mentoring;
        this.profiles = profiles;
        this.outbox = outbox;
        this.contacts = contacts;
        this.feedbacks = feedbacks;
        this.overview = overview;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("status", "says what is going on, what needs you, and how things stand", (_, _) -> new Done(Reply.say(statusMessage()), "shown")));
    }

    @Override
    public Optional<Act> pressed(Person who, ChatIntent.OfOrganizer intent) {
        return Optional.empty();
    }

    private Message statusMessage() {
        var all = profiles.all();
        var plan = mentoring.plan();
        var seeking = all.stream().filter(Profile::seeking).count();
        var taken = plan.seats().stream().filter(seat -> seat.state().taken()).toList();
        var summary = "How things stand: " + (seeking == 1 ? "1 sign-up" : seeking + " sign-ups") + ", "
                + (plan.published() ? taken.size() + " seated" : "nothing published") + ".";
        var needs = overview.needs();
        var message = Message.saying(needs.isEmpty() ? summary : summary + " " + needs.getFirst().words())
                .heading("How things stand");
        if (!needs.isEmpty()) {
            message.paragraph(Text.of("").bold("What needs you:"));
            needs.stream()
                    .limit(SHOWN_NEEDS)
                    .forEach(need -> message.paragraph(need.words()).actions(need.button()));
            if (needs.size() > SHOWN_NEEDS) {
                message.paragraph("and " + (needs.size() - SHOWN_NEEDS) + " more");
            }
            message.divider();
        }
        return message.points(overview.going())
                .points(List.of(
                        told("Day", day()),
                        told("Sign-ups", seeking + " looking for a seat, " + (all.size() - seeking) + " withdrawn"),
                        told("Published", plan.published() ? published(plan, taken) : "nothing yet"),
                        told("Messages", messages())))
                .points(afterwards())
                .points(undelivered(all))
                .points(unreachable(all))
                .actions(
                        Button.of("Preview", new ChatIntent.OrganizerCommand("preview", "")),
                        Button.of("Mentors", new ChatIntent.OrganizerCommand("mentors", "")),
                        Button.of("Report", new ChatIntent.OrganizerCommand("report", "")),
                        Button.of("Audit", new ChatIntent.OrganizerCommand("audit", "")))
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
        var locked = taken.stream().filter(plan::isLocked).count();
        return "round " + plan.round() + ", " + taken.size() + " seated (" + confirmed + " confirmed"
                + (locked == 0 ? "" : ", " + locked + " locked") + "), " + waiting
                + " waiting";
    }

    private String messages() {
        var owed = outbox.counts();
        return owed.delivered() + " delivered, " + (owed.waiting() + owed.underWay()) + " on their way, "
                + owed.refused() + " could not be delivered";
    }
}
