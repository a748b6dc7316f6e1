package coffeebreak.bot.organizing;

import coffeebreak.bot.chat.ChatIntent;
import coffeebreak.bot.chat.Form;
import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Message.Button;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.chat.Text;
import coffeebreak.bot.mentoring.Forbids;
import coffeebreak.bot.mentoring.MentorTable;
import coffeebreak.bot.mentoring.Mentoring;
import coffeebreak.bot.mentoring.Seat;
import coffeebreak.bot.mentoring.SeatingPlan;
import coffeebreak.bot.organizing.Whom.Found;
import coffeebreak.bot.programme.BreakWording;
import coffeebreak.bot.programme.Programme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// What organizers see of tables and of what they did to them. A locked seat says so.
final class TableScreens {

    /// How the form that asks where somebody goes is called; the seat's id follows.
    static final String FORM = ChatIntent.OrganizerForm.PREFIX + "move-";

    static final String TO = "to";
    private static final int LONGEST_OPTION = 75;
    private static final int MOST_OPTIONS = 90;
    private static final int SHOWN = 20;

    private final Supplier<Programme> programme;
    private final Mentoring mentoring;
    private final Function<Person, String> names;

    TableScreens(Supplier<Programme> programme, Mentoring mentoring, Function<Person, String> names) {
        this.programme = programme;
        this.mentoring = mentoring;
        this.names = names;
    }

    String breakName(MentorTable table) {
        var wording = new BreakWording(programme.get());
        return programme.get().session(table.coffeeBreak()).map(wording::name).orElse(table.coffeeBreak());
    }

    private String when(MentorTable table) {
        var day = programme.get();
        return day.session(table.coffeeBreak())
                .map(each -> new BreakWording(day).when(each, day.venueZone()))
                .orElse(table.coffeeBreak());
    }

    String tableName(MentorTable table) {
        return host(table) + ", " + breakName(table);
    }

    private String host(MentorTable table) {
        return table.host().isEmpty()
                ? mentoring
                        .mentors()
                        .byId(table.mentor())
                        .map(mentor -> mentor.name())
                        .orElse(table.mentor())
                : table.host();
    }

    /// Every table that is hosted, break by break.
    Message overview() {
        var plan = mentoring.plan();
        var locked = plan.seats().stream().filter(plan::isLocked).count();
        var taken = plan.seats().stream().filter(seat -> seat.state().taken()).count();
        var heading = "Tables: " + people(taken) + (locked == 0 ? "" : ", " + locked + " locked");
        var message = Message.saying(heading + ".").heading(heading);
        for (var coffeeBreak : programme.get().breaks()) {
            var tables = plan.tables().stream()
                    .filter(table -> table.coffeeBreak().equals(coffeeBreak.id()) && table.capacity() > 0)
                    .toList();
            if (!tables.isEmpty()) {
                message.divider()
                        .paragraph(Text.of("").bold(when(tables.getFirst())))
                        .points(tables.stream().map(table -> line(plan, table)).toList())
                        .actions(tables.stream()
                                .limit(SHOWN)
                                .map(table -> Button.of(
                                        "Open " + host(table) + ", " + coffeeBreak.start(),
                                        new ChatIntent.ShowTable(table.id())))
                                .toArray(Button[]::new));
            }
        }
        return message.build();
    }

    private Text line(SeatingPlan plan, MentorTable table) {
        var there = plan.at(table).stream()
                .map(seat -> names.apply(seat.mentee()) + (plan.isLocked(seat) ? " (locked)" : ""))
                .toList();
        return Text.of("")
                .bold(host(table))
                .plain(" " + there.size() + "/" + table.capacity()
                        + (there.isEmpty() ? "" : ": " + String.join(", ", there)));
    }

