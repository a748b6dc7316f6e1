package coffeebreak.bot.mentoring;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Message.Button;
import coffeebreak.bot.chat.Message.Confirmation;
import coffeebreak.bot.chat.Text;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.Session;
import coffeebreak.bot.signup.Consent;
import coffeebreak.bot.signup.Profile;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What mentees and mentors are told about seats. Pure: the same plan gives the same words.
final class SeatWording {

    private final Programme programme;
    private final Mentors mentors;

    SeatWording(Programme programme, Mentors mentors) {
        this.programme = programme;
        this.mentors = mentors;
    }

    /// What a mentee is told of a seat, in whatever state it is.
    Message seat(Seat seat, MentorTable table, ZoneId zone) {
        var mentor = mentor(table);
        var when = when(table, zone);
        var message = Message.saying("You sit with " + mentor.name() + ", " + when + ".")
                .heading("You sit with " + mentor.name())
                .paragraph(Text.of("").bold(when).plain(". " + where(table)))
                .paragraph(why(seat));
        return switch (seat.state()) {
            case OFFERED ->
                message.actions(
                                Button.main("I'll be there", new ChatIntent.ConfirmSeat(seat.id())),
                                cannotCome(seat),
                                Button.of("Why this table?", new ChatIntent.ExplainSeat(seat.id())))
                        .build();
            case CONFIRMED ->
                message.small("You said: I'll be there. Thank you!")
                        .actions(cannotCome(seat), Button.of("Why this table?", new ChatIntent.ExplainSeat(seat.id())))
                        .build();
            case DECLINED, CANCELLED -> gone(mentor, table, zone, seat.state());
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

    private Message gone(Mentor mentor, MentorTable table, ZoneId zone, Seat.State state) {
        var said = state == Seat.State.DECLINED ? "You said you can't come" : "You withdrew";
        return Message.saying("Your seat with " + mentor.name() + " is free again.")
                .paragraph(said + ". Your seat with " + mentor.name() + " (" + when(table, zone)
                        + ") goes to the next person in line.")
                .build();
    }

    /// Why a person sits where they sit, with those at the table who agreed to be named.
    Message explanation(Seat seat, MentorTable table, List<Profile> tablemates) {
        var mentor = mentor(table);
        var message = Message.saying(why(seat).aloud())
                .paragraph(why(seat))
                .paragraph(
                        "The seats were given so that as many early-stage participants as possible have one, and then "
                                + "so that everybody together has the most to say to their mentors. Your match counts "
                                + Math.round(seat.affinity() * 100) + " out of 100.");
        if (!mentor.topics().isEmpty()) {
            message.paragraph(
                    Text.of("").bold(mentor.name() + " talks about: ").plain(String.join(", ", mentor.topics())));
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

    /// What somebody without a seat is told.
    ///
    /// @param places per break the place in its queue
    Message waiting(Map<String, Integer> places, boolean peers) {
        var lines = programme.breaks().stream()
                .filter(each -> places.containsKey(each.id()))
                .map(each -> Text.of("You are ")
                        .bold("number " + places.get(each.id()))
                        .plain(" in line for " + name(each) + " (" + each.start() + ")"))
                .toList();
        var summary = "No mentor's seat for you yet.";
        var message = Message.saying(summary)
                .heading(summary)
                .paragraph(
                        lines.isEmpty()
                                ? "There is no table you could sit at in the breaks you can make. You can change your breaks below."
                                : "There were more sign-ups than seats. When somebody cannot come, the first in line moves up, "
                                        + "and I write to you at once. I cannot promise a seat.")
                .points(lines);
        if (peers) {
            message.small("You agreed to a peer table; the organizers know.");
        }
        return message.actions(
                        Button.of("Edit my sign-up", new ChatIntent.StartSignUp()),
                        Button.of("Withdraw", new ChatIntent.Withdraw()))
                .build();
    }

    /// A mentor's card: who comes to one table.
    Message card(MentorTable table, List<Seat> seats, Function<Seat, Optional<Profile>> profiles, ZoneId zone) {
        var count = seats.size();
        var heading = "Your table in " + breakName(table) + ": " + (count == 1 ? "1 person" : count + " people");
        var message = Message.saying(heading + ", " + when(table, zone) + ".")
                .heading(heading)
                .paragraph(Text.of("").bold(when(table, zone)).plain(". " + where(table) + hardStop(table)));
        if (seats.isEmpty()) {
            message.paragraph("Nobody is at your table at the moment. If that changes, this message changes with it.");
        }
        for (var seat : seats) {
            message.divider().paragraph(guest(seat, profiles.apply(seat)));
        }
        return message.small("I keep this message up to date; there will be no second one for this break.")
                .build();
    }

    private Text guest(Seat seat, Optional<Profile> known) {
        if (known.isEmpty()) {
            return Text.of("").bold("A participant");
        }
        var profile = known.get();
        var open = profile.agreesTo(Consent.CARD);
        var text = open
                ? Text.of("")
                        .bold(profile.name())
                        .plain(", " + profile.stage().words()
                                + (profile.institution().isEmpty() ? "" : ", " + profile.institution()))
                : Text.of("").bold("A participant").plain(" who keeps their name to themselves");
        if (open) {
            var topics = profile.topics().stream()
                    .flatMap(id -> programme.topic(id).stream())
                    .map(topic -> topic.words())
                    .toList();
            text = topics.isEmpty() ? text : text.plain("\n").bold("Topics: ").plain(String.join(", ", topics));
            text = profile.interests().isEmpty()
                    ? text
                    : text.plain("\n").bold("Works on: ").plain(shortened(profile.interests(), 300));
            text = seat.reasons().isEmpty()
                    ? text
                    : text.plain("\n").bold("You share: ").plain(String.join(", ", seat.reasons()));
        }
        return profile.question().isEmpty()
                ? text
                : text.plain("\n").bold("Asks: ").plain(profile.question());
    }

    private static String shortened(String words, int most) {
        return words.length() <= most ? words : words.substring(0, most - 1) + "…";
    }

    /// "Coffee Break 1, 10:30 to 11:00 at the venue (15:30 for you)".
    String when(MentorTable table, ZoneId zone) {
        var session = session(table);
        var end = session.end();
        var words = name(session) + ", " + session.start() + (end == null ? "" : " to " + end);
        return own(session, zone)
                .map(time -> words + " at the venue (" + time + " for you)")
                .orElse(words);
    }

    private Optional<LocalTime> own(Session session, ZoneId zone) {
        return programme
                .startOf(session)
                .map(start -> start.atZone(zone).toLocalTime())
                .filter(time -> !time.equals(session.start()));
    }

    private String where(MentorTable table) {
        var room = session(table).room();
        return room == null ? "The place is not known yet; the organizers will tell." : "Place: " + room + ".";
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
        return seat.reasons().isEmpty()
                ? Text.of("")
                        .bold("Why this table: ")
                        .plain("there was a free seat, and you can find out together what you share")
                : Text.of("").bold("Why this table: ").plain("you both care about " + enumerated(seat.reasons()));
    }

    private String breakName(MentorTable table) {
        return name(session(table));
    }

    private String name(Session coffeeBreak) {
        return programme.breaks().size() > 1 ? coffeeBreak.title() + " " + coffeeBreak.ordinal() : coffeeBreak.title();
    }

    private Session session(MentorTable table) {
        return programme
                .session(table.coffeeBreak())
                .orElseThrow(() -> new IllegalStateException("the programme has no break " + table.coffeeBreak()));
    }

    private Mentor mentor(MentorTable table) {
        return mentors.byId(table.mentor())
                .orElseThrow(() -> new IllegalStateException("there is no mentor " + table.mentor()));
    }

    private static String enumerated(List<String> words) {
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }
}
