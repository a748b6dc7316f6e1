package coffeebreak.bot.mentoring;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.peers.PeerTables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Who sits where and who waits, as one value: read, changed by a pure function, and written back only if nobody was
/// faster.
///
/// @param version  grows by one with every change; 0 for a plan in which nothing was published yet
/// @param round    number of the round that was published last; 0 for none
/// @param seed     the seed that round was drawn with
/// @param seats    all that were ever given, also those declined: nobody is offered the same mentor twice
/// @param standby  per break (id) who waits for a seat in it, first in line first
/// @param told     by person (id) the round in which they were told that they wait; only who still waits
/// @param peers    the tables of those who sit without a mentor
/// @param cards    ids of the tables whose mentor was sent the card; from then on it is kept up to date
/// @param reminded ids of the seats, with mentors and with peers, whose holder was reminded
/// @param swaps    by the id of a seat whose holder would rather sit elsewhere the id of the seat whose holder was
/// asked
///                 to swap
/// @param day      what people have been told of the times of the day
/// @param locked   ids of the seats that organizers locked: the bot takes none of them away for another one
/// @param rounds   all that were published, also those taken back, the latest last
/// @param undoable what it takes to take the latest of them back; null when it cannot be any more
public record SeatingPlan(
        long version,
        int round,
        long seed,
        List<MentorTable> tables,
        List<Seat> seats,
        Map<String, List<Person>> standby,
        Map<String, Integer> told,
        PeerTables peers,
        Set<String> cards,
        Set<String> reminded,
        Map<String, String> swaps,
        DayTold day,
        Set<String> locked,
        List<PublishedRound> rounds,
        @Nullable Undoable undoable) {

    /// Stands where somebody was forgotten.
    static final Person NOBODY = new Person("forgotten");

    public static final SeatingPlan EMPTY = new SeatingPlan(
            0,
            0,
            0,
            List.of(),
            List.of(),
            Map.of(),
            Map.of(),
            PeerTables.NONE,
            Set.of(),
            Set.of(),
            Map.of(),
            DayTold.NOTHING,
            Set.of(),
            List.of(),
            null);

    public SeatingPlan {
        tables = List.copyOf(tables);
        seats = List.copyOf(seats);
        standby = Map.copyOf(standby);
        told = Map.copyOf(told);
        // A plan that was stored by an older version has none of what that version did not know.
        peers = peers == null ? PeerTables.NONE : peers;
        cards = cards == null ? Set.of() : Set.copyOf(cards);
        reminded = reminded == null ? Set.of() : Set.copyOf(reminded);
        swaps = swaps == null ? Map.of() : Map.copyOf(swaps);
        day = day == null ? DayTold.NOTHING : day;
        locked = locked == null ? Set.of() : Set.copyOf(locked);
        rounds = rounds == null ? List.of() : List.copyOf(rounds);
    }

    public boolean published() {
        return round > 0;
    }

    public Optional<MentorTable> table(String id) {
        return tables.stream().filter(table -> table.id().equals(id)).findFirst();
    }

    public Optional<Seat> seat(String id) {
        return seats.stream().filter(seat -> seat.id().equals(id)).findFirst();
    }

    /// The seats a person holds, at most one in each break.
    public List<Seat> takenBy(Person person) {
        return everBy(person).stream().filter(seat -> seat.state().taken()).toList();
    }

    /// The seats a person was ever given.
    public List<Seat> everBy(Person person) {
        return seats.stream().filter(seat -> seat.mentee().equals(person)).toList();
    }

    /// The seat a person holds or is being asked about in a break.
    Optional<Seat> inBreak(Person person, String coffeeBreak) {
        return takenBy(person).stream()
                .filter(seat -> table(seat.table())
                        .filter(table -> table.coffeeBreak().equals(coffeeBreak))
                        .isPresent())
                .findFirst();
    }

    /// Those who hold a seat at a table or are being asked, in the order they were seated.
    public List<Seat> at(MentorTable table) {
        return seats.stream()
                .filter(seat -> seat.table().equals(table.id()) && seat.state().taken())
                .toList();
    }

    /// Those expected at a table, in the order they were seated.
    public List<Seat> expectedAt(MentorTable table) {
        return at(table).stream().filter(seat -> seat.state().expected()).toList();
    }

    /// Whether organizers locked a seat that is still somebody's.
    public boolean isLocked(Seat seat) {
        return locked.contains(seat.id()) && seat.state().taken();
    }

    /// The same without the seats that were taken back from a person: no reason against sitting there again when
    /// somebody says so by hand.
    SeatingPlan withoutTakenBack(Person person) {
        return changed(plan -> plan.seats = seats.stream()
                .filter(seat -> !seat.mentee().equals(person) || seat.state() != Seat.State.MOVED)
                .toList());
    }

    boolean hasRoom(MentorTable table) {
        return at(table).size() < table.capacity();
    }

    /// How many are in line who have no seat at all.
    public int waitingWithoutSeat() {
        return (int) standby.values().stream()
                .flatMap(List::stream)
                .distinct()
                .filter(person -> takenBy(person).isEmpty())
                .count();
    }

    public boolean waits(Person person) {
        return standby.values().stream().anyMatch(queue -> queue.contains(person));
    }

    /// The place in the queue of each break the person waits for, from 1.
    public Map<String, Integer> placesOf(Person person) {
        var places = new HashMap<String, Integer>();
        standby.forEach((coffeeBreak, queue) -> {
            var place = queue.indexOf(person);
            if (place >= 0) {
                places.put(coffeeBreak, place + 1);
            }
        });
        return places;
    }

    /// The version that comes after this one.
    public SeatingPlan next() {
        return changed(plan -> plan.version++);
    }

    SeatingPlan with(Seat seat) {
        var changed = new ArrayList<>(seats);
        changed.replaceAll(other -> other.id().equals(seat.id()) ? seat : other);
        if (!changed.contains(seat)) {
            changed.add(seat);
        }
        return changed(plan -> plan.seats = changed);
    }

    /// The same with a published round: its seats come to those that are there, its queues replace the old ones, and
    /// tables from before stay, so that every seat still stands at one. Its tables of peers hold those from before.
    SeatingPlan with(int number, RoundDraft draft) {
        var byId = new LinkedHashMap<String, MentorTable>();
        tables.forEach(table -> byId.put(table.id(), table));
        draft.tables().forEach(table -> byId.put(table.id(), table));
        var all = new ArrayList<>(seats);
        all.replaceAll(seat -> draft.left().contains(seat.id()) ? seat.as(Seat.State.MOVED) : seat);
        all.addAll(draft.seats());
        return changed(plan -> {
                    plan.round = number;
                    plan.seed = draft.seed();
                    plan.tables = List.copyOf(byId.values());
                    plan.seats = all;
                    plan.standby = draft.standby();
                    plan.peers = draft.peers();
                })
                .withToldOnlyWhoWaits();
    }

    /// The round that was published last, whether it was taken back or not.
    public Optional<PublishedRound> latestRound() {
        return rounds.isEmpty() ? Optional.empty() : Optional.of(rounds.getLast());
    }

    /// A published round by its number.
    public Optional<PublishedRound> round(int number) {
        return rounds.stream().filter(each -> each.number() == number).findFirst();
    }

    /// The same with a round entered among those published, which can be taken back.
    SeatingPlan with(PublishedRound published, Undoable back) {
        var all = new ArrayList<>(rounds);
        all.add(published);
        return changed(plan -> {
            plan.rounds = all;
            plan.undoable = back;
        });
    }

    /// The same where the latest round cannot be taken back any more.
    SeatingPlan withoutUndoable() {
        return changed(plan -> plan.undoable = null);
    }

    /// The same where a round that could be taken back is: what was in force before it is in force again. Seats and
    /// tables of peers are left as they are.
    SeatingPlan withRoundUndone(Undoable back, Person by, Instant at) {
        var all = new ArrayList<>(rounds);
        all.replaceAll(each -> each.number() == back.round() ? each.undone(by, at) : each);
        return changed(plan -> {
            plan.round = back.before().round;
            plan.seed = back.before().seed;
            plan.rounds = all;
            plan.undoable = null;
        });
    }

    /// The same with these lines; of those told that they wait only who still does.
    SeatingPlan withStandby(Map<String, List<Person>> queues) {
        return changed(plan -> plan.standby = queues).withToldOnlyWhoWaits();
    }

    /// In which round somebody who waits was told so.
    Optional<Integer> toldWaiting(Person person) {
        return Optional.ofNullable(told.get(person.id()));
    }

    SeatingPlan withTold(Person person) {
        return withTold(person, round);
    }

    SeatingPlan withoutTold(Person person) {
        var fewer = new HashMap<>(told);
        fewer.remove(person.id());
        return changed(plan -> plan.told = fewer);
    }

    SeatingPlan withTold(Person person, int inRound) {
        var more = new HashMap<>(told);
        more.put(person.id(), inRound);
        return changed(plan -> plan.told = more);
    }

    private SeatingPlan withToldOnlyWhoWaits() {
        var still = new HashMap<>(told);
        still.keySet().removeIf(id -> !waits(new Person(id)));
        return changed(plan -> plan.told = still);
    }

    SeatingPlan with(List<Seat> more) {
        var all = new ArrayList<>(seats);
        all.addAll(more);
        return changed(plan -> plan.seats = all);
    }

    /// The same with a table in place of the one of that id.
    SeatingPlan with(MentorTable table) {
        var changed = new ArrayList<>(tables);
        changed.replaceAll(other -> other.id().equals(table.id()) ? table : other);
        if (!changed.contains(table)) {
            changed.add(table);
        }
        return changed(plan -> plan.tables = changed);
    }

    SeatingPlan with(PeerTables other) {
        return changed(plan -> plan.peers = other);
    }

    /// The same where a mentor has the card of a table.
    SeatingPlan withCard(MentorTable table) {
        var more = new HashSet<>(cards);
        more.add(table.id());
        return changed(plan -> plan.cards = more);
    }

    SeatingPlan withReminded(Set<String> more) {
        var all = new HashSet<>(reminded);
        all.addAll(more);
        return changed(plan -> plan.reminded = all);
    }

    SeatingPlan with(DayTold told) {
        return changed(plan -> plan.day = told);
    }

    SeatingPlan withLocked(Seat seat, boolean locks) {
        var changed = new HashSet<>(locked);
        if (locks) {
            changed.add(seat.id());
        } else {
            changed.remove(seat.id());
        }
        return changed(plan -> plan.locked = changed);
    }

    SeatingPlan withSwap(String mine, String theirs) {
        var more = new HashMap<>(swaps);
        more.put(mine, theirs);
        return changed(plan -> plan.swaps = more);
    }

    SeatingPlan withoutSwap(String mine) {
        var fewer = new HashMap<>(swaps);
        fewer.remove(mine);
        return changed(plan -> plan.swaps = fewer);
    }

    /// The same with these seats in place of all there are, for who tells what would be if.
    public SeatingPlan withSeats(List<Seat> others) {
        return changed(plan -> plan.seats = List.copyOf(others));
    }

    SeatingPlan withFirstInLine(Person person, String coffeeBreak) {
        return withInLine(coffeeBreak, person, List::addFirst);
    }

    public SeatingPlan withLastInLine(Person person, String coffeeBreak) {
        return withInLine(coffeeBreak, person, List::addLast);
    }

    private SeatingPlan withInLine(String coffeeBreak, Person person, BiConsumer<List<Person>, Person> add) {
        var queues = new HashMap<>(standby);
        var queue = new ArrayList<>(without(person, queues.getOrDefault(coffeeBreak, List.of())));
        add.accept(queue, person);
        queues.put(coffeeBreak, queue);
        return changed(plan -> plan.standby = queues);
    }

    SeatingPlan withoutWaiting(Person person) {
        return withQueues((_, queue) -> without(person, queue));
    }

    SeatingPlan withoutWaiting(Person person, String coffeeBreak) {
        return withQueues((each, queue) -> each.equals(coffeeBreak) ? without(person, queue) : queue);
    }

    private static List<Person> without(Person person, List<Person> queue) {
        return queue.stream().filter(other -> !other.equals(person)).toList();
    }

    /// The same with a person's name taken off every seat and queue.
    SeatingPlan withoutNaming(Person person) {
        var nameless = seats.stream()
                .map(seat -> seat.mentee().equals(person) ? seat.of(NOBODY) : seat)
                .toList();
        return changed(plan -> {
                    plan.seats = nameless;
                    plan.peers = peers.withoutNaming(person);
                    plan.undoable = undoable == null ? null : undoable.withoutNaming(person);
                })
                .withoutWaiting(person);
    }

    private SeatingPlan withQueues(BiFunction<String, List<Person>, List<Person>> change) {
        var queues = new HashMap<String, List<Person>>();
        standby.forEach((coffeeBreak, queue) -> queues.put(coffeeBreak, change.apply(coffeeBreak, queue)));
        return changed(plan -> plan.standby = queues).withToldOnlyWhoWaits();
    }

    /// The same but for what is set.
    private SeatingPlan changed(Consumer<Fields> set) {
        var fields = new Fields(this);
        set.accept(fields);
        return fields.plan();
    }

    /// The components of a plan in the making.
    private static final class Fields {
        private long version;
        private int round;
        private long seed;
        private List<MentorTable> tables;
        private List<Seat> seats;
        private Map<String, List<Person>> standby;
        private Map<String, Integer> told;
        private PeerTables peers;
        private Set<String> cards;
        private Set<String> reminded;
        private Map<String, String> swaps;
        private DayTold day;
        private Set<String> locked;
        private List<PublishedRound> rounds;
        private @Nullable Undoable undoable;

        private Fields(SeatingPlan plan) {
            version = plan.version;
            round = plan.round;
            seed = plan.seed;
            tables = plan.tables;
            seats = plan.seats;
            standby = plan.standby;
            told = plan.told;
            peers = plan.peers;
            cards = plan.cards;
            reminded = plan.reminded;
            swaps = plan.swaps;
            day = plan.day;
            locked = plan.locked;
            rounds = plan.rounds;
            undoable = plan.undoable;
        }

        private SeatingPlan plan() {
            return new SeatingPlan(
                    version, round, seed, tables, seats, standby, told, peers, cards, reminded, swaps, day, locked,
                    rounds, undoable);
        }
    }
}
