package coffeebreak.bot.mentoring;

import coffeebreak.bot.chat.Message;
import coffeebreak.bot.chat.Notice;
import coffeebreak.bot.chat.Person;
import coffeebreak.bot.peers.PeerSeat;
import coffeebreak.bot.peers.PeerTables;
import coffeebreak.bot.signup.Consent;
import coffeebreak.bot.signup.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One change of the plan in the making: the plan as it will be, and the notices it causes. It reads the world as it
/// was when it began and touches nothing; whoever made it writes both in one step, or starts again.
final class Change {

    private final World world;
    private final SeatWording wording;
    private final Eligibility eligibility;
    private final SeatingPlan before;
    /// What is told of waiting; everything else follows from the plans.
    private final List<Notice> notices = new ArrayList<>();
    private final Set<String> renewedTables = new HashSet<>();
    private final Set<Person> renewedPeers = new HashSet<>();
    private Notice.Urgency urgency = Notice.Urgency.URGENT;
    private boolean everythingAnew;
    private SeatingPlan plan;

    Change(World world, SeatingPlan before) {
        this.world = world;
        this.wording = world.wording();
        this.eligibility = world.eligibility();
        this.before = before;
        this.plan = before.next();
    }

    SeatingPlan plan() {
        return plan;
    }

    List<Notice> notices() {
        var all = new ArrayList<>(notices);
        all.addAll(new News(world, before, plan, renewedTables, renewedPeers, everythingAnew, urgency).owed());
        all.addAll(new PeerGroups(world).notices(before.peers(), plan.peers(), renewedPeers));
        return List.copyOf(all);
    }

    /// Publishes a round: its seats come to those that are there, its queues replace the old ones, everybody is told
    /// what is new to them.
    void publish(int number, RoundDraft draft, List<Profile> everybody, Person by) {
        urgency = Notice.Urgency.ORDINARY;
        plan = plan.with(number, draft);
        if (plan.day().version() == 0) {
            plan = plan.with(nothingTold());
        }
        everybody.stream()
                .filter(profile -> eligibility.seatsStillWanted(profile, plan) <= 0)
                .forEach(this::keepInLine);
        draft.standby().values().stream()
                .flatMap(List::stream)
                .distinct()
                .filter(person -> plan.toldWaiting(person).isEmpty()
                        && plan.takenBy(person).isEmpty()
                        && plan.peers().of(person).isEmpty()
                        && before.everBy(person).stream()
                                .noneMatch(seat -> draft.left().contains(seat.id())))
                .forEach(this::tellWaiting);
        everybody.stream().filter(profile -> hasNoTable(profile, plan)).forEach(this::tellNoTable);
        var published = new PublishedRound(
                number, by, world.now(), draft.seats().size(), plan.waitingWithoutSeat(), draft.seed(), null);
        plan = plan.with(
                published,
                new Undoable(
                        number,
                        world.now().plus(World.UNDOABLE),
                        before.withoutUndoable(),
                        draft.seats().stream().map(Seat::id).collect(Collectors.toSet()),
                        draft.left(),
                        plan.standby()));
    }

    /// Takes the latest round back: whoever was told something in it reads that it does not hold.
    void undo(Undoable back, Person by, List<Profile> everybody) {
        var undoing = new Undoing(world, plan, back);
        plan = undoing.seats(by);
        var tables = undoing.peers();
        for (var place : tables.places()) {
            var seat = place.seat();
            if (seat.expected()
                    && plan.inBreak(seat.person(), place.table().coffeeBreak())
                            .filter(held -> held.state().expected())
                            .isPresent()) {
                tables = tables.leaving(seat.person(), place.table().coffeeBreak(), PeerSeat.State.MOVED_UP);
            }
        }
        peers(tables);
        for (var person : undoing.toldInVain(plan)) {
            plan = plan.withoutTold(person);
            takeBack(
                    world.ids().of("waiting-edit", person.id(), Long.toString(plan.version())),
                    person,
                    waitingNotice(person, before.told().getOrDefault(person.id(), back.round())));
        }
        for (var id : back.left()) {
            plan.seat(id)
                    .filter(seat -> seat.state().taken()
                            && before.everBy(seat.mentee()).stream()
                                    .noneMatch(other -> back.given().contains(other.id())))
                    .ifPresent(seat -> takeBack(
                            world.ids().of("moved-undone", id, Long.toString(plan.version())),
                            seat.mentee(),
                            News.movedNotice(world, seat, back.before().version() + 1)));
        }
        if (!back.before().published()) {
            everybody.stream()
                    .filter(profile -> hasNoTable(profile, before))
                    .forEach(profile -> takeBack(
                            world.ids().of("no-table-undone", profile.person().id(), Long.toString(plan.version())),
                            profile.person(),
                            noTableNotice(profile, before)));
        }
    }

