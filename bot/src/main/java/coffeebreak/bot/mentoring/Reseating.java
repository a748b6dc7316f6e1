package coffeebreak.bot.mentoring;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.peers.PeerTables;
import java.util.List;
import java.util.Optional;

/// Where those go whose mentor does not come: nobody else moves.
///
/// @param lost   their seats, in the order they were given
/// @param seats  what some of them get instead, with other mentors
/// @param tables at which those stand
/// @param peers  all tables of peers as they would be then
record Reseating(List<Seat> lost, List<Seat> seats, List<MentorTable> tables, PeerTables peers) {

    Reseating {
        lost = List.copyOf(lost);
        seats = List.copyOf(seats);
        tables = List.copyOf(tables);
    }

    /// The seat with another mentor somebody gets instead of one they lose.
    Optional<Seat> insteadOf(Seat gone) {
        return seats.stream()
                .filter(seat -> seat.mentee().equals(gone.mentee()))
                .findFirst();
    }

    /// The table of peers somebody gets a place at.
    Optional<PeerTables.Place> peersOf(Person person, SeatingPlan before) {
        return peers.of(person).stream()
                .filter(place -> before.peers().of(person).stream()
                        .noneMatch(held -> held.seat().id().equals(place.seat().id())))
                .findFirst();
    }

    MentorTable table(Seat seat) {
        return tables.stream()
                .filter(table -> table.id().equals(seat.table()))
                .findFirst()
                .orElseThrow();
    }
}
