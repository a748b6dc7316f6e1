package coffeebreak.bot.mentoring;

import coffeebreak.bot.peers.PeerSeat;
import coffeebreak.bot.peers.PeerSeater;
import coffeebreak.bot.peers.PeerTables;
import coffeebreak.bot.peers.PeerWording;
import coffeebreak.bot.signup.Profile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Seats those with peers for whom a matching has no mentor's seat.
final class PeerPlaces {

    private final PeerSeater seater;

    PeerPlaces(PeerSeater seater) {
        this.seater = seater;
    }

    /// @param people whoever may be seated; whoever sits stays
    /// @param plan   without the new seats with mentors
    /// @param seats  the new ones: who gets one leaves their peers in that break
    /// @param match  knows the tables of these
    PeerTables seat(
            World world, List<Profile> people, SeatingPlan plan, List<Seat> seats, Matchmaker.Match match, long seed) {
        var seated = plan.with(seats);
        var before = plan.peers();
        for (var seat : seats) {
            before = before.leaving(seat.mentee(), match.table(seat).coffeeBreak(), PeerSeat.State.MOVED_UP);
        }
        var toCome = world.breaksToCome();
        before = before.settled(world::apart, toCome::contains);
        var eligibility = world.eligibility();
        var guests = new ArrayList<PeerSeater.Guest>();
        for (var profile : people) {
            var breaks = new HashSet<>(eligibility.peerBreaks(profile, seated.with(before)));
            breaks.retainAll(toCome);
            if (!breaks.isEmpty()) {
                guests.add(new PeerSeater.Guest(profile.person(), breaks, PeerWording.canHost(profile.stage())));
            }
        }
        var setting = new PeerSeater.Setting(
                toCome, world.affinities()::scores, world::apart, world.ids(), seed, world.now());
        return seater.seat(before, guests, setting).sharing(plan.peers(), world.affinities()::shared);
    }
}
