package coffeebreak.bot.mentoring;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Message.Button;
import coffeebreak.bot.chat.Message.Confirmation;
import coffeebreak.bot.chat.Text;
import coffeebreak.bot.programme.BreakWording;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.ProgrammePerson;
import coffeebreak.bot.programme.Session;
import coffeebreak.bot.programme.Topic;
import coffeebreak.bot.signup.Consent;
import coffeebreak.bot.signup.Profile;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What mentees and mentors are told about seats. Pure: the same plan gives the same words.
final class SeatWording {

    /// How the index says that two phrases are related.
    private static final String MEETS = " meets ";

    private final Programme programme;
    private final Mentors mentors;
    private final BreakWording breaks;

    SeatWording(Programme programme, Mentors mentors) {
        this.programme = programme;
        this.mentors = mentors;
        this.breaks = new BreakWording(programme);
    }

    /// What a mentee is told of a seat, in whatever state it is.
    Message seat(Seat seat, MentorTable table, ZoneId zone) {
        var heading = "You sit with " + mentorName(table);
        var when = when(table, zone);
        var message = Message.saying(heading + ": " + when + ".")
                .heading(heading)
                .paragraph(Text.of("").bold(when).plain(". " + where(table)))
                .paragraph(why(seat));
        return switch (seat.state()) {
            case OFFERED, HELD ->
                message.actions(
                                Button.main("I'll be there", new ChatIntent.ConfirmSeat(seat.id())),
                                cannotCome(seat),
                                Button.of("Why this table?", new ChatIntent.ExplainSeat(seat.id())))
                        .build();
            case CONFIRMED, HERE ->
                message.small("You said: I'll be there. Thank you!")
                        .actions(cannotCome(seat), Button.of("Why this table?", new ChatIntent.ExplainSeat(seat.id())))
                        .build();
            case DECLINED, CANCELLED, MOVED, EXPIRED, MISSED -> gone(table, zone, seat.state());
        };
    }

    private static Button cannotCome(Seat seat) {
        return Button.dangerous(
                "Can't come",
                new ChatIntent.DeclineSeat(seat.id()),
                new Confirmation(
                        "Give up your seat?",
                        "It goes to the next person in line at once, and I cannot promise you another.",
                        "Give it up",
                        "Keep it"));
    }

    private Message gone(MentorTable table, ZoneId zone, Seat.State state) {
        if (state == Seat.State.MOVED) {
            return Message.of("The tables had to be changed, so your seat with " + mentorName(table) + " ("
                    + when(table, zone) + ") is no longer yours. I look for another one for you first.");
        }
        var said = state == Seat.State.DECLINED ? "You said you can't come" : "You withdrew";
        return Message.saying("Your seat with " + mentorName(table) + " is free again.")
                .paragraph(said + ". Your seat with " + mentorName(table) + " (" + when(table, zone)
                        + ") goes to the next person in line.")
                .build();
    }

    /// Why a person sits where they sit, with those at the table who agreed to be named.
    Message explanation(Seat seat, MentorTable table, List<Profile> tablemates) {
        var name = mentorName(table);
        var message = Message.saying(why(seat).aloud())
                .paragraph(why(seat))
                .paragraph("Seats go to as many early-stage participants as possible first, and then so that all "
                        + "participants and their mentors together have the most to say to each other. For you and "
                        + name + " I reckon " + Math.round(seat.affinity() * 100) + " out of 100.");
        var topics = mentors.byId(table.mentor()).map(Mentor::topics).orElse(List.of());
        if (!topics.isEmpty()) {
            message.paragraph(Text.of("").bold(name + " talks about: ").plain(String.join(", ", topics)));
        }
        var named = tablemates.stream()
                .filter(profile -> profile.agreesTo(Consent.TABLEMATES))
                .map(Profile::name)
                .toList();
        var others = tablemates.size() - named.size();
        var who = new ArrayList<>(named);
        if (others > 0) {
            who.add(others + (named.isEmpty() ? "" : " more") + (others == 1 ? " participant" : " participants"));
        }
        message.paragraph(
                Text.of("").bold("With you at the table: ").plain(who.isEmpty() ? "nobody else yet" : enumerated(who)));
        return message.build();
    }

    /// What somebody is told who waits for a seat.
    ///
    /// @param places per break the place in its queue
    /// @param peers  whether they agreed to a table with peers
    Message waiting(Map<String, Integer> places, boolean peers) {
        return withoutSeat(
                "Every seat you could have is taken. When somebody can't come, the first in line moves up; if that is "
                        + "you, I write to you at once. I cannot promise you a seat.",
                places(places),
                peers);
    }

    /// "You are number 3 in line for Coffee Break 1 (10:30)", in the order of the day.
    List<Text> places(Map<String, Integer> places) {
        return programme.breaks().stream()
                .filter(each -> places.containsKey(each.id()))
                .map(each -> Text.of("You are ")
                        .bold("number " + places.get(each.id()))
                        .plain(" in line for " + breaks.name(each) + " (" + each.start() + ")"))
                .toList();
    }

    /// What stands in place of somebody's place in line once they have a seat.
    Message movedUp() {
        return Message.of("You were in line, and now you have a seat: see below.");
    }

    /// What stands there once they have left the line.
    Message noLongerWaiting() {
        return Message.of("You withdrew, so you are no longer in line.");
    }

