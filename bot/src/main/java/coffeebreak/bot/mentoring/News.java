package coffeebreak.bot.mentoring;

import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.peers.PeerSeat;
import coffeebreak.bot.peers.PeerTables;
import coffeebreak.bot.programme.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a change of the plan means for those who read about it: the notices that make every message true again. Worked
/// out from the two plans, so no change can forget somebody; one message each, whatever has happened to them at once.
///
/// @param tables  ids of the tables of which more is to be written anew than the plans show, as when somebody at them
///                has changed their profile
/// @param peers   the same for people at tables of peers
/// @param everything whether all of it is to be written anew for the breaks that are not over, since the day has
/// changed
/// @param urgency of what is posted
record News(
        World world,
        SeatingPlan before,
        SeatingPlan after,
        Set<String> tables,
        Set<Person> peers,
        boolean everything,
        Notice.Urgency urgency) {

    List<Notice> owed() {
        var owed = new ArrayList<Notice>();
        var changed = changedTables();
        for (var seat : after.seats()) {
            if (!seat.mentee().equals(SeatingPlan.NOBODY)) {
                seat(seat, changed, owed);
            }
        }
        after.tables().forEach(table -> card(table, changed, owed));
        after.peers().places().forEach(place -> peer(place, owed));
        return owed;
    }

    private Set<String> changedTables() {
        var then = byTable(before);
        var changed = new HashSet<>(tables);
        after.tables().stream().filter(this::isAnew).forEach(table -> changed.add(table.id()));
        byTable(after).forEach((table, seats) -> {
            if (!seats.equals(then.get(table))) {
                changed.add(table);
            }
        });
        after.tables().stream()
                .filter(table -> before.table(table.id())
                        .filter(was -> !was.equals(table))
                        .isPresent())
                .forEach(table -> changed.add(table.id()));
        return changed;
    }

    private static Map<String, List<Seat>> byTable(SeatingPlan plan) {
        return plan.seats().stream().collect(Collectors.groupingBy(Seat::table));
    }

    private void seat(Seat seat, Set<String> changed, List<Notice> owed) {
        var was = before.seat(seat.id()).orElse(null);
        var table = table(seat);
        if (was == null) {
            owed.add(post(seatNotice(seat), seat.mentee(), seatMessage(after, seat), urgency, end(table)));
        } else if (changed.contains(seat.table())) {
            var message = seatMessage(after, seat);
            if (seat.state() == Seat.State.UNDONE && was.state() != Seat.State.UNDONE) {
                owed.add(takeBack("seat-edit", seat.id(), seatNotice(seat), seat.mentee(), message));
            } else if (isAnew(seat) || !message.equals(seatMessage(before, was))) {
                owed.add(edit("seat-edit", seat.id(), seatNotice(seat), seat.mentee(), message));
            }
            if (seat.state() == Seat.State.MOVED && was.state() != Seat.State.MOVED && hasNothingNew(seat.mentee())) {
                owed.add(post(
                        movedNotice(world, seat, after.version()),
                        seat.mentee(),
                        table.capacity() == 0
                                ? world.wording().firstInLine(table, after.placesOf(seat.mentee()))
                                : seatMessage(after, seat),
                        Notice.Urgency.URGENT,
                        end(table)));
            }
        }
        if (after.reminded().contains(seat.id())) {
            var reminder = reminder(after, seat);
            if (!before.reminded().contains(seat.id())) {
                owed.add(post(
                        reminderNotice(seat.id()), seat.mentee(), reminder, Notice.Urgency.OPTIONAL, start(table)));
            } else if (was != null
                    && changed.contains(seat.table())
                    && (isAnew(seat) || !reminder.equals(reminder(before, was)))) {
                owed.add(reminderEdit(seat.id(), seat.mentee(), seat.state().expected(), reminder));
            }
        }
    }

    /// Whether a message is written anew because it names others at the table.
    private boolean isAnew(Seat seat) {
        return (isAnew(table(seat)) && seat.state().taken())
                || tables.contains(seat.table())
                        && seat.state().expected()
                        && !world.tablemates(after, seat).isEmpty();
    }

    private boolean isAnew(MentorTable table) {
        return everything && !world.isOver(table.coffeeBreak());
    }

    /// Whether nothing but an edit, which makes no sound, would tell somebody of the seat they lost.
    private boolean hasNothingNew(Person person) {
        return Stream.concat(
                        after.takenBy(person).stream().map(Seat::id),
                        after.peers().of(person).stream()
                                .map(place -> place.seat().id()))
                .allMatch(id ->
                        before.seat(id).isPresent() || before.peers().place(id).isPresent());
    }

    private Message seatMessage(SeatingPlan plan, Seat seat) {
        return world.seatMessage(plan, seat, table(plan, seat));
    }

    private Message reminder(SeatingPlan plan, Seat seat) {
        return world.wording()
                .reminder(seat, table(plan, seat), world.tablemates(plan, seat), world.zone(seat.mentee()));
    }

    /// A mentor gets one card for a table, when the break is near; from then on it is edited, also when the break is
    /// over: a card must not keep what somebody took back.
    private void card(MentorTable table, Set<String> changed, List<Notice> owed) {
        var mentor = world.mentors().byId(table.mentor()).map(Mentor::person).orElse(null);
        if (mentor == null || !after.cards().contains(table.id())) {
            return;
        }
        var posted = world.ids().of("card", table.id(), mentor.id());
        var zone = world.zone(mentor);
        var card = world.card(after, table, zone);
        if (!before.cards().contains(table.id())) {
            owed.add(post(posted, mentor, card, Notice.Urgency.URGENT, end(table)));
        } else if (isAnew(table)
                || tables.contains(table.id())
                || (changed.contains(table.id())
                        && !card.equals(
                                world.card(before, before.table(table.id()).orElse(table), zone)))) {
            owed.add(edit("card-edit", table.id(), posted, mentor, card));
        }
    }

    private void peer(PeerTables.Place place, List<Notice> owed) {
        var seat = place.seat();
        var was = before.peers().place(seat.id()).orElse(null);
        if (was == null) {
            if (seat.expected()) {
                owed.add(post(
                        peerNotice(seat),
                        seat.person(),
                        peerMessage(place),
                        Notice.Urgency.ORDINARY,
                        end(place.table().coffeeBreak())));
            }
        } else if (isNews(was, place)) {
            var message = peerMessage(place);
            owed.add(
                    seat.state() == PeerSeat.State.UNDONE
                            ? takeBack("peer-edit", seat.id(), peerNotice(seat), seat.person(), message)
                            : edit("peer-edit", seat.id(), peerNotice(seat), seat.person(), message));
        }
        if (after.reminded().contains(seat.id())) {
            var reminder = world.peerWording().reminder(place);
            if (!before.reminded().contains(seat.id())) {
                owed.add(post(
                        reminderNotice(seat.id()),
                        seat.person(),
                        reminder,
                        Notice.Urgency.OPTIONAL,
                        start(place.table().coffeeBreak())));
            } else if (was != null && isNews(was, place)) {
                owed.add(reminderEdit(seat.id(), seat.person(), seat.expected(), reminder));
            }
        }
    }

    private boolean isNews(PeerTables.Place was, PeerTables.Place is) {
        return !was.seat().equals(is.seat())
                || (is.seat().expected()
                        && (everything && !world.isOver(is.table().coffeeBreak())
                                || !was.table().expected().equals(is.table().expected())
                                || peers.contains(is.seat().person())));
    }

    private Message peerMessage(PeerTables.Place place) {
        var person = place.seat().person();
        return world.peerWording()
                .seat(place, world.zone(person), world.wording().places(after.placesOf(person)));
    }

    private Notice post(String id, Person to, Message message, Notice.Urgency urgency, @Nullable Instant expires) {
        return new Notice(id, to, new Notice.Content.Post(message), world.now(), urgency, expires);
    }

    private Notice edit(String kind, String what, String posted, Person to, Message message) {
        return change(kind, what, to, new Notice.Content.Edit(posted, message));
    }

    /// What has not left yet need not be read at all.
    private Notice takeBack(String kind, String what, String posted, Person to, Message message) {
        return change(kind, what, to, new Notice.Content.TakeBack(posted, message));
    }

    private Notice change(String kind, String what, Person to, Notice.Content content) {
        return new Notice(
                world.ids().of(kind, what, Long.toString(after.version())),
                to,
                content,
                world.now(),
                Notice.Urgency.URGENT,
                null);
    }

    /// The notice that tells somebody of a seat they lost.
    ///
    /// @param version of the plan that took it
    static String movedNotice(World world, Seat seat, long version) {
        return world.ids().of("moved", seat.id(), Long.toString(version));
    }

    /// A reminder that has not left yet is not for somebody who does not come any more.
    private Notice reminderEdit(String seat, Person to, boolean comes, Message message) {
        var posted = reminderNotice(seat);
        return comes
                ? edit("reminder-edit", seat, posted, to, message)
                : takeBack("reminder-edit", seat, posted, to, message);
    }

    private String seatNotice(Seat seat) {
        return world.ids().of("seat-told", seat.id());
    }

    private String peerNotice(PeerSeat seat) {
        return world.ids().of("peers-told", seat.id());
    }

    private String reminderNotice(String seat) {
        return world.ids().of("reminder", seat);
    }

    private @Nullable Instant end(MentorTable table) {
        return end(table.coffeeBreak());
    }

    private @Nullable Instant end(String coffeeBreak) {
        return instant(coffeeBreak, session -> world.programme().endOf(session));
    }

    private @Nullable Instant start(MentorTable table) {
        return start(table.coffeeBreak());
    }

    private @Nullable Instant start(String coffeeBreak) {
        return instant(coffeeBreak, session -> world.programme().startOf(session));
    }

    private @Nullable Instant instant(String coffeeBreak, Function<Session, Optional<Instant>> when) {
        return world.programme().session(coffeeBreak).flatMap(when).orElse(null);
    }

    private MentorTable table(Seat seat) {
        return table(after, seat);
    }

    private static MentorTable table(SeatingPlan plan, Seat seat) {
        return plan.table(seat.table())
                .orElseThrow(() -> new IllegalStateException("seat " + seat.id() + " stands at no table"));
    }
}
