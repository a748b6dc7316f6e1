package coffeebreak.bot.mentoring;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.mentoring.Changes.Attempt;
import coffeebreak.bot.signup.Consent;
import coffeebreak.bot.signup.Profile;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What organizers do with single seats: give, move, take back, lock, and keep people apart. The rules that hold for
/// everybody hold here; what is only a habit of the bot, such as that nobody gets back a seat that was taken from
/// them, does not.
///
/// Nobody may learn here who would rather not sit with whom. So whatever depends on other people, on institutions or
/// on what somebody was offered before is one hurdle, [Hurdle#UNFIT], and it counts for all tables of a mentor at once:
/// otherwise one that refuses beside one that takes them would tell that it is for somebody who sits there. The tables
/// proposed in its place are those that would not refuse, three at most, by a score that nobody is shown; so the list
/// tells less than trying them one by one. What cannot be hidden is that a mentor's tables take somebody once others
/// have left them; who tries that moves people who are told, and stands in the audit trail.
public final class ByHand {

    private static final int PROPOSED = 3;

    private final Changes changes;
    private final Now now;
    private final Plans plans;
    private final Forbids forbids;

    ByHand(Changes changes, Now now, Plans plans, Forbids forbids) {
        this.changes = changes;
        this.now = now;
        this.plans = plans;
        this.forbids = forbids;
    }

    /// Why somebody cannot be seated.
    public enum Hurdle {
        /// They have no sign-up, or took it back.
        NOT_SEEKING,
        /// They have no seat that could be moved.
        NOT_SEATED,
        /// There is no such table, or its mentor does not host it.
        NO_TABLE,
        /// The break is over, or too far on.
        TOO_LATE,
        /// They sit there, or are being asked.
        THERE_ALREADY,
        /// Their seat is locked.
        LOCKED,
        /// They host a table themselves then.
        HOSTS_THEN,
        /// They sit at another table then.
        SITS_THEN,
        /// Their sign-up says that they cannot make the break, or they gave a seat in it back.
        CANNOT_MAKE,
        /// They have as many seats as they asked for.
        ENOUGH_SEATS,
        /// Every seat is taken, or somebody is being asked about it.
        FULL,
        /// A rule keeps them from this table, and nobody is told which.
        UNFIT,
        /// No table of peers can take them in that break, for whatever reason.
        NO_PEERS
    }

    /// What became of it.
    public sealed interface Outcome {
        /// They have a seat at the table now.
        ///
        /// @param left the table they left for it
        record Seated(MentorTable table, Optional<MentorTable> left) implements Outcome {}

        /// They have no mentor's seat in that break any more, and are first in line.
        ///
        /// @param peers whether they sit with peers meanwhile
        record TakenBack(MentorTable left, boolean peers) implements Outcome {}

        /// Nothing has changed.
        ///
        /// @param table   the one that was wanted, if there is such a table
        /// @param instead tables that could take them
        record Hindered(Optional<MentorTable> table, Hurdle hurdle, List<MentorTable> instead) implements Outcome {
            public Hindered {
                instead = List.copyOf(instead);
            }
        }
    }

    /// Gives somebody a seat at a table (id), in place of the one they have in the same break, if any.
    public Outcome seat(Person who, String table) {
        return seated(who, table, (plan, _, to) -> plan.inBreak(who, to.coffeeBreak()), false);
    }

    /// Moves somebody to a table (id).
    ///
    /// @param seat the id of the one they give for it; empty for the one in the same break, else the next they hold
    public Outcome move(Person who, String table, String seat) {
        return seated(
                who,
                table,
                (plan, world, to) -> seat.isEmpty()
                        ? plan.inBreak(who, to.coffeeBreak()).or(() -> held(who, seat, plan, world))
                        : held(who, seat, plan, world),
                true);
    }

    /// The seat that is given for one at a table.
    @FunctionalInterface
    private interface Given {
        Optional<Seat> to(SeatingPlan plan, World world, MentorTable table);
    }

