package coffeebreak.bot.mentoring;

import coffeebreak.bot.chat.Person;
import coffeebreak.bot.programme.Institutions;
import coffeebreak.bot.signup.Consent;
import coffeebreak.bot.signup.Profile;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/// The hard rules for one person at one table, read as the workshop's organizers would say them.
final class Eligibility {

    private final Mentors mentors;
    private final Institutions institutions;
    private final Welcome welcome;

    Eligibility(Mentors mentors, Institutions institutions, Welcome welcome) {
        this.mentors = mentors;
        this.institutions = institutions;
        this.welcome = welcome;
    }

    /// Whether those at a table and a person may sit together.
    @FunctionalInterface
    interface Welcome {
        boolean at(Person person, MentorTable table, SeatingPlan plan);
    }

    boolean maySit(Profile profile, MentorTable table, SeatingPlan plan) {
        return couldSit(profile, table, plan) && plan.hasRoom(table) && welcome.at(profile.person(), table, plan);
    }

    /// Whether somebody may sit at a table once there is room, whoever sits there now.
    boolean couldSit(Profile profile, MentorTable table, SeatingPlan plan) {
        return profile.seeking()
                && openBreaks(profile, plan).contains(table.coffeeBreak())
                && seatsStillWanted(profile, plan) > 0
                && !mentorsToAvoid(profile.person(), plan).contains(table.mentor())
                && isFromElsewhere(profile, table);
    }

    /// Whether what somebody's seat rests on still holds: that they make the break, and that a mentor from elsewhere
    /// holds the table.
    boolean canStay(Profile profile, MentorTable table) {
        return profile.breaks().contains(table.coffeeBreak())
                && mentors.byId(table.mentor())
                        .filter(mentor -> mentor.breaks().contains(table.coffeeBreak()))
                        .isPresent()
                && isFromElsewhere(profile, table);
    }

    /// The breaks a person could still be seated in: those they can make, where they neither sit already, nor said
    /// that they can't come, nor hold a table themselves.
    Set<String> openBreaks(Profile profile, SeatingPlan plan) {
        var open = new HashSet<>(profile.breaks());
        plan.everBy(profile.person()).stream()
                .filter(seat -> switch (seat.state()) {
                    case OFFERED, HELD, CONFIRMED, HERE, DECLINED, TRADED, MISSED -> true;
                    case CANCELLED, MOVED, EXPIRED, UNDONE -> false;
                })
                .flatMap(seat -> plan.table(seat.table()).stream())
                .map(MentorTable::coffeeBreak)
                .forEach(open::remove);
        mentors.byPerson(profile.person()).ifPresent(mentor -> open.removeAll(mentor.breaks()));
        return open;
    }

    /// The breaks in which somebody could sit with peers; none for whoever holds a seat, sits with peers already,
    /// or did not agree to it.
    Set<String> peerBreaks(Profile profile, SeatingPlan plan) {
        var person = profile.person();
        if (!profile.seeking()
                || !profile.agreesTo(Consent.PEERS)
                || !plan.takenBy(person).isEmpty()
                || !plan.peers().of(person).isEmpty()) {
            return Set.of();
        }
        var open = openBreaks(profile, plan);
        open.removeIf(each -> plan.peers().declined(person, each));
        return open;
    }

    /// One, or two for those who asked for a second, less what they hold.
    int seatsStillWanted(Profile profile, SeatingPlan plan) {
        return (profile.secondSeat() ? 2 : 1) - plan.takenBy(profile.person()).size();
    }

    /// The mentors a person was ever seated with, and themselves.
    Set<String> mentorsToAvoid(Person person, SeatingPlan plan) {
        var avoided = plan.everBy(person).stream()
                .filter(seat -> seat.state() != Seat.State.UNDONE)
                .flatMap(seat -> plan.table(seat.table()).stream())
                .map(MentorTable::mentor)
                .collect(Collectors.toCollection(HashSet::new));
        mentors.byPerson(person).ifPresent(self -> avoided.add(self.id()));
        return avoided;
    }

    private boolean isFromElsewhere(Profile profile, MentorTable table) {
        return mentors.byId(table.mentor())
                .filter(mentor -> Collections.disjoint(institutionsOf(mentor), institutionsOf(profile)))
                .isPresent();
    }

    Set<String> institutionsOf(Profile profile) {
        return institutions.allIn(profile.institution());
    }

    Set<String> institutionsOf(Mentor mentor) {
        return mentor.institutions().stream()
                .flatMap(name -> institutions.allIn(name).stream())
                .collect(Collectors.toSet());
    }
}
