package coffeebreak.bot.mentoring;

import coffeebreak.bot.programme.Institutions;
import coffeebreak.bot.signup.Profile;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// The hard rules for one person at one table, read as the workshop's organizers would say them.
final class Eligibility {

    private final Mentors mentors;
    private final Institutions institutions;

    Eligibility(Mentors mentors, Institutions institutions) {
        this.mentors = mentors;
        this.institutions = institutions;
    }

    boolean maySit(Profile profile, MentorTable table, SeatingPlan plan) {
        return profile.seeking()
                && canMake(profile, table)
                && isFreeThen(profile, table, plan)
                && neverSatWith(profile, table, plan)
                && wantsAnother(profile, plan)
                && isFromElsewhere(profile, table)
                && isNotTheMentor(profile, table);
    }

    private static boolean canMake(Profile profile, MentorTable table) {
        return profile.breaks().contains(table.coffeeBreak());
    }

    private static boolean isFreeThen(Profile profile, MentorTable table, SeatingPlan plan) {
        return plan.takenBy(profile.person()).stream()
                .flatMap(seat -> plan.table(seat.table()).stream())
                .noneMatch(other -> other.coffeeBreak().equals(table.coffeeBreak()));
    }

    private static boolean neverSatWith(Profile profile, MentorTable table, SeatingPlan plan) {
        return plan.everBy(profile.person()).stream()
                .flatMap(seat -> plan.table(seat.table()).stream())
                .noneMatch(other -> other.mentor().equals(table.mentor()));
    }

    private static boolean wantsAnother(Profile profile, SeatingPlan plan) {
        var taken = plan.takenBy(profile.person()).size();
        return taken == 0 || (taken == 1 && profile.secondSeat());
    }

    private boolean isFromElsewhere(Profile profile, MentorTable table) {
        var own = institutionsOf(profile);
        return mentors.byId(table.mentor())
                .map(mentor -> institutionsOf(mentor).stream().noneMatch(own::contains))
                .orElse(true);
    }

    private boolean isNotTheMentor(Profile profile, MentorTable table) {
        return mentors.byId(table.mentor())
                .map(mentor -> !profile.person().equals(mentor.person()))
                .orElse(true);
    }

    Set<String> institutionsOf(Profile profile) {
        return institutions.allIn(profile.institution());
    }

    Set<String> institutionsOf(Mentor mentor) {
        var all = new HashSet<String>();
        mentor.institutions().forEach(name -> all.addAll(institutions.allIn(name)));
        return all;
    }

    /// The mentor whose own seat this person would be asking for, if they are one.
    Optional<Mentor> asMentor(Profile profile) {
        return mentors.byPerson(profile.person());
    }
}
