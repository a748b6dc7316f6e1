package coffeebreak.bot.mentoring;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.peers.PeerTables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

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
public record SeatingPlan(
        long version,
        int round,
        long seed,
        List<MentorTable> tables,
        List<Seat> seats,
        Map<String, List<Person>> standby,
        Map<String, Integer> told,
        PeerTables peers) {

    public static final SeatingPlan EMPTY =
            new SeatingPlan(0, 0, 0, List.of(), List.of(), Map.of(), Map.of(), PeerTables.NONE);

    public SeatingPlan {
        tables = List.copyOf(tables);
        seats = List.copyOf(seats);
        standby = Map.copyOf(standby);
        told = Map.copyOf(told);
        // A plan that was stored before there were tables of peers has none.
        peers = peers == null ? PeerTables.NONE : peers;
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

    /// Those expected at a table, in the order they were seated.
    public List<Seat> at(MentorTable table) {
        return seats.stream()
                .filter(seat -> seat.table().equals(table.id()) && seat.state().taken())
                .toList();
    }

    boolean hasRoom(MentorTable table) {
        return at(table).size() < table.capacity();
    }

    /// Whether anybody was ever seated at a table, so that its mentor has a card.
    boolean everUsed(MentorTable table) {
        return seats.stream().anyMatch(seat -> seat.table().equals(table.id()));
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

    SeatingPlan next() {
        return new SeatingPlan(version + 1, round, seed, tables, seats, standby, told, peers);
    }

    SeatingPlan with(Seat seat) {
        var changed = new ArrayList<>(seats);
        changed.replaceAll(other -> other.id().equals(seat.id()) ? seat : other);
        if (!changed.contains(seat)) {
            changed.add(seat);
        }
        return new SeatingPlan(version, round, seed, tables, changed, standby, told, peers);
    }

    /// The same with a published round: its seats come to those that are there, its queues replace the old ones, and
    /// tables from before stay, so that every seat still stands at one. Its tables of peers hold those from before.
    SeatingPlan with(int number, RoundDraft draft) {
        var byId = new LinkedHashMap<String, MentorTable>();
        tables.forEach(table -> byId.put(table.id(), table));
        draft.tables().forEach(table -> byId.put(table.id(), table));
        var all = new ArrayList<>(seats);
        all.addAll(draft.seats());
        return new SeatingPlan(
                        version,
                        number,
                        draft.seed(),
                        List.copyOf(byId.values()),
                        all,
                        draft.standby(),
                        told,
                        draft.peers())
                .withToldOnlyWhoWaits();
    }

    /// In which round somebody who waits was told so.
    Optional<Integer> toldWaiting(Person person) {
        return Optional.ofNullable(told.get(person.id()));
    }

    SeatingPlan withTold(Person person) {
        var more = new HashMap<>(told);
        more.put(person.id(), round);
        return new SeatingPlan(version, round, seed, tables, seats, standby, more, peers);
    }

    private SeatingPlan withToldOnlyWhoWaits() {
        var still = new HashMap<>(told);
        still.keySet().removeIf(id -> !waits(new Person(id)));
        return new SeatingPlan(version, round, seed, tables, seats, standby, still, peers);
    }

    SeatingPlan with(List<Seat> more) {
        var all = new ArrayList<>(seats);
        all.addAll(more);
        return new SeatingPlan(version, round, seed, tables, all, standby, told, peers);
    }

    SeatingPlan with(PeerTables changed) {
        return new SeatingPlan(version, round, seed, tables, seats, standby, told, changed);
    }

    SeatingPlan withFirstInLine(Person person, String coffeeBreak) {
        var queues = new HashMap<>(standby);
        var queue = new ArrayList<>(without(person, queues.getOrDefault(coffeeBreak, List.of())));
        queue.addFirst(person);
        queues.put(coffeeBreak, queue);
        return new SeatingPlan(version, round, seed, tables, seats, queues, told, peers);
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
    SeatingPlan withoutNaming(Person person, Person nobody) {
        var nameless = seats.stream()
                .map(seat -> seat.mentee().equals(person)
                        ? new Seat(seat.id(), nobody, seat.table(), seat.affinity(), List.of(), seat.state())
                        : seat)
                .toList();
        return new SeatingPlan(version, round, seed, tables, nameless, standby, told, peers.withoutNaming(person))
                .withoutWaiting(person);
    }

    private SeatingPlan withQueues(BiFunction<String, List<Person>, List<Person>> change) {
        var changed = new HashMap<String, List<Person>>();
        standby.forEach((coffeeBreak, queue) -> changed.put(coffeeBreak, change.apply(coffeeBreak, queue)));
        return new SeatingPlan(version, round, seed, tables, seats, changed, told, peers).withToldOnlyWhoWaits();
    }
}
