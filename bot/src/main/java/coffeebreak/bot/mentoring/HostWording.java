package coffeebreak.bot.mentoring;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Message.Button;
import coffeebreak.bot.chat.Message.Confirmation;
import coffeebreak.bot.chat.Text;
import coffeebreak.bot.mentoring.Lineup.Place;
import coffeebreak.bot.programme.BreakWording;
import coffeebreak.bot.programme.Programme;
import coffeebreak.bot.programme.Session;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntBiFunction;

/// What mentors are asked and told about hosting, and what organizers read of it. Pure: the same answers give the
/// same words.
final class HostWording {

    private static final DateTimeFormatter DEADLINE = DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm", Locale.ENGLISH);

    private final Programme programme;
    private final BreakWording breaks;
    private final OnStage stage;

    HostWording(Programme programme) {
        this.programme = programme;
        this.breaks = new BreakWording(programme);
        this.stage = new OnStage(programme);
    }

    /// What a mentor is asked, and what they answered. Once everything is answered there is one button left.
    ///
    /// @param deadline until when to answer; empty once that is past
    Message invitation(Place place, Optional<LocalDateTime> deadline, ZoneId zone) {
        return place.unanswered().isEmpty() ? answered(place, zone) : asked(place, deadline, zone);
    }

    private Message asked(Place place, Optional<LocalDateTime> deadline, ZoneId zone) {
        var heading = "Will you host a mentoring table?";
        var message = Message.saying(heading + " " + programme.shortName() + ", " + named(place.unanswered()) + ".")
                .heading(heading)
                .paragraph("You are " + role(place) + " at " + programme.shortName()
                        + ". In the coffee breaks mentors sit at small tables with a few participants each, most of them "
                        + "early in their career, who asked to talk about what they work on.");
        for (var coffeeBreak : breaksOf(place)) {
            line(message, place, coffeeBreak, zone);
            if (!place.host().breaks().containsKey(coffeeBreak.id())) {
                message.actions(
                        Button.main("I'll host", new ChatIntent.HostBreak(coffeeBreak.id(), true)),
                        Button.of("Not this one", new ChatIntent.HostBreak(coffeeBreak.id(), false)));
            }
        }
        message.divider().paragraph(seats(place)).actions(seatButtons(place));
        return message.small(deadline.map(until -> "Please answer by " + DEADLINE.format(until) + " at the venue.")
                                .orElse("Please answer as soon as you can.")
                        + " Or write to me: I can take 4, I can't do the afternoon.")
                .build();
    }

    private Message answered(Place place, ZoneId zone) {
        var heading = hostedHeading(place);
        var message = Message.saying(heading + ".").heading(heading);
        for (var coffeeBreak : breaksOf(place)) {
            line(message, place, coffeeBreak, zone);
        }
        if (place.mentor().breaks().stream().anyMatch(place.host()::hosts)) {
            message.divider().paragraph(seats(place));
            message.small("Thank you! Half an hour before the break I write to you who comes.");
        }
        deputy(message, place);
        return message.actions(Button.of("Change my answer", new ChatIntent.ShowHosting()))
                .build();
    }

    /// The same to be changed.
    ///
    /// @param guests how many hold a seat at the table of a mentor (id) in a break (id)
    Message toBeChanged(Place place, ZoneId zone, ToIntBiFunction<String, String> guests) {
        var heading = hostedHeading(place);
        var message = Message.saying(heading + ". What should change?").heading(heading);
        for (var coffeeBreak : breaksOf(place)) {
            line(message, place, coffeeBreak, zone);
            var coming = guests.applyAsInt(place.mentor().id(), coffeeBreak.id());
            message.actions(
                    place.host().hosts(coffeeBreak.id())
                            ? cancel(coffeeBreak, coming)
                            : Button.main("I'll host", new ChatIntent.HostBreak(coffeeBreak.id(), true)));
        }
        message.divider().paragraph(seats(place)).actions(seatButtons(place));
        deputy(message, place);
        return message.small("If somebody else takes your table, write to me: Ana Lima takes my table.")
                .build();
    }

