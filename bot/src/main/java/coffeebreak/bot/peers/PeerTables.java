package coffeebreak.bot.peers;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.peers.PeerSeat.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// All tables of peers of the day, as one value.
public record PeerTables(List<PeerTable> all) {

    public static final PeerTables NONE = new PeerTables(List.of());

    public PeerTables {
        all = List.copyOf(all);
    }

    /// One person's seat and the table it stands at.
    public record Place(PeerTable table, PeerSeat seat) {}

    /// Every seat that was ever given, with its table.
    public List<Place> places() {
        return all.stream()
                .flatMap(table -> table.seats().stream().map(seat -> new Place(table, seat)))
                .toList();
    }

    /// Where a person is expected, at most once in each break.
    public List<Place> of(Person person) {
        return places().stream()
                .filter(place ->
                        place.seat().person().equals(person) && place.seat().expected())
                .toList();
    }

    public Optional<Place> place(String seat) {
        return places().stream().filter(place -> place.seat().id().equals(seat)).findFirst();
    }

    public boolean names(Person person) {
        return all.stream().anyMatch(table -> table.together().contains(person))
                || places().stream().anyMatch(place -> place.seat().person().equals(person));
    }

    /// Whether a person was ever given a place, other than in a round that was taken back.
    public boolean everSeated(Person person) {
        return places().stream()
                .anyMatch(place ->
                        place.seat().person().equals(person) && place.seat().state() != State.UNDONE);
    }

    /// The tables as they were before a round that is taken back, but for what people have said of themselves since.
    /// Places that were given since stay listed as undone.
    ///
    /// @param before the round
    /// @param apart  who must not sit together now
    public PeerTables backTo(PeerTables before, BiPredicate<Person, Person> apart) {
        var then = before.places().stream().map(place -> place.seat().id()).collect(Collectors.toSet());
        var restored = new ArrayList<PeerTable>();
        for (var table : before.all) {
            var seats = new ArrayList<PeerSeat>();
            table.seats()
                    .forEach(seat -> seats.add(place(seat.id())
                            .map(Place::seat)
                            .map(is -> since(seat, is))
                            .orElse(seat)));
            find(table.id()).ifPresent(now -> seats.addAll(undone(now, then)));
            restored.add(table.seating(seats));
        }
        for (var table : all) {
            var undone = undone(table, then);
            if (before.find(table.id()).isEmpty() && !undone.isEmpty()) {
                restored.add(table.seating(undone));
            }
        }
        var after = new PeerTables(restored);
        for (var place : after.places()) {
            after = after.separated(place.seat().person(), apart);
        }
        return after;
    }

    /// What has become of a place since, as far as it is somebody's own word or must not be again.
    private static PeerSeat since(PeerSeat was, PeerSeat is) {
        return switch (is.state()) {
            case DECLINED, WITHDRAWN, MOVED -> was.as(is.state());
            case EXPECTED, MOVED_UP, ALONE, UNDONE -> was;
        };
    }

    private static List<PeerSeat> undone(PeerTable table, Set<String> then) {
        return table.seats().stream()
                .filter(seat -> !then.contains(seat.id()))
                .map(seat -> switch (seat.state()) {
                    case DECLINED, WITHDRAWN, UNDONE -> seat;
                    case EXPECTED, MOVED_UP, ALONE, MOVED -> seat.as(State.UNDONE);
                })
                .toList();
    }

    private Optional<PeerTable> find(String id) {
        return all.stream().filter(table -> table.id().equals(id)).findFirst();
    }

    /// Whether somebody has said that they can't come to a table of peers in a break.
    public boolean declined(Person person, String coffeeBreak) {
        return places().stream()
                .anyMatch(place -> place.seat().person().equals(person)
                        && place.seat().state() == State.DECLINED
                        && place.table().coffeeBreak().equals(coffeeBreak));
    }