    private void takeBack(String id, Person person, String earlier) {
        notices.add(notice(
                id,
                person,
                new Notice.Content.TakeBack(earlier, wording.roundTakenBack()),
                Notice.Urgency.URGENT,
                null));
    }

    /// Brings those together in one conversation who sit at a new table of peers.
    void gatherPeers() {
        plan = plan.with(new PeerGroups(world).gathered(before.peers(), plan.peers()));
    }

    /// Whoever has a seat and waits for one in another break is not in the lines of a round, and stays in theirs.
    private void keepInLine(Profile profile) {
        before.standby().forEach((coffeeBreak, queue) -> {
            if (queue.contains(profile.person())
                    && before.takenBy(profile.person()).equals(plan.takenBy(profile.person()))) {
                plan = plan.withLastInLine(profile.person(), coffeeBreak);
            }
        });
    }

    /// Whether somebody seeks a seat, was never given one, and waits for none: there is no table they could sit at.
    private boolean hasNoTable(Profile profile, SeatingPlan seats) {
        var person = profile.person();
        return profile.seeking()
                && seats.everBy(person).stream().allMatch(seat -> seat.state() == Seat.State.UNDONE)
                && !seats.waits(person)
                && !seats.peers().everSeated(person)
                && world.mentors().byPerson(person).isEmpty();
    }

    void confirm(Seat seat) {
        if (seat.state() == Seat.State.OFFERED) {
            plan = plan.with(seat.as(Seat.State.CONFIRMED));
        } else {
            take(seat);
        }
    }

    /// Whether somebody can still have a seat that was held for them and then was not any more.
    boolean canStillHave(Seat seat) {
        var table = table(seat);
        return world.givesSeats(table.coffeeBreak())
                && plan.hasRoom(table)
                && plan.inBreak(seat.mentee(), table.coffeeBreak()).isEmpty()
                && world.welcome(seat.mentee(), table, plan);
    }

    /// Makes an offer somebody's seat.
    private void take(Seat offer) {
        var person = offer.mentee();
        var table = table(offer);
        correctWaiting(person, wording.movedUp());
        plan = plan.with(offer.taken(world.now()));
        seatTooMany(offer).ifPresent(seat -> free(seat, Seat.State.TRADED));
        settle(person, table.coffeeBreak());
    }

    /// The seat that somebody who wanted to sit in another break gives for the one they take.
    private Optional<Seat> seatTooMany(Seat taken) {
        return world.profile(taken.mentee())
                .filter(profile -> eligibility.seatsStillWanted(profile, plan) < 0)
                .flatMap(_ -> plan.takenBy(taken.mentee()).stream()
                        .filter(seat -> !seat.id().equals(taken.id())
                                && !world.hasBegun(table(seat).coffeeBreak()))
                        .findFirst());
    }

    /// Whoever has a seat now leaves their peers in that break and the lines they no longer wait in.
    private void settle(Person person, String coffeeBreak) {
        leavePeers(person, coffeeBreak, PeerSeat.State.MOVED_UP);
        renewedPeers.add(person);
        plan = plan.withoutWaiting(person, coffeeBreak);
        if (world.profile(person)
                .filter(profile -> eligibility.seatsStillWanted(profile, plan) > 0)
                .isEmpty()) {
            plan = plan.withoutWaiting(person);
        }
    }

    /// Frees a seat and asks the first in line, unless the break is too far on.
    void free(Seat seat, Seat.State state) {
        plan = plan.with(seat.as(state));
        var table = table(seat);
        if (seat.state() == Seat.State.HELD && state == Seat.State.DECLINED) {
            plan = plan.withoutWaiting(seat.mentee(), table.coffeeBreak());
        }
        fill(table);
    }