    private Outcome seated(Person who, String table, Given given, boolean mustHaveOne) {
        return changes.make((plan, world) -> {
            var profile = world.profile(who).filter(Profile::seeking);
            var to = plan.table(table).filter(each -> each.capacity() > 0 && world.isOffered(each));
            if (profile.isEmpty()) {
                return hindered(Hurdle.NOT_SEEKING);
            }
            if (to.isEmpty()) {
                return hindered(Hurdle.NO_TABLE);
            }
            var from = given.to(plan, world, to.get());
            if (mustHaveOne && from.isEmpty()) {
                return hindered(Hurdle.NOT_SEATED);
            }
            var hurdle = hurdle(profile.get(), to.get(), from, plan, world);
            if (hurdle.isPresent()) {
                return Attempt.without(new Outcome.Hindered(
                        to,
                        hurdle.get(),
                        switch (hurdle.get()) {
                            case FULL, UNFIT -> proposed(profile.get(), from, plan, world);
                            default -> List.of();
                        }));
            }
            var change = new Change(world, plan);
            change.seatByHand(who, to.get(), from);
            return new Attempt<>(new Outcome.Seated(to.get(), from.flatMap(seat -> plan.table(seat.table()))), change);
        });
    }

    private static Attempt<Outcome> hindered(Hurdle hurdle) {
        return Attempt.without(new Outcome.Hindered(Optional.empty(), hurdle, List.of()));
    }

    /// What is plain to see comes first, so that what is said of it depends on nothing else.
    private static Optional<Hurdle> hurdle(
            Profile profile, MentorTable table, Optional<Seat> from, SeatingPlan plan, World world) {
        var person = profile.person();
        var without = without(from, person, plan);
        var eligibility = world.eligibility();
        var coffeeBreak = table.coffeeBreak();
        if (!world.givesSeats(coffeeBreak)) {
            return Optional.of(Hurdle.TOO_LATE);
        }
        if (plan.at(table).stream().anyMatch(seat -> seat.mentee().equals(person))) {
            return Optional.of(Hurdle.THERE_ALREADY);
        }
        if (from.filter(plan::isLocked).isPresent()) {
            return Optional.of(Hurdle.LOCKED);
        }
        if (world.mentors()
                .byPerson(person)
                .filter(mentor -> mentor.breaks().contains(coffeeBreak))
                .isPresent()) {
            return Optional.of(Hurdle.HOSTS_THEN);
        }
        if (without.inBreak(person, coffeeBreak).isPresent()) {
            return Optional.of(Hurdle.SITS_THEN);
        }
        if (!eligibility.openBreaks(profile, without).contains(coffeeBreak)) {
            return Optional.of(Hurdle.CANNOT_MAKE);
        }
        if (eligibility.seatsStillWanted(profile, without) <= 0) {
            return Optional.of(Hurdle.ENOUGH_SEATS);
        }
        if (!without.hasRoom(table)) {
            return Optional.of(Hurdle.FULL);
        }
        return fits(profile, table, without, world) ? Optional.empty() : Optional.of(Hurdle.UNFIT);
    }

    private static boolean fits(Profile profile, MentorTable table, SeatingPlan without, World world) {
        return world.eligibility().maySit(profile, table, without)
                && without.tables().stream()
                        .filter(other -> other.mentor().equals(table.mentor()) && !world.isOver(other.coffeeBreak()))
                        .allMatch(other -> world.welcome(profile.person(), other, without));
    }

    private static SeatingPlan without(Optional<Seat> from, Person person, SeatingPlan plan) {
        return from.map(seat -> plan.with(seat.as(Seat.State.MOVED)))
                .orElse(plan)
                .withoutTakenBack(person);
    }

    private static List<MentorTable> proposed(Profile profile, Optional<Seat> from, SeatingPlan plan, World world) {
        var without = without(from, profile.person(), plan);
        return plan.tables().stream()
                .filter(table -> world.isOffered(table)
                        && world.givesSeats(table.coffeeBreak())
                        && from.filter(seat -> seat.table().equals(table.id())).isEmpty()
                        && fits(profile, table, without, world))
                .sorted(Comparator.comparingDouble((MentorTable table) -> world.affinities()
                                .score(
                                        profile.person(),
                                        world.mentors().byId(table.mentor()).orElseThrow()))
                        .reversed())
                .limit(PROPOSED)
                .toList();
    }