    PeerTables with(PeerTable table) {
        var changed = new ArrayList<>(all);
        changed.replaceAll(other -> other.id().equals(table.id()) ? table : other);
        if (!changed.contains(table)) {
            changed.add(table);
        }
        return new PeerTables(changed);
    }

    /// The same after a person has left their table in a break, if they had one there.
    public PeerTables leaving(Person person, String coffeeBreak, State state) {
        return of(person).stream()
                .filter(place -> place.table().coffeeBreak().equals(coffeeBreak))
                .findFirst()
                .map(place -> with(place.table().with(place.seat().as(state))))
                .orElse(this);
    }

    /// The same after a person has left all their tables.
    public PeerTables leaving(Person person, State state) {
        var after = this;
        for (var place : of(person)) {
            after = after.leaving(person, place.table().coffeeBreak(), state);
        }
        return after;
    }

    /// The same without a trace of a person.
    public PeerTables withoutNaming(Person person) {
        return new PeerTables(
                all.stream().map(table -> table.withoutNaming(person)).toList());
    }

    /// Moves whoever is the last at their table to another one of the break that has room; where there is none, they
    /// are alone.
    ///
    /// @param apart  who must not sit together
    /// @param toCome whether a break is still to come; in any other nobody is moved
    public PeerTables settled(BiPredicate<Person, Person> apart, Predicate<String> toCome) {
        var after = this;
        for (var table : all) {
            var now = after.table(table.id());
            if (now.expected().size() == 1 && toCome.test(now.coffeeBreak())) {
                after = after.moved(now, apart);
            }
        }
        return after;
    }

    /// Moves a person away from others they must be apart from: to another table of the break that has room, else to
    /// none.
    public PeerTables separated(Person person, BiPredicate<Person, Person> apart) {
        var after = this;
        for (var place : of(person)) {
            var from = place.table();
            if (from.expected().stream().anyMatch(other -> apart.test(person, other))) {
                var without = after.with(from.withoutSeatOf(person));
                after = without.roomFor(person, from.coffeeBreak()::equals, apart)
                        .map(to -> without.with(to.with(place.seat())))
                        .orElse(after.with(from.with(place.seat().as(State.MOVED))));
            }
        }
        return after;
    }

    private PeerTables moved(PeerTable from, BiPredicate<Person, Person> apart) {
        var last = from.seats().stream().filter(PeerSeat::expected).findFirst().orElseThrow();
        return roomFor(last.person(), from.coffeeBreak()::equals, apart)
                .map(to -> with(from.withoutSeatOf(last.person())).with(to.with(last)))
                .orElseGet(() -> with(from.with(last.as(State.ALONE))));
    }

    /// The table a person could join; of several the one with the fewest people.
    private Optional<PeerTable> roomFor(Person person, Predicate<String> breaks, BiPredicate<Person, Person> apart) {
        return all.stream()
                .filter(table -> breaks.test(table.coffeeBreak())
                        && !table.expected().isEmpty()
                        && table.hasRoomFor(person, apart))
                .min(Comparator.comparingInt(table -> table.expected().size()));
    }

    /// The same after a person has joined a table that has room for them, of several the one with the fewest people;
    /// empty where there is none.
    ///
    /// @param seat theirs at that table
    public Optional<PeerTables> joined(
            Person person,
            Predicate<String> breaks,
            BiPredicate<Person, Person> apart,
            Function<PeerTable, PeerSeat> seat) {
        return roomFor(person, breaks, apart).map(table -> with(table.with(seat.apply(table))));
    }

    /// The same, where tables at which other people sit than before say what these share.
    ///
    /// @param shared what people have in common
    public PeerTables sharing(PeerTables before, Function<List<Person>, List<String>> shared) {
        var then = before.all.stream().collect(Collectors.toMap(PeerTable::id, PeerTable::expected));
        return new PeerTables(all.stream()
                .map(table -> table.expected().equals(then.get(table.id()))
                        ? table
                        : table.withShared(shared.apply(table.expected())))
                .toList());
    }

    private PeerTable table(String id) {
        return find(id).orElseThrow();
    }
}
