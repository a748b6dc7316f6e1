package coffeebreak.bot.mentoring;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.mentoring.Changes.Attempt;
import coffeebreak.bot.mentoring.Mentoring.Answer;
import coffeebreak.bot.peers.PeerSeat;
import coffeebreak.bot.peers.PeerTables;
import coffeebreak.bot.signup.Profile;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/// Who keeps a seat, gives it up or leaves altogether.
final class Seats {

    private final Changes changes;

    Seats(Changes changes) {
        this.changes = changes;
    }

    Answer confirm(Person who, String seatId) {
        return answer(
                who,
                seatId,
                (change, seat) -> switch (seat.state()) {
                    case OFFERED, HELD -> true;
                    case EXPIRED -> change.canStillHave(seat);
                    case CONFIRMED, HERE, DECLINED, CANCELLED, MOVED, TRADED, MISSED, UNDONE -> false;
                },
                Change::confirm,
                (_, _) -> {});
    }

    Answer decline(Person who, String seatId) {
        return answer(
                who,
                seatId,
                (_, seat) -> seat.state().taken(),
                (change, seat) -> change.free(seat, Seat.State.DECLINED),
                (change, place) -> change.leavePeers(who, place.table().coffeeBreak(), PeerSeat.State.DECLINED));
    }

    /// @param withPeers what is done where the person has no mentor's seat but a place at a table of peers
    private Answer answer(
            Person who,
            String seatId,
            BiPredicate<Change, Seat> open,
            BiConsumer<Change, Seat> act,
            BiConsumer<Change, PeerTables.Place> withPeers) {
        return changes.make((plan, world) -> {
            var found = find(who, seatId, plan, world);
            if (found.isEmpty()) {
                return atPeers(who, seatId, plan, world, withPeers);
            }
            var seat = found.get();
            var mentor = world.mentorOf(plan, seat);
            var change = new Change(world, plan);
            if (!open.test(change, seat)) {
                return Attempt.without(new Answer.Already(seat, mentor));
            }
            act.accept(change, seat);
            return new Attempt<>(new Answer.Done(change.plan().seat(seat.id()).orElse(seat), mentor), change);
        });
    }

    private static Attempt<Answer> atPeers(
            Person who, String seatId, SeatingPlan plan, World world, BiConsumer<Change, PeerTables.Place> act) {
        var place = plan.peers().of(who).stream()
                .filter(held -> seatId.isEmpty()
                        ? !world.isOver(held.table().coffeeBreak())
                        : held.seat().id().equals(seatId))
                .findFirst();
        if (place.isEmpty()) {
            return Attempt.without(new Answer.NoSeat());
        }
        var change = new Change(world, plan);
        act.accept(change, place.get());
        var expected = change.plan().peers().equals(plan.peers());
        return new Attempt<>(new Answer.AtPeers(expected), expected ? null : change);
    }

    /// The seat of that id, if it is or was the person's.
    ///
    /// @param seatId empty for the next one the person holds; once all breaks are over, the last
    static Optional<Seat> find(Person who, String seatId, SeatingPlan plan, World world) {
        if (!seatId.isEmpty()) {
            return plan.seat(seatId).filter(seat -> seat.mentee().equals(who));
        }
        var held = inOrderOfTheDay(plan.takenBy(who), plan, world);
        return held.stream()
                .filter(seat -> plan.table(seat.table())
                        .filter(table -> !world.isOver(table.coffeeBreak()))
                        .isPresent())
                .findFirst()
                .or(() -> held.reversed().stream().findFirst());
    }

    static List<Seat> inOrderOfTheDay(List<Seat> seats, SeatingPlan plan, World world) {
        var breaks = world.programme().breaks().stream().map(each -> each.id()).toList();
        return seats.stream()
                .sorted(Comparator.comparingInt(seat -> plan.table(seat.table())
                        .map(table -> breaks.indexOf(table.coffeeBreak()))
                        .orElse(breaks.size())))
                .toList();
    }

    /// Also where nobody moves the plan gets a new version: a round that is being published at this moment has read
    /// that the two may sit together, and must not be written.
    void separate(Person who) {
        changes.make((plan, world) -> {
            var change = new Change(world, plan);
            change.separate(who);
            return new Attempt<>(who, change);
        });
    }

    void join(Person who) {
        changes.make((plan, world) -> {
            var profile = world.profile(who).filter(Profile::seeking);
            if (profile.isEmpty()
                    || !plan.published()
                    || plan.waits(who)
                    || !plan.takenBy(who).isEmpty()) {
                return Attempt.without(who);
            }
            var change = new Change(world, plan);
            change.join(profile.get());
            return new Attempt<>(who, change);
        });
    }

    void renewCards(Person who) {
        changes.make((plan, world) -> {
            if (plan.takenBy(who).isEmpty() && plan.peers().of(who).isEmpty()) {
                return Attempt.without(who);
            }
            var change = new Change(world, plan);
            change.renewCards(who);
            return new Attempt<>(who, change);
        });
    }

    void withdraw(Person who) {
        leave(who, _ -> {});
    }

    void forget(Person who) {
        leave(who, change -> change.forget(who));
    }

    /// Also where there is nothing to free the plan gets a new version: a round that is being published at this moment
    /// has read that the person seeks a seat, and must not be written.
    private void leave(Person who, Consumer<Change> last) {
        changes.make((plan, world) -> {
            var change = new Change(world, plan);
            change.stopWaiting(who);
            change.withdrawFromPeers(who);
            plan.takenBy(who).forEach(seat -> change.free(seat, Seat.State.CANCELLED));
            last.accept(change);
            return new Attempt<>(who, change);
        });
    }

    /// What the time has brought; nothing where it has brought nothing.
    void timePasses() {
        changes.make((plan, world) -> {
            if (!plan.published()) {
                return Attempt.without(plan);
            }
            var change = new Change(world, plan);
            change.timePasses();
            return new Attempt<>(plan, change.plan().equals(plan.next()) ? null : change);
        });
    }
}
