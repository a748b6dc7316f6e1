package coffeebreak.bot.mentoring;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.mentoring.Booking.Stand;
import coffeebreak.bot.programme.Session;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// What one person has in the breaks, read from the plan. Pure.
record Bookings(SeatingPlan plan, World world) {

    /// In the order of the day; what is gone comes along and says so.
    List<Booking> of(Person who) {
        var breaks = world.programme().breaks().stream().map(Session::id).toList();
        return Stream.of(withMentors(who), withPeers(who), hosting(who))
                .flatMap(each -> each)
                .filter(booking -> breaks.contains(booking.coffeeBreak()))
                .sorted(Comparator.comparingInt(booking -> breaks.indexOf(booking.coffeeBreak())))
                .toList();
    }

    private Stream<Booking> withMentors(Person who) {
        return plan.everBy(who).stream()
                .flatMap(seat -> plan
                        .table(seat.table())
                        .map(table -> new Booking.WithMentor(
                                seat.id(), table.coffeeBreak(), world.wording().mentorName(table), stand(seat)))
                        .stream());
    }

    private static Stand stand(Seat seat) {
        return seat.state().expected() ? Stand.STANDS : seat.state().taken() ? Stand.OFFERED : Stand.GONE;
    }

    private Stream<Booking> withPeers(Person who) {
        return plan.peers().places().stream()
                .filter(place -> place.seat().person().equals(who))
                .map(place -> new Booking.WithPeers(
                        place.seat().id(),
                        place.table().coffeeBreak(),
                        place.seat().expected() ? Stand.STANDS : Stand.GONE));
    }

    /// Tables of a break that the mentor does not offer any more are gone.
    private Stream<Booking> hosting(Person who) {
        return world.mentors().byPerson(who).stream()
                .flatMap(mentor -> Stream.concat(
                                mentor.breaks().stream(),
                                plan.tables().stream()
                                        .filter(table -> table.mentor().equals(mentor.id()))
                                        .map(MentorTable::coffeeBreak))
                        .distinct()
                        .map(coffeeBreak -> new Booking.Hosting(
                                mentor.id() + "@" + coffeeBreak,
                                coffeeBreak,
                                guests(mentor, coffeeBreak),
                                mentor.breaks().contains(coffeeBreak) ? Stand.STANDS : Stand.GONE)));
    }

    private int guests(Mentor mentor, String coffeeBreak) {
        return plan.tables().stream()
                .filter(table -> table.mentor().equals(mentor.id())
                        && table.coffeeBreak().equals(coffeeBreak))
                .mapToInt(table -> plan.expectedAt(table).size())
                .sum();
    }
}
