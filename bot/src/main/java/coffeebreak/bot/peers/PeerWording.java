package coffeebreak.bot.peers;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Message.Button;
import coffeebreak.bot.chat.Message.Confirmation;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Text;
import coffeebreak.bot.programme.BreakWording;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.Session;
import coffeebreak.bot.signup.Consent;
import coffeebreak.bot.signup.Profile;
import coffeebreak.bot.signup.Stage;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What people are told of a table with peers. Pure: the same table gives the same words.
public final class PeerWording {

    private final Programme programme;
    private final Function<Person, Optional<Profile>> profiles;
    private final BreakWording breaks;

    /// @param profiles finds a person's profile
    public PeerWording(Programme programme, Function<Person, Optional<Profile>> profiles) {
        this.programme = programme;
        this.profiles = profiles;
        this.breaks = new BreakWording(programme);
    }

    /// What one person is told of their table, whatever has become of their seat.
    ///
    /// @param zone  where their own clock stands
    /// @param lines their places in line for a mentor's seat; none for whoever waits for none
    public Message seat(PeerTables.Place place, ZoneId zone, List<Text> lines) {
        var table = place.table();
        var seat = place.seat();
        return switch (seat.state()) {
            case EXPECTED -> expected(table, seat, zone, lines);
            case DECLINED -> gone(table, "You said you can't come; the others at your table of peers are told.");
            case MOVED_UP -> gone(table, "You sat with peers, and now you have a mentor's seat: see below.");
            case ALONE ->
                gone(
                        table,
                        "The others at your table of peers can't come or have a mentor's seat now, so nobody is left at it. "
                                + "When I find others for you, I write to you.");
            case MOVED ->
                gone(
                        table,
                        "The tables of peers had to be changed, and there is none for you at the moment. When I find others for "
                                + "you, I write to you.");
            case WITHDRAWN -> gone(table, "You withdrew, so no table of peers expects you.");
            case UNDONE ->
                gone(
                        table,
                        "The organizers took this round back, so this table of peers does not meet. If you have another place, "
                                + "my message about that one says so; else I write to you when seats are given out again.");
        };
    }

    /// What somebody is told shortly before the break, and what stands there afterwards.
    public Message reminder(PeerTables.Place place) {
        var table = place.table();
        var session = session(table);
        if (!place.seat().expected()) {
            return gone(table, "No table of peers expects you any more.");
        }
        return Message.saying("You sit with peers at " + session.start() + ".")
                .heading("At " + session.start() + ": your table of peers")
                .paragraph(breaks.where(session))
                .paragraph(Text.of("")
                        .bold("With you: ")
                        .plain(companions(table, place.seat().person()) + "."))
                .actions(cannotCome(place.seat()))
                .build();
    }

    private Message gone(PeerTable table, String what) {
        return Message.saying(what)
                .paragraph(what + " (" + breaks.name(session(table)) + ")")
                .build();
    }

    private Message expected(PeerTable table, PeerSeat seat, ZoneId zone, List<Text> lines) {
        var heading = "You sit with peers in " + breaks.name(session(table));
        var when = breaks.when(session(table), zone);
        var message = Message.saying("You sit with peers: " + when + ".")
                .heading(heading)
                .paragraph(Text.of("").bold(when).plain(". " + breaks.where(session(table))))
                .paragraph(Text.of("").bold("With you: ").plain(companions(table, seat.person()) + "."))
                .paragraph(Text.of("").bold("To begin with: ").plain(opener(table.shared())))
                .paragraph(host(table, seat.person()));
        if (!lines.isEmpty()) {
            message.paragraph("Every mentor's seat you could have is taken. If one becomes free and it is your turn, I "
                            + "write to you at once.")
                    .points(lines);
        }
        return message.small("I keep this message up to date when somebody leaves or joins.")
                .actions(cannotCome(seat))
                .build();
    }

    /// What those are told together who were brought together. It names nobody: the conversation shows who is in it,
    /// and a name could not be taken back from whoever has left the table.
    public Message together(PeerTable table) {
        var where = breaks.name(session(table));
        var others = table.expected().size() - table.together().size();
        var more = others == 0 ? "" : others == 1 ? " with one more participant" : " with %d more".formatted(others);
        return Message.saying("You sit together in " + where + ".")
                .paragraph(Text.of("You sit together in ").bold(where).plain(more + ". You can say hello here."))
                .paragraph(Text.of("").bold("To begin with: ").plain(opener(table.shared())))
                .small("When and where, and what to do if you can't come: see what I wrote to each of you alone.")
                .build();
    }

    /// The same after somebody has left or joined.
    public Message noLongerTogether(PeerTable table) {
        return Message.of("The table you had together in " + breaks.name(session(table))
                + " has changed. Who comes now: see what I wrote to each of you alone.");
    }

    private static Button cannotCome(PeerSeat seat) {
        return Button.dangerous(
                "Can't come",
                new ChatIntent.DeclineSeat(seat.id()),
                new Confirmation(
                        "Leave this table?", "The others are told that one fewer comes.", "Leave it", "Keep it"));
    }

    private String companions(PeerTable table, Person reader) {
        var others = table.expected().stream()
                .filter(person -> !person.equals(reader))
                .toList();
        return named(
                others.stream()
                        .flatMap(person -> profiles.apply(person).stream())
                        .toList(),
                others.size());
    }

    /// The names of those at a table who agreed that the others may know them, and how many there are beside them.
    ///
    /// @param known of those at the table
    /// @param all   how many these are, whether anything is known of them or not
    public static String named(List<Profile> known, int all) {
        var who = new ArrayList<>(known.stream()
                .filter(profile -> profile.agreesTo(Consent.TABLEMATES))
                .map(Profile::name)
                .toList());
        var nameless = all - who.size();
        if (nameless > 0) {
            who.add(nameless + (who.isEmpty() ? "" : " more") + (nameless == 1 ? " participant" : " participants"));
        }
        return Text.enumerated(who);
    }

    private static String opener(List<String> shared) {
        return shared.isEmpty()
                ? "each says in a minute what they would love to understand this year."
                : "you care about " + Text.enumerated(shared) + ". What about it puzzles each of you at the moment?";
    }

    /// The most senior student opens the talk; where there is none, whoever is furthest in their career; and among
    /// beginners nobody has to.
    private String host(PeerTable table, Person reader) {
        var host = table.expected().stream()
                .flatMap(person -> profiles.apply(person).stream())
                .filter(profile -> canHost(profile.stage()))
                .min(Comparator.comparing((Profile profile) -> profile.stage().compareTo(Stage.PHD4) > 0)
                        .thenComparing(Profile::stage, Comparator.reverseOrder()));
        if (host.isEmpty()) {
            return "Nobody has to lead: whoever is there first begins.";
        }
        if (host.get().person().equals(reader)) {
            return "Please be the host: begin, and see that everybody gets a word.";
        }
        return (host.get().agreesTo(Consent.TABLEMATES) ? host.get().name() : "One of you")
                + " is asked to be the host and begins.";
    }

    /// Whether somebody at this stage is asked to host a table.
    public static boolean canHost(Stage stage) {
        return stage.compareTo(Stage.PHD3) >= 0;
    }

    private Session session(PeerTable table) {
        return programme
                .session(table.coffeeBreak())
                .orElseThrow(() -> new IllegalStateException("the programme has no break " + table.coffeeBreak()));
    }
}