    /// One table, with what can be done about each person at it.
    Message table(MentorTable table) {
        var plan = mentoring.plan();
        var there = plan.at(table);
        var heading = tableName(table) + ": " + there.size() + " of " + table.capacity();
        var message = Message.saying(heading + ".").heading(heading).paragraph(when(table) + ".");
        if (there.isEmpty()) {
            message.paragraph("Nobody sits here.");
        }
        for (var seat : there.subList(0, Math.min(there.size(), SHOWN))) {
            var locked = plan.isLocked(seat);
            message.paragraph(Text.of("")
                    .bold(names.apply(seat.mentee()))
                    .plain(", " + standing(seat) + (locked ? ", " : ""))
                    .bold(locked ? "locked" : ""));
            var buttons = new ArrayList<Button>();
            if (!locked) {
                buttons.add(Button.of("Move", new ChatIntent.AskMove(seat.id())));
            }
            if (seat.state().expected()) {
                buttons.add(Button.of(locked ? "Unlock" : "Lock", new ChatIntent.LockSeat(seat.id(), !locked)));
            }
            if (!buttons.isEmpty()) {
                message.actions(buttons.toArray(Button[]::new));
            }
        }
        if (there.size() > SHOWN) {
            message.small("And " + (there.size() - SHOWN) + " more; /coffee-admin move and lock find them by name.");
        }
        var all = new ArrayList<Button>();
        var expected = plan.expectedAt(table);
        if (expected.stream().anyMatch(seat -> !plan.isLocked(seat))) {
            all.add(Button.of("Lock the whole table", new ChatIntent.LockTable(table.id(), true)));
        }
        if (expected.stream().anyMatch(plan::isLocked)) {
            all.add(Button.of("Unlock the whole table", new ChatIntent.LockTable(table.id(), false)));
        }
        all.add(Button.of("Show all tables", new ChatIntent.OrganizerCommand("seats", "")));
        return message.divider().actions(all.toArray(Button[]::new)).build();
    }

    private String standing(Seat seat) {
        var until = seat.until();
        return switch (seat.state()) {
            case OFFERED -> "has not answered";
            case HELD ->
                "is being asked"
                        + (until == null ? "" : " until " + programme.get().timeAtVenue(until));
            case CONFIRMED -> seat.late() == 0 ? "comes" : "comes about " + seat.late() + " minutes late";
            case HERE -> "is here";
            case DECLINED, CANCELLED, MOVED, TRADED, EXPIRED, MISSED, UNDONE -> "does not come";
        };
    }

    /// Asks where the holder of a seat is to go. It lists every table with room, whoever could sit there: what is left
    /// out would tell something.
    Form moveForm(Seat seat) {
        var plan = mentoring.plan();
        var options = plan.tables().stream()
                .filter(table -> plan.at(table).size() < table.capacity()
                        && !table.id().equals(seat.table())
                        && mentoring.byHand().isOpen(table.coffeeBreak()))
                .limit(MOST_OPTIONS)
                .map(table -> new Form.Option(
                        table.id(),
                        cut(tableName(table) + " ("
                                + (table.capacity() - plan.at(table).size()) + " free)")))
                .collect(Collectors.toCollection(ArrayList::new));
        options.add(new Form.Option("peers", "A table of peers in the same break"));
        options.add(new Form.Option("line", "The head of the line"));
        return new Form(
                FORM + seat.id(),
                "Move",
                "Move",
                Text.of("").bold(names.apply(seat.mentee())).plain(" goes to:"),
                List.of(new Form.Field.Choice(
                        TO, "Where to", "Checked against every rule when you press Move", options, "", true)));
    }

