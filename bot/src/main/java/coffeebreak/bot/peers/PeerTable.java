package coffeebreak.bot.peers;

import coffeebreak.bot.chat.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/// A few participants in one break, without a mentor.
///
/// @param coffeeBreak id of the break (a session id of the programme)
/// @param seats       everybody who was ever seated here and not moved elsewhere
/// @param together    those of them whom the bot brought together in one conversation when the table was published;
///                    empty for none. It stays as it is when somebody leaves or joins
/// @param shared      what those expected have in common, what most of them share first; empty when nothing is known
public record PeerTable(
        String id, String coffeeBreak, List<PeerSeat> seats, List<String> shared, List<Person> together) {

    /// As many as can talk with each other as one.
    static final int MOST = 4;

    public PeerTable {
        seats = List.copyOf(seats);
        shared = List.copyOf(shared);
        // A table that was stored before there were such conversations has none.
        together = together == null ? List.of() : List.copyOf(together);
    }

    /// Those who come, in the order they were seated.
    public List<Person> expected() {
        return seats.stream().filter(PeerSeat::expected).map(PeerSeat::person).toList();
    }

    boolean hasRoomFor(Person person, BiPredicate<Person, Person> apart) {
        var there = expected();
        return there.size() < MOST
                && there.stream().noneMatch(other -> other.equals(person) || apart.test(other, person));
    }

    PeerTable with(PeerSeat seat) {
        var changed = new ArrayList<>(seats);
        changed.replaceAll(other -> other.id().equals(seat.id()) ? seat : other);
        if (!changed.contains(seat)) {
            changed.add(seat);
        }
        return new PeerTable(id, coffeeBreak, changed, shared, together);
    }

    PeerTable seating(List<PeerSeat> others) {
        return new PeerTable(id, coffeeBreak, others, shared, together);
    }

    PeerTable withoutSeatOf(Person person) {
        return new PeerTable(
                id,
                coffeeBreak,
                seats.stream().filter(seat -> !seat.person().equals(person)).toList(),
                shared,
                together);
    }

    PeerTable withoutNaming(Person person) {
        return withoutSeatOf(person)
                .together(
                        together.stream().filter(other -> !other.equals(person)).toList());
    }

    public PeerTable together(List<Person> people) {
        return new PeerTable(id, coffeeBreak, seats, shared, people);
    }

    PeerTable withShared(List<String> words) {
        return new PeerTable(id, coffeeBreak, seats, words, together);
    }
}