    /// Asks the first in line about a free seat, where somebody is in line and the break not too far on.
    private void fill(MentorTable table) {
        if (world.givesSeats(table.coffeeBreak())
                && world.mentors().byId(table.mentor()).isPresent()
                && plan.hasRoom(table)) {
            nextInLine(table, plan).ifPresent(profile -> hold(profile, table));
        }
    }

    private void hold(Profile profile, MentorTable table) {
        var held = world.heldUntil(table.coffeeBreak());
        var seat = newSeat(profile.person(), table);
        plan = plan.with(held.map(seat::heldUntil).orElse(seat));
        if (held.isEmpty()) {
            correctWaiting(profile.person(), wording.movedUp());
            settle(profile.person(), table.coffeeBreak());
        }
    }

    private Seat newSeat(Person person, MentorTable table) {
        var mentor = world.mentors().byId(table.mentor()).orElseThrow();
        return Seat.given(
                world.ids().of("seat", table.id(), person.id(), Long.toString(plan.version())),
                person,
                table.id(),
                world.affinities().score(person, mentor),
                world.affinities().reasons(person, mentor),
                world.now());
    }

    /// What the time has brought: cards and reminders that are due, offers that ran out, seats nobody sits on.
    void timePasses() {
        followTheDay();
        var back = plan.undoable();
        if (back != null && !world.now().isBefore(back.until())) {
            plan = plan.withoutUndoable();
        }
        for (var coffeeBreak : world.programme().breaks()) {
            var start = world.programme().startOf(coffeeBreak);
            if (start.isPresent() && !world.isOver(coffeeBreak.id())) {
                timePasses(coffeeBreak.id(), Duration.between(world.now(), start.get()));
            }
        }
        plan.seats().stream()
                .filter(seat -> seat.state() == Seat.State.HELD && hasRunOut(seat))
                .toList()
                .forEach(this::runOut);
    }

