package coffeebreak.bot.mentoring;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.peers.PeerTables;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A round that was previewed and not yet published.
///
/// @param basedOn      fingerprint of the seating it was made against; another one at publish means it is stale
/// @param fingerprint  of everything the matching read (profiles, mentors, rules): another one at publish means it
///                     is stale
/// @param left         ids of the seats that would be taken from those who have them, since they cannot sit there any
///                     more
/// @param standby      per break who would wait, first in line first
/// @param peers        all tables of peers as they would be then
/// @param proven       whether no better seating exists
/// @param milliseconds how long the matching took
public record RoundDraft(
        String basedOn,
        String fingerprint,
        long seed,
        Instant made,
        List<MentorTable> tables,
        List<Seat> seats,
        Set<String> left,
        Map<String, List<Person>> standby,
        PeerTables peers,
        boolean proven,
        long milliseconds) {

    public RoundDraft {
        tables = List.copyOf(tables);
        seats = List.copyOf(seats);
        // A draft that was kept by an older version takes no seat from anybody.
        left = left == null ? Set.of() : Set.copyOf(left);
        standby = Map.copyOf(standby);
    }

    boolean waits(Person person) {
        return standby.values().stream().anyMatch(queue -> queue.contains(person));
    }

    boolean seats(Person person) {
        return seats.stream().anyMatch(seat -> seat.mentee().equals(person));
    }

    RoundDraft withoutSeats() {
        return new RoundDraft(
                basedOn, fingerprint, seed, made, tables, List.of(), left, standby, peers, proven, milliseconds);
    }
}