    /// Takes somebody's seat back; they are first in line.
    ///
    /// @param seat its id; empty for the next one they hold
    public Outcome toLine(Person who, String seat) {
        return takenBack(who, seat, false);
    }

    /// The same, and gives them a place at a table of peers in the same break.
    public Outcome toPeers(Person who, String seat) {
        return takenBack(who, seat, true);
    }

    private Outcome takenBack(Person who, String seat, boolean peers) {
        return changes.make((plan, world) -> {
            var held = held(who, seat, plan, world);
            if (held.isEmpty()) {
                return hindered(Hurdle.NOT_SEATED);
            }
            if (plan.isLocked(held.get())) {
                return hindered(Hurdle.LOCKED);
            }
            var left = plan.table(held.get().table()).orElseThrow();
            var change = new Change(world, plan);
            if (peers) {
                var agreed = world.profile(who)
                        .filter(profile -> profile.agreesTo(Consent.PEERS))
                        .isPresent();
                if (!agreed || plan.peers().declined(who, left.coffeeBreak()) || !change.sendToPeers(held.get())) {
                    return hindered(Hurdle.NO_PEERS);
                }
            } else {
                change.sendToLine(held.get());
            }
            return new Attempt<>(new Outcome.TakenBack(left, peers), change);
        });
    }

    /// A seat somebody holds in a break that has not begun.
    private static Optional<Seat> held(Person who, String seatId, SeatingPlan plan, World world) {
        return Seats.inOrderOfTheDay(plan.takenBy(who), plan, world).stream()
                .filter(seat -> seatId.isEmpty() || seat.id().equals(seatId))
                .filter(seat -> plan.table(seat.table())
                        .filter(table -> !world.hasBegun(table.coffeeBreak()))
                        .isPresent())
                .findFirst();
    }

    /// Whether somebody can still be seated in a break (id).
    public boolean isOpen(String coffeeBreak) {
        return now.world().givesSeats(coffeeBreak);
    }

    /// Locks seats (ids) that somebody is expected on, or takes their locks away. Nobody is told.
    ///
    /// @return how many of them were not so before
    public int lock(Collection<String> seats, boolean locked) {
        return changes.make((plan, world) -> {
            var change = new Change(world, plan);
            var changed = plan.seats().stream()
                    .filter(seat ->
                            seats.contains(seat.id()) && seat.state().expected() && plan.isLocked(seat) != locked)
                    .toList();
            changed.forEach(seat -> change.lock(seat, locked));
            return changed.isEmpty() ? Attempt.without(0) : new Attempt<>(changed.size(), change);
        });
    }

    /// Keeps two people, or a person and a mentor, apart. Where they sit together one of them moves: never the mentor,
    /// nor who has a locked seat when the other has none.
    ///
    /// @return who was asked to move, if they sat together
    public Person forbid(Person one, Person other) {
        var mentors = now.mentors().get();
        forbids.forbid(mentors.identities(one), mentors.identities(other));
        var moves = mentors.named(one).isPresent() || (isLocked(one) && !isLocked(other)) ? other : one;
        changes.make((plan, world) -> {
            var change = new Change(world, plan);
            change.separate(moves);
            return new Attempt<>(moves, change);
        });
        return moves;
    }

    private boolean isLocked(Person who) {
        var plan = plans.current();
        return plan.takenBy(who).stream().anyMatch(plan::isLocked);
    }

    /// They may sit together again, as far as organizers are concerned.
    public void allow(Person one, Person other) {
        var mentors = now.mentors().get();
        forbids.allow(mentors.identities(one), mentors.identities(other));
    }

    /// Whom organizers keep apart.
    public List<Forbids.Pair> forbidden() {
        return forbids.pairs();
    }
}