    /// Renews every message when what they tell of the programme has changed, and tells those whose break has moved:
    /// each once for all of it, and nobody twice within ten minutes.
    private void followTheDay() {
        var version = world.programme().version();
        var starts = world.startsToCome();
        if (plan.day().version() == 0) {
            plan = plan.with(nothingTold());
        }
        if (plan.day().version() != version) {
            var reads = world.dayAsTold();
            if (!plan.day().reads().equals(reads)) {
                renewEverything();
            }
            plan = plan.with(plan.day().in(version, reads));
        }
        var told = plan.day();
        var moved = starts.entrySet().stream()
                .filter(each -> !each.getValue().equals(told.starts().getOrDefault(each.getKey(), each.getValue())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        if (!moved.isEmpty()
                && (told.at() == null || !world.now().isBefore(told.at().plus(World.DAY_NEWS)))) {
            tellMoved(moved);
            plan = plan.with(new DayTold(version, plan.day().reads(), starts, world.now()));
        }
    }

    private DayTold nothingTold() {
        return new DayTold(world.programme().version(), world.dayAsTold(), world.startsToCome(), null);
    }

    private void renewEverything() {
        everythingAnew = true;
        plan.told().keySet().stream()
                .map(Person::new)
                .filter(plan::waits)
                .forEach(person ->
                        correctWaiting(person, wording.waiting(plan.placesOf(person), agreesToPeers(person))));
    }

    private void tellMoved(Set<String> breaks) {
        var concerned = new TreeMap<String, Set<String>>();
        BiConsumer<Person, String> concern = (person, coffeeBreak) -> {
            if (breaks.contains(coffeeBreak)) {
                concerned.computeIfAbsent(person.id(), _ -> new TreeSet<>()).add(coffeeBreak);
            }
        };
        plan.seats().stream()
                .filter(seat -> seat.state().taken())
                .forEach(seat -> concern.accept(seat.mentee(), table(seat).coffeeBreak()));
        plan.peers().places().stream()
                .filter(place -> place.seat().expected())
                .forEach(place ->
                        concern.accept(place.seat().person(), place.table().coffeeBreak()));
        for (var table : plan.tables()) {
            world.mentors()
                    .byId(table.mentor())
                    .map(Mentor::person)
                    .ifPresent(mentor -> concern.accept(mentor, table.coffeeBreak()));
        }
        concerned.forEach((id, theirs) -> {
            var person = new Person(id);
            notices.add(notice(
                    world.ids().of("day-moved", id, Long.toString(plan.version())),
                    person,
                    new Notice.Content.Post(wording.moved(theirs, plan.day().starts(), world.zone(person))),
                    Notice.Urgency.URGENT,
                    theirs.stream()
                            .flatMap(each -> world.programme().session(each).stream())
                            .flatMap(session -> world.programme().endOf(session).stream())
                            .max(Comparator.naturalOrder())
                            .orElse(null)));
        });
    }

    /// @param ahead how long it is until the break begins; negative when it has begun
    private void timePasses(String coffeeBreak, Duration ahead) {
        if (ahead.compareTo(World.CARD) <= 0) {
            plan.tables().stream()
                    .filter(table -> table.coffeeBreak().equals(coffeeBreak)
                            && table.capacity() > 0
                            && !plan.cards().contains(table.id())
                            && world.mentors()
                                    .byId(table.mentor())
                                    .filter(mentor -> mentor.person() != null)
                                    .isPresent())
                    .toList()
                    .forEach(table -> plan = plan.withCard(table));
        }
        if (ahead.compareTo(World.REMINDER) <= 0 && ahead.compareTo(World.TOO_LATE_TO_REMIND) > 0) {
            remind(coffeeBreak, world.now().plus(ahead).minus(World.REMINDER));
        }
        if (ahead.isNegative() && world.givesSeats(coffeeBreak)) {
            plan.tables().stream()
                    .filter(table -> table.coffeeBreak().equals(coffeeBreak))
                    .toList()
                    .forEach(table -> giveAwayEmptySeats(table, ahead.negated()));
        }
    }

    /// Whoever was given their seat later than this reads the same in the message about it.
    private void remind(String coffeeBreak, Instant given) {
        var due = new HashSet<String>();
        plan.seats().stream()
                .filter(seat -> (seat.state() == Seat.State.OFFERED || seat.state() == Seat.State.CONFIRMED)
                        && table(seat).coffeeBreak().equals(coffeeBreak)
                        && table(seat).capacity() > 0
                        && (seat.given() == null || seat.given().isBefore(given)))
                .forEach(seat -> due.add(seat.id()));
        plan.peers().places().stream()
                .filter(place -> place.seat().expected()
                        && place.table().coffeeBreak().equals(coffeeBreak)
                        && (place.seat().given() == null || place.seat().given().isBefore(given)))
                .forEach(place -> due.add(place.seat().id()));
        plan = plan.withReminded(due);
    }

    /// A seat is taken for empty when others at the table have said that they are there and its holder has not. Where
    /// nobody has said so, nothing is known of the table.
    private void giveAwayEmptySeats(MentorTable table, Duration since) {
        var here = plan.at(table).stream().anyMatch(seat -> seat.state() == Seat.State.HERE);
        if (!here) {
            return;
        }
        for (var seat : plan.expectedAt(table)) {
            var patience = seat.late() > 0 ? World.LATE_SEAT : World.EMPTY_SEAT;
            var empty = plan.with(seat.as(Seat.State.MISSED));
            if (seat.state() != Seat.State.HERE
                    && !plan.isLocked(seat)
                    && since.compareTo(patience) >= 0
                    && nextInLine(table, empty).isPresent()) {
                free(seat, Seat.State.MISSED);
            }
        }
    }

    private boolean hasRunOut(Seat offer) {
        return !world.givesSeats(table(offer).coffeeBreak())
                || (offer.until() != null && !world.now().isBefore(offer.until()));
    }

    /// An offer stands beyond its time as long as nobody else waits for the seat.
    private void runOut(Seat offer) {
        var table = table(offer);
        var over = !world.givesSeats(table.coffeeBreak());
        var next = over ? Optional.<Profile>empty() : nextInLine(table, plan.with(offer.as(Seat.State.EXPIRED)));
        if (over || next.isPresent()) {
            plan = plan.with(offer.as(Seat.State.EXPIRED));
            if (plan.standby().getOrDefault(table.coffeeBreak(), List.of()).contains(offer.mentee())) {
                plan = plan.withLastInLine(offer.mentee(), table.coffeeBreak());
            }
            next.ifPresent(profile -> hold(profile, table));
        }
    }

    /// Somebody is at their table; also where the bot had taken their seat for empty and nobody has it yet.
    void arrive(Seat seat) {
        if (seat.state() == Seat.State.MISSED) {
            var table = table(seat);
            if (!plan.hasRoom(table)) {
                plan.at(table).stream()
                        .filter(other -> other.state() == Seat.State.HELD)
                        .findFirst()
                        .ifPresent(offer -> plan = plan.with(offer.as(Seat.State.EXPIRED)));
            }
        }
        plan = plan.with(seat.as(Seat.State.HERE));
    }

    /// Whether somebody who comes after their seat was taken for empty can have it again.
    boolean canReturn(Seat missed) {
        var table = table(missed);
        return plan.hasRoom(table) || plan.at(table).stream().anyMatch(seat -> seat.state() == Seat.State.HELD);
    }

    void comesLate(Seat seat, int minutes) {
        plan = plan.with(seat.late(minutes));
    }

    /// Gives somebody a seat at another table in place of theirs.
    void trade(Seat seat, MentorTable table) {
        var confirmed = newSeat(seat.mentee(), table).as(Seat.State.CONFIRMED);
        plan = plan.with(seat.as(Seat.State.TRADED)).with(confirmed);
        settle(seat.mentee(), table.coffeeBreak());
        fill(table(seat));
    }

    /// Exchanges the seats of two people.
    void swap(Seat one, Seat other) {
        var first = newSeat(one.mentee(), table(other));
        var second = newSeat(other.mentee(), table(one));
        plan = plan.with(one.as(Seat.State.TRADED))
                .with(other.as(Seat.State.TRADED))
                .with(first.as(Seat.State.CONFIRMED))
                .with(second.as(Seat.State.CONFIRMED))
                .withoutSwap(one.id());
    }

    /// The free table of a break at which somebody has most to say and could sit if they gave up a seat.
    Optional<MentorTable> freeTable(Seat instead, String coffeeBreak) {
        return world.profile(instead.mentee()).flatMap(mentee -> {
            var without = plan.with(instead.as(Seat.State.MOVED));
            return bestTable(mentee, without, coffeeBreak);
        });
    }

    private Optional<MentorTable> bestTable(Profile mentee, SeatingPlan seats, String coffeeBreak) {
        return seats.tables().stream()
                .filter(table -> table.coffeeBreak().equals(coffeeBreak)
                        && !world.hasBegun(table.coffeeBreak())
                        && world.mentors().byId(table.mentor()).isPresent()
                        && eligibility.maySit(mentee, table, seats))
                .max(Comparator.comparingDouble(table -> score(mentee.person(), table)));
    }

    private double score(Person person, MentorTable table) {
        return world.mentors()
                .byId(table.mentor())
                .map(mentor -> world.affinities().score(person, mentor))
                .orElse(0.0);
    }

    /// The seat in the same break whose holder would have more to say at this one, and at which its holder may sit: the
    /// one from which both together gain most.
    Optional<Seat> partnerToSwap(Seat seat) {
        var here = table(seat);
        return world.profile(seat.mentee())
                .flatMap(mine -> plan.seats().stream()
                        .filter(other -> (other.state() == Seat.State.OFFERED || other.state() == Seat.State.CONFIRMED)
                                && !plan.isLocked(other)
                                && !other.table().equals(seat.table())
                                && table(other).coffeeBreak().equals(here.coffeeBreak())
                                && maySwap(mine, seat, other)
                                && score(other.mentee(), here) > other.affinity())
                        .max(Comparator.comparingDouble(other ->
                                score(other.mentee(), here) - other.affinity() + score(seat.mentee(), table(other)))));
    }

    /// Whether two people may sit in each other's place.
    boolean maySwap(Seat one, Seat other) {
        return world.profile(one.mentee())
                .filter(profile -> maySwap(profile, one, other))
                .isPresent();
    }

    private boolean maySwap(Profile mine, Seat seat, Seat other) {
        var without = plan.with(seat.as(Seat.State.MOVED)).with(other.as(Seat.State.MOVED));
        return eligibility.maySit(mine, table(other), without)
                && world.profile(other.mentee())
                        .filter(profile -> eligibility.maySit(profile, table(seat), without))
                        .isPresent();
    }

    /// Asks the holder of another seat whether they swap.
    void proposeSwap(Seat mine, Seat theirs) {
        plan = plan.withSwap(mine.id(), theirs.id());
        notices.add(notice(
                world.ids().of("swap", mine.id(), theirs.id()),
                theirs.mentee(),
                new Notice.Content.Post(wording.askToSwap(mine, theirs, table(mine), table(theirs))),
                Notice.Urgency.ORDINARY,
                world.programme()
                        .session(table(mine).coffeeBreak())
                        .flatMap(world.programme()::startOf)
                        .orElse(null)));
    }

    void refuseSwap(String mine) {
        plan = plan.withoutSwap(mine);
    }

    void waitInLine(Person person, String coffeeBreak) {
        plan = plan.withLastInLine(person, coffeeBreak);
    }

    /// Takes a person off the table of peers of one break; the others are told, and whoever is left alone is moved.
    void leavePeers(Person person, String coffeeBreak, PeerSeat.State state) {
        peers(plan.peers().leaving(person, coffeeBreak, state));
    }

    private void peers(PeerTables changed) {
        plan = plan.with(changed.settled(world::apart, world.breaksToCome()::contains)
                .sharing(plan.peers(), world.affinities()::shared));
    }

    /// Moves whoever shares a table with somebody they must be apart from.
    void separate(Person who) {
        peers(plan.peers().separated(who, world::apart));
        for (var seat : plan.takenBy(who)) {
            if (!world.hasBegun(table(seat).coffeeBreak()) && mustLeave(seat)) {
                move(seat);
            }
        }
        world.mentors()
                .byPerson(who)
                .ifPresent(mentor -> plan.tables().stream()
                        .filter(table -> table.mentor().equals(mentor.id()) && !world.hasBegun(table.coffeeBreak()))
                        .flatMap(table -> plan.at(table).stream())
                        .filter(seat -> world.apart(seat.mentee(), mentor))
                        .toList()
                        .forEach(this::move));
    }

    private boolean mustLeave(Seat seat) {
        return !world.welcome(seat.mentee(), table(seat), plan);
    }

    /// Takes a seat back and gives its mentee another one, or the first place in line where there is none.
    void move(Seat seat) {
        var coffeeBreak = table(seat).coffeeBreak();
        free(seat, Seat.State.MOVED);
        var profile = world.profile(seat.mentee());
        profile.flatMap(mentee -> world.breaksToCome().stream()
                        .flatMap(each -> bestTable(mentee, plan, each).stream())
                        .max(Comparator.comparingDouble(table -> score(mentee.person(), table))))
                .ifPresentOrElse(
                        table -> {
                            correctWaiting(seat.mentee(), wording.movedUp());
                            plan = plan.with(newSeat(seat.mentee(), table));
                            settle(seat.mentee(), table.coffeeBreak());
                        },
                        () -> plan = plan.withFirstInLine(seat.mentee(), coffeeBreak));
    }

    /// Gives somebody a seat because an organizer says so.
    ///
    /// @param instead the seat they had so far, which goes to the next in line
    void seatByHand(Person person, MentorTable table, Optional<Seat> instead) {
        instead.ifPresent(seat -> plan = plan.with(seat.as(Seat.State.MOVED)));
        correctWaiting(person, wording.movedUp());
        plan = plan.with(newSeat(person, table));
        settle(person, table.coffeeBreak());
        instead.ifPresent(seat -> fill(table(seat)));
    }

    /// Takes a seat back because an organizer says so; its mentee is first in line.
    void sendToLine(Seat seat) {
        free(seat, Seat.State.MOVED);
        plan = plan.withFirstInLine(seat.mentee(), table(seat).coffeeBreak());
    }

    /// The same, and seats its mentee with peers in the same break.
    ///
    /// @return false where no table of peers has room for them; nothing is to be written then
    boolean sendToPeers(Seat seat) {
        var person = seat.mentee();
        sendToLine(seat);
        var joined = plan.peers()
                .joined(
                        person,
                        table(seat).coffeeBreak()::equals,
                        world::apart,
                        table -> new PeerSeat(
                                world.ids().of("peer-seat", table.id(), person.id(), "by hand " + plan.version()),
                                person,
                                PeerSeat.State.EXPECTED,
                                world.now()));
        joined.ifPresent(this::peers);
        return joined.isPresent();
    }

    void lock(Seat seat, boolean locked) {
        plan = plan.withLocked(seat, locked);
    }

    /// Brings a table in line with what its mentor says now. Those with a locked seat stay, then those who were seated
    /// first; with more seats the first in line are asked.
    ///
    /// @param capacity 0 when the mentor does not come: those at the table keep their seats until other places are
    ///     found for them
    void follow(MentorTable table, int capacity, String host) {
        var next = table.with(capacity, host);
        plan = plan.with(next);
        if (!host.equals(table.host())) {
            renewedTables.add(table.id());
        }
        if (capacity > 0) {
            world.mentors().byId(table.mentor()).map(Mentor::person).ifPresent(person -> leaveAsGuest(person, next));
            plan.at(next).stream()
                    .sorted(Comparator.comparing(seat -> !plan.isLocked(seat)))
                    .skip(capacity)
                    .toList()
                    .reversed()
                    .forEach(this::move);
            for (var taken = plan.at(next).size(); taken < capacity; taken++) {
                fill(next);
            }
        }
    }

    /// Whoever hosts a table is nobody's guest in the same break.
    private void leaveAsGuest(Person person, MentorTable table) {
        plan.inBreak(person, table.coffeeBreak()).ifPresent(seat -> free(seat, Seat.State.CANCELLED));
        leavePeers(person, table.coffeeBreak(), PeerSeat.State.WITHDRAWN);
    }

    /// Gives those another place whose mentor does not come. New tables of peers get no conversation of their own: each
    /// person is told by one message.
    void reseat(Reseating reseating) {
        for (var seat : reseating.lost()) {
            plan = plan.with(seat.as(Seat.State.MOVED));
        }
        for (var seat : reseating.seats()) {
            var table = reseating.table(seat);
            if (plan.table(table.id()).isEmpty()) {
                plan = plan.with(table);
            }
            correctWaiting(seat.mentee(), wording.movedUp());
            plan = plan.with(seat);
            settle(seat.mentee(), table.coffeeBreak());
        }
        plan = plan.with(reseating.peers());
        for (var seat : reseating.lost().reversed()) {
            if (reseating.insteadOf(seat).isEmpty()) {
                plan = plan.withFirstInLine(seat.mentee(), table(seat).coffeeBreak());
            }
        }
    }

    /// Seats a late sign-up in the earliest break with a free seat for them that nobody in line could have, of
    /// several the one they gain most from; else they are last in line wherever they could sit.
    void join(Profile profile) {
        var person = profile.person();
        for (var coffeeBreak : world.breaksToCome()) {
            var free = plan.tables().stream()
                    .filter(table -> table.coffeeBreak().equals(coffeeBreak)
                            && world.isOffered(table)
                            && eligibility.maySit(profile, table, plan)
                            && nextInLine(table, plan).isEmpty())
                    .max(Comparator.comparingDouble(table -> score(person, table)));
            if (free.isPresent()) {
                plan = plan.with(newSeat(person, free.get()));
                settle(person, coffeeBreak);
                return;
            }
        }
        plan.tables().stream()
                .filter(table -> !world.hasBegun(table.coffeeBreak())
                        && world.isOffered(table)
                        && eligibility.couldSit(profile, table, plan))
                .map(MentorTable::coffeeBreak)
                .distinct()
                .forEach(coffeeBreak -> plan = plan.withLastInLine(person, coffeeBreak));
        if (plan.waits(person)) {
            tellWaiting(person);
        } else if (hasNoTable(profile, plan)) {
            tellNoTable(profile);
        }
    }

    void withdrawFromPeers(Person person) {
        peers(plan.peers().leaving(person, PeerSeat.State.WITHDRAWN));
    }

    void stopWaiting(Person person) {
        correctWaiting(person, wording.noLongerWaiting());
        plan = plan.withoutWaiting(person);
    }

    /// Takes a person's name off the plan for good. No notice to them is planned any more.
    void forget(Person person) {
        notices.removeIf(notice -> notice.to().equals(person));
        plan = plan.withoutNaming(person);
    }

    /// Whoever has no seat yet goes before those who wait for a second one, or for one in place of theirs. In this
    /// order, so that profiles are read no further than to the first who may sit there.
    private Optional<Profile> nextInLine(MentorTable table, SeatingPlan seats) {
        return seats.standby().getOrDefault(table.coffeeBreak(), List.of()).stream()
                .sorted(Comparator.comparingInt(person -> seats.takenBy(person).size()))
                .flatMap(person -> world.profile(person).stream())
                .filter(profile -> eligibility.maySit(profile, table, withoutTheirs(profile, seats)))
                .findFirst();
    }

    /// The seats without the one that somebody would give for another.
    private SeatingPlan withoutTheirs(Profile profile, SeatingPlan seats) {
        return eligibility.seatsStillWanted(profile, seats) > 0
                ? seats
                : seats.takenBy(profile.person()).stream()
                        .filter(seat -> seat.state().expected()
                                && !world.hasBegun(table(seat).coffeeBreak()))
                        .findFirst()
                        .map(seat -> seats.with(seat.as(Seat.State.MOVED)))
                        .orElse(seats);
    }

    /// Writes the cards anew, and what others at the table were told, on which a person stands: what they told or
    /// agreed to has changed.
    void renewCards(Person person) {
        plan.takenBy(person).forEach(seat -> renewedTables.add(seat.table()));
        plan.peers()
                .of(person)
                .forEach(place -> renewedPeers.addAll(place.table().expected()));
    }

    private void tellWaiting(Person person) {
        var message = wording.waiting(plan.placesOf(person), agreesToPeers(person));
        post(waitingNotice(person, plan.round()), person, message);
        plan = plan.withTold(person);
    }

    /// What somebody was told of their place in line must not stand there when they have left it.
    private void correctWaiting(Person person, Message message) {
        plan.toldWaiting(person).ifPresent(round -> {
            var id = world.ids().of("waiting-edit", person.id(), Long.toString(plan.version()));
            notices.removeIf(notice -> notice.id().equals(id));
            notices.add(notice(
                    id,
                    person,
                    new Notice.Content.Edit(waitingNotice(person, round), message),
                    Notice.Urgency.URGENT,
                    null));
        });
    }

    private String waitingNotice(Person person, int round) {
        return world.ids().of("waiting", person.id(), Integer.toString(round));
    }

    /// Says it again in a later round only to those who have changed their sign-up since.
    private void tellNoTable(Profile profile) {
        var person = profile.person();
        var message = wording.noTable(agreesToPeers(person));
        post(noTableNotice(profile, plan), person, message);
    }

    /// It is told anew when every round so far was taken back.
    private String noTableNotice(Profile profile, SeatingPlan seats) {
        var inVain =
                seats.rounds().stream().takeWhile(PublishedRound::wasTakenBack).count();
        return world.ids()
                .of("no-table", profile.person().id(), Long.toString(profile.version()), Long.toString(inVain));
    }

    private boolean agreesToPeers(Person person) {
        return world.profile(person)
                .filter(profile -> profile.agreesTo(Consent.PEERS))
                .isPresent();
    }

    private void post(String id, Person person, Message message) {
        notices.add(notice(id, person, new Notice.Content.Post(message), Notice.Urgency.ORDINARY, null));
    }

    private Notice notice(
            String id, Person to, Notice.Content content, Notice.Urgency urgency, @Nullable Instant expires) {
        return new Notice(id, to, content, world.now(), urgency, expires);
    }

    private MentorTable table(Seat seat) {
        return plan.table(seat.table())
                .orElseThrow(() -> new IllegalStateException("seat " + seat.id() + " stands at no table"));
    }
}
