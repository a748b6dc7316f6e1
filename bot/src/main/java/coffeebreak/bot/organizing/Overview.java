package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Message.Button;
import coffeebreak.bot.chat.Text;
import coffeebreak.bot.mentoring.Lineup;
import coffeebreak.bot.mentoring.Mentoring;
import coffeebreak.bot.mentoring.SeatingPlan;
import coffeebreak.bot.notices.Contacts;
import coffeebreak.bot.notices.Outbox;
import coffeebreak.bot.programme.BreakWording;
import coffeebreak.bot.programme.Delay;
import coffeebreak.bot.programme.LiveProgramme;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.Session;
import coffeebreak.bot.signup.Profile;
import coffeebreak.bot.signup.Profiles;
import coffeebreak.bot.signup.SignUpDeadline;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// How the day stands for whoever runs it: what goes on, what waits for them, the most pressing first, and what else
/// they may want to look at. Reads only.
public final class Overview {

    private static final int MOST = 5;

    private final LiveProgramme programme;
    private final Mentoring mentoring;
    private final Lineup lineup;
    private final Profiles profiles;
    private final Outbox outbox;
    private final Contacts contacts;
    private final SignUpDeadline deadline;
    private final Supplier<List<Need>> more;
    private final InstantSource clock;

    /// @param more what waits for organizers in other features
    public Overview(
            LiveProgramme programme,
            Mentoring mentoring,
            Lineup lineup,
            Profiles profiles,
            Outbox outbox,
            Contacts contacts,
            SignUpDeadline deadline,
            Supplier<List<Need>> more,
            InstantSource clock) {
        this.programme = programme;
        this.mentoring = mentoring;
        this.lineup = lineup;
        this.profiles = profiles;
        this.outbox = outbox;
        this.contacts = contacts;
        this.deadline = deadline;
        this.more = more;
        this.clock = clock;
    }

    /// What goes on: "Invited talk 2 until 11:45; then Lunch at 12:30".
    public String now() {
        var day = programme.get();
        var now = clock.instant();
        var wording = new BreakWording(day);
        var on = day.sessions().stream()
                .filter(session -> isOn(day, session, now))
                .map(session -> wording.title(session) + (session.end() == null ? "" : " until " + session.end()))
                .collect(Collectors.joining(" and "));
        var next = day.sessions().stream()
                .filter(session -> day.startOf(session).filter(now::isBefore).isPresent())
                .min(Comparator.comparing(session -> day.startOf(session).orElse(Instant.MAX)))
                .map(session -> wording.title(session) + " at " + session.start());
        if (on.isEmpty()) {
            return next.map(session -> "next is " + session).orElse("nothing is to come");
        }
        return on + next.map(session -> "; then " + session).orElse("");
    }

    private static boolean isOn(Programme day, Session session, Instant now) {
        return day.startOf(session).filter(start -> !now.isBefore(start)).isPresent()
                && day.endOf(session).filter(now::isBefore).isPresent();
    }

    /// What else is so at the moment: whether the day runs late, until when sign-up is open.
    public List<Text> going() {
        var lines = new ArrayList<Text>();
        lines.add(told("Now", now()));
        for (Delay delay : programme.changes().delays()) {
            lines.add(told("Late", "the day runs " + delay.inWords()));
        }
        lines.add(told(
                "Sign-up for the first round",
                deadline.ahead()
                        .map(until -> "open until " + until)
                        .orElseGet(() -> deadline.closes().isPresent()
                                ? "over; whoever comes now gets a free seat or a place in line"
                                : "no end is set")));
        return lines;
    }

    /// What waits for an organizer, the most pressing first.
    public List<Need> needs() {
        var needs = new ArrayList<Need>();
        lineup.cancelled().stream().map(Lineup.Cancelled::mentor).distinct().forEach(mentor -> {
            var moves = mentoring.reseating(mentor, false).size();
            if (moves > 0) {
                needs.add(new Need(
                        name(mentor) + " can't come, and " + people(moves) + (moves == 1 ? " needs" : " need")
                                + " another place.",
                        Button.main("Find them places", new ChatIntent.Reseat(mentor))));
            }
        });
        needs.addAll(more.get());
        var plan = mentoring.plan();
        var all = profiles.all();
        round(plan, all.stream().filter(Profile::seeking).toList(), needs);
        var silent = lineup.silent();
        if (!silent.isEmpty()) {
            needs.add(new Need(
                    Text.enumerated(shortened(silent)) + (silent.size() == 1 ? " has" : " have")
                            + " not said whether they host.",
                    Button.of("Ask mentors", command("mentors"))));
        }
        var unreachable = contacts.noted().unreachable().size();
        var refused = outbox.counts().refused();
        if (unreachable > 0 || refused > 0) {
            needs.add(new Need(
                    people(unreachable) + " cannot be reached, " + (refused == 1 ? "1 message" : refused + " messages")
                            + " could not be delivered.",
                    Button.of("See who", command("status"))));
        }
        return needs;
    }