    private Button cancel(Session coffeeBreak, int guests) {
        var intent = new ChatIntent.HostBreak(coffeeBreak.id(), false);
        return guests == 0
                ? Button.of("I can't host", intent)
                : Button.dangerous(
                        "I can't host",
                        intent,
                        new Confirmation(
                                "Cancel your table?",
                                people(guests) + " would come to you in " + breaks.name(coffeeBreak)
                                        + ". The organizers find other places for them; you need not write to anybody.",
                                "Cancel it",
                                "Keep it"));
    }

    private static Button[] seatButtons(Place place) {
        var buttons = new ArrayList<Button>();
        if (place.seats() > 1) {
            buttons.add(Button.of("Fewer seats", new ChatIntent.OfferSeats(place.seats() - 1)));
        }
        buttons.add(Button.of("More seats", new ChatIntent.OfferSeats(place.seats() + 1)));
        return buttons.toArray(Button[]::new);
    }

    private void line(Message.Builder message, Place place, Session coffeeBreak, ZoneId zone) {
        var text = Text.of("").bold(breaks.when(coffeeBreak, zone)).plain(". " + breaks.where(coffeeBreak));
        for (var clash : stage.clashes(place.mentor().id(), coffeeBreak)) {
            text = text.plain(" " + clash);
        }
        var answer = place.host().breaks().get(coffeeBreak.id());
        if (answer != null) {
            text = text.plain("\n").bold(answer ? "You host a table." : "You don't host a table.");
        }
        message.divider().paragraph(text);
    }

    private static Text seats(Place place) {
        return Text.of("At your table: ").bold(people(place.seats())).plain(" at most.");
    }

    private static void deputy(Message.Builder message, Place place) {
        var deputy = place.host().deputy();
        if (deputy != null) {
            message.paragraph(Text.of("")
                    .bold(deputy.name())
                    .plain(
                            deputy.agreed()
                                    ? " takes your table."
                                    : " would take your table; the organizers have been asked."));
        }
    }

    private String hostedHeading(Place place) {
        var hosted = breaksOf(place).stream()
                .filter(each -> place.host().hosts(each.id()))
                .map(breaks::name)
                .toList();
        return hosted.isEmpty() ? "You host no table" : "You host a table in " + String.join(" and ", hosted);
    }

    private String role(Place place) {
        var roles = stage.roles(place.mentor().id());
        return roles.isEmpty() ? "a mentor" : (roles.matches("[aeio].*") ? "an " : "a ") + roles;
    }

    /// What organizers read once the deadline is past.
    Message unanswered(List<Place> silent) {
        var partly = silent.stream().filter(Place::answeredPartly).count();
        var not = silent.size() - partly;
        var summary = not == 0
                ? mentors(partly, "has", "have") + " answered for some of their breaks only."
                : mentors(not, "has not answered, and holds no table", "have not answered, and hold no table")
                        + (partly == 0 ? "." : "; " + partly + " answered for some of their breaks only.");
        var message = Message.saying(summary)
                .heading(summary)
                .paragraph("If you know that somebody comes, confirm them here. The next round then counts on them.");
        silent.forEach(place -> organizers(message, place, (_, _) -> 0));
        return message.build();
    }

    private static String mentors(long count, String one, String several) {
        return count == 1 ? "1 mentor " + one : count + " mentors " + several;
    }

    /// Who answered what.
    ///
    /// @param guests how many hold a seat at the table of a mentor (id) in a break (id)
    Message overview(List<Place> places, ToIntBiFunction<String, String> guests) {
        var answered =
                places.stream().filter(place -> place.unanswered().isEmpty()).count();
        var seats = places.stream()
                .mapToInt(place -> place.seats() * place.inForce().breaks().size())
                .sum();
        var partly = places.stream().filter(Place::answeredPartly).count();
        var summary = answered + " of " + places.size() + " mentors have answered"
                + (partly == 0 ? "" : ", " + partly + " for some of their breaks only") + "; they offer " + seats
                + " seats.";
        var message = Message.saying(summary).heading("Mentors").paragraph(summary);
        places.forEach(place -> organizers(message, place, guests));
        return message.small(
                        "Somebody does not come and writes to nobody? Type for example: /coffee-admin mentors absent Kempe")
                .build();
    }