    /// What somebody is told for whom there is no table at all.
    ///
    /// @param peers whether they agreed to a table with peers
    Message noTable(boolean peers) {
        return withoutSeat(
                "In the breaks you can make there is no table for you: mentors of your own institution do not count. "
                        + "If you could make another break, edit your sign-up.",
                List.of(),
                peers);
    }

    private static Message withoutSeat(String why, List<Text> lines, boolean peers) {
        var heading = "No mentor's seat for you yet";
        var message =
                Message.saying(heading + ".").heading(heading).paragraph(why).points(lines);
        message.small(
                peers
                        ? "You agreed to a table with peers, but nobody is free for one yet. If that changes, I write to you."
                        : "Would you like to sit with other participants instead? Say so in your sign-up.");
        return message.actions(
                        Button.of("Edit my sign-up", new ChatIntent.StartSignUp()),
                        Button.of("Withdraw", new ChatIntent.Withdraw()))
                .build();
    }

    /// A mentor's card: who comes to one table.
    Message card(MentorTable table, List<Seat> seats, Function<Seat, Optional<Profile>> profiles, ZoneId zone) {
        var heading = "Your table in " + breaks.name(session(table)) + ": " + people(seats.size());
        var message = Message.saying(heading + ", " + when(table, zone) + ".")
                .heading(heading)
                .paragraph(Text.of("").bold(when(table, zone)).plain(". " + where(table) + hardStop(table)));
        if (seats.isEmpty()) {
            message.paragraph(
                    "Nobody has a seat at your table at the moment. If that changes, this message changes with it.");
        }
        for (var seat : seats) {
            message.divider().paragraph(guest(seat, profiles.apply(seat)));
        }
        return message.small("I keep this message up to date; there will be no second one for this break.")
                .build();
    }

    private static String people(int count) {
        return switch (count) {
            case 0 -> "nobody yet";
            case 1 -> "1 person";
            default -> count + " people";
        };
    }

    private Text guest(Seat seat, Optional<Profile> known) {
        if (known.isEmpty()) {
            return Text.of("").bold("A participant");
        }
        var profile = known.get();
        var text = profile.agreesTo(Consent.CARD)
                ? introduced(profile, seat)
                : Text.of("").bold("A participant").plain(" who keeps their name to themselves");
        return line(text, "Asks", profile.question());
    }

    private Text introduced(Profile profile, Seat seat) {
        var topics = profile.topics().stream()
                .flatMap(id -> programme.topic(id).stream())
                .map(Topic::words)
                .toList();
        var text = Text.of("")
                .bold(profile.name())
                .plain(", " + profile.stage().words()
                        + (profile.institution().isEmpty() ? "" : ", " + profile.institution()));
        text = line(text, "Topics", String.join(", ", topics));
        text = line(text, "In their words", shortened(profile.interests(), 300));
        return line(text, "You share", String.join(", ", seat.reasons()));
    }

    private static Text line(Text text, String label, String words) {
        return words.isEmpty() ? text : text.plain("\n").bold(label + ": ").plain(words);
    }

    private static String shortened(String words, int most) {
        return words.codePointCount(0, words.length()) <= most
                ? words
                : words.substring(0, words.offsetByCodePoints(0, most - 1)) + "…";
    }

    String when(MentorTable table, ZoneId zone) {
        return breaks.when(session(table), zone);
    }

    private String where(MentorTable table) {
        return breaks.where(session(table));
    }

    /// "Hard stop 15:25: your panel discussion starts at 15:30.", when the mentor is on stage right after the break.
    private String hardStop(MentorTable table) {
        var session = session(table);
        var person = programme.person(table.mentor());
        if (person.isEmpty()) {
            return "";
        }
        return programme.sessionsOf(person.get()).stream()
                .filter(next -> next.day() == session.day() && next.start().equals(session.end()))
                .findFirst()
                .map(next -> " Hard stop " + next.start().minusMinutes(5) + ": your "
                        + next.kind().name() + " starts at " + next.start() + ".")
                .orElse("");
    }

    private static Text why(Seat seat) {
        return Text.of("").bold("Why this table: ").plain(reason(seat.reasons()) + ".");
    }

    /// Some reasons are what both say, some what one says and what the other says in different words.
    private static String reason(List<String> reasons) {
        var both = reasons.stream().filter(words -> !words.contains(MEETS)).toList();
        var related = reasons.stream().filter(words -> words.contains(MEETS)).toList();
        if (both.isEmpty() && related.isEmpty()) {
            return "I found no topic you both name, so find out together what you share";
        }
        var shared = both.isEmpty() ? "" : "you both care about " + enumerated(both);
        return shared + (both.isEmpty() || related.isEmpty() ? "" : "; ") + enumerated(related);
    }

    private Session session(MentorTable table) {
        return programme
                .session(table.coffeeBreak())
                .orElseThrow(() -> new IllegalStateException("the programme has no break " + table.coffeeBreak()));
    }

    /// A mentor's name, also of one who offers no table any more.
    String mentorName(MentorTable table) {
        return mentors.byId(table.mentor())
                .map(Mentor::name)
                .or(() -> programme.person(table.mentor()).map(ProgrammePerson::name))
                .orElse("your mentor");
    }

    private static String enumerated(List<String> words) {
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }
}
