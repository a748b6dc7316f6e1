package coffeebreak.bot.mentoring;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds other places for those whose mentor does not come: free seats with other mentors as the matching would
/// give them, then tables of peers, then the head of the line. Whoever else sits stays.
final class Reseater {

    private final Matchmaker matchmaker;
    private final PeerPlaces peers;

    Reseater(Matchmaker matchmaker, PeerPlaces peers) {
        this.matchmaker = matchmaker;
        this.peers = peers;
    }

    /// @param onlyPeers whether no seat with another mentor is given
    /// @return without lost seats where nobody has to move
    Reseating reseat(World world, SeatingPlan plan, String mentor, boolean onlyPeers) {
        var lost = lost(world, plan, mentor);
        var without = plan;
        for (var seat : lost) {
            without = without.with(seat.as(Seat.State.MOVED));
        }
        if (lost.isEmpty()) {
            return new Reseating(lost, List.of(), List.of(), plan.peers());
        }
        var people = lost.stream()
                .map(Seat::mentee)
                .distinct()
                .flatMap(person -> world.profile(person).stream())
                .toList();
        var match = matchmaker.match(world, people, without, plan.version() + 1);
        var seats = onlyPeers ? List.<Seat>of() : oneEach(match, lost, plan);
        var tables = peers.seat(world, people, without, seats, match, plan.version() + 1);
        return new Reseating(lost, seats, match.tables(), tables);
    }

    /// Who asked for a second seat and never had one gets one for the one they lose, in the same break if there is
    /// one.
    private static List<Seat> oneEach(Matchmaker.Match match, List<Seat> lost, SeatingPlan plan) {
        return lost.stream()
                .flatMap(gone -> match.seats().stream()
                        .filter(seat -> seat.mentee().equals(gone.mentee()))
                        .min(Comparator.comparing(seat -> !plan.table(gone.table())
                                .map(MentorTable::coffeeBreak)
                                .equals(Optional.of(match.table(seat).coffeeBreak()))))
                        .stream())
                .distinct()
                .toList();
    }

    /// The seats at the tables to come that a mentor has and does not host.
    private static List<Seat> lost(World world, SeatingPlan plan, String mentor) {
        var hosted = world.mentors().byId(mentor).map(Mentor::breaks);
        return plan.tables().stream()
                .filter(table -> table.mentor().equals(mentor)
                        && !world.hasBegun(table.coffeeBreak())
                        && hosted.filter(breaks -> !breaks.contains(table.coffeeBreak()))
                                .isPresent())
                .flatMap(table -> plan.at(table).stream())
                .toList();
    }
}
