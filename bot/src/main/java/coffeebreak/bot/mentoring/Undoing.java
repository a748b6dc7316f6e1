package coffeebreak.bot.mentoring;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.mentoring.Mentoring.Since.What;
import coffeebreak.bot.peers.PeerTables;
import coffeebreak.bot.signup.Profile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Takes the latest round back. Pure: from the plan as it is now and as it was before the round comes the plan as it is
/// to be.
///
/// Seats, lines and tables of peers are as they were before. What somebody has said of themselves since stays said: who
/// can't come or has withdrawn is neither seated again nor in line. A "yes" goes with the seat it was for. A seat that
/// was given since, to a late sign-up or to somebody who moved up, is kept where an earlier round is in force again and
/// the chair is still free.
record Undoing(World world, SeatingPlan now, Undoable back) {

    /// What somebody has done since the round was published.
    ///
    /// @param kept whether it outlives the round
    record Since(Person who, What what, boolean kept) {}

    private SeatingPlan before() {
        return back.before();
    }

    /// The plan with everything but its tables of peers as it is to be.
    SeatingPlan seats(Person by) {
        var plan = now.withRoundUndone(back, by, world.now());
        for (var seat : now.seats()) {
            if (isNew(seat)) {
                plan = plan.with(undone(seat));
            }
        }
        for (var id : back.left()) {
            var was = before().seat(id).orElse(null);
            var is = now.seat(id).orElse(null);
            if (was != null && is != null && is.state() == Seat.State.MOVED && fits(was, plan)) {
                plan = plan.with(was);
            }
        }
        for (var seat : now.seats()) {
            if (isGivenSince(seat) && before().published() && fits(seat, plan)) {
                plan = plan.with(seat);
            }
        }
        for (var swap : plan.swaps().entrySet()) {
            if (!isTaken(plan, swap.getKey()) || !isTaken(plan, swap.getValue())) {
                plan = plan.withoutSwap(swap.getKey());
            }
        }
        return lines(plan);
    }

    private static boolean isTaken(SeatingPlan plan, String seat) {
        return plan.seat(seat).filter(each -> each.state().taken()).isPresent();
    }

    private boolean isNew(Seat seat) {
        return before().seat(seat.id()).isEmpty();
    }

    private boolean isGivenSince(Seat seat) {
        return isNew(seat) && !back.given().contains(seat.id()) && seat.state().taken();
    }

    private static Seat undone(Seat seat) {
        return switch (seat.state()) {
            case DECLINED, CANCELLED -> seat;
            case OFFERED, HELD, CONFIRMED, HERE, MOVED, TRADED, EXPIRED, MISSED, UNDONE -> seat.as(Seat.State.UNDONE);
        };
    }

    /// Whether somebody can have a seat as far as those are concerned who sit there.
    private boolean fits(Seat seat, SeatingPlan plan) {
        return plan.table(seat.table())
                .filter(table -> plan.hasRoom(table)
                        && plan.inBreak(seat.mentee(), table.coffeeBreak()).isEmpty()
                        && world.welcome(seat.mentee(), table, plan))
                .isPresent();
    }

    /// Who was in line is, in their order, unless they have said something else since; whoever has lined up since an
    /// earlier round stays behind them.
    private SeatingPlan lines(SeatingPlan plan) {
        var breaks = new HashSet<>(before().standby().keySet());
        if (before().published()) {
            breaks.addAll(now.standby().keySet());
        }
        var queues = new HashMap<String, List<Person>>();
        for (var coffeeBreak : breaks) {
            var queue = new ArrayList<>(before().standby().getOrDefault(coffeeBreak, List.of()));
            for (var person : now.standby().getOrDefault(coffeeBreak, List.of())) {
                var lined = back.queued().getOrDefault(coffeeBreak, List.of());
                if (before().published() && !queue.contains(person) && !lined.contains(person)) {
                    queue.add(person);
                }
            }
            queue.removeIf(person -> !stillWaits(person, coffeeBreak, plan));
            queues.put(coffeeBreak, List.copyOf(queue));
        }
        var restored = plan.withStandby(queues);
        for (var told : before().told().entrySet()) {
            var person = new Person(told.getKey());
            if (restored.waits(person)) {
                restored = restored.withTold(person, told.getValue());
            }
        }
        return withFirstWhoLostTheirChair(restored);
    }

    /// Whoever could not be given back what the round took from them is first in line.
    private SeatingPlan withFirstWhoLostTheirChair(SeatingPlan plan) {
        var next = plan;
        for (var id : back.left()) {
            var seat = plan.seat(id).filter(each -> each.state() == Seat.State.MOVED);
            var table = seat.flatMap(each -> plan.table(each.table()));
            if (seat.isPresent() && table.isPresent() && isSeeking(seat.get().mentee())) {
                next = next.withFirstInLine(seat.get().mentee(), table.get().coffeeBreak());
            }
        }
        return next;
    }

    private boolean stillWaits(Person person, String coffeeBreak, SeatingPlan plan) {
        return isSeeking(person)
                && plan.inBreak(person, coffeeBreak)
                        .filter(seat -> seat.state() != Seat.State.HELD)
                        .isEmpty()
                && plan.everBy(person).stream()
                        .noneMatch(seat -> seat.state() == Seat.State.DECLINED
                                && before().seat(seat.id())
                                        .filter(was -> was.state() == Seat.State.DECLINED)
                                        .isEmpty()
                                && plan.table(seat.table())
                                        .filter(table -> table.coffeeBreak().equals(coffeeBreak))
                                        .isPresent());
    }

    private boolean isSeeking(Person person) {
        return world.profile(person).filter(Profile::seeking).isPresent();
    }

    /// The tables of peers as they were, but for what people have said since.
    PeerTables peers() {
        return now.peers().backTo(before().peers(), world::apart);
    }

    /// What people have done since, in the order of the seats it is about.
    List<Since> since() {
        var kept = seats(SeatingPlan.NOBODY);
        var done = new ArrayList<Since>();
        for (var seat : now.seats()) {
            var was = before().seat(seat.id()).map(Seat::state);
            if (seat.mentee().equals(SeatingPlan.NOBODY)
                    || was.filter(seat.state()::equals).isPresent()) {
                continue;
            }
            var stays = kept.seat(seat.id())
                    .filter(each -> each.state() == seat.state())
                    .isPresent();
            what(seat).ifPresent(what -> done.add(new Since(seat.mentee(), what, stays)));
        }
        return List.copyOf(done);
    }

    private Optional<What> what(Seat seat) {
        return switch (seat.state()) {
            case CONFIRMED, HERE -> Optional.of(isGivenSince(seat) ? What.WAS_SEATED : What.SAID_YES);
            case DECLINED -> Optional.of(What.CANNOT_COME);
            case CANCELLED -> Optional.of(What.WITHDREW);
            case TRADED -> Optional.of(What.CHANGED_SEATS);
            case OFFERED, HELD -> isGivenSince(seat) ? Optional.of(What.WAS_SEATED) : Optional.empty();
            case MOVED, EXPIRED, MISSED, UNDONE -> Optional.empty();
        };
    }

    /// Those told that they have no seat, in the round or since, to whom that does not apply any more.
    List<Person> toldInVain(SeatingPlan restored) {
        return now.told().keySet().stream()
                .map(Person::new)
                .filter(person -> restored.toldWaiting(person).isEmpty()
                        || (before().toldWaiting(person).isEmpty()
                                && !restored.peers().of(person).isEmpty()))
                .sorted(Comparator.comparing(Person::id))
                .toList();
    }
}
