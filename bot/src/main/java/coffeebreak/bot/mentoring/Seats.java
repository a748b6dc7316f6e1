package coffeebreak.bot.mentoring;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.mentoring.Mentoring.Answer;
import coffeebreak.bot.peers.PeerSeat;
import coffeebreak.bot.peers.PeerTables;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What people do with their seats. Every change is tried against the plan as it is and written only if nobody was
/// faster; else it is made again from the start.
final class Seats {

    private static final int TRIES = 20;

    private final Now now;
    private final Plans plans;

    Seats(Now now, Plans plans) {
        this.now = now;
        this.plans = plans;
    }

    Answer confirm(Person who, String seatId) {
        return answer(who, seatId, seat -> seat.state() == Seat.State.OFFERED, Change::confirm, (_, _) -> {});
    }

    Answer decline(Person who, String seatId) {
        return answer(
                who,
                seatId,
                seat -> seat.state().taken(),
                (change, seat) -> change.free(seat, Seat.State.DECLINED),
                (change, place) -> change.leavePeers(who, place.table().coffeeBreak(), PeerSeat.State.DECLINED));
    }

    /// @param withPeers what is done where the person has no mentor's seat but a place at a table of peers
    private Answer answer(
            Person who,
            String seatId,
            Predicate<Seat> open,
            BiConsumer<Change, Seat> act,
            BiConsumer<Change, PeerTables.Place> withPeers) {
        return untilNobodyIsFaster(plan -> {
            var world = now.world();
            var found = seatId.isEmpty()
                    ? next(who, plan, world)
                    : plan.seat(seatId).filter(seat -> seat.mentee().equals(who));
            if (found.isEmpty()) {
                return atPeers(who, seatId, plan, world, withPeers);
            }
            var seat = found.get();
            var mentor =
                    plan.table(seat.table()).map(world.wording()::mentorName).orElse("your mentor");
            if (!open.test(seat)) {
                return new Attempt<>(new Answer.Already(seat, mentor), null);
            }
            var change = new Change(world, plan);
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
            return new Attempt<>(new Answer.NoSeat(), null);
        }
        var change = new Change(world, plan);
        act.accept(change, place.get());
        var expected = change.plan().peers().equals(plan.peers());
        return new Attempt<>(new Answer.AtPeers(expected), expected ? null : change);
    }

    /// Makes a change against the plan as it is and writes it; made anew from the start when somebody was faster.
    private <T> T untilNobodyIsFaster(Function<SeatingPlan, Attempt<T>> attempt) {
        for (var tries = 0; tries < TRIES; tries++) {
            var made = attempt.apply(plans.current());
            var change = made.change();
            if (change == null || plans.replace(change.plan(), change.notices())) {
                return made.outcome();
            }
        }
        throw new IllegalStateException("the seats changed " + TRIES + " times while one change was made");
    }

    /// @param change null when there is nothing to write
    private record Attempt<T>(T outcome, @Nullable Change change) {}

    /// The next seat a person holds; once all breaks are over, the last.
    private static Optional<Seat> next(Person who, SeatingPlan plan, World world) {
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
        untilNobodyIsFaster(plan -> {
            var change = new Change(now.world(), plan);
            change.separate(who);
            return new Attempt<>(who, change);
        });
    }

    void renewCards(Person who) {
        untilNobodyIsFaster(plan -> {
            if (plan.takenBy(who).isEmpty() && plan.peers().of(who).isEmpty()) {
                return new Attempt<>(who, null);
            }
            var change = new Change(now.world(), plan);
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
        untilNobodyIsFaster(plan -> {
            var change = new Change(now.world(), plan);
            change.stopWaiting(who);
            change.withdrawFromPeers(who);
            plan.takenBy(who).forEach(seat -> change.free(seat, Seat.State.CANCELLED));
            last.accept(change);
            return new Attempt<>(who, change);
        });
    }
}