    private void organizers(Message.Builder message, Place place, ToIntBiFunction<String, String> guests) {
        var mentor = place.mentor();
        var text = Text.of("").bold(mentor.name());
        if (mentor.person() == null) {
            text = text.plain(" (not in Slack)");
        }
        text = text.plain(", " + people(place.seats()) + " at a table");
        for (var coffeeBreak : breaksOf(place)) {
            var answer = place.host().breaks().get(coffeeBreak.id());
            var coming = guests.applyAsInt(mentor.id(), coffeeBreak.id());
            text = text.plain("\n" + breaks.name(coffeeBreak) + ": "
                    + (answer == null
                            ? "has not answered"
                            : answer
                                    ? "hosts"
                                            + (coming == 0
                                                    ? ""
                                                    : ", " + coming + " of " + place.seats() + " seats given")
                                    : place.host().cancelled().containsKey(coffeeBreak.id())
                                            ? "cancelled"
                                            : "does not host")
                    + stage.clashes(mentor.id(), coffeeBreak).stream()
                            .map(clash ->
                                    ". " + clash.replace("Your ", "Their ").replace("your ", "their "))
                            .map(clash -> clash.substring(0, clash.length() - 1))
                            .reduce("", String::concat));
        }
        var deputy = place.host().deputy();
        if (deputy != null) {
            text = text.plain("\nDeputy: " + deputy.name() + (deputy.agreed() ? "" : " (you have not agreed yet)"));
        }
        message.divider().paragraph(text);
        var buttons = new ArrayList<Button>();
        if (!place.unanswered().isEmpty()) {
            buttons.add(Button.main("Confirm " + mentor.name(), new ChatIntent.ConfirmMentor(mentor.id())));
            if (mentor.person() != null) {
                buttons.add(Button.of("Remind once", new ChatIntent.RemindMentor(mentor.id())));
            }
        }
        if (deputy != null && !deputy.agreed()) {
            buttons.add(Button.main("Agree to the deputy", new ChatIntent.AgreeToDeputy(mentor.id())));
        }
        if (place.inForce().person() == null && !place.inForce().breaks().isEmpty()) {
            buttons.add(Button.of("Show the cards", new ChatIntent.ShowCards(mentor.id(), false)));
            buttons.add(Button.of("Cards as PDF", new ChatIntent.ShowCards(mentor.id(), true)));
        }
        if (!buttons.isEmpty()) {
            message.actions(buttons.toArray(Button[]::new));
        }
    }

    /// What organizers are asked when a mentor names somebody to take their tables.
    Message deputyAsked(Place place, Host.Deputy deputy) {
        var heading =
                "May " + deputy.name() + " take the table of " + place.mentor().name() + "?";
        return Message.saying(heading)
                .heading(heading)
                .paragraph(place.mentor().name() + " says so. "
                        + (deputy.person() == null
                                ? "I do not know who " + deputy.name()
                                        + " is in Slack, so you would give them the card: /coffee-admin mentors."
                                : "I would send the card to them.")
                        + " Those at the table keep their seats and read the new name in the message they have.")
                .actions(Button.main(
                        "Agree", new ChatIntent.AgreeToDeputy(place.mentor().id())))
                .build();
    }

    Message deputyAgreed(Place place, Host.Deputy deputy) {
        return Message.of(
                deputy.name() + " takes the table of " + place.mentor().name() + ".");
    }

    /// What somebody is told who takes a table, and knew nothing of it.
    Message youAreDeputy(Place place) {
        var heading = "You take the table of " + place.mentor().name();
        return Message.saying(heading + ".")
                .heading(heading)
                .paragraph(
                        "In " + named(place.inForce().breaks().stream().sorted().toList())
                                + ". You get a card that says who comes. If you can't, please tell the organizers.")
                .build();
    }

    private String named(List<String> ids) {
        return String.join(
                " and ",
                programme.breaks().stream()
                        .filter(each -> ids.contains(each.id()))
                        .map(each -> breaks.name(each) + " (" + each.start() + ")")
                        .toList());
    }

    private List<Session> breaksOf(Place place) {
        return programme.breaks().stream()
                .filter(each -> place.mentor().breaks().contains(each.id()))
                .toList();
    }

    static String people(int count) {
        return count == 1 ? "1 person" : count + " people";
    }
}
