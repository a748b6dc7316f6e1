package coffeebreak.bot.mentoring;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.mentoring.Mentoring.Answer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

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
        return answer(who, seatId, seat -> seat.state() == Seat.State.OFFERED, Change::confirm);
    }

    Answer decline(Person who, String seatId) {
        return answer(
                who, seatId, seat -> seat.state().taken(), (change, seat) -> change.free(seat, Seat.State.DECLINED));
    }

    private Answer answer(Person who, String seatId, Predicate<Seat> open, BiConsumer<Change, Seat> act) {
        for (var tries = 0; tries < TRIES; tries++) {
            var plan = plans.current();
            var world = now.world();
            var found = seatId.isEmpty()
                    ? next(who, plan, world)
                    : plan.seat(seatId).filter(seat -> seat.mentee().equals(who));
            if (found.isEmpty()) {
                return new Answer.NoSeat();
            }
            var seat = found.get();
            var mentor = plan.table(seat.table()).map(world.wording()::mentorName);
            if (!open.test(seat)) {
                return new Answer.Already(seat, mentor.orElse("your mentor"));
            }
            var change = new Change(world, plan);
            act.accept(change, seat);
            if (plans.replace(change.plan(), change.notices())) {
                return new Answer.Done(change.plan().seat(seat.id()).orElse(seat), mentor.orElse("your mentor"));
            }
        }
        throw new IllegalStateException("the seats changed " + TRIES + " times while one was answered");
    }

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

    void renewCards(Person who) {
        for (var tries = 0; tries < TRIES; tries++) {
            var plan = plans.current();
            if (plan.takenBy(who).isEmpty()) {
                return;
            }
            var change = new Change(now.world(), plan);
            change.renewCards(who);
            if (plans.replace(change.plan(), change.notices())) {
                return;
            }
        }
        throw new IllegalStateException("the seats changed " + TRIES + " times while cards were renewed");
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
        for (var tries = 0; tries < TRIES; tries++) {
            var plan = plans.current();
            var change = new Change(now.world(), plan);
            change.stopWaiting(who);
            plan.takenBy(who).forEach(seat -> change.free(seat, Seat.State.CANCELLED));
            last.accept(change);
            if (plans.replace(change.plan(), change.notices())) {
                return;
            }
        }
        throw new IllegalStateException("the seats changed " + TRIES + " times while somebody left");
    }
}