    private void round(SeatingPlan plan, List<Profile> seeking, List<Need> needs) {
        if (breaksToCome().isEmpty()) {
            return;
        }
        if (!plan.published()) {
            if (!seeking.isEmpty()) {
                needs.add(new Need(
                        "No round is published yet; " + people(seeking.size())
                                + (seeking.size() == 1 ? " looks" : " look") + " for a seat.",
                        Button.main("Preview a round", command("preview"))));
            }
            return;
        }
        var fresh = seeking.stream()
                .map(Profile::person)
                .filter(person -> !mentoring.names(person))
                .count();
        if (fresh > 0) {
            needs.add(new Need(
                    people(fresh) + " signed up since round " + plan.round() + " and " + (fresh == 1 ? "has" : "have")
                            + " no place yet.",
                    Button.main("Preview a round", command("preview"))));
        }
    }

    /// The live counts, in few words each.
    public List<Text> counts() {
        var plan = mentoring.plan();
        var all = profiles.all();
        var taken = plan.seats().stream().filter(seat -> seat.state().taken()).toList();
        var answered = taken.stream()
                .filter(seat -> switch (seat.state()) {
                    case CONFIRMED, HERE -> true;
                    case OFFERED, HELD, DECLINED, CANCELLED, MOVED, TRADED, EXPIRED, MISSED -> false;
                })
                .count();
        var owed = outbox.counts();
        var lines = new ArrayList<Text>();
        lines.add(told("Signed up", all.stream().filter(Profile::seeking).count() + " looking for a seat"));
        if (plan.published()) {
            lines.add(told(
                    "Round " + plan.round(),
                    taken.size() + (taken.size() == 1 ? " seat" : " seats") + " taken, " + answered + " confirmed"));
            lines.add(told("In line", queue(plan)));
        }
        lines.add(told(
                "Messages",
                owed.delivered() + " delivered, " + (owed.waiting() + owed.underWay()) + " on their way"));
        return lines;
    }

    /// "5 for Coffee Break 1, 3 for Coffee Break 2"
    private String queue(SeatingPlan plan) {
        var wording = new BreakWording(programme.get());
        var lines = breaksToCome().stream()
                .map(each -> plan.standby().getOrDefault(each.id(), List.of()).size() + " for " + wording.name(each))
                .toList();
        return lines.isEmpty() ? "no break is to come" : String.join(", ", lines);
    }

    /// Tables of breaks to come that somebody should look at: at which nobody sits, or which have room while others wait.
    public List<Text> tables() {
        var plan = mentoring.plan();
        if (!plan.published()) {
            return List.of();
        }
        var wording = new BreakWording(programme.get());
        var lines = new ArrayList<Text>();
        for (var each : breaksToCome()) {
            var waiting = plan.standby().getOrDefault(each.id(), List.of()).size();
            plan.tables().stream()
                    .filter(table -> table.coffeeBreak().equals(each.id()) && table.capacity() > 0)
                    .forEach(table -> {
                        var free = table.capacity() - plan.at(table).size();
                        var where = name(table.mentor()) + ", " + wording.name(each);
                        if (plan.at(table).isEmpty()) {
                            lines.add(told(where, "nobody sits there"));
                        } else if (free > 0 && waiting > 0) {
                            lines.add(told(where, free + " free while " + waiting + " wait for this break"));
                        }
                    });
        }
        return cut(lines);
    }

    /// Who cannot be reached, by name where it is known, and why.
    public List<Text> unreachable() {
        var names = profiles.all().stream().collect(Collectors.toMap(Profile::person, Profile::name));
        return cut(contacts.noted().unreachable().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(person -> person.id())))
                .map(entry -> told(names.getOrDefault(entry.getKey(), entry.getKey().id()), entry.getValue()))
                .toList());
    }

    private static List<Text> cut(List<Text> lines) {
        if (lines.size() <= MOST) {
            return lines;
        }
        var some = new ArrayList<>(lines.subList(0, MOST));
        some.add(Text.of("and " + (lines.size() - MOST) + " more"));
        return some;
    }

    private static List<String> shortened(List<String> names) {
        if (names.size() <= MOST) {
            return names;
        }
        var some = new ArrayList<>(names.subList(0, MOST));
        some.add((names.size() - MOST) + " more");
        return some;
    }

    private List<Session> breaksToCome() {
        var day = programme.get();
        return day.breaks().stream()
                .filter(each -> day.startOf(each)
                        .filter(start -> !clock.instant().isBefore(start))
                        .isEmpty())
                .toList();
    }

    private String name(String mentor) {
        return mentoring.mentors().byId(mentor).map(each -> each.name()).orElse(mentor);
    }

    private static ChatIntent command(String name) {
        return new ChatIntent.OrganizerCommand(name, "");
    }

    private static String people(long count) {
        return count == 1 ? "1 person" : count + " people";
    }

    private static Text told(String what, String words) {
        return Text.of("").bold(what + ": ").plain(words);
    }
}
