package coffeebreak.bot.mentoring;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.mentoring.Changes.Attempt;
import coffeebreak.bot.mentoring.Mentoring.Outcome;
import coffeebreak.bot.programme.BreakWording;
import coffeebreak.bot.programme.Session;
import coffeebreak.bot.signup.BreakReader;
import java.time.Instant;
import java.util.Optional;

/// What somebody does with a seat beyond keeping it or giving it up: come, come late, sit in another break, or at
/// another table.
final class Choices {

    private static final int LATEST = 30;

    private final Changes changes;

    Choices(Changes changes) {
        this.changes = changes;
    }

    /// "I'm here."
    Outcome arrive(Person who, String seatId) {
        return changes.make((plan, world) -> {
            var found = seatId.isEmpty() ? ofNow(who, plan, world) : Seats.find(who, seatId, plan, world);
            if (found.isEmpty()) {
                return Attempt.without(Outcome.unchanged(
                        "You have no seat with a mentor in a break that is on, so there is nobody to tell. Type \"my "
                                + "seat\" to see where you sit and when."));
            }
            var seat = found.get();
            var mentor = world.mentorOf(plan, seat);
            var begins = startOf(seat, plan, world);
            var change = new Change(world, plan);
            if (seat.state() == Seat.State.HERE) {
                return Attempt.without(Outcome.unchanged("I know, have a good talk with " + mentor + "!"));
            }
            if (!seat.state().expected() && !(seat.state() == Seat.State.MISSED && change.canReturn(seat))) {
                return Attempt.without(
                        Outcome.unchanged("That seat is somebody else's now. If the table has a free chair, ask "
                                + mentor + " whether you may stay."));
            }
            if (begins.filter(start -> world.now().isBefore(start.minus(World.REMINDER)))
                    .isPresent()) {
                return Attempt.without(Outcome.unchanged("You are early: your break with " + mentor + " begins at "
                        + clock(seat, plan, world) + ". Tell me again when you are at the table."));
            }
            change.arrive(seat);
            return new Attempt<>(Outcome.changed("Good. Have a good talk with " + mentor + "!"), change);
        });
    }

    /// The seat of the break that is on or about to begin, also one that was taken for empty.
    private static Optional<Seat> ofNow(Person who, SeatingPlan plan, World world) {
        return plan.everBy(who).stream()
                .filter(seat -> seat.state().expected() || seat.state() == Seat.State.MISSED)
                .filter(seat -> !world.isOver(breakOf(seat, plan)))
                .findFirst();
    }

    /// "I'm running late."
    Outcome runLate(Person who, String seatId, int minutes) {
        return changes.make((plan, world) -> {
            var found = Seats.find(who, seatId, plan, world)
                    .filter(seat -> seat.state().expected() && !world.isOver(breakOf(seat, plan)));
            if (found.isEmpty()) {
                return Attempt.without(Outcome.unchanged(
                        "You have no seat with a mentor to be late for. Type \"my seat\" to see where you sit."));
            }
            var seat = found.get();
            var mentor = world.mentorOf(plan, seat);
            var late = Math.clamp(minutes, 1, LATEST);
            var kept = startOf(seat, plan, world)
                    .map(start -> start.plus(World.LATE_SEAT))
                    .map(end -> " I keep your seat until " + world.programme().timeAtVenue(end) + ".")
                    .orElse("");
            var said = mentor + " reads on the card that you come about " + late + " minutes late." + kept;
            if (seat.late() == late) {
                return Attempt.without(Outcome.unchanged(said));
            }
            var change = new Change(world, plan);
            change.comesLate(seat, late);
            return new Attempt<>(Outcome.changed(said), change);
        });
    }

    /// "Move me to the afternoon."
    Outcome moveTo(Person who, String words) {
        return changes.make((plan, world) -> {
            var seat = Seats.find(who, "", plan, world)
                    .filter(held -> held.state().expected() && !world.hasBegun(breakOf(held, plan)));
            if (seat.isEmpty()) {
                return Attempt.without(Outcome.unchanged(
                        "You have no seat with a mentor that I could move. Type \"my seat\" to see where you stand."));
            }
            var target = target(words, breakOf(seat.get(), plan), world);
            if (target.isEmpty()) {
                return Attempt.without(Outcome.unchanged("I don't see which break you mean. The breaks with mentors "
                        + "that are still to come: " + names(world) + ". Say for example \"move me to "
                        + example(world) + "\"."));
            }
            return moveTo(seat.get(), target.get(), plan, world);
        });
    }

    private Attempt<Outcome> moveTo(Seat seat, Session target, SeatingPlan plan, World world) {
        var name = new BreakWording(world.programme()).name(target);
        var change = new Change(world, plan);
        if (plan.inBreak(seat.mentee(), target.id()).isPresent()) {
            return Attempt.without(Outcome.unchanged("You sit in " + name + " already."));
        }
        if (world.profile(seat.mentee())
                .filter(profile -> profile.breaks().contains(target.id()))
                .isEmpty()) {
            return Attempt.without(Outcome.unchanged("Your sign-up says that you cannot make " + name
                    + ". Type \"edit\" to change that, and ask me again."));
        }
        var table = change.freeTable(seat, target.id());
        if (table.isPresent()) {
            change.trade(seat, table.get());
            return new Attempt<>(
                    Outcome.changed("Done: you sit in " + name + " now. Your other seat goes to the next in line."),
                    change);
        }
        var place = plan.placesOf(seat.mentee()).get(target.id());
        if (place != null) {
            return Attempt.without(Outcome.unchanged("Every seat you could have in " + name
                    + " is taken. You keep yours and are number " + place + " in line."));
        }
        change.waitInLine(seat.mentee(), target.id());
        return new Attempt<>(
                Outcome.changed("Every seat you could have in " + name + " is taken. You keep yours, and I put you in "
                        + "line as number "
                        + change.plan().placesOf(seat.mentee()).get(target.id()) + "."),
                change);
    }

