package coffeebreak.bot.mentoring;

import coffeebreak.bot.peers.PeerSeat;
import coffeebreak.bot.peers.PeerSeater;
import coffeebreak.bot.peers.PeerTables;
import coffeebreak.bot.peers.PeerWording;
import coffeebreak.bot.signup.Profile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Finds other places for those whose mentor does not come: free seats with other mentors as the matching would
/// give them, then tables of peers, then the head of the line. Whoever else sits stays.
final class Reseater {

    private final Matchmaker matchmaker;
    private final PeerSeater peers;

    Reseater(Matchmaker matchmaker, PeerSeater peers) {
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
        var tables = seatPeers(world, people, without, seats, match, plan.version() + 1);
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

    private PeerTables seatPeers(
            World world,
            List<Profile> people,
            SeatingPlan without,
            List<Seat> seats,
            Matchmaker.Match match,
            long seed) {
        var seated = without.with(seats);
        var before = without.peers();
        for (var seat : seats) {
            before = before.leaving(seat.mentee(), match.table(seat).coffeeBreak(), PeerSeat.State.MOVED_UP);
        }
        var toCome = world.breaksToCome();
        before = before.settled(world::apart, toCome::contains);
        var guests = new ArrayList<PeerSeater.Guest>();
        for (var profile : people) {
            var breaks = new HashSet<>(world.eligibility().peerBreaks(profile, seated.with(before)));
            breaks.retainAll(toCome);
            if (!breaks.isEmpty()) {
                guests.add(new PeerSeater.Guest(profile.person(), breaks, PeerWording.canHost(profile.stage())));
            }
        }
        var setting = new PeerSeater.Setting(
                toCome, world.affinities()::scores, world::apart, world.ids(), seed, world.now());
        return peers.seat(before, guests, setting).sharing(without.peers(), world.affinities()::shared);
    }
}