    private static String cut(String words) {
        return words.codePointCount(0, words.length()) <= LONGEST_OPTION
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LONGEST_OPTION - 1)) + "…";
    }

    /// What an organizer reads once somebody has another table.
    Message seated(Person person, String name, MentorTable table, Optional<MentorTable> left) {
        var heading = name + " sits with " + host(table) + " now";
        var seat = mentoring.plan().takenBy(person).stream()
                .filter(each -> each.table().equals(table.id()))
                .findFirst();
        var message = Message.saying(heading + ".")
                .heading(heading)
                .paragraph(
                        when(table) + ". They are told by a message; everybody else whom it concerns reads it in the "
                                + "messages they have."
                                + left.map(gone -> " The seat with " + host(gone)
                                                + " goes to the next in line, if there is one.")
                                        .orElse(""));
        var buttons = new ArrayList<Button>();
        seat.ifPresent(each -> buttons.add(Button.of("Lock this seat", new ChatIntent.LockSeat(each.id(), true))));
        buttons.add(Button.of("Show the table", new ChatIntent.ShowTable(table.id())));
        return message.actions(buttons.toArray(Button[]::new)).build();
    }

    Message takenBack(String name, MentorTable left, boolean peers) {
        var heading = name + (peers ? " sits with peers now" : " is first in line now");
        return Message.saying(heading + ".")
                .heading(heading)
                .paragraph(breakName(left) + ". They are told by a message."
                        + (peers ? " They are also the first in line." : "") + " The seat with " + host(left)
                        + " goes to the next in line, if there is one.")
                .actions(Button.of("Show the table", new ChatIntent.ShowTable(left.id())))
                .build();
    }

    /// @param whose "Ana Lima", "Julia Kempe's table"
    Message locked(int seats, String whose, boolean locked) {
        var heading = whose + ": " + (seats == 1 ? "1 seat is " : seats + " seats are ")
                + (locked ? "locked" : "not locked any more");
        return Message.saying(heading + ".")
                .heading(heading)
                .paragraph(
                        locked
                                ? "I take no locked seat away for another one. It is free again when its holder gives it up, "
                                        + "and where somebody may not sit at that table any more."
                                : "The next round or repair may change them again.")
                .build();
    }

    /// @param moved  who had to move if the two sat together
    /// @param before the plan as it was
    Message keptApart(Found one, Found other, Person moved, SeatingPlan before) {
        var heading = one.name() + " and " + other.name() + " are kept apart";
        var message = Message.saying(heading + ".")
                .heading(heading)
                .paragraph("They share no table from now on, with mentors or with peers, in no round and by no hand.");
        var after = mentoring.plan();
        if (!before.takenBy(moved).equals(after.takenBy(moved))
                || !before.peers().of(moved).equals(after.peers().of(moved))) {
            message.paragraph("They sat together, so " + names.apply(moved) + " moves"
                    + after.takenBy(moved).stream()
                            .filter(seat -> before.seat(seat.id()).isEmpty())
                            .flatMap(seat -> after.table(seat.table()).stream())
                            .map(table -> " to " + tableName(table))
                            .findFirst()
                            .orElse(after.waits(moved) ? " to the head of the line" : "")
                    + ".");
        }
        return message.small("Nobody is told why. A break that has begun stays as it is.")
                .actions(
                        Button.of(
                                "Allow it again",
                                new ChatIntent.AllowPair(
                                        one.person().id(), other.person().id())),
                        Button.of("Show all pairs", new ChatIntent.OrganizerCommand("forbids", "")))
                .build();
    }

    /// Whom organizers keep apart, each pair once.
    Message forbids(List<Forbids.Pair> pairs) {
        var named = new LinkedHashMap<String, Forbids.Pair>();
        pairs.forEach(pair -> named.putIfAbsent(names.apply(pair.one()) + " and " + named(pair.other(), names), pair));
        var heading = named.isEmpty() ? "You keep nobody apart" : "You keep apart: " + pairs(named.size());
        var message = Message.saying(heading + ".").heading(heading);
        named.entrySet().stream()
                .limit(SHOWN)
                .forEach(entry -> message.paragraph(Text.of("").bold(entry.getKey()))
                        .actions(Button.of(
                                "Allow it again",
                                new ChatIntent.AllowPair(
                                        entry.getValue().one().id(),
                                        entry.getValue().other().id()))));
        return message.small((named.size() > SHOWN ? "And " + (named.size() - SHOWN) + " more. " : "")
                        + "Only organizers see this. What participants asked for themselves is shown to nobody.")
                .build();
    }

    static String named(Person person, Function<Person, String> names) {
        return person.id().startsWith("#") ? "somebody who was forgotten" : names.apply(person);
    }

    private static String pairs(int count) {
        return count == 1 ? "1 pair" : count + " pairs";
    }

    private static String people(long count) {
        return count == 1 ? "1 person seated" : count + " people seated";
    }
}