    private static Optional<Session> target(String words, String from, World world) {
        var meant = new BreakReader(world.programme().breaks()).meant(words);
        var another = words.matches("(?i).*\\b(?:other|another|later|earlier)\\b.*");
        return world.programme().breaks().stream()
                .filter(each -> !world.hasBegun(each.id()))
                .filter(each -> meant.isEmpty() ? another && !each.id().equals(from) : meant.contains(each.id()))
                .findFirst();
    }

    private static String names(World world) {
        var wording = new BreakWording(world.programme());
        var names = world.programme().breaks().stream()
                .filter(each -> !world.hasBegun(each.id()))
                .map(each -> wording.name(each) + " (" + each.start() + ")")
                .toList();
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    private static String example(World world) {
        return world.breaksToCome().size() > 1 ? "the second break" : "the first break";
    }

    /// "I know this mentor already": a free table in the same break, else somebody who would gain by swapping is asked.
    Outcome know(Person who, String seatId) {
        return changes.make((plan, world) -> {
            var found = Seats.find(who, seatId, plan, world)
                    .filter(seat -> seat.state().expected() && !world.hasBegun(breakOf(seat, plan)));
            if (found.isEmpty()) {
                return Attempt.without(
                        Outcome.unchanged(
                                "You have no seat with a mentor in a break that is still to come, so there is nothing to change."));
            }
            var seat = found.get();
            var mentor = world.mentorOf(plan, seat);
            if (plan.swaps().containsKey(seat.id())) {
                return Attempt.without(Outcome.unchanged(
                        "I have asked somebody whether they swap with you. Until they answer you keep your seat with "
                                + mentor + "."));
            }
            var change = new Change(world, plan);
            var free = change.freeTable(seat, breakOf(seat, plan));
            if (free.isPresent()) {
                change.trade(seat, free.get());
                return new Attempt<>(
                        Outcome.changed("Done: you sit with " + world.wording().mentorName(free.get())
                                + " in the same break now, and your seat with " + mentor
                                + " goes to the next in line."),
                        change);
            }
            var partner = change.partnerToSwap(seat);
            if (partner.isPresent()) {
                change.proposeSwap(seat, partner.get());
                return new Attempt<>(
                        Outcome.changed("I ask somebody who has even more to say to " + mentor
                                + " whether they swap with you. If they do, I write to you; until then you keep your "
                                + "seat."),
                        change);
            }
            return Attempt.without(Outcome.unchanged("The other tables of that break are full, and nobody there would "
                    + "gain by sitting with " + mentor + " instead, so you keep your seat. You can still give it up "
                    + "with \"Can't come\", or use the time for the others at the table."));
        });
    }

    /// The answer of somebody who was asked to swap.
    ///
    /// @param theirs the seat of whoever wants to sit elsewhere
    Outcome answerSwap(Person who, String theirs, String mine, boolean agreed) {
        return changes.make((plan, world) -> {
            var asked = plan.seat(theirs);
            var held = plan.seat(mine).filter(seat -> seat.mentee().equals(who));
            if (asked.isEmpty() || held.isEmpty() || !mine.equals(plan.swaps().get(theirs))) {
                return Attempt.without(Outcome.unchanged("This is settled already; your seat stays as it is."));
            }
            var change = new Change(world, plan);
            if (!agreed) {
                change.refuseSwap(theirs);
                return new Attempt<>(
                        Outcome.changed("All right, you keep your seat. Nobody learns that it was you."), change);
            }
            if (!asked.get().state().expected()
                    || !held.get().state().expected()
                    || world.hasBegun(breakOf(held.get(), plan))
                    || !change.maySwap(asked.get(), held.get())) {
                change.refuseSwap(theirs);
                return new Attempt<>(
                        Outcome.changed(
                                "Thank you, but meanwhile that seat is no longer free to swap; yours stays as it is."),
                        change);
            }
            change.swap(asked.get(), held.get());
            return new Attempt<>(
                    Outcome.changed("Thank you! You sit with " + world.mentorOf(plan, asked.get()) + " now."), change);
        });
    }

    private static String breakOf(Seat seat, SeatingPlan plan) {
        return plan.table(seat.table()).map(MentorTable::coffeeBreak).orElse("");
    }

    private static Optional<Instant> startOf(Seat seat, SeatingPlan plan, World world) {
        return world.startOf(breakOf(seat, plan));
    }

    private static String clock(Seat seat, SeatingPlan plan, World world) {
        return world.programme()
                .session(breakOf(seat, plan))
                .map(session -> session.start().toString())
                .orElse("its time");
    }
}
