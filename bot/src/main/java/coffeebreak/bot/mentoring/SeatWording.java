package coffeebreak.bot.mentoring;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Message.Button;
import coffeebreak.bot.chat.Message.Confirmation;
import coffeebreak.bot.chat.Text;
import coffeebreak.bot.peers.PeerWording;
import coffeebreak.bot.programme.BreakWording;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.ProgrammePerson;
import coffeebreak.bot.programme.Session;
import coffeebreak.bot.programme.Topic;
import coffeebreak.bot.signup.Consent;
import coffeebreak.bot.signup.Profile;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

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
    ///
    /// @param tablemates the others expected at the table
    Message seat(Seat seat, MentorTable table, List<Profile> tablemates, ZoneId zone) {
        return switch (seat.state()) {
            case OFFERED ->
                theirs(seat, table, tablemates, zone)
                        .actions(
                                Button.main("I'll be there", new ChatIntent.ConfirmSeat(seat.id())),
                                cannotCome(seat),
                                why(seat),
                                intoCalendar(seat))
                        .build();
            case CONFIRMED ->
                theirs(seat, table, tablemates, zone)
                        .small("You said: I'll be there. Thank you!")
                        .actions(cannotCome(seat), why(seat), intoCalendar(seat))
                        .build();
            case HERE ->
                theirs(seat, table, tablemates, zone)
                        .small("You said: I'm here. Have a good talk!")
                        .build();
            case HELD -> held(seat, table, zone);
            case EXPIRED -> expired(seat, table, zone);
            case MISSED -> missed(seat, table, zone);
            case DECLINED, CANCELLED, MOVED, TRADED, UNDONE -> Message.of(gone(table, zone, seat.state()));
        };
    }

    private static Button intoCalendar(Seat seat) {
        return Button.of("Add to calendar", new ChatIntent.AddToCalendar(seat.id()));
    }

    private Message.Builder theirs(Seat seat, MentorTable table, List<Profile> tablemates, ZoneId zone) {
        var heading = "You sit with " + mentorName(table);
        var when = when(table, zone);
        var message = Message.saying(heading + ": " + when + ".")
                .heading(heading)
                .paragraph(Text.of("").bold(when).plain(". " + where(table)))
                .paragraph(reasonFor(seat));
        if (mentors.byId(table.mentor())
                .filter(mentor -> mentor.person() == null)
                .isPresent()) {
            message.paragraph(mentorName(table) + " is not in Slack. Look for the sign with this name on the table.");
        }
        if (!tablemates.isEmpty()) {
            message.paragraph(with(tablemates));
        }
        return late(seat, message);
    }

    private static Message.Builder late(Seat seat, Message.Builder message) {
        return seat.late() == 0
                ? message
                : message.small("You said that you come about " + seat.late()
                        + " minutes late. It stands on your mentor's card.");
    }

    private Text with(List<Profile> tablemates) {
        return Text.of("")
                .bold("With you at the table: ")
                .plain(PeerWording.named(tablemates, tablemates.size()) + ".");
    }

    private Message held(Seat seat, MentorTable table, ZoneId zone) {
        var heading = "A seat with " + mentorName(table) + " is free for you";
        var when = when(table, zone);
        return Message.saying(heading + ": " + when + ".")
                .heading(heading)
                .paragraph(Text.of("").bold(when).plain(". " + where(table)))
                .paragraph(reasonFor(seat))
                .paragraph("You were first in line. I keep it for you until " + until(seat)
                        + "; if others wait for it, it then goes to the next.")
                .actions(
                        Button.main("Take it", new ChatIntent.ConfirmSeat(seat.id())),
                        Button.of("No, thank you", new ChatIntent.DeclineSeat(seat.id())),
                        why(seat))
                .build();
    }

    private Message expired(Seat seat, MentorTable table, ZoneId zone) {
        var said = "The seat with " + mentorName(table) + " (" + when(table, zone)
                + ") is no longer kept for you: you had not answered by " + until(seat) + ".";
        return Message.saying(said)
                .paragraph(said + " If it is still free, you can have it.")
                .actions(Button.of("Take it if it is free", new ChatIntent.ConfirmSeat(seat.id())))
                .build();
    }

    private Message missed(Seat seat, MentorTable table, ZoneId zone) {
        var said = "Nobody seemed to sit on your seat with " + mentorName(table) + " (" + when(table, zone)
                + "), so I offered it to somebody who waited.";
        return Message.saying(said)
                .paragraph(said + " Are you there after all?")
                .actions(Button.of("I'm here", new ChatIntent.Arrive(seat.id())))
                .build();
    }

    /// The time on the venue's clock until which a seat is or was kept.
    private String until(Seat seat) {
        var until = seat.until();
        return until == null ? "then" : programme.timeAtVenue(until).toString();
    }

    /// What a mentee is told shortly before the break, and what stands there afterwards.
    Message reminder(Seat seat, MentorTable table, List<Profile> tablemates, ZoneId zone) {
        var heading = "At " + session(table).start() + ": " + mentorName(table);
        var when = when(table, zone);
        var message = Message.saying("Your break with " + mentorName(table) + " begins at "
                        + session(table).start() + ".")
                .heading(heading)
                .paragraph(Text.of("").bold(when).plain(". " + where(table)));
        if (!tablemates.isEmpty()) {
            message.paragraph(with(tablemates));
        }
        return switch (seat.state()) {
            case OFFERED, HELD, CONFIRMED -> {
                var here = Button.main("I'm here", new ChatIntent.Arrive(seat.id()));
                yield (seat.late() > 0
                                ? late(seat, message).actions(here, cannotCome(seat))
                                : message.actions(
                                        here,
                                        Button.of("Running late", new ChatIntent.RunLate(seat.id(), 5)),
                                        cannotCome(seat)))
                        .build();
            }
            case HERE -> message.small("You said: I'm here. Have a good talk!").build();
            case MISSED -> missed(seat, table, zone);
            case DECLINED, CANCELLED, MOVED, TRADED, EXPIRED, UNDONE -> Message.of(gone(table, zone, seat.state()));
        };
    }

    /// What those are told whose breaks have moved.
    ///
    /// @param ids  of the breaks
    /// @param told when they began as far as people knew
    Message moved(Set<String> ids, Map<String, LocalTime> told, ZoneId zone) {
        var moved = programme.breaks().stream()
                .filter(each -> ids.contains(each.id()))
                .toList();
        var lines = moved.stream()
                .map(each -> Text.of("")
                        .bold(breaks.when(each, zone))
                        .plain("; it was to begin at " + told.get(each.id()) + "."))
                .toList();
        var heading = moved.stream()
                .map(each -> breaks.name(each) + " begins at " + each.start())
                .collect(Collectors.joining(", "));
        return Message.saying("The day has changed: " + heading + ".")
                .heading("The day has changed: " + heading)
                .points(lines)
                .paragraph(
                        "Your place stays as it is. What I wrote to you about it tells the new time; an entry in your "
                                + "calendar follows when you ask me for it again.")
                .build();
    }

    /// What somebody is asked with whom another mentee would like to swap.
    Message askToSwap(Seat theirs, Seat yours, MentorTable from, MentorTable yourTable) {
        var heading = "Would you swap seats?";
        return Message.saying(heading + " " + mentorName(from) + " in place of " + mentorName(yourTable) + ".")
                .heading(heading)
                .paragraph("Somebody at " + mentorName(from) + "'s table would rather sit at yours, with "
                        + mentorName(yourTable) + ". It is the same break, and going by your interests you and "
                        + mentorName(from) + " have more to say to each other.")
                .actions(
                        Button.main("Swap", new ChatIntent.AnswerSwap(theirs.id(), yours.id(), true)),
                        Button.of("Keep my seat", new ChatIntent.AnswerSwap(theirs.id(), yours.id(), false)))
                .build();
    }

    private static Button why(Seat seat) {
        return Button.of("Why this table?", new ChatIntent.ExplainSeat(seat.id()));
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

    private String gone(MentorTable table, ZoneId zone, Seat.State state) {
        var seat = "Your seat with " + mentorName(table) + " (" + when(table, zone) + ")";
        return switch (state) {
            case MOVED ->
                table.capacity() == 0
                        ? mentorName(table) + " can't come after all, so this seat (" + when(table, zone)
                                + ") is gone. My newer message says what you have instead."
                        : "The tables had to be changed, so your seat with " + mentorName(table) + " ("
                                + when(table, zone)
                                + ") is no longer yours. You have another one, in a newer message, or are the first in line.";
            case TRADED -> "You have another seat now. " + seat + " is somebody else's.";
            case DECLINED -> "You said you can't come. " + seat + " goes to the next person in line.";
            case CANCELLED -> "You withdrew. " + seat + " goes to the next person in line.";
            case EXPIRED, MISSED -> seat + " is no longer kept for you.";
            case UNDONE ->
                "The organizers took this round back, so " + seat.replaceFirst("Your", "your") + " does not hold. If "
                        + "you have another, my message about that one says so; else I write to you when seats are given out "
                        + "again.";
            case OFFERED, HELD, CONFIRMED, HERE ->
                throw new IllegalArgumentException("a seat that is " + state + " is not gone");
        };
    }

    /// Why a person sits where they sit, with those at the table who agreed to be named.
    Message explanation(Seat seat, MentorTable table, List<Profile> tablemates) {
        var name = mentorName(table);
        var message = Message.saying(reasonFor(seat).aloud())
                .paragraph(reasonFor(seat))
                .paragraph("Seats go to as many early-stage participants as possible first, and then so that all "
                        + "participants and their mentors together have the most to say to each other. For you and "
                        + name + " I reckon " + Math.round(seat.affinity() * 100) + " out of 100.");
        var topics = mentors.byId(table.mentor()).map(Mentor::topics).orElse(List.of());
        if (!topics.isEmpty()) {
            message.paragraph(Text.of("").bold(name + " talks about: ").plain(String.join(", ", topics)));
        }
        message.paragraph(Text.of("")
                .bold("With you at the table: ")
                .plain(tablemates.isEmpty() ? "nobody else yet" : PeerWording.named(tablemates, tablemates.size())));
        return seat.state().expected() && seat.state() != Seat.State.HERE
                ? message.actions(Button.of("I know " + name + " already", new ChatIntent.KnowMentor(seat.id())))
                        .build()
                : message.build();
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

    /// What somebody is told whose mentor does not come and for whom there is no other place yet.
    Message firstInLine(MentorTable table, Map<String, Integer> places) {
        var lost = mentorName(table) + " can't come after all";
        return Message.saying(lost + ". You are first in line for another seat.")
                .paragraph(lost + ". When a seat gets free you are asked before others.")
                .points(places(places))
                .build();
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

    /// What stands where somebody was told in a round that they have no seat, once the round is taken back.
    Message roundTakenBack() {
        return Message.of("The organizers took this round back, so what stood here does not hold. If you have a "
                + "place, my message about it says so; else I write to you when seats are given out again.");
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
        if (table.capacity() == 0) {
            return Message.of("You do not host a table in " + breaks.name(session(table))
                    + " any more. Whoever was to come gets another place.");
        }
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
            return Text.of("").bold("A participant").plain(coming(seat));
        }
        var profile = known.get();
        var text = profile.agreesTo(Consent.CARD)
                ? introduced(profile, seat)
                : Text.of("").bold("A participant").plain(" who keeps their name to themselves" + coming(seat));
        return line(text, "Asks", profile.question());
    }

    private static String coming(Seat seat) {
        if (seat.state() == Seat.State.HERE) {
            return " (is here)";
        }
        return seat.late() == 0 ? "" : " (comes about " + seat.late() + " minutes late)";
    }

    private Text introduced(Profile profile, Seat seat) {
        var topics = profile.topics().stream()
                .flatMap(id -> programme.topic(id).stream())
                .map(Topic::words)
                .toList();
        var text = Text.of("")
                .bold(profile.name())
                .plain(", " + profile.stage().words()
                        + (profile.institution().isEmpty() ? "" : ", " + profile.institution())
                        + coming(seat));
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

    String when(String coffeeBreak, ZoneId zone) {
        return programme
                .session(coffeeBreak)
                .map(each -> breaks.when(each, zone))
                .orElse(coffeeBreak);
    }

    private String where(MentorTable table) {
        return breaks.where(session(table));
    }

    private String hardStop(MentorTable table) {
        return new OnStage(programme)
                .hardStop(table.mentor(), session(table))
                .map(words -> " " + words)
                .orElse("");
    }

    private static Text reasonFor(Seat seat) {
        return Text.of("").bold("Why this table: ").plain(reason(seat.reasons()) + ".");
    }

    /// Some reasons are what both say, some what one says and what the other says in different words.
    private static String reason(List<String> reasons) {
        var both = reasons.stream().filter(words -> !words.contains(MEETS)).toList();
        var related = reasons.stream().filter(words -> words.contains(MEETS)).toList();
        if (both.isEmpty() && related.isEmpty()) {
            return "I found no topic you both name, so find out together what you share";
        }
        var shared = both.isEmpty() ? "" : "you both care about " + Text.enumerated(both);
        return shared + (both.isEmpty() || related.isEmpty() ? "" : "; ") + Text.enumerated(related);
    }

    private Session session(MentorTable table) {
        return programme
                .session(table.coffeeBreak())
                .orElseThrow(() -> new IllegalStateException("the programme has no break " + table.coffeeBreak()));
    }

    /// A mentor's name, also of one who offers no table any more.
    String mentorName(MentorTable table) {
        if (!table.host().isEmpty()) {
            return table.host();
        }
        return mentors.byId(table.mentor())
                .map(Mentor::name)
                .or(() -> programme.person(table.mentor()).map(ProgrammePerson::name))
                .orElse("your mentor");
    }
}
